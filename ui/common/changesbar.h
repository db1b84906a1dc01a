// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace reserve {

class Label;

// The foot of a page with unapplied changes: how many, what that means, Show changes / Revert / Apply (Ctrl+S).
// Hidden at 0.
class ChangesBar final : public QWidget
{
    Q_OBJECT
public:
    explicit ChangesBar(QWidget* parent = nullptr);

    void setCount(int count);
    int count() const { return m_count; }
    void setRemark(const QString& sentence);

    // Applying goes on: the buttons wait.
    void setBusy(bool busy);

Q_SIGNALS:
    void showRequested();
    void revertRequested();
    void applyRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_count = 0;
    Label* m_text;
    Label* m_remark;
    QPushButton* m_show;
    QPushButton* m_revert;
    QPushButton* m_apply;
};

} // namespace reserve
