// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/spool.h"

#include "extract/database/failure.h"

#include <QtEndian>

#include <sodium.h>

#include <array>
#include <cstring>

namespace extract {

namespace {

constexpr qsizetype sealSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr qsizetype lengthSize = sizeof(quint32);

// The number of the block: never used twice under a key that is made anew each time.
using Nonce = std::array<unsigned char, crypto_aead_xchacha20poly1305_ietf_NPUBBYTES>;
Nonce nonceOf(quint64 number)
{
    Nonce nonce{};
    qToLittleEndian(number, nonce.data());
    return nonce;
}

const unsigned char* raw(const char* bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes);
}

} // namespace

base::Result<Spool> Spool::in(const QString& folder, qsizetype memory)
{
    auto file = NamelessFile::in(folder);
    if (!file)
        return tl::unexpected(file.error());
    Secret key = Secret::ofSize(crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    randombytes_buf(key.writable(), key.size());
    return Spool(std::move(*file), std::move(key), memory);
}

base::Result<void> Spool::add(std::size_t strand, QByteArrayView piece)
{
    if (strand >= m_strands.size())
        m_strands.resize(strand + 1);
    QByteArray& waiting = m_strands[strand].waiting;
    std::array<char, lengthSize> length{};
    qToLittleEndian(static_cast<quint32>(piece.size()), length.data());
    waiting.append(length.data(), lengthSize);
    waiting.append(piece);
    m_waiting += lengthSize + piece.size();
    return m_waiting < m_memory ? base::Result<void>() : writeAll();
}

base::Result<void> Spool::finish()
{
    return writeAll();
}

base::Result<void> Spool::writeAll()
{
    QByteArray sealed;
    for (std::size_t i = 0; i < m_strands.size(); ++i) {
        Strand& strand = m_strands[i];
        if (strand.waiting.isEmpty())
            continue;
        const Block block{m_end, strand.waiting.size() + sealSize, m_next++};
        sealed.resize(block.size);
        // The number of the strand is sealed in too: no block can be taken for another pupil's.
        const quint64 owner = qToLittleEndian(static_cast<quint64>(i));
        crypto_aead_xchacha20poly1305_ietf_encrypt(
            reinterpret_cast<unsigned char*>(sealed.data()), nullptr, raw(strand.waiting.constData()),
            static_cast<unsigned long long>(strand.waiting.size()), reinterpret_cast<const unsigned char*>(&owner),
            sizeof owner, nullptr, nonceOf(block.number).data(), raw(m_key.data()));
        BASE_TRY(m_file.write(block.at, sealed));
        strand.blocks.push_back(block);
        m_end += block.size;
        // Wiped because it is plain text that would lie in free memory; given back because the next source rows may be
        // other pupils'.
        wipe(strand.waiting);
    }
    m_waiting = 0;
    return {};
}

base::Result<void> Spool::forEach(std::size_t strand,
                                  const std::function<base::Result<void>(QByteArrayView piece)>& take) const
{
    if (strand >= m_strands.size())
        return {};
    const quint64 owner = qToLittleEndian(static_cast<quint64>(strand));
    QByteArray bytes;
    for (const Block& block : m_strands[strand].blocks) {
        bytes.resize(block.size);
        BASE_TRY(m_file.read(block.at, bytes.data(), block.size));
        // Opened in place.
        if (crypto_aead_xchacha20poly1305_ietf_decrypt(
                reinterpret_cast<unsigned char*>(bytes.data()), nullptr, nullptr, raw(bytes.constData()),
                static_cast<unsigned long long>(block.size), reinterpret_cast<const unsigned char*>(&owner), sizeof owner,
                nonceOf(block.number).data(), raw(m_key.data())) != 0)
            return tl::unexpected(damaged());
        const qsizetype end = block.size - sealSize;
        for (qsizetype at = 0; at < end;) {
            const auto length = static_cast<qsizetype>(qFromLittleEndian<quint32>(bytes.constData() + at));
            at += lengthSize;
            BASE_TRY(take(QByteArrayView(bytes).sliced(at, length)));
            at += length;
        }
    }
    wipe(bytes);
    return {};
}

} // namespace extract
