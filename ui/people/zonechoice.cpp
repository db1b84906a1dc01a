// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/people/zonechoice.h"

#include <QCompleter>
#include <QLineEdit>
#include <QTimeZone>

namespace reserve {

ZoneChoice::ZoneChoice(Empty empty, QWidget* parent)
    : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(NoInsert);
    lineEdit()->setAccessibleName(tr("Time zone"));
    if (empty == Empty::Offered)
        addItem(tr("None"), QByteArray());
    for (const QByteArray& id : QTimeZone::availableTimeZoneIds()) {
        // "Europe/Berlin", not the offsets and abbreviations that stand in the same list.
        if (id.contains('/') && !id.startsWith("Etc/"))
            addItem(QString::fromUtf8(id), id);
    }
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(16);
}

QByteArray ZoneChoice::zone() const
{
    const int index = findText(currentText(), Qt::MatchFixedString);
    return index < 0 ? currentText().toUtf8() : itemData(index).toByteArray();
}

void ZoneChoice::setZone(const QByteArray& zone)
{
    const int index = findData(zone);
    setCurrentIndex(index);
    if (index < 0)
        setEditText(QString::fromUtf8(zone));
}

} // namespace reserve
