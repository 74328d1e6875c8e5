// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/support_record.h"

#include "readers/format.h"
#include "readers/support_copy.h"
#include "readers/support_shape.h"

#include <algorithm>
#include <map>
#include <tuple>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// A format or reader of this program by its own word; anything else is somebody's text.
QString shownFormat(const QString& format)
{
    const auto& all = readers::formats();
    const bool known = std::any_of(all.begin(), all.end(), [&](const readers::Format* one) { return one->id() == format; });
    return known ? format : QString(u'[' + readers::shapeOf(format) + u']');
}

// "sc-xml:TermlyExclusion", "SC_Pupil": our own prefix, and a name out of the file behind it.
QString shownDataset(const QString& dataset)
{
    const qsizetype colon = dataset.indexOf(u':');
    if (colon < 0)
        return readers::shownName(dataset);
    return dataset.left(colon) + u':' + readers::shownName(dataset.mid(colon + 1));
}

} // namespace

QString supportCopyOf(const record::Record& record)
{
    QString text = readers::supportCopyHead();
    std::map<record::DocumentId, int> numbers;
    for (const record::Document& document : record.documents) {
        const int number = static_cast<int>(numbers.size()) + 1;
        numbers.emplace(document.id, number);
        text += u"\ndocument %1: %2, version [%3], %4 bytes, %5 of them withheld%6\n"_s.arg(number)
                    .arg(shownFormat(document.format), readers::shapeOf(document.version))
                    .arg(document.size)
                    .arg(document.withheldBytes)
                    .arg(document.container.isEmpty() ? QString() : u", out of a zip"_s);
    }
    struct Field {
        qint64 count = 0;
        readers::Shapes shapes;
    };
    std::map<std::tuple<int, QString, QString>, Field> fields; // document, dataset, field, all as they are told
    for (const record::Entry& entry : record.entries) {
        const auto number = numbers.find(entry.document);
        const int document = number == numbers.end() ? 0 : number->second;
        const QString dataset = (entry.writtenIn ? u"written in: "_s : QString()) + shownDataset(entry.dataset);
        for (const record::Value& value : entry.values) {
            const QString shown = readers::shownName(value.name) + (value.item.isEmpty() ? u" (field not known)"_s : QString());
            const auto field = fields.try_emplace({document, dataset, shown}, Field{0, readers::Shapes(value.name)}).first;
            ++field->second.count;
            field->second.shapes.add(value.raw);
        }
    }
    for (const auto& [key, field] : fields) {
        const auto& [document, dataset, name] = key;
        text += u"\ndocument %1, %2, %3: %4\n"_s.arg(document).arg(dataset, name).arg(field.count);
        const QStringList shapes = field.shapes.lines();
        for (const QString& shape : shapes)
            text += u"    "_s + shape + u'\n';
    }
    return text;
}

} // namespace desk
