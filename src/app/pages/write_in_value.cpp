// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/write_in_value.h"

#include "app/theme/parts.h"
#include "catalogue/code_sets.h"
#include "ui_write_in_value.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int pauseBeforeSearch = 150; // ms: a look through the dictionary costs some, and nobody reads while typing

std::optional<catalogue::Item> dictionaryItem(const QString& name, const QString& collection,
                                              std::optional<catalogue::AcademicYear> year)
{
    if (name.isEmpty())
        return {};
    auto id = catalogue::itemNamed(name, collection, year);
    if (!id)
        id = catalogue::itemNamed(name);
    return id ? std::optional(catalogue::item(*id)) : std::nullopt;
}

} // namespace

ValueForm::ValueForm(QWidget* parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::WriteInValue>()), m_fields(new FieldModel(this)),
      m_pause(new QTimer(this)), m_save(primaryButton(tr("Write it in"), u"correct"_s)),
      m_leave(linkButton(tr("Leave it as it was"))), m_own(linkButton(tr("No, keep the paper's own words")))
{
    m_ui->setupUi(this);
    m_ui->column->setContentsMargins(0, 0, 0, 0);
    m_ui->column->setSpacing(u());
    for (Text* label : {m_ui->nameLabel, m_ui->rawLabel})
        label->setBold(true);
    for (Text* note : {m_ui->fieldLabel, m_ui->chosen, m_ui->meaning}) {
        note->setInk(&Tokens::ink2);
        note->setWordWrap(true);
    }
    m_ui->fields->setModel(m_fields);
    m_ui->fields->setFixedHeight(u(26));
    m_ui->raw->setFixedHeight(u(16));
    m_ui->buttons->setSpacing(u(3));
    m_ui->buttons->addWidget(m_save);
    m_ui->buttons->addWidget(m_leave);
    m_ui->buttons->addStretch();
    m_pause->setSingleShot(true);
    m_pause->setInterval(pauseBeforeSearch);
    connect(m_pause, &QTimer::timeout, this, &ValueForm::search);
    connect(m_ui->name, &QLineEdit::textEdited, this, [this] {
        m_item.clear();
        m_ownWords = false;
        m_pause->start();
        showChosen();
        enable();
    });
    connect(m_ui->fields, &QListView::clicked, this,
            [this](const QModelIndex& index) { setItem(index.data(FieldModel::ItemRole).toString()); });
    connect(m_ui->fields->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (index.isValid() && m_ui->fields->hasFocus())
            setItem(index.data(FieldModel::ItemRole).toString());
    });
    m_ui->column->insertWidget(m_ui->column->indexOf(m_ui->chosen) + 1, m_own, 0, Qt::AlignLeft);
    connect(m_own, &QPushButton::clicked, this, [this] {
        m_ownWords = true;
        m_ui->fields->clearSelection();
        setItem({});
        m_ui->raw->setFocus();
    });
    connect(m_ui->raw, &QPlainTextEdit::textChanged, this, [this] {
        showChosen();
        enable();
    });
    connect(m_save, &QPushButton::clicked, this, &ValueForm::saveAsked);
    connect(m_leave, &QPushButton::clicked, this, &ValueForm::leaveAsked);
    startNew();
}

ValueForm::~ValueForm() = default;

void ValueForm::setContext(const QString& collection, std::optional<catalogue::AcademicYear> year)
{
    if (m_collection == collection && m_year == year)
        return;
    // A field belongs to its collection: another one calls the same thing otherwise.
    if (m_collection != collection)
        m_item.clear();
    m_collection = collection;
    m_year = year;
    search();
}

void ValueForm::startNew()
{
    m_changing = {};
    m_ui->raw->clear();
    m_save->setText(tr("Write it in"));
    m_leave->hide();
    showChosen();
    enable();
}

void ValueForm::startChange(const record::Value& value)
{
    m_changing = value.id;
    m_ui->name->setText(value.name);
    m_item = value.item;
    m_ui->raw->setPlainText(value.raw);
    m_save->setText(tr("Save the change"));
    m_leave->show();
    search();
    enable();
}

void ValueForm::forget()
{
    m_pause->stop();
    m_ui->name->clear();
    m_item.clear();
    m_fields->clear();
    startNew();
    m_ui->raw->document()->clearUndoRedoStacks();
}

record::Value ValueForm::value() const
{
    record::Value value;
    value.id = m_changing;
    value.name = m_ui->name->text().simplified();
    value.item = m_item;
    value.raw = m_ui->raw->toPlainText();
    return value;
}

void ValueForm::setBusy(bool busy)
{
    m_busy = busy;
    enable();
}

void ValueForm::search()
{
    const QString words = m_ui->name->text();
    m_fields->find(words, m_collection, m_year);
    // A name the dictionary knows for certain needs no choosing.
    if (m_item.isEmpty() && !m_changing && !m_ownWords)
        if (const auto field = catalogue::fieldNamed(words, m_collection, m_year))
            m_item = catalogue::item(*field).name;
    showChosen();
}

void ValueForm::setItem(const QString& item)
{
    m_item = item;
    showChosen();
}

void ValueForm::showChosen()
{
    const bool any = m_fields->rowCount() > 0;
    m_ui->fields->setVisible(any);
    m_ui->fieldLabel->setVisible(any);
    const auto item = dictionaryItem(m_item, m_collection, m_year);
    const bool named = !m_ui->name->text().trimmed().isEmpty();
    m_ui->chosen->setVisible(named);
    m_own->setVisible(named && item);
    m_ui->chosen->setText(item ? tr("It is the field “%1”.").arg(item->meaning.isEmpty() ? item->name : item->meaning)
                               : tr("No field is chosen: it is kept in the paper's own words."));
    QString meaning;
    const QString raw = m_ui->raw->toPlainText();
    if (item && !raw.trimmed().isEmpty()) {
        const catalogue::Meaning read = catalogue::meaningOf(*item, m_year, raw);
        if (read.known && !read.text.isEmpty() && read.text != raw)
            meaning = tr("“%1” means: %2.").arg(raw, read.text);
    }
    m_ui->meaning->setText(meaning);
    m_ui->meaning->setVisible(!meaning.isEmpty());
}

void ValueForm::enable()
{
    // An empty cell on paper may be just what is wrong: only the name is needed.
    m_save->setEnabled(!m_busy && !m_ui->name->text().trimmed().isEmpty());
}

void ValueForm::takeFocus()
{
    m_ui->name->setFocus();
    m_ui->name->selectAll();
}

} // namespace app
