// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/rescue/salvage_plan.h"

#include <algorithm>
#include <limits>

namespace extract {

namespace {

// Rowids above `low` and up to `high`.
struct Range {
    qint64 low = std::numeric_limits<qint64>::min();
    qint64 high = std::numeric_limits<qint64>::max();
};

class Planner {
public:
    Planner(const PageNotes& notes, const std::set<qint64>& master, const OpenAnyway& openAnyway)
        : m_notes(notes), m_openAnyway(openAnyway), m_seen(master)
    {
    }

    SalvagePlan run(const std::vector<TreeRoot>& roots)
    {
        for (const TreeRoot& root : roots)
            visit(root.page, root, {});
        collectOrphans();
        // Filling one may open another: an orphan can have a broken child.
        while (!m_vacancies.empty()) {
            const Vacancy vacancy = m_vacancies.back();
            m_vacancies.pop_back();
            fill(vacancy);
        }
        const QByteArray blank = emptyLeaf(false, usable());
        for (qint64 number = 1; number <= m_notes.count(); ++number)
            if (!m_notes.at(number).sealed && !m_seen.contains(number))
                m_plan.substitutes.emplace(number, blank); // free, or behind a row that is cut already
        return std::move(m_plan);
    }

private:
    struct Vacancy {
        qint64 page;
        const TreeRoot* root;
        Range range;
    };
    struct Orphan {
        Branch branch;
        int columns;
    };

    [[nodiscard]] int usable() const { return m_notes.usable; }

    void visit(qint64 number, const TreeRoot& root, Range range)
    {
        if (!m_notes.has(number) || !m_seen.insert(number).second) {
            if (root.name == root.table)
                m_plan.holed.insert(root.table);
            return;
        }
        const PageNote& note = m_notes.at(number);
        if (!note.sealed) {
            m_vacancies.push_back({number, &root, range});
            return;
        }
        for (std::size_t i = 0; i < note.children.size(); ++i) {
            Range part = range;
            if (!root.keyed) {
                part.low = i > 0 ? note.keys[i - 1] : range.low;
                part.high = i < note.keys.size() ? note.keys[i] : range.high;
            }
            visit(note.children[i], root, part);
        }
        for (const PageNote::Spill& spill : note.spills)
            followSpill(spill, root);
    }

    void followSpill(const PageNote::Spill& spill, const TreeRoot& root)
    {
        qint64 rest = spill.rest;
        for (qint64 page = spill.overflow; rest > 0; page = m_notes.at(page).next) {
            if (!m_notes.sealed(page) || m_notes.at(page).kind != PageKind::Other || m_seen.contains(page)) {
                m_plan.cutRows[root.table].insert(spill.rowid);
                return;
            }
            m_seen.insert(page);
            rest -= overflowRoom(usable());
        }
    }

    // Smallest and largest rowid under a sealed table page, as far as its sealed descendants tell.
    std::optional<Orphan> span(qint64 number, int depth) const
    {
        if (!m_notes.sealed(number) || depth > 20)
            return std::nullopt;
        const PageNote& note = m_notes.at(number);
        if (note.kind == PageKind::TableLeaf && note.last >= note.first)
            return Orphan{{number, note.first, note.last}, note.columns};
        if (note.kind != PageKind::TableInner)
            return std::nullopt;
        std::optional<Orphan> whole;
        for (const qint64 child : note.children) {
            const auto part = span(child, depth + 1);
            if (!part)
                continue;
            if (!whole)
                whole = Orphan{{number, part->branch.first, part->branch.last}, part->columns};
            whole->branch.last = std::max(whole->branch.last, part->branch.last);
        }
        if (whole && !note.keys.empty())
            whole->branch.last = std::max(whole->branch.last, note.keys.back());
        return whole;
    }

    void collectOrphans()
    {
        std::set<qint64> owned;
        for (qint64 number = 1; number <= m_notes.count(); ++number)
            if (m_notes.at(number).kind == PageKind::TableInner)
                owned.insert(m_notes.at(number).children.begin(), m_notes.at(number).children.end());
        for (qint64 number = 1; number <= m_notes.count(); ++number) {
            if (m_seen.contains(number) || owned.contains(number))
                continue;
            if (auto orphan = span(number, 0))
                m_orphans.push_back(*orphan);
        }
        std::sort(m_orphans.begin(), m_orphans.end(),
                  [](const Orphan& a, const Orphan& b) { return a.branch.first < b.branch.first; });
    }

    std::optional<QByteArray> provable(const Vacancy& vacancy) const
    {
        const TreeRoot& root = *vacancy.root;
        if (root.keyed || (root.table != "item_names" && root.table != "moments"))
            return std::nullopt;
        return plausibleLeaf(m_openAnyway(vacancy.page), usable(), root.columns, vacancy.range.low, vacancy.range.high);
    }

    QByteArray leafFor(const Vacancy& vacancy)
    {
        const TreeRoot& root = *vacancy.root;
        if (root.keyed || vacancy.page == root.page)
            return emptyLeaf(root.keyed, usable());
        // Any rowid that belongs there; the row that had it is lost.
        const Range& range = vacancy.range;
        const qint64 rowid = range.high != Range().high  ? range.high
                             : range.low != Range().low ? range.low + 1
                                                        : 1;
        m_plan.cutRows[root.table].insert(rowid);
        return blankRowLeaf(rowid, usable());
    }

    void fill(const Vacancy& vacancy)
    {
        std::vector<Branch> branches;
        if (!vacancy.root->keyed) {
            for (const Orphan& orphan : m_orphans) {
                const Branch& branch = orphan.branch;
                const bool fits = orphan.columns == vacancy.root->columns && !m_seen.contains(branch.page) &&
                                  branch.first > vacancy.range.low && branch.last <= vacancy.range.high &&
                                  (branches.empty() || branch.first > branches.back().last);
                if (fits)
                    branches.push_back(branch);
            }
        }
        const auto inner = innerPage(branches, usable());
        if (const auto unproved = inner ? std::nullopt : provable(vacancy)) {
            m_plan.substitutes.insert_or_assign(vacancy.page, *unproved);
            m_plan.unproved.insert(vacancy.root->table);
            return;
        }
        m_plan.substitutes.insert_or_assign(vacancy.page, inner ? *inner : leafFor(vacancy));
        if (!inner) {
            if (vacancy.root->name == vacancy.root->table) // an index holds nothing of its own
                m_plan.holed.insert(vacancy.root->table);
            return;
        }
        for (std::size_t i = 0; i < branches.size(); ++i) {
            const qint64 low = i > 0 ? branches[i - 1].last : vacancy.range.low;
            visit(branches[i].page, *vacancy.root, {low, i + 1 < branches.size() ? branches[i].last : vacancy.range.high});
        }
    }

    const PageNotes& m_notes;
    const OpenAnyway& m_openAnyway;
    std::set<qint64> m_seen; // pages that somebody points to
    std::vector<Vacancy> m_vacancies;
    std::vector<Orphan> m_orphans;
    SalvagePlan m_plan;
};

} // namespace

SalvagePlan planSalvage(const PageNotes& notes, const std::vector<TreeRoot>& roots, const std::set<qint64>& master,
                        const OpenAnyway& openAnyway)
{
    return Planner(notes, master, openAnyway).run(roots);
}

} // namespace extract
