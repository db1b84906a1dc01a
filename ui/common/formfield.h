// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/consolestyle.h"
#include "ui/theme/meaning.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLayout;
class QVBoxLayout;
QT_END_NAMESPACE

namespace reserve {

class FindingMark;
class Label;

// One question of a form: label above, field, live finding (icon and sentence), hint; a bar and a tag when what
// stands in the field is not applied yet. The label is the accessible name of the field, finding and hint its
// description. A check box or radio button carries its label itself. The wheel never changes an unfocused field.
class FormField final : public QWidget
{
    Q_OBJECT
public:
    FormField(const QString& label, QWidget* field, QWidget* parent = nullptr);

    // What it keeps free before and after its field, for what is to stand in line with it.
    static int leadingRoom();
    static int trailingRoom();
    static QLayout* inLine(QWidget* widget);

    QWidget* field() const { return m_field; }
    QString label() const { return m_label; }
    // The height from its top to the field.
    int labelRoom() const;

    void setHint(const QString& hint);

    // Good is said in its ink below a plain field; Warning and Failed colour the frame too. An empty sentence clears.
    void setFinding(Meaning meaning, const QString& sentence);
    void clearFinding();
    Meaning finding() const { return m_findingMeaning; }

    void setChanged(bool changed);
    bool isChanged() const { return m_changed; }

    // Stays in place, turned off, with the reason as hint and tool tip; an empty reason turns it on again.
    void setOff(const QString& reason);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void updateDescription();

    QString m_label;
    QString m_hintText;
    QString m_reason;
    QWidget* m_field;
    Label* m_labelView = nullptr;
    QWidget* m_tag;
    QWidget* m_findingRow;
    FindingMark* m_findingMark;
    Label* m_findingText;
    Label* m_hint;
    Meaning m_findingMeaning = Meaning::NotApplicable;
    bool m_changed = false;
};

// The heading of a question and a hairline over it, for all but the first.
class FormSection final : public QWidget
{
    Q_OBJECT
public:
    explicit FormSection(const QString& title, QWidget* parent = nullptr);

    void setFirst(bool first);
    void addField(QWidget* field);
    // Side by side, equal widths.
    void addRow(const QList<QWidget*>& fields);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVBoxLayout* m_layout;
    bool m_first = false;
};

} // namespace reserve
