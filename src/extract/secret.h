// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <cstddef>
#include <memory>

namespace extract {

// Bytes in sodium_malloc memory: locked, guarded, wiped when freed, never copied implicitly. Move-only.
class Secret {
public:
    Secret() = default;
    // Copies `text` normalised to NFC as UTF-8; the caller wipes its own copy (wipe()).
    [[nodiscard]] static Secret fromText(const QString& text);
    // Bytes as read from a file or descriptor: UTF-8, one final line break taken off, then NFC.
    [[nodiscard]] static Secret fromBytes(const QByteArray& bytes);
    [[nodiscard]] static Secret ofSize(std::size_t size); // zeroed; for keys derived in place
    [[nodiscard]] Secret clone() const;

    [[nodiscard]] const char* data() const;
    [[nodiscard]] char* writable();
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] bool operator==(const Secret& other) const; // constant time

private:
    struct Free {
        void operator()(void* bytes) const;
    };
    std::unique_ptr<void, Free> m_bytes;
    std::size_t m_size = 0;
};

void wipe(QString& text);
void wipe(QByteArray& bytes);

// Estimate in bits; under 60 the program warns.
[[nodiscard]] double passphraseBits(const QString& passphrase);
// Six words drawn evenly from the bundled list (resources/words), joined by spaces.
[[nodiscard]] QString offeredPassphrase();

// Call once at the start of main: libsodium's own set-up, no core dumps, no ptrace, umask 077. False: refuse to run.
[[nodiscard]] bool protectProcess();

} // namespace extract
