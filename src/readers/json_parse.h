// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/json.h"

namespace readers {

// One pass over a JSON text that notes where each part stands.
class JsonParse {
public:
    JsonParse(Json& json, QString name) : m_json(json), m_name(std::move(name)) {}
    [[nodiscard]] base::Result<void> run();

private:
    [[nodiscard]] base::Result<void> value(int depth, qint32 nameFrom, qint32 nameTo);
    [[nodiscard]] base::Result<void> content(JsonNode::Kind kind, int place, int depth);
    template <typename One>
    [[nodiscard]] base::Result<void> list(int place, char closing, const One& one);
    [[nodiscard]] base::Result<void> member(int depth);
    [[nodiscard]] base::Result<void> string();
    [[nodiscard]] base::Result<void> number();
    [[nodiscard]] base::Result<void> word(QByteArrayView expected);
    void blanks();
    [[nodiscard]] bool ended() const { return m_at >= m_json.m_text.size(); }
    [[nodiscard]] char now() const { return ended() ? '\0' : m_json.m_text.at(m_at); }
    [[nodiscard]] QString where() const;
    [[nodiscard]] tl::unexpected<base::Error> broken() const;
    [[nodiscard]] tl::unexpected<base::Error> tooMuch(const QString& what) const;

    Json& m_json;
    QString m_name;
    qsizetype m_at = 0;
    qint32 m_line = 1;
    std::vector<int> m_open; // containers around the place being read
};

} // namespace readers
