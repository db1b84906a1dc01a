// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QAbstractButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace reserve {

class Banner;
class PageHead;

// What every page is made of: head (title, what is shown, filter, actions at the far end), at most one banner, body,
// foot. A page lives in the window's stack for the whole run; activate() tells it that it came to the front.
// Commands a page wants in the menu and the command list are its QActions (addAction), in order.
class Page : public QWidget
{
    Q_OBJECT
public:
    explicit Page(const QString& title, QWidget* parent = nullptr);

    QString title() const;
    PageHead* head() const { return m_head; }
    Banner* banner() const { return m_banner; }
    QVBoxLayout* body() const { return m_body; }
    QVBoxLayout* foot() const { return m_foot; }

    // It is shown now: load, resume, put the focus where work begins.
    virtual void activate();
    // Another page is shown now.
    virtual void deactivate();

    // What F6 goes through, in order, apart from the rail and the status strip; the head comes first.
    virtual QList<QWidget*> regions() const;

    // Esc where nothing else took it: clear the filter, then leave the mode. False when there was nothing to leave.
    virtual bool escape();

    // / and Ctrl+F. Null: the page has no filter.
    virtual QWidget* filterField() const;

    int problems() const { return m_problems; }
    int changes() const { return m_changes; }

Q_SIGNALS:
    void problemsChanged(int count);
    void changesChanged(int count);
    // Said as a toast by the window.
    void done(const QString& sentence);

protected:
    void setProblems(int count);
    void setChanges(int count);

private:
    PageHead* m_head;
    Banner* m_banner;
    QVBoxLayout* m_body;
    QVBoxLayout* m_foot;
    int m_problems = 0;
    int m_changes = 0;
};

} // namespace reserve
