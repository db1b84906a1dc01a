// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/common/paintedwidget.h"
#include "ui/shell/pageid.h"

#include <QList>
#include <QVariantAnimation>

namespace reserve {

// The dark rail at the leading edge: mark and site name, pages with their badges, at the foot the card of the
// Practice Exchange while it is on, and what belongs to the program. Narrow it shows icons alone, names in tool tips.
class Rail final : public PaintedWidget
{
    Q_OBJECT
public:
    enum class BadgeKind { Problems, Changes };

    struct Badge
    {
        BadgeKind kind = BadgeKind::Problems;
        int count = 0; // 0: none
    };

    struct PageEntry
    {
        PageId id;
        Badge badge = {};
    };

    struct FootEntry
    {
        QString text;
        Icon icon;
        QString keys = {}; // shown in the tool tip
    };

    explicit Rail(QWidget* parent = nullptr);

    void setSiteName(const QString& name);
    void setPages(const QList<PageEntry>& pages);
    void setCurrentPage(PageId page);
    void setFoot(const QList<FootEntry>& entries);
    void setPractice(const QString& text);

    bool isNarrow() const { return m_narrow; }
    // Slides when a person asked for it; follows a window that is being resized at once.
    enum class Motion { Slides, AtOnce };
    void setNarrow(bool narrow, Motion motion);

    int itemCount() const override;
    Item item(int index) const override;
    QSize sizeHint() const override;

Q_SIGNALS:
    void pageChosen(reserve::PageId page);
    void footChosen(int index);
    // The card of the Practice Exchange, which is there.
    void practiceChosen(const QRect& card);

protected:
    void itemActivated(int index) override;
    void paintEvent(QPaintEvent* event) override;

private:
    enum class Kind { Page, Practice, Foot };

    struct Place
    {
        Kind kind;
        int index;
    };

    Place placeOf(int index) const;
    QRect rectOf(int index) const;
    int widthFor(bool narrow) const;
    void slideTo(int width, Motion motion);
    void paintHead(QPainter* painter) const;
    void paintPage(QPainter* painter, const QRect& rect, const PageEntry& entry, bool hovered) const;
    void paintPractice(QPainter* painter, const QRect& rect) const;
    // `taken`: what stands at the end of the line and is not painted over.
    void paintEntry(QPainter* painter, const QRect& rect, Icon icon, const QString& text, bool chosen, bool hovered,
                    double taken = 0) const;
    static double badgeWidth(const Badge& badge);
    void paintBadge(QPainter* painter, const QRect& rect, const Badge& badge) const;

    QString m_siteName;
    QString m_practice;
    QList<PageEntry> m_pages;
    QList<FootEntry> m_foot;
    PageId m_current = PageId::Calendar;
    bool m_narrow = false;
    QVariantAnimation m_slide;
};

} // namespace reserve
