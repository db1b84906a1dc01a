// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/exchange/profileform.h"

#include "models/booking/serverrouting.h"
#include "models/items/admindraft.h"
#include "models/items/agentrequest.h"
#include "models/items/serverremark.h"
#include "models/items/shellstatuswatcher.h"
#include "models/items/whenanswered.h"
#include "models/wording/wording.h"
#include "ui/common/formfield.h"
#include "ui/common/segmentedswitch.h"
#include "ui/exchange/addressfield.h"
#include "ui/exchange/draftfield.h"
#include "ui/exchange/pemfield.h"
#include "ui/exchange/routingtrial.h"
#include "ui/exchange/serversecretfield.h"
#include "ui/exchange/servertrial.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QSysInfo>

#include <algorithm>

namespace reserve {

namespace {

Meaning meaningOf(RemarkWeight weight)
{
    return weight == RemarkWeight::Failed ? Meaning::Failed : Meaning::Warning;
}

// The lease names its holder as "host, process 4711". Empty: no agent runs, or it runs on this machine.
QString otherMachine(const StatusFigures& figures)
{
    const QString host
        = figures.agentRuns ? figures.lease.holder.section(QLatin1String(", process "), 0, 0) : QString();
    return host.compare(QSysInfo::machineHostName(), Qt::CaseInsensitive) == 0 ? QString() : host;
}

// How a command names this store; nothing for the desk's own.
QString storeOption(const StoreLocation& location)
{
    return location.file() == StoreLocation::ofThisDesk().file()
        ? QString()
        : QStringLiteral(" --store \"%1\"").arg(location.file());
}

} // namespace

ProfileForm::ProfileForm(const Desk& desk, AdminDraft& draft, QWidget* parent)
    : DraftForm(draft, parent)
    , m_desk(desk)
{
    addServer();
    addSignIn();
    addWay();
    addTrials();
    finishSections();
    connect(&draft, &AdminDraft::changed, this, &ProfileForm::refresh);
    connect(&desk.status, &ShellStatusWatcher::changed, this, &ProfileForm::refresh);
}

FieldPath ProfileForm::pathOf(ProfileField field) const
{
    return {FieldPath::Kind::Profile, m_id, profileFieldName(field)};
}

DraftField* ProfileForm::add(FormSection* section, ProfileField field, const QString& label, QWidget* editor,
                             const QString& hint)
{
    DraftField* tied = tie(pathOf(field), label, editor, hint);
    m_tied.append({tied, field});
    if (section)
        section->addField(tied->form());
    return tied;
}

void ProfileForm::addServer()
{
    FormSection* server = addSection(tr("Server"));
    add(server, ProfileField::Name, tr("Name"), new QLineEdit, tr("As it is called here, for instance Head office."));
    m_kind = new QComboBox;
    m_kind->addItem(tr("Exchange Server, on premises (EWS)"), QStringLiteral("ews"));
    m_kind->addItem(tr("Exchange Online (Microsoft Graph)"), QStringLiteral("graph"));
    m_kind->addItem(tr("Mail only"), QStringLiteral("mail-only"));
    add(server, ProfileField::Kind, tr("Kind of server"), m_kind);
    connect(m_kind, &QComboBox::activated, this, &ProfileForm::chooseKind);
    DraftField* domains
        = add(server, ProfileField::MailDomains, tr("Mail domains"), new QLineEdit,
              tr("Separated by commas. A room goes to the server with the longest domain that matches; people of "
                 "these domains may book."));
    domains->setLiveFinding([this] { return judgeDomains(); });
    m_address = new AddressField(m_desk.store, tr("Address of the server"));
    DraftField* address = add(server, ProfileField::Url, tr("Address of the server"), m_address,
                              tr("For instance https://mail.mycompany.com/EWS/Exchange.asmx. Left empty, the agent "
                                 "finds an Exchange Server by "
                                 "Autodiscover, and takes the usual address of Exchange Online."));
    address->setLiveFinding([this] { return m_address->finding(); });
    connect(m_address, &AddressField::findingChanged, address, &DraftField::refresh);
}

void ProfileForm::addSignIn()
{
    m_signInSection = addSection(tr("How we sign in to Exchange"));
    m_signIn = new SegmentedSwitch(tr("How we sign in to Exchange"));
    m_signIn->addChoice(Anonymous, tr("Anonymous"));
    m_signIn->addChoice(Password, tr("User name and password"));
    m_signIn->addChoice(Kerberos, tr("Kerberos"));
    m_signIn->addChoice(OAuth, tr("OAuth"));
    m_signIn->setStretched(true);
    m_signInField = new FormField(tr("Authentication"), m_signIn);
    m_signInSection->addField(m_signInField);
    addPassword(m_signInSection);
    addClient(m_signInSection);
    connect(m_signIn, &SegmentedSwitch::changed, this, &ProfileForm::chooseSignIn);
}

void ProfileForm::addPassword(FormSection* section)
{
    m_ntlm = new QCheckBox(tr("NTLM Authentication?"));
    m_ntlmField = new FormField(tr("NTLM Authentication?"), m_ntlm);
    m_ntlmField->setHint(tr("Off means Basic: the user name is then user@domain or DOMAIN\\user."));
    section->addField(m_ntlmField);
    m_user = new QLineEdit;
    DraftField* domain = add(nullptr, ProfileField::NtlmDomain, tr("NTLM Domain"), new QLineEdit);
    DraftField* user = add(nullptr, ProfileField::UserName, tr("User name"), m_user);
    m_userField = user->form();
    section->addRow({domain->form(), m_userField});
    addSecret(section, ServerSecret::Password, tr("Password"));
    add(section, ProfileField::Impersonates, tr("Act as the room"), new QCheckBox(tr("Act as the room")),
        tr("By the role ApplicationImpersonation. Off, the user opens the rooms' mailboxes with rights of its own."));
    connect(m_ntlm, &QCheckBox::toggled, this, &ProfileForm::chooseNtlm);
    connect(m_user, &QLineEdit::editingFinished, this, &ProfileForm::splitTypedName);
}

void ProfileForm::addClient(FormSection* section)
{
    add(section, ProfileField::Tenant, tr("Tenant"), new QLineEdit,
        tr("Directory (tenant) ID of the app registration, or a domain such as mycompany.onmicrosoft.com."));
    add(section, ProfileField::ClientId, tr("Client ID"), new QLineEdit,
        tr("Application (client) ID of the app registration."));
    auto* proof = new QComboBox;
    proof->addItem(tr("Client secret"), QStringLiteral("secret"));
    proof->addItem(tr("Certificate"), QStringLiteral("certificate"));
    add(section, ProfileField::Proof, tr("Proof"), proof);
    addSecret(section, ServerSecret::ClientSecret, tr("Client secret"));
    DraftField* expiry = add(section, ProfileField::CredentialsExpire, tr("The client secret ends on"), new QLineEdit,
                             tr("As Microsoft Entra says, for instance 2027-05-31. You are reminded 30 days before."));
    expiry->setLiveFinding([this] { return judgeExpiry(ClientProof::Secret); });
    DraftField* certificate = addPem(section, ProfileField::Certificate, tr("Certificate"),
                                     tr("The one of the app registration. You are reminded 30 days before it ends."));
    certificate->setLiveFinding([this] { return judgeExpiry(ClientProof::Certificate); });
    addSecret(section, ServerSecret::PrivateKey, tr("Private key of the certificate"));
    add(section, ProfileField::Authority, tr("Authority"), new QLineEdit,
        tr("Left empty, https://login.microsoftonline.com."));
    add(section, ProfileField::Scope, tr("Scope"), new QLineEdit,
        tr("Left empty, the usual one of this kind of server."));
}

void ProfileForm::addSecret(FormSection* section, ServerSecret secret, const QString& label)
{
    auto* field = new ServerSecretField(m_desk.secrets, m_desk.prompt, secret, label);
    auto* form = new FormField(label, field);
    section->addField(form);
    m_secrets.append({secret, field, form});
    connect(field, &ServerSecretField::done, this, &ProfileForm::done);
    connect(field, &ServerSecretField::replaced, this, &ProfileForm::tellAgent);
    connect(field, &ServerSecretField::troubled, form, [form](const QString& why) {
        if (!why.isEmpty() || form->finding() == Meaning::Failed)
            form->setFinding(Meaning::Failed, why);
    });
}

void ProfileForm::addWay()
{
    m_waySection = addSection(tr("The way to it"));
    add(m_waySection, ProfileField::AnswersByMail, tr("Answer by mail where the request is not found"),
        new QCheckBox(tr("Answer by mail where the request is not found")),
        tr("When the room's mailbox does not have the request, its organizer gets the answer by mail."));
    add(m_waySection, ProfileField::Proxy, tr("Proxy"), new QLineEdit,
        tr("For instance proxy.mycompany.com:3128. Left empty, as the agent's machine is set up."));
    addPem(m_waySection, ProfileField::TrustedAuthorities, tr("Trusted certificate authorities"),
           tr("For a server whose certificate your company issued itself. With any here, they alone are trusted; "
              "compare the "
              "fingerprint with the administrator's. A wrong certificate is never ignored."));
}

DraftField* ProfileForm::addPem(FormSection* section, ProfileField field, const QString& label, const QString& hint)
{
    auto* pem = new PemField(m_desk.prompt, label);
    DraftField* tied = add(section, field, label, pem, hint);
    connect(pem, &PemField::troubled, tied->form(),
            [form = tied->form()](const QString& why) { form->setFinding(Meaning::Warning, why); });
    return tied;
}

void ProfileForm::addTrials()
{
    m_trialSection = addSection(tr("Does it work?"));
    m_trial = new ServerTrial(m_desk.store);
    m_trialSection->addField(m_trial);
    connect(m_trial->mailbox(), &QLineEdit::textChanged, m_address,
            [this](const QString& text) { m_address->setMailbox(text.trimmed()); });
    FormSection* routing = addSection(tr("Who handles what"));
    m_routing = new RoutingTrial(draft());
    routing->addField(m_routing);
}

void ProfileForm::setProfile(qint64 id)
{
    m_id = id;
    for (const Tied& tied : m_tied)
        tied.field->setPath(pathOf(tied.of));
    m_userField->setHint({});
    for (const Secret& secret : m_secrets)
        secret.form->clearFinding();
    refresh();
}

bool ProfileForm::focusField(const FieldPath& path)
{
    if (!(path == pathOf(ProfileField::Authentication)))
        return DraftForm::focusField(path);
    reveal(m_signIn);
    m_signIn->setFocus();
    return true;
}

ServerProfile ProfileForm::drafted() const
{
    for (const ServerProfile& profile : draftedProfiles(draft().snapshot(), draft().fields())) {
        if (profile.id.value == m_id)
            return profile;
    }
    return {};
}

void ProfileForm::refresh()
{
    const QScopedValueRollback refreshing(m_refreshing, true);
    const ServerProfile profile = drafted();
    showWhatMatters(profile);
    showSignIn(profile);
    showSecrets(profile);
    showTrial(profile);
}

void ProfileForm::showWhatMatters(const ServerProfile& profile)
{
    // What cannot be applied is shown even where it has no effect: it is to be mended.
    bool hasHiddenProblem = false;
    for (const Tied& tied : m_tied) {
        const bool isProblem = draft().plan().problemAt(pathOf(tied.of)) != nullptr;
        hasHiddenProblem |= isProblem && !matters(profile, tied.of);
        tied.field->form()->setVisible(isProblem || matters(profile, tied.of));
    }
    // A certificate says itself when it ends.
    for (const Tied& tied : m_tied) {
        if (tied.of == ProfileField::CredentialsExpire && profile.proof == ClientProof::Certificate)
            tied.field->form()->hide();
    }
    const bool isServer = profile.kind != ServerKind::MailOnly;
    m_signInSection->setVisible(isServer || hasHiddenProblem);
    m_waySection->setVisible(isServer || hasHiddenProblem);
    m_trialSection->setVisible(isServer);
}

void ProfileForm::showSignIn(const ServerProfile& profile)
{
    const FieldPath path = pathOf(ProfileField::Authentication);
    const ServerAuthentication way = profile.authentication;
    const bool ntlm = way == ServerAuthentication::Ntlm;
    const bool password = ntlm || way == ServerAuthentication::Basic;
    m_signIn->setCurrent(password                                    ? Password
                             : way == ServerAuthentication::OAuth    ? OAuth
                             : way == ServerAuthentication::Kerberos ? Kerberos
                                                                     : Anonymous);
    m_signInField->setChanged(draft().fields().isChanged(path));
    m_signInField->setHint(way == ServerAuthentication::Kerberos
                               ? tr("With the ticket of the user whose agent it is. No password is kept.")
                               : QString());
    const AdminProblem* problem = draft().plan().problemAt(path);
    if (problem)
        m_signInField->setFinding(Meaning::Failed, sentence(problem->reason));
    else
        m_signInField->clearFinding();
    // Graph leaves no choice.
    m_signInField->setVisible(profile.kind == ServerKind::Ews || problem || way != ServerAuthentication::OAuth);
    m_ntlm->setChecked(ntlm);
    m_ntlmField->setVisible(password && profile.kind == ServerKind::Ews);
}

void ProfileForm::showSecrets(const ServerProfile& profile)
{
    const QList<ServerSecret> needed = requiredSecrets(profile);
    const StatusFigures& figures = m_desk.status.figures();
    for (const Secret& secret : m_secrets) {
        secret.field->setServer(profile.id, otherMachine(figures), storeOption(m_desk.store.location()));
        secret.form->setVisible(needed.contains(secret.secret));
        const bool isMissing = figures.agentRuns && profile.id.value > 0
            && figures.agent.missingSecrets.contains(serverSecretName(profile.id, secret.secret));
        // Why the place for secrets does not answer comes first.
        if (secret.form->finding() == Meaning::Failed)
            continue;
        if (isMissing)
            secret.form->setFinding(Meaning::Warning, tr("The agent lacks it, so it cannot sign in."));
        else if (secret.form->finding() == Meaning::Warning)
            secret.form->clearFinding();
    }
}

void ProfileForm::showTrial(const ServerProfile& profile)
{
    const bool isOnPremises = profile.kind == ServerKind::Ews;
    m_trial->setServer(profile.id, whyNotAsked(), isOnPremises && profile.url.isEmpty());
    m_address->setServer(profile.id, whyNotAsked(ProfileField::Url), isOnPremises);
}

QString ProfileForm::whyNotAsked(std::optional<ProfileField> besides) const
{
    const auto& edits = draft().fields().edits();
    const bool hasEdits = std::any_of(edits.begin(), edits.end(), [&](const auto& entry) {
        return entry.first.kind == FieldPath::Kind::Profile && entry.first.id == m_id
            && !(besides && entry.first == pathOf(*besides));
    });
    return m_id <= 0                         ? tr("Apply the server first, then it can be tried.")
        : hasEdits                           ? tr("Apply the changes first: what is applied is tried.")
        : !m_desk.status.figures().agentRuns ? tr("No agent runs on this store, and the agent signs in.")
                                             : QString();
}

void ProfileForm::chooseKind()
{
    // Graph knows nothing else; what was there is one Undo away.
    if (m_kind->currentData().toString() == QLatin1String("graph")
        && drafted().authentication != ServerAuthentication::OAuth)
        draft().fields().setAll({{pathOf(ProfileField::Authentication), QStringLiteral("oauth")}});
}

void ProfileForm::chooseSignIn(int choice)
{
    if (m_refreshing)
        return;
    const QString value = choice == Password ? (m_ntlm->isChecked() ? QStringLiteral("ntlm") : QStringLiteral("basic"))
        : choice == OAuth                    ? QStringLiteral("oauth")
        : choice == Kerberos                 ? QStringLiteral("kerberos")
                                             : QStringLiteral("anonymous");
    draft().fields().setAll({{pathOf(ProfileField::Authentication), value}});
}

void ProfileForm::chooseNtlm(bool on)
{
    if (m_refreshing)
        return;
    draft().fields().setAll(
        {{pathOf(ProfileField::Authentication), on ? QStringLiteral("ntlm") : QStringLiteral("basic")}});
    splitTypedName();
}

void ProfileForm::splitTypedName()
{
    const QString typed = draft().fields().text(pathOf(ProfileField::UserName));
    const Credentials credentials = splitCredentials(typed);
    if (!m_ntlm->isChecked() || credentials.domain.isEmpty())
        return;
    draft().fields().setAll({{pathOf(ProfileField::NtlmDomain), credentials.domain},
                             {pathOf(ProfileField::UserName), credentials.userName}});
    m_userField->setHint(tr("You typed %1. We split it: no slashes are needed, on Windows or Linux.").arg(typed));
}

void ProfileForm::tellAgent()
{
    whenAnswered(askAgent(m_desk.store, CommandKind::ReloadSettings), this, [this](const Result<CommandId>& id) {
        if (!id)
            Q_EMIT failed(id.error().reason());
    });
}

std::optional<LiveFinding> ProfileForm::judgeDomains() const
{
    const QList<ServerProfile> profiles = draftedProfiles(draft().snapshot(), draft().fields());
    const auto mine = std::find_if(profiles.begin(), profiles.end(),
                                   [this](const ServerProfile& profile) { return profile.id.value == m_id; });
    if (mine == profiles.end())
        return std::nullopt;
    if (mine->mailDomains.isEmpty())
        return LiveFinding{Meaning::Warning, tr("It names no mail domain yet, so no room goes to this server.")};
    for (const DomainOverlap& overlap : overlapsOf(profiles)) {
        if (!mine->mailDomains.contains(overlap.domain, Qt::CaseInsensitive))
            continue;
        const ServerProfile& first = profiles.at(overlap.profiles.first());
        const ServerProfile& second = profiles.at(overlap.profiles.at(1));
        return LiveFinding{Meaning::Warning,
                           first.id == mine->id
                               ? tr("%1 is named by %2 as well. Its rooms go to this server, which was there first.")
                                     .arg(overlap.domain, second.name)
                               : tr("%1 is named by %2 as well. Its rooms go there, because that was there first.")
                                     .arg(overlap.domain, first.name)};
    }
    const QList<Space> spaces = draftedSpaces(draft().snapshot(), draft().fields());
    const auto own = std::count_if(spaces.begin(), spaces.end(),
                                   [&](const Space& space) { return profileFor(profiles, space.mailbox) == &*mine; });
    return LiveFinding{Meaning::Good, tr("%n space(s) go to this server.", nullptr, int(own))};
}

std::optional<LiveFinding> ProfileForm::judgeExpiry(ClientProof proof) const
{
    const ServerProfile profile = drafted();
    const auto remark = profile.proof == proof ? expiryRemark(profile, m_desk.store.clock().now()) : std::nullopt;
    return remark ? std::optional(LiveFinding{meaningOf(remark->weight), remark->words}) : std::nullopt;
}

} // namespace reserve
