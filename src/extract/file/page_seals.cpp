// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/file/page_seals.h"

#include "extract/database/failure.h"
#include "extract/database/sqlite.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>
#include <array>

namespace extract {

namespace {

// SQLCipher's page: [content][IV 16][HMAC-SHA1 20][padding]. The reserve is 48 bytes where 3.4.1 made the file and
// 80 where 4.x did. The HMAC covers content and IV (without the salt on page 1) and the page number, little endian;
// its key is PBKDF2-HMAC-SHA1 of the raw key over the salt with every byte xor 0x3a, two rounds.
// (sqlcipher design notes, zetetic.net/sqlcipher/design.)
constexpr int ivSize = 16;
constexpr int sealSize = 20;
constexpr std::array<int, 2> reserves{48, 80};
constexpr int keySize = 32;
constexpr unsigned char saltMask = 0x3a;

Secret sealKey(const Key& key)
{
    std::array<unsigned char, Header::size> salt = key.header.bytes;
    for (unsigned char& byte : salt)
        byte = static_cast<unsigned char>(byte ^ saltMask);
    Secret result = Secret::ofSize(keySize);
    PKCS5_PBKDF2_HMAC(key.raw.data(), static_cast<int>(key.raw.size()), salt.data(), static_cast<int>(salt.size()), 2,
                      EVP_sha1(), keySize, reinterpret_cast<unsigned char*>(result.writable()));
    return result;
}

bool sealFits(const QByteArray& page, qint64 number, int reserve, const Secret& key)
{
    const int start = number == 1 ? static_cast<int>(Header::size) : 0;
    const int end = pageSize - reserve + ivSize;
    QByteArray sealed = page.mid(start, end - start);
    for (int shift = 0; shift < 32; shift += 8)
        sealed += static_cast<char>((number >> shift) & 0xff);
    std::array<unsigned char, EVP_MAX_MD_SIZE> seal{};
    unsigned int size = 0;
    HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()), reinterpret_cast<const unsigned char*>(sealed.constData()),
         static_cast<std::size_t>(sealed.size()), seal.data(), &size);
    return size == sealSize && std::equal(seal.begin(), seal.begin() + sealSize,
                                          reinterpret_cast<const unsigned char*>(page.constData()) + end);
}

} // namespace

base::Result<std::vector<qint64>> brokenPages(const Connection& connection, const Key& key, const std::stop_token& stop,
                                              const base::Progress& progress)
{
    sqlite3_file* file = connection.file();
    sqlite3_int64 size = 0;
    if (!file || !file->pMethods || file->pMethods->xFileSize(file, &size) != SQLITE_OK)
        return tl::unexpected(damaged());
    const Secret seal = sealKey(key);
    const qint64 pages = size / pageSize;
    std::vector<qint64> broken;
    std::array<qint64, reserves.size()> fitting{};
    QByteArray page(pageSize, Qt::Uninitialized);
    for (qint64 number = 1; number <= pages; ++number) {
        if (stop.stop_requested())
            return base::fail(base::ErrorKind::Stopped, Words::tr("The check was stopped."));
        if (number % 256 == 0)
            base::report(progress, {Words::tr("Checking the file"), number, pages});
        bool fits = false;
        if (file->pMethods->xRead(file, page.data(), pageSize, (number - 1) * pageSize) == SQLITE_OK) {
            for (std::size_t i = 0; i < reserves.size() && !fits; ++i) {
                fits = sealFits(page, number, reserves[i], seal);
                fitting[i] += fits ? 1 : 0;
            }
        }
        if (!fits)
            broken.push_back(number);
    }
    if (size % pageSize != 0 || (fitting[0] > 0 && fitting[1] > 0))
        broken.push_back(pages + 1); // half a page at the end, or pages of two files
    return broken;
}

} // namespace extract
