// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Commands about what was handed over: pupils, import, documents.
#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/opened.h"
#include "cli/person_option.h"
#include "cli/source_options.h"

#include "record/written_in.h"

#include <QJsonArray>

namespace cli {

namespace {

QString amount(qint64 entries, qint64 values)
{
    const QString first = QCoreApplication::translate("cli", "%n entry(ies)", nullptr, static_cast<int>(entries));
    return first + u", " + QCoreApplication::translate("cli", "%n value(s)", nullptr, static_cast<int>(values));
}

QString hex(const QByteArray& digest)
{
    return QString::fromLatin1(digest.toHex());
}

QJsonObject documentJson(const desk::ImportReport::Line& line)
{
    QJsonArray notTaken;
    for (const auto& row : line.read.notTaken)
        notTaken.append(QJsonObject{{QStringLiteral("why"), row.why}, {QStringLiteral("count"), row.count}});
    QJsonArray unknown;
    for (const auto& row : line.read.unknown)
        unknown.append(QJsonObject{{QStringLiteral("where"), textOrNull(row.where)},
                                   {QStringLiteral("name"), row.name},
                                   {QStringLiteral("count"), row.count}});
    const record::Document& document = line.read.document;
    return {{QStringLiteral("name"), document.name},
            {QStringLiteral("sha256"), hex(document.sha256)},
            {QStringLiteral("format"), document.format},
            {QStringLiteral("entries"), line.imported.entries},
            {QStringLiteral("values"), line.imported.values},
            {QStringLiteral("witnesses"), line.imported.witnesses},
            {QStringLiteral("disagreeing"), line.imported.disagreeing},
            {QStringLiteral("not_taken"), notTaken},
            {QStringLiteral("unknown"), unknown},
            {QStringLiteral("already_held"), line.imported.alreadyHeld},
            {QStringLiteral("not_tried_on_real_file"), line.read.notTriedOnRealFile},
            {QStringLiteral("warnings"), QJsonArray::fromStringList(line.read.warnings)}};
}

void printDocument(const desk::ImportReport::Line& line)
{
    out() << line.read.document.name << " [" << line.read.document.format << "] ";
    if (line.imported.alreadyHeld) {
        out() << tr("is here already.") << '\n';
        return;
    }
    out() << amount(line.imported.entries, line.imported.values);
    if (line.imported.witnesses > 0)
        out() << tr(", %1 also said by another document").arg(line.imported.witnesses);
    out() << '\n';
    for (const auto& row : line.read.notTaken)
        out() << "  " << tr("not taken: %1 × %2").arg(row.why).arg(row.count) << '\n';
    for (const auto& row : line.read.unknown)
        out() << "  " << tr("not understood, kept: %1 × %2").arg(row.name).arg(row.count) << '\n';
    for (const QString& warning : line.read.warnings)
        out() << "  " << warning << '\n';
    if (line.read.notTriedOnRealFile)
        out() << "  " << tr("This kind of file was not yet tried on a real one. Please check the values.") << '\n';
}

bool wanted(const record::Person& wantedPerson, const readers::SeenPupil& pupil)
{
    if (wantedPerson == record::Person{})
        return true;
    const bool name = wantedPerson.name.isEmpty() ||
                      record::comparableName(pupil.person.name).contains(record::comparableName(wantedPerson.name));
    const bool born = !wantedPerson.born.isValid() || wantedPerson.born == pupil.person.born;
    const bool upn =
        wantedPerson.upn.isEmpty() || wantedPerson.upn.compare(pupil.person.upn, Qt::CaseInsensitive) == 0;
    return name && born && upn;
}

} // namespace

void pupilsOptions(QCommandLineParser& parser)
{
    addPersonOptions(parser);
    addSourceOptions(parser);
}

base::Result<int> runPupils(Invocation& call)
{
    if (call.positional().isEmpty())
        return usage(tr("Which file or files?"));
    const auto person = personFrom(call);
    if (!person)
        return tl::unexpected(person.error());
    auto secrets = sourceSecrets(call, call.positional());
    if (!secrets)
        return tl::unexpected(secrets.error());
    desk::Sitting sitting(call.clock);
    const OnInterrupt onInterrupt([&] { sitting.stop(); });
    const auto report = wait(sitting.pupils(call.positional(), std::move(*secrets)));
    if (!report)
        return tl::unexpected(report.error());
    QJsonArray pupils;
    for (const readers::SeenPupil& pupil : report->pupils) {
        if (!wanted(*person, pupil))
            continue;
        pupils.append(QJsonObject{{QStringLiteral("name"), textOrNull(pupil.person.name)},
                                  {QStringLiteral("born"), dateOrNull(pupil.person.born)},
                                  {QStringLiteral("upn"), textOrNull(pupil.person.upn)},
                                  {QStringLiteral("uln"), textOrNull(pupil.person.uln)},
                                  {QStringLiteral("count"), pupil.entries}});
        if (!call.json) {
            out() << pupil.person.name << '\t' << pupil.person.born.toString(Qt::ISODate) << '\t'
                  << (pupil.person.upn.isEmpty() ? pupil.person.uln : pupil.person.upn) << '\t' << pupil.entries << '\n';
        }
    }
    if (call.json) {
        const record::Document first =
            report->documents.empty() ? record::Document{} : report->documents.front().document;
        printJson({{QStringLiteral("format"), textOrNull(first.format)},
                   {QStringLiteral("version"), textOrNull(first.version)},
                   {QStringLiteral("pupils"), pupils}});
    }
    return pupils.isEmpty() ? base::exitNothingFound : base::exitDone;
}

void importOptions(QCommandLineParser& parser)
{
    addPersonOptions(parser);
    addSourceOptions(parser);
    parser.addOption({QStringLiteral("other-details"),
                      tr("Take details about other people too (contacts, brothers and sisters, carers).")});
    parser.addOption({QStringLiteral("confirm-person"),
                      tr("Take the one pupil of the source although name or date of birth differ.")});
}

base::Result<int> runImport(Invocation& call)
{
    if (call.positional().size() < 2)
        return usage(tr("Name the record file and what to take into it."));
    const auto person = personFrom(call);
    if (!person)
        return tl::unexpected(person.error());
    auto opened = openExtract(call, OpenFor::Importing);
    if (!opened)
        return tl::unexpected(opened.error());
    record::Selection selection;
    selection.person = *person;
    selection.otherPeopleToo = call.has("other-details");
    selection.onlyPupilFits = call.has("confirm-person");
    const QStringList sources = call.positional().mid(1);
    auto secrets = sourceSecrets(call, sources);
    if (!secrets)
        return tl::unexpected(secrets.error());
    const OnInterrupt onInterrupt([&] { opened->sitting->stop(); });
    const auto report = wait(opened->sitting->importWith(std::move(*secrets), sources, selection));
    if (!report)
        return tl::unexpected(report.error());
    QJsonArray documents;
    for (const desk::ImportReport::Line& line : report->documents) {
        if (call.json)
            documents.append(documentJson(line));
        else
            printDocument(line);
    }
    if (call.json)
        printJson({{QStringLiteral("documents"), documents}});
    else if (report->otherPupils > 0)
        out() << (report->othersEstimated ? tr("The source holds about %1 other pupils. Nothing of theirs was taken. Please tell the sender.")
                                          : tr("The source holds %1 other pupils. Nothing of theirs was taken. Please tell the sender."))
                     .arg(report->otherPupils)
              << '\n';
    return base::exitDone;
}

base::Result<int> runDocuments(Invocation& call)
{
    auto opened = openExtract(call);
    if (!opened)
        return tl::unexpected(opened.error());
    const record::Record& record = opened->snapshot->record;
    QHash<qint64, std::pair<qint64, qint64>> counts;
    QHash<qint64, qint64> writtenIn; // values the person read in a document: they are not what it delivered
    for (const record::Entry& entry : record.entries) {
        if (entry.writtenIn) {
            writtenIn[entry.document.n] += static_cast<qint64>(entry.values.size());
            continue;
        }
        auto& count = counts[entry.document.n];
        ++count.first;
        count.second += static_cast<qint64>(entry.values.size());
    }
    QJsonArray documents;
    for (const record::Document& document : record.documents) {
        const auto count = counts.value(document.id.n);
        documents.append(QJsonObject{{QStringLiteral("id"), document.id.n},
                                     {QStringLiteral("name"), document.name},
                                     {QStringLiteral("container"), textOrNull(document.container)},
                                     {QStringLiteral("sha256"), hex(document.sha256)},
                                     {QStringLiteral("size"), document.size},
                                     {QStringLiteral("format"), document.format},
                                     {QStringLiteral("version"), textOrNull(document.version)},
                                     {QStringLiteral("imported_at"), document.importedAt.toString(Qt::ISODate)},
                                     {QStringLiteral("withheld_bytes"), document.withheldBytes},
                                     {QStringLiteral("entries"), count.first},
                                     {QStringLiteral("values"), count.second},
                                     {QStringLiteral("to_read"), record::isToRead(document)},
                                     {QStringLiteral("written_in"), writtenIn.value(document.id.n)}});
        if (!call.json) {
            out() << document.id.n << '\t' << document.name << '\t' << document.format << '\t'
                  << (record::isToRead(document)
                          ? tr("to read; %1 values written in from it").arg(writtenIn.value(document.id.n))
                          : amount(count.first, count.second))
                  << '\n';
        }
    }
    if (call.json)
        printJson({{QStringLiteral("documents"), documents}});
    return documents.isEmpty() ? base::exitNothingFound : base::exitDone;
}

} // namespace cli
