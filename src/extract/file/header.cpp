// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/file/header.h"

#include "extract/database/failure.h"
#include "extract/file/key.h"

#include <QFile>
#include <QFileInfo>

#include <sodium.h>

#include <algorithm>

namespace extract {

namespace {

constexpr std::array<unsigned char, 3> magic{0xB7, 0x50, 0x52};
constexpr std::size_t randomStart = 4;
constexpr std::size_t checkStart = 12;
constexpr std::size_t checkSize = 4;

std::array<unsigned char, checkSize> checkOf(const Secret& key)
{
    static constexpr unsigned char message[] = {'c', 'h', 'e', 'c', 'k'};
    std::array<unsigned char, crypto_generichash_BYTES> digest{};
    crypto_generichash(digest.data(), digest.size(), message, sizeof message,
                       reinterpret_cast<const unsigned char*>(key.data()), key.size());
    std::array<unsigned char, checkSize> check{};
    std::copy_n(digest.begin(), checkSize, check.begin());
    return check;
}

} // namespace

std::array<unsigned char, Header::size> Header::kdfSalt() const
{
    std::array<unsigned char, size> salt = bytes;
    std::fill(salt.begin() + checkStart, salt.end(), static_cast<unsigned char>(0));
    return salt;
}

bool Header::matches(const Secret& key) const
{
    const auto check = checkOf(key);
    return std::equal(check.begin(), check.end(), bytes.begin() + checkStart);
}

void Header::setCheck(const Secret& key)
{
    const auto check = checkOf(key);
    std::copy(check.begin(), check.end(), bytes.begin() + checkStart);
}

Header freshHeader(int profile)
{
    Header header;
    std::copy(magic.begin(), magic.end(), header.bytes.begin());
    header.bytes[magic.size()] = static_cast<unsigned char>(profile);
    randombytes_buf(header.bytes.data() + randomStart, checkStart - randomStart);
    return header;
}

base::Result<Header> readHeader(const QString& path)
{
    QFile file(path);
    if (!QFileInfo::exists(path))
        return base::fail(base::ErrorKind::DiskOrPermission, Words::tr("There is no such file."),
                          Words::tr("Check where the record file is kept."));
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(base::ErrorKind::DiskOrPermission, Words::tr("This file could not be opened."),
                          Words::tr("Check that you are allowed to read it and that its disk is connected."));
    const auto notOurs = [] {
        return base::fail(base::ErrorKind::NotAnExtract, Words::tr("This is not a record file."),
                          Words::tr("Choose a file whose name ends in .pupilrecord. If somebody gave you this file, "
                                    "make a new record file and import it there."));
    };
    Header header;
    const bool whole = file.size() >= pageSize && file.read(reinterpret_cast<char*>(header.bytes.data()),
                                                            static_cast<qint64>(Header::size)) == Header::size;
    if (!whole || !std::equal(magic.begin(), magic.end(), header.bytes.begin()))
        return notOurs();
    if (!kdfProfile(header.profile()))
        return base::fail(base::ErrorKind::NewerFormat, Words::tr("This record file was made by a newer program."),
                          Words::tr("Install the newest Pupil Record and open the file with it."));
    return header;
}

} // namespace extract
