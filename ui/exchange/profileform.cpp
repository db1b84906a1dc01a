// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/exchange/profileform.h"

#include "models/items/admindraft.h"
#include "ui/common/formfield.h"
#include "ui/common/label.h"
#include "ui/common/segmentedswitch.h"
#include "ui/exchange/draftfield.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QScopedValueRollback>

namespace reserve {

ProfileForm::ProfileForm(AdminDraft& draft, QWidget* parent)
    : DraftForm(draft, parent)
{
    addServer();
    addSignIn();
    finishSections();
    connect(&draft, &AdminDraft::changed, this, &ProfileForm::refresh);
}

FieldPath ProfileForm::pathOf(ProfileField field) const
{
    return {FieldPath::Kind::Profile, m_id, profileFieldName(field)};
}

void ProfileForm::addServer()
{
    FormSection* server = addSection(tr("Server"));
    const auto add = [this, server](ProfileField field, const QString& label, QWidget* editor, const QString& hint) {
        DraftField* tied = tie(pathOf(field), label, editor, hint);
        m_tied.append({tied, field});
        server->addField(tied->form());
        return tied;
    };
    add(ProfileField::Name, tr("Name"), new QLineEdit, tr("As it is called here, for instance Head office."));
    auto* kind = new QComboBox;
    kind->addItem(tr("Exchange Server, on premises"), QStringLiteral("ews"));
    kind->addItem(tr("Exchange Online"), QStringLiteral("graph"));
    kind->addItem(tr("Mail only"), QStringLiteral("mail-only"));
    add(ProfileField::Kind, tr("Kind of server"), kind, {});
    DraftField* domains = add(ProfileField::MailDomains, tr("Mail domains"), new QLineEdit,
                              tr("Separated by commas. A room goes to the server with the longest domain that matches; people of "
                                 "these domains may book."));
    domains->setLiveFinding([this]() -> std::optional<LiveFinding> {
        const QString other = overlap();
        return other.isEmpty() ? std::nullopt : std::optional(LiveFinding{Meaning::Warning, other});
    });
    add(ProfileField::Url, tr("Address of the server"), new QLineEdit, tr("For instance https://mail.mycompany.com/EWS/Exchange.asmx."));
}

void ProfileForm::addSignIn()
{
    FormSection* section = addSection(tr("How we sign in to Exchange"));
    m_signIn = new SegmentedSwitch(tr("How we sign in to Exchange"));
    m_signIn->addChoice(Anonymous, tr("Anonymous"));
    m_signIn->addChoice(Password, tr("User name and password"));
    m_signIn->addChoice(OAuth, tr("OAuth"));
    m_signIn->setStretched(true);
    m_signInField = new FormField(tr("Authentication"), m_signIn);
    section->addField(m_signInField);
    m_ntlm = new QCheckBox(tr("NTLM Authentication?"));
    m_ntlmField = new FormField(tr("NTLM Authentication?"), m_ntlm);
    m_ntlmField->setHint(tr("Off means Basic: the user name is then user@domain or DOMAIN\\user."));
    section->addField(m_ntlmField);
    DraftField* domain = tie(pathOf(ProfileField::NtlmDomain), tr("NTLM Domain"), new QLineEdit);
    m_user = new QLineEdit;
    DraftField* user = tie(pathOf(ProfileField::UserName), tr("User name"), m_user);
    m_tied.append({domain, ProfileField::NtlmDomain});
    m_tied.append({user, ProfileField::UserName});
    m_domainField = domain->form();
    m_userField = user->form();
    section->addRow({m_domainField, m_userField});
    section->addField(Label::paragraph(tr("This version tells Exchange by mail and does not sign in there, so no password is "
                                          "asked for."),
                                       Ink::Hint));
    connect(m_signIn, &SegmentedSwitch::changed, this, &ProfileForm::chooseSignIn);
    connect(m_ntlm, &QCheckBox::toggled, this, &ProfileForm::chooseNtlm);
    connect(m_user, &QLineEdit::editingFinished, this, &ProfileForm::splitUserName);
}

void ProfileForm::setProfile(qint64 id)
{
    m_id = id;
    for (const auto& [tied, field] : m_tied)
        tied->setPath(pathOf(field));
    m_userField->setHint({});
    refresh();
}

void ProfileForm::refresh()
{
    const QScopedValueRollback refreshing(m_refreshing, true);
    const FieldPath path = pathOf(ProfileField::Authentication);
    const QString authentication = draft().fields().text(path);
    const bool ntlm = authentication == QLatin1String("ntlm");
    const bool password = ntlm || authentication == QLatin1String("basic");
    m_signIn->setCurrent(password ? Password : authentication == QLatin1String("oauth") ? OAuth : Anonymous);
    m_signInField->setChanged(draft().fields().isChanged(path));
    m_ntlm->setChecked(ntlm);
    m_ntlmField->setOff(password ? QString() : tr("Only with user name and password"));
    m_domainField->setOff(ntlm ? QString() : tr("Only with NTLM Authentication"));
    m_userField->setOff(password || authentication == QLatin1String("oauth") ? QString() : tr("Not needed when anonymous"));
}

void ProfileForm::chooseSignIn(int choice)
{
    if (m_refreshing)
        return;
    const QString value = choice == Password ? (m_ntlm->isChecked() ? QStringLiteral("ntlm") : QStringLiteral("basic"))
                          : choice == OAuth  ? QStringLiteral("oauth")
                                             : QStringLiteral("anonymous");
    draft().fields().setAll({{pathOf(ProfileField::Authentication), value}});
}

void ProfileForm::chooseNtlm(bool on)
{
    if (m_refreshing)
        return;
    draft().fields().setAll({{pathOf(ProfileField::Authentication), on ? QStringLiteral("ntlm") : QStringLiteral("basic")}});
    splitUserName();
}

void ProfileForm::splitUserName()
{
    const QString typed = draft().fields().text(pathOf(ProfileField::UserName));
    const Credentials credentials = splitCredentials(typed);
    if (!m_ntlm->isChecked() || credentials.domain.isEmpty())
        return;
    draft().fields().setAll({{pathOf(ProfileField::NtlmDomain), credentials.domain},
                             {pathOf(ProfileField::UserName), credentials.userName}});
    m_userField->setHint(tr("You typed %1. We split it: no slashes are needed, on Windows or Linux.").arg(typed));
}

QString ProfileForm::overlap() const
{
    const QList<ServerProfile> profiles = draftedProfiles(draft().snapshot(), draft().fields());
    QStringList mine;
    for (const ServerProfile& profile : profiles) {
        if (profile.id.value == m_id)
            mine = profile.mailDomains;
    }
    for (const ServerProfile& profile : profiles) {
        for (const QString& domain : profile.id.value == m_id ? QStringList() : profile.mailDomains) {
            if (mine.contains(domain, Qt::CaseInsensitive))
                return tr("%1 is handled by %2 as well. Its rooms go to the first of the two.").arg(domain, profile.name);
        }
    }
    return {};
}

} // namespace reserve
