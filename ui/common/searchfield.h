// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/icons.h"

#include <QLineEdit>
#include <QTimer>

namespace reserve {

// A filter of what is shown: icon before, key hint after, Esc clears. searchChanged() waits for a pause in typing,
// Enter does not.
class SearchField final : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchField(const QString& placeholder, QWidget* parent = nullptr);

    void setLeadingIcon(Icon icon);
    // "/" where the page focuses it by that key.
    void setKeyHint(const QString& hint);

    QSize sizeHint() const override;

Q_SIGNALS:
    void searchChanged(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void updateMargins();
    void announce();

    Icon m_icon = Icon::ActSearch;
    QString m_hint;
    QString m_announced;
    QTimer m_pause;
};

} // namespace reserve
