// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/exchange/noticesview.h"

#include "models/entities/noticetemplate.h"
#include "models/items/admindraft.h"
#include "models/items/noticepath.h"
#include "models/items/whenanswered.h"
#include "models/store/store.h"
#include "models/wording/languages.h"
#include "models/wording/noticewords.h"
#include "ui/common/card.h"
#include "ui/common/formfield.h"
#include "ui/common/label.h"
#include "ui/common/scrollcolumn.h"
#include "ui/common/tableview.h"
#include "ui/common/textdelegate.h"
#include "ui/exchange/draftfield.h"
#include "ui/exchange/noticeeditor.h"
#include "ui/exchange/noticepane.h"
#include "ui/exchange/settinglabels.h"
#include "ui/theme/metrics.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QSplitter>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

namespace reserve {

namespace {

const QString languageKey = QStringLiteral("notices.language");
constexpr int mostSubjects = 20;
constexpr int sideWidth = 300;

FieldPath languagePath()
{
    return {FieldPath::Kind::Setting, 0, languageKey};
}

int rowOf(NoticeKind kind)
{
    return int(noticeKinds().indexOf(kind));
}

} // namespace

NoticesView::NoticesView(Store& store, AdminDraft& draft, QWidget* parent)
    : QWidget(parent)
    , m_store(store)
    , m_draft(draft)
    , m_languages(productLanguages())
    , m_table(new TableView(tr("Notices"), design::spaceRow))
    , m_model(new QStandardItemModel(this))
    , m_occasion(Label::paragraph({}))
    , m_editor(new NoticeEditor(draft))
    , m_pane(new NoticePane)
{
    makeTable();
    auto* middle = new Surface(Surface::Ground::Surface);
    auto* middleLayout = new QVBoxLayout(middle);
    middleLayout->setContentsMargins(u(1), u(4), u(2), u(4));
    middleLayout->addWidget(m_editor, 1);
    auto* splitter = new QSplitter(Qt::Horizontal);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(new ScrollColumn(middle));
    splitter->addWidget(m_pane);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeSide());
    layout->addWidget(splitter, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &NoticesView::takeCurrent);
    connect(&draft, &AdminDraft::changed, this, &NoticesView::refresh);
    connect(&draft, &AdminDraft::loaded, this, &NoticesView::refresh);
    choose(NoticeKind::Accepted, languageOrThisMachines(draft.draftedSettings().noticesLanguage()));
    refresh();
}

QWidget* NoticesView::makeSide()
{
    auto* side = new Surface(Surface::Ground::Alt);
    side->setHairlines(Qt::RightEdge);
    side->setFixedWidth(px(sideWidth));
    auto* choice = new QComboBox;
    choice->addItem(tr("As on the agent's machine"), QString());
    for (const QString& language : m_languages)
        choice->addItem(languageName(language), language);
    auto* form = new FormField(settingLabel(languageKey), choice);
    form->setHint(tr("In which all mails are written. The texts of the other languages wait."));
    m_language = new DraftField(m_draft, languagePath(), form);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, u(3));
    layout->setSpacing(u(3));
    layout->addWidget(m_table);
    auto* below = new QVBoxLayout;
    below->setContentsMargins(u(2), 0, u(3), 0);
    below->setSpacing(u(4));
    auto* occasion = new QHBoxLayout;
    occasion->setContentsMargins(px(14), 0, px(4), 0); // as hints of the field below
    occasion->addWidget(m_occasion, 1);
    below->addLayout(occasion);
    below->addWidget(form);
    layout->addLayout(below);
    layout->addStretch(1);
    return side;
}

void NoticesView::makeTable()
{
    m_model->setColumnCount(int(m_languages.size()) + 1);
    QStringList titles{tr("Notice")};
    for (const QString& language : m_languages)
        titles.append(languageName(language));
    m_model->setHorizontalHeaderLabels(titles);
    for (const NoticeKind kind : noticeKinds()) {
        QList<QStandardItem*> cells{new QStandardItem(word(kind))};
        for (qsizetype i = 0; i < m_languages.size(); ++i)
            cells.append(new QStandardItem);
        m_model->appendRow(cells);
    }
    m_table->setModel(m_model);
    m_table->setItemDelegate(new TextDelegate(Type::Body, Ink::Text, m_table));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setColumnCharacters({15, 9, 0});
    const int rows = int(noticeKinds().size());
    m_table->setFixedHeight(px(design::tableHeader) + rows * px(design::spaceRow) + px(2));
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void NoticesView::choose(NoticeKind kind, const QString& language)
{
    const int column = std::max(0, int(m_languages.indexOf(language))) + 1;
    m_table->setCurrentIndex(m_model->index(rowOf(kind), column));
}

void NoticesView::takeCurrent(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    const NoticeKind kind = noticeKinds().at(index.row());
    // The name of a notice stands for it in the language that is shown.
    const QString language = index.column() > 0 ? m_languages.at(index.column() - 1) : m_editor->language();
    m_editor->setNotice(kind, language);
    m_occasion->setText(noticeOccasion(kind));
    showPreview();
}

QString NoticesView::stateText(NoticeKind kind, const QString& language) const
{
    bool own = false;
    for (const NoticePart part : {NoticePart::Subject, NoticePart::Body}) {
        const NoticeKey key{kind, language, part};
        const FieldPath path = noticePath(key);
        if (m_draft.fields().isChanged(path))
            return tr("Changed");
        own = own || m_draft.snapshot().notices().own(key);
    }
    return own ? tr("Own text") : tr("Built in");
}

void NoticesView::refresh()
{
    for (const NoticeKind kind : noticeKinds()) {
        for (qsizetype i = 0; i < m_languages.size(); ++i) {
            QStandardItem* cell = m_model->item(rowOf(kind), int(i) + 1);
            const QString text = stateText(kind, m_languages.at(i));
            if (cell->text() == text)
                continue;
            cell->setText(text);
            cell->setData(tr("%1, %2: %3").arg(word(kind), languageName(m_languages.at(i)), text),
                          Qt::AccessibleTextRole);
        }
    }
    showPreview();
}

void NoticesView::showPreview()
{
    const Settings settings = m_draft.draftedSettings();
    m_pane->setSurroundings(settings.timeZone(), settings.siteName());
    const NoticeText text = m_editor->text();
    const bool isSound = normalisedNotice(m_editor->kind(), NoticePart::Subject, text.subject)
        && normalisedNotice(m_editor->kind(), NoticePart::Body, text.body);
    m_pane->present(m_editor->kind(), m_editor->language(), text, isSound);
}

void NoticesView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    readSubjects();
}

void NoticesView::readSubjects()
{
    const auto read = m_store.read(
        [now = m_store.clock().now()](const ReadUnit& unit) { return readNoticeSubjects(unit, now, mostSubjects); });
    whenAnswered(read, this, [this](const Result<QList<NoticeSubject>>& subjects) {
        if (subjects)
            m_pane->setSubjects(*subjects);
    });
}

bool NoticesView::hasChanges() const
{
    const FieldDraft::Edits& edits = m_draft.fields().edits();
    return m_draft.fields().isChanged(languagePath()) || std::any_of(edits.begin(), edits.end(), [](const auto& entry) {
               return entry.first.kind == FieldPath::Kind::Notice;
           });
}

bool NoticesView::focusField(const FieldPath& path)
{
    if (path == languagePath()) {
        m_language->form()->field()->setFocus();
        m_language->insist();
        return true;
    }
    const auto key = noticeKey(path);
    if (!key)
        return false;
    choose(key->kind, key->language);
    return m_editor->focusField(path);
}

} // namespace reserve
