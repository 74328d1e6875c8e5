// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/rescue/loss_words.h"

#include "catalogue/academic_year.h"
#include "catalogue/collections.h"
#include "extract/database/failure.h"

namespace extract {

QString tableWords(const QByteArray& table)
{
    const auto is = [&table](const char* name) { return table == name; };
    if (is("person"))
        return Words::tr("the person's name, date of birth and numbers");
    if (is("documents"))
        return Words::tr("perhaps names and dates of documents");
    if (is("kept_bytes"))
        return Words::tr("perhaps parts of the documents that were kept");
    if (is("entries") || is("item_values") || is("moments") || is("item_names"))
        return Words::tr("perhaps entries that cannot be named");
    if (is("places"))
        return Words::tr("perhaps where in a document some values stood");
    if (is("witnesses"))
        return Words::tr("perhaps which documents said the same entry again");
    if (is("written_entries") || is("written_values"))
        return Words::tr("perhaps values you wrote in yourself");
    if (is("dismissals") || is("set_aside"))
        return Words::tr("perhaps some of your choices");
    if (is("attachments"))
        return Words::tr("perhaps evidence you added");
    if (is("concerns") || is("concern_values") || is("concern_evidence") || is("concern_evidence_names"))
        return Words::tr("perhaps things you wanted to put right");
    if (is("requests") || is("request_address"))
        return Words::tr("perhaps requests and drafts of letters");
    if (is("letters"))
        return Words::tr("perhaps letters as you printed them");
    if (is("log"))
        return Words::tr("perhaps lines of the list of what happened");
    return {};
}

QString momentWords(const QString& collection, int year)
{
    if (collection.isEmpty())
        return {};
    const QString name = catalogue::collectionName(collection);
    return year == 0 ? name : QString(name + u' ' + catalogue::AcademicYear{year}.text());
}

} // namespace extract
