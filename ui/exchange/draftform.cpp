// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/exchange/draftform.h"

#include "models/items/admindraft.h"
#include "ui/common/card.h"
#include "ui/common/formfield.h"
#include "ui/common/scrollcolumn.h"
#include "ui/exchange/draftfield.h"
#include "ui/exchange/settinglabels.h"
#include "ui/theme/metrics.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollBar>
#include <QSpinBox>
#include <QTimer>
#include <QVBoxLayout>

namespace reserve {

namespace {

constexpr int widestForm = 620;

bool isPlainNumber(const SettingDefinition& setting)
{
    return setting.type == SettingType::Integer && !setting.defaultValue.isEmpty() && setting.maximum <= 65535;
}

} // namespace

DraftForm::DraftForm(AdminDraft& draft, QWidget* parent)
    : QWidget(parent)
    , m_draft(draft)
{
    auto* content = new Surface(Surface::Ground::Surface);
    // Side by side with nothing: only so the height is asked for at the width that the column really has.
    auto* beside = new QHBoxLayout(content);
    beside->setContentsMargins(u(3), u(4), u(4), u(4));
    auto* column = new QWidget;
    column->setMaximumWidth(px(widestForm));
    m_layout = new QVBoxLayout(column);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(u(4));
    beside->addWidget(column, 1);
    beside->addStretch(0);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_scroll = new ScrollColumn(content);
    outer->addWidget(m_scroll);
}

FormSection* DraftForm::addSection(const QString& title)
{
    auto* section = new FormSection(title);
    section->setFirst(!m_hasSection);
    m_hasSection = true;
    m_layout->addWidget(section);
    return section;
}

void DraftForm::addPart(QWidget* part)
{
    m_layout->addWidget(part);
}

void DraftForm::finishSections()
{
    m_layout->addStretch(1);
}

QWidget* DraftForm::makeEditor(const QString& key) const
{
    const SettingDefinition* setting = findSetting(key);
    Q_ASSERT(setting);
    if (setting->type == SettingType::Boolean)
        return new QCheckBox(settingLabel(key));
    if (setting->type == SettingType::Security) {
        auto* combo = new QComboBox;
        combo->addItem(tr("None"), QStringLiteral("none"));
        combo->addItem(tr("STARTTLS"), QStringLiteral("starttls"));
        combo->addItem(tr("TLS from the first byte"), QStringLiteral("tls"));
        return combo;
    }
    if (isPlainNumber(*setting)) {
        auto* spin = new QSpinBox;
        spin->setRange(int(setting->minimum), int(setting->maximum));
        spin->setSuffix(settingUnit(key));
        spin->setGroupSeparatorShown(false);
        return spin;
    }
    return new QLineEdit;
}

DraftField* DraftForm::addSetting(FormSection* section, const QString& key, const QString& hint)
{
    DraftField* field = tie({FieldPath::Kind::Setting, 0, key}, settingLabel(key), makeEditor(key), hint);
    section->addField(field->form());
    return field;
}

DraftField* DraftForm::tie(const FieldPath& path, const QString& label, QWidget* editor, const QString& hint)
{
    auto* form = new FormField(label, editor);
    form->setHint(hint);
    auto* field = new DraftField(m_draft, path, form);
    m_fields.append(field);
    return field;
}

bool DraftForm::focusField(const FieldPath& path)
{
    for (DraftField* field : m_fields) {
        if (!(field->path() == path))
            continue;
        reveal(field->form());
        field->form()->field()->setFocus();
        field->insist();
        return true;
    }
    return false;
}

void DraftForm::showTop()
{
    m_scroll->verticalScrollBar()->setValue(0);
}

void DraftForm::reveal(QWidget* part)
{
    QTimer::singleShot(0, part, [this, part] { m_scroll->ensureWidgetVisible(part, 0, u(4)); });
}

bool DraftForm::hasChanges() const
{
    return std::any_of(m_fields.begin(), m_fields.end(),
                       [this](const DraftField* field) { return m_draft.fields().isChanged(field->path()); });
}

} // namespace reserve
