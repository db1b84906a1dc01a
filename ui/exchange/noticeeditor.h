// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/composing/noticerendering.h"
#include "models/items/fielddraft.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QGridLayout;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
QT_END_NAMESPACE

namespace reserve {

class AdminDraft;
class DraftField;

// Subject and text of one mail in one language, tied to the draft, with a button for each fact that the text
// can name.
class NoticeEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit NoticeEditor(AdminDraft& draft, QWidget* parent = nullptr);

    void setNotice(NoticeKind kind, const QString& language);
    NoticeKind kind() const { return m_kind; }
    const QString& language() const { return m_language; }

    // As they stand in the draft.
    NoticeText text() const;
    // False when the path is not the notice that is shown.
    bool focusField(const FieldPath& path);
    // Where the cursor stands; what is a list goes into the text.
    void insert(const QString& placeholder);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    NoticeKey key(NoticePart part) const { return {m_kind, m_language, part}; }
    void buildButtons();
    void refresh();
    void reset();

    AdminDraft& m_draft;
    NoticeKind m_kind = NoticeKind::Accepted;
    QString m_language;
    QLineEdit* m_subject;
    QPlainTextEdit* m_body;
    DraftField* m_subjectField = nullptr;
    DraftField* m_bodyField = nullptr;
    QGridLayout* m_buttons;
    QPushButton* m_reset;
    bool m_subjectHadFocus = false;
};

} // namespace reserve
