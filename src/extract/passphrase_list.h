// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "extract/secret.h"
#include "record/person.h"

#include <memory>
#include <vector>

namespace extract {

// One record file that a school made: its name in the folder and whom it is about.
struct ListedFile {
    QString file;
    record::Person person;
    bool made = false; // the file is whole and in its place
};

// A school's list of passphrases, and the memory of a split that was interrupted. An encrypted file of the same format
// as an extract, under a passphrase of its own; a property says what it is, and Extract's users refuse it. It holds no
// record. Used from one thread at a time.
class PassphraseList {
public:
    ~PassphraseList();
    PassphraseList(PassphraseList&&) noexcept;
    PassphraseList& operator=(PassphraseList&&) noexcept;

    // `profile` as in CreateOptions. Errors as of Extract::create and Extract::open; NotAnExtract for a record file.
    [[nodiscard]] static base::Result<PassphraseList> create(const QString& path, const Secret& passphrase, int profile = 0);
    [[nodiscard]] static base::Result<PassphraseList> open(const QString& path, const Secret& passphrase, bool readOnly);

    // What the files are made from: digests of the documents, in order. Empty: not begun.
    [[nodiscard]] base::Result<QByteArray> sources() const;
    // Six words for each file. Everything at once: either all are listed with their passphrases, or none is.
    [[nodiscard]] base::Result<void> begin(const QByteArray& sources, const std::vector<ListedFile>& files);
    [[nodiscard]] base::Result<void> noteMade(const QString& file);
    [[nodiscard]] base::Result<std::vector<ListedFile>> files() const; // by name
    // One at a time: locked memory is scarce, and thousands of pieces of it are more than the system maps.
    [[nodiscard]] base::Result<Secret> passphraseOf(const QString& file) const;

private:
    struct Private;
    explicit PassphraseList(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

// The property of an encrypted file that says what it is; empty for a record file.
[[nodiscard]] inline QString kindProperty()
{
    return QStringLiteral("kind");
}

} // namespace extract
