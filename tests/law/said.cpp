// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "said.h"

#include "planted.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QSet>
#include <QTest>
#include <QTextEdit>

using namespace Qt::StringLiterals;

namespace said {

namespace {

constexpr int lastRole = Qt::UserRole + 32;
constexpr int mostChildren = 4000; // of one accessible object
constexpr int deepest = 40;

QString textOf(const QVariant& value)
{
    if (value.typeId() == QMetaType::QStringList)
        return value.toStringList().join(u'\n');
    if (value.canConvert<QVariantList>() && value.typeId() != QMetaType::QString)
        return value.toStringList().join(u'\n');
    return value.toString();
}

void model(Everything& all, const QString& where, const QAbstractItemModel& model, const QModelIndex& parent = {})
{
    QModelIndexList indexes;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex index = model.index(row, column, parent);
            indexes << index;
            for (int role = 0; role <= lastRole; ++role)
                all.add(where + u" role "_s + QString::number(role), textOf(model.data(index, role)));
            if (column == 0 && model.hasChildren(index))
                said::model(all, where, model, index);
        }
        for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole, Qt::AccessibleDescriptionRole})
            all.add(where + u" row heading"_s, textOf(model.headerData(row, Qt::Vertical, role)));
    }
    for (int column = 0; column < model.columnCount(parent); ++column)
        for (int role = 0; role <= Qt::AccessibleDescriptionRole; ++role)
            all.add(where + u" heading"_s, textOf(model.headerData(column, Qt::Horizontal, role)));
    const std::unique_ptr<QMimeData> carried(indexes.isEmpty() ? nullptr : model.mimeData(indexes));
    if (carried)
        for (const QString& format : carried->formats())
            all.add(where + u" dragged"_s, QString::fromUtf8(carried->data(format)));
}

void spoken(Everything& all, const QString& where, QAccessibleInterface* object, QSet<QAccessibleInterface*>& seen, int depth)
{
    if (!object || !object->isValid() || depth > deepest || seen.contains(object))
        return;
    seen.insert(object);
    for (const QAccessible::Text kind : {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help,
                                         QAccessible::Accelerator})
        all.add(where + u" spoken"_s, object->text(kind));
    if (QAccessibleTextInterface* text = object->textInterface())
        all.add(where + u" spoken text"_s, text->text(0, text->characterCount()));
    if (QAccessibleValueInterface* value = object->valueInterface())
        all.add(where + u" spoken value"_s, textOf(value->currentValue()));
    for (int i = 0; i < std::min(object->childCount(), mostChildren); ++i)
        spoken(all, where, object->child(i), seen, depth + 1);
}

void tell(Everything& all, const QString& where, const QObject* who, const QString& text)
{
    all.add(where + u' ' + QString::fromLatin1(who->metaObject()->className()), text);
}

} // namespace

void Everything::add(const QString& where, const QString& text)
{
    if (text.size() < 4)
        return;
    for (const QString& word : planted::in(text)) {
        if (!words.contains(word))
            words << word;
        const QString leak = where + u": "_s + word + u" in “"_s + text.left(160) + u'”';
        if (!leaks.contains(leak))
            leaks << leak;
    }
}

void Everything::window(const QString& where)
{
    QApplication::processEvents();
    QSet<const QAbstractItemModel*> models;
    for (QWidget* top : QApplication::topLevelWidgets()) {
        QList<QWidget*> widgets = top->findChildren<QWidget*>();
        widgets << top;
        for (QWidget* widget : std::as_const(widgets)) {
            for (const QString& text : {widget->windowTitle(), widget->toolTip(), widget->statusTip(), widget->whatsThis(),
                                        widget->accessibleName(), widget->accessibleDescription(), widget->windowFilePath(),
                                        widget->windowIconText(), widget->property("text").toString(),
                                        widget->property("plainText").toString(), widget->property("placeholderText").toString()})
                tell(*this, where, widget, text);
            for (const QByteArray& name : widget->dynamicPropertyNames())
                tell(*this, where, widget, textOf(widget->property(name)));
            for (const QAction* action : widget->actions())
                for (const QString& text : {action->text(), action->toolTip(), action->statusTip(), action->whatsThis()})
                    tell(*this, where, widget, text);
            if (const auto* view = qobject_cast<QAbstractItemView*>(widget); view && view->model())
                models.insert(view->model());
            if (const auto* combo = qobject_cast<QComboBox*>(widget))
                models.insert(combo->model());
        }
        for (const QAbstractItemModel* one : top->findChildren<QAbstractItemModel*>())
            models.insert(one);
        QSet<QAccessibleInterface*> seen;
        spoken(*this, where, QAccessible::queryAccessibleInterface(top), seen, 0);
    }
    for (const QAbstractItemModel* one : std::as_const(models))
        if (!one->inherits("QFileSystemModel"))
            model(*this, where + u' ' + QString::fromLatin1(one->metaObject()->className()), *one);
}

void Everything::copying(const QString& where, QWidget* root)
{
    const auto copied = [&](QWidget* from, const auto& select) {
        QApplication::clipboard()->clear();
        select();
        QTest::keySequence(from, QKeySequence::Copy);
        const QMimeData* held = QApplication::clipboard()->mimeData();
        if (held)
            for (const QString& format : held->formats())
                add(where + u" copied from "_s + QString::fromLatin1(from->metaObject()->className()),
                    QString::fromUtf8(held->data(format)));
    };
    for (QWidget* widget : root->findChildren<QWidget*>()) {
        if (!widget->isVisible())
            continue;
        if (auto* view = qobject_cast<QAbstractItemView*>(widget))
            copied(view, [view] { view->setFocus(); view->selectAll(); });
        else if (auto* line = qobject_cast<QLineEdit*>(widget); line && line->echoMode() == QLineEdit::Normal)
            copied(line, [line] { line->selectAll(); });
        else if (auto* plain = qobject_cast<QPlainTextEdit*>(widget))
            copied(plain, [plain] { plain->selectAll(); });
        else if (auto* rich = qobject_cast<QTextEdit*>(widget))
            copied(rich, [rich] { rich->selectAll(); });
        else if (auto* label = qobject_cast<QLabel*>(widget); label && (label->textInteractionFlags() & Qt::TextSelectableByKeyboard))
            copied(label, [label] { label->setSelection(0, int(label->text().size())); });
    }
    QApplication::clipboard()->clear();
}

} // namespace said
