// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/pdf_trace.h"

#include <algorithm>

namespace reports {

namespace {

// End of a literal string that starts at `open`: brackets nest and a backslash takes the next byte with it.
qsizetype endOfString(const QByteArray& pdf, qsizetype open)
{
    int depth = 0;
    for (qsizetype n = open; n < pdf.size(); ++n) {
        if (pdf[n] == '\\')
            ++n;
        else if (pdf[n] == '(')
            ++depth;
        else if (pdf[n] == ')' && --depth == 0)
            return n + 1;
    }
    return -1;
}

void blank(QByteArray& pdf, qsizetype from, qsizetype to)
{
    std::fill(pdf.begin() + from, pdf.begin() + to, ' ');
}

void blankEntry(QByteArray& pdf, qsizetype from, qsizetype to, const QByteArray& key)
{
    const qsizetype at = pdf.indexOf(key, from);
    if (at < 0 || at >= to)
        return;
    const qsizetype open = pdf.indexOf('(', at);
    if (open < 0 || open >= to)
        return;
    if (const qsizetype end = endOfString(pdf, open); end > 0)
        blank(pdf, at, end);
}

} // namespace

QByteArray withoutTrace(QByteArray pdf)
{
    // From Qt 6.8 on there is a metadata packet as well, with maker, time of day and a random number.
    if (const qsizetype packet = pdf.indexOf("<x:xmpmeta"); packet > 0) {
        const qsizetype open = pdf.indexOf('>', packet) + 1;
        const qsizetype close = pdf.indexOf("</x:xmpmeta>", open);
        if (open > 0 && close > open)
            blank(pdf, open, close);
    }
    const qsizetype trailer = pdf.lastIndexOf("trailer");
    if (trailer < 0)
        return pdf;
    const qsizetype info = pdf.indexOf("/Info ", trailer);
    if (info > 0) {
        const qsizetype number = info + 6;
        QByteArray object = pdf.mid(number, pdf.indexOf(' ', number) - number);
        object.prepend('\n').append(" 0 obj");
        const qsizetype from = pdf.indexOf(object);
        const qsizetype to = from < 0 ? -1 : pdf.indexOf("endobj", from);
        if (to > 0)
            for (const char* key : {"/CreationDate", "/ModDate", "/Producer", "/Creator"})
                blankEntry(pdf, from, to, key);
    }
    if (const qsizetype id = pdf.indexOf("/ID", trailer); id > 0)
        if (const qsizetype end = pdf.indexOf(']', id); end > 0)
            blank(pdf, id, end + 1);
    return pdf;
}

} // namespace reports
