// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/approval.h"

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

// One request that waits for an approver: who asks for what, why it needs an approval, and the three words
// that decide it.
class ApprovalPane final : public QWidget
{
    Q_OBJECT

public:
    explicit ApprovalPane(Store& store, QWidget* parent = nullptr);

    void setApproval(const std::optional<Approval>& approval);

Q_SIGNALS:
    void done(const QString& sentence);
    void failed(const reserve::Reason& reason);

private:
    QWidget* makeFoot();
    void decide(ApprovalAnswer answer);

    Store& m_store;
    std::optional<Approval> m_approval;
    Label* m_title;
    Label* m_facts;
    PillRow* m_pills;
    Label* m_reason;
    QWidget* m_foot;
    QLineEdit* m_why;
    QPushButton* m_approve;
    QPushButton* m_tentative;
    QPushButton* m_decline;
};

} // namespace reserve
