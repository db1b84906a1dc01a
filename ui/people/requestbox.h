// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/items/requestsimulation.h"
#include "ui/theme/meaning.h"

#include <QTimer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QGridLayout;
class QLineEdit;
QT_END_NAMESPACE

namespace reserve {

class Label;
class Store;

// "Who would get this request?": the rules of the gate, applied to an address that is typed, step by step.
class RequestBox final : public QWidget
{
    Q_OBJECT

public:
    explicit RequestBox(Store& store, QWidget* parent = nullptr);

    void ask(const QString& requester);
    QString answer() const;

private:
    void read();
    void show(const RequestSimulation& simulation);
    void setLine(int line, Meaning meaning, const QString& text, bool strong);

    struct Line
    {
        QWidget* mark;
        Label* text;
    };

    Store& m_store;
    QLineEdit* m_requester;
    QList<Line> m_lines;
    QTimer m_soon;
    quint64 m_generation = 0;
};

} // namespace reserve
