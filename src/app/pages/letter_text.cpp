// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/letter_text.h"

#include "app/theme/tokens.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextList>

namespace app {

namespace {

using requests::Letter;
using requests::Part;
using requests::PartKind;
using requests::Run;

QTextCharFormat runFormat(const Run& run, PartKind kind)
{
    const Tokens& t = Tokens::current();
    QTextCharFormat format;
    QFont font = letterFont();
    if (kind == PartKind::Subject) {
        font.setPointSizeF(font.pointSizeF() * 1.1);
        font.setBold(true);
    }
    if (run.strong) {
        font.setBold(true);
        format.setProperty(strongProperty, true);
    }
    format.setFont(font);
    format.setForeground(run.blank ? t.ink2 : t.ink);
    if (run.blank) {
        format.setProperty(blankProperty, run.text);
        format.setUnderlineStyle(QTextCharFormat::DotLine);
        format.setUnderlineColor(t.ink2);
    }
    return format;
}

QTextBlockFormat blockFormat(int part, PartKind kind, bool first, bool last)
{
    QTextBlockFormat format;
    format.setProperty(partProperty, part);
    format.setLineHeight(118, QTextBlockFormat::ProportionalHeight);
    if (kind == PartKind::Date)
        format.setAlignment(Qt::AlignRight);
    const bool paragraphs = kind == PartKind::Paragraph;
    format.setTopMargin(first && kind == PartKind::Subject ? u(2) : 0);
    format.setBottomMargin(last || paragraphs ? u(kind == PartKind::Closing ? 3 : 2.5) : 0);
    return format;
}

bool isList(PartKind kind)
{
    return kind == PartKind::Asks || kind == PartKind::Enclosures;
}

void appendRun(std::vector<Run>& runs, Run run)
{
    if (run.text.isEmpty())
        return;
    if (!runs.empty() && !runs.back().blank && !run.blank && runs.back().strong == run.strong)
        runs.back().text += run.text;
    else
        runs.push_back(std::move(run));
}

const Part* partNamed(const Letter& letter, const QString& id)
{
    for (const Part& part : letter.parts)
        if (part.id == id)
            return &part;
    return nullptr;
}

// Runs that look the same are the same: "a"+"b" plain equals "ab" plain.
std::vector<std::vector<Run>> joined(const std::vector<std::vector<Run>>& lines)
{
    std::vector<std::vector<Run>> all;
    for (const std::vector<Run>& line : lines) {
        std::vector<Run> runs;
        for (const Run& run : line)
            appendRun(runs, run);
        all.push_back(std::move(runs));
    }
    return all;
}

} // namespace

void writeLetter(QTextDocument* document, const Letter& letter)
{
    document->clear();
    document->setDefaultFont(letterFont());
    QTextCursor cursor(document);
    cursor.beginEditBlock();
    bool firstBlock = true;
    for (int i = 0; i < int(letter.parts.size()); ++i) {
        const Part& part = letter.parts[std::size_t(i)];
        QTextList* list = nullptr;
        for (std::size_t n = 0; n < part.lines.size(); ++n) {
            const QTextBlockFormat format = blockFormat(i, part.kind, n == 0, n + 1 == part.lines.size());
            if (firstBlock)
                cursor.setBlockFormat(format);
            else
                cursor.insertBlock(format, QTextCharFormat());
            firstBlock = false;
            if (isList(part.kind)) {
                if (!list) {
                    QTextListFormat listFormat;
                    listFormat.setStyle(part.kind == PartKind::Asks ? QTextListFormat::ListDecimal
                                                                    : QTextListFormat::ListDisc);
                    listFormat.setIndent(1);
                    list = cursor.createList(listFormat);
                } else {
                    list->add(cursor.block());
                }
            } else if (cursor.block().textList()) {
                cursor.block().textList()->remove(cursor.block());
                cursor.setBlockFormat(format);
            }
            cursor.setBlockCharFormat(runFormat({}, part.kind));
            for (const Run& run : part.lines[n])
                cursor.insertText(run.text, runFormat(run, part.kind));
        }
    }
    cursor.endEditBlock();
}

int partOf(const QTextBlock& block)
{
    const QVariant part = block.blockFormat().property(partProperty);
    return part.isValid() ? part.toInt() : -1;
}

Letter readLetter(const QTextDocument* document, const Letter& like)
{
    Letter letter = like;
    for (Part& part : letter.parts)
        part.lines.clear();
    int at = 0;
    for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
        const int own = partOf(block);
        if (own >= 0 && own < int(letter.parts.size()))
            at = own; // text pasted without the property belongs to the part it follows
        if (letter.parts.empty())
            break;
        std::vector<Run> runs;
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment fragment = it.fragment();
            const QTextCharFormat format = fragment.charFormat();
            Run run;
            run.text = fragment.text();
            run.text.replace(QChar::LineSeparator, u' ');
            run.strong = format.boolProperty(strongProperty);
            run.blank = format.hasProperty(blankProperty) && format.stringProperty(blankProperty) == run.text;
            appendRun(runs, std::move(run));
        }
        letter.parts[std::size_t(at)].lines.push_back(std::move(runs));
    }
    return letter;
}

QStringList editedParts(const Letter& composed, const Letter& edited)
{
    QStringList ids;
    for (const Part& part : edited.parts)
        if (const Part* before = partNamed(composed, part.id); before && joined(before->lines) != joined(part.lines))
            ids << part.id;
    return ids;
}

Letter keepEdits(const Letter& before, const Letter& edited, Letter after)
{
    const QStringList kept = editedParts(before, edited);
    for (Part& part : after.parts)
        if (kept.contains(part.id))
            part.lines = partNamed(edited, part.id)->lines;
    return after;
}

} // namespace app
