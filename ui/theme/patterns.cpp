// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/theme/metrics.h"
#include "ui/theme/statepainter.h"
#include "ui/theme/theme.h"

#include <QHash>
#include <QPainter>
#include <QPixmap>

#include <cmath>
#include <numbers>

namespace reserve {
namespace {

constexpr double hatchDistance = 7; // between lines, measured across them
constexpr double marginDistance = 4;

struct TileKey
{
    Pattern pattern;
    int ratioPercent;

    friend bool operator==(const TileKey&, const TileKey&) = default;
    friend size_t qHash(const TileKey& key, size_t seed = 0)
    {
        return qHashMulti(seed, int(key.pattern), key.ratioPercent);
    }
};

QHash<TileKey, QPixmap>& tiles()
{
    static QHash<TileKey, QPixmap> cache;
    return cache;
}

// A tile is a whole number of device pixels wide, or its repetition shows seams.
QPixmap blankTile(double side, double ratio, const QColor& ground)
{
    QPixmap tile(QSize(1, 1) * std::max(2, qRound(side * ratio)));
    tile.setDevicePixelRatio(ratio);
    tile.fill(ground);
    return tile;
}

QPixmap diagonalTile(double ratio, const QColor& ground, const QColor& lines)
{
    QPixmap tile = blankTile(px(hatchDistance) * std::numbers::sqrt2, ratio, ground);
    const double side = tile.width() / ratio;
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(lines, 1));
    // The neighbours' corners belong to it as well.
    for (const double offset : {-side, 0.0, side})
        painter.drawLine(QPointF(offset - 1, side + 1), QPointF(offset + side + 1, -1));
    return tile;
}

QPixmap uprightTile(double ratio, const QColor& lines)
{
    QPixmap tile = blankTile(px(marginDistance), ratio, Qt::transparent);
    QPainter painter(&tile);
    painter.fillRect(QRectF(0, 0, std::max(1.0, std::round(ratio)) / ratio, tile.height()), lines);
    return tile;
}

// The hatch of what is not decided, the other way round and at half its density: it leaves.
QPixmap leavingTile(double ratio, const QColor& ground, const QColor& lines)
{
    QPixmap tile = blankTile(2 * px(hatchDistance) * std::numbers::sqrt2, ratio, ground);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(lines, 1));
    const double whole = tile.width() / ratio;
    for (const double offset : {-whole, 0.0, whole})
        painter.drawLine(QPointF(offset - 1, -1), QPointF(offset + whole + 1, whole + 1));
    return tile;
}

QPixmap makeTile(Pattern pattern, double ratio)
{
    const Theme& theme = Theme::current();
    switch (pattern) {
    case Pattern::Tentative:
        return diagonalTile(ratio, theme.of(Meaning::Tentative).wash, theme.hatch);
    case Pattern::ClosedDay:
        return diagonalTile(ratio, theme.sunken, theme.line);
    case Pattern::KeptForMove:
        return leavingTile(ratio, theme.of(Meaning::KeptForMove).wash, theme.hatch);
    case Pattern::SetUpMargin:
        return uprightTile(ratio, theme.setUpMargin);
    }
    Q_UNREACHABLE();
}

} // namespace

QBrush patternBrush(Pattern pattern, double devicePixelRatio)
{
    const TileKey key{pattern, qRound(devicePixelRatio * 100)};
    auto found = tiles().find(key);
    if (found == tiles().end())
        found = tiles().insert(key, makeTile(pattern, devicePixelRatio));
    return QBrush(*found);
}

void fillPattern(QPainter* painter, const QRectF& rect, Pattern pattern)
{
    const double ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
    const QPointF origin = painter->brushOrigin();
    painter->setBrushOrigin(rect.topLeft());
    painter->fillRect(rect, patternBrush(pattern, ratio));
    painter->setBrushOrigin(origin);
}

void clearPatternCache()
{
    tiles().clear();
}

} // namespace reserve
