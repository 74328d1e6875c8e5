// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/popups.h"

#include "app/models/mark_words.h"
#include "app/models/run_model.h"
#include "app/theme/parts.h"
#include "app/timeline/moment_words.h"

#include <QCoreApplication>
#include <QFrame>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace app {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(app::TimelinePopups)
};

// A sheet with a line around it, not the black box of the style.
class PopupSheet : public QFrame {
public:
    explicit PopupSheet(QWidget* parent) : QFrame(parent, Qt::Popup)
    {
        setAttribute(Qt::WA_DeleteOnClose);
        setFrameShape(QFrame::Box);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setPen(Tokens::current().edge);
        painter.setBrush(Tokens::current().sheet);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
};

struct Frame {
    QFrame* frame;
    QVBoxLayout* column;
};

Frame newFrame(QWidget* parent, double margin)
{
    auto* frame = new PopupSheet(parent);
    auto* column = new QVBoxLayout(frame);
    column->setContentsMargins(u(margin), u(margin), u(margin), u(margin));
    column->setSpacing(u(1.5));
    return {frame, column};
}

constexpr int mostInSight = 10; // longer lists scroll

QString checkedWords(catalogue::ContextStatus status)
{
    switch (status) {
    case catalogue::ContextStatus::Statute:
        return Words::tr("The text of the law was read.");
    case catalogue::ContextStatus::Guidance:
        return Words::tr("An official page was read.");
    case catalogue::ContextStatus::Secondary:
        return Words::tr("Told by somebody else: the law itself was not read.");
    case catalogue::ContextStatus::Unverified:
        break;
    }
    return Words::tr("Not sure: nobody checked this against a document.");
}

} // namespace

QFrame* runPopup(QWidget* parent, const TimelineModel& model, int lane, int first, int count,
                 const std::function<void(const QString&)>& take)
{
    const auto [frame, column] = newFrame(parent, 2);
    QFrame* const popup = frame;
    auto* list = new QListView(popup);
    auto* marks = new RunModel(model.lane(lane), first, count, popup);
    list->setModel(marks);
    list->setUniformItemSizes(true);
    list->setFrameShape(QFrame::NoFrame);
    list->setAccessibleName(model.lane(lane).title);
    auto* title = new Text(Words::tr("%1, %2").arg(model.lane(lane).title).arg(count));
    title->setBold(true);
    column->addWidget(title);
    column->addWidget(list);
    const int row = list->sizeHintForRow(0);
    list->setMinimumWidth(std::max(u(60), list->sizeHintForColumn(0) + u(10)));
    list->setFixedHeight(std::min(count, mostInSight) * row + u(2));
    const auto choose = [popup, marks, take](const QModelIndex& index) {
        const QString key = marks->key(index);
        popup->close();
        take(key);
    };
    QObject::connect(list, &QListView::activated, popup, choose);
    QObject::connect(list, &QListView::clicked, popup, choose);
    list->setCurrentIndex(marks->index(0));
    popup->setFocusProxy(list);
    return popup;
}

QFrame* contextPopup(QWidget* parent, const catalogue::Context& context)
{
    const auto [popup, column] = newFrame(parent, 4);
    popup->setAccessibleName(context.title);
    auto* title = new Text(context.title);
    title->setBold(true);
    column->addWidget(title);
    column->addWidget(new Text(timeWords(context.from, context.to), TextSize::Small, &Tokens::ink2));
    const auto add = [&, column = column](const QString& words, TextSize size, QColor Tokens::* ink) {
        auto* text = (new Text(words, size, ink))->wrapped()->selectable();
        text->setFixedWidth(u(105));
        text->setMinimumHeight(text->heightForWidth(u(105)));
        column->addWidget(text);
    };
    add(context.words, TextSize::Body, &Tokens::ink);
    add(checkedWords(context.status), TextSize::Body,
        context.status == catalogue::ContextStatus::Unverified ? &Tokens::ochreText : &Tokens::ink);
    add(Words::tr("Known from: %1. Last looked at %2.")
            .arg(context.source, QLocale().toString(context.seen, QStringLiteral("d MMMM yyyy"))),
        TextSize::Small, &Tokens::ink2);
    auto* close = plainButton(Words::tr("Close"));
    QObject::connect(close, &QPushButton::clicked, popup, &QWidget::close);
    column->addWidget(close, 0, Qt::AlignLeft);
    popup->setFocusProxy(close);
    return popup;
}

QFrame* momentPopup(QWidget* parent, const insight::Timeline& timeline, const std::function<void(const TimeRange&)>& go)
{
    const auto [frame, column] = newFrame(parent, 3);
    QFrame* const popup = frame;
    auto* name = new Text(Words::tr("Go to a time"));
    auto* field = new QLineEdit(popup);
    field->setAccessibleName(name->text());
    field->setMinimumWidth(u(70));
    auto* hint = new Text(Words::tr("2010, spring 2010, 2009/10, 3 May 2010, Year 4, age 9"), TextSize::Small,
                          &Tokens::ink2);
    column->addWidget(name);
    column->addWidget(field);
    column->addWidget(hint);
    // The timeline may be replaced while this is open: it keeps what it needs.
    insight::Timeline known;
    known.from = timeline.from;
    known.schoolYears = timeline.schoolYears;
    QObject::connect(field, &QLineEdit::returnPressed, popup, [popup, field, hint, go, known] {
        if (const auto range = momentTyped(field->text(), known)) {
            popup->close();
            go(*range);
            return;
        }
        hint->setInk(&Tokens::ochreText);
        hint->setText(Words::tr("That is not a time I know. Try 2010, spring 2010, 2009/10, Year 4 or age 9."));
        popup->adjustSize();
    });
    popup->setFocusProxy(field);
    return popup;
}

} // namespace app
