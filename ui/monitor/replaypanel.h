// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/trace.h"

#include <QWidget>

#include <memory>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace reserve {

class AccountView;
class ItipReader;
class Label;
class StepList;
class Store;
struct Reason;
struct RehearsedDecision;

// Before a kept message is replayed: what that does, and what would be decided now, with every step. The
// message is only decided when the person says so, and by the agent.
class ReplayPanel final : public QWidget
{
    Q_OBJECT

public:
    ReplayPanel(Store& store, std::shared_ptr<const ItipReader> reader, QWidget* parent = nullptr);

    void open(const Trace& trace);

Q_SIGNALS:
    void closed();
    void done(const QString& sentence);
    void failed(const reserve::Reason& reason);

private:
    QWidget* makeBody();
    QWidget* makeFoot();
    void show(const RehearsedDecision& decision);
    void replay();

    Store& m_store;
    std::shared_ptr<const ItipReader> m_reader;
    Trace m_trace;
    quint64 m_generation = 0;

    AccountView* m_outcome;
    Label* m_stepsTitle;
    StepList* m_steps;
    QPushButton* m_replay;
    QPushButton* m_back;
};

} // namespace reserve
