// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/meaning.h"

#include <QIcon>
#include <QRectF>

#include <optional>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace reserve {

// One family of line icons, drawn on 20 x 20, named by what they mean. The file of Icon::ActSaveFilter is
// resources/icons/act-save-filter.svg.
enum class Icon {
    PageCalendar,
    PageMonitor,
    PageExchange,
    PagePeople,
    PageTest,
    PageTroubleshoot,
    StateAccepted,
    StateTentative,
    StateDeclined,
    StateCancelled,
    StateInExchange,
    StateAnsweredByMail,
    StateQueued,
    StateFailed,
    StateCase,
    StateExternal,
    StateRetired,
    StateDouble,
    StateWarning,
    StateInfo,
    StateUnknown,
    StateNone,
    StateOnlyHere,
    StatePending,
    StateKept,
    Space,
    Building,
    Seats,
    Screen,
    StepFree,
    Phone,
    Series,
    Private,
    SetUp,
    TimeZone,
    ActAdd,
    ActEdit,
    ActCopy,
    ActMove,
    ActUndo,
    ActRedo,
    ActSearch,
    ActFilter,
    ActSaveFilter,
    ActPrint,
    ActExport,
    ActImport,
    ActSend,
    ActRun,
    ActStop,
    ActPause,
    ActFollow,
    ActRetry,
    ActCompare,
    ActHistory,
    ActScript,
    ActInject,
    ActMore,
    ActClose,
    ThingServer,
    ThingStore,
    ThingKey,
    ThingKeychain,
    ThingMail,
    ThingShield,
    ThingPlug,
    Winner,
    NavPrevious,
    NavNext,
    NavDown,
    NavMenu,
    NavHelp,
    NavSettings,
    Mark
};

inline constexpr int iconCount = int(Icon::Mark) + 1;

// The colour an icon takes from the theme at the moment it is painted; disabled icons always take `control`.
enum class Tint { Normal, Strong, Accent, OnAccent, Rail, RailOn };

QString iconName(Icon icon);
std::optional<Icon> iconNamed(const QString& name);

// Colour and stroke width are written into the drawing when it is rendered, so that lines stay 1.5 px at every size
// and a change of theme needs no new QIcon.
QIcon icon(Icon which, Tint tint = Tint::Normal);
QIcon icon(Icon which, Meaning meaning);

// For painters: the icon centred in `rect`, mirrored where its kind is and the direction asks for it.
void paintIcon(QPainter* painter, const QRectF& rect, Icon which, const QColor& color,
               Qt::LayoutDirection direction = Qt::LeftToRight);

// The program's own mark in colours, for windows and the desktop.
QIcon applicationIcon();

void clearIconCache();

// The program's mark on the rail's ground: a door plan in a rounded square, and the last station of the way.
void paintMark(QPainter* painter, const QRectF& square);

} // namespace reserve
