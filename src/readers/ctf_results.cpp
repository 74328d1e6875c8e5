// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/ctf_pupil.h"

using namespace Qt::StringLiterals;

namespace readers {

namespace {

bool isNumber(const QString& text)
{
    bool number = false;
    text.toDouble(&number);
    return number;
}

// Headings of the dictionary under which the national table holds the same result. Levels went with 2014/15,
// outcomes came with 2015/16; the names of the teacher assessments changed in 2009/10.
QString keyStage1(const CtfResult& result, int start)
{
    const bool outcomes = start >= 2015;
    if (result.subject == u"ENG" && result.component == u"REA")
        return outcomes ? u"READ_OUTCOME"_s : u"KS1_READING"_s;
    if (result.subject == u"ENG" && result.component == u"WRI")
        return outcomes ? u"WRIT_OUTCOME"_s : u"KS1_WRITING"_s;
    if (result.subject == u"ENG" && (result.component == u"SPL" || result.component == u"S&L"))
        return outcomes ? QString() : u"KS1_SPEAKANDLISTEN"_s;
    if (!result.component.isEmpty())
        return {};
    if (result.subject == u"MAT")
        return outcomes ? u"MATH_OUTCOME"_s : u"KS1_MATHS"_s;
    if (result.subject == u"SCI")
        return outcomes ? u"SCI_OUTCOME"_s : u"KS1_SCIENCE"_s;
    return {};
}

QString keyStage2Teacher(const CtfResult& result, int start)
{
    const auto byYear = [start](const QString& outcome, const QString& level, const QString& olderLevel) {
        return start >= 2015 ? outcome : start >= 2009 ? level : olderLevel;
    };
    if (result.subject == u"ENG" && result.component == u"REA")
        return byYear(u"KS2_READTAOUTCOME"_s, start >= 2011 ? u"KS2_READLEVTA"_s : QString(), {});
    if (result.subject == u"ENG" && result.component == u"WRI")
        return byYear(u"KS2_WRITTAOUTCOME"_s, start >= 2011 ? u"KS2_WRITLEVTA"_s : QString(), {});
    if (!result.component.isEmpty())
        return {};
    if (result.subject == u"ENG")
        return byYear({}, u"KS2_ENGLEVTA"_s, u"KS2_ENGTALEV"_s);
    if (result.subject == u"MAT")
        return byYear(u"KS2_MATTAOUTCOME"_s, u"KS2_MATLEVTA"_s, u"KS2_MATTALEV"_s);
    if (result.subject == u"SCI")
        return byYear(u"KS2_SCITAOUTCOME"_s, u"KS2_SCILEVTA"_s, u"KS2_SCITALEV"_s);
    return {};
}

QString keyStage2Test(const CtfResult& result, int start)
{
    const bool scaled = result.qualifier == u"NS";
    const bool mark = result.qualifier == u"NM";
    const bool level = result.qualifier == u"NL" || result.qualifier == u"NC";
    const auto ofKind = [&](const QString& score, const QString& marks, const QString& levels) {
        return scaled ? score : mark ? marks : level && start < 2015 ? levels : QString();
    };
    if (result.subject == u"ENG" && result.component == u"REA")
        return ofKind(u"KS2_READSCORE"_s, u"KS2_READMRK"_s, u"KS2_READLEV"_s);
    if (result.subject == u"GPS" || (result.subject == u"ENG" && result.component == u"GPS"))
        return ofKind(u"KS2_GPSSCORE"_s, u"KS2_GPSMRK"_s, u"KS2_GPSLEV"_s);
    if (!result.component.isEmpty())
        return {};
    if (result.subject == u"ENG")
        return start < 2012 ? ofKind({}, u"KS2_ENGTOTMRK"_s, u"KS2_ENGLEV"_s) : QString();
    if (result.subject == u"MAT")
        return ofKind(u"KS2_MATSCORE"_s, start >= 2015 ? u"KS2_MATMRK"_s : u"KS2_MATTOTMRK"_s, u"KS2_MATLEV"_s);
    if (result.subject == u"SCI")
        return start < 2009 ? ofKind({}, u"KS2_SCITOTMRK"_s, u"KS2_SCILEV"_s) : QString();
    return {};
}

} // namespace

QString CtfResult::collection() const
{
    if (subject == u"PHO" || subject == u"PHONICS")
        return u"PHON"_s;
    if (component == u"MTC" || subject == u"MTC")
        return u"MTC"_s;
    if (stage.startsWith(u"EYF") || stage == u"FSP" || stage == u"FS")
        return u"EYFSP"_s;
    if (stage == u"KS1" || stage == u"KS2" || stage == u"KS3" || stage == u"KS4" || stage == u"KS5")
        return stage;
    return u"CTF"_s;
}

QString CtfResult::name() const
{
    QStringList parts{stage, subject, component, method};
    parts.removeAll(QString());
    return parts.isEmpty() ? u"Result"_s : parts.join(u'/');
}

QString CtfResult::item(XmlItems& items) const
{
    if (!year)
        return {};
    const QString table = collection();
    const bool teacher = method.isEmpty() || method == u"TA" || method == u"FA";
    QString heading;
    if (table == u"PHON") {
        heading =
            qualifier == u"NM" || (qualifier.isEmpty() && isNumber(result)) ? u"PHONICS_MARK"_s : u"PHONICS_OUTCOME"_s;
    } else if (table == u"MTC") {
        heading = isNumber(result) ? u"FormMark"_s : QString();
    } else if (table == u"EYFSP" && !subject.isEmpty() && !component.isEmpty()) {
        heading = u"FSP_" + subject + u'_' + component;
    } else if (table == u"KS1" && teacher) {
        heading = keyStage1(*this, year->start);
    } else if (table == u"KS2") {
        heading = teacher ? keyStage2Teacher(*this, year->start) : keyStage2Test(*this, year->start);
    }
    return items.named(heading, table, year);
}

} // namespace readers
