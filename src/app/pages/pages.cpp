// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/pages.h"

#include "app/pages/attainment_page.h"
#include "app/pages/census_page.h"
#include "app/pages/checks_page.h"
#include "app/pages/coverage_page.h"
#include "app/pages/documents_page.h"
#include "app/pages/overview_page.h"
#include "app/pages/put_right_page.h"
#include "app/pages/releases_page.h"
#include "app/pages/safety_page.h"
#include "app/pages/timeline_page.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace app {

namespace {

class PageWords {
    Q_DECLARE_TR_FUNCTIONS(app::PageWords)
};

} // namespace

std::unique_ptr<Page> makePage(PageName name, QWidget* parent)
{
    switch (name) {
    case PageName::Overview:
        return std::make_unique<OverviewPage>(parent);
    case PageName::Timeline:
        return std::make_unique<TimelinePage>(parent);
    case PageName::Attainment:
        return std::make_unique<AttainmentPage>(parent);
    case PageName::Census:
        return std::make_unique<CensusPage>(parent);
    case PageName::Checks:
        return std::make_unique<ChecksPage>(parent);
    case PageName::Coverage:
        return std::make_unique<CoveragePage>(parent);
    case PageName::Releases:
        return std::make_unique<ReleasesPage>(parent);
    case PageName::Documents:
        return std::make_unique<DocumentsPage>(parent);
    case PageName::PutRight:
        return std::make_unique<PutRightPage>(parent);
    case PageName::Safety:
        return std::make_unique<SafetyPage>(parent);
    }
    return nullptr;
}

QString pageTitle(PageName name)
{
    switch (name) {
    case PageName::Overview:
        return PageWords::tr("Overview");
    case PageName::Timeline:
        return PageWords::tr("Timeline");
    case PageName::Attainment:
        return PageWords::tr("Attainment");
    case PageName::Census:
        return PageWords::tr("Census");
    case PageName::Checks:
        return PageWords::tr("To check");
    case PageName::Coverage:
        return PageWords::tr("What should be there");
    case PageName::Releases:
        return PageWords::tr("Who may have it");
    case PageName::Documents:
        return PageWords::tr("What I was given");
    case PageName::PutRight:
        return PageWords::tr("To put right");
    case PageName::Safety:
        return PageWords::tr("Keep it safe");
    }
    return {};
}

QString pageIcon(PageName name)
{
    switch (name) {
    case PageName::Overview:
        return u"overview"_s;
    case PageName::Timeline:
        return u"timeline"_s;
    case PageName::Attainment:
        return u"attainment"_s;
    case PageName::Census:
        return u"census"_s;
    case PageName::Checks:
        return u"checks"_s;
    case PageName::Coverage:
        return u"coverage"_s;
    case PageName::Releases:
        return u"releases"_s;
    case PageName::Documents:
        return u"documents"_s;
    case PageName::PutRight:
        return u"requests"_s;
    case PageName::Safety:
        return u"safe"_s;
    }
    return {};
}

} // namespace app
