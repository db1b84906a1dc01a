// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/theme/metrics.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetricsF>

#include <algorithm>
#include <array>

namespace reserve {
namespace {

constexpr int smallestCaption = 11;

QFont sized(QFont font, double factor)
{
    if (font.pixelSize() > 0)
        font.setPixelSize(qRound(font.pixelSize() * factor));
    else
        font.setPointSizeF(font.pointSizeF() * factor);
    if (QFontInfo(font).pixelSize() < smallestCaption)
        font.setPixelSize(smallestCaption);
    return font;
}

QFont weighted(QFont font, QFont::Weight weight)
{
    font.setWeight(weight);
    return font;
}

struct Measures
{
    int unit = 4;
    std::array<QFont, std::size_t(Type::FixedCaption) + 1> fonts;

    Measures()
    {
        const QFont body = QApplication::font();
        QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        fixed.setPixelSize(QFontInfo(body).pixelSize());
        unit = std::max(4, qRound(QFontMetricsF(body).lineSpacing() / 4.5));
        const QFont caption = sized(body, 0.88);
        set(Type::Caption, caption);
        set(Type::CaptionStrong, weighted(caption, QFont::DemiBold));
        set(Type::Body, body);
        set(Type::Name, weighted(body, QFont::Medium));
        set(Type::Strong, weighted(body, QFont::DemiBold));
        set(Type::Section, weighted(sized(body, 1.15), QFont::DemiBold));
        set(Type::Title, weighted(sized(body, 1.5), QFont::DemiBold));
        set(Type::Figure, weighted(sized(body, 1.75), QFont::DemiBold));
        set(Type::Fixed, fixed);
        set(Type::FixedCaption, sized(fixed, 0.88));
    }

    void set(Type type, const QFont& font) { fonts[std::size_t(type)] = font; }
};

Measures& measures()
{
    static Measures current;
    return current;
}

} // namespace

int unit()
{
    return measures().unit;
}

int u(double units)
{
    return qRound(units * unit());
}

int px(double length)
{
    return qRound(length * unit() / 4.0);
}

const QFont& typeface(Type type)
{
    return measures().fonts[std::size_t(type)];
}

void metricsChanged()
{
    measures() = Measures();
}

} // namespace reserve
