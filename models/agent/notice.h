// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"
#include "models/base/reason.h"

#include <QByteArray>
#include <QDate>
#include <QList>

#include <optional>

namespace reserve {

// What one digest tells (R-CONFIRM), as facts in the outbox.
struct NoticeItem
{
    Reason what; // mail.notice.item-*
    Reason why;

    friend bool operator==(const NoticeItem&, const NoticeItem&) = default;
};

struct Notice
{
    Instant until; // what was held or failed up to here is in this digest or an earlier one
    int total = 0; // more than `items` when it had to be cut
    QList<NoticeItem> items;
    QDate expiriesTold; // the day on which ending secrets were told last, by this digest or an earlier one

    friend bool operator==(const Notice&, const Notice&) = default;
};

QByteArray toJson(const Notice& notice);
std::optional<Notice> noticeFromJson(const QByteArray& json);

} // namespace reserve
