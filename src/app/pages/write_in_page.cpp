// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/write_in_page.h"

#include "app/pages/write_in_table.h"
#include "app/pages/write_in_value.h"
#include "app/pages/write_in_when.h"
#include "app/paper/paper_view.h"

#include <QComboBox>
#include <QHeaderView>
#include <QResizeEvent>
#include <QScrollArea>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

QString placeText(int page, int line)
{
    if (page < 1)
        return {};
    return line < 1 ? WriteInPage::tr("page %1").arg(page) : WriteInPage::tr("page %1, line %2").arg(page).arg(line);
}

// Air between rows of several lines.
class RoomyRows : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(0, u(3));
    }
};

// The year most is written in about: the last the record speaks of, or the present one.
catalogue::AcademicYear likelyYear(const desk::Snapshot& snapshot)
{
    std::optional<catalogue::AcademicYear> last;
    for (const record::Entry& entry : snapshot.record.entries)
        if (entry.year && (!last || *last < *entry.year))
            last = entry.year;
    const auto now = catalogue::AcademicYear::of(snapshot.today);
    return last ? std::min(*last, now) : now;
}

} // namespace

WriteInPage::WriteInPage(WriteInDesk desk, QWidget* parent)
    : Page(parent), m_desk(std::move(desk)), m_head(new PageHead(tr("Write it in myself"))), m_documents(new QComboBox),
      m_add(plainButton(tr("Keep another document…"), u"import"_s)), m_done(plainButton(tr("Done"))),
      m_notice(new Notice), m_putBack(linkButton(tr("Put it back"))), m_across(new QBoxLayout(QBoxLayout::LeftToRight)),
      m_paper(new PaperView), m_side(new Surface(&Tokens::sheet, Qt::LeftEdge)), m_form(new QWidget), m_closed(new Text),
      m_when(new WhenForm), m_work(new Segments(tr("What to do"))), m_value(new ValueForm),
      m_table(new TableForm), m_written(new WrittenModel(this)), m_list(new QTableView),
      m_none(new Text({}, TextSize::Body, &Tokens::ink2)), m_change(plainButton(tr("Change it"))),
      m_remove(plainButton(tr("Remove it"), u"remove"_s))
{
    setAccessibleName(tr("Write it in myself"));
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    m_documents->setAccessibleName(tr("Document to write in from"));
    m_documents->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_documents->setMinimumContentsLength(14);
    m_head->addControl(m_documents);
    m_head->addControl(m_add);
    m_head->addControl(m_done);
    whole->addWidget(m_head);
    whole->addWidget(m_notice);
    auto* undo = new QHBoxLayout;
    undo->setContentsMargins(u(6), 0, u(6), 0);
    undo->addWidget(m_putBack);
    undo->addStretch();
    whole->addLayout(undo);
    m_notice->hide();
    m_putBack->hide();
    m_across->setContentsMargins(0, 0, 0, 0);
    m_across->setSpacing(0);
    m_across->addWidget(m_paper, 3);
    m_across->addWidget(buildSide(), 2);
    whole->addLayout(m_across, 1);

    connect(m_documents, &QComboBox::activated, this, [this] { showDocument(); });
    connect(m_add, &QPushButton::clicked, this, &WriteInPage::filesAsked);
    connect(m_done, &QPushButton::clicked, this, &WriteInPage::leaveAsked);
    connect(m_putBack, &QPushButton::clicked, this, &WriteInPage::putBack);
    connect(m_paper, &PaperView::placeChanged, this, &WriteInPage::onPlace);
    connect(m_when, &WhenForm::changed, this, &WriteInPage::onContext);
    connect(m_work, &Segments::chosen, this, &WriteInPage::setWork);
    connect(m_value, &ValueForm::saveAsked, this, &WriteInPage::saveValue);
    connect(m_value, &ValueForm::leaveAsked, this, &WriteInPage::leaveChange);
    connect(m_table, &TableForm::saveAsked, this, &WriteInPage::saveTable);
    // Pages and lines are turned while typing, too.
    addActions(m_paper->actions());
    setWork(OneValue);
}

QWidget* WriteInPage::buildSide()
{
    auto* column = new QVBoxLayout(m_form);
    column->setContentsMargins(u(5), u(4), u(5), u(5));
    column->setSpacing(u(4));
    m_closed->setWordWrap(true);
    column->addWidget(m_closed);
    column->addWidget(m_work);
    column->addWidget(m_when);
    // One below the other and one of them shown: a stack would ask for the room of its largest page.
    for (QWidget* work : {static_cast<QWidget*>(m_value), static_cast<QWidget*>(m_table), buildList()}) {
        m_works.push_back(work);
        column->addWidget(work);
    }
    column->addStretch();
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(m_form);
    area->viewport()->setAutoFillBackground(false);
    m_form->setAutoFillBackground(false);
    auto* inSide = new QVBoxLayout(m_side);
    inSide->setContentsMargins(1, 0, 0, 0);
    inSide->addWidget(area);
    m_side->setMinimumWidth(u(88));
    m_paper->setMinimumWidth(u(70));
    m_paper->setMinimumHeight(u(60));
    return m_side;
}

QWidget* WriteInPage::buildList()
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(u(2));
    m_none->setWordWrap(true);
    m_none->setText(tr("Nothing was written in yet."));
    column->addWidget(m_none);
    m_list->setModel(m_written);
    m_list->setAccessibleName(tr("What was written in by me so far"));
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setTabKeyNavigation(false);
    m_list->setShowGrid(false);
    m_list->setItemDelegate(new RoomyRows(m_list));
    m_list->setTextElideMode(Qt::ElideNone);
    m_list->setWordWrap(true);
    m_list->verticalHeader()->hide();
    m_list->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_list->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMinimumHeight(u(80));
    column->addWidget(m_list);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(u(3));
    buttons->addWidget(m_change);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    column->addLayout(buttons);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] { showList(); });
    connect(m_list, &QTableView::activated, this,
            [this](const QModelIndex& index) { startChange(m_written->valueAt(index.row())); });
    connect(m_change, &QPushButton::clicked, this,
            [this] { startChange(m_written->valueAt(m_list->currentIndex().row())); });
    connect(m_remove, &QPushButton::clicked, this, &WriteInPage::removeChosen);
    return box;
}

void WriteInPage::setWork(int work)
{
    m_work->setCurrent(work);
    m_current = work;
    for (int i = 0; i < int(m_works.size()); ++i)
        m_works[std::size_t(i)]->setVisible(i == work);
    m_when->setVisible(work != SoFar);
    if (work != OneValue && m_value->isChanging())
        leaveChange();
}

void WriteInPage::setSnapshot(const desk::SnapshotPtr& snapshot)
{
    m_snapshot = snapshot;
    m_written->setRecord(snapshot ? snapshot->record : record::Record{});
    if (!snapshot) {
        ++m_round;
        m_showing = false;
        m_shown = {};
        m_removed.reset();
        m_documents->clear();
        m_paper->forget();
        m_value->forget();
        m_table->forget();
        m_when->followPlace({});
        m_when->followAgain();
        tell(Notice::Kind::Note, {}); // forgets its words as well
        m_notice->hide();
        return;
    }
    m_when->start(snapshot->record.person, snapshot->today, likelyYear(*snapshot));
    const bool closed = snapshot->readOnly;
    m_closed->setVisible(closed);
    m_closed->setText(tr("This record file can only be read here. Copy it to a place where you may write."));
    m_add->setVisible(!closed);
    m_work->setTexts({tr("One value"), tr("A table"), tr("So far: %1").arg(m_written->rowCount())});
    m_work->setCurrent(m_current);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_when, m_value, m_table})
        widget->setEnabled(!closed);
    fillDocuments();
    // At-risk mode may have come or gone.
    if (m_showing)
        showDocument();
    onContext();
    showList();
}

void WriteInPage::fillDocuments()
{
    const record::DocumentId before = document();
    m_documents->clear();
    m_documents->addItem(tr("Only on paper"), 0);
    for (const record::Document& one : m_snapshot->record.documents)
        if (record::isToRead(one))
            m_documents->addItem(one.name, qlonglong(one.id.n));
    m_documents->setCurrentIndex(std::max(0, m_documents->findData(qlonglong(before.n))));
    const int count = m_documents->count() - 1;
    m_head->setSentence(count == 0 ? tr("Whatever you have on paper can stand in your record too.")
                                   : tr("%n document(s) to read.", nullptr, count));
}

record::DocumentId WriteInPage::document() const
{
    return {m_documents->currentData().toLongLong()};
}

void WriteInPage::start(record::DocumentId wanted)
{
    if (!m_snapshot)
        return;
    int at = m_documents->findData(qlonglong(wanted.n));
    if (!wanted || at < 0)
        at = m_documents->currentIndex() > 0 ? m_documents->currentIndex() : std::min(1, m_documents->count() - 1);
    m_documents->setCurrentIndex(at);
    m_notice->hide();
    m_putBack->hide();
    m_showing = true;
    showDocument();
}

void WriteInPage::showDocument()
{
    m_showing = true;
    const record::DocumentId wanted = document();
    const record::Document* to = m_snapshot->record.document(wanted);
    if (m_snapshot->atRisk && to) {
        ++m_round;
        m_shown = {};
        m_paper->forget();
        m_paper->showWords(tr("The pages are hidden"),
                           tr("At-risk mode hides where a person lives and goes to school, and a page may say it. "
                              "Leave at-risk mode in the settings to see it."));
        return;
    }
    if (!to) {
        ++m_round;
        m_shown = {};
        m_paper->forget();
        m_paper->showWords(tr("On paper"),
                           tr("Lay the paper beside you and type what it says. A scan or photo of it can be kept here, "
                              "too: choose “Keep another document…”, and it is shown in this place."));
        onPlace();
        return;
    }
    if (m_shown == wanted)
        return;
    m_shown = wanted;
    const int round = ++m_round;
    setBusy(true);
    m_desk.keptBytes(wanted).then(this, [this, round, name = to->name, format = to->format](const base::Result<QByteArray>& bytes) {
        setBusy(false);
        if (round != m_round)
            return;
        if (!bytes) {
            say(bytes.error());
            return;
        }
        m_paper->open(name, format, *bytes);
        if (const int page = std::exchange(m_pageWanted, 0); page > 0)
            m_paper->goTo(page);
    });
}

void WriteInPage::onPlace()
{
    m_when->followPlace(placeText(m_paper->page(), m_paper->line()));
    m_table->setWords(m_paper->words());
}

void WriteInPage::onContext()
{
    m_value->setContext(m_when->collection(), m_when->time().year);
    m_table->setContext(m_when->collection(), m_when->time().year);
}

void WriteInPage::saveValue()
{
    record::Value value = m_value->value();
    if (m_value->isChanging()) {
        saveChange(value);
        return;
    }
    value.where.path = m_when->place();
    record::Entry entry = m_when->entry(document());
    const QString name = value.name;
    entry.values = {std::move(value)};
    setBusy(true);
    m_desk.writeIn({entry}).then(this, [this, name](const base::Result<std::vector<record::ValueId>>& ids) {
        setBusy(false);
        if (!ids) {
            say(ids.error());
            return;
        }
        m_value->startNew();
        m_when->followAgain();
        tell(Notice::Kind::Settled, tr("Written in: %1").arg(name));
        Q_EMIT changed();
        m_value->takeFocus();
    });
}

void WriteInPage::saveTable()
{
    const record::Entry common = m_when->entry(document());
    readers::PastedPlan plan;
    plan.columns = m_table->model().columns();
    plan.collection = common.collection;
    plan.year = common.year;
    plan.term = common.term;
    plan.date = common.date;
    plan.document = common.document;
    plan.place = m_paper->page() > 0 ? placeText(m_paper->page(), 0) : m_when->place();
    setBusy(true);
    m_desk.writeIn(readers::pastedEntries(m_table->model().table(), plan))
        .then(this, [this](const base::Result<std::vector<record::ValueId>>& ids) {
            setBusy(false);
            if (!ids) {
                say(ids.error());
                return;
            }
            m_table->forget();
            tell(Notice::Kind::Settled, tr("%n value(s) written in.", nullptr, int(ids->size())));
            Q_EMIT changed();
            setWork(SoFar);
        });
}

void WriteInPage::startChange(record::ValueId id)
{
    const record::Entry* entry = m_snapshot ? m_snapshot->record.entryOf(id) : nullptr;
    if (!entry || !entry->writtenIn || m_snapshot->readOnly)
        return;
    if (m_snapshot->atRisk) {
        tell(Notice::Kind::Look, tr("At-risk mode hides what stands here."),
             tr("Leave at-risk mode in the settings to change what was written in."));
        return;
    }
    const record::Value& value = *m_snapshot->record.value(id);
    setWork(OneValue);
    m_when->set(*entry, value.where.text());
    onContext();
    m_value->startChange(value);
    m_documents->setCurrentIndex(std::max(0, m_documents->findData(qlonglong(entry->document.n))));
    m_pageWanted = record::pageOf(value.where.path);
    if (m_shown == entry->document && m_pageWanted > 0)
        m_paper->goTo(std::exchange(m_pageWanted, 0));
    showDocument();
    m_notice->hide();
    m_value->takeFocus();
}

void WriteInPage::saveChange(const record::Value& value)
{
    record::WrittenChange change;
    change.collection = m_when->collection();
    change.time = m_when->time();
    change.name = value.name;
    change.item = value.item;
    change.raw = value.raw;
    change.place = m_when->place();
    change.document = document();
    setBusy(true);
    m_desk.change(value.id, change).then(this, [this](const base::Result<bool>& done) {
        setBusy(false);
        if (!done) {
            say(done.error());
            return;
        }
        m_value->forget();
        m_when->followAgain();
        tell(Notice::Kind::Settled, tr("Changed."));
        Q_EMIT changed();
        setWork(SoFar);
        m_list->setFocus();
    });
}

void WriteInPage::leaveChange()
{
    m_value->forget();
    m_when->followAgain();
    if (m_current == OneValue)
        setWork(SoFar);
}

void WriteInPage::removeChosen()
{
    const record::ValueId id = m_written->valueAt(m_list->currentIndex().row());
    const record::Entry* entry = m_snapshot ? m_snapshot->record.entryOf(id) : nullptr;
    if (!entry)
        return;
    record::Entry removed = *entry;
    removed.values = {*m_snapshot->record.value(id)};
    const bool hidden = m_snapshot->atRisk; // what cannot be seen cannot be put back from here
    setBusy(true);
    m_desk.remove({id}).then(this, [this, removed, hidden](const base::Result<bool>& done) {
        setBusy(false);
        if (!done) {
            say(done.error());
            return;
        }
        tell(Notice::Kind::Note, tr("Removed: %1").arg(removed.values.front().name));
        if (!hidden)
            m_removed = removed;
        m_putBack->setVisible(!hidden);
        Q_EMIT changed();
        m_list->setFocus();
    });
}

void WriteInPage::putBack()
{
    if (!m_removed)
        return;
    setBusy(true);
    m_desk.writeIn({*m_removed}).then(this, [this](const base::Result<std::vector<record::ValueId>>& ids) {
        setBusy(false);
        if (!ids) {
            say(ids.error());
            return;
        }
        tell(Notice::Kind::Settled, tr("It is back."));
        Q_EMIT changed();
        m_list->setFocus();
    });
}

void WriteInPage::showList()
{
    const bool any = m_written->rowCount() > 0;
    m_none->setVisible(!any);
    m_list->setVisible(any);
    m_change->setVisible(any);
    m_remove->setVisible(any);
    const bool can = m_list->currentIndex().isValid() && m_snapshot && !m_snapshot->readOnly && m_jobs == 0;
    m_change->setEnabled(can);
    m_remove->setEnabled(can);
}

void WriteInPage::attach(const QStringList& paths)
{
    if (paths.isEmpty() || !m_snapshot || m_snapshot->readOnly)
        return;
    setBusy(true);
    m_desk.attach(paths.constFirst()).then(this, [this, rest = paths.mid(1)](const base::Result<desk::AttachedPaper>& paper) {
        setBusy(false);
        if (!paper) {
            say(paper.error());
            return;
        }
        Q_EMIT changed();
        start(paper->id);
        tell(Notice::Kind::Settled,
             paper->alreadyHeld ? tr("“%1” is here already.").arg(paper->name)
                                : tr("“%1” is kept, encrypted and unchanged. Now write in what it says.").arg(paper->name));
        attach(rest);
    });
}

void WriteInPage::setBusy(bool busy)
{
    m_jobs += busy ? 1 : -1;
    m_value->setBusy(m_jobs > 0);
    m_table->setBusy(m_jobs > 0);
    showList();
}

bool WriteInPage::isBusy() const
{
    return m_jobs > 0 || m_paper->isBusy();
}

void WriteInPage::say(const base::Error& error)
{
    tell(Notice::Kind::Fault, error.message, error.next);
}

void WriteInPage::tell(Notice::Kind kind, const QString& title, const QString& text)
{
    m_removed.reset();
    m_putBack->hide();
    m_notice->say(kind, title, text);
    m_notice->show();
}

void WriteInPage::takeFocus()
{
    if (m_snapshot && m_snapshot->readOnly)
        m_done->setFocus();
    else if (m_current == SoFar)
        m_list->isVisible() ? m_list->setFocus() : m_work->setFocus();
    else if (m_documents->count() < 2)
        m_add->setFocus();
    else
        m_value->takeFocus();
}

void WriteInPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    // Too narrow to stand side by side, as with large text: the paper above, the form below.
    const bool above = event->size().width() < u(170);
    m_across->setDirection(above ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace app
