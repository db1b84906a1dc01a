// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/icons.h"

#include <QColor>
#include <QIconEngine>

#include <variant>

namespace reserve {

// Paints one icon of the family in the theme's colour of the moment. iconName() is the icon's own name, by which
// ConsoleStyle knows it again and paints it in the colour of the text beside it.
class IconEngine final : public QIconEngine
{
public:
    using Source = std::variant<Tint, Meaning>;

    IconEngine(Icon icon, Source source);

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    QIconEngine* clone() const override;
    QString key() const override;
    QString iconName() override;
    bool isNull() override;

private:
    QColor color(QIcon::Mode mode) const;

    Icon m_icon;
    Source m_source;
};

} // namespace reserve
