// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/items/fielddraft.h"
#include "ui/theme/meaning.h"

#include <QObject>

#include <functional>
#include <optional>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace reserve {

class AdminDraft;
class FormField;

// What a field's own check found.
struct LiveFinding
{
    Meaning meaning = Meaning::Good;
    QString sentence;
};

// Ties one field of a form to one value of the draft: what is typed counts at once, what the draft says (also after
// undo, or because another process applied something) stands in the field. Below it stands, in this order: why it
// cannot be applied, that somebody else changed it, what the live check found. Knows line edits, plain texts, check
// boxes, spin boxes, combo boxes whose data are the values, and every editor whose user property is a text that tells
// of its edits.
class DraftField final : public QObject
{
    Q_OBJECT

public:
    DraftField(AdminDraft& draft, const FieldPath& path, FormField* form);

    const FieldPath& path() const { return m_path; }
    void setPath(const FieldPath& path);
    FormField* form() const { return m_form; }

    // Asked at each change of the draft.
    void setLiveFinding(std::function<std::optional<LiveFinding>()> finding);
    void refresh();

    // What cannot be applied is said even while the field is being typed into.
    void insist();

private:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void connectEditor();
    Q_SLOT void takeUserProperty();
    void typed(const QString& text);
    void showText(const QString& text);
    void showFinding();

    AdminDraft& m_draft;
    FieldPath m_path;
    FormField* m_form;
    QWidget* m_editor;
    QWidget* m_typedInto; // the editor, or its part that has the focus
    std::function<std::optional<LiveFinding>()> m_finding;
    bool m_insists = false;
    bool m_showing = false;
};

} // namespace reserve
