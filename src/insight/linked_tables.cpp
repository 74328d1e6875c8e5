// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/linked_tables.h"

#include "insight/fields.h"
#include "insight/time_order.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("insight", text); }

// Datasets as the request form names its sheets.
struct Table {
    QLatin1StringView dataset;
    LinkedKind kind = LinkedKind::Job;
};
constexpr std::array tables{
    Table{"Employment"_L1, LinkedKind::Job},         Table{"Benefit"_L1, LinkedKind::Benefit},
    Table{"Earnings_and_IDBR"_L1, LinkedKind::Earnings}, Table{"SA"_L1, LinkedKind::SelfEmployment},
    Table{"CJRS"_L1, LinkedKind::Support},           Table{"SEISS"_L1, LinkedKind::Support},
    Table{"Geography"_L1, LinkedKind::Area},         Table{"IDBR_ENTERPRISE"_L1, LinkedKind::Employer},
};

bool is(const QString& stem, QLatin1StringView name)
{
    return stem.compare(name, Qt::CaseInsensitive) == 0;
}

// Keys that join the tables say nothing about the person.
bool isKey(const QString& stem)
{
    return is(stem, "EDUKEY"_L1) || is(stem, "AE_ID"_L1) || is(stem, "RECORDID"_L1) || is(stem, "SourceYear"_L1);
}

// "201516", "2015/16", "2016": tax years run from 6 April; a bare year is not taken to be one.
QString taxYear(const QString& raw, QDate& from)
{
    static const QRegularExpression both(u"^(\\d{4})\\D?(?:\\d{2})?(\\d{2})$"_s);
    const auto match = both.match(raw);
    if (!match.hasMatch())
        return tr("tax year %1").arg(raw);
    from = QDate(match.capturedView(1).toInt(), 4, 6);
    return tr("tax year %1/%2").arg(match.captured(1), match.captured(2));
}

QString money(const QString& raw)
{
    bool isNumber = false;
    const double pounds = raw.toDouble(&isNumber);
    return isNumber ? tr("£%1").arg(QLocale().toString(pounds, 'f', 0)) : raw;
}

QString day(const QString& raw)
{
    const QDate known = readDay(raw);
    return known.isValid() ? QLocale().toString(known, QLocale::ShortFormat) : raw;
}

QString wordsOfField(const Field& field, const record::Entry& entry, const QString& raw, Fields& fields)
{
    const QString& stem = field.stem;
    if (is(stem, "Earnings"_L1) || is(stem, "EARNINGS_PTR"_L1) || is(stem, "EARNINGS_SOLE"_L1)
        || is(stem, "EARNINGS_SELF_EMPLOYMENT"_L1) || is(stem, "SEISS_TOT_AMT"_L1)) {
        const QString what = is(stem, "EARNINGS_PTR"_L1)  ? tr("earned in a partnership: %1")
            : is(stem, "EARNINGS_SOLE"_L1)                ? tr("earned as a sole trader: %1")
            : is(stem, "EARNINGS_SELF_EMPLOYMENT"_L1)     ? tr("earned by working for oneself: %1")
            : is(stem, "SEISS_TOT_AMT"_L1)                ? tr("help for the self-employed in the pandemic: %1")
                                                          : tr("earned: %1");
        return what.arg(money(raw));
    }
    if (is(stem, "UncertainStartDate"_L1) || is(stem, "UncertainEndDate"_L1)) {
        if (raw != "1"_L1)
            return {};
        return is(stem, "UncertainStartDate"_L1) ? tr("the first day is uncertain") : tr("the last day is uncertain");
    }
    if (is(stem, "Num_Employments"_L1))
        return tr("number of jobs: %1").arg(raw);
    if (is(stem, "Self_Employed"_L1))
        return raw == "1"_L1 ? tr("worked for oneself") : tr("worked for oneself: %1").arg(raw);
    return tr("%1: %2").arg(field.title, wordsOf(fields.meaning(field, entry, raw), raw));
}

LinkedRow rowOf(const record::Entry& entry, LinkedKind kind, Fields& fields)
{
    LinkedRow row;
    row.kind = kind;
    row.entry = entry.id;
    row.locates = kind == LinkedKind::Area || kind == LinkedKind::Employer;
    QString first, last;
    QStringList words;
    for (const record::Value& value : entry.values) {
        const QString raw = value.raw.trimmed();
        const Field& field = fields.of(entry, value);
        if (raw.isEmpty() || raw.compare("NULL"_L1, Qt::CaseInsensitive) == 0 || isKey(field.stem))
            continue;
        row.values.push_back(value.id);
        row.locates = row.locates || field.locates;
        if (is(field.stem, "StartDate"_L1)) {
            first = day(raw);
            row.from = readDay(raw);
        } else if (is(field.stem, "EndDate"_L1)) {
            last = day(raw);
        } else if (is(field.stem, "TaxYear"_L1)) {
            row.when = taxYear(raw, row.from);
        } else if (const QString said = wordsOfField(field, entry, raw, fields); !said.isEmpty()) {
            words << said;
        }
    }
    if (!first.isEmpty() || !last.isEmpty())
        row.when = last.isEmpty() ? tr("from %1").arg(first) : tr("%1 to %2").arg(first.isEmpty() ? tr("?") : first, last);
    if (row.when.isEmpty())
        row.when = collectionMoment(entry);
    row.words = words.join(tr("; "));
    return row;
}

} // namespace

std::vector<LinkedRow> linkedTables(const record::Record& record, const record::Decisions& decisions)
{
    const OwnEntries entries(record, decisions);
    Fields fields;
    std::vector<LinkedRow> rows;
    for (const record::Entry* entry : entries.all()) {
        if (entry->collection != "LEO"_L1)
            continue;
        const auto table = std::find_if(tables.begin(), tables.end(), [&](const Table& one) {
            return entry->dataset.startsWith(one.dataset, Qt::CaseInsensitive);
        });
        if (table == tables.end())
            continue; // look-up tables of keys
        LinkedRow row = rowOf(*entry, table->kind, fields);
        if (!row.values.empty())
            rows.push_back(std::move(row));
    }
    std::stable_sort(rows.begin(), rows.end(), [](const LinkedRow& a, const LinkedRow& b) {
        return a.kind != b.kind ? a.kind < b.kind : undatedLast(a.from) < undatedLast(b.from);
    });
    return rows;
}

} // namespace insight
