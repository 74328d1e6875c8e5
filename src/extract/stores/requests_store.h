// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/database/connection.h"
#include "requests/request.h"

namespace extract {

// Id 0: a new row, else the row is replaced as a whole. Callers hold a transaction.
[[nodiscard]] base::Result<record::ConcernId> writeConcern(const Connection& connection,
                                                           const requests::Concern& concern);
[[nodiscard]] base::Result<std::vector<requests::Concern>> readConcerns(const Connection& connection);

[[nodiscard]] base::Result<record::RequestId> writeRequest(const Connection& connection,
                                                           const requests::Request& request);
[[nodiscard]] base::Result<std::vector<requests::Request>> readRequests(const Connection& connection);
[[nodiscard]] base::Result<void> eraseConcernIfUnused(const Connection& connection, qint64 id);
// A draft without printed letters, and its concern if no other request uses it.
[[nodiscard]] base::Result<void> eraseDraft(const Connection& connection, record::RequestId id);

[[nodiscard]] base::Result<record::LetterId> writeLetter(const Connection& connection,
                                                         const requests::PrintedLetter& letter);
[[nodiscard]] base::Result<std::vector<requests::PrintedLetter>> readLetters(const Connection& connection);

} // namespace extract
