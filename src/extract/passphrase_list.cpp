// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/passphrase_list.h"

#include "extract/database/failure.h"
#include "extract/file/open_files.h"
#include "extract/file/opening.h"
#include "extract/platform/files.h"
#include "extract/stores/own_store.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstring>

using namespace Qt::StringLiterals;

namespace extract {

namespace {

// Rows of `properties`: the format has no table for this, and a list needs no new one. A name and its three rows:
// "pupil/0001.pupilrecord", "passphrase/…", "made/…".
const auto listKind = u"passphrases"_s;
const auto sourcesName = u"sources"_s;
const auto pupilRow = u"pupil/"_s;
const auto passphraseRow = u"passphrase/"_s;
const auto madeRow = u"made/"_s;

QString json(const record::Person& person)
{
    const QJsonObject object{{u"name"_s, person.name},
                             {u"born"_s, person.born.toString(Qt::ISODate)},
                             {u"upn"_s, person.upn},
                             {u"uln"_s, person.uln}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

record::Person person(const QString& json)
{
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    return {object.value("name"_L1).toString(), QDate::fromString(object.value("born"_L1).toString(), Qt::ISODate),
            object.value("upn"_L1).toString(), object.value("uln"_L1).toString()};
}

// Bound from locked memory: what SQLite holds of it is in its page cache, which SQLCipher wipes.
base::Result<void> writePassphrase(const Connection& connection, const QString& file)
{
    QString words = offeredPassphrase();
    const Secret passphrase = Secret::fromText(words);
    wipe(words);
    if (passphrase.isEmpty())
        return base::fail(base::ErrorKind::NotEnoughMemory, Words::tr("The encryption could not be started."));
    Statement insert = connection.prepare("INSERT INTO properties(name, value) VALUES(?1, ?2)");
    insert.bind(1, QString(passphraseRow + file));
    insert.bindTextBytes(2, QByteArrayView(passphrase.data(), static_cast<qsizetype>(passphrase.size())));
    return insert.run();
}

} // namespace

struct PassphraseList::Private {
    Connection connection;
    OpenFile registered; // after the connection: it goes first
};

PassphraseList::PassphraseList(std::unique_ptr<Private> opened) : d(std::move(opened)) {}
PassphraseList::~PassphraseList() = default;
PassphraseList::PassphraseList(PassphraseList&&) noexcept = default;
PassphraseList& PassphraseList::operator=(PassphraseList&&) noexcept = default;

base::Result<PassphraseList> PassphraseList::create(const QString& path, const Secret& passphrase, int profile)
{
    if (QFileInfo::exists(path))
        return base::fail(base::ErrorKind::WouldOverwrite, Words::tr("There is already a file with this name."),
                          Words::tr("Choose another name for the list of passphrases."));
    auto key = newKey(passphrase, profile == 0 ? profileForThisMachine() : profile);
    if (!key)
        return tl::unexpected(key.error());
    const QString fresh = path + u".new"_s;
    QFile::remove(fresh);
    BASE_TRY(createEmpty(fresh));
    const auto made = [&]() -> base::Result<void> {
        auto connection = createKeyed(fresh, *key);
        if (!connection)
            return tl::unexpected(connection.error());
        return writeProperty(*connection, kindProperty(), listKind);
    }();
    auto placed = made ? putInPlace(fresh, path) : made;
    if (!placed) {
        removeUnfinished(fresh);
        return tl::unexpected(placed.error());
    }
    auto connection = openKeyed(path, *key, false);
    if (!connection)
        return tl::unexpected(connection.error());
    auto d = std::make_unique<Private>();
    d->connection = std::move(*connection);
    d->registered = OpenFile(path, key->header.profile());
    return PassphraseList(std::move(d));
}

base::Result<PassphraseList> PassphraseList::open(const QString& path, const Secret& passphrase, bool readOnly)
{
    if (OpenFile::profileOf(path))
        return tl::unexpected(inUse());
    const auto header = readHeader(path);
    if (!header)
        return tl::unexpected(header.error());
    const auto key = keyFor(passphrase, *header);
    if (!key)
        return tl::unexpected(key.error());
    auto connection = openKeyed(path, *key, readOnly);
    if (!connection)
        return tl::unexpected(connection.error());
    const auto kind = readProperty(*connection, kindProperty());
    if (!kind)
        return tl::unexpected(kind.error());
    if (*kind != listKind)
        return base::fail(base::ErrorKind::NotAnExtract, Words::tr("This is no list of passphrases."),
                          Words::tr("If it is a record file, open it as one."));
    auto d = std::make_unique<Private>();
    d->connection = std::move(*connection);
    d->registered = OpenFile(path, header->profile());
    return PassphraseList(std::move(d));
}

base::Result<QByteArray> PassphraseList::sources() const
{
    const auto text = readProperty(d->connection, sourcesName);
    if (!text)
        return tl::unexpected(text.error());
    return QByteArray::fromHex(text->toLatin1());
}

base::Result<void> PassphraseList::begin(const QByteArray& sources, const std::vector<ListedFile>& files)
{
    auto transaction = Transaction::begin(d->connection);
    if (!transaction)
        return tl::unexpected(transaction.error());
    BASE_TRY(d->connection.run("DELETE FROM properties WHERE name <> 'kind'"));
    BASE_TRY(writeProperty(d->connection, sourcesName, QString::fromLatin1(sources.toHex())));
    for (const ListedFile& file : files) {
        BASE_TRY(writeProperty(d->connection, pupilRow + file.file, json(file.person)));
        BASE_TRY(writePassphrase(d->connection, file.file));
    }
    return transaction->commit();
}

base::Result<void> PassphraseList::noteMade(const QString& file)
{
    return writeProperty(d->connection, madeRow + file, u"1"_s);
}

base::Result<std::vector<ListedFile>> PassphraseList::files() const
{
    // '0' follows '/': the bounds of everything that begins with "pupil/".
    Statement rows = d->connection.prepare(
        "SELECT p.name, p.value, m.value FROM properties p "
        "LEFT JOIN properties m ON m.name = 'made/' || substr(p.name, 7) "
        "WHERE p.name >= 'pupil/' AND p.name < 'pupil0' ORDER BY p.name");
    std::vector<ListedFile> files;
    while (rows.next()) {
        ListedFile file;
        file.file = rows.text(0).mid(pupilRow.size());
        file.person = person(rows.text(1));
        file.made = !rows.view(2).isEmpty();
        files.push_back(std::move(file));
    }
    BASE_TRY(rows.outcome());
    return files;
}

base::Result<Secret> PassphraseList::passphraseOf(const QString& file) const
{
    Statement row = d->connection.prepare("SELECT value FROM properties WHERE name = ?1");
    if (!row.bind(1, QString(passphraseRow + file)).next()) {
        BASE_TRY(row.outcome());
        return base::fail(base::ErrorKind::Usage, Words::tr("The list holds no record file of this name."));
    }
    const QByteArrayView bytes = row.view(0);
    Secret passphrase = Secret::ofSize(static_cast<std::size_t>(bytes.size()));
    if (!bytes.isEmpty())
        std::memcpy(passphrase.writable(), bytes.data(), passphrase.size());
    return passphrase;
}

} // namespace extract
