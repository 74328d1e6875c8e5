# SPDX-FileCopyrightText: Pupil Record contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# An AT-SPI client that walks the timeline of the invented child: names, roles, states, actions, focus, and what folded
# groups keep to themselves. Run by the script beside it, on a bus and a screen of its own.
import subprocess
import sys
import time
import warnings

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

warnings.simplefilter("ignore", DeprecationWarning)  # old and new names of the bindings must both do
PATIENCE = 60  # seconds; the key derivation alone takes one or two
failures = []


def check(ok, words):
    print(("ok: " if ok else "FAILED: ") + words)
    if not ok:
        failures.append(words)


def turn():
    """Lets the bus deliver what it has."""
    context = GLib.MainContext.default()
    until = time.monotonic() + 0.05
    while time.monotonic() < until:
        if not context.iteration(False):
            time.sleep(0.005)


def wait(viewer, what, words):
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and viewer.poll() is None:
        try:
            found = what()
            if found:
                return found
        except GLib.Error:
            pass  # the tree changes while it is read
        turn()
    if viewer.poll() is not None:  # a question of ours must never end the program
        print("FAILED: the program ended by itself with %d before %s" % (viewer.returncode, words))
    else:
        print("FAILED: waited in vain for " + words)
    sys.exit(1)


def children(node):
    for n in range(node.get_child_count()):
        child = node.get_child_at_index(n)
        if child is not None:
            yield child


def find(node, fits):
    """The first that fits, of what is on the screen: hidden pages are not walked."""
    if fits(node):
        return node
    if not has(node, Atspi.StateType.SHOWING) or node.get_child_count() > 400:
        return None
    for child in children(node):
        found = find(child, fits)
        if found:
            return found
    return None


def has(node, state):
    return node.get_state_set().contains(state)


def act(node, wanted):
    for n in range(Atspi.Action.get_n_actions(node)):
        if Atspi.Action.get_action_name(node, n) == wanted:
            return Atspi.Action.do_action(node, n)
    return False


def open_timeline(app):
    """The timeline once it shows; a button of the overview leads there."""
    shown = find(app, lambda n: n.get_role() == Atspi.Role.LIST and n.get_name() == "Timeline"
                 and has(n, Atspi.StateType.SHOWING) and n.get_child_count() > 10)
    if shown:
        return shown
    button = find(app, lambda n: n.get_role() == Atspi.Role.PUSH_BUTTON and n.get_name().startswith("See the gap"))
    if button:
        act(button, "Press")
    return None


def main(program, folder):
    viewer = subprocess.Popen([program, folder + "/invented-child.pupilrecord", "--passphrase-file", folder + "/pass",
                               "--today", "2026-11-22", "--theme", "light"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        walk(viewer)
    finally:
        viewer.kill()
        viewer.wait()


def application(pid):
    desktop = Atspi.get_desktop(0)
    for child in children(desktop):
        if child.get_process_id() == pid:
            return child
    return None


def walk(viewer):
    app = wait(viewer, lambda: application(viewer.pid), "the program on the bus")
    timeline = wait(viewer, lambda: open_timeline(app), "the timeline")
    names(timeline)
    folded(viewer, timeline)
    focus(viewer, timeline)


def names(timeline):
    nodes = list(children(timeline))
    check(len(nodes) == timeline.get_child_count(), "every child answers")
    check(all(node.get_name() for node in nodes), "every child has a name")
    marks = [node for node in nodes if not has(node, Atspi.StateType.EXPANDABLE)]
    check(len(marks) > 20 and all(node.get_role() == Atspi.Role.LIST_ITEM for node in marks), "marks are items of a list")
    check(all(node.get_role() != Atspi.Role.LIST_ITEM for node in nodes if node not in marks),
          "what folds is no item of the list")
    check(all(node.get_index_in_parent() == n for n, node in enumerate(nodes)), "children know their place")
    said = [node.get_name() for node in nodes]
    check(any(name.startswith("Ethnic group, White") for name in said), "a value is said with its row")
    check(any("spring 20" in name for name in said), "a termly value is said as a term, never as a day")
    check(any(name.startswith("What changed nationally") for name in said), "the bands of context are said")
    box = next(node for node in nodes if node.get_name().startswith("Ethnic group"))
    extents = Atspi.Component.get_extents(box, Atspi.CoordType.SCREEN)
    check(extents.width > 0 and extents.height > 0, "a mark has a place on the screen")


def folded(viewer, timeline):
    said = [node.get_name() for node in children(timeline)]
    check(not any(name.startswith("Exclusions,") for name in said), "what may be hard to read is not read out unasked")
    heading = next((node for node in children(timeline) if has(node, Atspi.StateType.EXPANDABLE)
                    and not has(node, Atspi.StateType.EXPANDED)), None)
    check(heading is not None, "a folded heading says that it is folded")
    if heading is None:
        return
    before = timeline.get_child_count()
    check(act(heading, "Press"), "a heading can be pressed")
    wait(viewer, lambda: timeline.get_child_count() != before, "the group to unfold")
    check(timeline.get_child_count() > before, "what was folded is there now")


def focus(viewer, timeline):
    heard = []

    def listen(event):
        if event.detail1:
            heard.append(event.source.get_name())

    listener = Atspi.EventListener.new(listen)
    listener.register("object:state-changed:focused")
    marks = [node for node in children(timeline) if node.get_name().startswith("Ethnic group")]
    check(len(marks) > 1, "the row has several values")
    target = marks[1]
    name = target.get_name()
    check(act(target, "SetFocus"), "a mark can be asked to take the focus")
    wait(viewer, lambda: has(target, Atspi.StateType.SELECTED), "the mark to be selected")
    check(target.get_name() == name, "the child still stands for the same mark")
    wait(viewer, lambda: any(one == name for one in heard), "the focus to be told")
    check(True, "the focus is told: " + name)
    others = [node for node in children(timeline) if node.get_name() != name and has(node, Atspi.StateType.SELECTED)]
    check(not others, "one mark is selected and no other")
    listener.deregister("object:state-changed:focused")


main(sys.argv[1], sys.argv[2])
print("%d failed" % len(failures))
sys.exit(1 if failures else 0)
