// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/stores/own_store.h"

#include "base/digest.h"
#include "extract/database/failure.h"
#include "extract/stores/counters.h"

using namespace Qt::StringLiterals;

namespace extract {

namespace {

constexpr qsizetype largestAttachment = qsizetype{25} * 1000 * 1000;
const QString nameToUse = u"name-to-use"_s;
const QString checkLimits = u"check-limits"_s;

// "year-group-far=2;absence-sum=1": rule ids hold neither sign.
QString limitsText(const std::vector<record::Limit>& limits)
{
    QStringList parts;
    for (const record::Limit& limit : limits)
        parts << u"%1=%2"_s.arg(limit.rule, QString::number(limit.value, 'g', 12));
    return parts.join(u';');
}

std::vector<record::Limit> limitsFrom(const QString& text)
{
    std::vector<record::Limit> limits;
    for (const QString& part : text.split(u';', Qt::SkipEmptyParts)) {
        bool isNumber = false;
        const double value = part.section(u'=', 1).toDouble(&isNumber);
        if (isNumber)
            limits.push_back({part.section(u'=', 0, 0), value});
    }
    return limits;
}

} // namespace

base::Result<record::Decisions> readDecisions(const Connection& connection)
{
    record::Decisions decisions;
    Statement dismissals = connection.prepare("SELECT finding, reason, dismissed_at FROM dismissals ORDER BY id");
    while (dismissals.next())
        decisions.dismissals.push_back({dismissals.text(0), dismissals.text(1), dismissals.dateTime(2)});
    BASE_TRY(dismissals.outcome());
    Statement aside = connection.prepare("SELECT entry FROM set_aside ORDER BY position");
    while (aside.next())
        decisions.setAside.push_back({aside.number(0)});
    BASE_TRY(aside.outcome());
    auto name = readProperty(connection, nameToUse);
    if (!name)
        return tl::unexpected(name.error());
    decisions.nameToUse = std::move(*name);
    const auto limits = readProperty(connection, checkLimits);
    if (!limits)
        return tl::unexpected(limits.error());
    decisions.limits = limitsFrom(*limits);
    return decisions;
}

base::Result<void> writeDecisions(const Connection& connection, const record::Decisions& decisions)
{
    BASE_TRY(connection.run("DELETE FROM dismissals; DELETE FROM set_aside"));
    Statement dismissal = connection.prepare("INSERT INTO dismissals(finding, reason, dismissed_at) VALUES(?,?,?)");
    for (const record::Dismissal& dismissed : decisions.dismissals)
        BASE_TRY(dismissal.bind(1, dismissed.finding).bind(2, dismissed.reason).bind(3, dismissed.when).run());
    Statement aside = connection.prepare("INSERT INTO set_aside(position, entry) VALUES(?,?)");
    qint64 position = 0;
    for (const record::EntryId entry : decisions.setAside)
        BASE_TRY(aside.bind(1, position++).bind(2, entry.n).run());
    BASE_TRY(writeProperty(connection, nameToUse, decisions.nameToUse));
    return writeProperty(connection, checkLimits, limitsText(decisions.limits));
}

base::Result<record::AttachmentId> writeAttachment(const Connection& connection, const Attachment& attachment,
                                                   const QDateTime& now)
{
    if (attachment.bytes.size() > largestAttachment)
        return base::fail(base::ErrorKind::Usage, Words::tr("This file is larger than 25 MB."),
                          Words::tr("Choose a smaller copy, for example a photo with fewer pixels."));
    const auto id = takeId(connection, "attachments");
    if (!id)
        return tl::unexpected(id.error());
    const QByteArray digest = base::sha256(attachment.bytes);
    Statement insert = connection.prepare("INSERT INTO attachments(id, name, sha256, added, bytes) VALUES(?,?,?,?,?)");
    insert.bind(1, *id).bind(2, attachment.name).bindBytes(3, digest);
    insert.bind(4, attachment.added.isValid() ? attachment.added : now);
    BASE_TRY(insert.bindBytes(5, attachment.bytes).run());
    return record::AttachmentId{*id};
}

base::Result<std::vector<Attachment>> readAttachments(const Connection& connection, bool withBytes)
{
    std::vector<Attachment> attachments;
    Statement rows = connection.prepare(withBytes
                                            ? "SELECT id, name, sha256, added, bytes FROM attachments ORDER BY id"
                                            : "SELECT id, name, sha256, added, x'' FROM attachments ORDER BY id");
    while (rows.next())
        attachments.push_back({{rows.number(0)}, rows.text(1), rows.bytes(4), rows.bytes(2), rows.dateTime(3)});
    BASE_TRY(rows.outcome());
    return attachments;
}

base::Result<QString> readProperty(const Connection& connection, const QString& name)
{
    Statement row = connection.prepare("SELECT value FROM properties WHERE name = ?1");
    QString value = row.bind(1, name).next() ? row.text(0) : QString();
    BASE_TRY(row.outcome());
    return value;
}

base::Result<void> writeProperty(const Connection& connection, const QString& name, const QString& value)
{
    if (value.isEmpty()) {
        Statement remove = connection.prepare("DELETE FROM properties WHERE name = ?1");
        return remove.bind(1, name).run();
    }
    Statement write = connection.prepare("INSERT OR REPLACE INTO properties(name, value) VALUES(?1, ?2)");
    return write.bind(1, name).bind(2, value).run();
}

} // namespace extract
