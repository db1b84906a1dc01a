// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/shell/pageid.h"

#include <QCoreApplication>

namespace reserve {
namespace {

struct Titles
{
    Q_DECLARE_TR_FUNCTIONS(reserve::PageId)
};

} // namespace

QString pageTitle(PageId page)
{
    switch (page) {
    case PageId::Calendar:
        return Titles::tr("Calendar");
    case PageId::Monitor:
        return Titles::tr("Monitor");
    case PageId::ExchangeAdmin:
        return Titles::tr("Exchange Admin");
    case PageId::People:
        return Titles::tr("People");
    case PageId::MeetingTest:
        return Titles::tr("Meeting Test");
    case PageId::Troubleshoot:
        return Titles::tr("Troubleshoot");
    }
    Q_UNREACHABLE();
}

Icon pageIcon(PageId page)
{
    switch (page) {
    case PageId::Calendar:
        return Icon::PageCalendar;
    case PageId::Monitor:
        return Icon::PageMonitor;
    case PageId::ExchangeAdmin:
        return Icon::PageExchange;
    case PageId::People:
        return Icon::PagePeople;
    case PageId::MeetingTest:
        return Icon::PageTest;
    case PageId::Troubleshoot:
        return Icon::PageTroubleshoot;
    }
    Q_UNREACHABLE();
}

QString pageKey(PageId page)
{
    switch (page) {
    case PageId::Calendar:
        return QStringLiteral("calendar");
    case PageId::Monitor:
        return QStringLiteral("monitor");
    case PageId::ExchangeAdmin:
        return QStringLiteral("exchange-admin");
    case PageId::People:
        return QStringLiteral("people");
    case PageId::MeetingTest:
        return QStringLiteral("meeting-test");
    case PageId::Troubleshoot:
        return QStringLiteral("troubleshoot");
    }
    Q_UNREACHABLE();
}

std::optional<PageId> pageFromKey(const QString& key)
{
    for (const PageId page : allPages) {
        if (pageKey(page) == key)
            return page;
    }
    return std::nullopt;
}

} // namespace reserve
