// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/session.h"

#include <QStringList>
#include <QTimer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QTextEdit;
QT_END_NAMESPACE

namespace reserve {

class Label;
class Store;

// What was said in one SMTP session, line by line; what was not recorded is said as a gap.
class SessionPane final : public QWidget
{
    Q_OBJECT

public:
    explicit SessionPane(Store& store, QWidget* parent = nullptr);

    void setSession(SessionId id);

private:
    void read();
    void show(const QList<SessionEvent>& events);
    void setLines(const QStringList& lines);

    Store& m_store;
    SessionId m_id;
    quint64 m_generation = 0;
    QTimer m_readSoon;
    QStringList m_shown;
    Label* m_title;
    QTextEdit* m_lines;
};

} // namespace reserve
