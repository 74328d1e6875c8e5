// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/written_model.h"
#include "app/pages/page.h"
#include "app/theme/parts.h"

#include <functional>

class QBoxLayout;
class QComboBox;
class QTableView;

namespace app {

class PaperView;
class TableForm;
class ValueForm;
class WhenForm;

// What the page asks of the desk; a seam like LetterDesk.
struct WriteInDesk {
    std::function<desk::Answer<QByteArray>(record::DocumentId)> keptBytes;
    std::function<desk::Answer<desk::AttachedPaper>(const QString& path)> attach;
    std::function<desk::Answer<std::vector<record::ValueId>>(std::vector<record::Entry>)> writeIn;
    std::function<desk::Answer<bool>(record::ValueId, record::WrittenChange)> change;
    std::function<desk::Answer<bool>(std::vector<record::ValueId>)> remove;
};

// "Write it in myself": the document at the left, page by page; beside it what it says, value by value or as a table,
// and what was written in so far.
class WriteInPage : public Page {
    Q_OBJECT

public:
    explicit WriteInPage(WriteInDesk desk, QWidget* parent = nullptr);
    void setSnapshot(const desk::SnapshotPtr& snapshot) override;
    void takeFocus() override;
    [[nodiscard]] bool isBusy() const override;

    enum Work { OneValue, Table, SoFar };
    void setWork(int work);
    void start(record::DocumentId document = {}); // 0: the one that was open, or the first
    void startChange(record::ValueId value);
    void attach(const QStringList& paths); // keeps them, one after the other, and shows the last
    [[nodiscard]] PaperView* paper() const { return m_paper; }
    [[nodiscard]] TableForm* table() const { return m_table; }

Q_SIGNALS:
    void leaveAsked();
    void filesAsked();
    void changed(); // a new snapshot is there

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildSide();
    QWidget* buildList();
    void fillDocuments();
    [[nodiscard]] record::DocumentId document() const;
    void showDocument();
    void onPlace();
    void onContext();
    void saveValue();
    void saveTable();
    void saveChange(const record::Value& value);
    void leaveChange();
    void removeChosen();
    void putBack();
    void showList();
    void setBusy(bool busy);
    void say(const base::Error& error);
    void tell(Notice::Kind kind, const QString& title, const QString& text = {});

    WriteInDesk m_desk;
    desk::SnapshotPtr m_snapshot;
    record::DocumentId m_shown; // whose pages are in sight
    bool m_showing = false;     // something was asked to be shown since unlocking
    int m_round = 0;            // answers about an earlier document are dropped
    int m_jobs = 0;
    int m_pageWanted = 0;
    std::optional<record::Entry> m_removed; // one value: to be put back

    PageHead* m_head;
    QComboBox* m_documents;
    QPushButton* m_add;
    QPushButton* m_done;
    Notice* m_notice;
    QPushButton* m_putBack;
    QBoxLayout* m_across;
    PaperView* m_paper;
    Surface* m_side;
    QWidget* m_form;
    Text* m_closed; // why nothing can be written in
    WhenForm* m_when;
    Segments* m_work;
    std::vector<QWidget*> m_works; // by Work
    int m_current = OneValue;
    ValueForm* m_value;
    TableForm* m_table;
    WrittenModel* m_written;
    QTableView* m_list;
    Text* m_none;
    QPushButton* m_change;
    QPushButton* m_remove;
};

} // namespace app
