// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/xml_tree.h"

#include "readers/xml_parse.h"

#include <QCoreApplication>
#include <QHash>

namespace readers {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(readers::Xml)
};

// Elements and attributes of one part. A pupil of a real file has a few thousand; a file made to do harm could fill
// all memory with empty ones.
constexpr qint64 mostPieces = 100'000;

class Grow : public XmlEvents {
public:
    explicit Grow(XmlNode& top) { m_open.push_back(&top); }
    void of(XmlParse* parse) { m_parse = parse; }

    void open(std::string_view name, const char** attributes) override
    {
        ++m_pieces;
        for (const char** attribute = attributes; *attribute; attribute += 2)
            ++m_pieces;
        if (m_pieces > mostPieces) {
            m_parse->refuse({base::ErrorKind::InputUnreadable,
                             Tr::tr("One part of this file is far larger than any pupil's record, so it was not read."),
                             Tr::tr("Ask whoever gave you the file for a new copy."), atLine(m_parse->line())});
            return;
        }
        // Children of an open element are only added to the last one, so pointers to open elements stay good.
        XmlNode& node = m_open.back()->children.emplace_back();
        node.name = QString::fromUtf8(name.data(), qsizetype(name.size()));
        node.line = m_parse->line();
        node.from = m_parse->from();
        for (; *attributes; attributes += 2) {
            const QByteArrayView attribute(attributes[0]);
            if (attribute == "xmlns" || attribute.startsWith("xmlns:"))
                continue;
            node.attributes.emplace_back(QString::fromUtf8(attribute), QString::fromUtf8(attributes[1]));
        }
        m_open.push_back(&node);
    }
    void close(std::string_view /*name*/) override
    {
        if (m_pieces > mostPieces)
            return; // refused inside an empty element
        m_open.back()->to = m_parse->to();
        m_open.pop_back();
    }
    void text(std::string_view utf8) override
    {
        m_open.back()->text += QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
    }

private:
    XmlParse* m_parse = nullptr;
    qint64 m_pieces = 0;
    std::vector<XmlNode*> m_open;
};

} // namespace

const XmlNode* XmlNode::child(QLatin1StringView wanted) const
{
    for (const XmlNode& one : children) {
        if (one.is(wanted))
            return &one;
    }
    return nullptr;
}

QString XmlNode::textOf(QLatin1StringView wanted) const
{
    const XmlNode* found = child(wanted);
    return found ? found->text.trimmed() : QString();
}

base::Result<XmlNode> xmlTree(QByteArrayView delivered, const QByteArray& encoding, qint64 startsAt, int line)
{
    XmlNode top;
    Grow grow(top);
    XmlParse parse(grow, encoding, startsAt, line - 1);
    grow.of(&parse);
    BASE_TRY(parse.feed(delivered, true));
    return std::move(top.children.front());
}

std::vector<QString> stepNames(const XmlNode& parent)
{
    QHash<QString, int> all;
    for (const XmlNode& one : parent.children)
        ++all[one.name];
    QHash<QString, int> seen;
    std::vector<QString> names;
    names.reserve(parent.children.size());
    for (const XmlNode& one : parent.children) {
        if (all.value(one.name) < 2) {
            names.push_back(one.name);
            continue;
        }
        const QString counted = one.name + QLatin1Char('[') + QString::number(++seen[one.name]) + QLatin1Char(']');
        names.push_back(counted);
    }
    return names;
}

void eachLeaf(const XmlNode& node, const QString& path, const QString& plain,
              const std::function<bool(const XmlNode&, const QString& plain)>& enter,
              const std::function<void(const XmlLeaf&)>& leaf)
{
    const auto below = [](const QString& head, const QString& step) -> QString {
        return head.isEmpty() ? step : QString(head + QLatin1Char('/') + step);
    };
    for (const auto& [name, value] : node.attributes) {
        const QString step = QLatin1Char('@') + name;
        leaf({below(path, step), below(plain, step), step, value, node.line, &node});
    }
    const std::vector<QString> steps = stepNames(node);
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        const XmlNode& child = node.children[i];
        const QString childPlain = below(plain, child.name);
        if (!enter(child, childPlain))
            continue;
        const QString childPath = below(path, steps[i]);
        if (child.isLeaf()) {
            leaf({childPath, childPlain, child.name, child.text, child.line, &node});
            for (const auto& [name, value] : child.attributes) {
                const QString step = QLatin1Char('@') + name;
                leaf({below(childPath, step), below(childPlain, step), step, value, child.line, &child});
            }
            continue;
        }
        // Text beside children (seen in "cleaned" files) is kept like a leaf of its own.
        if (!child.text.trimmed().isEmpty()) {
            const QString step = QStringLiteral("text()");
            leaf({below(childPath, step), below(childPlain, step), step, child.text.trimmed(), child.line, &child});
        }
        eachLeaf(child, childPath, childPlain, enter, leaf);
    }
}

} // namespace readers
