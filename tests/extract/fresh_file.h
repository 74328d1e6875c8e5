// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample.h"

#include <QObject>
#include <QTest>

namespace sample {

// Every test begins with the same new record file in a folder of its own. The file is made once: making one for every
// test would cost a key each time.
class FreshFile : public QObject {
    Q_OBJECT

protected:
    [[nodiscard]] QString in(const QString& name) const { return m_folder->filePath(name); }
    [[nodiscard]] base::Result<extract::Extract> open(const QString& words = QStringLiteral("walnut ferry tulip"),
                                                      QDate today = QDate(2026, 3, 3)) const;

    void place();

    std::optional<QTemporaryDir> m_folder;
    QString m_path;
    QByteArray m_fresh;

private Q_SLOTS:
    void initTestCase();
    void init() { place(); }
};

// The same, and it is open.
class FreshExtract : public FreshFile {
    Q_OBJECT

protected:
    void reopen();

    std::optional<extract::Extract> m_extract;

private Q_SLOTS:
    void init();
    void cleanup() { m_extract.reset(); }
};

} // namespace sample
