// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/written_in.h"

#include <QWidget>

#include <memory>

namespace Ui {
class WriteInWhen;
}

namespace app {

// What a value written in is about, when, and where it stands: what values of one page have in common.
class WhenForm : public QWidget {
    Q_OBJECT

public:
    explicit WhenForm(QWidget* parent = nullptr);
    ~WhenForm() override;
    // The years one may choose from; what was chosen before stays.
    void start(const record::Person& person, QDate today, catalogue::AcademicYear likely);
    void set(const record::Entry& entry, const QString& place);
    // The page beside was turned: it stands in the place until the person types one of their own.
    void followPlace(const QString& place);
    void followAgain();

    [[nodiscard]] QString collection() const;
    [[nodiscard]] record::WrittenTime time() const;
    [[nodiscard]] QString place() const;
    [[nodiscard]] record::Entry entry(record::DocumentId document) const; // without values

Q_SIGNALS:
    void changed(); // collection or time

private:
    void setYear(catalogue::AcademicYear year);
    void showDay();

    std::unique_ptr<Ui::WriteInWhen> m_ui;
    QString m_followed;
    bool m_following = true;
};

} // namespace app
