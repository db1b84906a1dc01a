// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QProxyStyle>

#include <memory>

QT_BEGIN_NAMESPACE
class QAbstractButton;
QT_END_NAMESPACE

namespace reserve {

class FocusRing;

// How a button speaks. At most one primary in a region (head, card, bar, dialog).
enum class Look { Plain, Primary, Quiet, Danger };
void setLook(QAbstractButton* button, Look look);

// 26 instead of 30 px, for banners and strips.
void setSmall(QAbstractButton* button);

// What stands wrong with a field; drawn as the colour of its frame. Also say it in words (FormField).
enum class FieldState { Normal, Warning, Failed };
void setFieldState(QWidget* field, FieldState state);

// Fusion, painted with Theme and sized with metrics.h: no style sheets anywhere. Set on the application; owned by it.
//  - buttons: setLook, setSmall; a checked one has the wash and an accent border
//  - tab texts and menu texts take a part after '\t': the tab's count, the menu's shortcut
//  - joined tool buttons of a switch: see SegmentedSwitch
//  - focus is drawn by one frame outside the control (FocusRing); in tables inside the current cell
class ConsoleStyle final : public QProxyStyle
{
    Q_OBJECT
public:
    ConsoleStyle();
    ~ConsoleStyle() override;

    using QProxyStyle::polish;
    using QProxyStyle::unpolish;
    void polish(QWidget* widget) override;
    void unpolish(QWidget* widget) override;
    QPalette standardPalette() const override;

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget = nullptr) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget = nullptr) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget = nullptr) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                         const QWidget* widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option = nullptr,
                    const QWidget* widget = nullptr) const override;
    int styleHint(StyleHint hint, const QStyleOption* option = nullptr, const QWidget* widget = nullptr,
                  QStyleHintReturn* returned = nullptr) const override;

private:
    std::unique_ptr<FocusRing> m_focusRing;
};

} // namespace reserve
