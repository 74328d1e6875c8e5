// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme/parts.h"
#include "desk/school_sitting.h"

class QCheckBox;

namespace app {

class NewPassphrase;
class PassphraseField;
class SecretsForm;

// All that is asked before a school's files are read: which ones, where to, the passphrase of the list, what goes in.
class SplitForm : public MarginSheet {
    Q_OBJECT

public:
    explicit SplitForm(QWidget* parent = nullptr);

    void start();                                  // empty again; secrets are wiped
    void setPaths(const QStringList& paths);
    void setNeeds(const desk::SourceNeeds& needs); // of these paths
    void setFolder(const QString& folder);
    void setList(const QString& path);             // somewhere else than in the folder
    void wipe();                                   // what was typed in secret
    void takeFocus();
    [[nodiscard]] const QStringList& paths() const { return m_paths; }
    [[nodiscard]] const QString& folder() const { return m_folder; }
    [[nodiscard]] bool isFilled() const; // files and folder; the rest has its own words when it is missing
    [[nodiscard]] QString listPath() const;

    // The fields are wiped, whatever comes of it; an error says which is to be filled in.
    [[nodiscard]] base::Result<desk::SplitOrder> take();

Q_SIGNALS:
    void changed();
    void filesAsked();
    void folderAsked();
    void listAsked();

private:
    QWidget* column(std::initializer_list<QWidget*> parts);
    void showList();

    QStringList m_paths;
    QString m_folder;
    QString m_list; // empty: in the folder
    bool m_begun = false;
    Text* m_files;
    QPushButton* m_chooseFiles;
    SecretsForm* m_secrets;
    Text* m_where;
    QPushButton* m_chooseFolder;
    Text* m_listPlace;
    QPushButton* m_chooseList;
    Text* m_listWords;
    NewPassphrase* m_fresh;
    QWidget* m_knownBox;
    PassphraseField* m_known;
    QCheckBox* m_names;
    QCheckBox* m_others;
};

} // namespace app
