// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/meaning.h"

#include <QList>
#include <QSet>
#include <QWidget>

namespace reserve {

// What the states of reservations look like, and how many reservations are shown. Where it has no room it drops its
// headings, then the states that nothing on screen has, and then what stands at its end.
class StateLegend final : public QWidget
{
    Q_OBJECT

public:
    explicit StateLegend(QWidget* parent = nullptr);

    // `present`: the states of what is shown. Pending and KeptForMove are told only where they are among them.
    void setCount(int reservations, const QSet<Meaning>& present = {});
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
    QSet<Meaning> m_present;
};

} // namespace reserve
