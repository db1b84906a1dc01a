// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/exchange/noticeeditor.h"

#include "models/entities/noticetemplate.h"
#include "models/items/admindraft.h"
#include "models/items/noticepath.h"
#include "models/wording/noticewords.h"
#include "models/wording/wording.h"
#include "ui/common/formfield.h"
#include "ui/common/label.h"
#include "ui/exchange/draftfield.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace reserve {

namespace {

constexpr int buttonColumns = 3;
constexpr int lowestText = 150;

QString inBraces(const QString& name)
{
    return QLatin1Char('{') + name + QLatin1Char('}');
}

} // namespace

NoticeEditor::NoticeEditor(AdminDraft& draft, QWidget* parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_subject(new QLineEdit)
    , m_body(new QPlainTextEdit)
    , m_buttons(new QGridLayout)
    , m_reset(new QPushButton(icon(Icon::ActUndo), tr("Use the built-in texts")))
{
    m_body->setTabChangesFocus(true);
    m_body->document()->setDocumentMargin(u(2));
    m_body->viewport()->setAutoFillBackground(false); // its corners would cover the frame's
    m_body->setMinimumHeight(px(lowestText));
    auto* subject = new FormField(tr("Subject"), m_subject);
    auto* body = new FormField(tr("Text"), m_body);
    body->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    m_subjectField = new DraftField(m_draft, noticePath(key(NoticePart::Subject)), subject);
    m_bodyField = new DraftField(m_draft, noticePath(key(NoticePart::Body)), body);
    m_bodyField->setLiveFinding([this]() -> std::optional<LiveFinding> {
        const NoticeText now = text();
        const QList<Reason> missing = missingPlaceholders(m_kind, now.subject, now.body);
        if (missing.isEmpty())
            return std::nullopt;
        return LiveFinding{Meaning::Warning, sentence(missing.first())};
    });
    for (QWidget* field : {static_cast<QWidget*>(m_subject), static_cast<QWidget*>(m_body)})
        field->installEventFilter(this);

    auto* insertRow = new QHBoxLayout;
    insertRow->setContentsMargins(px(14), 0, px(4), 0); // below the fields
    auto* insert = new QVBoxLayout;
    insert->setSpacing(u(1));
    insert->addWidget(new Label(tr("Place holders"), Type::Body));
    m_buttons->setSpacing(u(1));
    insert->addLayout(m_buttons);
    insertRow->addLayout(insert, 1);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(px(14), 0, px(4), 0);
    foot->addWidget(m_reset);
    foot->addStretch(1);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(u(3));
    layout->addWidget(subject);
    layout->addWidget(body, 1);
    layout->addLayout(insertRow);
    layout->addLayout(foot);
    setLook(m_reset, Look::Quiet);
    connect(m_reset, &QPushButton::clicked, this, &NoticeEditor::reset);
    connect(&m_draft, &AdminDraft::changed, this, &NoticeEditor::refresh);
    connect(&m_draft, &AdminDraft::loaded, this, &NoticeEditor::refresh);
}

void NoticeEditor::setNotice(NoticeKind kind, const QString& language)
{
    const bool isOther = kind != m_kind || m_buttons->count() == 0;
    m_kind = kind;
    m_language = language;
    m_draft.fields().endStep();
    m_subjectField->setPath(noticePath(key(NoticePart::Subject)));
    m_bodyField->setPath(noticePath(key(NoticePart::Body)));
    if (isOther)
        buildButtons();
    refresh();
}

void NoticeEditor::buildButtons()
{
    while (QLayoutItem* item = m_buttons->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    int at = 0;
    for (const NoticePlaceholder& placeholder : placeholdersOf(m_kind)) {
        auto* button = new QPushButton(inBraces(placeholder.name));
        setSmall(button);
        const QString meaning = placeholderMeaning(placeholder.name);
        button->setToolTip(meaning);
        button->setAccessibleName(tr("Insert %1: %2").arg(placeholder.name, meaning));
        connect(button, &QPushButton::clicked, this, [this, name = placeholder.name] { insert(name); });
        m_buttons->addWidget(button, at / buttonColumns, at % buttonColumns);
        ++at;
    }
}

NoticeText NoticeEditor::text() const
{
    return {m_draft.fields().text(noticePath(key(NoticePart::Subject))),
            m_draft.fields().text(noticePath(key(NoticePart::Body)))};
}

void NoticeEditor::refresh()
{
    const NoticeText now = text();
    const bool isBuiltIn
        = now.subject == builtInNotice(key(NoticePart::Subject)) && now.body == builtInNotice(key(NoticePart::Body));
    m_reset->setEnabled(!isBuiltIn);
    m_reset->setToolTip(isBuiltIn ? tr("These are the built-in texts") : QString());
}

void NoticeEditor::reset()
{
    m_draft.fields().setAll({{noticePath(key(NoticePart::Subject)), builtInNotice(key(NoticePart::Subject))},
                             {noticePath(key(NoticePart::Body)), builtInNotice(key(NoticePart::Body))}});
}

void NoticeEditor::insert(const QString& placeholder)
{
    if (m_subjectHadFocus && !isListPlaceholder(placeholder)) {
        m_subject->insert(inBraces(placeholder));
        // insert() tells nobody, unlike a key.
        m_draft.fields().set(m_subjectField->path(), m_subject->text());
        m_subject->setFocus();
        return;
    }
    m_body->insertPlainText(inBraces(placeholder));
    m_body->setFocus();
}

bool NoticeEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn)
        m_subjectHadFocus = watched == m_subject;
    return QWidget::eventFilter(watched, event);
}

bool NoticeEditor::focusField(const FieldPath& path)
{
    for (DraftField* field : {m_subjectField, m_bodyField}) {
        if (!(field->path() == path))
            continue;
        field->form()->field()->setFocus();
        field->insist();
        return true;
    }
    return false;
}

} // namespace reserve
