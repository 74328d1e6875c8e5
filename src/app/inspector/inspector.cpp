// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspector/inspector.h"

#include "app/inspector/readings_strip.h"
#include "app/inspector/story_words.h"
#include "app/theme/verdict_disc.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QRegularExpression>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int mostReleases = 6;

insight::LaneGroup groupOf(const desk::Snapshot& snapshot, record::ValueId value)
{
    for (const insight::Characteristic& one : insight::characteristics(snapshot.record, snapshot.decisions))
        for (const insight::Reading& reading : one.readings)
            if (reading.value == value)
                return one.group;
    return insight::LaneGroup::Characteristics;
}

// Narrower than the side at its narrowest, its margins and the scroll bar: a link must not widen it.
int widestLink()
{
    return u(60);
}

} // namespace

Inspector::Inspector(QWidget* parent)
    : Surface(&Tokens::desk, Qt::LeftEdge, parent), m_when(new Text({}, TextSize::Small, &Tokens::ink2)),
      m_title(new Text({}, TextSize::Title)), m_count(new Text({}, TextSize::Small)),
      m_back(iconButton(u"back"_s, tr("Value before"))), m_forward(iconButton(u"forward"_s, tr("Next value"))),
      m_valueBox(new Surface(&Tokens::sheet, Qt::TopEdge | Qt::BottomEdge | Qt::LeftEdge)),
      m_value(new Text({}, TextSize::Section)), m_code(new Text), m_notice(new Notice), m_area(new QScrollArea),
      m_foot(new Surface(&Tokens::desk, Qt::TopEdge | Qt::LeftEdge)),
      m_wrong(primaryButton(tr("This is wrong"), u"correct"_s)),
      m_basis(linkButton(tr("Not sure? Ask what it is based on"))),
      m_footNote(new Text(tr("Starts a letter. Nothing is sent by itself."), TextSize::Small, &Tokens::ink2))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);

    auto* head = new QWidget;
    auto* inHead = new QVBoxLayout(head);
    inHead->setContentsMargins(u(5), u(3), u(2), u(3));
    inHead->setSpacing(0);
    auto* top = new QHBoxLayout;
    top->setSpacing(u());
    m_when->setWordWrap(true);
    top->addWidget(m_when, 1);
    top->addWidget(m_back);
    top->addWidget(m_count);
    top->addWidget(m_forward);
    auto* close = iconButton(u"remove"_s, tr("Close this side (Escape)"));
    top->addWidget(close);
    inHead->addLayout(top);
    m_title->setWordWrap(true);
    m_title->selectable();
    m_title->setFocusPolicy(Qt::NoFocus);
    inHead->addWidget(m_title);
    column->addWidget(head);

    auto* inValue = new QHBoxLayout(m_valueBox);
    inValue->setContentsMargins(u(5), u(3), u(4), u(3));
    inValue->setSpacing(u(2));
    m_value->setWordWrap(true);
    m_value->selectable();
    inValue->addWidget(m_value, 1);
    m_code->selectable();
    inValue->addWidget(m_code, 0, Qt::AlignTop);

    // All but heading and foot scrolls: with large text on a low screen the two buttons must stay whole.
    auto* inside = new Surface(&Tokens::desk, Qt::LeftEdge);
    auto* insideColumn = new QVBoxLayout(inside);
    insideColumn->setContentsMargins(0, 0, 0, 0);
    insideColumn->setSpacing(0);
    insideColumn->addWidget(m_valueBox);
    insideColumn->addWidget(m_notice);
    auto* body = new Surface(&Tokens::desk, Qt::LeftEdge);
    insideColumn->addWidget(body, 1);
    m_body = new QVBoxLayout(body);
    m_body->setContentsMargins(u(5), u(3), u(5), u(3));
    m_body->setSpacing(0);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setWidget(inside);
    column->addWidget(m_area, 1);

    auto* inFoot = new QVBoxLayout(m_foot);
    inFoot->setContentsMargins(u(5), u(4), u(5), u(4));
    inFoot->setSpacing(u(2));
    inFoot->addWidget(m_wrong);
    inFoot->addWidget(m_basis);
    m_footNote->setWordWrap(true);
    inFoot->addWidget(m_footNote);
    column->addWidget(m_foot);

    setAccessibleName(tr("About what is selected"));
    connect(m_back, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_forward, &QToolButton::clicked, this, [this] { step(1); });
    connect(close, &QToolButton::clicked, this, &Inspector::closeAsked);
    connect(m_wrong, &QPushButton::clicked, this, [this] { Q_EMIT wrongAsked(m_selected); });
    connect(m_basis, &QPushButton::clicked, this, [this] { Q_EMIT basisAsked(m_selected); });
}

void Inspector::resizeEvent(QResizeEvent* event)
{
    Surface::resizeEvent(event);
    m_footNote->setVisible(height() > u(120));
}

void Inspector::setSnapshot(const desk::SnapshotPtr& snapshot)
{
    m_snapshot = snapshot;
    if (!snapshot)
        m_selected = {};
    fill();
}

void Inspector::show(const Selected& selected)
{
    m_selected = selected;
    m_at = 0;
    fill();
    m_area->ensureVisible(0, 0);
}

void Inspector::step(int by)
{
    const int next = m_at + by;
    if (next < 0 || next >= int(m_selected.values.size()))
        return;
    m_at = next;
    fill();
}

void Inspector::heading(const QString& when, const QString& title)
{
    m_when->setText(when);
    m_title->setText(title);
}

void Inspector::clearBody()
{
    while (QLayoutItem* item = m_body->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        if (QLayout* inner = item->layout())
            while (QLayoutItem* innerItem = inner->takeAt(0)) {
                if (QWidget* widget = innerItem->widget()) {
                    widget->hide();
                    widget->deleteLater();
                }
                delete innerItem;
            }
        delete item;
    }
}

Text* Inspector::field(const QString& label, const QString& text, const QString& note)
{
    if (text.isEmpty())
        return nullptr;
    m_body->addSpacing(u(2));
    m_body->addWidget(new Text(label, TextSize::Small, &Tokens::ink2));
    auto* value = new Text(text);
    value->setWordWrap(true);
    value->selectable();
    value->setAccessibleName(label + u": "_s + text);
    m_body->addWidget(value);
    if (!note.isEmpty()) {
        auto* small = new Text(note, TextSize::Small, &Tokens::ink2);
        small->setWordWrap(true);
        m_body->addWidget(small);
    }
    return value;
}

void Inspector::fill()
{
    clearBody();
    m_notice->hide();
    m_code->clear();
    m_code->setAccessibleName({});
    m_value->clear();
    const int count = int(m_selected.values.size());
    m_count->setText(count > 1 ? tr("%1 of %2").arg(m_at + 1).arg(count) : QString());
    m_back->setVisible(count > 1);
    m_forward->setVisible(count > 1);
    m_count->setVisible(count > 1);
    m_back->setEnabled(m_at > 0);
    m_forward->setEnabled(m_at + 1 < count);
    if (!m_snapshot || (m_selected.values.empty() && m_selected.release.isEmpty())) {
        heading({}, tr("Nothing is selected"));
        m_valueBox->hide();
        m_foot->hide();
        m_body->addStretch();
        return;
    }
    if (count > 0) {
        const auto story = insight::valueStory(m_snapshot->record, m_selected.values[std::size_t(m_at)],
                                               m_snapshot->exposure);
        m_valueBox->setVisible(story.has_value());
        m_foot->setVisible(story.has_value());
        if (story)
            fillValue(m_snapshot->atRisk ? maskedStory(*story) : *story);
        else
            heading({}, tr("This value is no longer in the record"));
    } else {
        m_foot->hide();
        for (const insight::ReleaseExposure& one : m_snapshot->exposure)
            if (one.release.reference == m_selected.release)
                fillRelease(one);
    }
    m_body->addStretch();
}

// "row 3, column 5 of census.csv"; of a value written in, paper may be all there is.
QString Inspector::sourceText(const insight::ValueStory& story)
{
    const QString document = story.writtenIn && story.document.isEmpty() ? tr("a paper") : story.document;
    return story.locator.isEmpty() ? document : tr("%1 of %2").arg(story.locator, document);
}

void Inspector::fillValue(const insight::ValueStory& story)
{
    heading(story.when, story.title);
    const bool words = !story.meaning.isEmpty();
    m_value->setText(words ? story.meaning : story.raw.isEmpty() ? tr("(empty)") : story.raw);
    m_code->setFont(fieldFont());
    m_code->setText(words ? story.raw : QString());
    m_code->setVisible(words);
    m_code->setAccessibleName(tr("As delivered: %1").arg(story.raw));
    if (story.writtenIn) {
        auto* hand = new QHBoxLayout;
        hand->setSpacing(u(2));
        hand->addWidget(new Picture(u"correct"_s, 4, &Tokens::damson));
        hand->addWidget(new Text(tr("Written in by me, not delivered"), TextSize::Body, &Tokens::damson));
        hand->addStretch();
        m_body->addLayout(hand);
        if (!m_snapshot->readOnly && !m_snapshot->atRisk) {
            auto* change = linkButton(tr("Change what I wrote…"));
            m_body->addWidget(change, 0, Qt::AlignLeft);
            connect(change, &QPushButton::clicked, this, [this, id = story.value] { Q_EMIT changeAsked(id); });
        }
    }
    if (const QString odd = oddOneOut(story); !odd.isEmpty())
        m_notice->say(Notice::Kind::Look, {}, odd);

    if (story.readings.size() > 1) {
        auto* label = new Text(tr("All readings"), TextSize::Small, &Tokens::ink2);
        m_body->addWidget(label);
        auto* strip = new ReadingsStrip;
        strip->setReadings(story.readings, groupOf(*m_snapshot, story.value), story.value);
        m_body->addWidget(strip);
        connect(strip, &ReadingsStrip::chosen, this, &Inspector::valueChosen);
        auto* summary = new Text(ReadingsStrip::summary(story.readings), TextSize::Small);
        summary->setWordWrap(true);
        m_body->addWidget(summary);
    }
    if (story.year && words)
        field(tr("Meaning in %1").arg(story.year->text()), story.meaning,
              story.meaningSource.isEmpty() ? QString() : tr("Source: %1").arg(story.meaningSource));
    field(tr("What the field is"), story.dictionary,
          QStringList{story.years, story.dictionarySource}.filter(QRegularExpression(u"."_s)).join(u". "_s));
    field(tr("How sensitive"), sensitivityLine(story),
          story.locates ? tr("It tells where a person lives or goes to school, or finds them.") : QString());
    field(tr("School or place"), story.establishment);
    if (field(story.writtenIn ? tr("Where I read it") : tr("Exact source"), sourceText(story))) {
        auto* name = new Text(story.alias);
        name->setFont(fieldFont());
        name->selectable();
        name->setWordWrap(true);
        name->setAccessibleName(tr("Name of the field in the file: %1").arg(story.alias));
        m_body->addWidget(name);
        if (story.importedAt.isValid() && !story.writtenIn) {
            auto* added = new Text(tr("Added %1, SHA-256 %2").arg(QLocale().toString(story.importedAt.date(), QLocale::ShortFormat), shortDigest(story.sha256)),
                                   TextSize::Small, &Tokens::ink2);
            added->setWordWrap(true); // what is wider than this side pushes the value's code out of it
            m_body->addWidget(added);
        }
    }
    for (const insight::ValueStory::Witness& witness : story.witnesses)
        field(witness.agrees ? tr("Also said by") : tr("Another file says it differently"),
              tr("%1 of %2").arg(witness.locator, witness.document));

    if (!story.releases.isEmpty()) {
        m_body->addSpacing(u(2));
        m_body->addWidget(new Text(tr("Who may have it"), TextSize::Small, &Tokens::ink2));
        int shown = 0;
        for (const QString& reference : story.releases) {
            for (const insight::ReleaseExposure& one : m_snapshot->exposure) {
                if (one.release.reference != reference || shown >= mostReleases)
                    continue;
                auto* row = new QHBoxLayout;
                row->setSpacing(u(2));
                row->addWidget(new VerdictDisc(one.verdict));
                auto* link = linkButton(one.release.recipient, widestLink());
                link->setAccessibleName(
                    tr("%1, %2").arg(one.release.recipient, insight::verdictText(one.verdict)));
                row->addWidget(link);
                row->addStretch();
                m_body->addLayout(row);
                connect(link, &QPushButton::clicked, this, [this, reference] { Q_EMIT releaseChosen(reference); });
                ++shown;
            }
        }
        if (story.releases.size() > shown)
            m_body->addWidget(
                new Text(tr("and %n more", nullptr, int(story.releases.size()) - shown), TextSize::Small, &Tokens::ink2));
    }
}

void Inspector::fillRelease(const insight::ReleaseExposure& one)
{
    heading(one.release.kind, one.release.recipient);
    m_valueBox->show();
    m_value->setText(insight::verdictText(one.verdict));
    m_code->hide();
    field(tr("Why the program says so"), one.trace.join(u'\n'));
    field(tr("What for"), one.release.purpose);
    field(tr("Which data, as printed"), one.release.scope.dataItems.join(u", "_s));
    field(tr("Whose, as printed"), one.release.scope.population.isEmpty() ? one.release.records
                                                                          : one.release.scope.population);
    field(tr("Approved"), one.release.approved.asPrinted);
    if (one.destruction == insight::DestructionState::Overdue) {
        m_notice->say(Notice::Kind::Look,
                      tr("The copy should be destroyed by now: %1").arg(one.release.destructionPlanned.asPrinted),
                      tr("No word that it was has been published."));
    }
    field(tr("To be destroyed"), one.release.destructionPlanned.asPrinted.isEmpty()
              ? tr("not stated")
              : one.release.destructionPlanned.asPrinted,
          one.release.destructionWords);
    field(tr("Confirmed destroyed"), one.release.destructionConfirmed.asPrinted);
    field(tr("Where this is known from"), one.release.source);
    field(tr("Sources disagree"), one.release.contradictions.join(u'\n'));
    if (!one.values.empty()) {
        m_body->addSpacing(u(3));
        auto* link = linkButton(tr("Show the %n value(s) of mine it may hold", nullptr, int(one.values.size())),
                                widestLink());
        m_body->addWidget(link);
        const std::vector<record::ValueId> values = one.values;
        connect(link, &QPushButton::clicked, this, [this, values] { show(Selected{values, {}}); });
    }
}

} // namespace app
