// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"

#include <QMap>
#include <QString>

namespace reserve {

class Connection;

// A setting that stands in place of another one for a while. Empty: none was or is set.
struct ReplacedSetting
{
    QString before;
    QString during;

    friend bool operator==(const ReplacedSetting&, const ReplacedSetting&) = default;
};

// Settings as stored: key to text. models/settings knows types, defaults and ranges.
class SettingsRepository final
{
public:
    explicit SettingsRepository(Connection& connection);

    Result<QMap<QString, QString>> all() const;
    // An empty value removes the row, so that the default holds again.
    Result<void> set(const QString& key, const QString& value, const QString& actor);

    // Sets all of these and keeps what they replace until giveBack(), also over the end of the program. What
    // was replaced earlier is given back first.
    Result<void> replace(const QMap<QString, QString>& values, const QString& actor);
    // What is replaced at the moment.
    Result<QMap<QString, ReplacedSetting>> replaced() const;
    // As it was, where all of it stands as it was put there. Where a person has set any of it since, it is
    // theirs, and all stays.
    Result<void> giveBack(const QString& actor);

private:
    Result<void> restore(const QMap<QString, ReplacedSetting>& settings, const QString& actor);

    Connection& m_connection;
};

} // namespace reserve
