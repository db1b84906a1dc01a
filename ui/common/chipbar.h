// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/common/paintedwidget.h"
#include "ui/theme/icons.h"
#include "ui/theme/meaning.h"

#include <QList>

#include <optional>

namespace reserve {

struct Chip
{
    QString key; // of the filter, given back by chosenKeys()
    QString text;
    qint64 count = 0;                    // shown even when 0
    std::optional<Meaning> meaning = {}; // ink and border where the chip is a finding
    std::optional<Icon> icon = {};       // the meaning's own when empty
};

// Filters with counts above a table; several may be on. The first chip may be "All": on when no other is.
class ChipBar final : public PaintedWidget
{
    Q_OBJECT
public:
    explicit ChipBar(QWidget* parent = nullptr);

    void setChips(const QList<Chip>& chips);
    void setCount(const QString& key, qint64 count);
    const QList<Chip>& chips() const { return m_chips; }

    QStringList chosenKeys() const { return m_chosen; }
    void setChosenKeys(const QStringList& keys);

    // The chip with this key clears the others.
    void setAllKey(const QString& key);

    int itemCount() const override;
    Item item(int index) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void chosenChanged(const QStringList& keys);

protected:
    void itemActivated(int index) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    bool isOn(const Chip& chip) const;
    int chipWidth(const Chip& chip) const;
    QList<QRect> arrange(int width) const;
    void paintChip(QPainter* painter, int index) const;

    QList<Chip> m_chips;
    QList<QRect> m_rects;
    QStringList m_chosen;
    QString m_allKey;
};

} // namespace reserve
