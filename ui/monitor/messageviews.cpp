// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/monitor/messageviews.h"

#include "models/items/partmodel.h"
#include "models/wording/wording.h"
#include "ui/common/card.h"
#include "ui/common/label.h"
#include "ui/common/scrollcolumn.h"
#include "ui/common/tableview.h"
#include "ui/common/textdelegate.h"
#include "ui/monitor/accountview.h"
#include "ui/monitor/keptmessage.h"
#include "ui/theme/consolestyle.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>

namespace reserve {

namespace {

// In characters, of the parts in a narrow pane.
constexpr int leastOfName = 6;
constexpr int keptOfType = 17;

QPlainTextEdit* makeTextView(const QString& name)
{
    auto* view = new QPlainTextEdit;
    view->setReadOnly(true);
    view->setFont(typeface(Type::Fixed));
    view->setLineWrapMode(QPlainTextEdit::NoWrap);
    view->setFrameShape(QFrame::NoFrame);
    view->document()->setDocumentMargin(u(4)); // under the title of the pane
    view->setAccessibleName(name);
    view->setTabChangesFocus(true);
    return view;
}

QWidget* makeColumn(QWidget* rows)
{
    auto* content = new Surface(Surface::Ground::Surface);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(u(4), u(3), u(4), u(3));
    layout->addWidget(rows);
    layout->addStretch(1);
    return new ScrollColumn(content);
}

} // namespace

MessageViews::MessageViews(Store& store, std::shared_ptr<const ItipReader> reader, QWidget* parent)
    : QWidget(parent)
    , m_store(store)
    , m_reader(std::move(reader))
    , m_views(new QStackedWidget)
    , m_says(new AccountView(tr("What it says")))
    , m_parts(new PartModel(this))
    , m_headers(makeTextView(tr("Headers of the message")))
    , m_raw(makeTextView(tr("The message as it came")))
{
    m_headers->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    auto* parts = new TableView(tr("Parts of the message"), design::monitorRow);
    parts->setModel(m_parts);
    parts->setSelectionMode(QAbstractItemView::SingleSelection);
    parts->setItemDelegate(new TextDelegate(Type::Body, Ink::Text, parts));
    parts->setColumnCharacters({0, 14, 9, 8, 6});
    parts->setYieldingColumns({PartModel::NameColumn}, leastOfName, keptOfType);
    m_views->addWidget(makeColumn(m_says));
    m_views->addWidget(parts);
    m_views->addWidget(m_headers);
    m_views->addWidget(makeRaw());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_views);
}

QWidget* MessageViews::makeRaw()
{
    m_note = new Label({}, Type::Caption, Ink::Secondary);
    m_note->setElided(true);
    m_save = new QPushButton(icon(Icon::ActExport), tr("Save as .eml"));
    m_save->setToolTip(tr("Writes the whole message to a file, as it came"));
    setLook(m_save, Look::Quiet);
    auto* head = new Surface(Surface::Ground::Alt);
    head->setHairlines(Qt::BottomEdge);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(u(4), u(1), u(2), u(1));
    row->addWidget(m_note, 1);
    row->addWidget(m_save);
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addWidget(m_raw, 1);
    connect(m_save, &QPushButton::clicked, this, [this] { Q_EMIT saveRequested(m_trace.inboxId); });
    return page;
}

void MessageViews::setTrace(const Trace& trace)
{
    const bool isSame = trace.id == m_trace.id && trace.inboxId == m_trace.inboxId && trace.spaceId == m_trace.spaceId;
    m_trace = trace;
    if (isSame && m_isRead)
        return;
    m_isRead = false;
    ++m_generation;
    if (isVisible())
        readWhenShown();
}

void MessageViews::showView(View view)
{
    m_views->setCurrentIndex(view);
}

void MessageViews::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    readWhenShown();
}

void MessageViews::readWhenShown()
{
    if (m_isRead)
        return;
    m_isRead = true;
    tell({});
    if (!m_trace.inboxId)
        return tell(tr("The message was refused, so nothing of it was kept."));
    readKeptMessage(m_store, m_trace, m_reader, this,
                    [this, generation = m_generation](const Result<KeptMessage>& message) {
                        if (generation != m_generation)
                            return;
                        if (message)
                            show(*message);
                        else
                            tell(sentence(message.error()));
                    });
}

void MessageViews::tell(const QString& note)
{
    m_says->setNote(note);
    m_parts->setParts({});
    m_headers->setPlainText(note);
    m_raw->setPlainText(note);
    m_note->clear();
    m_save->setVisible(false);
}

void MessageViews::show(const KeptMessage& message)
{
    const Understanding& understanding = message.understanding;
    m_says->setSections(mailAccount(understanding, Reader::ofThisMachine()));
    m_parts->setParts(understanding.message.reading->content.parts);
    m_headers->setPlainText(QString::fromUtf8(message.head));
    m_raw->setPlainText(QString::fromUtf8(message.shown));
    const auto size
        = [](qint64 octets) { return QLocale().formattedDataSize(octets, 1, QLocale::DataSizeTraditionalFormat); };
    m_note->setText(message.isCut ? tr("The first %1 of %2").arg(size(message.shown.size()), size(understanding.size))
                                  : tr("All of it, %1").arg(size(understanding.size)));
    m_save->setVisible(true);
}

} // namespace reserve
