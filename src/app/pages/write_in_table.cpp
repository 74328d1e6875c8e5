// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/write_in_table.h"

#include "app/theme/parts.h"
#include "catalogue/find_field.h"
#include "ui_write_in_table.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMimeData>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

using Role = readers::PastedColumn::Role;

constexpr int pauseBeforePreview = 200; // ms
constexpr int mostFields = 40;          // offered for one column

} // namespace

TableForm::TableForm(QWidget* parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::WriteInTable>()), m_model(new PastedModel(this)),
      m_pause(new QTimer(this)), m_paste(plainButton(tr("Paste what I copied"), u"import"_s)),
      m_page(plainButton(tr("Take the words of this page"), u"table"_s)),
      m_save(primaryButton(tr("Write the table in"), u"correct"_s))
{
    m_ui->setupUi(this);
    m_ui->column->setContentsMargins(0, 0, 0, 0);
    m_ui->column->setSpacing(u());
    for (Text* note : {m_ui->hint, m_ui->sum}) {
        note->setInk(&Tokens::ink2);
        note->setWordWrap(true);
    }
    m_ui->sources->setSpacing(u(2));
    m_ui->sources->addWidget(m_paste);
    m_ui->sources->addWidget(m_page);
    m_ui->sources->addStretch();
    m_ui->text->setFixedHeight(u(24));
    m_ui->text->setFont(fieldFont());
    m_ui->preview->setModel(m_model);
    m_ui->preview->setFixedHeight(u(44));
    m_ui->preview->setSelectionBehavior(QAbstractItemView::SelectColumns);
    m_ui->preview->setSelectionMode(QAbstractItemView::SingleSelection);
    m_ui->preview->setTabKeyNavigation(false);
    m_ui->preview->verticalHeader()->hide();
    m_ui->preview->horizontalHeader()->setMaximumSectionSize(u(60));
    m_ui->preview->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_ui->columnLabel->setBold(true);
    m_ui->columnLabel->setWordWrap(true);
    m_ui->role->addItem(tr("is a field"), int(Role::Field));
    m_ui->role->addItem(tr("says the academic year"), int(Role::Year));
    m_ui->role->addItem(tr("says the term"), int(Role::Term));
    m_ui->role->addItem(tr("says the date"), int(Role::Date));
    m_ui->role->addItem(tr("is left out"), int(Role::LeaveOut));
    m_ui->field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_ui->field->setMinimumContentsLength(12);
    m_ui->columnRow->setSpacing(u(2));
    m_ui->columnRow->setStretch(1, 1);
    m_ui->buttons->addWidget(m_save);
    m_ui->buttons->addStretch();
    m_pause->setSingleShot(true);
    m_pause->setInterval(pauseBeforePreview);

    connect(m_paste, &QPushButton::clicked, this, [this] {
        if (const QMimeData* mime = QGuiApplication::clipboard()->mimeData())
            take(*mime);
    });
    connect(m_page, &QPushButton::clicked, this, [this] { m_ui->text->setPlainText(m_words); });
    connect(m_ui->text, &QPlainTextEdit::textChanged, m_pause, qOverload<>(&QTimer::start));
    connect(m_pause, &QTimer::timeout, this, [this] { setTable(readers::pastedText(m_ui->text->toPlainText())); });
    connect(m_ui->headings, &QCheckBox::toggled, this, [this](bool first) {
        m_model->setHeadings(first);
        showColumn();
        showSum();
    });
    connect(m_ui->preview->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { showColumn(); });
    connect(m_ui->role, &QComboBox::activated, this, [this] { columnSaid(); });
    connect(m_ui->field, &QComboBox::activated, this, [this] { columnSaid(); });
    connect(m_save, &QPushButton::clicked, this, &TableForm::saveAsked);
    setWords({});
    setTable({});
}

TableForm::~TableForm() = default;

void TableForm::setContext(const QString& collection, std::optional<catalogue::AcademicYear> year)
{
    m_collection = collection;
    m_year = year;
    m_model->setContext(collection, year);
    showColumn();
}

void TableForm::setWords(const QString& words)
{
    m_words = words;
    m_page->setVisible(!words.trimmed().isEmpty());
}

void TableForm::take(const QMimeData& mime)
{
    // A table of a word processor or a browser tells its cells exactly; its text does only by tabs.
    if (mime.hasHtml()) {
        const readers::PastedTable table = readers::pastedHtml(mime.html());
        if (table.columns > 1) {
            QStringList lines;
            for (const QStringList& row : table.rows)
                lines << row.join(u'\t');
            m_ui->text->setPlainText(lines.join(u'\n'));
            return;
        }
    }
    m_ui->text->setPlainText(mime.text().left(readers::mostPastedLetters));
}

void TableForm::forget()
{
    m_words.clear();
    m_ui->text->clear();
    m_ui->text->document()->clearUndoRedoStacks();
    m_pause->stop();
    setTable({});
}

void TableForm::setTable(const readers::PastedTable& table)
{
    m_model->setTable(table);
    const QSignalBlocker quiet(m_ui->headings);
    m_ui->headings->setChecked(table.headings);
    m_ui->headings->setVisible(table.rows.size() > 1);
    const bool any = table.columns > 0;
    m_ui->preview->setVisible(any);
    m_ui->preview->resizeColumnsToContents();
    if (any)
        m_ui->preview->setCurrentIndex(m_model->index(0, 0));
    showColumn();
    showSum();
}

void TableForm::showColumn()
{
    const int at = m_ui->preview->currentIndex().column();
    const bool any = at >= 0 && at < m_model->columnCount();
    for (QWidget* widget : std::initializer_list<QWidget*>{m_ui->columnLabel, m_ui->role, m_ui->field})
        widget->setVisible(any);
    if (!any)
        return;
    const readers::PastedColumn& column = m_model->columns()[std::size_t(at)];
    m_ui->columnLabel->setText(tr("The column “%1”").arg(column.heading));
    m_ui->role->setCurrentIndex(m_ui->role->findData(int(column.role)));
    m_ui->field->setVisible(column.role == Role::Field);
    m_ui->field->clear();
    m_ui->field->addItem(tr("in your own words"), QString());
    if (!column.item.isEmpty()) {
        m_ui->field->addItem(columnWords(column), column.item);
        m_ui->field->setCurrentIndex(1);
    }
    for (const catalogue::ItemId id : catalogue::fieldsLike(column.heading, m_collection, m_year, mostFields)) {
        const catalogue::Item item = catalogue::item(id);
        if (item.name != column.item)
            m_ui->field->addItem(item.meaning.isEmpty() ? item.name : item.meaning, item.name);
    }
}

void TableForm::columnSaid()
{
    const int at = m_ui->preview->currentIndex().column();
    if (at < 0 || at >= m_model->columnCount())
        return;
    readers::PastedColumn column = m_model->columns()[std::size_t(at)];
    column.role = Role(m_ui->role->currentData().toInt());
    column.item = column.role == Role::Field ? m_ui->field->currentData().toString() : QString();
    m_model->setColumn(at, column);
    m_ui->preview->resizeColumnToContents(at);
    m_ui->field->setVisible(column.role == Role::Field);
    showSum();
}

void TableForm::showSum()
{
    m_ui->sum->setVisible(m_model->columnCount() > 0);
    QStringList words{tr("%n row(s) will be written in. Look them over first.", nullptr, m_model->rowCount())};
    if (m_model->table().cut)
        words << tr("It was longer than the program takes at once: the rest is missing here.");
    m_ui->sum->setText(words.join(u' '));
    m_save->setEnabled(isReady() && !m_busy);
}

bool TableForm::isReady() const
{
    const auto& columns = m_model->columns();
    return m_model->rowCount() > 0 && std::any_of(columns.begin(), columns.end(), [](const readers::PastedColumn& column) {
        return column.role == Role::Field;
    });
}

void TableForm::setBusy(bool busy)
{
    m_busy = busy;
    showSum();
}

void TableForm::takeFocus()
{
    m_paste->setFocus();
}

} // namespace app
