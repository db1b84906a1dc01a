// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/common/segmentedswitch.h"

#include "ui/common/segmentaccessible.h"
#include "ui/common/segmentbutton.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QToolButton>

namespace reserve {

SegmentedSwitch::SegmentedSwitch(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_row(new QWidget)
    , m_combo(new QComboBox)
{
    installSegmentAccessibility();
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_row);
    layout->addWidget(m_combo);
    auto* row = new QHBoxLayout(m_row);
    row->setContentsMargins({});
    row->setSpacing(0);
    m_combo->hide();
    m_combo->setAccessibleName(name);
    m_combo->setAccessibleDescription(name); // on Linux the name of a combo box is its value
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusProxy(nullptr);

    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (!on)
            return;
        m_combo->setCurrentIndex(m_combo->findData(id));
        Q_EMIT changed(id);
    });
    connect(m_combo, &QComboBox::activated, this, [this](int index) { setCurrent(m_combo->itemData(index).toInt()); });
}

void SegmentedSwitch::addChoice(int id, const QString& text)
{
    auto* button = new SegmentButton(m_row);
    button->setText(text);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setCheckable(true);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_combo->addItem(text, id);
    m_row->layout()->addWidget(button);
    m_group->addButton(button, id);
    joinButtons();
    if (m_group->checkedId() == -1) {
        const QSignalBlocker quiet(this);
        button->setChecked(true);
    }
}

void SegmentedSwitch::joinButtons()
{
    const QList<QAbstractButton*> buttons = m_group->buttons();
    for (QAbstractButton* button : buttons) {
        const bool first = button == buttons.first();
        const bool last = button == buttons.last();
        button->setProperty("segment",
                            QLatin1String(first && last ? "only"
                                              : first   ? "first"
                                              : last    ? "last"
                                                        : "middle"));
    }
}

int SegmentedSwitch::current() const
{
    return m_group->checkedId();
}

void SegmentedSwitch::setCurrent(int id)
{
    if (QAbstractButton* button = m_group->button(id))
        button->setChecked(true);
}

QToolButton* SegmentedSwitch::button(int id) const
{
    return qobject_cast<QToolButton*>(m_group->button(id));
}

void SegmentedSwitch::setFolded(bool folded)
{
    if (m_folded == folded)
        return;
    const bool focused = isAncestorOf(focusWidget());
    m_folded = folded;
    m_row->setHidden(folded);
    m_combo->setVisible(folded);
    if (focused)
        (folded ? static_cast<QWidget*>(m_combo) : m_group->checkedButton())->setFocus();
    updateGeometry();
}

void SegmentedSwitch::setStretched(bool stretched)
{
    setSizePolicy(stretched ? QSizePolicy::Expanding : QSizePolicy::Fixed, QSizePolicy::Fixed);
}

} // namespace reserve
