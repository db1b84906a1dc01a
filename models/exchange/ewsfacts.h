// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/exchange/ewsreply.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace reserve {

class EwsWriter;

// What is asked of a server to see whether it is there, lets us in and treats a room as it should.

// ResolveNames for an address that nobody has (RFC 2606): it needs no mailbox, and "no results" is an answer. Says
// who the server is.
struct EwsAskVersion
{
    using Answer = EwsServerVersion;

    void write(EwsWriter& writer) const;
    Result<EwsServerVersion> read(const EwsReply& reply) const;
};

// GetFolder of the calendar: may we write into it?
struct EwsGetCalendar
{
    struct Answer
    {
        EwsServerVersion version;
        QStringList missingRights; // "CreateContents", "Modify", "Delete", "Read"
    };

    QString mailbox;

    void write(EwsWriter& writer) const;
    Result<Answer> read(const EwsReply& reply) const;
};

// ResolveNames in the directory: how the server spells the address. Empty when it knows it not.
struct EwsResolveName
{
    using Answer = QString;

    QString mailbox;

    void write(EwsWriter& writer) const;
    Result<QString> read(const EwsReply& reply) const;
};

// GetUserConfiguration of the calendar, where Set-CalendarProcessing keeps its settings. What the server keeps
// elsewhere is not told.
struct EwsGetProcessing
{
    struct Answer
    {
        std::optional<int> automate;         // AutomateProcessing: 0 None, 1 AutoUpdate, 2 AutoAccept
        std::optional<bool> allBookInPolicy; // off: requests go to the delegates instead of being accepted
    };

    QString mailbox;

    void write(EwsWriter& writer) const;
    Result<Answer> read(const EwsReply& reply) const;
};

} // namespace reserve
