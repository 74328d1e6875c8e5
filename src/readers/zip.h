// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/password.h"
#include "readers/source.h"

#include <memory>
#include <vector>

struct zip;

namespace readers {

// A member that unpacks to more than this many times its packed size is a bomb, not a table. Small members may:
// a page of zeros packs that well without meaning harm.
inline constexpr qint64 mostZipRatio = 200;
inline constexpr qint64 ratioExempt = 1024 * 1024;
inline constexpr qint64 mostMemberBytes = qint64(4) * 1024 * 1024 * 1024;
inline constexpr int mostZipMembers = 2000;

struct ZipMember {
    quint64 index = 0;
    QString path; // with folders, as the archive spells it
    qint64 size = 0;
    qint64 packed = 0;
    bool locked = false;
    bool weaklyLocked = false; // ZipCrypto: one byte in 256 lets a wrong password pass at first

    [[nodiscard]] QString name() const; // without folders
};

// One open zip. Members share it and keep it open; it is used from one thread.
class ZipArchive : public std::enable_shared_from_this<ZipArchive> {
public:
    [[nodiscard]] static base::Result<std::shared_ptr<ZipArchive>> openFile(const QString& path, Password password = {});
    [[nodiscard]] static base::Result<std::shared_ptr<ZipArchive>> openBytes(const QByteArray& bytes);
    ~ZipArchive();
    ZipArchive(const ZipArchive&) = delete;
    ZipArchive& operator=(const ZipArchive&) = delete;

    [[nodiscard]] const std::vector<ZipMember>& members() const { return m_members; }
    [[nodiscard]] const ZipMember* find(const QString& path) const; // case-insensitive, as spreadsheets need it
    // Refuses a locked, over-large or bomb-like member before a byte of it is unpacked. A locked one opens with the
    // archive's password, which is tried here. Errors: InputUnreadable; WrongPassphrase where a password was given.
    [[nodiscard]] base::Result<std::shared_ptr<ByteSource>> open(const ZipMember& member);
    // A workbook or a text document is a zip too; it is one document and is not looked into.
    [[nodiscard]] bool isOfficeDocument() const;

private:
    ZipArchive(zip* archive, QByteArray bytes, Password password);
    void list();
    [[nodiscard]] base::Result<void> tryPassword(const std::shared_ptr<ByteSource>& bytes, const ZipMember& member) const;

    zip* m_archive;
    QByteArray m_bytes; // what openBytes reads from
    Password m_password;
    std::vector<ZipMember> m_members;
};

} // namespace readers
