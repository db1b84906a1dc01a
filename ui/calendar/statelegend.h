// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/meaning.h"

#include <QList>
#include <QWidget>

namespace reserve {

// What the states of reservations look like, and how many reservations are shown. Drops its headings, then shortens
// from the end, where it has no room.
class StateLegend final : public QWidget
{
    Q_OBJECT

public:
    explicit StateLegend(QWidget* parent = nullptr);

    // `rare`: answers that are told only where they are among what is shown, as Pending and KeptForMove.
    void setCount(int reservations, const QList<Meaning>& rare = {});
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Entry
    {
        QString heading; // instead of a state
        int meaning = -1;
        bool isExchange = false;
    };

    QList<Entry> entries(bool withHeadings) const;
    int entryWidth(const Entry& entry) const;
    int widthOf(const QList<Entry>& entries, int gap) const;
    void paintEntry(QPainter* painter, const Entry& entry, const QRect& place) const;
    QString countText() const;

    int m_count = 0;
    QList<Meaning> m_rare;
};

} // namespace reserve
