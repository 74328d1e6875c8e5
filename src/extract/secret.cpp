// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/secret.h"

#include <QStringEncoder>

#include <sodium.h>

#include <cstring>
#include <new>

namespace extract {

namespace {

Secret copyOf(const char* bytes, std::size_t size)
{
    Secret secret = Secret::ofSize(size);
    if (size > 0)
        std::memcpy(secret.writable(), bytes, size);
    return secret;
}

} // namespace

void Secret::Free::operator()(void* bytes) const
{
    sodium_free(bytes);
}

Secret Secret::ofSize(std::size_t size)
{
    Secret secret;
    if (size == 0)
        return secret;
    // sodium_malloc needs libsodium's canary; further calls cost nothing.
    if (sodium_init() < 0)
        throw std::bad_alloc();
    secret.m_bytes.reset(sodium_malloc(size));
    if (!secret.m_bytes)
        throw std::bad_alloc();
    sodium_memzero(secret.m_bytes.get(), size);
    secret.m_size = size;
    return secret;
}

Secret Secret::fromText(const QString& text)
{
    // normalized() shares the caller's characters when there is nothing to do; only an own copy is ours to wipe.
    QString composed = text.normalized(QString::NormalizationForm_C);
    QStringEncoder encoder(QStringEncoder::Utf8);
    Secret room = ofSize(static_cast<std::size_t>(encoder.requiredSpace(composed.size())));
    Secret secret;
    if (!room.isEmpty()) {
        const char* end = encoder.appendToBuffer(room.writable(), composed);
        secret = copyOf(room.data(), static_cast<std::size_t>(end - room.data()));
    }
    if (composed.constData() != text.constData())
        wipe(composed);
    return secret;
}

Secret Secret::fromBytes(const QByteArray& bytes)
{
    QByteArrayView view(bytes);
    if (view.endsWith('\n'))
        view.chop(1);
    if (view.size() < bytes.size() && view.endsWith('\r'))
        view.chop(1);
    // Bytes that are no UTF-8 are taken as they are: replacing them would let different passphrases open one file.
    if (!QUtf8StringView(view.data(), view.size()).isValidUtf8())
        return copyOf(view.data(), static_cast<std::size_t>(view.size()));
    QString text = QString::fromUtf8(view);
    Secret secret = fromText(text);
    wipe(text);
    return secret;
}

Secret Secret::clone() const
{
    return copyOf(data(), m_size);
}

const char* Secret::data() const
{
    return static_cast<const char*>(m_bytes.get());
}

char* Secret::writable()
{
    return static_cast<char*>(m_bytes.get());
}

bool Secret::operator==(const Secret& other) const
{
    return m_size == other.m_size && (m_size == 0 || sodium_memcmp(data(), other.data(), m_size) == 0);
}

// Shared characters cannot be wiped from here: data() would copy them first.
void wipe(QString& text)
{
    if (!text.isEmpty() && text.isDetached())
        sodium_memzero(text.data(), static_cast<std::size_t>(text.size()) * sizeof(QChar));
    text.clear();
}

void wipe(QByteArray& bytes)
{
    if (!bytes.isEmpty() && bytes.isDetached())
        sodium_memzero(bytes.data(), static_cast<std::size_t>(bytes.size()));
    bytes.clear();
}

} // namespace extract
