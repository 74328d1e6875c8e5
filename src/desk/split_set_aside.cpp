// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/split_run.h"
#include "extract/extract.h"
#include "extract/platform/files.h"

#include <QCoreApplication>
#include <QFile>

#include <cstring>
#include <map>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("desk::Split", text);
}

// Before a piece of the source: which part it is of, and who turns it into entries.
struct RawHead {
    qint32 part;
    quint32 maker;
};
enum class Piece : char { Entry, Raw };

class SpoolSink : public readers::RawSink {
public:
    explicit SpoolSink(SetAside& aside) : m_aside(aside) {}

    base::Result<void> entry(int part, int pupil, record::Entry entry) override
    {
        m_aside.packer.pack(part, entry, m_packed);
        return add(pupil, Piece::Entry, {}, m_packed);
    }
    base::Result<void> raw(int part, int pupil, const std::shared_ptr<const readers::Maker>& maker, QByteArrayView piece) override
    {
        if (m_aside.makers.empty() || m_aside.makers.back() != maker)
            m_aside.makers.push_back(maker);
        const RawHead head{part, static_cast<quint32>(m_aside.makers.size() - 1)};
        return add(pupil, Piece::Raw, QByteArrayView(reinterpret_cast<const char*>(&head), sizeof head), piece);
    }

private:
    base::Result<void> add(int pupil, Piece kind, QByteArrayView head, QByteArrayView body)
    {
        m_piece.resize(0);
        m_piece.append(static_cast<char>(kind)).append(head).append(body);
        return m_aside.spool.add(static_cast<std::size_t>(pupil), m_piece);
    }

    SetAside& m_aside;
    QByteArray m_packed;
    QByteArray m_piece;
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
    const auto add = [&](int part, record::Entry entry) -> base::Result<void> {
        auto document = begun.find(part);
        if (document == begun.end()) {
            const auto started = import.begin({from.read.documents[static_cast<std::size_t>(part)].document, {}});
            if (!started)
                return tl::unexpected(started.error());
            document = begun.emplace(part, started->id).first;
        }
        return import.add(document->second, std::move(entry));
    };
    BASE_TRY(from.spool.forEach(pupil, [&](QByteArrayView piece) -> base::Result<void> {
        const QByteArrayView body = piece.sliced(1);
        if (static_cast<Piece>(piece.front()) == Piece::Entry) {
            EntryPacker::Packed packed = from.packer.unpack(body);
            return add(packed.part, std::move(packed.entry));
        }
        RawHead head{};
        std::memcpy(&head, body.data(), sizeof head);
        return from.makers[head.maker]->make(body.sliced(qsizetype(sizeof head)),
                                             [&](record::Entry entry) { return add(head.part, std::move(entry)); });
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
    SetAside aside{{}, std::move(*spool), {}, {}};
    SpoolSink sink(aside);
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
