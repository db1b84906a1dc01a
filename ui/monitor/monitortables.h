// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace reserve {

class ApprovalModel;
class OutboxModel;
class SessionModel;
class TableView;
class TraceModel;

// The monitor's tables, dressed: column widths, types and states.
TableView* makeMessageTable(TraceModel* model, QWidget* parent);
TableView* makeSessionTable(SessionModel* model, QWidget* parent);
TableView* makeApprovalTable(ApprovalModel* model, QWidget* parent);
TableView* makeOutboxTable(OutboxModel* model, QWidget* parent);

} // namespace reserve
