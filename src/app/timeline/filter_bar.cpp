// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/filter_bar.h"

#include "app/theme/flow_layout.h"
#include "catalogue/academic_year.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScopedValueRollback>

#include <array>

namespace app {

namespace {

using insight::LaneGroup;
constexpr std::array groups{LaneGroup::School,     LaneGroup::Characteristics, LaneGroup::SpecialNeeds,
                            LaneGroup::Attendance, LaneGroup::Care,            LaneGroup::Results,
                            LaneGroup::Releases,   LaneGroup::Requests};

// A name and what it names stay in one line.
QWidget* together(const std::vector<QWidget*>& parts)
{
    auto* both = new QWidget;
    auto* row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(u(1.5));
    for (QWidget* part : parts)
        row->addWidget(part);
    return both;
}

} // namespace

FilterBar::FilterBar(QWidget* parent)
    : Surface(&Tokens::band, Qt::TopEdge | Qt::BottomEdge, parent), m_textName(new Text), m_text(new QLineEdit),
      m_groupName(new Text), m_group(choice()), m_sourceName(new Text), m_source(choice()), m_fromName(new Text),
      m_from(choice()), m_toName(new Text), m_to(choice()), m_changed(new QCheckBox), m_sensitive(new QCheckBox),
      m_context(new QCheckBox), m_back(iconButton(QStringLiteral("back"), {})),
      m_next(iconButton(QStringLiteral("forward"), {})), m_answer(new Text), m_clear(linkButton({}))
{
    auto* flow = new FlowLayout(u(4), u(2), this);
    flow->setContentsMargins(u(5), u(2), u(3), u(2));
    m_text->setClearButtonEnabled(true);
    m_text->setMinimumWidth(u(40));
    m_textName->setBuddy(m_text);
    m_groupName->setBuddy(m_group);
    m_sourceName->setBuddy(m_source);
    m_fromName->setBuddy(m_from);
    m_toName->setBuddy(m_to);
    flow->addWidget(together({m_textName, m_text}));
    flow->addWidget(together({m_groupName, m_group}));
    flow->addWidget(together({m_sourceName, m_source}));
    flow->addWidget(together({m_fromName, m_from, m_toName, m_to}));
    flow->addWidget(m_changed);
    flow->addWidget(m_sensitive);
    flow->addWidget(m_context);
    flow->addWidget(together({m_answer, m_back, m_next, m_clear}));
    m_context->setChecked(true);

    const auto tell = [this] {
        if (!m_filling)
            Q_EMIT changed();
    };
    connect(m_text, &QLineEdit::textChanged, this, tell);
    connect(m_text, &QLineEdit::returnPressed, this, [this] { Q_EMIT nextAsked(true); });
    for (QComboBox* box : {m_group, m_source, m_from, m_to})
        connect(box, &QComboBox::currentIndexChanged, this, tell);
    for (QCheckBox* box : {m_changed, m_sensitive})
        connect(box, &QCheckBox::toggled, this, tell);
    connect(m_context, &QCheckBox::toggled, this, &FilterBar::contextToggled);
    connect(m_clear, &QPushButton::clicked, this, &FilterBar::clear);
    connect(m_back, &QToolButton::clicked, this, [this] { Q_EMIT nextAsked(false); });
    connect(m_next, &QToolButton::clicked, this, [this] { Q_EMIT nextAsked(true); });
    setTexts();
    setAnswer(0, 0);
}

QComboBox* FilterBar::choice()
{
    auto* box = new QComboBox;
    // Long names must not widen the page.
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(9);
    return box;
}

void FilterBar::setTexts()
{
    const auto name = [](Text* text, QWidget* field, const QString& words) {
        text->setText(words);
        field->setAccessibleName(words);
    };
    name(m_textName, m_text, tr("Words"));
    name(m_groupName, m_group, tr("Kind"));
    name(m_sourceName, m_source, tr("From"));
    name(m_fromName, m_from, tr("Years"));
    name(m_toName, m_to, tr("to"));
    m_source->setAccessibleName(tr("From which of the things I was given"));
    m_from->setAccessibleName(tr("First school year"));
    m_to->setAccessibleName(tr("Last school year"));
    m_changed->setText(tr("Only what changed"));
    m_sensitive->setText(tr("Only what is sensitive"));
    m_sensitive->setToolTip(tr("Health, ethnic group, special needs, care and need, exclusions"));
    m_context->setText(tr("What changed nationally"));
    m_clear->setText(tr("Show all again"));
    m_back->setAccessibleName(tr("The one before that fits"));
    m_back->setToolTip(tr("The one before that fits (Shift+F3)"));
    m_next->setAccessibleName(tr("The next that fits"));
    m_next->setToolTip(tr("The next that fits (F3)"));
}

void FilterBar::setChoices(const insight::Timeline& timeline, const std::vector<record::Document>& documents)
{
    const QScopedValueRollback filling(m_filling, true);
    const auto fill = [](QComboBox* box, auto&& add) {
        const QVariant before = box->currentData();
        box->clear();
        add(box);
        box->setCurrentIndex(std::max(0, box->findData(before)));
    };
    fill(m_group, [&](QComboBox* box) {
        box->addItem(tr("All"));
        for (const LaneGroup group : groups)
            box->addItem(insight::laneGroupTitle(group), static_cast<int>(group));
    });
    fill(m_source, [&](QComboBox* box) {
        box->addItem(tr("All I was given"));
        for (const record::Document& document : documents)
            box->addItem(document.name, document.id.n);
    });
    const auto years = [&](QComboBox* box) {
        box->addItem(tr("Any"));
        if (!timeline.from.isValid())
            return;
        const auto last = catalogue::AcademicYear::of(timeline.today);
        for (auto year = catalogue::AcademicYear::of(timeline.from); year <= last; ++year.start)
            box->addItem(year.text(), year.start);
    };
    fill(m_from, years);
    fill(m_to, years);
}

MarkFilter FilterBar::filter() const
{
    MarkFilter filter;
    filter.text = m_text->text().simplified();
    if (m_group->currentData().isValid())
        filter.group = static_cast<LaneGroup>(m_group->currentData().toInt());
    if (m_source->currentData().isValid())
        filter.document = record::DocumentId{m_source->currentData().toLongLong()};
    const QVariant from = m_from->currentData(), to = m_to->currentData();
    if (from.isValid() || to.isValid()) {
        // One of them alone: from then on, or until then.
        const catalogue::AcademicYear first{from.isValid() ? from.toInt() : 1900};
        const catalogue::AcademicYear last{to.isValid() ? std::max(first.start, to.toInt()) : 2200};
        filter.period = rangeOf(first.firstDay(), last.lastDay());
    }
    filter.changedOnly = m_changed->isChecked();
    filter.sensitiveOnly = m_sensitive->isChecked();
    return filter;
}

void FilterBar::setWords(const QString& words)
{
    m_text->setText(words);
}

void FilterBar::clear()
{
    {
        const QScopedValueRollback filling(m_filling, true);
        m_text->clear();
        for (QComboBox* box : {m_group, m_source, m_from, m_to})
            box->setCurrentIndex(0);
        m_changed->setChecked(false);
        m_sensitive->setChecked(false);
    }
    Q_EMIT changed();
}

void FilterBar::setAnswer(int fit, int all)
{
    const bool looking = !filter().isEmpty();
    m_answer->setText(looking ? tr("%1 of %2 fit").arg(QString::number(fit), QString::number(all)) : QString());
    for (QWidget* part : std::initializer_list<QWidget*>{m_answer, m_back, m_next, m_clear})
        part->setVisible(looking);
    m_back->setEnabled(fit > 0);
    m_next->setEnabled(fit > 0);
}

void FilterBar::setContextShown(bool shown)
{
    m_context->setChecked(shown);
}

void FilterBar::focusText()
{
    m_text->setFocus(Qt::OtherFocusReason);
    m_text->selectAll();
}

// Escape is a key of the window as well; here it closes what stands nearest.
bool FilterBar::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return Surface::event(event);
}

void FilterBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeAsked();
    else if (event->key() == Qt::Key_F3)
        Q_EMIT nextAsked(!(event->modifiers() & Qt::ShiftModifier));
    else
        Surface::keyPressEvent(event);
}

void FilterBar::changeEvent(QEvent* event)
{
    Surface::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setTexts();
}

FilterArea::FilterArea(FilterBar* bar, QWidget* parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidgetResizable(true);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setFocusPolicy(Qt::NoFocus);
    setWidget(bar);
}

int FilterArea::heightForWidth(int width) const
{
    return std::min(widget()->heightForWidth(width), window()->height() / 3);
}

QSize FilterArea::sizeHint() const
{
    return {widget()->sizeHint().width(), heightForWidth(width())};
}

bool FilterArea::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        updateGeometry(); // the answer has come or gone
    return QScrollArea::eventFilter(watched, event);
}

} // namespace app
