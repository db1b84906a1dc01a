// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/shell/commandlist.h"

#include "ui/common/searchfield.h"
#include "ui/theme/metrics.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QListWidget>
#include <QPainter>
#include <QPointer>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace reserve {
namespace {

constexpr int listWidth = 480;
constexpr int listHeight = 360;
constexpr int top = 64;
constexpr int rowHeight = 28;

constexpr int keysRole = Qt::UserRole + 1;

// The command, and its keys at the far end.
class CommandDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const QRectF row = withoutTrailing(QRectF(option.rect), u(3), option.direction);
        paintText(painter, row, index.data(keysRole).toString(), typeface(Type::Caption), Theme::current().text3,
                  option.direction, Qt::AlignTrailing | Qt::AlignVCenter);
    }
};

QString plainText(const QAction* action)
{
    QString text = action->text();
    text.remove(u'&');
    if (text.endsWith(u'…'))
        text.chop(1);
    return text;
}

bool matches(const QString& name, const QStringList& words)
{
    return std::all_of(words.cbegin(), words.cend(),
                       [&name](const QString& word) { return name.contains(word, Qt::CaseInsensitive); });
}

} // namespace

CommandList::CommandList(QWidget* parent)
    : QFrame(parent, Qt::Popup)
    , m_search(new SearchField(tr("Type a command")))
    , m_list(new QListWidget)
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setAccessibleName(tr("Commands"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(u(3), u(3), u(3), u(3));
    layout->setSpacing(u(2));
    layout->addWidget(m_search);
    layout->addWidget(m_list);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_list->setAccessibleName(tr("Commands"));
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &CommandList::filter);
    connect(m_search, &QLineEdit::returnPressed, this, &CommandList::run);
    connect(m_list, &QListWidget::itemClicked, this, &CommandList::run);
}

void CommandList::open(const QList<QAction*>& commands)
{
    m_commands.clear();
    for (QAction* action : commands) {
        if (action->isEnabled() && !action->isSeparator() && !action->text().isEmpty())
            m_commands.append(action);
    }
    m_search->clear();
    filter({});
    resize(px(listWidth), px(listHeight));
    const QWidget* over = parentWidget();
    move(over->mapToGlobal(QPoint((over->width() - width()) / 2, px(top))));
    show();
    m_search->setFocus(Qt::ShortcutFocusReason);
}

void CommandList::filter(const QString& text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    m_list->clear();
    for (int index = 0; index < m_commands.size(); ++index) {
        const QAction* action = m_commands.at(index);
        if (!matches(plainText(action), words))
            continue;
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        auto* item = new QListWidgetItem(action->icon(), plainText(action), m_list);
        item->setData(Qt::UserRole, index);
        item->setData(keysRole, keys);
        if (!keys.isEmpty())
            item->setData(Qt::AccessibleTextRole, tr("%1, %2", "command, keys").arg(plainText(action), keys));
        item->setSizeHint({0, px(rowHeight)});
    }
    m_list->setCurrentRow(0);
}

void CommandList::run()
{
    const QListWidgetItem* item = m_list->currentItem();
    if (!item)
        return;
    const QPointer<QAction> action = m_commands.value(item->data(Qt::UserRole).toInt());
    hide();
    if (action)
        action->trigger();
}

bool CommandList::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            const int row = m_list->currentRow() + (key == Qt::Key_Down ? 1 : -1);
            m_list->setCurrentRow(std::clamp(row, 0, std::max(0, m_list->count() - 1)));
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace reserve
