// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/subject_names.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace insight {

namespace {

// The thirteen scales of the Foundation Stage Profile to 2011/12, and their sum. The dictionary calls most of them
// "AS1 score".
struct ScaleName {
    QLatin1StringView item;
    const char* name = nullptr;
};
#define NAME(text) QT_TRANSLATE_NOOP("insight::subject", text)
constexpr ScaleName profileScales[] = {
    {"FSP_PSE_AS1"_L1, NAME("Dispositions and attitudes")},
    {"FSP_PSE_AS2"_L1, NAME("Social development")},
    {"FSP_PSE_AS3"_L1, NAME("Emotional development")},
    {"FSP_CLL_AS1"_L1, NAME("Language for communication and thinking")},
    {"FSP_CLL_AS2"_L1, NAME("Linking sounds and letters")},
    {"FSP_CLL_AS3"_L1, NAME("Reading")},
    {"FSP_CLL_AS4"_L1, NAME("Writing")},
    {"FSP_PSRN_AS1"_L1, NAME("Numbers as labels and for counting")},
    {"FSP_PSRN_AS2"_L1, NAME("Calculating")},
    {"FSP_PSRN_AS3"_L1, NAME("Shape, space and measures")},
    {"FSP_RKUW"_L1, NAME("Knowledge and understanding of the world")},
    {"FSP_RIPD"_L1, NAME("Physical development")},
    {"FSP_RICD"_L1, NAME("Creative development")},
    {"FSP_EYFSP_TOTAL"_L1, NAME("All thirteen scales")},
};
#undef NAME

// What these phrases say beside the subject: instrument, how it was judged, which table, which years.
const QRegularExpression& beside()
{
    static const QRegularExpression words(
        u"^(KS[1-5] ?-? ?|Key Stage [1-5],? )|^NC level,? (awarded for |KS[1-3], ?)?|^Scaled score in |^Scaled |"
        "^Outcome (of|for) (the )?|^Attainment in |^(Highest grade achieved in )?Full GCSE |^GCE (AS|A) Level |"
        "^Overall |^Score in |^Outcome |^What happened in the |,? ?full GCSE( grade)?$|,? ?short GCSE( grade)?$|,? GCSE grade$|"
        " vocational GCSE( double award)? grade$| GCE (AS|A) Level grade$| VCE A Level grade$| grade$|"
        "( scaled)? score$| assessment$| test$| ?\\(TA\\)\\.?$|( test)? outcome$|,? ?teacher( assessment)?$|"
        ",? (test |teacher )?level\\.?$| in the 9-1 era$|,? (from|to) [0-9]{4}(/[0-9]{2})?$|"
        " [0-9]{4}(/[0-9]{2})?-[0-9]{4}(/[0-9]{2})?$| \\([^()]*9( to |-)1[^()]*\\)$|"
        " \\(AS, NS[^()]*\\)$| \\((from |to )?[0-9]{4}(/[0-9]{2})?(-[0-9]{4}(/[0-9]{2})?)?\\)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return words;
}

QString trimmedSubject(const QString& phrase)
{
    QString subject = phrase.simplified();
    for (int round = 0; round < 6; ++round) {
        QString shorter = subject;
        shorter.remove(beside());
        shorter = shorter.trimmed();
        if (shorter.isEmpty() || shorter == subject)
            break;
        subject = shorter;
    }
    if (!subject.isEmpty() && subject[0].isLower())
        subject[0] = subject[0].toUpper();
    return subject;
}

// The tables print wrong subjects for some fields of 2013/14 on (History as "Government and Politics"): the field
// they continue is asked first.
QString phraseOf(const catalogue::Item& item)
{
    static const QRegularExpression continuation(u"(_PTQ(_EE)?|_9[145])$"_s);
    QString base = item.name;
    base.remove(continuation);
    if (base != item.name)
        if (const auto earlier = catalogue::itemNamed(base, item.collection))
            if (const QString phrase = catalogue::item(*earlier).meaning; !phrase.isEmpty())
                return phrase;
    return item.meaning;
}

} // namespace

QString subjectName(const catalogue::Item& item)
{
    for (const ScaleName& scale : profileScales)
        if (item.name.compare(scale.item, Qt::CaseInsensitive) == 0)
            return QCoreApplication::translate("insight::subject", scale.name);
    QString subject = trimmedSubject(phraseOf(item));
    if (item.collection == "PHON"_L1 && item.name.endsWith("OUTCOME"_L1, Qt::CaseInsensitive))
        return QCoreApplication::translate("insight::subject", "Phonics check");
    if (item.collection == "MTC"_L1 && item.name.endsWith("FormMark"_L1, Qt::CaseInsensitive))
        return QCoreApplication::translate("insight::subject", "Mark out of 25");
    if (subject == "GPS"_L1)
        subject = QCoreApplication::translate("insight::subject", "Grammar, punctuation and spelling");
    return subject.isEmpty() ? item.name : subject;
}

QString subjectOfHeading(const QString& heading)
{
    struct Part {
        QLatin1StringView spelling;
        const char* name = nullptr;
    };
    static constexpr Part parts[] = {
        {"read"_L1, QT_TRANSLATE_NOOP("insight::subject", "Reading")},
        {"writ"_L1, QT_TRANSLATE_NOOP("insight::subject", "Writing")},
        {"eng"_L1, QT_TRANSLATE_NOOP("insight::subject", "English")},
        {"mat"_L1, QT_TRANSLATE_NOOP("insight::subject", "Mathematics")},
    };
    for (const Part& part : parts)
        if (heading.contains(part.spelling, Qt::CaseInsensitive))
            return QCoreApplication::translate("insight::subject", part.name);
    return heading;
}

} // namespace insight
