// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/database/connection.h"
#include "extract/extract.h"

namespace extract {

// What the person decided and added: decisions, attachments, properties of the extract. Writers hold a transaction.
[[nodiscard]] base::Result<record::Decisions> readDecisions(const Connection& connection);
[[nodiscard]] base::Result<void> writeDecisions(const Connection& connection, const record::Decisions& decisions);

[[nodiscard]] base::Result<record::AttachmentId> writeAttachment(const Connection& connection,
                                                                 const Attachment& attachment, const QDateTime& now);
[[nodiscard]] base::Result<std::vector<Attachment>> readAttachments(const Connection& connection, bool withBytes);

[[nodiscard]] base::Result<QString> readProperty(const Connection& connection, const QString& name);
[[nodiscard]] base::Result<void> writeProperty(const Connection& connection, const QString& name,
                                               const QString& value); // empty: removed

} // namespace extract
