// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/source_intake.h"
#include "readers/support_copy.h"
#include "readers/support_parts.h"
#include "readers/support_shape.h"
#include "readers/xml_stream.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <map>

using namespace Qt::StringLiterals;

namespace readers {

namespace {

constexpr std::size_t mostPlaces = 5000; // elements or keys that are told apart
constexpr qint64 largestJson = 64 * 1024 * 1024;

// Names, places and shapes of everything met so far; keyed by the names as they are told, never as delivered.
class Places {
public:
    struct Place {
        qint64 count = 0;
        Shapes shapes;
        bool text = false;
    };
    // Null: too many places.
    Place* at(const QString& path, const QString& name)
    {
        const auto known = m_places.find(path);
        if (known != m_places.end())
            return &known->second;
        if (m_places.size() >= mostPlaces)
            return nullptr;
        return &m_places.emplace(path, Place{0, Shapes(name), false}).first->second;
    }
    [[nodiscard]] QStringList lines() const
    {
        QStringList lines;
        for (const auto& [path, place] : m_places) {
            lines << u"%1: %2"_s.arg(path).arg(place.count);
            if (!place.text)
                continue;
            const QStringList shapes = place.shapes.lines();
            for (const QString& shape : shapes)
                lines << u"    "_s + shape;
        }
        if (m_places.size() >= mostPlaces)
            lines << u"more places than are told"_s;
        return lines;
    }

private:
    std::map<QString, Place> m_places;
};

// Asked once a name: a school's file repeats a few hundred a million times.
class ShownNames {
public:
    const QString& operator()(const QString& name)
    {
        auto known = m_known.find(name);
        if (known == m_known.end())
            known = m_known.insert(name, shownName(name));
        return *known;
    }

private:
    QHash<QString, QString> m_known;
};

// Namespaces decide which reader takes a file; those of the public formats may be told, others only by shape.
QString shownNamespace(const QString& uri)
{
    static constexpr std::array publishers{"ESFA/"_L1, "SFA/"_L1, "DC-ILR"_L1, "education.gov.uk"_L1, "w3.org"_L1, "xmlsoap.org"_L1, "hesa.ac.uk"_L1};
    for (const QLatin1StringView publisher : publishers)
        if (uri.contains(publisher) && uri.size() < 100)
            return uri;
    return u'[' + shapeOf(uri) + u']';
}

class Outline : public XmlEvents {
public:
    void open(std::string_view name, const char** attributes) override
    {
        const QString written = QString::fromUtf8(name.data(), qsizetype(name.size()));
        m_paths.push_back((m_paths.empty() ? QString() : QString(m_paths.back() + u'/')) + m_shown(written));
        m_names.push_back(written);
        m_texts.emplace_back();
        m_parents.push_back(false);
        if (m_parents.size() > 1)
            m_parents[m_parents.size() - 2] = true;
        if (Places::Place* place = m_places.at(m_paths.back(), written))
            ++place->count;
        for (; *attributes; attributes += 2)
            attribute(QString::fromUtf8(attributes[0]), QString::fromUtf8(attributes[1]));
    }
    void close(std::string_view /*name*/) override
    {
        Places::Place* place = m_places.at(m_paths.back(), m_names.back());
        // Blanks between elements are no value; an element without children is one, also where it is empty.
        if (place && (!m_parents.back() || !m_texts.back().trimmed().isEmpty())) {
            place->shapes.add(m_texts.back());
            place->text = true;
        }
        m_paths.pop_back();
        m_names.pop_back();
        m_texts.pop_back();
        m_parents.pop_back();
    }
    void text(std::string_view utf8) override
    {
        constexpr qsizetype enough = 4096;
        if (m_texts.back().size() < enough)
            m_texts.back() += QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
    }
    [[nodiscard]] QStringList lines() const { return m_places.lines(); }

private:
    void attribute(const QString& name, const QString& value)
    {
        const bool space = name == "xmlns"_L1 || name.startsWith("xmlns:"_L1);
        const QString shown = space ? u"xmlns = "_s + shownNamespace(value) : m_shown(name);
        Places::Place* place = m_places.at(m_paths.back() + u"/@"_s + shown, name);
        if (!place)
            return;
        ++place->count;
        if (!space) {
            place->shapes.add(value);
            place->text = true;
        }
    }

    Places m_places;
    ShownNames m_shown;
    std::vector<QString> m_paths;
    std::vector<QString> m_names;
    std::vector<QString> m_texts;
    std::vector<bool> m_parents;
};

void outline(const QJsonValue& value, const QString& path, const QString& name, Places& places, ShownNames& shown)
{
    Places::Place* place = places.at(path, name);
    if (!place)
        return;
    ++place->count;
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.constBegin(); it != object.constEnd(); ++it)
            outline(it.value(), path + u'/' + shown(it.key()), it.key(), places, shown);
        return;
    }
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const auto& one : array)
            outline(one, path + u"[]"_s, name, places, shown);
        return;
    }
    place->text = true;
    if (value.isDouble())
        place->shapes.add(QString::number(value.toDouble(), 'g', 17));
    else if (value.isString())
        place->shapes.add(value.toString());
    else
        place->shapes.add(value.isBool() ? u"t/f"_s : QString());
}

} // namespace

base::Result<QStringList> xmlStructure(const SourcePart& part, const std::stop_token& stop)
{
    BASE_TRY(part.bytes->rewind());
    Outline outline;
    XmlStream stream(*part.bytes, outline);
    stream.hold(-1);
    const auto read = stream.run(stop, {});
    if (!read && read.error().kind == base::ErrorKind::Stopped)
        return tl::unexpected(read.error());
    QStringList lines{u"XML; read as %1"_s.arg(QString::fromLatin1(stream.encoding()))};
    lines += outline.lines();
    if (!read)
        lines << u"cannot be read further: "_s + plainError(read.error());
    else if (!stream.repairs().isEmpty())
        lines << u"mended while reading: %1 things"_s.arg(stream.repairs().size());
    return lines;
}

base::Result<QStringList> jsonStructure(const SourcePart& part, const std::stop_token& stop)
{
    Intake intake(part, stop, {});
    BASE_TRY(intake.start());
    const auto bytes = intake.readAll(largestJson);
    if (!bytes) {
        if (bytes.error().kind == base::ErrorKind::Stopped)
            return tl::unexpected(bytes.error());
        return QStringList{u"JSON, too large to outline"_s};
    }
    QJsonParseError error;
    const QByteArrayView text = QByteArrayView(*bytes).sliced(bytes->startsWith("\xEF\xBB\xBF") ? 3 : 0);
    const QJsonDocument document = QJsonDocument::fromJson(text.toByteArray(), &error);
    QStringList lines{u"JSON"_s};
    if (error.error != QJsonParseError::NoError)
        return lines << u"cannot be read: byte %1"_s.arg(error.offset);
    Places places;
    ShownNames shown;
    outline(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()), u"$"_s, {}, places, shown);
    lines += places.lines();
    return lines;
}

} // namespace readers
