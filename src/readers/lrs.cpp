// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/lrs.h"

#include "readers/lrs_answer.h"
#include "readers/source_intake.h"
#include "readers/xml_text.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(readers::Lrs)
};

const XmlPupilNames& names()
{
    static const XmlPupilNames all{
        .pupil = {"learner", "getlearnerlearningeventsresult", "findlearnerbydemographicsresult"},
        .sections = {"responsecode", "errorcode"},
        .identityParents = {},
        .identityNames = {{"founduln", "uln"}, {"incominguln", "formeruln"}, {"middleothername", "middlename"}},
        .missing = isLrsPlaceholder,
        .learnerNumberAlone = true};
    return all;
}

class LrsReading : public XmlReading {
public:
    explicit LrsReading(XmlItems& items) : m_items(items) {}

    base::Result<XmlLeftOut> section(const XmlNode& node, const QString& /*path*/) override
    {
        if (node.is("ErrorCode"_L1))
            return base::fail(base::ErrorKind::InputUnreadable,
                              Tr::tr("This is no record but an error message of the Learning Records Service (%1).").arg(node.text.trimmed().left(20)),
                              Tr::tr("Ask for your learning record again. The message does not mean that there is none."), atLine(node.line));
        m_code = node.text.trimmed();
        return XmlLeftOut{};
    }

    XmlMade pupil(const XmlPupil& pupil) override
    {
        ++m_taken;
        XmlMade made;
        if (pupil.node.is("GetLearnerLearningEventsResult"_L1)) {
            LrsEvents events = lrsEvents(pupil, m_items);
            m_warnings += warningsOf(events);
            made.entries = std::move(events.entries);
        } else {
            made.entries = {lrsLearner(pupil, m_items)};
        }
        for (const record::Entry& entry : made.entries) {
            for (const record::Value& value : entry.values) {
                if (value.item.isEmpty())
                    made.unknown.push_back({value.where.path, value.name, value.name.section(u'/', -1), value.raw, value.where.line, nullptr});
            }
        }
        return made;
    }

    void tell(ReadDocument& document) const override { document.warnings += m_warnings; }

    // An answer that names no learner at all.
    void tellEmpty(ReadDocument& document) const
    {
        if (m_taken > 0)
            return;
        if (m_code == "WSRC0002"_L1)
            document.warnings << Tr::tr("The Learning Records Service found too many learners who fit, and named none of them (WSRC0002).");
        else
            document.warnings << Tr::tr("The Learning Records Service named no learner in this answer (%1). It may know you under another "
                                        "name, address or learner number.")
                                     .arg(m_code.isEmpty() ? Tr::tr("no code") : m_code.left(20));
    }

private:
    // What codes and stand-in numbers mean, said where they are met: "refused" must never look like "no results".
    [[nodiscard]] static QStringList warningsOf(const LrsEvents& made)
    {
        QStringList warnings;
        if (made.code == "WSEC0206"_L1)
            warnings << Tr::tr("The Learning Records Service refused this answer because the learning record is not shared (WSEC0206). That is "
                               "not the same as having no record: ask the Learning Records Service for it.");
        else if (made.code == "WSEC0208"_L1)
            warnings << Tr::tr("The Learning Records Service refused this answer because it was not sure who the learner is (WSEC0208). That is "
                               "not the same as having no record: ask the Learning Records Service for it.");
        else if (made.events == 0)
            warnings << Tr::tr("The Learning Records Service gave no learning events (%1). There may be some all the same.")
                            .arg(made.code.isEmpty() ? Tr::tr("no code") : made.code.left(20));
        if (made.linked)
            warnings << Tr::tr("The record was asked for under one learner number and found under another: the two are linked. Check that both "
                               "are yours.");
        if (made.placeholder)
            warnings << Tr::tr("Where a learner number should stand, this file has the words of a form that was never filled in.");
        if (made.challenged > 0)
            warnings << Tr::tr("%n learning event(s) are being checked, because somebody said they are wrong (a data challenge).", nullptr,
                               made.challenged);
        if (made.ungraded > 0)
            warnings << Tr::tr("%n learning event(s) have 9999999999 as their grade. That stands where no grade was recorded.", nullptr,
                               made.ungraded);
        return warnings;
    }

    XmlItems& m_items;
    QStringList m_warnings;
    QString m_code;
    int m_taken = 0;
};

class Lrs : public Format {
public:
    [[nodiscard]] QString id() const override { return u"lrs"_s; }

    [[nodiscard]] int recognise(const SourcePart& /*part*/, QByteArrayView head) const override
    {
        const QByteArray text = xmlHead(head);
        if (text.isEmpty())
            return 0;
        const auto has = [&text](QByteArrayView name) { return xmlHeadHas(text, name); };
        if (has("getlearnerlearningeventsresponse") || has("getlearnerlearningeventsresult") || has("findlearnerresponse") ||
            has("findlearnerbydemographicsresponse") || has("findlearnerbyulnresponse"))
            return 95;
        return has("miapapiexception") || has("learningevent") ? 90 : 0;
    }

    [[nodiscard]] base::Result<void> read(const Source& source, const std::vector<int>& parts, const record::Selection& selection,
                                          Sink& sink, ReadReport& report, const std::stop_token& stop,
                                          const base::Progress& progress) const override
    {
        // An answer with events carries nothing but a number: whose it is, an answer that describes the learner tells.
        const auto order = namedFirst(source, parts);
        if (!order)
            return tl::unexpected(order.error());
        record::Selection wanted = selection;
        XmlPass pass(source, sink, report, stop, progress);
        XmlItems items;
        std::vector<ReadDocument> documents(parts.size());
        for (const int part : *order) {
            LrsReading reading(items);
            const qint64 others = report.otherPupils;
            const std::size_t seen = report.pupils.size();
            auto document = pass.read(part, id(), names(), wanted, reading);
            if (!document)
                return tl::unexpected(document.error());
            if (report.otherPupils == others && report.pupils.size() == seen)
                reading.tellEmpty(*document);
            documents[std::size_t(std::find(parts.begin(), parts.end(), part) - parts.begin())] = std::move(*document);
            learnNumber(report, wanted);
        }
        std::move(documents.begin(), documents.end(), std::back_inserter(report.documents));
        return {};
    }

private:
    static base::Result<std::vector<int>> namedFirst(const Source& source, const std::vector<int>& parts)
    {
        std::vector<int> named;
        std::vector<int> events;
        for (const int part : parts) {
            const auto head = headOf(source.parts[std::size_t(part)]);
            if (!head)
                return tl::unexpected(head.error());
            (xmlHeadHas(xmlHead(*head), "getlearnerlearningeventsresult") ? events : named).push_back(part);
        }
        named.insert(named.end(), events.begin(), events.end());
        return named;
    }

    static void learnNumber(const ReadReport& report, record::Selection& wanted)
    {
        if (wanted.everyone || !wanted.person.uln.isEmpty())
            return;
        const auto same = [](const SeenPupil& pupil) { return pupil.fit == record::Fit::Same; };
        if (std::count_if(report.pupils.begin(), report.pupils.end(), same) == 1)
            wanted.person.uln = std::find_if(report.pupils.begin(), report.pupils.end(), same)->person.uln;
    }
};

} // namespace

const Format& lrsFormat()
{
    static const Lrs format;
    return format;
}

} // namespace readers
