// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QGridLayout;
class QVBoxLayout;
QT_END_NAMESPACE

namespace reserve {

// Rows of text inside a scroll area. Takes the focus, so that the keyboard can scroll to the last one.
class ScrolledRows : public QWidget
{
    Q_OBJECT

protected:
    explicit ScrolledRows(const QString& name, QWidget* parent);

    // In place of the rows that were there; two columns, the second takes what is left.
    QGridLayout* beginRows();

    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QVBoxLayout* m_layout;
    QWidget* m_rows = nullptr;
};

} // namespace reserve
