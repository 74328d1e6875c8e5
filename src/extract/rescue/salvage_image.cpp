// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/rescue/salvage_image.h"

#include "extract/database/failure.h"
#include "extract/extract.h"
#include "extract/file/opening.h"
#include "extract/file/rewrite.h"
#include "extract/platform/files.h"

using namespace Qt::StringLiterals;

namespace extract {

namespace {

// The list of tables of one way to make a file: page numbers and plain pages.
using MasterPages = std::map<qint64, QByteArray>;
constexpr int databaseHeader = 100;

void put32(QByteArray& page, qsizetype offset, qint64 value)
{
    for (int i = 3; i >= 0; --i, value >>= 8)
        page[offset + i] = static_cast<char>(value & 0xff);
}

// Page 1 for a file of `pages`: its own count, and no free pages, whose list may be broken.
void adaptHeader(QByteArray& first, qint64 pages)
{
    put32(first, 28, pages);
    put32(first, 32, 0);
    put32(first, 36, 0);
    put32(first, 92, bigEndian32(first, 24)); // "the count above is right"
}

// Empty where that file's pages are not laid out as those of the notes: it cannot stand in for them.
base::Result<MasterPages> masterOf(const QString& path, const PageCipher& cipher, const PageNotes& notes)
{
    QFile file(path);
    MasterPages pages;
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(cannotWrite());
    std::vector<qint64> next{1};
    while (!next.empty()) {
        const qint64 number = next.back();
        next.pop_back();
        const QByteArray raw = pageOf(file, number);
        if (cipher.reserveOf(raw, number) != notes.reserve || pages.contains(number))
            return MasterPages();
        const QByteArray plain = cipher.opened(raw, number, notes.reserve);
        const auto page = readTreePage(plain, number, notes.usable);
        if (!page || (number == 1 && usableBytes(plain) != notes.usable))
            return MasterPages();
        pages.emplace(number, plain);
        next.insert(next.end(), page->children.begin(), page->children.end());
    }
    return pages;
}

// A file of one version's tables has its list of tables in the same pages, word for word, whether it was made empty or
// written anew from another one: those two ways there are. A library of another version lays its pages out otherwise;
// then a backup of the damaged file may still have them.
base::Result<std::vector<MasterPages>> templates(const QString& damagedPath, const QString& beside, const Key& key,
                                                 const PageCipher& cipher, const PageNotes& notes)
{
    const QString made = beside + u".empty"_s;
    const QString rewritten = beside + u".again"_s;
    std::vector<MasterPages> found;
    const auto done = [&]() -> base::Result<void> {
        BASE_TRY(createEmpty(made));
        {
            const auto connection = createKeyed(made, key);
            if (!connection)
                return tl::unexpected(connection.error());
            BASE_TRY(rewriteTo(*connection, rewritten, key));
        }
        std::vector<QString> alike{made, rewritten};
        const auto backups = backupsOf(damagedPath);
        alike.insert(alike.end(), backups.begin(), backups.end());
        for (const QString& path : alike) {
            auto pages = masterOf(path, cipher, notes);
            if (!pages)
                return tl::unexpected(pages.error());
            if (!pages->empty())
                found.push_back(std::move(*pages));
        }
        return {};
    }();
    QFile::remove(made);
    QFile::remove(rewritten);
    if (!done)
        return tl::unexpected(done.error());
    return found;
}

bool fits(const MasterPages& pages, QFile& file, const PageNotes& notes, const PageCipher& cipher)
{
    for (const auto& [number, plain] : pages) {
        if (!notes.has(number))
            return false;
        if (!notes.sealed(number))
            continue;
        const qsizetype start = number == 1 ? databaseHeader : 0;
        if (cipher.opened(pageOf(file, number), number, notes.reserve).mid(start) != plain.mid(start))
            return false;
    }
    return true;
}

class ImageMaker {
public:
    ImageMaker(QFile& file, const Key& key, QString image) : m_file(file), m_key(key), m_cipher(key), m_path(std::move(image)) {}

    base::Result<SalvageImage> run(const std::stop_token& stop, const base::Progress& progress)
    {
        auto notes = notePages(m_file, m_cipher, stop, progress);
        if (!notes)
            return tl::unexpected(notes.error());
        m_notes = std::move(*notes);
        if (m_notes.reserve == 0)
            return tl::unexpected(damaged());
        BASE_TRY(findMaster());
        BASE_TRY(write(m_replaced));
        const auto roots = readRoots();
        if (!roots)
            return tl::unexpected(roots.error());
        const OpenAnyway openAnyway = [this](qint64 page) {
            return m_cipher.opened(pageOf(m_file, page), page, m_notes.reserve);
        };
        SalvagePlan plan = planSalvage(m_notes, *roots, m_master, openAnyway);
        BASE_TRY(write(plan.substitutes));
        return SalvageImage{m_notes.count(), m_notes.broken, std::move(plan.holed), std::move(plan.cutRows),
                            std::move(plan.unproved)};
    }

private:
    base::Result<void> findMaster()
    {
        bool whole = true;
        std::vector<qint64> next{1};
        while (!next.empty() && whole) {
            const qint64 number = next.back();
            next.pop_back();
            whole = m_notes.sealed(number) && m_master.insert(number).second;
            if (whole)
                next.insert(next.end(), m_notes.at(number).children.begin(), m_notes.at(number).children.end());
        }
        if (whole) {
            QByteArray first = m_cipher.opened(pageOf(m_file, 1), 1, m_notes.reserve);
            adaptHeader(first, m_notes.count());
            m_replaced.emplace(1, first);
            return {};
        }
        auto candidates = templates(m_file.fileName(), m_path, m_key, m_cipher, m_notes);
        if (!candidates)
            return tl::unexpected(candidates.error());
        for (MasterPages& pages : *candidates) {
            if (!fits(pages, m_file, m_notes, m_cipher))
                continue;
            adaptHeader(pages.at(1), m_notes.count());
            m_master.clear();
            for (const auto& page : pages)
                m_master.insert(page.first);
            m_replaced = std::move(pages);
            return {};
        }
        return tl::unexpected(damaged());
    }

    // The first time the whole file, afterwards only what is replaced.
    base::Result<void> write(const std::map<qint64, QByteArray>& replaced)
    {
        QFile image(m_path);
        const bool again = image.exists();
        if (!again)
            BASE_TRY(createEmpty(m_path));
        if (!image.open(QIODevice::ReadWrite))
            return tl::unexpected(cannotWrite());
        if (!again) {
            for (qint64 number = 1; number <= m_notes.count(); ++number)
                if (image.write(pageOf(m_file, number)) != pageSize)
                    return tl::unexpected(cannotWrite());
        }
        for (const auto& [number, plain] : replaced) {
            const QByteArray page = m_cipher.sealed(plain, number, m_notes.reserve);
            if (!image.seek((number - 1) * pageSize) || image.write(page) != pageSize)
                return tl::unexpected(cannotWrite());
        }
        if (!image.flush())
            return tl::unexpected(cannotWrite());
        return {};
    }

    base::Result<std::vector<TreeRoot>> readRoots() const
    {
        const auto connection = openUnchecked(m_path, m_key);
        if (!connection)
            return tl::unexpected(connection.error());
        std::vector<TreeRoot> roots;
        Statement rows = connection->prepare("SELECT type, name, tbl_name, rootpage, sql FROM sqlite_master "
                                             "WHERE rootpage > 0 ORDER BY rootpage");
        while (rows.next()) {
            TreeRoot root{rows.bytes(1), rows.bytes(2), rows.number(3), true, 0};
            root.keyed = rows.bytes(0) != "table" || rows.bytes(4).endsWith("WITHOUT ROWID");
            if (!root.keyed) {
                const QByteArray sql = "PRAGMA table_info(\"" + root.name + "\")";
                Statement columns = connection->prepare(sql.constData());
                while (columns.next())
                    ++root.columns;
                BASE_TRY(columns.outcome());
            }
            roots.push_back(std::move(root));
        }
        BASE_TRY(rows.outcome());
        return roots;
    }

    QFile& m_file;
    const Key& m_key;
    PageCipher m_cipher;
    QString m_path;
    PageNotes m_notes;
    std::set<qint64> m_master;
    std::map<qint64, QByteArray> m_replaced;
};

} // namespace

base::Result<SalvageImage> makeImage(const QString& path, const Key& key, const QString& image,
                                     const std::stop_token& stop, const base::Progress& progress)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(base::ErrorKind::DiskOrPermission, Words::tr("This file could not be opened."),
                          Words::tr("Check that you are allowed to read it and that its disk is connected."));
    return ImageMaker(file, key, image).run(stop, progress);
}

} // namespace extract
