// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fresh_file.h"

using namespace Qt::StringLiterals;
using extract::Extract;

namespace sample {

base::Result<Extract> FreshFile::open(const QString& words, QDate today) const
{
    return Extract::open(m_path, passphrase(words), base::Clock(today));
}

void FreshFile::initTestCase()
{
    QVERIFY(extract::protectProcess());
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"first.pupilrecord"_s);
    SAMPLE_OK(Extract::create(path, passphrase(), person(), clock(), quick()));
    m_fresh = contents(path);
}

void FreshFile::place()
{
    m_folder.emplace();
    m_path = in(u"mina.pupilrecord"_s);
    QVERIFY(write(m_path, m_fresh));
}

void FreshExtract::reopen()
{
    m_extract.reset();
    auto opened = Extract::open(m_path, passphrase(), clock());
    SAMPLE_OK(opened);
    m_extract.emplace(std::move(*opened));
}

void FreshExtract::init()
{
    place();
    if (!QTest::currentTestFailed())
        reopen();
}

} // namespace sample
