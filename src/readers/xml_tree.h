// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <vector>

namespace readers {

// One element of a part that is small enough to stand in memory: a pupil, a header.
struct XmlNode {
    QString name;                                        // without prefix, as written
    QString text;                                        // of the element itself, as written
    std::vector<std::pair<QString, QString>> attributes; // without namespace declarations
    std::vector<XmlNode> children;
    int line = 0;
    qint64 from = 0; // delivered bytes, tags included
    qint64 to = 0;

    [[nodiscard]] bool is(QLatin1StringView wanted) const { return name.compare(wanted, Qt::CaseInsensitive) == 0; }
    [[nodiscard]] const XmlNode* child(QLatin1StringView wanted) const; // null if there is none
    [[nodiscard]] QString textOf(QLatin1StringView wanted) const;       // of a child, trimmed; empty if there is none
    [[nodiscard]] bool isLeaf() const { return children.empty(); }
};

// `delivered` begins with the element's tag, which stands at byte `startsAt` and on `line`.
[[nodiscard]] base::Result<XmlNode> xmlTree(QByteArrayView delivered, const QByteArray& encoding, qint64 startsAt,
                                            int line);

// Visits every leaf and every attribute ("@name") below `node`. `path` counts from 1 where a name repeats among its
// siblings: "StageAssessments/KeyStage[2]/Stage"; `plain` is the same without counts. `enter` says whether to look
// inside an element.
struct XmlLeaf {
    QString path;
    QString plain;
    QString name;
    QString raw;
    int line = 0;
    const XmlNode* parent = nullptr; // the element around it; as long as the tree lives
};
void eachLeaf(const XmlNode& node, const QString& path, const QString& plain,
              const std::function<bool(const XmlNode&, const QString& plain)>& enter,
              const std::function<void(const XmlLeaf&)>& leaf);

// "School[2]" for each child: its name, with its count where several children have that name.
[[nodiscard]] std::vector<QString> stepNames(const XmlNode& parent);

} // namespace readers
