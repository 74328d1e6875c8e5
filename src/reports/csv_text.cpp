// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/csv_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace reports {

namespace {

bool plainNumber(QStringView cell)
{
    const QStringView digits = cell.mid(cell.startsWith(u'-') || cell.startsWith(u'+') ? 1 : 0);
    qsizetype points = 0;
    for (const QChar c : digits) {
        if (c == u'.' || c == u',')
            ++points;
        else if (c < u'0' || c > u'9')
            return false;
    }
    return points <= 1 && digits.size() > points && digits.front() != u',' && digits.back() != u',';
}

QString quoted(QString cell)
{
    const bool needed = std::any_of(cell.cbegin(), cell.cend(), [](QChar c) {
        return c == u',' || c == u'"' || c == u'\r' || c == u'\n';
    }) || cell.startsWith(u' ') || cell.endsWith(u' ');
    return needed ? QString(u'"' + cell.replace(u'"', u"\"\""_s) + u'"') : cell;
}

} // namespace

bool looksLikeFormula(QStringView cell)
{
    if (cell.isEmpty())
        return false;
    constexpr QStringView starts = u"=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
    return starts.contains(cell.front()) && !plainNumber(cell);
}

QByteArray csvRow(const QStringList& cells)
{
    QStringList out;
    bool guarded = false;
    for (const QString& cell : cells) {
        const bool guard = looksLikeFormula(cell);
        guarded = guarded || guard;
        out << quoted(guard ? QString(u'\'' + cell) : cell);
    }
    out << (guarded ? u"yes"_s : QString());
    return out.join(u',').append(u"\r\n"_s).toUtf8();
}

QByteArray csvHead(const QStringList& headings)
{
    QStringList all = headings;
    all << u"guarded"_s;
    return QByteArray("\xef\xbb\xbf").append(all.join(u',').toUtf8()).append("\r\n");
}

} // namespace reports
