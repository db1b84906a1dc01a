// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/icons.h"
#include "ui/theme/meaning.h"

#include <QStyledItemDelegate>

#include <functional>
#include <optional>

namespace reserve {

struct StateCell
{
    std::optional<Meaning> meaning = {}; // empty: only the word, in text3 ("Not told")
    QString word = {};                   // the state's own word when empty
    std::optional<Icon> icon = {};       // the state's own when empty
};

// A table cell of icon and word. Models know no colours: the page says what an index means.
class StateDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using Reader = std::function<StateCell(const QModelIndex&)>;

    explicit StateDelegate(Reader read, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    Reader m_read;
};

} // namespace reserve
