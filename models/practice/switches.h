// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace reserve {

// What goes wrong on purpose on the Practice Exchange. Every one may be changed while it runs.
struct PracticeSwitches
{
    enum class Hostile { Off, Entities, Huge, LoginPage };

    bool offline = false;                          // nobody listens at any of its end points
    std::chrono::milliseconds slow{0};             // every answer comes so much later
    std::optional<std::chrono::seconds> throttled; // 429 and ErrorServerBusy; the hint that goes with it, 0 for none
    bool wrongPassword = false;                    // every password and client secret is refused
    bool expiredToken = false;                     // the tokens given so far are refused; off again with the next one
    bool autoAccept = false;                       // Exchange answers requests itself and takes them away
    bool otherCase = false;                        // mailboxes are spelled in another case than the rooms
    bool messageMissing = false;                   // a request is forwarded and leaves nothing in the mailbox
    bool truncated = false;                        // an answer is cut in its middle
    Hostile hostile = Hostile::Off;                // an answer that no client must fall for

    // "offline", "slow", ... in the order of a help text.
    static QStringList names();
    // What may be written behind a name: "on|off", "MILLISECONDS|off".
    static QString valuesOf(const QString& name);
    // As set() takes it.
    QString value(const QString& name) const;
    // Errors: practice.switch-unknown (switch, known), practice.switch-value (switch, value, expected).
    Result<void> set(const QString& name, const QString& value);

    friend bool operator==(const PracticeSwitches&, const PracticeSwitches&) = default;
};

} // namespace reserve
