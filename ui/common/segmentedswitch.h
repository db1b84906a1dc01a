// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QButtonGroup;
class QComboBox;
class QToolButton;
QT_END_NAMESPACE

namespace reserve {

// Joined buttons of which one is on: what is shown. One tab stop, arrows within. Where it does not fit it becomes a
// drop-down with the same choices.
class SegmentedSwitch final : public QWidget
{
    Q_OBJECT
public:
    // The accessible name of the whole: "View".
    explicit SegmentedSwitch(const QString& name, QWidget* parent = nullptr);

    void addChoice(int id, const QString& text);
    int current() const;
    void setCurrent(int id); // emits changed() when it is another one
    QToolButton* button(int id) const;

    bool isFolded() const { return m_folded; }
    void setFolded(bool folded);
    // Equal widths over the whole place, as in forms.
    void setStretched(bool stretched);

Q_SIGNALS:
    void changed(int id);

private:
    void joinButtons();

    QButtonGroup* m_group;
    QWidget* m_row;
    QComboBox* m_combo;
    bool m_folded = false;
};

} // namespace reserve
