// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/pasted_model.h"

#include <QWidget>

#include <memory>

class QMimeData;
class QPushButton;
class QTimer;

namespace Ui {
class WriteInTable;
}

namespace app {

// A table out of the clipboard, or the words of the page beside: a preview, what its columns are, and one button.
class TableForm : public QWidget {
    Q_OBJECT

public:
    explicit TableForm(QWidget* parent = nullptr);
    ~TableForm() override;
    void setContext(const QString& collection, std::optional<catalogue::AcademicYear> year);
    void setWords(const QString& words); // of the page beside; empty: it has none
    void take(const QMimeData& mime);    // as it came through the clipboard
    void forget();
    void setBusy(bool busy);
    void takeFocus();
    [[nodiscard]] const PastedModel& model() const { return *m_model; }
    [[nodiscard]] bool isReady() const;

Q_SIGNALS:
    void saveAsked();

private:
    void setTable(const readers::PastedTable& table);
    void showColumn();
    void columnSaid();
    void showSum();

    std::unique_ptr<Ui::WriteInTable> m_ui;
    PastedModel* m_model;
    QTimer* m_pause; // between a key and the preview
    QPushButton* m_paste;
    QPushButton* m_page;
    QPushButton* m_save;
    QString m_words;
    QString m_collection;
    std::optional<catalogue::AcademicYear> m_year;
    bool m_busy = false;
};

} // namespace app
