// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/academic_year.h"

#include <QHash>
#include <QStringList>

namespace insight {

// The sentences of a trace. Ten thousand shares say much the same: a sentence is translated and put together once
// and then shared.
class ExposureSentences {
public:
    QString fixed(const char* text);
    QString years(catalogue::AcademicYear first, catalogue::AcademicYear last);
    QString entries(const QString& collection, catalogue::AcademicYear first, catalogue::AcademicYear last, int count);
    QString noEntries(const QStringList& collections);
    QString sample(double share);
    QString number(const char* text, int first, int second = 0);

private:
    struct Key {
        const void* what;
        qint64 first;
        qint64 second;
        QString text;
        bool operator==(const Key&) const = default;
        friend size_t qHash(const Key& key, size_t seed)
        {
            return qHashMulti(seed, key.what, key.first, key.second, key.text);
        }
    };
    template <typename Make>
    QString kept(const Key& key, const Make& make)
    {
        auto found = m_kept.find(key);
        if (found == m_kept.end())
            found = m_kept.insert(key, make());
        return *found;
    }
    QHash<Key, QString> m_kept;
};

} // namespace insight
