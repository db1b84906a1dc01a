// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLineEdit;
QT_END_NAMESPACE

namespace reserve {

class AdminDraft;
class FormField;

// R-SERVERS [FAQ 12]: "Which server handles this address?", by what is typed, applied or not.
class RoutingTrial final : public QWidget
{
    Q_OBJECT

public:
    explicit RoutingTrial(const AdminDraft& draft, QWidget* parent = nullptr);

    QLineEdit* address() const { return m_address; }
    FormField* field() const { return m_field; }

private:
    void refresh();

    const AdminDraft& m_draft;
    QLineEdit* m_address;
    FormField* m_field;
};

} // namespace reserve
