// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Opening a file that somebody handed over: zips above all, locked ones with a wrong and a right password.
#include "readers/read.h"

#include <QFile>
#include <QTemporaryDir>

#include <cstddef>
#include <cstdint>

using namespace Qt::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const QTemporaryDir folder(u"/dev/shm/fuzz-XXXXXX"_s);
    const QString path = folder.filePath(u"f"_s);
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return -1;
        file.write(reinterpret_cast<const char*>(data), static_cast<qint64>(size));
    }
    const auto source = readers::openSource({path});
    if (source) {
        for (const readers::SourcePart& part : source->parts) {
            char chunk[4096];
            for (qint64 most = 1 << 22; most > 0;) {
                const auto count = part.bytes->read(chunk, sizeof chunk);
                if (!count || *count == 0)
                    break;
                most -= *count;
            }
        }
    }
    return 0;
}
