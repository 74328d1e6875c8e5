// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/code_sets.h"
#include "catalogue/identifiers.h"
#include "catalogue/items.h"
#include "readers/read.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <set>

using namespace Qt::StringLiterals;
using namespace readers;

namespace {

const QString folder = QStringLiteral(SOURCE_ROOT "/resources/demo/");

class Collected : public Sink {
public:
    base::Result<void> entry(int /*part*/, int /*pupil*/, record::Entry entry) override
    {
        entries.push_back(std::move(entry));
        return {};
    }
    std::vector<record::Entry> entries;
};

struct Read {
    ReadReport report;
    std::vector<record::Entry> entries;
};

record::Selection mina()
{
    record::Selection selection;
    selection.person.name = u"Mina Rose Okafor-Hale"_s;
    selection.person.born = QDate(2001, 10, 14);
    return selection;
}

base::Result<Read> readAll()
{
    std::vector<QString> paths;
    const QStringList files = QDir(folder).entryList({u"*.csv"_s, u"*.xml"_s}, QDir::Files, QDir::Name);
    for (const QString& name : files) {
        if (name != u"schools.csv")
            paths.push_back(folder + name);
    }
    auto source = openSource(paths);
    if (!source)
        return tl::unexpected<base::Error>(source.error());
    Collected sink;
    auto report = read(*source, mina(), sink);
    if (!report)
        return tl::unexpected<base::Error>(report.error());
    return Read{std::move(*report), std::move(sink.entries)};
}

const record::Value* itemOf(const record::Entry& entry, QStringView item)
{
    for (const record::Value& value : entry.values) {
        if (value.item == item)
            return &value;
    }
    return nullptr;
}

} // namespace

class TestDemo : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto all = readAll();
        QVERIFY2(all, all ? "" : qPrintable(all.error().message));
        m_read = std::move(*all);
    }

    void nothingIsUnknown()
    {
        for (const ReadDocument& document : m_read.report.documents) {
            for (const ReadDocument::Unknown& unknown : document.unknown)
                QFAIL(qPrintable(document.document.name + u": " + unknown.where + u' ' + unknown.name));
            for (const QString& warning : document.warnings)
                QFAIL(qPrintable(document.document.name + u": " + warning));
            QVERIFY2(document.entries > 0, qPrintable(document.document.name));
        }
    }

    void numbersAreExamplesWithRightCheckLetters()
    {
        for (const record::Entry& entry : m_read.entries) {
            for (const record::Value& value : entry.values) {
                if (value.name == u"UPN" || value.name.endsWith("_UPN"_L1)) {
                    const auto reading = catalogue::readUpn(value.raw);
                    QCOMPARE(reading.validity, catalogue::Validity::Example);
                }
                if (value.name == u"ULN_Census" && !value.raw.isEmpty())
                    QVERIFY(catalogue::readUln(value.raw).validity != catalogue::Validity::Invalid);
            }
        }
    }

    void everyCodeHasAMeaningInItsYear()
    {
        std::set<QString> doubtful;
        for (const record::Entry& entry : m_read.entries) {
            for (const record::Value& value : entry.values) {
                if (value.item.isEmpty() || value.raw.isEmpty())
                    continue;
                auto id = catalogue::itemNamed(value.item, entry.collection);
                if (!id)
                    id = catalogue::itemNamed(value.item);
                QVERIFY2(id, qPrintable(value.item));
                const catalogue::Item item = catalogue::item(*id);
                // Marks and totals are numbers, not codes; a term says itself what it means.
                bool number = false;
                value.raw.toDouble(&number);
                const bool coded = (!item.codeSet.isEmpty() || item.allowedCodes.contains(u" = ")) &&
                                   !(number && item.dataType != u"Dichotomous") && !catalogue::parseTerm(value.raw);
                if (coded && !catalogue::meaningOf(item, entry.year, value.raw).known)
                    doubtful.insert(value.item + u" = " + value.raw + u" in " +
                                    (entry.year ? entry.year->text() : u"?"_s));
            }
        }
        for (const QString& one : doubtful)
            qWarning("%s", qPrintable(one));
        QVERIFY(doubtful.empty());
    }

    void oneYearIsMissingAndTheOthersAreThere()
    {
        std::set<int> years;
        for (const record::Entry& entry : m_read.entries) {
            if (entry.collection == u"SC" && entry.term == catalogue::Term::Spring && entry.year)
                years.insert(entry.year->start);
        }
        QCOMPARE(years, (std::set<int>{2006, 2007, 2008, 2009, 2010, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019}));
        for (const record::Entry& entry : m_read.entries) {
            if (entry.year)
                QVERIFY(entry.year->start != 2011);
        }
    }

    void theOddValueStandsInTwoSprings()
    {
        int odd = 0;
        for (const record::Entry& entry : m_read.entries) {
            const record::Value* group = itemOf(entry, u"EthnicGroupMinor_[term][yy]");
            if (!group || group->raw != u"WBRI")
                continue;
            ++odd;
            QVERIFY(entry.year->start == 2009 || entry.year->start == 2010);
            QCOMPARE(entry.term, catalogue::Term::Spring);
            QCOMPARE(itemOf(entry, u"EthnicitySource_[term][yy]")->raw, u"S"_s);
            QCOMPARE(entry.date, entry.year->start == 2009 ? QDate(2010, 1, 21) : QDate(2011, 1, 20));
        }
        QCOMPARE(odd, 2);
    }

    void aSourceOfEthnicityOnlyWhereItWasAsked()
    {
        for (const record::Entry& entry : m_read.entries) {
            const record::Value* source = itemOf(entry, u"EthnicitySource_[term][yy]");
            if (source && !source->raw.isEmpty())
                QVERIFY(entry.year->start <= 2010);
        }
    }

    void collections()
    {
        std::map<QString, std::set<QString>> years;
        for (const record::Entry& entry : m_read.entries) {
            if (entry.year)
                years[entry.collection].insert(entry.year->text());
        }
        QCOMPARE(years[u"EYFSP"_s], (std::set<QString>{u"2006/07"_s}));
        QVERIFY(years[u"KS1"_s].contains(u"2008/09"_s));
        QVERIFY(years[u"KS2"_s].contains(u"2012/13"_s));
        QCOMPARE(years[u"KS4"_s], (std::set<QString>{u"2017/18"_s}));
        QCOMPARE(years[u"KS5"_s], (std::set<QString>{u"2019/20"_s}));
        QCOMPARE(years[u"ABS"_s].size(), std::size_t(10));
        QCOMPARE(years[u"EXC"_s], (std::set<QString>{u"2014/15"_s}));
        QVERIFY(!years.contains(u"PHON"_s));
        QVERIFY(!years.contains(u"OTHER"_s));
    }

    void contactsAreWithheld()
    {
        bool found = false;
        for (const ReadDocument& document : m_read.report.documents) {
            if (document.document.format != u"ctf")
                continue;
            found = true;
            QVERIFY(!document.kept.contains("07700"));
            QVERIFY(!document.kept.contains("Sample"));
            QVERIFY(document.kept.contains("bytes, contacts]"));
            QCOMPARE(document.notTaken.front().count, 2);
        }
        QVERIFY(found);
        for (const record::Entry& entry : m_read.entries) {
            for (const record::Value& value : entry.values)
                QVERIFY(!value.raw.contains(u"07700"));
        }
    }

    void everySchoolIsInTheDirectory()
    {
        QFile file(folder + u"schools.csv");
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString directory = QString::fromUtf8(file.readAll());
        QVERIFY(directory.startsWith(u"LAESTAB,URN,name,phase,opened,closed\r\n"));
        for (const record::Entry& entry : m_read.entries) {
            if (!entry.establishment.isEmpty())
                QVERIFY2(directory.contains(entry.establishment), qPrintable(entry.establishment));
        }
    }

private:
    Read m_read;
};

QTEST_GUILESS_MAIN(TestDemo)
#include "tst_demo.moc"
