// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QFont>

namespace reserve {

// Sizes follow the system's font, so that larger text makes a larger program. GUI thread only; the values are kept
// until metricsChanged().

// The unit u: a quarter of a comfortable line, never under 4.
int unit();

// n units: the scale is ½ 1 2 3 4 5 6 8 12.
int u(double units);

// A length of the design, which is drawn at u = 4.
int px(double length);

// Body size x factor; see the table of VISUAL 3. Caption is never under 11 px.
enum class Type { Caption, CaptionStrong, Body, Name, Strong, Section, Title, Figure, Fixed, FixedCaption };

const QFont& typeface(Type type);

// The application font changed.
void metricsChanged();

// Lengths at u = 4; pass through px().
namespace design {

inline constexpr int field = 30;
inline constexpr int smallField = 26;
inline constexpr int tab = 36;
inline constexpr int tableHeader = 30;
inline constexpr int cellPadding = 10;
inline constexpr int cellTrailing = 6;
inline constexpr int firstCellPadding = 20; // the page margin
inline constexpr int monitorRow = 27;
inline constexpr int spaceRow = 29;
inline constexpr int personRow = 32;
inline constexpr int resultRow = 33;
inline constexpr int lane = 40;
inline constexpr int groupRow = 24;
inline constexpr int hour = 44;
inline constexpr int hitTarget = 24;
inline constexpr int railItem = 36;
inline constexpr int railWide = 196;
inline constexpr int railThin = 56;
inline constexpr int pageHead = 56;
inline constexpr int pageFoot = 34;
inline constexpr int changesBar = 48;
inline constexpr int statusStrip = 28;
inline constexpr int pageMargin = 20;

inline constexpr int heatRadius = 3;
inline constexpr int boxRadius = 4;
inline constexpr int reservationRadius = 5;
inline constexpr int controlRadius = 6;
inline constexpr int cardRadius = 8;
inline constexpr int popupRadius = 10;

inline constexpr int smallIcon = 16;
inline constexpr int icon = 20;
inline constexpr int largeIcon = 24;
inline constexpr int leadingEdge = 4;

inline constexpr int railShrinksUnder = 1180;
inline constexpr int sideListsFoldUnder = 1100;
inline constexpr int detailsFoldUnder = 1080;
inline constexpr int headTextsFoldUnder = 1040;

} // namespace design

} // namespace reserve
