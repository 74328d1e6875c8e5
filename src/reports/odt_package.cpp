// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/odt_package.h"

#include <QCoreApplication>

#include <zip.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace reports {

namespace {

constexpr zip_uint16_t zipEpochDate = (0 << 9) | (1 << 5) | 1;
const QByteArray mediaType = QByteArrayLiteral("application/vnd.oasis.opendocument.text");

struct SourceFree {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};

tl::unexpected<base::Error> failed()
{
    return base::fail(base::ErrorKind::NotEnoughMemory,
                      QCoreApplication::translate("reports", "The letter could not be put together."),
                      QCoreApplication::translate("reports", "Close other programs and try again."));
}

// The bytes must outlive the archive: libzip reads them when it closes.
bool add(zip_t* archive, const QByteArray& name, const QByteArray& bytes, bool stored)
{
    zip_source_t* source =
        zip_source_buffer(archive, bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0);
    if (!source)
        return false;
    const zip_int64_t index = zip_file_add(archive, name.constData(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        return false;
    }
    const auto at = static_cast<zip_uint64_t>(index);
    return zip_set_file_compression(archive, at, stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0) == 0
           && zip_file_set_dostime(archive, at, 0, zipEpochDate, 0) == 0;
}

QByteArray manifest(const std::vector<std::pair<QByteArray, QByteArray>>& members)
{
    QByteArray xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                     "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
                     "manifest:version=\"1.2\">\n"
                     "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.2\" manifest:media-type=\""
                     + mediaType + "\"/>\n";
    for (const auto& [name, bytes] : members)
        xml += "<manifest:file-entry manifest:full-path=\"" + name + "\" manifest:media-type=\"text/xml\"/>\n";
    return xml + "</manifest:manifest>\n";
}

} // namespace

base::Result<QByteArray> odtPackage(const std::vector<std::pair<QByteArray, QByteArray>>& members)
{
    zip_error_t error;
    zip_error_init(&error);
    std::unique_ptr<zip_source_t, SourceFree> target(zip_source_buffer_create(nullptr, 0, 0, &error));
    if (!target)
        return failed();
    zip_source_keep(target.get()); // one reference for us: closing the archive gives back the other
    zip_t* archive = zip_open_from_source(target.get(), ZIP_TRUNCATE, &error);
    if (!archive) {
        zip_source_free(target.get());
        return failed();
    }
    const QByteArray listed = manifest(members);
    bool good = add(archive, "mimetype", mediaType, true);
    for (const auto& [name, bytes] : members)
        good = good && add(archive, name, bytes, false);
    good = good && add(archive, "META-INF/manifest.xml", listed, false);
    if (!good || zip_close(archive) != 0) {
        zip_discard(archive);
        return failed();
    }

    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_source_stat(target.get(), &stat) != 0 || zip_source_open(target.get()) != 0)
        return failed();
    QByteArray bytes(static_cast<qsizetype>(stat.size), Qt::Uninitialized);
    const zip_int64_t got = zip_source_read(target.get(), bytes.data(), stat.size);
    zip_source_close(target.get());
    if (got != bytes.size())
        return failed();
    return bytes;
}

} // namespace reports
