// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/file/key.h"

#include "extract/database/failure.h"
#include "extract/platform/files.h"

#include <sodium.h>

namespace extract {

namespace {

constexpr std::size_t keySize = 32;
constexpr std::size_t mebibyte = std::size_t{1} << 20;
constexpr qint64 smallMachine = qint64{4} << 30;

base::Result<Secret> derive(const Secret& passphrase, const Header& header)
{
    const auto profile = kdfProfile(header.profile());
    if (!profile)
        return base::fail(base::ErrorKind::NewerFormat, Words::tr("This record file was made by a newer program."),
                          Words::tr("Install the newest Pupil Record and open the file with it."));
    Secret key = Secret::ofSize(keySize);
    const auto salt = header.kdfSalt();
    static_assert(salt.size() == crypto_pwhash_SALTBYTES);
    if (crypto_pwhash(reinterpret_cast<unsigned char*>(key.writable()), keySize,
                      passphrase.isEmpty() ? "" : passphrase.data(), passphrase.size(), salt.data(), profile->passes,
                      profile->memory, crypto_pwhash_ALG_ARGON2ID13) != 0) {
        return base::fail(base::ErrorKind::NotEnoughMemory,
                          Words::tr("Opening a record file needs %1 MB of free memory, and there is less.")
                              .arg(profile->memory / mebibyte),
                          Words::tr("Close other programs, then try again. Your passphrase was not tried yet."));
    }
    return key;
}

} // namespace

std::optional<KdfProfile> kdfProfile(int number)
{
    switch (number) {
    case 1:
        return KdfProfile{3, 256 * mebibyte};
    case 2:
        return KdfProfile{4, 64 * mebibyte};
    default:
        return std::nullopt;
    }
}

int profileForThisMachine()
{
    const qint64 memory = physicalMemory();
    return memory > 0 && memory < smallMachine ? 2 : 1;
}

Secret Key::sqlText() const
{
    // sodium_bin2hex ends with a zero byte, which the closing quote then takes the place of.
    Secret text = Secret::ofSize(2 + 2 * (keySize + Header::size) + 1);
    char* out = text.writable();
    *out++ = 'x';
    *out++ = '\'';
    sodium_bin2hex(out, 2 * keySize + 1, reinterpret_cast<const unsigned char*>(raw.data()), keySize);
    out += 2 * keySize;
    sodium_bin2hex(out, 2 * Header::size + 1, header.bytes.data(), Header::size);
    out[2 * Header::size] = '\'';
    return text;
}

base::Result<Key> newKey(const Secret& passphrase, int profile)
{
    if (sodium_init() < 0)
        return base::fail(base::ErrorKind::NotEnoughMemory, Words::tr("The encryption could not be started."));
    Key key{freshHeader(profile), {}};
    auto raw = derive(passphrase, key.header);
    if (!raw)
        return tl::unexpected(raw.error());
    key.raw = std::move(*raw);
    key.header.setCheck(key.raw);
    return key;
}

base::Result<Key> keyFor(const Secret& passphrase, const Header& header)
{
    if (sodium_init() < 0)
        return base::fail(base::ErrorKind::NotEnoughMemory, Words::tr("The encryption could not be started."));
    auto raw = derive(passphrase, header);
    if (!raw)
        return tl::unexpected(raw.error());
    if (!header.matches(*raw))
        return base::fail(base::ErrorKind::WrongPassphrase, Words::tr("This passphrase does not open the record file."),
                          Words::tr("Check capital letters and spaces, and try again. If you are sure that it is right, "
                                    "the first bytes of the file may be damaged: try the newest backup beside it."));
    return Key{header, std::move(*raw)};
}

} // namespace extract
