// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/file/page_cipher.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>

namespace extract {

namespace {

constexpr int ivSize = 16;
constexpr int sealSize = 20;
constexpr std::array<int, 2> reserves{48, 80};
constexpr int keySize = 32;
constexpr unsigned char saltMask = 0x3a;
constexpr char sqliteHeader[] = "SQLite format 3"; // with its zero byte: 16
static_assert(sizeof sqliteHeader == Header::size);

unsigned char* bytes(QByteArray& page, int offset)
{
    return reinterpret_cast<unsigned char*>(page.data()) + offset;
}

const unsigned char* bytes(const QByteArray& page, int offset)
{
    return reinterpret_cast<const unsigned char*>(page.constData()) + offset;
}

int contentStart(qint64 number)
{
    return number == 1 ? static_cast<int>(Header::size) : 0;
}

void crypt(const Secret& key, const unsigned char* iv, const unsigned char* from, unsigned char* to, int size,
           bool encrypt)
{
    const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context(EVP_CIPHER_CTX_new(),
                                                                                  &EVP_CIPHER_CTX_free);
    int written = 0;
    EVP_CipherInit_ex(context.get(), EVP_aes_256_cbc(), nullptr, reinterpret_cast<const unsigned char*>(key.data()), iv,
                      encrypt ? 1 : 0);
    EVP_CIPHER_CTX_set_padding(context.get(), 0); // pages are whole blocks
    EVP_CipherUpdate(context.get(), to, &written, from, size);
}

} // namespace

PageCipher::PageCipher(const Key& key) : m_header(key.header), m_key(key.raw.clone()), m_sealKey(Secret::ofSize(keySize))
{
    std::array<unsigned char, Header::size> salt = key.header.bytes;
    for (unsigned char& byte : salt)
        byte = static_cast<unsigned char>(byte ^ saltMask);
    PKCS5_PBKDF2_HMAC(key.raw.data(), static_cast<int>(key.raw.size()), salt.data(), static_cast<int>(salt.size()), 2,
                      EVP_sha1(), keySize, reinterpret_cast<unsigned char*>(m_sealKey.writable()));
}

QByteArray PageCipher::sealOf(const QByteArray& page, qint64 number, int reserve) const
{
    const int start = contentStart(number);
    QByteArray covered = page.mid(start, pageSize - reserve + ivSize - start);
    for (int shift = 0; shift < 32; shift += 8)
        covered += static_cast<char>((number >> shift) & 0xff);
    std::array<unsigned char, EVP_MAX_MD_SIZE> seal{};
    unsigned int size = 0;
    HMAC(EVP_sha1(), m_sealKey.data(), static_cast<int>(m_sealKey.size()), bytes(std::as_const(covered), 0),
         static_cast<std::size_t>(covered.size()), seal.data(), &size);
    return {reinterpret_cast<const char*>(seal.data()), sealSize};
}

int PageCipher::reserveOf(const QByteArray& page, qint64 number) const
{
    for (const int reserve : reserves)
        if (page.mid(pageSize - reserve + ivSize, sealSize) == sealOf(page, number, reserve))
            return reserve;
    return 0;
}

QByteArray PageCipher::opened(const QByteArray& page, qint64 number, int reserve) const
{
    const int start = contentStart(number);
    const int end = pageSize - reserve;
    QByteArray plain(pageSize, '\0');
    crypt(m_key, bytes(page, end), bytes(page, start), bytes(plain, start), end - start, false);
    if (number == 1)
        std::memcpy(plain.data(), sqliteHeader, Header::size);
    return plain;
}

QByteArray PageCipher::sealed(const QByteArray& plain, qint64 number, int reserve) const
{
    const int start = contentStart(number);
    const int end = pageSize - reserve;
    QByteArray page(pageSize, '\0');
    randombytes_buf(bytes(page, end), ivSize);
    crypt(m_key, bytes(std::as_const(page), end), bytes(plain, start), bytes(page, start), end - start, true);
    if (number == 1)
        std::copy(m_header.bytes.begin(), m_header.bytes.end(), bytes(page, 0));
    const QByteArray seal = sealOf(page, number, reserve);
    std::memcpy(page.data() + end + ivSize, seal.constData(), sealSize);
    return page;
}

} // namespace extract
