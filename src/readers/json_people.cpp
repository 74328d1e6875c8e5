// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/json_people.h"

#include "readers/csv.h"
#include "readers/dates.h"
#include "readers/hand_on.h"
#include "readers/json_names.h"
#include "readers/source_intake.h"
#include "readers/xml_text.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(readers::Json)
};

class JsonReading {
public:
    JsonReading(const JsonRules& rules, int part, PupilChoice& choice, Sink& sink, ReadDocument& document)
        : m_rules(rules), m_part(part), m_choice(choice), m_sink(sink), m_document(document)
    {
    }

    base::Result<void> read(const Json& json, const std::stop_token& stop)
    {
        const std::vector<JsonPerson> people = m_rules.people(json, m_part);
        if (people.empty())
            return base::fail(base::ErrorKind::InputUnreadable,
                              Tr::tr("“%1” is a JSON file, but it does not say which pupil it is about.").arg(m_document.document.name),
                              Tr::tr("Choose the file that has a pupil number, or a name and a birth date."));
        for (const JsonPerson& person : people) {
            if (stop.stop_requested())
                return base::fail(base::ErrorKind::Stopped, Tr::tr("Stopped. Nothing was taken from the file."));
            BASE_TRY(one(person));
        }
        if (!m_choice.everyone()) {
            JsonKept kept = keptJson(json, m_cuts);
            m_document.kept = std::move(kept.bytes);
            m_document.document.withheldBytes = kept.withheld;
        }
        tell(json);
        return {};
    }

private:
    base::Result<void> one(const JsonPerson& person)
    {
        const int place = person.nameless ? m_choice.thePerson() : m_choice.take(person.found);
        if (place < 0) {
            m_cuts.push_back({person.node.from(), person.node.to(), "other pupils"});
            ++(person.found.named() ? m_others : m_unnamed);
            return {};
        }
        m_namesNobody = m_namesNobody || person.nameless;
        JsonMade made = m_rules.make(person, m_choice.selection().otherPeopleToo);
        for (record::Entry& entry : made.entries) {
            if (entry.values.empty())
                continue;
            entry.fingerprint = record::fingerprintOf(entry);
            m_choice.addEntry(place);
            BASE_TRY(handOn(std::move(entry), m_part, place, m_sink, m_document));
        }
        for (const JsonLeaf& leaf : made.unknown)
            m_unknown.add(m_document, {leaf.path, leaf.plain, leaf.name, leaf.raw, leaf.line, nullptr});
        for (const QString& warning : std::as_const(made.warnings)) {
            if (!m_document.warnings.contains(warning))
                m_document.warnings << warning;
        }
        if (m_choice.selection().otherPeopleToo)
            return {};
        std::vector<ReadDocument::NotTaken> notTaken;
        leaveOthersOut(person.node, m_cuts, notTaken);
        addNotTaken(m_document, notTaken);
        return {};
    }

    void tell(const Json& json)
    {
        QStringList& warnings = m_document.warnings;
        if (m_others > 0)
            addNotTaken(m_document.notTaken, u"other pupils"_s, m_others);
        if (m_unnamed > 0)
            addNotTaken(m_document.notTaken, u"rows without a name or number"_s, m_unnamed);
        if (m_others > 0 && !m_choice.everyone())
            warnings << Tr::tr("This file holds other children: tell the school. Their part was not taken.");
        if (m_namesNobody)
            warnings << Tr::tr("The file does not say who it is about. All of it was taken as yours: check that it is.");
        if (json.notes().nulBytes)
            warnings << Tr::tr("The file holds NUL characters, which mean nothing. They were left out of the values.");
        if (json.notes().windows1252)
            warnings << Tr::tr("Some text is not written as UTF-8. It was read as Windows-1252, the usual spelling of older programs.");
    }

    const JsonRules& m_rules;
    int m_part;
    PupilChoice& m_choice;
    Sink& m_sink;
    ReadDocument& m_document;
    UnknownElements m_unknown;
    std::vector<JsonCut> m_cuts;
    qint64 m_others = 0;
    qint64 m_unnamed = 0;
    bool m_namesNobody = false;
};

} // namespace

base::Result<void> readJsonPeople(const JsonRules& rules, const Source& source, const std::vector<int>& parts,
                                  const record::Selection& selection, Sink& sink, ReadReport& report, const std::stop_token& stop,
                                  const base::Progress& progress)
{
    PupilChoice choice(selection, report);
    for (const int index : parts) {
        const SourcePart& part = source.parts[static_cast<std::size_t>(index)];
        const auto failed = [&](base::Error error) {
            return tl::unexpected(inPart(std::move(error), static_cast<std::size_t>(index), source.parts.size()));
        };
        Intake intake(part, stop, progress);
        BASE_TRY(intake.start());
        const auto bytes = intake.readAll(jsonMostBytes);
        if (!bytes)
            return failed(bytes.error());
        const auto digest = intake.digestOfAll();
        if (!digest)
            return failed(digest.error());
        const auto json = Json::parse(*bytes, part.name);
        if (!json)
            return failed(json.error());
        ReadDocument document = documentOf(part, rules.id);
        document.document.version = rules.version ? rules.version(*json) : QString();
        document.document.sha256 = *digest;
        document.document.size = intake.count();
        document.notTriedOnRealFile = rules.notTriedOnRealFile;
        const auto done = JsonReading(rules, index, choice, sink, document).read(*json, stop);
        if (!done)
            return failed(done.error());
        report.documents.push_back(std::move(document));
    }
    choice.finish();
    return {};
}

std::optional<JsonHead> jsonHead(QByteArrayView head)
{
    JsonHead found;
    found.text = plainHead(head);
    const QByteArray start = found.text.left(512).trimmed();
    if (!start.startsWith('{') && !start.startsWith('['))
        return {};
    // Strings with a colon behind them; the head may end anywhere.
    const QByteArray& text = found.text;
    for (qsizetype at = text.indexOf('"'); at >= 0 && at < text.size();) {
        qsizetype end = at + 1;
        while (end < text.size() && text.at(end) != '"')
            end += text.at(end) == '\\' ? 2 : 1;
        qsizetype after = end + 1;
        while (after < text.size() && (text.at(after) == ' ' || text.at(after) == '\t' || text.at(after) == '\r' || text.at(after) == '\n'))
            ++after;
        if (after < text.size() && text.at(after) == ':' && end - at < 100)
            found.names.insert(QString::fromUtf8(QByteArrayView(text).sliced(at + 1, end - at - 1)).toLower());
        at = end + 1 < text.size() ? text.indexOf('"', end + 1) : -1;
    }
    return found.names.isEmpty() ? std::nullopt : std::optional(std::move(found));
}

FoundPupil foundPupil(const JsonNode& object, int part)
{
    FoundPupil found;
    QString surname;
    QString forename;
    QString middle;
    for (const JsonNode& member : object.children()) {
        if (!member.isLeaf())
            continue;
        const JsonName known = jsonName(member.name());
        const IdentityField field = known.others.isEmpty() ? known.identity : IdentityField::None;
        if (field == IdentityField::None)
            continue;
        const QString text = member.text().trimmed();
        const auto take = [&](QString& into) {
            if (into.isEmpty())
                into = text;
        };
        switch (field) {
        case IdentityField::Upn:
            take(found.person.upn);
            break;
        case IdentityField::FormerUpn:
            take(found.formerUpn);
            break;
        case IdentityField::Uln:
            take(found.person.uln);
            break;
        case IdentityField::Reference:
            if (found.reference.isEmpty() && !text.isEmpty()) {
                found.reference = text;
                found.referenceKind = referenceKind(member.name(), part);
            }
            break;
        case IdentityField::Surname:
            take(surname);
            break;
        case IdentityField::Forename:
            take(forename);
            break;
        case IdentityField::Middle:
            take(middle);
            break;
        case IdentityField::WholeName:
            take(found.person.name);
            break;
        case IdentityField::Born:
            if (const auto day = readDate(text); day && !found.person.born.isValid()) {
                found.person.born = day->date;
                found.swapped = day->swapped;
            }
            break;
        case IdentityField::None:
            break;
        }
    }
    if (found.person.name.isEmpty()) {
        const QString name = forename + u' ' + middle + u' ' + surname;
        found.person.name = name.simplified();
    }
    return found;
}

record::Value jsonValue(const QString& name, const QString& item, const JsonLeaf& leaf)
{
    record::Value value;
    value.name = name;
    value.item = item;
    value.raw = leaf.raw;
    value.where.path = leaf.path;
    value.where.line = leaf.line;
    return value;
}

} // namespace readers
