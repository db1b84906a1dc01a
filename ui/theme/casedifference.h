// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QRect>
#include <QString>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace reserve {

struct TextSpan
{
    qsizetype start = 0;
    qsizetype length = 0;
    friend bool operator==(const TextSpan&, const TextSpan&) = default;
};

// The labels (the parts between '@' and '.') of `text` whose letters differ from those of `other` in case alone
// (R-MAILBOX-CASE). Empty when the two are equal, or differ in more than case.
QList<TextSpan> caseDifferences(const QString& text, const QString& other);

// An address in the fixed font, left to right in every language, its spans bold in the ink of "differs only in case"
// with a wavy line below.
void paintCaseDifference(QPainter* painter, const QRect& rect, const QString& text, const QList<TextSpan>& spans,
                         Qt::LayoutDirection direction = Qt::LeftToRight);
QSize caseDifferenceSize(const QString& text);

} // namespace reserve
