// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/exposure_sentences.h"

#include "catalogue/collections.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

QString tr(const char* text, int n = -1) { return QCoreApplication::translate("insight::exposure", text, nullptr, n); }

QString span(catalogue::AcademicYear first, catalogue::AcademicYear last)
{
    return first == last ? first.text() : tr("%1 to %2").arg(first.text(), last.text());
}

constexpr char yearsKey = 0;
constexpr char entriesKey = 0;
constexpr char noneKey = 0;
constexpr char sampleKey = 0;

} // namespace

QString ExposureSentences::fixed(const char* text)
{
    return kept({text, 0, 0, {}}, [&] { return tr(text); });
}

QString ExposureSentences::years(catalogue::AcademicYear first, catalogue::AcademicYear last)
{
    return kept({&yearsKey, first.start, last.start, {}},
                [&] { return tr("Years: it covers %1.").arg(span(first, last)); });
}

QString ExposureSentences::entries(const QString& collection, catalogue::AcademicYear first,
                                   catalogue::AcademicYear last, int count)
{
    return kept({&entriesKey, first.start * 10000LL + last.start, count, collection}, [&] {
        const QString name = catalogue::collectionName(collection);
        if (count == 1)
            return tr("%1: these files hold an entry for %2.").arg(name, first.text());
        return tr("%1: these files hold entries for %2 school years, %3.")
            .arg(name, QString::number(count), span(first, last));
    });
}

QString ExposureSentences::noEntries(const QStringList& collections)
{
    return kept({&noneKey, 0, 0, collections.join(u' ')}, [&] {
        QStringList names;
        for (const QString& key : collections)
            names << catalogue::collectionName(key);
        return tr("%1: these files hold no entry that falls into it.").arg(names.join(u", "_s));
    });
}

QString ExposureSentences::sample(double share)
{
    return kept({&sampleKey, qint64(std::llround(share * 1e6)), 0, {}}, [&] {
        if (share > 0 && std::abs(1 / share - std::round(1 / share)) < 0.01)
            return tr("It was a sample: about 1 in %1 were in it, so it is possible and no more.")
                .arg(qRound(1 / share));
        return tr("It was a sample: about %1 in 100 were in it, so it is possible and no more.").arg(qRound(share * 100));
    });
}

QString ExposureSentences::number(const char* text, int first, int second)
{
    return kept({text, first, second, {}}, [&] {
        const QString pattern = tr(text);
        return pattern.contains(u"%2") ? pattern.arg(QString::number(first), QString::number(second))
                                       : pattern.arg(QString::number(first));
    });
}

} // namespace insight
