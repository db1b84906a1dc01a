// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/exporting/profilefields.h"
#include "ui/exchange/draftform.h"

QT_BEGIN_NAMESPACE
class QCheckBox;
class QLineEdit;
QT_END_NAMESPACE

namespace reserve {

class FormField;
class SegmentedSwitch;

// One server profile (FAQ 11 and 12): which mail domains it handles and how one signs in there.
class ProfileForm final : public DraftForm
{
    Q_OBJECT

public:
    explicit ProfileForm(AdminDraft& draft, QWidget* parent = nullptr);

    void setProfile(qint64 id);
    qint64 profile() const { return m_id; }
    QLineEdit* userName() const { return m_user; }
    QCheckBox* ntlmBox() const { return m_ntlm; }
    SegmentedSwitch* signInSwitch() const { return m_signIn; }

private:
    enum SignIn { Anonymous, Password, OAuth };

    void addServer();
    void addSignIn();
    FieldPath pathOf(ProfileField field) const;
    void refresh();
    void chooseSignIn(int choice);
    void chooseNtlm(bool on);
    // R-CREDENTIALS: what is typed with a domain in front is taken apart.
    void splitUserName();
    QString overlap() const;

    qint64 m_id = 0;
    QList<std::pair<DraftField*, ProfileField>> m_tied;
    SegmentedSwitch* m_signIn;
    QCheckBox* m_ntlm;
    QLineEdit* m_user;
    FormField* m_signInField;
    FormField* m_ntlmField;
    FormField* m_domainField;
    FormField* m_userField;
    bool m_refreshing = false;
};

} // namespace reserve
