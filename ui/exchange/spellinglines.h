// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace reserve {

// Two spellings of one address, one above the other, the differing letters underlined.
class SpellingLines final : public QWidget
{
    Q_OBJECT

public:
    explicit SpellingLines(QWidget* parent = nullptr);

    void setSpellings(const QString& here, const QString& inExchange);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_here;
    QString m_exchange;
};

} // namespace reserve
