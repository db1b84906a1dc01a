// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/meaning.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace reserve {

class Label;

// One sentence about the whole page, at most one button. Stays until its cause is gone; the page shows the gravest.
// Hidden while it says nothing.
class Banner final : public QWidget
{
    Q_OBJECT
public:
    explicit Banner(QWidget* parent = nullptr);

    // An empty `action` leaves the button out.
    void say(Meaning meaning, const QString& sentence, const QString& action = {});
    void clear();
    Meaning meaning() const { return m_meaning; }
    QString sentence() const;

Q_SIGNALS:
    void actionRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Meaning m_meaning = Meaning::Information;
    Label* m_sentence;
    QPushButton* m_action;
};

} // namespace reserve
