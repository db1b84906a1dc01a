// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/exchange/changeslist.h"

#include "models/items/admindraft.h"
#include "ui/common/tableview.h"
#include "ui/exchange/settinglabels.h"
#include "ui/theme/metrics.h"

#include <QStandardItemModel>
#include <QVBoxLayout>

namespace reserve {

ChangesList::ChangesList(AdminDraft& draft, QWidget* parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_table(new TableView(tr("Changes not applied"), design::spaceRow))
    , m_model(new QStandardItemModel(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_table->setModel(m_model);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    layout->addWidget(m_table);
    setFixedHeight(px(190));
    connect(&draft, &AdminDraft::changed, this, &ChangesList::refresh);
    refresh();
}

void ChangesList::refresh()
{
    const FieldDraft& fields = m_draft.fields();
    m_model->removeRows(0, m_model->rowCount());
    m_model->setHorizontalHeaderLabels({tr("What"), tr("Before"), tr("After")});
    const auto add = [this](const FieldPath& path, const QString& before, const QString& after) {
        m_model->appendRow({new QStandardItem(fieldLabel(path, m_draft.snapshot(), m_draft.fields())),
                            new QStandardItem(before), new QStandardItem(after)});
    };
    const auto said = [](const FieldPath& path, const QString& text) {
        if (path.kind == FieldPath::Kind::Policy && text.isEmpty())
            return tr("inherited");
        const qsizetype lineEnd = text.indexOf(QLatin1Char('\n')); // a certificate
        return lineEnd < 0 ? text : QString(text.first(lineEnd) + QStringLiteral(" …"));
    };
    for (const auto& [path, edit] : fields.edits()) {
        if (!fields.isAdded(path.kind, path.id))
            add(path, said(path, edit.before), said(path, edit.text));
    }
    for (const FieldPath& path : fields.added())
        add(path, {}, tr("added"));
    for (const FieldPath& path : fields.removed())
        add(path, {}, tr("removed"));
    m_table->setColumnCharacters({44, 40, 0});
}

int ChangesList::lineCount() const
{
    return m_model->rowCount();
}

} // namespace reserve
