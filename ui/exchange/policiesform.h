// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/policybook.h"
#include "ui/exchange/draftform.h"

QT_BEGIN_NAMESPACE
class QComboBox;
QT_END_NAMESPACE

namespace reserve {

class Label;

// The booking policies of one building, or of one space over those of its building. A field that is left
// empty, or a choice that says so, is inherited; what it then comes to stands in it. The policies bear
// Exchange's names.
class PoliciesForm final : public DraftForm
{
    Q_OBJECT

public:
    explicit PoliciesForm(AdminDraft& draft, QWidget* parent = nullptr);

    // Goes to the space or building of the path first. False when the path is no policy, or its space is
    // gone.
    bool showField(const FieldPath& path);

    QComboBox* buildings() const { return m_building; }
    QComboBox* spaces() const { return m_space; }

private:
    struct Row
    {
        QString name;
        DraftField* field;
    };

    QWidget* makeChooser();
    void addPolicies(const QString& title, const QList<std::pair<QString, QString>>& policies);
    QWidget* makeEditor(const QString& name) const;
    void fillBuildings();
    void fillSpaces();
    void choose();
    void refresh();
    QString ownWords(int own) const;
    void showInherited(const Row& row, const PolicyBook& book);
    PolicyScope scope() const;
    QString inheritedText(const QString& name, const PolicyBook& book) const;

    QComboBox* m_building;
    QComboBox* m_space;
    Label* m_own;
    QList<Row> m_rows;
};

} // namespace reserve
