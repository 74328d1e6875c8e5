// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/same_person.h"

namespace readers {

QString nameAndBirth(const record::Person& person)
{
    if (person.name.isEmpty())
        return {};
    const QString key = record::comparableName(person.name) + u'|' + person.born.toString(Qt::ISODate);
    return key;
}

bool numbersAgree(const QString& one, const QString& other)
{
    return !one.isEmpty() && one.compare(other, Qt::CaseInsensitive) == 0;
}

bool numbersDiffer(const QString& one, const QString& other)
{
    return !one.isEmpty() && !other.isEmpty() && one.compare(other, Qt::CaseInsensitive) != 0;
}

void complete(record::Person& person, const record::Person& other)
{
    for (QString record::Person::*field : {&record::Person::upn, &record::Person::uln, &record::Person::name}) {
        if ((person.*field).isEmpty())
            person.*field = other.*field;
    }
    if (!person.born.isValid())
        person.born = other.born;
}

} // namespace readers
