// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/coverage_model.h"
#include "app/theme/parts.h"

class QBoxLayout;

namespace app {

// Below the matrix: what the chosen cell says, by which rule and source, and what can be done about it.
class CoverageDetail : public Surface {
    Q_OBJECT

public:
    explicit CoverageDetail(QWidget* parent = nullptr);
    void show(const CoverageModel::Told& told, int missingInAll, bool readOnly);
    void clear();
    [[nodiscard]] bool takeFocus(); // to its button; false: it has none
    [[nodiscard]] QString words() const;

Q_SIGNALS:
    void askPartAsked();
    void askAllAsked();
    void lookAsked();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QBoxLayout* m_row = nullptr;
    QBoxLayout* m_ways = nullptr;
    Text* m_when;
    Text* m_title;
    Text* m_state;
    Text* m_rule;
    Text* m_printed;
    Text* m_source;
    QPushButton* m_ask;
    QPushButton* m_askAll;
    QPushButton* m_look;
};

} // namespace app
