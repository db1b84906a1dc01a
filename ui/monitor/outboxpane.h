// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/outbox.h"

#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace reserve {

class Label;
class PillRow;
class Store;
struct Reason;

// One thing that must still be told: how often it was tried, why that failed, and what a person can do.
class OutboxPane final : public QWidget
{
    Q_OBJECT

public:
    explicit OutboxPane(Store& store, QWidget* parent = nullptr);

    void setEntry(const std::optional<OutboxEntry>& entry);

Q_SIGNALS:
    void done(const QString& sentence);
    void failed(const reserve::Reason& reason);

private:
    QWidget* makeFoot();
    QWidget* makeRecipientRow();
    void retry();
    void edit();
    void giveUp();
    template<typename Fn>
    void tell(Fn work, const QString& tried);

    Store& m_store;
    std::optional<OutboxEntry> m_entry;
    Label* m_title;
    Label* m_recipient;
    PillRow* m_pills;
    Label* m_tries;
    Label* m_failure;
    QWidget* m_recipientRow;
    QLineEdit* m_otherRecipient;
    QPushButton* m_edit;
    QPushButton* m_retry;
    QLineEdit* m_why;
    QPushButton* m_giveUp;
};

} // namespace reserve
