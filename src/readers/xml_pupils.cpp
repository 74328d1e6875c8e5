// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/xml_pupils.h"

#include "readers/dates.h"
#include "readers/xml_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <string>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

bool among(std::string_view written, const std::vector<std::string_view>& names)
{
    return std::any_of(names.begin(), names.end(), [written](std::string_view name) { return xmlSame(written, name); });
}

// The identity fields of the pupil being read, as bytes: for most pupils of a large file no string is ever made.
struct Identity {
    std::string upn;
    std::string formerUpn;
    std::string uln;
    std::string formerUln;
    std::string surname;
    std::string forename;
    std::string middle;
    std::string born;
    std::string own;

    void clear()
    {
        for (std::string* field : all())
            field->clear();
    }
    std::array<std::string*, 9> all()
    {
        return {&upn, &formerUpn, &uln, &formerUln, &surname, &forename, &middle, &born, &own};
    }
    std::string* field(std::string_view name, const XmlPupilNames& names)
    {
        for (const auto& [own, common] : names.identityNames) {
            if (xmlSame(name, own))
                return field(common);
        }
        return field(name);
    }

private:
    std::string* field(std::string_view name)
    {
        if (xmlSame(name, "upn"))
            return &upn;
        if (xmlSame(name, "dob") || xmlSame(name, "birthdate") || xmlSame(name, "personbirthdate") ||
            xmlSame(name, "dateofbirth"))
            return &born;
        if (xmlSame(name, "surname") || xmlSame(name, "legalsurname") || xmlSame(name, "familyname"))
            return &surname;
        if (xmlSame(name, "forename") || xmlSame(name, "legalforename") || xmlSame(name, "givenname") ||
            xmlSame(name, "forenames"))
            return &forename;
        if (xmlSame(name, "middlenames") || xmlSame(name, "middlename"))
            return &middle;
        if (xmlSame(name, "uniquelearnernumber") || xmlSame(name, "uln"))
            return &uln;
        if (xmlSame(name, "formeruln"))
            return &formerUln;
        if (xmlSame(name, "ownnumber"))
            return &own;
        return xmlSame(name, "formerupn") ? &formerUpn : nullptr;
    }
};

bool numbersOnly(const record::Person& person)
{
    return person.name.isEmpty() && !person.born.isValid();
}

QString textOf(const std::string& bytes)
{
    return QString::fromUtf8(bytes.data(), qsizetype(bytes.size())).simplified();
}

record::Person personOf(const Identity& identity)
{
    record::Person person;
    const QString name = textOf(identity.forename) + u' ' + textOf(identity.middle) + u' ' + textOf(identity.surname);
    person.name = name.simplified();
    person.born = xmlDate(textOf(identity.born));
    person.upn = textOf(identity.upn);
    person.uln = textOf(identity.uln.empty() ? identity.formerUln : identity.uln);
    return person;
}

// What is wanted, in the form the bytes of a file have.
struct Wanted {
    record::Person person;
    std::string upn;
    std::string uln;
    std::string born;     // ISO
    std::string dayFirst; // dd/mm/yyyy

    explicit Wanted(const record::Person& one)
        : person(one), upn(one.upn.trimmed().toLower().toStdString()), uln(one.uln.trimmed().toStdString()),
          born(one.born.isValid() ? one.born.toString(Qt::ISODate).toStdString() : std::string()),
          dayFirst(one.born.isValid() ? one.born.toString(u"dd/MM/yyyy"_s).toStdString() : std::string())
    {
    }

    // Sure without making a string: the birth date is another one and no number agrees.
    [[nodiscard]] bool cannotBe(const Identity& found) const
    {
        const auto trimmed = [](std::string_view text) {
            while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ')
                text.remove_prefix(1);
            while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ')
                text.remove_suffix(1);
            return text;
        };
        const std::string_view date = trimmed(found.born);
        if (born.empty() || date.size() != 10 || date == born || date == dayFirst)
            return false;
        if ((date[4] != '-' || date[7] != '-') && (date[2] != '/' || date[5] != '/'))
            return false;
        const auto agrees = [&](const std::string& mine, const std::string& theirs) {
            return !mine.empty() && xmlSame(trimmed(theirs), mine);
        };
        return !agrees(upn, found.upn) && !agrees(upn, found.formerUpn) && !agrees(uln, found.uln) && !agrees(uln, found.formerUln);
    }

    [[nodiscard]] record::Fit fitOf(const record::Person& found, const Identity& identity, bool learnerNumberAlone) const
    {
        if (learnerNumberAlone && found.name.isEmpty() && !found.born.isValid() && uln.empty())
            return record::Fit::Possible;
        record::Person former = found;
        former.upn = textOf(identity.formerUpn);
        if (!identity.formerUln.empty())
            former.uln = textOf(identity.formerUln);
        const auto agrees = [this](const QString& number) {
            return number.compare(person.upn.trimmed(), Qt::CaseInsensitive) == 0;
        };
        const record::Fit first = std::min(record::fit(person, found), record::fit(person, former));
        // Same name and birthday but another number than the one asked for: namesakes exist.
        const bool another = !upn.empty() && !found.upn.isEmpty() && !agrees(found.upn) && !agrees(former.upn);
        const bool learner = !uln.empty() && (found.uln == person.uln.trimmed() || former.uln == person.uln.trimmed());
        const bool pupil = !upn.empty() && (agrees(found.upn) || agrees(former.upn));
        const bool anotherLearner = !uln.empty() && !found.uln.isEmpty() && !learner;
        const bool namesake = (another && !learner) || (anotherLearner && !pupil);
        return first == record::Fit::Same && namesake ? record::Fit::Possible : first;
    }
};

class Cutter : public XmlEvents {
public:
    Cutter(const XmlPupilNames& names, const record::Selection& selection, XmlPupilUser& user, XmlPupilIndex& pupils,
           bool takeAny)
        : m_names(names), m_everyone(selection.everyone), m_takeAny(takeAny), m_wanted(selection.person), m_user(user),
          m_pupils(pupils)
    {
    }
    void of(XmlStream* stream, XmlKept* kept)
    {
        m_stream = stream;
        m_kept = kept;
        holdNothing();
    }

    void open(std::string_view name, const char** attributes) override
    {
        ++m_depth;
        m_target = nullptr;
        if (m_inPupil) {
            const int below = m_depth - m_topDepth;
            if (below == 1)
                m_identityParent = among(name, m_names.identityParents);
            if (below == 1 || (below == 2 && m_identityParent)) {
                std::string* field = m_identity.field(name, m_names);
                m_target = field && field->empty() ? field : nullptr;
            }
            return;
        }
        m_inPupil = among(name, m_names.pupil);
        if (m_inSection && !m_inPupil)
            return;
        if (m_inSection)
            leaveSection();
        m_inSection = !m_inPupil && among(name, m_names.sections);
        if (!m_inPupil && !m_inSection) {
            m_user.outside(name, attributes);
            if (m_kept)
                keepTag();
            return;
        }
        m_topDepth = m_depth;
        m_topFrom = m_stream->from();
        m_topTagEnd = m_stream->to();
        m_topLine = m_stream->line();
        m_identity.clear();
        if (!m_kept)
            m_stream->hold(m_topFrom);
    }

    void close(std::string_view name) override
    {
        const int depth = m_depth--;
        m_target = nullptr;
        if (!m_inPupil && !m_inSection) {
            if (m_kept)
                keepTag();
            return;
        }
        if (depth != m_topDepth)
            return;
        auto done = m_inPupil ? pupil(name) : section(name);
        m_inPupil = false;
        m_inSection = false;
        if (!done)
            m_stream->refuse(std::move(done.error()));
        holdNothing();
    }

    void text(std::string_view utf8) override
    {
        // A name of more than a few hundred letters is none; the whole text still reaches the tree.
        if (m_target && m_target->size() < 512)
            m_target->append(utf8);
    }

    [[nodiscard]] qint64 others() const { return m_others; }

private:
    void holdNothing() { m_stream->hold(m_kept ? m_kept->at() : -1); }

    // The declaration and the document type before the first element. A remark there may name whoever was exported.
    void begin(qint64 to)
    {
        if (m_begun)
            return;
        m_begun = true;
        const QByteArray opens = inEncoding("<!--", m_stream->encoding());
        const QByteArray closes = inEncoding("-->", m_stream->encoding());
        const QByteArrayView all = m_stream->delivered(0, to);
        std::vector<XmlCut> cuts;
        for (qsizetype from = all.indexOf(opens); from >= 0;) {
            const qsizetype end = all.indexOf(closes, from);
            const qsizetype after = end < 0 ? all.size() : end + closes.size();
            cuts.push_back({from, after, "remarks"});
            from = all.indexOf(opens, after);
        }
        m_kept->keep(0, to, cuts);
    }

    void keepTag()
    {
        const qint64 from = m_stream->from();
        const qint64 to = m_stream->to();
        begin(from);
        if (to > m_kept->at())
            m_kept->keep(from, to);
        holdNothing();
    }

    // A dialect that puts the pupils inside what is a small part elsewhere: keeping it whole would keep every child.
    // Its tag stays; what stood in it before its first pupil becomes a marker.
    void leaveSection()
    {
        m_inSection = false;
        if (!m_kept)
            return;
        begin(m_topFrom);
        m_kept->keep(m_topFrom, m_topTagEnd);
        holdNothing();
    }

    [[nodiscard]] QString pathOf(std::string_view name)
    {
        const QString written = QString::fromUtf8(name.data(), qsizetype(name.size()));
        const QString path = written + u'[' + QString::number(++m_counts[written]) + u']';
        return path;
    }

    [[nodiscard]] base::Result<XmlNode> tree() const
    {
        return xmlTree(m_stream->delivered(m_topFrom, m_stream->to()), m_stream->encoding(), m_topFrom, m_topLine);
    }

    [[nodiscard]] base::Result<void> section(std::string_view name)
    {
        auto node = tree();
        if (!node)
            return tl::unexpected<base::Error>(std::move(node.error()));
        auto cuts = m_user.section(*node, QString::fromUtf8(name.data(), qsizetype(name.size())));
        if (!cuts)
            return tl::unexpected<base::Error>(std::move(cuts.error()));
        keepTop(*cuts);
        return {};
    }

    [[nodiscard]] base::Result<void> pupil(std::string_view name)
    {
        const QString path = pathOf(name);
        if (m_names.missing) {
            for (std::string* field : m_identity.all()) {
                if (m_names.missing(*field))
                    field->clear();
            }
        }
        const bool any = m_everyone || m_takeAny;
        // Most pupils of a large file are passed over without making one string; nobody is told their names.
        if (!any && m_wanted.cannotBe(m_identity))
            return other();
        const record::Person person = personOf(m_identity);
        const QString own = textOf(m_identity.own);
        record::Fit fit = any ? record::Fit::Same : m_wanted.fitOf(person, m_identity, m_names.learnerNumberAlone);
        if (fit != record::Fit::Same && numbersOnly(person) && m_pupils.fitsByNumbers(person, own))
            fit = record::Fit::Same;
        if (fit == record::Fit::Different)
            return other();
        const int place = m_pupils.placeOf(person, fit, own);
        if (fit == record::Fit::Possible) {
            withholdTop();
            return {};
        }
        if (m_everyone) {
            const auto aside = m_user.setAside({m_stream->delivered(m_topFrom, m_stream->to()), m_stream->encoding(), m_topFrom, m_topLine, path, place});
            if (!aside)
                return tl::unexpected<base::Error>(aside.error());
            if (*aside) {
                m_pupils.addEntries(place, 1);
                return {};
            }
        }
        auto node = tree();
        if (!node)
            return tl::unexpected<base::Error>(std::move(node.error()));
        qint64 entries = 0;
        auto cuts = m_user.pupil({*node, path, m_everyone ? place : 0}, entries);
        if (!cuts)
            return tl::unexpected<base::Error>(std::move(cuts.error()));
        m_pupils.addEntries(place, entries);
        keepTop(*cuts);
        return {};
    }

    [[nodiscard]] base::Result<void> other()
    {
        // A further part about somebody who was counted by name.
        if (m_identity.own.empty() || !m_identity.born.empty() || !m_identity.surname.empty() || !m_identity.upn.empty()) {
            ++m_others;
            m_pupils.addOther();
        }
        withholdTop();
        return {};
    }

    void keepTop(const std::vector<XmlCut>& cuts)
    {
        if (!m_kept)
            return;
        begin(m_topFrom);
        m_kept->keep(m_topFrom, m_stream->to(), cuts);
    }
    void withholdTop()
    {
        if (!m_kept)
            return;
        begin(m_topFrom);
        m_kept->withhold(m_topFrom, m_stream->to(), "other pupils");
    }

    const XmlPupilNames& m_names;
    bool m_everyone;
    bool m_takeAny;
    Wanted m_wanted;
    XmlPupilUser& m_user;
    XmlPupilIndex& m_pupils;
    XmlStream* m_stream = nullptr;
    XmlKept* m_kept = nullptr;
    Identity m_identity;
    std::string* m_target = nullptr;
    QHash<QString, int> m_counts;
    qint64 m_others = 0;
    qint64 m_topFrom = 0;
    qint64 m_topTagEnd = 0;
    int m_topLine = 0;
    int m_topDepth = 0;
    int m_depth = 0;
    bool m_inPupil = false;
    bool m_inSection = false;
    bool m_identityParent = false;
    bool m_begun = false;
};

} // namespace

base::Result<void> readXmlPupils(ByteSource& bytes, const XmlPupilNames& names, const record::Selection& selection,
                                 XmlPupilUser& user, XmlPupilIndex& pupils, ReadDocument& document,
                                 const std::stop_token& stop, const base::Progress& progress)
{
    BASE_TRY(bytes.rewind());
    pupils.startDocument();
    // read() asks for the only pupil when it has counted one in the whole source, parts that repeat them aside.
    const bool takeAny = selection.onlyPupilFits && !selection.everyone;
    Cutter cutter(names, selection, user, pupils, takeAny);
    XmlStream stream(bytes, cutter);
    XmlKept kept(stream);
    cutter.of(&stream, selection.everyone ? nullptr : &kept);
    BASE_TRY(stream.run(stop, progress));
    document.document.sha256 = stream.sha256();
    document.document.size = stream.size();
    document.warnings += stream.repairs();
    if (!selection.everyone) {
        document.kept = kept.finish();
        document.document.withheldBytes = kept.withheldBytes();
    }
    if (cutter.others() > 0)
        addNotTaken(document, u"other pupils"_s, cutter.others());
    return {};
}

QDate xmlDate(const QString& text)
{
    const auto reading = readDate(text.trimmed());
    return reading ? reading->date : QDate();
}

} // namespace readers
