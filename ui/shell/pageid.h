// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/icons.h"

#include <QString>

#include <array>
#include <optional>

namespace reserve {

// The pages of the console in the order of the rail and of Ctrl+1 to Ctrl+6.
enum class PageId { Calendar, Monitor, ExchangeAdmin, People, MeetingTest, Troubleshoot };

inline constexpr std::array allPages{PageId::Calendar, PageId::Monitor,     PageId::ExchangeAdmin,
                                     PageId::People,   PageId::MeetingTest, PageId::Troubleshoot};

// Translated: "Exchange Admin".
QString pageTitle(PageId page);
Icon pageIcon(PageId page);

// For the command line and settings: "calendar", "monitor", "exchange-admin", "people", "meeting-test",
// "troubleshoot".
QString pageKey(PageId page);
std::optional<PageId> pageFromKey(const QString& key);

} // namespace reserve
