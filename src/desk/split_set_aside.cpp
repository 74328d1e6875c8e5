// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/split_run.h"
#include "extract/extract.h"
#include "extract/platform/files.h"

#include <QCoreApplication>
#include <QFile>

#include <map>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("desk::Split", text);
}

class SpoolSink : public readers::Sink {
public:
    SpoolSink(extract::Spool& spool, EntryPacker& packer) : m_spool(spool), m_packer(packer) {}

    base::Result<void> entry(int part, int pupil, record::Entry entry) override
    {
        m_packer.pack(part, entry, m_packed);
        return m_spool.add(static_cast<std::size_t>(pupil), m_packed);
    }

private:
    extract::Spool& m_spool;
    EntryPacker& m_packer;
    QByteArray m_packed;
};

// Of a file that holds a whole school nothing is kept in one pupil's record but this: cutting it anew for each pupil
// would cost a pass each, and the school still has it. Length, digest and the places of the values stay.
QByteArray marker(const record::Document& document)
{
    return "[withheld: " + QByteArray::number(document.size) + " bytes, other pupils]";
}

// Half a file from a run that was ended.
void removeHalf(const QString& half)
{
    for (const auto& ending : {u""_s, u".new"_s, u"-journal"_s})
        QFile::remove(half + ending);
}

base::Result<void> fill(const SetAside& from, std::size_t pupil, extract::Import& import)
{
    std::map<int, record::DocumentId> begun;
    BASE_TRY(from.spool.forEach(pupil, [&](QByteArrayView piece) -> base::Result<void> {
        EntryPacker::Packed packed = from.packer.unpack(piece);
        auto document = begun.find(packed.part);
        if (document == begun.end()) {
            const auto started = import.begin({from.read.documents[static_cast<std::size_t>(packed.part)].document, {}});
            if (!started)
                return tl::unexpected(started.error());
            document = begun.emplace(packed.part, started->id).first;
        }
        return import.add(document->second, std::move(packed.entry));
    }));
    for (const auto& [part, id] : begun) {
        extract::NewDocument document{from.read.documents[static_cast<std::size_t>(part)].document, {}};
        document.kept = marker(document.document);
        document.document.withheldBytes = document.document.size;
        BASE_TRY(import.finishDocument(id, document));
    }
    const auto done = import.commit();
    return done ? base::Result<void>() : tl::unexpected(done.error());
}

} // namespace

base::Result<SetAside> setAside(const readers::Source& source, const QString& folder, bool otherPeopleToo,
                                const std::stop_token& stop, const base::Progress& progress)
{
    auto spool = extract::Spool::in(folder);
    if (!spool)
        return tl::unexpected(spool.error());
    SetAside aside{{}, std::move(*spool), {}};
    SpoolSink sink(aside.spool, aside.packer);
    record::Selection everyone;
    everyone.everyone = true;
    everyone.otherPeopleToo = otherPeopleToo;
    auto read = readers::read(source, everyone, sink, stop, progress);
    if (!read)
        return tl::unexpected(read.error());
    BASE_TRY(aside.spool.finish());
    aside.read = std::move(*read);
    // read() lists so many and no more; a file for somebody without a name would be worse than none.
    if (aside.spool.strands() > aside.read.pupils.size())
        return base::fail(base::ErrorKind::InputUnreadable,
                          tr("There are more than %1 pupils in these files.").arg(aside.read.pupils.size()),
                          tr("Split them in parts: one year group or one school at a time."));
    return aside;
}

base::Result<void> makeOne(const SetAside& from, std::size_t pupil, const QString& path,
                           const extract::Secret& passphrase, const base::Clock& clock, int kdfProfile)
{
    const QString half = path + u".half"_s;
    removeHalf(half);
    const auto made = [&]() -> base::Result<void> {
        extract::CreateOptions options;
        options.kdfProfile = kdfProfile;
        auto extract = extract::Extract::create(half, passphrase, from.read.pupils[pupil].person, clock, options);
        if (!extract)
            return tl::unexpected(extract.error());
        auto import = extract->import();
        if (!import)
            return tl::unexpected(import.error());
        return fill(from, pupil, **import);
    }();
    auto placed = made ? extract::putInPlace(half, path) : made;
    if (!placed)
        removeHalf(half);
    return placed;
}

} // namespace desk
