// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/schema/schema.h"

#include <QByteArray>

namespace fixture {

// While it lives the program has a second format, with a column and a table that the first lacks: files made before
// are of an older format, and files it wrote are of a newer one afterwards.
class LaterFormat {
public:
    LaterFormat() { m_before = extract::useFormats({{1, extract::schemaText(1)}, {2, m_text.constData()}}); }
    ~LaterFormat() { extract::useFormats(m_before); }
    LaterFormat(const LaterFormat&) = delete;
    LaterFormat& operator=(const LaterFormat&) = delete;

private:
    [[nodiscard]] static QByteArray text()
    {
        QByteArray sql(extract::schemaText(1));
        sql.replace("detail NOT NULL);", "detail NOT NULL, program TEXT NOT NULL DEFAULT 'first');");
        return QByteArray(sql + "CREATE TABLE later(id INTEGER PRIMARY KEY, what NOT NULL);");
    }

    QByteArray m_text = text();
    std::vector<extract::Format> m_before;
};

} // namespace fixture
