// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/write_in_when.h"

#include "app/theme/parts.h"
#include "catalogue/collections.h"
#include "ui_write_in_when.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace app {

namespace {

using catalogue::AcademicYear;
using catalogue::Term;

constexpr int yearsWithoutBirthDate = 30;
constexpr int firstAge = 2; // before it no national collection knows a child
constexpr int onADay = -1;  // among the terms

} // namespace

WhenForm::WhenForm(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::WriteInWhen>())
{
    m_ui->setupUi(this);
    m_ui->column->setContentsMargins(0, 0, 0, 0);
    m_ui->column->setSpacing(u());
    m_ui->whenRow->setSpacing(u(2));
    for (Text* label : {m_ui->collectionLabel, m_ui->whenLabel, m_ui->placeLabel})
        label->setBold(true);
    m_ui->placeHint->setInk(&Tokens::ink2);
    m_ui->placeHint->setSize(TextSize::Small);
    m_ui->placeHint->setWordWrap(true);
    m_ui->collection->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_ui->collection->setMinimumContentsLength(16);

    // What families are asked about most stands first, the rest by name.
    std::vector<const catalogue::Collection*> all;
    for (const catalogue::Collection& one : catalogue::collections())
        all.push_back(&one);
    static constexpr std::array first{"SC"_L1, "EYFSP"_L1, "PHON"_L1, "KS1"_L1, "KS2"_L1, "KS4"_L1, "KS5"_L1, "ABS"_L1, "EXC"_L1};
    const auto rank = [](const catalogue::Collection* one) {
        if (one->key == "OTHER"_L1)
            return int(first.size()) + 1;
        return int(std::find(first.begin(), first.end(), one->key) - first.begin());
    };
    std::sort(all.begin(), all.end(), [&](const auto* a, const auto* b) {
        return rank(a) != rank(b) ? rank(a) < rank(b) : a->name.localeAwareCompare(b->name) < 0;
    });
    for (const catalogue::Collection* one : all)
        m_ui->collection->addItem(one->name, one->key);

    m_ui->time->addItem(tr("the whole year"), int(Term::None));
    m_ui->time->addItem(tr("autumn term"), int(Term::Autumn));
    m_ui->time->addItem(tr("spring term"), int(Term::Spring));
    m_ui->time->addItem(tr("summer term"), int(Term::Summer));
    m_ui->time->addItem(tr("one day"), onADay);
    m_ui->day->setDisplayFormat(tr("d MMM yyyy"));
    showDay();

    const auto tell = [this] {
        showDay();
        Q_EMIT changed();
    };
    connect(m_ui->collection, &QComboBox::currentIndexChanged, this, tell);
    connect(m_ui->year, &QComboBox::currentIndexChanged, this, tell);
    connect(m_ui->time, &QComboBox::currentIndexChanged, this, tell);
    connect(m_ui->day, &QDateEdit::dateChanged, this, tell);
    connect(m_ui->place, &QLineEdit::textEdited, this, [this](const QString& text) { m_following = text.isEmpty(); });
}

WhenForm::~WhenForm() = default;

void WhenForm::start(const record::Person& person, QDate today, AcademicYear likely)
{
    const AcademicYear now = AcademicYear::of(today);
    const int from = person.born.isValid() ? AcademicYear::of(person.born).start + firstAge : now.start - yearsWithoutBirthDate;
    const QVariant before = m_ui->year->currentData();
    const QSignalBlocker quiet(m_ui->year);
    m_ui->year->clear();
    for (int year = std::min(from, now.start); year <= now.start; ++year)
        m_ui->year->addItem(AcademicYear{year}.text(), year);
    const int again = before.isValid() ? m_ui->year->findData(before) : -1;
    const int first = m_ui->year->findData(likely.start);
    m_ui->year->setCurrentIndex(again >= 0 ? again : first >= 0 ? first : m_ui->year->count() - 1);
    m_ui->day->setMaximumDate(today);
    if (again < 0)
        m_ui->day->setDate(today);
}

void WhenForm::setYear(AcademicYear year)
{
    int at = m_ui->year->findData(year.start);
    if (at < 0) {
        m_ui->year->addItem(year.text(), year.start);
        at = m_ui->year->count() - 1;
    }
    m_ui->year->setCurrentIndex(at);
}

void WhenForm::set(const record::Entry& entry, const QString& place)
{
    const QSignalBlocker quiet(this);
    m_ui->collection->setCurrentIndex(std::max(0, m_ui->collection->findData(entry.collection)));
    if (entry.year)
        setYear(*entry.year);
    m_ui->time->setCurrentIndex(m_ui->time->findData(entry.date.isValid() ? onADay : int(entry.term)));
    if (entry.date.isValid())
        m_ui->day->setDate(entry.date);
    m_following = false;
    m_ui->place->setText(place);
    showDay();
}

void WhenForm::followPlace(const QString& place)
{
    m_followed = place;
    if (m_following)
        m_ui->place->setText(place);
}

void WhenForm::followAgain()
{
    m_following = true;
    m_ui->place->setText(m_followed);
}

void WhenForm::showDay()
{
    const bool day = m_ui->time->currentData().toInt() == onADay;
    m_ui->day->setVisible(day);
    // The day says its year itself.
    m_ui->year->setVisible(!day);
}

QString WhenForm::collection() const
{
    return m_ui->collection->currentData().toString();
}

record::WrittenTime WhenForm::time() const
{
    const int part = m_ui->time->currentData().toInt();
    if (part == onADay)
        return {AcademicYear::of(m_ui->day->date()), Term::None, m_ui->day->date()};
    return {AcademicYear{m_ui->year->currentData().toInt()}, Term(part), {}};
}

QString WhenForm::place() const
{
    return m_ui->place->text().simplified();
}

record::Entry WhenForm::entry(record::DocumentId document) const
{
    const record::WrittenTime when = time();
    record::Entry entry;
    entry.writtenIn = true;
    entry.collection = collection();
    entry.year = when.year;
    entry.term = when.term;
    entry.date = when.date;
    entry.document = document;
    return entry;
}

} // namespace app
