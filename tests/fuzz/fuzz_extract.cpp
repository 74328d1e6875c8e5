// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Opening and reading a record file that somebody else changed. Random bytes would all fail at the first page's seal, and
// random pages at SQLite's first look: the input is a list of changes to the pages, in the clear, of a small record that
// has something in every table. Changed pages are sealed again with the key, as somebody who knows the passphrase could.
//
// A change is [page 1 byte][offset 2 bytes][length 1 byte][bytes]; page 255 cuts the file off after `offset` pages.
#include "sample.h"

#include "extract/file/opening.h"
#include "extract/file/page_cipher.h"
#include "extract/stores/log_store.h"
#include "extract/stores/own_store.h"
#include "extract/stores/record_store.h"
#include "extract/stores/requests_store.h"
#include "extract/stores/written_store.h"

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <set>

using namespace Qt::StringLiterals;

namespace {

constexpr std::uint8_t cutOff = 255;

template <typename T>
T insist(base::Result<T> made)
{
    if (!made)
        std::abort(); // the record to change could not be made: nothing to try
    return std::move(*made);
}

void insist(const base::Result<void>& done)
{
    if (!done)
        std::abort();
}

void fill(extract::Extract& record)
{
    const std::vector<record::Entry> entries{sample::entry(u"sc"_s, 2010, {sample::value(u"Ethnicity"_s, u"WBRI"_s), sample::value(u"Gender"_s, u"F"_s)}),
                                             sample::entry(u"sc"_s, 2011, {sample::value(u"Ethnicity"_s, u"WIRI"_s)})};
    insist(sample::import(record, u"first.csv"_s, "first", entries));
    insist(sample::import(record, u"second.csv"_s, "second", {entries.front()}));
    const auto held = insist(record.record());
    insist(record.writeIn({sample::entry(u"sc"_s, 2012, {sample::value(u"Ethnicity"_s, u"MWAS"_s)})}));
    insist(record.addAttachment({{}, u"birth certificate"_s, "paper", {}, {}}));
    requests::Concern concern;
    concern.ownWords = u"I was never asked."_s;
    concern.values.resize(1);
    concern.values[0].value = held.entries.front().values.front().id;
    requests::Request request;
    request.concern = insist(record.saveConcern(concern));
    request.draft = u"draft"_s;
    insist(record.saveRequest(request));
    insist(record.note(u"export"_s, u"timeline"_s));
    insist(record.setProperty(u"demo"_s, u"1"_s));
}

// The record, sealed on the disk and in the clear beside it.
struct Base {
    Base()
    {
        fill(*std::make_unique<extract::Extract>(insist(extract::Extract::create(path, sample::passphrase(), sample::person(), sample::clock(), sample::quick()))));
        key = insist(extract::keyFor(sample::passphrase(), insist(extract::readHeader(path))));
        const extract::PageCipher cipher(key);
        sealed = sample::contents(path);
        for (qint64 number = 1; number <= sealed.size() / extract::pageSize; ++number) {
            const QByteArray page = sealed.mid((number - 1) * extract::pageSize, extract::pageSize);
            reserve = cipher.reserveOf(page, number);
            if (reserve == 0)
                std::abort();
            pages.push_back(cipher.opened(page, number, reserve));
        }
        if (pages.size() >= cutOff)
            std::abort(); // a change could not name the last ones
    }

    QTemporaryDir folder{u"/dev/shm/fuzz-XXXXXX"_s};
    QString path = folder.filePath(u"f.pupilrecord"_s);
    extract::Key key;
    QByteArray sealed;
    std::vector<QByteArray> pages;
    int reserve = 0;
};

// The file as changed.
QByteArray changed(const Base& base, const extract::PageCipher& cipher, const std::uint8_t* data, std::size_t size)
{
    std::vector<QByteArray> pages = base.pages;
    std::set<std::size_t> touched;
    std::size_t length = pages.size();
    const std::size_t content = static_cast<std::size_t>(extract::pageSize - base.reserve);
    for (std::size_t at = 0; at + 4 <= size;) {
        const std::uint8_t page = data[at];
        const std::size_t offset = static_cast<std::size_t>(data[at + 1]) << 8 | data[at + 2];
        const std::size_t count = std::min<std::size_t>(data[at + 3], size - at - 4);
        at += 4;
        if (page == cutOff) {
            length = std::min(length, offset % (pages.size() + 1));
            continue;
        }
        const std::size_t which = page % pages.size();
        const std::size_t from = offset % content;
        std::memcpy(pages[which].data() + from, data + at, std::min(count, content - from));
        touched.insert(which);
        at += count;
    }
    QByteArray file = base.sealed.first(static_cast<qsizetype>(length) * extract::pageSize);
    for (const std::size_t which : touched) {
        if (which >= length)
            continue;
        const QByteArray page = cipher.sealed(pages[which], static_cast<qint64>(which) + 1, base.reserve);
        file.replace(static_cast<qsizetype>(which) * extract::pageSize, extract::pageSize, page);
    }
    return file;
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int* /*count*/, char*** /*arguments*/)
{
    return extract::protectProcess() ? 0 : 1;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const Base base;
    static const extract::PageCipher cipher(base.key);
    if (!sample::write(base.path, changed(base, cipher, data, size)))
        return -1;
    for (const bool checked : {true, false}) {
        auto connection = checked ? extract::openKeyed(base.path, base.key, true) : extract::openUnchecked(base.path, base.key);
        if (!connection)
            continue;
        if (auto record = extract::readRecord(*connection))
            static_cast<void>(extract::readWritten(*connection, *record));
        static_cast<void>(extract::readKeptBytes(*connection, 1));
        static_cast<void>(extract::readDecisions(*connection));
        static_cast<void>(extract::readAttachments(*connection, true));
        static_cast<void>(extract::readConcerns(*connection));
        static_cast<void>(extract::readRequests(*connection));
        static_cast<void>(extract::readLetters(*connection));
        static_cast<void>(extract::readLog(*connection));
    }
    return 0;
}
