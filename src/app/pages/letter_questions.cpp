// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/letter_questions.h"

#include "catalogue/code_sets.h"
#include "insight/value_story.h"
#include "ui_letter_evidence.h"
#include "ui_letter_should.h"
#include "ui_letter_who.h"

#include <QButtonGroup>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr double leftOfLine = 37, rightOfLine = 41; // the same margin as every page

// The column of questions on the sheet, with the rose line through all of it.
class QuestionSheet : public Surface {
public:
    QuestionSheet() : Surface(&Tokens::sheet, Qt::RightEdge) {}

protected:
    void paintEvent(QPaintEvent* event) override
    {
        Surface::paintEvent(event);
        QPainter(this).fillRect(u(leftOfLine), 0, 1, height(), Tokens::current().margin);
    }
};

QString said(const requests::FrozenValue& value)
{
    return value.meaning.isEmpty() ? value.raw : value.meaning;
}

// "Key Stage 2 2012/13; School Census spring 2010/11 …"
QString missingLine(const requests::Concern& concern)
{
    QStringList parts;
    for (const requests::FrozenValue& part : concern.values)
        parts << part.collection + u' ' + part.when;
    constexpr qsizetype few = 4;
    return parts.size() > few ? QString(parts.mid(0, few).join(u"; "_s) + u" …"_s) : parts.join(u"; "_s);
}

void quiet(Text* text, TextSize size = TextSize::Small)
{
    text->setSize(size);
    text->setInk(&Tokens::ink2);
    text->setWordWrap(true);
}

} // namespace

LetterQuestions::LetterQuestions(QWidget* parent)
    : QWidget(parent), m_should(std::make_unique<Ui::LetterShould>()),
      m_evidence(std::make_unique<Ui::LetterEvidence>()), m_who(std::make_unique<Ui::LetterWho>())
{
    auto* sheet = new QuestionSheet;
    auto* column = new QVBoxLayout(sheet);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(sheet);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(area);

    auto* should = new QWidget;
    m_should->setupUi(should);
    auto* evidence = new QWidget;
    m_evidence->setupUi(evidence);
    auto* who = new QWidget;
    m_who->setupUi(who);
    for (QVBoxLayout* layout : {m_should->column, m_evidence->column, m_who->column}) {
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(u(2));
    }
    for (QVBoxLayout* layout : {m_who->toColumn, m_who->whoColumn, m_who->parentColumn}) {
        layout->setContentsMargins(0, 0, 0, u());
        layout->setSpacing(u(1.5));
    }
    for (Text* title : {m_should->title, m_evidence->title, m_who->toTitle, m_who->whoTitle})
        title->setSize(TextSize::Section);
    for (Text* hint : {m_should->shouldHint, m_should->ownLabel, m_should->ownHint, m_evidence->hint, m_who->wishHint,
                       m_who->addressLabel, m_who->nameLabel})
        quiet(hint);
    m_should->ownWords->setFixedHeight(u(21));
    m_who->address->setFixedHeight(u(21));
    m_evidence->list->setFixedHeight(u(24));
    m_should->since->setDisplayFormat(tr("d MMM yyyy"));
    // Radio buttons of one parent exclude each other; these belong to three questions of one form.
    auto* wishes = new QButtonGroup(this);
    wishes->addButton(m_who->agrees);
    wishes->addButton(m_who->tooYoung);

    addRow(column, tr("It says"), saysForm());
    addRow(column, tr("It should say"), should);
    addRow(column, tr("How you know"), evidence);
    addRow(column, tr("Who to ask"), who);
    addRow(column, tr("Check, send"), checkForm());
    nameRows();
    column->addStretch();

    const auto told = [this] { tell(); };
    connect(m_should->should, &QComboBox::currentTextChanged, this, told);
    connect(m_should->ownWords, &QPlainTextEdit::textChanged, this, told);
    connect(m_should->since, &QDateEdit::dateChanged, this, told);
    for (QRadioButton* radio : {m_should->always, m_should->fromDate, m_should->notSure, m_who->both, m_who->dfe,
                                m_who->school, m_who->self, m_who->parent, m_who->representative, m_who->agrees,
                                m_who->tooYoung})
        connect(radio, &QRadioButton::toggled, this, [this](bool on) {
            if (on)
                tell();
        });
    connect(m_who->age, &QSpinBox::valueChanged, this, told);
    connect(m_who->name, &QLineEdit::textChanged, this, told);
    connect(m_who->authority, &QLineEdit::textChanged, this, told);
    connect(m_who->address, &QPlainTextEdit::textChanged, this, told);
    const auto addName = [this] {
        const QString name = m_evidence->name->text().simplified();
        if (name.isEmpty())
            return;
        m_evidence->list->addItem(name);
        m_evidence->name->clear();
        tell();
    };
    connect(m_evidence->add, &QPushButton::clicked, this, addName);
    connect(m_evidence->name, &QLineEdit::returnPressed, this, addName);
    connect(m_evidence->remove, &QPushButton::clicked, this, [this] {
        delete m_evidence->list->takeItem(m_evidence->list->currentRow());
        tell();
    });
    connect(m_evidence->file, &QPushButton::clicked, this, &LetterQuestions::fileAsked);
    setQuestion(1);
}

LetterQuestions::~LetterQuestions() = default;

void LetterQuestions::addRow(QVBoxLayout* column, const QString& name, QWidget* form)
{
    const int number = int(m_rows.size()) + 1;
    auto* label = new QPushButton;
    label->setProperty("quiet", true);
    label->setProperty("leftAligned", true);
    label->setAutoDefault(false);
    auto* summary = new Text({}, TextSize::Body, &Tokens::ink2);
    summary->setWordWrap(true);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(u(3), u(4), u(5), u(4));
    row->setSpacing(0);
    label->setFixedWidth(u(leftOfLine - 2)); // with the room for its ring
    row->addWidget(label, 0, Qt::AlignTop);
    row->addSpacing(u(rightOfLine - leftOfLine + 1));
    auto* content = new QVBoxLayout;
    content->setContentsMargins(0, u(1.5), 0, 0);
    content->addWidget(summary);
    content->addWidget(form);
    row->addLayout(content, 1);
    column->addLayout(row);
    auto* line = new Hairline;
    column->addWidget(line);
    m_rows.push_back({label, summary, form, line, name});
    connect(label, &QPushButton::clicked, this, [this, number] { Q_EMIT questionChosen(number); });
}

QWidget* LetterQuestions::saysForm()
{
    auto* form = new QWidget;
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(u(2));
    m_says = new Text({}, TextSize::Lead);
    m_says->setWordWrap(true);
    column->addWidget(m_says);
    auto* note = new Text(tr("The letter keeps these words as they stand now, whatever is added to the record later."),
                          TextSize::Small, &Tokens::ink2);
    note->setWordWrap(true);
    column->addWidget(note);
    return form;
}

QWidget* LetterQuestions::checkForm()
{
    auto* form = new QWidget;
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(u(2));
    column->addWidget(new Text(tr("Read it, then save it"), TextSize::Section));
    m_wishes = new Notice;
    column->addWidget(m_wishes);
    m_warning = new Notice;
    m_warning->say(Notice::Kind::Note, tr("A saved letter is not encrypted."),
                   tr("Anyone who can open the folder can read it. The copy kept in the record is encrypted."));
    column->addWidget(m_warning);
    const std::pair<QString, QString> formats[] = {
        {tr("Save to print (PDF)…"), tr("Save the letter shown as a PDF to print")},
        {tr("Save to edit (ODT)…"), tr("Save the letter shown as a document for LibreOffice or Word")},
        {tr("Save for a screen reader (HTML)…"), tr("Save the letter shown as a web page")},
        {tr("Save as plain text…"), tr("Save the letter shown as plain text")},
    };
    const reports::LetterFormat which[] = {reports::LetterFormat::Pdf, reports::LetterFormat::Odt,
                                           reports::LetterFormat::Html, reports::LetterFormat::Text};
    for (int i = 0; i < 4; ++i) {
        auto* button = plainButton(formats[i].first, i == 0 ? u"print"_s : u"export"_s);
        button->setAccessibleName(formats[i].second);
        button->setProperty("leftAligned", true);
        column->addWidget(button);
        m_save.push_back(button);
        const int format = int(which[i]);
        connect(button, &QPushButton::clicked, this, [this, format] { Q_EMIT saveAsked(format); });
    }
    auto* copy = plainButton(tr("Copy the text for a web form"), u"copy"_s);
    copy->setProperty("leftAligned", true);
    column->addWidget(copy);
    m_save.push_back(copy);
    connect(copy, &QPushButton::clicked, this, &LetterQuestions::copyAsked);
    m_advice = new Text;
    m_advice->setWordWrap(true);
    column->addWidget(m_advice);
    m_sentBox = new QWidget;
    auto* sentRow = new QHBoxLayout(m_sentBox);
    sentRow->setContentsMargins(0, 0, 0, 0);
    sentRow->setSpacing(u(2));
    m_sentDay = new QDateEdit;
    m_sentDay->setDisplayFormat(tr("d MMM yyyy"));
    m_sentDay->setAccessibleName(tr("Day on which you sent this letter"));
    m_sent = plainButton(tr("I sent it on this day"), u"settled"_s);
    sentRow->addWidget(m_sentDay);
    sentRow->addWidget(m_sent);
    sentRow->addStretch();
    column->addWidget(m_sentBox);
    connect(m_sent, &QPushButton::clicked, this, [this] { Q_EMIT sentOn(m_sentDay->date()); });
    return form;
}

void LetterQuestions::setSnapshot(const desk::SnapshotPtr& snapshot)
{
    m_snapshot = snapshot;
}

void LetterQuestions::fillSuggestions(const requests::Concern& concern)
{
    m_should->should->clear();
    m_should->should->addItem(QString());
    QStringList offered;
    const auto offer = [&](const QString& words) {
        if (!words.isEmpty() && !offered.contains(words))
            offered << words;
    };
    if (!m_snapshot || concern.values.empty())
        return;
    const requests::FrozenValue& frozen = concern.values.front();
    // What the other readings say comes first: most often it is the right value.
    if (const auto story = insight::valueStory(m_snapshot->record, frozen.value, {})) {
        for (const insight::Reading& reading : story->readings)
            if (reading.known && reading.raw != frozen.raw)
                offer(reading.meaning.isEmpty() ? reading.raw : reading.meaning);
        if (const auto id = catalogue::itemNamed(story->item, story->collectionKey)) {
            const catalogue::Item item = catalogue::item(*id);
            if (!item.codeSet.isEmpty())
                for (const catalogue::Code& code : catalogue::codes(item.codeSet, story->year))
                    if (code.code != frozen.raw)
                        offer(code.label);
        }
    }
    m_should->should->addItems(offered);
}

void LetterQuestions::setAnswers(const requests::Concern& concern, const requests::Writer& writer, bool dfe,
                                 bool school)
{
    m_filling = true;
    QStringList when;
    QString says, field;
    for (const requests::FrozenValue& value : concern.values) {
        says = said(value);
        field = value.field;
        if (!when.contains(value.when))
            when << value.when;
    }
    const QString shown = when.size() > 4 ? when.mid(0, 4).join(u"; "_s) + u" …"_s : when.join(u"; "_s);
    m_missing = requests::asksForMissing(concern);
    m_saysLine = m_missing ? missingLine(concern) : tr("“%1” in %2, %3").arg(says, field, shown);
    m_says->setText(m_saysLine);
    nameRows();

    fillSuggestions(concern);
    m_should->should->setCurrentText(concern.shouldSay);
    m_should->always->setText(tr("It was never “%1”").arg(says));
    m_should->always->setAccessibleName(m_should->always->text());
    (concern.extent == requests::Extent::Always         ? m_should->always
         : concern.extent == requests::Extent::FromDate ? m_should->fromDate
                                                        : m_should->notSure)
        ->setChecked(true);
    const QDate today = m_snapshot ? m_snapshot->today : QDate::currentDate();
    m_should->since->setMaximumDate(today);
    m_should->since->setDate(concern.since.isValid() ? concern.since : today);
    m_should->ownWords->setPlainText(concern.ownWords);

    m_evidence->list->clear();
    m_evidence->list->addItems(concern.evidenceNames);
    m_attachments = concern.evidence;

    (dfe && school ? m_who->both : dfe ? m_who->dfe : m_who->school)->setChecked(true);
    (writer.asking == requests::Asking::Self         ? m_who->self
         : writer.asking == requests::Asking::Parent ? m_who->parent
                                                     : m_who->representative)
        ->setChecked(true);
    m_who->age->setValue(std::max(0, writer.childAge));
    if (writer.childAgrees)
        m_who->agrees->setChecked(true);
    m_who->name->setText(writer.name);
    m_who->authority->setText(writer.authority);
    m_who->address->setPlainText(writer.address.join(u'\n'));
    m_filling = false;
    summaries();
}

void LetterQuestions::answers(requests::Concern& concern, requests::Writer& writer, bool& dfe, bool& school) const
{
    concern.shouldSay = m_should->should->currentText().simplified();
    concern.extent = m_should->always->isChecked() ? requests::Extent::Always
        : m_should->fromDate->isChecked()          ? requests::Extent::FromDate
                                                   : requests::Extent::NotSure;
    concern.since = concern.extent == requests::Extent::FromDate ? m_should->since->date() : QDate();
    concern.ownWords = m_should->ownWords->toPlainText();
    concern.evidenceNames.clear();
    for (int i = 0; i < m_evidence->list->count(); ++i)
        concern.evidenceNames << m_evidence->list->item(i)->text();
    concern.evidence = m_attachments;
    writer.asking = m_who->parent->isChecked()  ? requests::Asking::Parent
        : m_who->representative->isChecked()    ? requests::Asking::Representative
                                                : requests::Asking::Self;
    writer.name = m_who->name->text().simplified();
    writer.address = m_who->address->toPlainText().split(u'\n', Qt::SkipEmptyParts);
    writer.childAge = writer.asking == requests::Asking::Parent ? m_who->age->value() : -1;
    writer.childAgrees = writer.asking == requests::Asking::Parent && m_who->agrees->isChecked();
    writer.authority = m_who->authority->text().simplified();
    dfe = m_who->both->isChecked() || m_who->dfe->isChecked();
    school = m_who->both->isChecked() || m_who->school->isChecked();
}

int LetterQuestions::papers() const
{
    return m_evidence->list->count();
}

void LetterQuestions::addEvidence(record::AttachmentId id, const QString& name)
{
    m_attachments.push_back(id);
    m_evidence->list->addItem(name);
    tell();
}

bool LetterQuestions::mayPrint() const
{
    return !m_who->parent->isChecked() || m_who->agrees->isChecked() || m_who->tooYoung->isChecked();
}

void LetterQuestions::setQuestion(int question)
{
    m_question = std::clamp(question, 1, count);
    summaries();
    for (int i = 0; i < count; ++i) {
        const bool open = i + 1 == m_question, asked = isAsked(i + 1);
        m_rows[std::size_t(i)].label->setVisible(asked);
        m_rows[std::size_t(i)].line->setVisible(asked);
        m_rows[std::size_t(i)].form->setVisible(asked && open);
        m_rows[std::size_t(i)].summary->setVisible(asked && !open);
        QFont font = m_rows[std::size_t(i)].label->font();
        font.setBold(open);
        m_rows[std::size_t(i)].label->setFont(font);
    }
}

// Nothing is to be corrected yet where a part is missing, and nothing has to be shown.
bool LetterQuestions::isAsked(int question) const
{
    return !m_missing || (question != shouldSay && question != evidence);
}

int LetterQuestions::numberOf(int question) const
{
    int number = 0;
    for (int one = 1; one <= question; ++one)
        number += isAsked(one) ? 1 : 0;
    return number;
}

void LetterQuestions::step(int by)
{
    int next = m_question + by;
    while (next > 1 && next < count && !isAsked(next))
        next += by;
    setQuestion(next);
}

void LetterQuestions::nameRows()
{
    for (int question = 1; question <= int(m_rows.size()); ++question) {
        const Row& row = m_rows[std::size_t(question - 1)];
        const QString name = m_missing && question == says ? tr("What is missing") : row.name;
        row.label->setText(tr("%1  %2", "number and name of a question").arg(numberOf(question)).arg(name));
        row.label->setAccessibleName(tr("Question %1: %2").arg(numberOf(question)).arg(name));
    }
}

void LetterQuestions::takeFocus()
{
    switch (m_question) {
    case 2:
        m_should->should->setFocus();
        break;
    case 3:
        m_evidence->name->setFocus();
        break;
    case 4:
        (m_who->both->isChecked() ? m_who->both : m_who->dfe->isChecked() ? m_who->dfe : m_who->school)->setFocus();
        break;
    case 5:
        m_save.front()->setFocus();
        break;
    default:
        m_rows.front().label->setFocus();
        break;
    }
}

void LetterQuestions::summaries()
{
    const bool parent = m_who->parent->isChecked();
    m_who->parentBox->setVisible(parent);
    m_who->authority->setVisible(m_who->representative->isChecked());
    m_should->since->setEnabled(m_should->fromDate->isChecked());
    if (mayPrint())
        m_wishes->hide();
    else
        m_wishes->say(Notice::Kind::Look, tr("Question %1 still asks what the child says.").arg(numberOf(who)),
                      tr("A parent writes for the child, so the program asks first."));
    for (QPushButton* button : m_save)
        button->setEnabled(mayPrint());
    if (m_rows.size() < std::size_t(count))
        return;
    const QString should = m_should->should->currentText().simplified();
    m_rows[0].summary->setText(m_saysLine);
    m_rows[1].summary->setText(should.isEmpty() ? tr("You ask what it is based on") : tr("“%1”").arg(should));
    const int papers = m_evidence->list->count();
    m_rows[2].summary->setText(papers == 0 ? tr("A form, a letter, a statement. You can leave it out.")
                                           : tr("%n paper(s)", nullptr, papers));
    m_rows[3].summary->setText(m_who->both->isChecked() ? tr("The Department for Education, and the school that sent it")
                                   : m_who->dfe->isChecked() ? tr("The Department for Education")
                                                             : tr("The school"));
    m_rows[4].summary->setText(tr("Read the letter, then save, print or copy it"));
}

void LetterQuestions::setAdvice(const QStringList& advice, bool printed, QDate today, QDate sent)
{
    QStringList lines;
    for (int i = 0; i < advice.size(); ++i)
        lines << tr("%1. %2").arg(i + 1).arg(advice[i]);
    m_advice->setText(lines.join(u"\n\n"_s));
    m_advice->setVisible(printed && !advice.isEmpty());
    m_sentBox->setVisible(printed);
    m_sentDay->setMaximumDate(today);
    m_sentDay->setDate(sent.isValid() ? sent : today);
    m_sent->setText(sent.isValid() ? tr("Sent. Change the day") : tr("I sent it on this day"));
}

void LetterQuestions::tell()
{
    if (m_filling)
        return;
    summaries();
    Q_EMIT answered();
}

} // namespace app
