// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace reserve {

class Label;
class ZoneChoice;

// R-TIMEZONE [FAQ 14]: a person without a time zone, what follows from it, and the button that sets one.
class PersonFinding final : public QWidget
{
    Q_OBJECT

public:
    explicit PersonFinding(QWidget* parent = nullptr);

    void setPerson(const QString& name);
    ZoneChoice* zoneChoice() const { return m_zone; }
    QPushButton* button() const { return m_set; }

Q_SIGNALS:
    void zoneChosen(const QByteArray& zone);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Label* m_title;
    Label* m_text;
    ZoneChoice* m_zone;
    QPushButton* m_set;
};

} // namespace reserve
