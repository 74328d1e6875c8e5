// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/documents_page.h"

#include "app/inspector/story_words.h"
#include "app/pages/document_rows.h"
#include "record/written_in.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace app {

namespace {

QString readableSize(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

Text* line(QVBoxLayout* column, const QString& text, TextSize size = TextSize::Body,
           QColor Tokens::* ink = &Tokens::ink)
{
    auto* label = new Text(text, size, ink);
    label->setWordWrap(true);
    column->addWidget(label);
    return label;
}

QWidget* card(const DocumentRow& row)
{
    const record::Document& document = *row.document;
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, u(3), 0, u(3));
    column->setSpacing(u(0.5));
    auto* name = line(column, document.container.isEmpty() ? document.name
                                                           : DocumentsPage::tr("%1, out of %2").arg(document.name, document.container),
                      TextSize::Section);
    name->selectable();
    QStringList holds = row.collections;
    if (row.years.size() == 1)
        holds << row.years.first();
    else if (!row.years.isEmpty())
        holds << DocumentsPage::tr("%1 to %2").arg(row.years.first(), row.years.last());
    QString what = formatWords(document) + u'.';
    if (!holds.isEmpty())
        what += u' ' + holds.join(u", "_s) + u'.';
    line(column, what);
    if (record::isToRead(document)) {
        auto* written = line(column,
                             row.writtenIn == 0
                                 ? DocumentsPage::tr("Nothing of it is written in yet.")
                                 : DocumentsPage::tr("%n value(s) of it written in by me.", nullptr, row.writtenIn),
                             TextSize::Body, &Tokens::ink2);
        written->selectable();
    }
    QStringList brought;
    brought << DocumentsPage::tr("%n entry(ies)", nullptr, row.entries)
            << DocumentsPage::tr("%n value(s)", nullptr, row.values);
    if (row.witnesses > 0)
        brought << DocumentsPage::tr("%n already said by another file", nullptr, row.witnesses);
    if (!record::isToRead(document))
        line(column, DocumentsPage::tr("Brought: %1").arg(brought.join(u", "_s)), TextSize::Body, &Tokens::ink2);
    if (row.disagreeing > 0)
        line(column, DocumentsPage::tr("%n of them are said differently here. Both are shown, neither is preferred.",
                                       nullptr, row.disagreeing),
             TextSize::Body, &Tokens::ochreText);
    if (document.withheldBytes > 0)
        line(column, DocumentsPage::tr("Left out: %1 about other people. A marker says where it stood.")
                         .arg(readableSize(document.withheldBytes)),
             TextSize::Body, &Tokens::ink2);
    if (row.unknown > 0) {
        QString names = row.unknownNames.join(u", "_s);
        if (row.unknownNames.size() >= 12)
            names += u" …"_s;
        line(column, DocumentsPage::tr("Not in the national dictionary: %n value(s), kept exactly as delivered (%1).", nullptr, row.unknown)
                         .arg(names),
             TextSize::Body, &Tokens::ink2);
    }
    auto* digest = line(column,
                        DocumentsPage::tr("%1, SHA-256 %2, read by %3")
                            .arg(readableSize(document.size), shortDigest(document.sha256), document.reader),
                        TextSize::Small, &Tokens::ink2);
    digest->setToolTip(QString::fromLatin1(document.sha256.toHex()));
    digest->selectable();
    digest->setAccessibleName(digest->text());
    return box;
}

} // namespace

DocumentsPage::DocumentsPage(QWidget* parent)
    : Page(parent), m_stack(new QStackedWidget), m_head(new PageHead(tr("What I was given"))),
      m_sheet(new MarginSheet), m_add(primaryButton(tr("Add another file…"), u"import"_s)),
      m_write(plainButton(tr("Write it in myself…"), u"correct"_s))
{
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_head);
    whole->addWidget(m_stack, 1);
    m_head->addControl(m_write);
    m_head->addControl(m_add);
    m_write->setToolTip(tr("From paper, a PDF, a photo or a Word file (Ctrl+Shift+I)"));
    connect(m_write, &QPushButton::clicked, this, [this] { Q_EMIT writeInAsked({}); });
    connect(m_add, &QPushButton::clicked, this, &Page::importAsked);
    auto* empty = new EmptyState(u"documents"_s, tr("No file is in this record yet"),
                                 tr("Files from a school or the Department for Education are kept here, encrypted and "
                                    "unchanged, and every value leads back to the place it stood in them."),
                                 tr("Add what I was given…"));
    connect(empty, &EmptyState::asked, this, &Page::importAsked);
    m_stack->addWidget(empty);
    m_stack->addWidget(MarginSheet::scrolling(m_sheet, this));
    setAcceptDrops(false); // files are dropped on the window, which opens the import
}

void DocumentsPage::setSnapshot(const desk::SnapshotPtr& snapshot)
{
    m_sheet->clear();
    const bool any = snapshot && !snapshot->record.documents.empty();
    m_stack->setCurrentIndex(any ? 1 : 0);
    m_add->setVisible(any && !snapshot->readOnly);
    m_write->setVisible(snapshot && !snapshot->readOnly);
    m_head->setSentence(any ? tr("%n file(s), kept encrypted and unchanged.", nullptr,
                                 int(snapshot->record.documents.size()))
                            : QString());
    if (!any)
        return;
    bool first = true;
    for (const DocumentRow& row : documentRows(snapshot->record)) {
        if (!first)
            m_sheet->addRule();
        first = false;
        auto* when = new QWidget;
        auto* inWhen = new QVBoxLayout(when);
        inWhen->setContentsMargins(0, u(3.5), 0, 0);
        inWhen->setSpacing(0);
        inWhen->addWidget(new Text(tr("Added"), TextSize::Small, &Tokens::ink2));
        inWhen->addWidget(new Text(QLocale().toString(row.document->importedAt.date(), tr("d MMM yyyy")),
                                   TextSize::Body, &Tokens::ink2));
        QWidget* box = card(row);
        if (record::isToRead(*row.document) && !snapshot->readOnly) {
            auto* write = linkButton(tr("Write in what it says…"));
            write->setAccessibleName(tr("Write in what it says: %1").arg(row.document->name));
            box->layout()->addWidget(write);
            connect(write, &QPushButton::clicked, this, [this, id = row.document->id] { Q_EMIT writeInAsked(id); });
        }
        if (!snapshot->readOnly) {
            auto* out = linkButton(tr("Take it out…"));
            out->setAccessibleName(tr("Take this document out: %1").arg(row.document->name));
            box->layout()->addWidget(out);
            connect(out, &QPushButton::clicked, this,
                    [this, id = row.document->id] { Q_EMIT withdrawalAsked(id); });
        }
        m_sheet->addRow(when, box);
    }
    m_sheet->addStretch();
}

void DocumentsPage::takeFocus()
{
    if (m_add->isVisible())
        m_add->setFocus();
    else
        setFocus();
}

} // namespace app
