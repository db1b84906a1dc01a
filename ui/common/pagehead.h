// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QAbstractButton;
class QHBoxLayout;
class QMenu;
class QToolButton;
QT_END_NAMESPACE

namespace reserve {

class Label;
class SegmentedSwitch;

// The head of a page, 56 high. When its parts do not fit: switches fold into drop-downs, then the texts of the
// actions go (their names stay), then actions move into "More", last added first; a primary one stays.
class PageHead final : public QWidget
{
    Q_OBJECT
public:
    explicit PageHead(const QString& title, QWidget* parent = nullptr);

    QString title() const;
    void setTitle(const QString& title);

    // After the title, in reading order.
    void addControl(QWidget* control, int stretch = 0);
    // At the far end.
    void addAction(QAbstractButton* button);
    using QWidget::addAction;

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Action
    {
        QAbstractButton* button;
        QString text;
        bool folded = false;
        bool inMore = false;
    };

    void fit();
    bool fits() const;
    int neededWidth() const;
    void unfold();
    void foldText(Action& action);
    void moveIntoMore(Action& action);
    void fillMoreMenu();

    Label* m_title;
    QHBoxLayout* m_controls;
    QHBoxLayout* m_actions;
    QToolButton* m_more;
    QMenu* m_moreMenu;
    QList<SegmentedSwitch*> m_switches;
    QList<Action> m_entries;
    bool m_fitting = false;
    int m_fittedTo = -1;   // the width that it was last fitted to,
    int m_neededThen = -1; // and what it needed afterwards
};

} // namespace reserve
