// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/meaning.h"

#include <QColor>
#include <QPalette>

#include <array>

namespace reserve {

// Text and icon, border and chart mark, fill. Ink on wash keeps 4.5:1, edge on surface 3:1.
struct MeaningColors
{
    QColor ink;
    QColor edge;
    QColor wash;
};

// Every colour of the program, and the only place that holds one. Painters ask Theme::current() each time they
// paint; widgets get the palette built from it. GUI thread only; changed by ThemeSwitch.
struct Theme
{
    enum class Kind { Light, Dark, HighContrast };

    Kind kind = Kind::Light;

    QColor window;  // page ground
    QColor surface; // cards, tables, fields
    QColor raised;  // popups, menus, dialogs
    QColor alt;     // table heads, group rows, action strips
    QColor sunken;  // closed hours, wells, bar tracks, code
    QColor line;    // hairlines, decoration only
    QColor control; // outlines of what can be operated
    QColor text;
    QColor text2; // secondary
    QColor text3; // hints, placeholders, units
    QColor accent;
    QColor accentHover;
    QColor onAccent;
    QColor wash; // selection
    QColor washInk;
    QColor focus;
    QColor now;
    QColor onNow;
    QColor tip; // tool tips, toasts
    QColor onTip;
    QColor rail;
    QColor railText;
    QColor railTitle; // and what else stands out on the rail itself
    QColor railQuiet;
    QColor railOn;
    QColor railOnText;
    QColor railMark;
    QColor badgeProblem;
    QColor onBadgeProblem;
    QColor badgeChanges;
    QColor onBadgeChanges;
    QColor setUpMargin;
    QColor closed;
    QColor hatch; // lines over the tentative wash

    std::array<MeaningColors, meaningCount> meanings;
    std::array<QColor, 6> heat;
    std::array<QColor, 6> onHeat;

    const MeaningColors& of(Meaning meaning) const { return meanings[std::size_t(meaning)]; }
    bool isDark() const { return window.lightnessF() < 0.5; }
    QPalette palette() const;

    static const Theme& light();
    static const Theme& dark();

    // The system's own palette: washes become Base, inks and edges WindowText, so that pattern, icon and word carry
    // the meaning.
    static Theme highContrast(const QPalette& system);

    static const Theme& current();
    static void setCurrent(const Theme& theme);
};

} // namespace reserve
