// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/reason.h"
#include "models/exporting/profilefields.h"
#include "models/secrets/serversecrets.h"
#include "ui/exchange/draftform.h"

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QLineEdit;
QT_END_NAMESPACE

namespace reserve {

class AddressField;
class FormField;
class Prompt;
class RoutingTrial;
class SecretStore;
class SegmentedSwitch;
class ServerSecretField;
class ServerTrial;
class ShellStatusWatcher;
class Store;
struct LiveFinding;

// One server profile (FAQ 11 and 12): which mail domains it handles, how one signs in there, and whether that works.
// Only what has an effect with its kind and way of signing in is shown. The draft, the store and the rest outlive it.
class ProfileForm final : public DraftForm
{
    Q_OBJECT

public:
    // What the form works with beside the draft.
    struct Desk
    {
        Store& store;
        ShellStatusWatcher& status;
        SecretStore* secrets; // none: passwords cannot be kept here
        Prompt& prompt;
    };

    ProfileForm(const Desk& desk, AdminDraft& draft, QWidget* parent = nullptr);

    void setProfile(qint64 id);
    qint64 profile() const { return m_id; }
    bool focusField(const FieldPath& path) override;

    AddressField* address() const { return m_address; }
    QLineEdit* userName() const { return m_user; }
    QCheckBox* ntlmBox() const { return m_ntlm; }
    SegmentedSwitch* signInSwitch() const { return m_signIn; }
    ServerTrial* trial() const { return m_trial; }
    RoutingTrial* routing() const { return m_routing; }
    ServerSecretField* secret(ServerSecret secret) const { return m_secrets.at(int(secret)).field; }

Q_SIGNALS:
    void done(const QString& sentence);
    void failed(const reserve::Reason& reason);

private:
    enum SignIn { Anonymous, Password, OAuth, Kerberos };
    struct Tied
    {
        DraftField* field;
        ProfileField of;
    };
    struct Secret
    {
        ServerSecret secret;
        ServerSecretField* field;
        FormField* form;
    };

    DraftField* add(FormSection* section, ProfileField field, const QString& label, QWidget* editor,
                    const QString& hint = {});
    // A certificate, or several.
    DraftField* addPem(FormSection* section, ProfileField field, const QString& label, const QString& hint);
    void addServer();
    void addSignIn();
    void addPassword(FormSection* section);
    void addClient(FormSection* section);
    void addWay();
    void addTrials();
    void addSecret(FormSection* section, ServerSecret secret, const QString& label);

    // Why the agent cannot be asked about the server as it is applied; empty: it can. `besides`: may be edited.
    QString whyNotAsked(std::optional<ProfileField> besides = std::nullopt) const;
    FieldPath pathOf(ProfileField field) const;
    ServerProfile drafted() const;
    void refresh();
    void showWhatMatters(const ServerProfile& profile);
    void showSignIn(const ServerProfile& profile);
    void showSecrets(const ServerProfile& profile);
    void showTrial(const ServerProfile& profile);
    void chooseKind();
    void chooseSignIn(int choice);
    void chooseNtlm(bool on);
    // R-CREDENTIALS: what is typed or pasted with a domain is taken apart.
    void splitTypedName();
    void tellAgent();
    std::optional<LiveFinding> judgeDomains() const;
    std::optional<LiveFinding> judgeExpiry(ClientProof proof) const;

    Desk m_desk;
    qint64 m_id = 0;
    QList<Tied> m_tied;
    QList<Secret> m_secrets;
    QComboBox* m_kind;
    AddressField* m_address;
    SegmentedSwitch* m_signIn;
    QCheckBox* m_ntlm;
    QLineEdit* m_user;
    FormField* m_signInField;
    FormField* m_ntlmField;
    FormField* m_userField;
    FormSection* m_signInSection;
    FormSection* m_waySection;
    FormSection* m_trialSection;
    ServerTrial* m_trial;
    RoutingTrial* m_routing;
    bool m_refreshing = false;
};

} // namespace reserve
