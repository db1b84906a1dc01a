// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/noticebook.h"

#include <QMap>
#include <QString>

namespace reserve {

// What stands for each place holder; a list has one line for each of its items. May come from a hostile
// message.
using NoticeFacts = QMap<QString, QString>;

// Subject and body, with place holders before they are filled and without them afterwards.
struct NoticeText
{
    QString subject;
    QString body; // plain text, lines separated by \n

    friend bool operator==(const NoticeText&, const NoticeText&) = default;
};

// The texts in force: what was written for this language goes before what is built in.
NoticeText noticeText(const NoticeBook& book, NoticeKind kind, const QString& language);

// Fills a text with facts (B3: a fact is text, never a place holder, a line break where there was none, or
// markup). A line whose place holders all stand for nothing is left out, so is a paragraph; in a subject such
// a place holder takes the comma, colon or dash in front of it along, at the start the one behind it. A text
// that cannot be read gives itself.
NoticeText filledNotice(const NoticeText& text, const NoticeFacts& facts);

} // namespace reserve
