// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/exchange/spacedelegate.h"

#include "models/items/admindraft.h"
#include "models/items/spacemodel.h"
#include "ui/common/tableview.h"
#include "ui/theme/casedifference.h"
#include "ui/theme/metrics.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QPainter>

namespace reserve {

namespace {

constexpr int changedBar = 3;
constexpr int lineEditMargin = 2; // QLineEdit's own

// The text stays where it stood in the cell, and the ring is the cell's.
class CellEditor final : public QLineEdit
{
public:
    CellEditor(QWidget* parent, int textStart)
        : QLineEdit(parent)
    {
        setFrame(false);
        setTextMargins(textStart - lineEditMargin, 0, textStart - lineEditMargin, 0);
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        QLineEdit::paintEvent(event);
        QPainter painter(this);
        paintFocusCell(&painter, rect());
    }
};

} // namespace

SpaceDelegate::SpaceDelegate(AdminDraft& draft, const SpaceModel& model, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_draft(draft)
    , m_model(model)
{
}

void SpaceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem ground(option);
    initStyleOption(&ground, index);
    ground.text.clear();
    const bool isBox = ground.features & QStyleOptionViewItem::HasCheckIndicator;
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);
    if (m_model.isFinding(index.row()))
        return;
    const Theme& theme = Theme::current();
    painter->save();
    if (index.data(SpaceModel::ProblemRole).isValid()) {
        painter->fillRect(leadingSlice(option.rect, px(changedBar), option.direction), theme.of(Meaning::Failed).edge);
    } else if (index.data(SpaceModel::ChangedRole).toBool()) {
        painter->fillRect(leadingSlice(option.rect, px(changedBar), option.direction),
                          theme.of(Meaning::Tentative).edge);
    }
    QRectF inner = cellContents(option, index);
    if (isBox)
        inner = withoutLeading(inner, px(22), option.direction);
    if (index.column() == SpaceModel::MailboxColumn) {
        paintMailbox(painter, inner, option, index);
    } else {
        const QString text = index.data(Qt::DisplayRole).toString();
        const bool end
            = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()) & (Qt::AlignRight | Qt::AlignTrailing);
        paintText(painter, inner,
                  text.isEmpty() && index.column() == SpaceModel::ServerColumn ? QStringLiteral("–") : text,
                  typeface(index.column() == SpaceModel::NameColumn ? Type::Name : Type::Body),
                  index.column() == SpaceModel::NameColumn ? theme.text : theme.text2, option.direction,
                  (end ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
    }
    painter->restore();
}

void SpaceDelegate::paintMailbox(QPainter* painter, const QRectF& inner, const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const
{
    const QString text = index.data(Qt::DisplayRole).toString();
    const qint64 id = m_model.spaceAt(index.row());
    if (m_model.standingOf(id) == MailboxStanding::DiffersInCase) {
        const QString theirs = m_draft.heldForCase().value(id).exchangeSpelling;
        paintCaseDifference(painter, inner.toRect(), text, caseDifferences(text, theirs), option.direction);
        return;
    }
    const Theme& theme = Theme::current();
    paintText(painter, inner, text.isEmpty() ? tr("Type or paste a mailbox") : text, typeface(Type::Body),
              text.isEmpty() ? theme.text3 : theme.text, option.direction);
}

QWidget* SpaceDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                                     const QModelIndex& index) const
{
    const QRectF contents = cellContents(option, index);
    const bool mirrored = option.direction == Qt::RightToLeft;
    const double textStart
        = mirrored ? QRectF(option.rect).right() - contents.right() : contents.left() - option.rect.left();
    auto* editor = new CellEditor(parent, int(textStart));
    // Text in a field being edited counts at once.
    auto* self = const_cast<SpaceDelegate*>(this);
    connect(editor, &QLineEdit::textEdited, self, [self, editor] { Q_EMIT self->commitData(editor); });
    return editor;
}

void SpaceDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    // Each letter changes the model, which would set the text again and lose the cursor.
    auto* edit = qobject_cast<QLineEdit*>(editor);
    const QString text = index.data(Qt::EditRole).toString();
    if (!edit || edit->text() == text)
        return;
    edit->setText(text);
    edit->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
}

void SpaceDelegate::destroyEditor(QWidget* editor, const QModelIndex& index) const
{
    m_draft.fields().endStep();
    QStyledItemDelegate::destroyEditor(editor, index);
}

} // namespace reserve
