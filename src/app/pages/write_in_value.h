// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/field_model.h"
#include "record/record.h"

#include <QWidget>

#include <memory>

class QPushButton;
class QTimer;

namespace Ui {
class WriteInValue;
}

namespace app {

// One value as the paper says it: what the paper calls it, which field that is, and what stands there.
class ValueForm : public QWidget {
    Q_OBJECT

public:
    explicit ValueForm(QWidget* parent = nullptr);
    ~ValueForm() override;
    void setContext(const QString& collection, std::optional<catalogue::AcademicYear> year);
    void startNew();
    void startChange(const record::Value& value); // the form then saves over it
    void forget();
    [[nodiscard]] record::Value value() const; // with the id that is being changed; place not set
    [[nodiscard]] bool isChanging() const { return bool(m_changing); }
    void setBusy(bool busy);
    void takeFocus();

Q_SIGNALS:
    void saveAsked();
    void leaveAsked(); // the change

private:
    void search();
    void setItem(const QString& item);
    void showChosen();
    void enable();

    std::unique_ptr<Ui::WriteInValue> m_ui;
    FieldModel* m_fields;
    QTimer* m_pause; // between a key and the search
    QPushButton* m_save;
    QPushButton* m_leave;
    QPushButton* m_own;
    QString m_collection;
    std::optional<catalogue::AcademicYear> m_year;
    QString m_item; // chosen; empty: own words
    record::ValueId m_changing;
    bool m_ownWords = false; // said so: nothing is chosen for the person
    bool m_busy = false;
};

} // namespace app
