// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/practice/switches.h"

#include <QHash>

namespace reserve {

namespace {

const QString off = QStringLiteral("off");
const QString on = QStringLiteral("on");

using Flag = bool PracticeSwitches::*;

const QHash<QString, Flag>& flags()
{
    static const QHash<QString, Flag> all{
        {QStringLiteral("offline"), &PracticeSwitches::offline},
        {QStringLiteral("wrong-password"), &PracticeSwitches::wrongPassword},
        {QStringLiteral("expired-token"), &PracticeSwitches::expiredToken},
        {QStringLiteral("auto-accept"), &PracticeSwitches::autoAccept},
        {QStringLiteral("other-case"), &PracticeSwitches::otherCase},
        {QStringLiteral("message-missing"), &PracticeSwitches::messageMissing},
        {QStringLiteral("truncated"), &PracticeSwitches::truncated},
    };
    return all;
}

const QList<QPair<QString, PracticeSwitches::Hostile>>& hostileWords()
{
    using Hostile = PracticeSwitches::Hostile;
    static const QList<QPair<QString, Hostile>> all{{off, Hostile::Off},
                                                    {QStringLiteral("entities"), Hostile::Entities},
                                                    {QStringLiteral("huge"), Hostile::Huge},
                                                    {QStringLiteral("login-page"), Hostile::LoginPage}};
    return all;
}

constexpr int longestMilliseconds = 600'000;
constexpr int longestHint = 24 * 3600;

std::optional<int> numberFrom(const QString& text, int most)
{
    bool ok = false;
    const int number = text.toInt(&ok);
    return ok && number >= 0 && number <= most ? std::optional(number) : std::nullopt;
}

} // namespace

QStringList PracticeSwitches::names()
{
    return {QStringLiteral("offline"),       QStringLiteral("slow"),
            QStringLiteral("throttled"),     QStringLiteral("wrong-password"),
            QStringLiteral("expired-token"), QStringLiteral("auto-accept"),
            QStringLiteral("other-case"),    QStringLiteral("message-missing"),
            QStringLiteral("truncated"),     QStringLiteral("hostile")};
}

QString PracticeSwitches::valuesOf(const QString& name)
{
    if (name == QLatin1String("slow"))
        return QStringLiteral("MILLISECONDS|off");
    if (name == QLatin1String("throttled"))
        return QStringLiteral("SECONDS|on|off");
    if (name == QLatin1String("hostile"))
        return QStringLiteral("entities|huge|login-page|off");
    return QStringLiteral("on|off");
}

QString PracticeSwitches::value(const QString& name) const
{
    if (name == QLatin1String("slow"))
        return slow.count() > 0 ? QString::number(slow.count()) : off;
    if (name == QLatin1String("throttled"))
        return throttled ? QString::number(throttled->count()) : off;
    if (name == QLatin1String("hostile")) {
        for (const auto& [word, which] : hostileWords()) {
            if (which == hostile)
                return word;
        }
    }
    const Flag flag = flags().value(name, nullptr);
    return flag && this->*flag ? on : off;
}

Result<void> PracticeSwitches::set(const QString& name, const QString& text)
{
    const auto wrong = [&name, &text] {
        return failure("practice.switch-value",
                       {{QStringLiteral("switch"), name},
                        {QStringLiteral("value"), text},
                        {QStringLiteral("expected"), valuesOf(name)}});
    };
    if (name == QLatin1String("slow") || name == QLatin1String("throttled")) {
        const bool isSlow = name == QLatin1String("slow");
        const auto number = text == off || text == on ? std::optional(0)
                                                      : numberFrom(text, isSlow ? longestMilliseconds : longestHint);
        if (!number || (isSlow && text == on))
            return wrong();
        if (isSlow)
            slow = std::chrono::milliseconds(*number);
        else
            throttled = text == off ? std::nullopt : std::optional(std::chrono::seconds(*number));
        return {};
    }
    if (name == QLatin1String("hostile")) {
        for (const auto& [word, which] : hostileWords()) {
            if (word == text) {
                hostile = which;
                return {};
            }
        }
        return wrong();
    }
    const Flag flag = flags().value(name, nullptr);
    if (!flag) {
        return failure(
            "practice.switch-unknown",
            {{QStringLiteral("switch"), name}, {QStringLiteral("known"), names().join(QStringLiteral(", "))}});
    }
    if (text != on && text != off)
        return wrong();
    this->*flag = text == on;
    return {};
}

} // namespace reserve
