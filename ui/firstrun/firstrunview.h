// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/firstrun/startchoice.h"

#include <QByteArray>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QPushButton;
QT_END_NAMESPACE

namespace reserve {

class Label;

// What a new store asks once: how to start, and in which time zone the building stands. Whoever shows it does the work
// and says how it goes.
class FirstRunView final : public QWidget
{
    Q_OBJECT
public:
    explicit FirstRunView(QWidget* parent = nullptr);

    // The sample building together with the Practice Exchange.
    bool wantsPractice() const;

    // The store is being filled: controls rest, the sentence says what happens.
    void setBusy(const QString& sentence);
    // It could not be done; the choice stands open again.
    void setProblem(const QString& sentence);

Q_SIGNALS:
    // `zone` is the IANA id chosen.
    void chosen(reserve::StartWith start, const QByteArray& zone);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fillZones();
    void updateButton();

    StartChoice* m_choice;
    QCheckBox* m_practice;
    QComboBox* m_zone;
    QPushButton* m_continue;
    Label* m_note;
};

} // namespace reserve
