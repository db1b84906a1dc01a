// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QAbstractButton;
QT_END_NAMESPACE

namespace reserve {

// The buttons at the foot of a pane. They never make the pane wider: where they do not fit, the texts of those with an
// icon go, last added first, and stand in tool tip and accessible name; a primary one keeps its text.
class ActionRow final : public QWidget
{
    Q_OBJECT

public:
    explicit ActionRow(QWidget* parent = nullptr);

    // In reading order; the last one may stand at the far end.
    void addButton(QAbstractButton* button);
    void addAtEnd(QAbstractButton* button);

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Entry
    {
        QAbstractButton* button;
        QString text;
        bool isFolded = false;
    };

    void fit();
    void unfold();
    int neededWidth() const;

    QList<Entry> m_entries;
    bool m_isFitting = false;
    int m_fittedTo = -1;
    int m_neededThen = -1;
};

} // namespace reserve
