// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/noticebook.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace reserve {

// How the text of a mail is written: plain text in which "{space}" stands for a fact; "{{" and "}}" are
// braces.

// Every kind, in the order of a listing.
const QList<NoticeKind>& noticeKinds();

// A fact that a text can name. A list is several lines, and belongs into the body alone.
struct NoticePlaceholder
{
    QString name;
    bool isList = false;
};

// What texts of this kind can name, in the order in which they are offered.
QList<NoticePlaceholder> placeholdersOf(NoticeKind kind);
bool isListPlaceholder(const QString& name);

// Words between the place holders, and the place holders themselves.
struct NoticePiece
{
    bool isPlaceholder = false;
    QString text; // a place holder without its braces

    friend bool operator==(const NoticePiece&, const NoticePiece&) = default;
};

// Errors: notice.brace-open (near) where a brace is neither doubled nor closed.
Result<QList<NoticePiece>> noticePieces(const QString& text);

// The text as it is stored: line ends as \n, without blank space at its ends. Errors: notice.empty,
// notice.too-long (limit), notice.subject-lines, notice.brace-open (near), notice.placeholder-unknown
// (placeholder, nearest, known), notice.placeholder-list (placeholder) for a list in the subject.
Result<QString> normalisedNotice(NoticeKind kind, NoticePart part, const QString& text);

// What a reader of such a mail will look for in vain: notice.placeholder-missing (placeholder), one for each.
QList<Reason> missingPlaceholders(NoticeKind kind, const QString& subject, const QString& body);

} // namespace reserve
