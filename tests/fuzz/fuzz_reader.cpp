// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One reader at a time, FUZZED_FORMAT, on whatever bytes come: as a family would (one person) and as a school would
// (everyone). "any" asks every format whether it knows the bytes and reads them with the surest.
#include "readers/format.h"

#include <QCoreApplication>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {

class Counting : public readers::Sink {
public:
    base::Result<void> entry(int /*part*/, int /*pupil*/, record::Entry entry) override
    {
        values += entry.values.size();
        return {};
    }
    std::size_t values = 0;
};

const readers::Format* fuzzed()
{
    for (const readers::Format* format : readers::formats()) {
        if (format->id() == QLatin1StringView(FUZZED_FORMAT))
            return format;
    }
    return nullptr;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const readers::Format* const format = fuzzed();
    if (!format && qstrcmp(FUZZED_FORMAT, "any") != 0)
        std::abort(); // no such reader
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    record::Selection selection;
    selection.person.name = u"Mina Okafor-Hale"_s;
    selection.person.born = QDate(2001, 10, 14);
    selection.person.upn = u"A000260000031"_s;
    for (const bool everyone : {false, true}) {
        selection.everyone = everyone;
        const readers::Source source{{readers::bufferPart(u"f"_s, bytes)}};
        Counting sink;
        if (format) {
            readers::ReadReport report;
            static_cast<void>(format->read(source, {0}, selection, sink, report, {}, {}));
        } else {
            static_cast<void>(readers::read(source, selection, sink));
        }
    }
    return 0;
}
