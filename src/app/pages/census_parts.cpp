// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/census_parts.h"

#include "app/charts/fact_table.h"
#include "app/models/census_facts.h"
#include "app/theme/flow_layout.h"
#include "app/theme/parts.h"

#include <QComboBox>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int mostLines = 4; // of toldOf()

} // namespace

AccountPart::AccountPart(QWidget* parent) : FactSheet(parent), m_choice(new QComboBox)
{
    auto* bar = new QWidget;
    auto* edges = new QVBoxLayout(bar);
    edges->setContentsMargins(u(5), 0, u(5), 0);
    auto* row = new FlowLayout(u(2), u(1)); // beside details the list stands below its label
    edges->addLayout(row);
    auto* label = new Text(tr("&Answer about"));
    label->setBuddy(m_choice);
    row->addWidget(label);
    m_choice->setAccessibleName(tr("Answer about"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_choice->setMinimumWidth(u(24)); // its titles may be longer than a narrow page
    row->addWidget(m_choice);
    addWide(bar);
    auto* beside = new MarginSheet;
    auto* below = new QWidget;
    auto* column = new QVBoxLayout(below);
    column->setContentsMargins(u(5), u(2), u(5), 0);
    column->setSpacing(u(1));
    for (int i = 0; i < mostLines; ++i) {
        m_beside.push_back(newLine());
        m_beside.back().label->setFixedWidth(u(30));
        beside->addRow(m_beside.back().label, m_beside.back().words, 2);
        m_below.push_back(newLine());
        column->addWidget(m_below.back().label);
        column->addWidget(m_below.back().words);
    }
    addWide(beside);
    addWide(below);
    m_factsBeside = beside;
    m_factsBelow = below;
    arrange();
    addHeading(tr("Every answer"));
    m_answers = addTable(tr("Every answer, with school and file"));
    m_codesHeading = addHeading(tr("What the codes meant"));
    m_codes = addTable(tr("What the codes meant, year by year"));
    addStretch();
    connect(m_choice, &QComboBox::currentIndexChanged, this, &AccountPart::tell);
}

AccountPart::Line AccountPart::newLine()
{
    Line line{new Text, (new Text)->wrapped()->selectable()};
    line.label->setBold(true);
    line.label->setWordWrap(true);
    line.words->setMaximumWidth(QWIDGETSIZE_MAX); // else what is left over would stand between label and words
    return line;
}

// In half a page, as beside details, words need all of its width: then the labels stand above them.
void AccountPart::arrange()
{
    const bool narrow = viewport()->width() < u(90);
    m_factsBeside->setVisible(!narrow);
    m_factsBelow->setVisible(narrow);
}

void AccountPart::resizeEvent(QResizeEvent* event)
{
    FactSheet::resizeEvent(event);
    arrange();
}

void AccountPart::setAccounts(std::vector<const insight::CharacteristicAccount*> accounts, bool masked)
{
    const QString kept = key();
    m_accounts = std::move(accounts);
    m_masked = masked;
    {
        const QSignalBlocker quiet(m_choice);
        m_choice->clear();
        for (const insight::CharacteristicAccount* account : m_accounts)
            m_choice->addItem(account->title, account->key);
        m_choice->setCurrentIndex(std::max(0, m_choice->findData(kept)));
    }
    tell();
}

void AccountPart::setMasked(bool masked)
{
    m_masked = masked;
    tell();
}

QString AccountPart::key() const
{
    return m_choice->currentData().toString();
}

void AccountPart::showKey(const QString& key)
{
    if (const int at = m_choice->findData(key); at >= 0)
        m_choice->setCurrentIndex(at);
}

void AccountPart::showValue(record::ValueId value)
{
    for (const insight::CharacteristicAccount* account : m_accounts)
        if (std::any_of(account->readings.begin(), account->readings.end(),
                        [&](const insight::AccountReading& told) { return told.reading.value == value; }))
            showKey(account->key);
    m_answers->select(value);
}

void AccountPart::tell()
{
    const int at = m_choice->currentIndex();
    const bool some = at >= 0 && at < static_cast<int>(m_accounts.size());
    static const insight::CharacteristicAccount none;
    const insight::CharacteristicAccount& account = some ? *m_accounts[static_cast<std::size_t>(at)] : none;
    const bool masked = account.locates && m_masked;
    const std::vector<Told> told = some ? toldOf(account, masked) : std::vector<Told>{};
    for (const std::vector<Line>& lines : {m_beside, m_below})
        for (std::size_t i = 0; i < lines.size(); ++i) {
            lines[i].label->setText(i < told.size() ? told[i].label : QString());
            lines[i].words->setText(i < told.size() ? told[i].words : QString());
            lines[i].label->setVisible(i < told.size());
            lines[i].words->setVisible(i < told.size());
        }
    m_answers->setTable(answersTable(account, masked));
    FactTable codes = codesTable(account, masked);
    m_codes->setVisible(!codes.rows.empty());
    m_codesHeading->setVisible(!codes.rows.empty());
    m_codes->setTable(std::move(codes));
}

AttendancePart::AttendancePart(QWidget* parent) : FactSheet(parent)
{
    addHeading(tr("Absence"));
    m_words = addWords();
    m_absence = addTable(tr("Absence year by year, with reasons"));
    addHeading(tr("Exclusions and suspensions"));
    m_noExclusions = addWords(tr("None is in what I was given."));
    m_hard = addWords(tr("This part may be hard to read. You can read it another day, or with somebody you trust."));
    m_open = plainButton({});
    addWidget(m_open);
    m_exclusions = addTable(tr("Exclusions and suspensions"));
    addStretch();
    connect(m_open, &QPushButton::clicked, this, [this] { setOpen(!m_isOpen); });
    setAttendance({});
}

void AttendancePart::setAttendance(const insight::Attendance& attendance)
{
    m_words->setText(attendance.years.empty()
                         ? tr("No absence figures are in what I was given.")
                         : tr("A half day is a morning or an afternoon of school. With leave: the school said yes, as "
                              "for illness (solid). Without leave: it did not (striped). Where a file does not say which, "
                              "the bar is empty. Nothing is worked out that the file does not say."));
    m_absence->setVisible(!attendance.years.empty());
    m_absence->setTable(absenceTable(attendance));
    m_exclusions->setTable(exclusionTable(attendance));
    m_count = static_cast<int>(attendance.exclusions.size());
    setOpen(m_isOpen);
}

void AttendancePart::fold()
{
    setOpen(false);
}

void AttendancePart::setOpen(bool open)
{
    m_isOpen = open;
    m_noExclusions->setVisible(m_count == 0);
    m_hard->setVisible(m_count > 0 && !open);
    m_open->setVisible(m_count > 0);
    m_open->setText(open ? tr("Fold this part again") : tr("Open this part"));
    m_exclusions->setVisible(m_count > 0 && open);
}

void AttendancePart::showValue(record::ValueId value)
{
    m_absence->select(value);
    if (m_isOpen)
        m_exclusions->select(value);
}

AddressPart::AddressPart(QWidget* parent) : FactSheet(parent)
{
    addHeading(tr("Where I lived, as schools sent it in"));
    m_words = addWords();
    m_table = addTable(tr("Addresses in the order of time"));
    addStretch();
    tell();
}

void AddressPart::setAddresses(std::vector<insight::Address> addresses, bool masked, bool atRisk)
{
    m_addresses = std::move(addresses);
    m_masked = masked;
    m_atRisk = atRisk;
    tell();
}

void AddressPart::setMasked(bool masked)
{
    m_masked = masked;
    tell();
}

void AddressPart::tell()
{
    m_words->setText(m_addresses.empty() ? tr("No home address is in what I was given.")
                     : m_atRisk ? tr("This record is in at-risk mode: addresses stay hidden here, too.")
                     : m_masked ? tr("Addresses are hidden. Press \"Show places\" above when nobody else can see the screen.")
                                : tr("As each file says it. An edge marks a move."));
    m_table->setVisible(!m_addresses.empty());
    m_table->setTable(addressTable(m_addresses, m_masked || m_atRisk));
}

void AddressPart::showValue(record::ValueId value)
{
    m_table->select(value);
}

} // namespace app
