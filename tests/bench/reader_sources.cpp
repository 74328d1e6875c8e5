// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reader_sources.h"

#include <QFile>
#include <QList>

#include <zip.h>

namespace bench {

namespace {

QByteArray collection(const QByteArray& name, const QByteArray& year, const QByteArray& day)
{
    return "<Header><CollectionDetails><Collection>" + name + "</Collection><Year>" + year + "</Year><ReferenceDate>" + day +
           "</ReferenceDate></CollectionDetails><Source><SourceLevel>L</SourceLevel><LEA>000</LEA></Source></Header>";
}

// Cells of a row, one template for the three kinds of table.
QList<QByteArray> headings()
{
    return {"UPN", "Surname", "Forename", "DOB", "AcademicYear", "Term", "Gender", "EthnicGroupMinor", "FSMeligible", "FirstLanguage", "SENprovision", "NCyearActual", "EnrolStatus"};
}

QList<QByteArray> cells()
{
    return {"@UPN@", "@SURNAME@", "@FORENAME@", "@DAY@", "2009/2010", "Spring", "F", "WBRI", "0", "ENG", "N", "4", "C"};
}

QByteArray xlsxRow(const QList<QByteArray>& row)
{
    QByteArray xml = "<row>";
    for (const QByteArray& cell : row)
        xml += "<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>";
    return QByteArray(xml + "</row>");
}

QByteArray odsRow(const QList<QByteArray>& row)
{
    QByteArray xml = "<table:table-row>";
    for (const QByteArray& cell : row)
        xml += "<table:table-cell office:value-type=\"string\"><text:p>" + cell + "</text:p></table:table-cell>";
    return QByteArray(xml + "</table:table-row>");
}

std::vector<Shape> made()
{
    const QByteArray prolog = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    return {
        {"census-xml", "census.xml", Syntax::Xml,
         prolog + "<Message><Header><CollectionDetails><Collection>SC</Collection><Term>SPR</Term><Year>2010</Year><ReferenceDate>2010-01-21"
                  "</ReferenceDate></CollectionDetails><Source><LEA>000</LEA><Estab>4001</Estab></Source></Header><Pupils><PupilsOnRoll>\n",
         "<PupilOnRoll><PupilIdentifiers><UPN>@UPN@</UPN><Surname>@SURNAME@</Surname><Forename>@FORENAME@</Forename><DOB>@BORN@</DOB><Gender>F</Gender>"
         "</PupilIdentifiers><PupilCharacteristics><Ethnicity>WBRI</Ethnicity><Language>ENG</Language><FSMeligible>0</FSMeligible></PupilCharacteristics>"
         "<PupilStatus><EnrolStatus>C</EnrolStatus><EntryDate>2008-09-01</EntryDate><NCyearActual>4</NCyearActual></PupilStatus></PupilOnRoll>\n",
         {}, "</PupilsOnRoll></Pupils></Message>\n"},
        {"ctf", "0002001_CTF.xml", Syntax::Xml,
         prolog + "<CTfile><Header><DocumentName>Common Transfer File</DocumentName><CTFversion>24.0</CTFversion><DateTime>2019-07-12T10:00:00</DateTime>"
                  "<SourceSchool><LEA>000</LEA><Estab>2001</Estab><AcademicYear>2018</AcademicYear></SourceSchool></Header><CTFpupilData>\n",
         "<Pupil><UPN>@UPN@</UPN><Surname>@SURNAME@</Surname><Forename>@FORENAME@</Forename><DOB>@BORN@</DOB><Sex>F</Sex><StageAssessments><KeyStage><Stage>KS1"
         "</Stage><StageAssessment><Locale>ENG</Locale><Year>2011</Year><Subject>ENG</Subject><Method>TA</Method><Component>READ</Component><ResultStatus>R"
         "</ResultStatus><ResultQualifier>NL</ResultQualifier><Result>2A</Result></StageAssessment></KeyStage></StageAssessments></Pupil>\n",
         {}, "</CTFpupilData></CTfile>\n"},
        {"cin-xml", "cin.xml", Syntax::Xml, prolog + "<Message>" + collection("CIN", "2018", "2018-03-31") + "\n<Children>",
         "<Child><ChildIdentifiers><LAchildID>@NUMBER@</LAchildID><UPN>@UPN@</UPN><PersonBirthDate>@BORN@</PersonBirthDate><GenderCurrent>2</GenderCurrent>"
         "</ChildIdentifiers><ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics><CINdetails><CINreferralDate>2017-05-02</CINreferralDate>"
         "<ReferralSource>2A</ReferralSource><PrimaryNeedCode>N4</PrimaryNeedCode></CINdetails></Child>\n",
         {}, "</Children></Message>"},
        {"ssda903-xml", "903.xml", Syntax::Xml, "<?xml version='1.0' encoding='us-ascii'?>\n<EXPSSDA903>",
         "<CHILD><HEADER><CHILDID>@NUMBER@</CHILDID><SEX>2</SEX><DOB>@DAY@</DOB><UPN>@UPN@</UPN><ETHNIC>WBRI</ETHNIC></HEADER><EPISODE><DECOM>06/01/2017</DECOM>"
         "<RNE>S</RNE><LS>C2</LS><CIN>N1</CIN><PL>K2</PL><DEC /><REC>X1</REC></EPISODE></CHILD>",
         {}, "</EXPSSDA903>"},
        {"ilr-xml", "ilr.xml", Syntax::Xml,
         prolog + "<Message xmlns=\"ESFA/ILR/2019-20\"><Header><CollectionDetails><Collection>ILR</Collection><Year>1920</Year></CollectionDetails></Header>"
                  "<LearningProvider><UKPRN>10000000</UKPRN></LearningProvider>",
         "<Learner><LearnRefNumber>@NUMBER@</LearnRefNumber><ULN>9999999999</ULN><FamilyName>@SURNAME@</FamilyName><GivenNames>@FORENAME@</GivenNames><DateOfBirth>"
         "@BORN@</DateOfBirth><Sex>F</Sex><LearningDelivery><LearnAimRef>50098765</LearnAimRef><AimType>4</AimType><LearnStartDate>2019-09-02</LearnStartDate>"
         "</LearningDelivery></Learner>\n",
         {}, "</Message>"},
        {"hesa", "hesa.xml", Syntax::Xml, "<ITTRecord>\n",
         "<Student><F_HUSID>@NUMBER@</F_HUSID><F_SURNAME>@SURNAME@</F_SURNAME><F_FNAMES>@FORENAME@</F_FNAMES><F_BIRTHDTE>@BORN@</F_BIRTHDTE><F_ETHNIC>39</F_ETHNIC>"
         "<F_COMMIT_TIMESTAMP>2022-10-17 02:34:39</F_COMMIT_TIMESTAMP></Student>\n",
         {}, "</ITTRecord>"},
        {"lrs", "lrs.xml", Syntax::Xml,
         "<s:Envelope xmlns:s=\"urn:soap\"><s:Body><n:FindLearnerResponse xmlns:n=\"urn:n\"><ResponseCode>WSRC0004</ResponseCode>",
         "<Learner><ULN>@NUMBER@001</ULN><GivenName>@FORENAME@</GivenName><FamilyName>@SURNAME@</FamilyName><DateOfBirth>@BORN@</DateOfBirth>"
         "<LastUpdatedDate>2019-01-02</LastUpdatedDate></Learner>\n",
         {}, "</n:FindLearnerResponse></s:Body></s:Envelope>"},
        {"npd-table", "extract.csv", Syntax::Csv, headings().join(',') + "\n", cells().join(',') + "\n", {}, {}},
        {"giap", "census_spring_results.csv", Syntax::Csv,
         "PupilMatchingRef,AcademicYear,CensusTerm,LA,Estab,LAEstab,URN,PHASE,UPN,FormerUPN,Surname,Forename,MiddleNames,"
         "PreferredSurname,FormerSurname,Sex,DOB,FSMeligible,EVERFSM_6,EnrolStatus,NCyearActual\n",
         "R@NUMBER@,2009/2010,Spring,000,4001,0004001,999001,PS,@UPN@,,@SURNAME@,@FORENAME@,,,,F,@BORN@,0,0,C,4\n", {}, {}},
        {"census-tables", "2024_autumn_pupilonroll.csv", Syntax::Csv, "pupilonrolltableid,NativeId,dob,surname,forename,upn,sex,sourceid,language,schoolcensustableid\n",
         "@NUMBER@,SCH1,@BORN@,@SURNAME@,@FORENAME@,@UPN@,F,s,ENG,c1\n", {}, {}},
        {"la-table", "caseload.csv", Syntax::Csv,
         "DatabaseId,LEACode,DateOfSend,PeriodEnd,YoungPersonsID,GivenName,FamilyName,Gender,DateOfBirth,Ethnicity,UniquePupilNumber,LevelOfNeedCode,ActivityCode,StartDate\n",
         "468,999,44629,44620,@NUMBER@,@FORENAME@,@SURNAME@,F,@DAY@,WBRI,@UPN@,3,232,2019-09-06 00:00:00\n", {}, {}},
        {"ssda903-tables", "header.csv", Syntax::Csv, "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n", "@NUMBER@,2,@DAY@,WBRI,@UPN@,,\n", {}, {}},
        {"giap-json", "search.json", Syntax::Json, "{\"value\": [\n",
         "{\"\\u0040search.score\": 1.0, \"UPN\": \"@UPN@\", \"Surname\": \"@SURNAME@\", \"Forename\": \"@FORENAME@\", \"Sex\": \"F\", \"DOB\": \"@BORN@\", "
         "\"LocalAuthority\": \"000\", \"id\": \"x@NUMBER@\"}",
         ",\n", "\n]}"},
        {"cin-tables", "ChildIdentifiers.csv", Syntax::Csv, "LAchildID,UPN,FormerUPN,UPNunknown,PersonBirthDate,ExpectedPersonBirthDate,GenderCurrent,PersonDeathDate\n",
         "@NUMBER@,@UPN@,,,@BORN@,,2,\n", {}, {}},
        {"mis-json", "students.json", Syntax::Json, "[\n",
         "{\"student\": {\"upn\": \"@UPN@\", \"first_name\": \"@FORENAME@\", \"last_name\": \"@SURNAME@\", \"dob\": \"@BORN@\", \"ethnicity_code\": \"WBRI\", "
         "\"is_eal\": false}, \"tutorGroup\": \"7B\", \"sen\": [{\"startDate\": \"2011-01-05\", \"provision\": \"K\"}]}",
         ",\n", "\n]"},
        {"education-record", "record.json", Syntax::Json, "[\n",
         "{\"uln\": \"@NUMBER@001\", \"givenName\": \"@FORENAME@\", \"familyName\": \"@SURNAME@\", \"dateOfBirth\": \"@BORN@\", \"senProvision\": \"N\", "
         "\"freeSchoolMealEligible\": false, \"qualifications\": [{\"title\": \"GCSE\", \"subject\": \"Art\", \"grade\": \"4\", \"underDataChallenge\": false}]}",
         ",\n", "\n]"},
        // A credential is about one person: all of it is read into values, where the others are passed over.
        {"credentials", "clr.json", Syntax::Json,
         "{\"type\": [\"VerifiableCredential\", \"ClrCredential\"], \"credentialSubject\": {\"type\": [\"ClrSubject\"], \"givenName\": \"Mina Rose\", "
         "\"familyName\": \"Okafor-Hale\", \"birthDate\": \"2003-05-03\", \"verifiableCredential\": [\n",
         "{\"type\": [\"VerifiableCredential\", \"OpenBadgeCredential\"], \"name\": \"Swimming @NUMBER@\", \"credentialSubject\": {\"type\": [\"AchievementSubject\"], "
         "\"achievement\": {\"id\": \"a@NUMBER@\", \"name\": \"50 metres\", \"description\": \"Swam 50 metres without a stop\"}}}",
         ",\n", "\n]}}"},
        {"npd-table", "extract.xlsx", Syntax::Xlsx, "<worksheet><sheetData>" + xlsxRow(headings()), xlsxRow(cells()), {}, "</sheetData></worksheet>"},
        {"npd-table", "extract.ods", Syntax::Ods,
         "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body><office:spreadsheet><table:table table:name=\"Extract\">" +
             odsRow(headings()),
         odsRow(cells()), {}, "</table:table></office:spreadsheet></office:body></office:document-content>"}};
}

// The columns the register reads, and as many more as its own download has.
Shape makeDirectory()
{
    QByteArray head = "URN,LA (code),LA (name),EstablishmentNumber,EstablishmentName,TypeOfEstablishment (name),EstablishmentStatus (name),OpenDate,CloseDate,"
                      "PhaseOfEducation (name),UKPRN,Street,Postcode";
    QByteArray one = "@NUMBER@,000,Nowhere,4001,\"@SURNAME@ Street School, Nowhere\",Community school,Open,01-09-1998,,Primary,,1 Invented Lane,ZZ1 1ZZ";
    constexpr int unread = 120;
    for (int i = 0; i < unread; ++i) {
        head += ",Column" + QByteArray::number(i);
        one += i % 3 == 0 ? ",Not applicable" : ",";
    }
    return {"gias", "edubasealldata.csv", Syntax::Csv, head + '\n', one + '\n', {}, {}};
}

// A template cut at its places once: a gigabyte is written out of it.
class Filled {
public:
    explicit Filled(const QByteArray& text) : m_pieces(text.split('@')) {}

    [[nodiscard]] QByteArray with(const QByteArray& upn, const QByteArray& number, const QByteArray& surname, const QByteArray& forename, const QDate& born) const
    {
        QByteArray all;
        for (qsizetype i = 0; i < m_pieces.size(); ++i) {
            const QByteArray& piece = m_pieces[i];
            if (i % 2 == 0)
                all += piece;
            else if (piece == "UPN")
                all += upn;
            else if (piece == "NUMBER")
                all += number;
            else if (piece == "SURNAME")
                all += surname;
            else if (piece == "FORENAME")
                all += forename;
            else if (piece == "BORN")
                all += born.toString(Qt::ISODate).toLatin1();
            else
                all += born.toString(QStringLiteral("dd/MM/yyyy")).toLatin1();
        }
        return all;
    }

private:
    QList<QByteArray> m_pieces;
};

constexpr int pupils = 50'000;

bool writeText(const Shape& shape, QFile& file, int megabytes, const record::Person& person)
{
    const Filled filled(shape.one);
    const qint64 wanted = static_cast<qint64>(megabytes) << 20;
    file.write(shape.head);
    bool placed = false;
    for (int n = 0; file.pos() < wanted; ++n) {
        if (n > 0)
            file.write(shape.between);
        // An authority's pupils, who come again each term: each one counted costs the table readers a few bytes.
        const QByteArray number = QByteArray::number(n % pupils).rightJustified(7, '0');
        if (!placed && file.pos() > wanted / 2) {
            placed = true;
            file.write(filled.with(person.upn.toLatin1(), number, person.name.section(u' ', -1).toUtf8(), person.name.section(u' ', 0, -2).toUtf8(), person.born));
            continue;
        }
        file.write(filled.with("B00020" + number, number, "Other" + number, "Pupil", QDate(2004, 6, 10).addDays(n % pupils % 300)));
    }
    file.write(shape.tail);
    return placed && file.flush();
}

bool add(zip_t* archive, const char* name, zip_source_t* source)
{
    return source && zip_file_add(archive, name, source, ZIP_FL_ENC_UTF_8) >= 0;
}

bool addText(zip_t* archive, const char* name, const char* text)
{
    return add(archive, name, zip_source_buffer(archive, text, qstrlen(text), 0));
}

bool writeWorkbook(const Shape& shape, const QString& sheet, const QString& path)
{
    int error = 0;
    zip_t* archive = zip_open(QFile::encodeName(path).constData(), ZIP_CREATE | ZIP_TRUNCATE, &error);
    if (!archive)
        return false;
    const QByteArray file = QFile::encodeName(sheet);
    bool all = true;
    if (shape.syntax == Syntax::Ods) {
        all = addText(archive, "mimetype", "application/vnd.oasis.opendocument.spreadsheet") &&
              add(archive, "content.xml", zip_source_file(archive, file.constData(), 0, -1));
        zip_set_file_compression(archive, 0, ZIP_CM_STORE, 0);
    } else {
        all = addText(archive, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>") &&
              addText(archive, "_rels/.rels", "<Relationships><Relationship Id=\"r1\" Type=\"http://x/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>") &&
              addText(archive, "xl/workbook.xml", "<workbook xmlns:r=\"u\"><sheets><sheet name=\"Extract\" sheetId=\"1\" r:id=\"s\"/></sheets></workbook>") &&
              addText(archive, "xl/_rels/workbook.xml.rels",
                      "<Relationships><Relationship Id=\"s\" Type=\"http://x/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>") &&
              add(archive, "xl/worksheets/sheet1.xml", zip_source_file(archive, file.constData(), 0, -1));
    }
    return zip_close(archive) == 0 && all;
}

} // namespace

const Shape& schoolDirectory()
{
    static const Shape directory = makeDirectory();
    return directory;
}

const std::vector<Shape>& shapes()
{
    static const std::vector<Shape> all = made();
    return all;
}

bool writeShape(const Shape& shape, const QString& path, int megabytes, const record::Person& person)
{
    const bool packed = shape.syntax == Syntax::Xlsx || shape.syntax == Syntax::Ods;
    const QString text = packed ? QString(path + QStringLiteral(".text")) : path;
    {
        QFile file(text);
        if (!file.open(QIODevice::WriteOnly) || !writeText(shape, file, megabytes, person))
            return false;
    }
    const bool done = !packed || writeWorkbook(shape, text, path);
    if (packed)
        QFile::remove(text);
    return done;
}

} // namespace bench
