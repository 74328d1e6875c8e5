// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/page.h"
#include "app/theme/parts.h"
#include "insight/value_story.h"

class QScrollArea;
class QVBoxLayout;

namespace app {

class ReadingsStrip;

// What is known about the thing selected anywhere: a value (raw, meaning then, the dictionary's words, how sensitive,
// the exact cell, who else says so, who may have it) or a share. Several values are stepped through. From here a
// value is put right.
class Inspector : public Surface {
    Q_OBJECT

public:
    explicit Inspector(QWidget* parent = nullptr);
    void setSnapshot(const desk::SnapshotPtr& snapshot); // null: forgets everything
    void show(const Selected& selected);
    [[nodiscard]] const Selected& selected() const { return m_selected; }

Q_SIGNALS:
    void wrongAsked(const app::Selected& selected);  // "This is wrong"
    void basisAsked(const app::Selected& selected);  // "Not sure? Ask what it is based on"
    void valueChosen(record::ValueId value);         // in the strip of readings
    void changeAsked(record::ValueId value);         // written in by the person
    void releaseChosen(const QString& reference);
    void documentAsked();
    void closeAsked();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fill();
    void fillValue(const insight::ValueStory& story);
    void fillRelease(const insight::ReleaseExposure& exposure);
    [[nodiscard]] static QString sourceText(const insight::ValueStory& story);
    void step(int by);
    void heading(const QString& when, const QString& title);
    Text* field(const QString& label, const QString& text, const QString& note = {});
    void clearBody();

    desk::SnapshotPtr m_snapshot;
    Selected m_selected;
    int m_at = 0;

    Text* m_when;
    Text* m_title;
    Text* m_count;
    QToolButton* m_back;
    QToolButton* m_forward;
    Surface* m_valueBox;
    Text* m_value;
    Text* m_code;
    Notice* m_notice;
    QScrollArea* m_area;
    QVBoxLayout* m_body;
    Surface* m_foot;
    QPushButton* m_wrong;
    QPushButton* m_basis;
    Text* m_footNote;
};

} // namespace app
