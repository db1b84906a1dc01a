// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/practice/ewswords.h"

namespace reserve::practice {

namespace {

template<typename Value>
using Words = QList<QPair<QString, Value>>;

const Words<Answer>& answers()
{
    static const Words<Answer> words{
        {QStringLiteral("Unknown"), Answer::Unknown},     {QStringLiteral("Organizer"), Answer::Organizer},
        {QStringLiteral("Tentative"), Answer::Tentative}, {QStringLiteral("Accept"), Answer::Accepted},
        {QStringLiteral("Decline"), Answer::Declined},    {QStringLiteral("NoResponseReceived"), Answer::NotResponded}};
    return words;
}

const Words<BusyKind>& busyKinds()
{
    static const Words<BusyKind> words{{QStringLiteral("Busy"), BusyKind::Busy},
                                       {QStringLiteral("Free"), BusyKind::Free},
                                       {QStringLiteral("Tentative"), BusyKind::Tentative},
                                       {QStringLiteral("OOF"), BusyKind::OutOfOffice},
                                       {QStringLiteral("WorkingElsewhere"), BusyKind::WorkingElsewhere}};
    return words;
}

const Words<PrivacyKind>& privacies()
{
    static const Words<PrivacyKind> words{{QStringLiteral("Normal"), PrivacyKind::Public},
                                          {QStringLiteral("Private"), PrivacyKind::Private},
                                          {QStringLiteral("Personal"), PrivacyKind::Private},
                                          {QStringLiteral("Confidential"), PrivacyKind::Confidential}};
    return words;
}

template<typename Value>
QString wordOf(const Words<Value>& words, Value value)
{
    for (const auto& [word, meaning] : words) {
        if (meaning == value)
            return word;
    }
    return words.first().first;
}

template<typename Value>
Value valueOf(const Words<Value>& words, const QString& text)
{
    for (const auto& [word, meaning] : words) {
        if (word == text)
            return meaning;
    }
    return words.first().second;
}

} // namespace

QString ewsAnswer(Answer answer)
{
    return wordOf(answers(), answer);
}

QString ewsBusy(BusyKind busy)
{
    return wordOf(busyKinds(), busy);
}

BusyKind busyFromEws(const QString& word)
{
    return valueOf(busyKinds(), word);
}

QString ewsSensitivity(PrivacyKind privacy)
{
    return wordOf(privacies(), privacy);
}

PrivacyKind privacyFromEws(const QString& word)
{
    return valueOf(privacies(), word);
}

} // namespace reserve::practice
