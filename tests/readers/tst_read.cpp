// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/digest.h"
#include "readers/format.h"
#include "table_fixtures.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <zip.h>

using namespace Qt::StringLiterals;
using namespace readers;
using namespace fixtures;

namespace {

const record::Selection mina = person(u"Mina Okafor-Hale"_s, QDate(2001, 10, 14));
const QByteArray table = "UPN,Surname,Forename,DOB,FSMeligible_SPR14\nA000260000031,Okafor-Hale,Mina,14/10/2001,1\n";

QString written(const QTemporaryDir& folder, const QString& name, const QByteArray& bytes)
{
    const QString path = folder.filePath(name);
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
    return path;
}

// A sample: what reading it for everyone gives, or a word of the refusal.
struct Sample {
    const char* path;
    int pupils;
    int entries;
    int values;
    const char* refusal;
};

constexpr Sample samples[] = {
    {"attainment/dssg/ks4_original_sep20.csv", 5, 5, 410, ""},
    {"attainment/dssg/tempalte_ks4.csv", 0, 0, 0, ""},
    {"cin_census/CIN2rows.xml", 1, 7, 37, ""},
    {"cin_census/CIN_Census_2021.xml", 1, 6, 37, ""}, // text between elements, a day in 1066
    {"cin_census/CIN_Census_2021_no_assessment_factors.xml", 1, 6, 31, ""},
    {"cin_census/CIN_header_issues_100.xml", 1, 6, 37, ""},
    {"cin_census/CIN_la_issues_2887Q.xml", 1, 6, 37, ""},
    {"ctf/arcio_generator/1001027_1001059_000.xml", 4, 20, 171, ""}, // two roots, days in three spellings
    {"ctf/mtc_service/9991001_MTC_9991001_2020.xml", 12, 24, 312, ""},
    {"ctf/mtc_service/9991001_MTC_9991001_2022.xml", 12, 24, 312, ""},
    {"fsm_eligibility/hmrc_fsm_example.xml", 0, 0, 0, "list of parents"},
    {"fsm_eligibility/home_office_nass_small.csv", 0, 0, 0, "no row that says what its columns hold"},
    {"fsm_eligibility/sample-bulk-import-applications.csv", 5, 5, 25, ""},
    {"giap/fe_searchindex_returns_many_pupils.json", 10, 10, 100, ""},
    {"giap/giap_download_columns.csv", 0, 0, 0, "does not say which pupil"},
    {"giap/npd_searchindex_returns_many_pupils.json", 10, 10, 90, ""},
    {"giap/pupilpremium_searchindex_returns_many_pupils.json", 10, 10, 90, ""},
    {"gias/ebi_gias_all_links.csv", 0, 0, 0, "does not say which pupil"},
    {"gias/edubase_2019_sample_heads_blanked.csv", 0, 0, 0, "national list of schools"},
    {"gias/edubase_local_authorities.tsv", 0, 0, 0, "does not say which pupil"},
    {"gias/edubasealldata20250422-establishment-types.csv", 0, 0, 0, "does not say which pupil"},
    {"gias/local_authority_eng_register.tsv", 0, 0, 0, "does not say which pupil"},
    {"gias/schools_urn_name.csv", 0, 0, 0, "national list of schools"},
    {"hesa/hesa_itt_record.xml", 1, 3, 75, ""}, // NULL 19 times, three spellings of a day
    {"interop/clr20_simple-noproof.json", 1, 4, 51, ""},
    {"interop/clr20_simple.json", 1, 4, 47, ""},
    {"interop/clr20_simple_v1.json", 1, 7, 274, ""},
    {"interop/clr_extended_transcript.json", 1, 5, 101, ""},
    {"interop/ob30_complete.json", 1, 1, 310, ""},
    {"ilr/ILR-99999999-2526-20250108-094401.xml", 18, 68, 1079, ""}, // 19 learners, two with one number and birthday
    {"looked_after_903/DoLo.csv", 1, 1, 4, ""},
    {"looked_after_903/SSDA903_episodes_for_testing_fixes_INPUT.csv", 10, 23, 345, ""}, // days as ISO
    {"looked_after_903/ad1.csv", 29, 29, 145, ""},                                      // without what it says of adopters
    {"looked_after_903/ch_fake.xlsx", 0, 0, 0, "does not say which pupil"},             // a list of children's homes
    {"looked_after_903/episodes.csv", 2123, 5050, 65650, ""},
    {"looked_after_903/fake_903.xml", 253, 2433, 11459, ""}, // one line of 350 KB
    {"looked_after_903/header.csv", 2675, 2675, 16050, ""},
    {"looked_after_903/liia_SSDA903_2020_episodes.csv", 2, 5, 70, ""},
    {"looked_after_903/liia_SSDA903_2020_header.csv", 5, 5, 30, ""}, // two numbers, five children
    {"looked_after_903/missing.csv", 39, 43, 215, ""},
    {"looked_after_903/oc3.csv", 53, 53, 265, ""},
    {"looked_after_903/sw_episodes.csv", 1, 1, 5, ""},
    {"looked_after_903/uasc.csv", 132, 132, 528, ""},
    {"lrs_plr/test_error_down_ful.xml", 0, 0, 0, "an error message of the Learning Records Service"},
    {"lrs_plr/test_error_ful.xml", 0, 0, 0, "an error message of the Learning Records Service"},
    {"lrs_plr/test_find_by_demographic_exact_match_ful.xml", 1, 1, 26, ""},
    {"lrs_plr/test_find_by_demographic_no_match_ful.xml", 0, 0, 0, ""},
    {"lrs_plr/test_find_by_demographic_possible_match_two_learners_ful.xml", 2, 2, 51, ""},
    {"lrs_plr/test_find_by_demographic_too_many_matches_ful.xml", 0, 0, 0, ""},
    {"lrs_plr/test_get_learning_events_exact_match_full.xml", 1, 2, 18, ""},
    {"lrs_plr/test_get_learning_events_not_shared.xml", 1, 1, 2, ""}, // refused, not empty
    {"lrs_plr/test_get_learning_events_not_verified.xml", 1, 1, 2, ""},
    {"lrs_plr/wiremock_FindLearnerByDemographics_exact_match_chk.xml", 1, 1, 10, ""},
    {"lrs_plr/wiremock_FindLearnerByDemographics_exact_match_ful.xml", 1, 1, 26, ""},
    {"lrs_plr/wiremock_FindLearnerByDemographics_no_match_ful.xml", 0, 0, 0, ""},
    {"lrs_plr/wiremock_FindLearnerByDemographics_possible_match_two_learners_ful.xml", 2, 2, 51, ""},
    {"lrs_plr/wiremock_FindLearnerByDemographics_too_many_matches_ful.xml", 0, 0, 0, ""},
    {"lrs_plr/wiremock_GetLearnerLearningEvents_exact_match_brief.xml", 1, 2, 12, ""},
    {"lrs_plr/wiremock_GetLearnerLearningEvents_exact_match_full.xml", 1, 8, 130, ""},
    {"lrs_plr/wiremock_GetLearnerLearningEvents_not_shared.xml", 1, 1, 3, ""},
    {"lrs_plr/wiremock_GetLearnerLearningEvents_not_verified.xml", 1, 1, 2, ""},
    {"mis_export/dfe_edge_cases/placements_injected.csv", 0, 0, 0, "does not say which pupil"},
    {"mis_export/dfe_edge_cases/recommendations_upload_not_a_csv.csv", 0, 0, 0, "no text or table"},
    {"mis_export/dfe_edge_cases/trainee_uploads_v2026_1_file_with_headers_and_blank_entries.csv", 0, 0, 0, ""},
    {"mis_export/dfe_edge_cases/trainee_uploads_v2026_1_five_trainees_with_mixed_case_headers.csv", 5, 5, 255, ""},
    {"mis_export/dfe_edge_cases/trainee_uploads_v2026_1_mixed_headers_encoding.csv", 5, 5, 255, ""},
    {"mis_export/dfe_edge_cases/trainee_uploads_v2026_1_mixed_rows_encoding.csv", 5, 5, 255, ""},
    {"mis_export/dfe_edge_cases/trainee_uploads_v2026_1_three_trainees_with_blank_rows.csv", 3, 3, 153, ""},
    {"mis_export/mis_api_learner_flat.json", 1, 1, 47, ""},
    {"mis_export/mis_api_learner_input.json", 1, 5, 72, ""},
    {"nccis/dssg/ccis_original_mar16.csv", 5, 5, 260, ""},
    {"nccis/dssg/ccis_original_mar22.csv", 5, 5, 235, ""},
    {"nccis/dssg/characteristics_original_mar22.csv", 4, 4, 76, ""}, // one row names nobody
    {"nccis/dssg/template_nccis.csv", 0, 0, 0, ""},
    {"npd_dictionary/reduced_table.xlsx", 0, 0, 0, "does not say which pupil"},
    {"npd_dictionary/simple_table.xlsx", 0, 0, 0, "does not say which pupil"}, // style numbers past the end: no harm
    {"npd_extract/echild_synthetic_spine_head.csv", 10, 10, 20, ""},
    {"school_census/dssg/attendance_original_jan15.csv", 5, 5, 135, ""},
    {"school_census/dssg/attendance_original_jan22.csv", 5, 5, 180, ""}, // session codes as headings, "/" among them
    {"school_census/dssg/attendance_original_oct14.csv", 5, 5, 140, ""},
    {"school_census/dssg/attendance_original_oct15.csv", 5, 5, 135, ""},
    {"school_census/dssg/census_original_jan17.csv", 5, 5, 180, ""},
    {"school_census/dssg/census_original_jan18.csv", 5, 5, 180, ""},
    {"school_census/dssg/template_attendance.csv", 0, 0, 0, ""},
    {"school_census/dssg/template_census.csv", 0, 0, 0, ""},
    {"school_census/dssg/template_exclusions.csv", 0, 0, 0, ""},
    {"school_census/liia/2024_autumn_addressesoffroll.csv", 0, 0, 0, "one table of a School Census"},
    {"school_census/liia/2024_autumn_fsmperiodsonroll.csv", 0, 0, 0, "one table of a School Census"},
    {"school_census/liia/2024_autumn_pupilnolongeronroll.csv", 297, 308, 14168, ""},
    {"school_census/liia/2024_autumn_pupilonroll.csv", 9088, 9088, 581632, ""},
    {"school_census/liia/2024_autumn_termlyexclusionsoffroll.csv", 0, 0, 0, "one table of a School Census"},
    {"school_census/liia/2024_autumn_termlyexclusionsonroll.csv", 0, 0, 0, "one table of a School Census"},
    {"school_census/mtc/mtc-census-headers.csv", 0, 0, 0, ""},
    {"school_census/mtc/mtc-pupil-details-template-sheet-1.csv", 0, 0, 0, ""},
    {"school_census/mtc/pupil-census-data.csv", 79, 79, 1027, ""},
    {"school_census/mtc/pupil-census-data_error.csv", 78, 79, 1027, ""}, // one UPN twice
    {"school_census/mtc/pupilCensusDataEmptyForname.csv", 79, 79, 1027, ""},
    {"school_census/mtc/pupilCensusDataEmptyGender.csv", 79, 79, 1027, ""},
    {"school_census/mtc/pupilCensusDataEmptyLastname.csv", 78, 79, 1027, ""},
};

} // namespace

class TestRead : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensFilesAndZips()
    {
        const QTemporaryDir folder;
        const QByteArray zip = zipped({{u"folder/a.csv"_s, table}, {u"__MACOSX/folder/._a.csv"_s, "junk"}, {u"b.csv"_s, table}, {u"empty.csv"_s, ""}, {u".DS_Store"_s, "x"}});
        const auto source = openSource({written(folder, u"c.csv"_s, table), written(folder, u"all.zip"_s, zip), written(folder, u"book.xlsx"_s, xlsx({}))});
        QVERIFY2(source.has_value(), source ? "" : qPrintable(source.error().message));
        QStringList names;
        for (const SourcePart& part : source->parts)
            names << part.container + u'/' + part.name;
        QCOMPARE(names, (QStringList{u"/c.csv"_s, u"all.zip/a.csv"_s, u"all.zip/b.csv"_s, u"/book.xlsx"_s}));
        // A member can be read twice, and its digest is that of the delivered bytes.
        Collected sink;
        const Source member{{source->parts[1]}};
        for (int round = 0; round < 2; ++round) {
            const auto report = readers::read(member, mina, sink);
            QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().message));
            QCOMPARE(report->documents[0].document.sha256, base::sha256(table));
            QCOMPARE(report->documents[0].document.container, u"all.zip"_s);
        }
    }

    void refusesWhatCannotBeOpened_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("word");
        QTest::newRow("not there") << u"missing"_s << u"no file"_s;
        QTest::newRow("folder") << u"folder"_s << u"folder"_s;
        QTest::newRow("empty") << u"empty"_s << u"empty"_s;
        QTest::newRow("locked zip") << u"locked"_s << u"password"_s;
        QTest::newRow("bomb") << u"bomb"_s << u"would unpack"_s;
        QTest::newRow("cut-off zip") << u"cut"_s << u"cut off"_s;
        QTest::newRow("zip of nothing") << u"hollow"_s << u"nothing in it"_s;
    }
    void refusesWhatCannotBeOpened()
    {
        QFETCH(QString, what);
        QFETCH(QString, word);
        const QTemporaryDir folder;
        QString path = folder.filePath(u"x.zip"_s);
        if (what == "folder"_L1)
            path = folder.path();
        else if (what == "empty"_L1)
            written(folder, u"x.zip"_s, {});
        else if (what == "cut"_L1)
            written(folder, u"x.zip"_s, zipped({{u"a.csv"_s, table}}).left(60));
        else if (what == "bomb"_L1)
            written(folder, u"x.zip"_s, zipped({{u"a.csv"_s, QByteArray(20 * 1024 * 1024, ',')}}));
        else if (what == "hollow"_L1)
            written(folder, u"x.zip"_s, zipped({{u"empty.csv"_s, ""}, {u"__MACOSX/a"_s, "x"}}));
        else if (what == "locked"_L1) {
            int error = 0;
            zip_t* archive = zip_open(QFile::encodeName(path).constData(), ZIP_CREATE, &error);
            zip_source_t* bytes = zip_source_buffer(archive, table.constData(), static_cast<zip_uint64_t>(table.size()), 0);
            const zip_int64_t at = zip_file_add(archive, "a.csv", bytes, 0);
            if (zip_file_set_encryption(archive, static_cast<zip_uint64_t>(at), ZIP_EM_AES_256, "secret") != 0) {
                zip_discard(archive);
                QSKIP("this libzip cannot encrypt");
            }
            QCOMPARE(zip_close(archive), 0);
        }
        const auto source = openSource({path});
        QVERIFY(!source.has_value());
        QCOMPARE(source.error().kind, base::ErrorKind::InputUnreadable);
        QVERIFY2(source.error().message.contains(word), qPrintable(source.error().message));
        QVERIFY(!source.error().next.isEmpty());
        QVERIFY(!source.error().message.contains(folder.path()) || what == "folder"_L1);
    }

    void saysWhatAFileLooksLike_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("word");
        QTest::newRow("PDF") << QByteArray("%PDF-1.7\n...") << u"PDF"_s;
        QTest::newRow("Word") << zipped({{u"[Content_Types].xml"_s, "<Types/>"}, {u"word/document.xml"_s, "<w/>"}}) << u"Word"_s;
        QTest::newRow("text document") << zipped({{u"mimetype"_s, "application/vnd.oasis.opendocument.text"}, {u"content.xml"_s, "<x/>"}}) << u"text document"_s;
        QTest::newRow("picture") << QByteArray("\x89PNG\r\n\x1a\n0000") << u"picture"_s;
        QByteArray locked("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
        locked.resize(1024);
        for (const char c : QByteArray("EncryptedPackage")) {
            locked += c;
            locked += '\0';
        }
        QTest::newRow("locked workbook") << locked << u"locked with a password"_s;
        QTest::newRow("old workbook") << QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 Workbook") << u"before 2007"_s;
        QTest::newRow("web page") << QByteArray("<!DOCTYPE html><html></html>") << u"web page"_s;
        QTest::newRow("JSON") << QByteArray("{\"a\": 1}") << u"JSON"_s;
        QTest::newRow("a letter") << QByteArray("Dear parent,\nplease find nothing here.\n") << QString();
        QTest::newRow("zip in a zip") << zipped({{u"a.csv"_s, table}}) << u"zip file inside"_s;
        QByteArray noise;
        for (int i = 0; i < 300; ++i)
            noise += char(i * 7919 % 31);
        QTest::newRow("noise") << noise << u"no text or table"_s;
        QTest::newRow("nothing") << QByteArray() << u"empty"_s;
    }
    void saysWhatAFileLooksLike()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, word);
        const Outcome outcome = readText(bytes, mina, u"x"_s);
        QVERIFY(!outcome.report.has_value());
        QCOMPARE(outcome.kind(), base::ErrorKind::InputUnreadable);
        QVERIFY2(outcome.error().contains(word), qPrintable(outcome.error()));
        QVERIFY(!outcome.report.error().next.isEmpty());
    }

    void stopsWhenAsked()
    {
        std::stop_source stop;
        QByteArray text = table;
        for (int i = 0; i < 5000; ++i)
            text += "B000260000032,Lowe,Ada,02/03/2002,0\n";
        const Source source{{bufferPart(u"a.csv"_s, text)}};
        Collected sink;
        stop.request_stop();
        const auto report = readers::read(source, mina, sink, stop.get_token());
        QVERIFY(!report.has_value());
        QCOMPARE(report.error().kind, base::ErrorKind::Stopped);
    }

    void tellsProgressInBytes()
    {
        QByteArray text = table;
        while (text.size() < 9 * 1024 * 1024)
            text += "B000260000032,Lowe,Ada,02/03/2002,0\n";
        const Source source{{bufferPart(u"a.csv"_s, text)}};
        Collected sink;
        qint64 last = 0;
        int calls = 0;
        const auto report = readers::read(source, mina, sink, {}, [&](const base::ProgressStep& step) {
            QVERIFY(step.done >= last);
            QCOMPARE(step.total, qint64(text.size()));
            last = step.done;
            ++calls;
        });
        QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().message));
        QVERIFY(calls >= 2 && calls < 20);
        QCOMPARE(report->otherPupils, 1);
    }

    void theSinksErrorStopsTheReading()
    {
        class Full : public Sink {
            base::Result<void> entry(int, int, record::Entry) override { return base::fail(base::ErrorKind::DiskOrPermission, u"full"_s); }
        } full;
        const auto report = readers::read(Source{{bufferPart(u"a.csv"_s, table)}}, mina, full);
        QVERIFY(!report.has_value());
        QCOMPARE(report.error().kind, base::ErrorKind::DiskOrPermission);
    }

    void anUnknownFileAmongOthersStopsAll()
    {
        const Outcome outcome = readParts({bufferPart(u"a.csv"_s, table), bufferPart(u"b.pdf"_s, "%PDF-1.4")}, mina);
        QCOMPARE(outcome.kind(), base::ErrorKind::InputUnreadable);
        QCOMPARE(outcome.report.error().where, u"file 2"_s);
        QVERIFY(readText("%PDF-1.4", mina, u"b.pdf"_s).report.error().where.isEmpty());
        const Outcome cut = readParts({bufferPart(u"a.csv"_s, table), bufferPart(u"b.csv"_s, table.left(table.indexOf("14/10")))}, mina);
        QCOMPARE(cut.kind(), base::ErrorKind::InputUnreadable);
        QVERIFY2(cut.report.error().where.startsWith(u"file 2, row 2"_s), qPrintable(cut.report.error().where));
        QVERIFY(outcome.sink.entries.empty());
    }

    void numbersAloneAreUnderstoodAfterNames()
    {
        const QByteArray bare = "UPN,DOB,Category_ex12,Reason_ex12,StartDate_ex12,Sessions_ex12\nA000260000031,14/10/2001,FIXD,PP,12/03/2012,2\n";
        const Outcome outcome = readParts({bufferPart(u"a.csv"_s, bare), bufferPart(u"b.csv"_s, table)}, mina);
        QVERIFY2(outcome.report.has_value(), qPrintable(outcome.error()));
        QCOMPARE(outcome.sink.entries.size(), std::size_t(2));
        QCOMPARE(outcome.report->pupils.size(), std::size_t(1));
        QCOMPARE(outcome.report->documents[0].document.name, u"a.csv"_s);
        const Outcome alone = readText(bare, mina);
        QCOMPARE(alone.kind(), base::ErrorKind::ChoiceNeeded);
    }

    void samplesGiveTheRightPeople_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("pupils");
        QTest::addColumn<int>("entries");
        QTest::addColumn<int>("values");
        QTest::addColumn<QString>("refusal");
        for (const Sample& sample : samples)
            QTest::newRow(sample.path) << QString::fromLatin1(sample.path) << sample.pupils << sample.entries << sample.values << QString::fromLatin1(sample.refusal);
    }
    void samplesGiveTheRightPeople()
    {
        QFETCH(QString, path);
        QFETCH(int, pupils);
        QFETCH(int, entries);
        QFETCH(int, values);
        QFETCH(QString, refusal);
        const QString whole = QStringLiteral(TESTS_SAMPLES "/") + path;
        if (!QFile::exists(whole))
            QSKIP("the folder of sample files is not here");
        const auto source = openSource({whole});
        QVERIFY2(source.has_value(), source ? "" : qPrintable(source.error().message));
        Collected sink;
        const auto report = readers::read(*source, everyone(), sink);
        if (!refusal.isEmpty()) {
            QVERIFY(!report.has_value());
            QVERIFY2(report.error().message.contains(refusal), qPrintable(report.error().message));
            return;
        }
        QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().message));
        QCOMPARE(static_cast<int>(report->pupils.size()), pupils);
        QCOMPARE(static_cast<int>(sink.entries.size()), entries);
        QCOMPARE(static_cast<int>(sink.values()), values);
    }

    void everySampleIsInTheTable()
    {
        const QDir root(QStringLiteral(TESTS_SAMPLES));
        if (!root.exists())
            QSKIP("the folder of sample files is not here");
        QStringList listed;
        for (const Sample& sample : samples)
            listed << QString::fromLatin1(sample.path);
        QStringList folders{u"."_s};
        while (!folders.isEmpty()) {
            const QDir here(root.filePath(folders.takeFirst()));
            const QFileInfoList inside = here.entryInfoList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot);
            for (const QFileInfo& one : inside) {
                const QString relative = root.relativeFilePath(one.filePath());
                if (one.isDir())
                    folders << relative;
                else if (relative != "FORMATS.md"_L1 && relative != "MANIFEST.csv"_L1) // about the samples
                    QVERIFY2(listed.contains(relative), qPrintable(relative));
            }
        }
    }

    void everyDownloadOfTheService()
    {
        QFile list(QStringLiteral(TESTS_SAMPLES "/giap/giap_download_columns.csv"));
        if (!list.open(QIODevice::ReadOnly))
            QSKIP("the folder of sample files is not here");
        QMap<QString, QStringList> downloads; // file name → headings, in order
        const QStringList lines = QString::fromUtf8(list.readAll()).split(u"\r\n"_s, Qt::SkipEmptyParts).mid(1);
        for (const QString& line : lines) {
            const QStringList cells = line.split(u',');
            downloads[cells[1]] << cells[4];
        }
        QVERIFY(downloads.size() >= 11);
        for (auto it = downloads.cbegin(); it != downloads.cend(); ++it) {
            QStringList cells;
            for (const QString& heading : it.value()) {
                const QString upper = heading.toUpper();
                cells << (upper.endsWith("DOB"_L1)                                       ? u"14/10/2001"_s
                          : upper.endsWith("UPN"_L1) && upper != "FORMERUPN"_L1          ? u"A000260000031"_s
                          : upper.endsWith("SURNAME"_L1) && !upper.contains("PREF"_L1) && !upper.contains("FORMER"_L1) ? u"Okafor-Hale"_s
                          : upper.contains("FORENAME"_L1)                               ? u"Mina"_s
                          : upper.contains("ACAD"_L1)                                   ? u"2022/2023"_s
                                                                                        : u"1"_s);
            }
            for (const QChar delimiter : {u',', u'\t'}) {
                const QString text = it.value().join(delimiter) + u'\n' + cells.join(delimiter) + u'\n';
                const Outcome outcome = readText(text.toUtf8(), mina, it.key());
                QVERIFY2(outcome.report.has_value(), qPrintable(it.key() + outcome.error()));
                QCOMPARE(outcome.report->documents[0].document.format, u"giap"_s);
                QCOMPARE(outcome.sink.entries.size(), std::size_t(1));
                QCOMPARE(outcome.sink.entries[0].values.size(), std::size_t(cells.size()));
                QCOMPARE(outcome.sink.entries[0].year.has_value(), text.contains(u"2022/2023"_s));
            }
        }
    }

    void oneChildOutOfTheCensusTables()
    {
        const QDir root(QStringLiteral(TESTS_SAMPLES "/school_census/liia"));
        if (!root.exists())
            QSKIP("the folder of sample files is not here");
        std::vector<QString> paths;
        for (const QString& name : root.entryList({u"*.csv"_s}, QDir::Files, QDir::Name))
            paths.push_back(root.filePath(name));
        const auto source = openSource(paths);
        QVERIFY(source.has_value());
        Collected sink;
        const auto report = readers::read(*source, person(u"FOR3229 SUR1216"_s, QDate(2013, 7, 19)), sink);
        QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().message));
        QCOMPARE(report->pupils.size(), std::size_t(1));
        QCOMPARE(report->pupils[0].person.upn, u"96d8f22c-e5c"_s);
        QVERIFY(report->otherPupils > 9000);
        for (const record::Entry& entry : sink.entries) {
            QCOMPARE(entry.collection, u"SC"_s);
            QCOMPARE(entry.year->text(), u"2024/25"_s);
        }
        for (const ReadDocument& document : report->documents)
            QVERIFY(!document.kept.contains("SUR6864"));
    }

    void everyReaderIsFuzzed()
    {
        QFile list(QStringLiteral(SOURCE_ROOT) + u"/tests/fuzz/CMakeLists.txt"_s);
        QVERIFY(list.open(QIODevice::ReadOnly));
        const QStringList words = QString::fromUtf8(list.readAll()).split(QRegularExpression(u"[\\s()]+"_s));
        for (const Format* format : formats())
            QVERIFY2(words.contains(format->id()), qPrintable(format->id()));
    }
};

QTEST_GUILESS_MAIN(TestRead)
#include "tst_read.moc"
