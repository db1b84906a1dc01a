// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/icons.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace reserve {

class Label;

// Nothing here yet: a line drawing, what is missing, why, one primary and one plain button.
class EmptyState final : public QWidget
{
    Q_OBJECT
public:
    enum class Drawing { Messages, Calendar, Spaces, People };

    explicit EmptyState(Drawing drawing, QWidget* parent = nullptr);

    void setTexts(const QString& missing, const QString& why);
    // Texts are verbs; an empty one leaves its button out.
    void setPrimary(const QString& text, Icon icon);
    void setPlain(const QString& text);

    // The other kind: a filter found nothing. Shows its words and "Clear filter", without the drawing.
    void setFilter(const QString& words);

Q_SIGNALS:
    void primaryRequested();
    void plainRequested();
    void clearFilterRequested();

private:
    QWidget* m_picture;
    Label* m_missing;
    Label* m_why;
    QPushButton* m_primary;
    QPushButton* m_plain;
    QPushButton* m_clear;
};

} // namespace reserve
