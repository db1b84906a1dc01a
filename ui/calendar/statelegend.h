// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

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

    // `hasKept`: an old time that is held until its move is decided is among what is shown.
    void setCount(int reservations, bool hasKept = false);
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
    void paintEntry(QPainter* painter, const Entry& entry, const QRect& place) const;
    QString countText() const;

    int m_count = 0;
    bool m_hasKept = false;
};

} // namespace reserve
