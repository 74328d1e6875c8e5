// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme/parts.h"
#include "desk/sitting.h"

#include <memory>

class QDateEdit;

namespace Ui {
class LetterShould;
class LetterEvidence;
class LetterWho;
} // namespace Ui

namespace app {

// The five questions at the left of the letter, one open at a time, the others as one line each. Numbers are those
// the letter's passages carry.
class LetterQuestions : public QWidget {
    Q_OBJECT

public:
    static constexpr int says = 1, shouldSay = 2, evidence = 3, who = 4, check = 5, count = 5;

    explicit LetterQuestions(QWidget* parent = nullptr);
    ~LetterQuestions() override;

    void setSnapshot(const desk::SnapshotPtr& snapshot);
    void setAnswers(const requests::Concern& concern, const requests::Writer& writer, bool dfe, bool school);
    // Reads the answers into the concern and the writer.
    void answers(requests::Concern& concern, requests::Writer& writer, bool& dfe, bool& school) const;
    [[nodiscard]] int papers() const; // of evidence, so far
    void addEvidence(record::AttachmentId id, const QString& name);

    void setQuestion(int question); // 1–5
    [[nodiscard]] int question() const { return m_question; }
    void step(int by); // to the next or the last one that is asked
    // Its number as it is read: a letter that asks for what is missing leaves some questions out.
    [[nodiscard]] int numberOf(int question) const;
    void setAdvice(const QStringList& advice, bool printed, QDate today, QDate sent);
    [[nodiscard]] bool mayPrint() const; // a parent has answered what the child says
    void takeFocus();

Q_SIGNALS:
    void questionChosen(int question);
    void answered();
    void fileAsked();
    void saveAsked(int format); // reports::LetterFormat
    void copyAsked();
    void sentOn(QDate day);

private:
    struct Row {
        QPushButton* label;
        Text* summary;
        QWidget* form;
        QWidget* line; // below it
        QString name;
    };
    [[nodiscard]] bool isAsked(int question) const;
    void nameRows();

    void addRow(class QVBoxLayout* column, const QString& name, QWidget* form);
    [[nodiscard]] QWidget* saysForm();
    [[nodiscard]] QWidget* checkForm();
    void fillSuggestions(const requests::Concern& concern);
    void summaries();
    void tell();

    desk::SnapshotPtr m_snapshot;
    std::vector<Row> m_rows;
    std::unique_ptr<Ui::LetterShould> m_should;
    std::unique_ptr<Ui::LetterEvidence> m_evidence;
    std::unique_ptr<Ui::LetterWho> m_who;
    std::vector<record::AttachmentId> m_attachments;
    Text* m_says = nullptr;
    Notice* m_warning = nullptr;
    Notice* m_wishes = nullptr;
    Text* m_advice = nullptr;
    QWidget* m_sentBox = nullptr;
    QDateEdit* m_sentDay = nullptr;
    QPushButton* m_sent = nullptr;
    std::vector<QPushButton*> m_save;
    int m_question = 1;
    bool m_filling = false;
    bool m_missing = false; // the letter asks for what is missing
    QString m_saysLine;
};

} // namespace app
