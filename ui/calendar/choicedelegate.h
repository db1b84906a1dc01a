// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace reserve {

class BookedShares;

// A row of the list of spaces: a building's name, or a space with the bars of its week.
class SpaceRowDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    // The shares outlive the delegate.
    explicit SpaceRowDelegate(BookedShares& shares, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintBars(QPainter* painter, const QRect& place, const QModelIndex& index,
                   Qt::LayoutDirection direction) const;

    BookedShares& m_shares;
};

// A row of the list of people: the name over the e-mail.
class PersonRowDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace reserve
