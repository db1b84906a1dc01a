// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/theme/icons.h"

#include "models/base/logging.h"
#include "ui/theme/iconengine.h"
#include "ui/theme/theme.h"

#include <QFile>
#include <QHash>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

#include <array>

namespace reserve {
namespace {

constexpr double grid = 20;
constexpr double stroke = 1.5;

struct NamedIcon
{
    const char* name;
    bool mirrors; // has a reading direction
};

constexpr std::array<NamedIcon, iconCount> names{{
    {"page-calendar", false},
    {"page-monitor", false},
    {"page-exchange", false},
    {"page-people", false},
    {"page-test", true},
    {"page-troubleshoot", false},
    {"state-accepted", false},
    {"state-tentative", false},
    {"state-declined", false},
    {"state-cancelled", false},
    {"state-in-exchange", false},
    {"state-answered-by-mail", false},
    {"state-queued", false},
    {"state-failed", false},
    {"state-case", false},
    {"state-external", true},
    {"state-retired", false},
    {"state-double", false},
    {"state-warning", false},
    {"state-info", false},
    {"state-unknown", false},
    {"state-none", false},
    {"state-only-here", false},
    {"state-pending", false},
    {"state-kept", true},
    {"space", false},
    {"building", false},
    {"seats", false},
    {"screen", false},
    {"step-free", false},
    {"phone", false},
    {"series", false},
    {"private", false},
    {"setup", false},
    {"time-zone", false},
    {"act-add", false},
    {"act-edit", false},
    {"act-copy", false},
    {"act-move", false},
    {"act-undo", true},
    {"act-redo", true},
    {"act-search", false},
    {"act-filter", false},
    {"act-save-filter", false},
    {"act-print", false},
    {"act-export", false},
    {"act-import", false},
    {"act-send", true},
    {"act-run", false},
    {"act-stop", false},
    {"act-pause", false},
    {"act-follow", true},
    {"act-retry", false},
    {"act-compare", false},
    {"act-history", false},
    {"act-script", false},
    {"act-inject", false},
    {"act-more", false},
    {"act-close", false},
    {"thing-server", false},
    {"thing-store", false},
    {"thing-key", false},
    {"thing-keychain", false},
    {"thing-mail", false},
    {"thing-shield", false},
    {"thing-plug", false},
    {"winner", false},
    {"nav-previous", true},
    {"nav-next", true},
    {"nav-down", false},
    {"nav-menu", false},
    {"nav-help", false},
    {"nav-settings", false},
    {"mark", false},
}};

QByteArray readDrawing(Icon icon)
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(iconName(icon)));
    if (!file.open(QIODevice::ReadOnly)) {
        qCWarning(lcUi) << "icon is missing:" << file.fileName();
        return {};
    }
    return file.readAll();
}

const QByteArray& drawing(Icon icon)
{
    static std::array<QByteArray, iconCount> drawings;
    QByteArray& bytes = drawings[std::size_t(icon)];
    if (bytes.isEmpty())
        bytes = readDrawing(icon);
    return bytes;
}

struct PixmapKey
{
    Icon icon;
    int deviceSize;
    int strokeMilli;
    QRgb color;
    bool mirrored;

    friend bool operator==(const PixmapKey&, const PixmapKey&) = default;
    friend size_t qHash(const PixmapKey& key, size_t seed = 0)
    {
        return qHashMulti(seed, int(key.icon), key.deviceSize, key.strokeMilli, key.color, key.mirrored);
    }
};

QHash<PixmapKey, QPixmap>& cache()
{
    static QHash<PixmapKey, QPixmap> pixmaps;
    return pixmaps;
}

QPixmap render(const PixmapKey& key)
{
    QByteArray svg = drawing(key.icon);
    svg.replace("currentColor", QColor::fromRgba(key.color).name().toLatin1());
    const QByteArray width = QByteArray::number(key.strokeMilli / 1000.0, 'f', 3);
    svg.replace("stroke-width=\"1.5\"", QByteArray("stroke-width=\"" + width + '"'));
    QSvgRenderer renderer(svg);
    QPixmap pixmap(key.deviceSize, key.deviceSize);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    if (key.mirrored) {
        painter.translate(key.deviceSize, 0);
        painter.scale(-1, 1);
    }
    renderer.render(&painter);
    return pixmap;
}

} // namespace

QString iconName(Icon icon)
{
    return QLatin1String(names[std::size_t(icon)].name);
}

std::optional<Icon> iconNamed(const QString& name)
{
    for (std::size_t index = 0; index < names.size(); ++index) {
        if (name == QLatin1String(names[index].name))
            return Icon(index);
    }
    return std::nullopt;
}

QIcon icon(Icon which, Tint tint)
{
    return QIcon(new IconEngine(which, tint));
}

QIcon icon(Icon which, Meaning meaning)
{
    return QIcon(new IconEngine(which, meaning));
}

void paintIcon(QPainter* painter, const QRectF& rect, Icon which, const QColor& color, Qt::LayoutDirection direction)
{
    const double side = std::min(rect.width(), rect.height());
    const double ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
    const int deviceSize = qRound(side * ratio);
    if (deviceSize <= 0)
        return;
    const PixmapKey key{which, deviceSize, qRound(1000 * stroke * grid / std::max(side, 12.0)), color.rgba(),
                        direction == Qt::RightToLeft && names[std::size_t(which)].mirrors};
    auto found = cache().find(key);
    if (found == cache().end()) {
        found = cache().insert(key, render(key));
        found->setDevicePixelRatio(ratio);
    }
    // Whole device pixels, or the lines blur.
    const QPointF corner(rect.center().x() - side / 2, rect.center().y() - side / 2);
    const QPointF snapped(std::round(corner.x() * ratio) / ratio, std::round(corner.y() * ratio) / ratio);
    painter->drawPixmap(snapped, *found);
}

QIcon applicationIcon()
{
    return QIcon(QStringLiteral(":/icons/reserve-console.svg"));
}

void clearIconCache()
{
    cache().clear();
}

void paintMark(QPainter* painter, const QRectF& square)
{
    const Theme& theme = Theme::current();
    const double side = square.width();
    const double inset = side / 34;
    const double letter = side * 0.86;
    painter->setPen(QPen(theme.railMark, side / 17));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(square.adjusted(inset, inset, -inset, -inset), side * 6 / 26, side * 6 / 26);
    paintIcon(painter, QRectF(square.center() - QPointF(letter, letter) / 2, QSizeF(letter, letter)), Icon::Mark,
              theme.railTitle);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.railMark);
    painter->drawEllipse(square.topLeft() + QPointF(side, side) * 0.71, side * 0.09, side * 0.09);
}

} // namespace reserve
