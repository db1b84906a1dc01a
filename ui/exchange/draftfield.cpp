// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/exchange/draftfield.h"

#include "models/items/admindraft.h"
#include "models/wording/wording.h"
#include "ui/common/formfield.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QMetaProperty>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QSpinBox>

namespace reserve {

DraftField::DraftField(AdminDraft& draft, const FieldPath& path, FormField* form)
    : QObject(form)
    , m_draft(draft)
    , m_path(path)
    , m_form(form)
    , m_editor(form->field())
    , m_typedInto(m_editor->focusProxy() ? m_editor->focusProxy() : m_editor)
{
    connectEditor();
    m_typedInto->installEventFilter(this);
    connect(&draft, &AdminDraft::changed, this, &DraftField::refresh);
    refresh();
}

void DraftField::connectEditor()
{
    if (auto* edit = qobject_cast<QLineEdit*>(m_editor)) {
        connect(edit, &QLineEdit::textEdited, this, &DraftField::typed);
    } else if (auto* lines = qobject_cast<QPlainTextEdit*>(m_editor)) {
        connect(lines, &QPlainTextEdit::textChanged, this, [this, lines] { typed(lines->toPlainText()); });
    } else if (auto* box = qobject_cast<QCheckBox*>(m_editor)) {
        connect(box, &QCheckBox::toggled, this,
                [this](bool on) { typed(on ? QStringLiteral("true") : QStringLiteral("false")); });
    } else if (auto* spin = qobject_cast<QSpinBox*>(m_editor)) {
        connect(spin, &QSpinBox::valueChanged, this, [this](int value) { typed(QString::number(value)); });
    } else if (auto* combo = qobject_cast<QComboBox*>(m_editor)) {
        connect(combo, &QComboBox::currentIndexChanged, this,
                [this, combo](int index) { typed(combo->itemData(index).toString()); });
    } else if (const QMetaProperty value = m_editor->metaObject()->userProperty(); value.hasNotifySignal()) {
        const int slot = metaObject()->indexOfSlot("takeUserProperty()");
        connect(m_editor, value.notifySignal(), this, metaObject()->method(slot));
    }
}

void DraftField::takeUserProperty()
{
    typed(m_editor->metaObject()->userProperty().read(m_editor).toString());
}

void DraftField::setPath(const FieldPath& path)
{
    m_path = path;
    m_insists = false;
    refresh();
}

void DraftField::setLiveFinding(std::function<std::optional<LiveFinding>()> finding)
{
    m_finding = std::move(finding);
    showFinding();
}

void DraftField::insist()
{
    m_insists = true;
    showFinding();
}

bool DraftField::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusOut) {
        m_draft.fields().endStep();
        m_insists = false;
        QMetaObject::invokeMethod(this, &DraftField::showFinding, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

void DraftField::typed(const QString& text)
{
    if (!m_showing)
        m_draft.fields().set(m_path, text);
}

void DraftField::refresh()
{
    showText(m_draft.fields().text(m_path));
    m_form->setChanged(m_draft.fields().isChanged(m_path));
    showFinding();
}

void DraftField::showText(const QString& text)
{
    const QScopedValueRollback showing(m_showing, true);
    if (auto* edit = qobject_cast<QLineEdit*>(m_editor)) {
        if (edit->text() != text)
            edit->setText(text);
    } else if (auto* lines = qobject_cast<QPlainTextEdit*>(m_editor)) {
        // Set only when it differs: the cursor would jump.
        if (lines->toPlainText() != text)
            lines->setPlainText(text);
    } else if (auto* box = qobject_cast<QCheckBox*>(m_editor)) {
        box->setChecked(text == QLatin1String("true"));
    } else if (auto* spin = qobject_cast<QSpinBox*>(m_editor)) {
        spin->setValue(text.toInt());
    } else if (auto* combo = qobject_cast<QComboBox*>(m_editor)) {
        combo->setCurrentIndex(combo->findData(text));
    } else {
        m_editor->metaObject()->userProperty().write(m_editor, text);
    }
}

void DraftField::showFinding()
{
    const bool beingTyped = m_typedInto->hasFocus() && !m_insists;
    const AdminProblem* problem = m_draft.plan().problemAt(m_path);
    if (problem && !beingTyped) {
        m_form->setFinding(Meaning::Failed, sentence(problem->reason));
    } else if (m_draft.fields().isConflict(m_path)) {
        const QString theirs = m_draft.snapshot().text(m_path).value_or(QString());
        m_form->setFinding(Meaning::Warning,
                           theirs.isEmpty()
                               ? tr("Somebody else cleared this while it was being changed here.")
                               : tr("Somebody else set this to %1 while it was being changed here.").arg(theirs));
    } else if (const auto found = m_finding && !problem ? m_finding() : std::nullopt) {
        m_form->setFinding(found->meaning, found->sentence);
    } else {
        m_form->clearFinding();
    }
}

} // namespace reserve
