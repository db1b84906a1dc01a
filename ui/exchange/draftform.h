// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/items/fielddraft.h"

#include <QList>
#include <QString>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace reserve {

class AdminDraft;
class DraftField;
class FormSection;
class ScrollColumn;

// A scrolling form of sections whose fields are tied to the draft.
class DraftForm : public QWidget
{
    Q_OBJECT

public:
    // False when the path is not in this form.
    virtual bool focusField(const FieldPath& path);
    // From its beginning, as when what it shows is another thing.
    void showTop();
    bool hasChanges() const;

protected:
    DraftForm(AdminDraft& draft, QWidget* parent);

    AdminDraft& draft() const { return m_draft; }
    FormSection* addSection(const QString& title);
    // Between the sections.
    void addPart(QWidget* part);
    void finishSections();

    // A field for a setting; the editor's kind follows the setting's type.
    DraftField* addSetting(FormSection* section, const QString& key, const QString& hint);
    // Once it is laid out: what was just shown or filled has no place yet.
    void reveal(QWidget* part);
    DraftField* tie(const FieldPath& path, const QString& label, QWidget* editor, const QString& hint = {});

private:
    QWidget* makeEditor(const QString& key) const;

    AdminDraft& m_draft;
    QVBoxLayout* m_layout;
    ScrollColumn* m_scroll;
    QList<DraftField*> m_fields;
    bool m_hasSection = false;
};

} // namespace reserve
