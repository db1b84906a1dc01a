// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/exchange/settinglabels.h"

#include "models/exporting/profilefields.h"
#include "models/exporting/spacefields.h"
#include "models/items/noticepath.h"
#include "models/items/policypath.h"
#include "models/wording/languages.h"
#include "models/wording/noticewords.h"

#include <QCoreApplication>
#include <QHash>

namespace reserve {

namespace {

constexpr char context[] = "SettingLabels";

QString translated(const char* text)
{
    return QCoreApplication::translate(context, text);
}

const QHash<QString, const char*>& labels()
{
    static const QHash<QString, const char*> all{
        {QStringLiteral("reserve.default-user-email"),
         QT_TRANSLATE_NOOP("SettingLabels", "Default Reserve User Email")},
        {QStringLiteral("reserve.create-external-contact"),
         QT_TRANSLATE_NOOP("SettingLabels", "Create External Contact for Unknown Exchange User?")},
        {QStringLiteral("reserve.accepted-domains"), QT_TRANSLATE_NOOP("SettingLabels", "Accepted requester domains")},
        {QStringLiteral("reserve.ignore-mailbox-case"),
         QT_TRANSLATE_NOOP("SettingLabels", "Ignore case in mailbox addresses")},
        {QStringLiteral("reserve.sub-domain"), QT_TRANSLATE_NOOP("SettingLabels", "Reserve sub-domain")},
        {QStringLiteral("reserve.time-zone"), QT_TRANSLATE_NOOP("SettingLabels", "Time zone of spaces that name none")},
        {QStringLiteral("exchange.retry-minutes"), QT_TRANSLATE_NOOP("SettingLabels", "Exchange Retry Duration")},
        {QStringLiteral("smtp.address"), QT_TRANSLATE_NOOP("SettingLabels", "Address to listen on")},
        {QStringLiteral("smtp.port"), QT_TRANSLATE_NOOP("SettingLabels", "Port")},
        {QStringLiteral("smtp.host-name"), QT_TRANSLATE_NOOP("SettingLabels", "Host name in the greeting")},
        {QStringLiteral("smtp.accepted-peers"), QT_TRANSLATE_NOOP("SettingLabels", "Accepted peers")},
        {QStringLiteral("smtp.connector-port"),
         QT_TRANSLATE_NOOP("SettingLabels", "Port of the Exchange send connector")},
        {QStringLiteral("smtp.keep-email"), QT_TRANSLATE_NOOP("SettingLabels", "Keep email")},
        {QStringLiteral("smtp.root"), QT_TRANSLATE_NOOP("SettingLabels", "SMTP root")},
        {QStringLiteral("smtp.max-message-bytes"), QT_TRANSLATE_NOOP("SettingLabels", "Largest message")},
        {QStringLiteral("outgoing.host"), QT_TRANSLATE_NOOP("SettingLabels", "Outgoing mail server")},
        {QStringLiteral("outgoing.port"), QT_TRANSLATE_NOOP("SettingLabels", "Port of the outgoing mail server")},
        {QStringLiteral("outgoing.security"), QT_TRANSLATE_NOOP("SettingLabels", "Encryption")},
        {QStringLiteral("outgoing.user"), QT_TRANSLATE_NOOP("SettingLabels", "User name at the outgoing mail server")},
        {QStringLiteral("outgoing.from"), QT_TRANSLATE_NOOP("SettingLabels", "Sender of notices")},
        {QStringLiteral("notices.to"), QT_TRANSLATE_NOOP("SettingLabels", "Notices to")},
        {QStringLiteral("notices.language"), QT_TRANSLATE_NOOP("SettingLabels", "Language of mails")},
        {QStringLiteral("console.start-agent"), QT_TRANSLATE_NOOP("SettingLabels", "Run an agent in this console")},
        {QStringLiteral("console.agent-as-process"), QT_TRANSLATE_NOOP("SettingLabels", "As a process of its own")},
        {QStringLiteral("store.keep-mail-days"), QT_TRANSLATE_NOOP("SettingLabels", "Keep mail for")},
        {QStringLiteral("store.keep-trace-days"), QT_TRANSLATE_NOOP("SettingLabels", "Keep traces for")}};
    return all;
}

QString profileLabel(const QString& field)
{
    switch (profileFieldNamed(field).value_or(ProfileField::Name)) {
    case ProfileField::Name:
        return translated(QT_TRANSLATE_NOOP("SettingLabels", "Name"));
    case ProfileField::Kind:
        return translated(QT_TRANSLATE_NOOP("SettingLabels", "Kind of server"));
    case ProfileField::Url:
        return translated(QT_TRANSLATE_NOOP("SettingLabels", "Address of the server"));
    case ProfileField::MailDomains:
        return translated(QT_TRANSLATE_NOOP("SettingLabels", "Mail domains"));
    case ProfileField::Authentication:
        return translated(QT_TRANSLATE_NOOP("SettingLabels", "Authentication"));
    case ProfileField::UserName:
        return translated(QT_TRANSLATE_NOOP("SettingLabels", "User name"));
    case ProfileField::NtlmDomain:
        return translated(QT_TRANSLATE_NOOP("SettingLabels", "NTLM Domain"));
    case ProfileField::Impersonates:
        return translated(QT_TRANSLATE_NOOP("SettingLabels", "Act as the room"));
    case ProfileField::Tenant:
        return translated(QT_TRANSLATE_NOOP("SettingLabels", "Tenant"));
    case ProfileField::ClientId:
        return translated(QT_TRANSLATE_NOOP("SettingLabels", "Client ID"));
    case ProfileField::Authority:
        return translated(QT_TRANSLATE_NOOP("SettingLabels", "Authority"));
    case ProfileField::Scope:
        return translated(QT_TRANSLATE_NOOP("SettingLabels", "Scope"));
    case ProfileField::Proof:
        return translated(QT_TRANSLATE_NOOP("SettingLabels", "Proof"));
    case ProfileField::Certificate:
        return translated(QT_TRANSLATE_NOOP("SettingLabels", "Certificate"));
    case ProfileField::CredentialsExpire:
        return translated(QT_TRANSLATE_NOOP("SettingLabels", "The client secret ends on"));
    case ProfileField::Proxy:
        return translated(QT_TRANSLATE_NOOP("SettingLabels", "Proxy"));
    case ProfileField::TrustedAuthorities:
        return translated(QT_TRANSLATE_NOOP("SettingLabels", "Trusted certificate authorities"));
    case ProfileField::AnswersByMail:
        return translated(QT_TRANSLATE_NOOP("SettingLabels", "Answer by mail where the request is not found"));
    }
    Q_UNREACHABLE();
}

QString spaceFieldLabel(const QString& column)
{
    switch (spaceFieldNamed(column).value_or(SpaceField::Name)) {
    case SpaceField::Name:
        return translated(QT_TRANSLATE_NOOP("SettingLabels", "Name"));
    case SpaceField::Building:
        return translated(QT_TRANSLATE_NOOP("SettingLabels", "Building"));
    case SpaceField::Floor:
        return translated(QT_TRANSLATE_NOOP("SettingLabels", "Floor"));
    case SpaceField::Capacity:
        return translated(QT_TRANSLATE_NOOP("SettingLabels", "Seats"));
    case SpaceField::Mailbox:
        return translated(QT_TRANSLATE_NOOP("SettingLabels", "Exchange Mailbox"));
    case SpaceField::DelegateContact:
        return translated(QT_TRANSLATE_NOOP("SettingLabels", "Delegate contact"));
    case SpaceField::TimeZone:
        return translated(QT_TRANSLATE_NOOP("SettingLabels", "Time zone"));
    case SpaceField::WorkDays:
        return translated(QT_TRANSLATE_NOOP("SettingLabels", "Work days"));
    case SpaceField::WorkStart:
        return translated(QT_TRANSLATE_NOOP("SettingLabels", "Working hours from"));
    case SpaceField::WorkEnd:
        return translated(QT_TRANSLATE_NOOP("SettingLabels", "Working hours to"));
    case SpaceField::Bookable:
        return translated(QT_TRANSLATE_NOOP("SettingLabels", "Booking"));
    case SpaceField::SetupMinutes:
        return translated(QT_TRANSLATE_NOOP("SettingLabels", "Set-up minutes"));
    case SpaceField::ClearupMinutes:
        return translated(QT_TRANSLATE_NOOP("SettingLabels", "Clear-up minutes"));
    }
    Q_UNREACHABLE();
}

} // namespace

QString settingLabel(const QString& key)
{
    const char* label = labels().value(key, nullptr);
    return label ? translated(label) : key;
}

QString settingUnit(const QString& key)
{
    if (key == QLatin1String("exchange.retry-minutes"))
        return translated(QT_TRANSLATE_NOOP("SettingLabels", " minutes"));
    if (key.endsWith(QLatin1String("-days")))
        return translated(QT_TRANSLATE_NOOP("SettingLabels", " days"));
    return {};
}

namespace {

// A policy bears Exchange's name, in every language.
QString policyLabel(const FieldPath& path, const AdminSnapshot& snapshot)
{
    const PolicyScope scope = policyScope(path);
    const Space* space = snapshot.space(scope.spaceId.value);
    const QString building = scope.building.isEmpty()
        ? translated(QT_TRANSLATE_NOOP("SettingLabels", "Without a building"))
        : scope.building;
    return translated(QT_TRANSLATE_NOOP("SettingLabels", "%1, %2"))
        .arg(space ? space->name : building, policyName(path));
}

QString noticeLabel(const NoticeKey& key)
{
    return translated(QT_TRANSLATE_NOOP("SettingLabels", "%1, %2, %3"))
        .arg(word(key.kind), languageName(key.language), word(key.part));
}

} // namespace

QString fieldLabel(const FieldPath& path, const AdminSnapshot& snapshot, const FieldDraft& draft)
{
    if (path.kind == FieldPath::Kind::Policy)
        return policyLabel(path, snapshot);
    if (const auto notice = noticeKey(path))
        return noticeLabel(*notice);
    if (path.kind == FieldPath::Kind::Setting)
        return settingLabel(path.field);
    const QString stored = snapshot.text({path.kind, path.id, QStringLiteral("name")}).value_or(QString());
    QString name = stored.isEmpty() ? draft.text({path.kind, path.id, QStringLiteral("name")}) : stored;
    if (name.isEmpty())
        name = path.kind == FieldPath::Kind::Space ? translated(QT_TRANSLATE_NOOP("SettingLabels", "New space"))
                                                   : translated(QT_TRANSLATE_NOOP("SettingLabels", "New server"));
    if (path.field.isEmpty())
        return name;
    const QString field = path.kind == FieldPath::Kind::Space ? spaceFieldLabel(path.field) : profileLabel(path.field);
    return translated(QT_TRANSLATE_NOOP("SettingLabels", "%1, %2")).arg(name, field);
}

} // namespace reserve
