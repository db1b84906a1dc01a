// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/meaning.h"

#include <QBrush>
#include <QColor>
#include <QFont>
#include <QRect>
#include <QSize>

#include <optional>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace reserve {

enum class Icon;

// The one place of the grammar of states: *the fill says what the room answered, the leading edge says what Exchange
// knows*. Views, legends, delegates and prints all draw through it. GUI thread only.

// Block: a swatch of a reservation. Pill: icon and word on the wash. Inline: icon and word, no ground. Bar: a filled
// bar in the edge colour. Dot: a disc in the edge colour, only beside the word it belongs to.
enum class Form { Block, Pill, Inline, Bar, Dot };

struct StateText
{
    QString word = {}; // the state's own word when empty
    Qt::LayoutDirection direction = Qt::LeftToRight;
    std::optional<QFont> font = {}; // body (Inline) or caption (Pill) when empty
    std::optional<Icon> icon = {};  // the state's own icon when empty
};

void paintState(QPainter* painter, const QRect& rect, Meaning meaning, Form form, const StateText& text = {});
QSize stateSize(Meaning meaning, Form form, const StateText& text = {});

// Lines of which a ground is made. The tile is kept per theme and pixel ratio; set the brush origin to the corner of
// what is filled, so that nothing swims while scrolling.
enum class Pattern { Tentative, ClosedDay, SetUpMargin, KeptForMove };
QBrush patternBrush(Pattern pattern, double devicePixelRatio);
void fillPattern(QPainter* painter, const QRectF& rect, Pattern pattern);
void clearPatternCache();

struct ReservationBlock
{
    QRect rect = {};
    Meaning answer = Meaning::Accepted;   // what the room answered
    std::optional<Meaning> exchange = {}; // InExchange, AnsweredByMail, Queued, Failed or OnlyHere
    QString title = {};
    QString time = {};   // from 30 px of height
    QString person = {}; // from 46
    bool series = false;
    bool privateMeeting = false;
    bool selected = false; // focus ring outside
    bool moving = false;   // the original while it is dragged: 55 %
    Qt::LayoutDirection direction = Qt::LeftToRight;
};

void paintReservationBlock(QPainter* painter, const ReservationBlock& block);

// The portrait of a person: initials, a dashed ring for an external contact, a stroke for a retired person.
void paintPortrait(QPainter* painter, const QRect& rect, const QString& initials, Meaning kind);

} // namespace reserve
