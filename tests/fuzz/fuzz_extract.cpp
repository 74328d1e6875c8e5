// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Opening a record file that somebody else made. Random bytes would all fail at the first page's seal, so the input is
// the database in the clear: each page is sealed with a known key, as an attacker who knows the passphrase could.
#include "extract/file/opening.h"
#include "extract/file/page_cipher.h"
#include "extract/stores/record_store.h"

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>

using namespace Qt::StringLiterals;

namespace {

constexpr int reserve = 48;
constexpr std::size_t content = extract::pageSize - reserve;

extract::Key knownKey()
{
    extract::Key key;
    key.raw = extract::Secret::ofSize(32);
    std::memset(key.raw.writable(), 7, 32);
    key.header = extract::freshHeader(1);
    key.header.setCheck(key.raw);
    return key;
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int* /*count*/, char*** /*arguments*/)
{
    return extract::protectProcess() ? 0 : 1;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const QTemporaryDir folder(u"/dev/shm/fuzz-XXXXXX"_s);
    static const extract::Key key = knownKey();
    static const extract::PageCipher cipher(key);
    const QString path = folder.filePath(u"f.pupilrecord"_s);
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return -1;
        qint64 number = 1;
        for (std::size_t at = 0; at < size; at += content, ++number) {
            QByteArray plain(extract::pageSize, '\0');
            std::memcpy(plain.data(), data + at, std::min(content, size - at));
            file.write(cipher.sealed(plain, number, reserve));
        }
    }
    for (const bool checked : {true, false}) {
        auto connection = checked ? extract::openKeyed(path, key, true) : extract::openUnchecked(path, key);
        if (!connection)
            continue;
        static_cast<void>(extract::readRecord(*connection));
        static_cast<void>(extract::readKeptBytes(*connection, 1));
    }
    return 0;
}
