// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/passphrases_view.h"

#include "app/pages/sheet_table.h"
#include "base/masked_text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace app {

namespace {

enum Column { NameColumn, BornColumn, NumberColumn, FileColumn, StateColumn };

} // namespace

PassphrasesView::PassphrasesView(QWidget* parent)
    : QWidget(parent), m_find(new QLineEdit), m_count(new Text({}, TextSize::Small, &Tokens::ink2)),
      m_table(new SheetTable(tr("Pupils and their record files"), {tr("Name"), tr("Born"), tr("Pupil number"), tr("Record file"), tr("State")})),
      m_whose(new Text({}, TextSize::Small, &Tokens::ink2)), m_words(new Text({}, TextSize::Section)),
      m_show(plainButton(tr("Show the six words"), u"show"_s)), m_copy(plainButton(tr("Copy them"), u"copy"_s))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(u(5), u(4), u(6), 0);
    column->setSpacing(u(3));
    auto* top = new QHBoxLayout;
    top->setSpacing(u(4));
    m_find->setPlaceholderText(tr("Find a name, a file or a year of birth"));
    m_find->setAccessibleName(m_find->placeholderText());
    m_find->setClearButtonEnabled(true);
    m_find->setMaximumWidth(u(110));
    top->addWidget(m_find, 1);
    top->addWidget(m_count);
    top->addStretch();
    column->addLayout(top);
    column->addWidget(m_table, 1);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(u(4));
    foot->setContentsMargins(0, 0, 0, u(3));
    auto* said = new QVBoxLayout;
    said->setSpacing(0);
    m_whose->setWordWrap(true);
    m_words->setWordWrap(true);
    m_words->selectable();
    m_words->setAccessibleName(tr("The six words"));
    said->addWidget(m_whose);
    said->addWidget(m_words);
    foot->addLayout(said, 1);
    foot->addWidget(m_copy);
    foot->addWidget(m_show);
    column->addLayout(foot);
    connect(m_find, &QLineEdit::textChanged, this, &PassphrasesView::find);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &PassphrasesView::hideWords);
    const auto ask = [this] {
        if (m_words->text().isEmpty() && !chosen().isEmpty())
            Q_EMIT wordsAsked(chosen());
        else
            hideWords();
    };
    connect(m_show, &QPushButton::clicked, this, ask);
    connect(m_table, &QTableWidget::itemActivated, this, ask);
    // Like everything copied here it is marked as a secret and cleared after a while (ClipboardGuard).
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_words->text()); });
    hideWords();
}

void PassphrasesView::setFiles(const std::vector<extract::ListedFile>& files)
{
    forget();
    for (const extract::ListedFile& file : files)
        m_table->addRow({file.person.name.isEmpty() ? tr("no name") : file.person.name,
                         QLocale().toString(file.person.born, tr("d MMM yyyy")), base::maskedNumber(file.person.upn),
                         file.file, file.made ? tr("made") : tr("not made yet")});
    QHeaderView* header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    find({});
    if (m_table->rowCount() > 0)
        m_table->selectRow(0);
}

void PassphrasesView::find(const QString& text)
{
    int shown = 0;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        bool fits = text.isEmpty();
        for (const Column column : {NameColumn, BornColumn, FileColumn})
            fits = fits || m_table->item(row, column)->text().contains(text, Qt::CaseInsensitive);
        m_table->setRowHidden(row, !fits);
        shown += fits;
    }
    // A line that is out of sight is not chosen: its words would stand under other names.
    if (const int row = m_table->currentRow(); row >= 0 && m_table->isRowHidden(row)) {
        m_table->clearSelection();
        m_table->setCurrentItem(nullptr);
    }
    m_count->setText(text.isEmpty() ? tr("%n pupil(s)", nullptr, m_table->rowCount())
                                    : tr("%1 of %n pupil(s)", nullptr, m_table->rowCount()).arg(shown));
}

QString PassphrasesView::chosen() const
{
    const int row = m_table->currentRow();
    return row < 0 || m_table->selectedItems().isEmpty() ? QString() : m_table->item(row, FileColumn)->text();
}

void PassphrasesView::hideWords()
{
    m_words->clear();
    m_words->hide();
    m_copy->hide();
    const bool any = !chosen().isEmpty();
    m_show->setEnabled(any);
    m_show->setText(tr("Show the six words"));
    m_whose->setText(any ? tr("Six words open %1. They stay hidden until you ask.").arg(chosen())
                         : tr("Choose a line to see what opens that record file."));
}

void PassphrasesView::showWords(const QString& file, const extract::Secret& words)
{
    if (file != chosen())
        return;
    m_words->setText(QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size())));
    m_words->show();
    m_copy->show();
    m_show->setText(tr("Hide them"));
    m_whose->setText(tr("These words open %1. Send them another way than the file.").arg(file));
}

void PassphrasesView::say(const base::Error& error)
{
    m_whose->setText(QString(error.message + u' ' + error.next).trimmed());
}

void PassphrasesView::forget()
{
    m_find->clear();
    m_table->setRowCount(0);
    m_count->clear();
    hideWords();
}

void PassphrasesView::takeFocus()
{
    m_find->setFocus(Qt::OtherFocusReason);
}

} // namespace app
