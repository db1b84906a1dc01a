// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/auditjson.h"

#include "models/entities/enumtext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace reserve {

namespace {

QByteArray compact(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

QByteArray auditJson(const Space& space)
{
    return compact({{QStringLiteral("name"), space.name},
                    {QStringLiteral("building"), space.building},
                    {QStringLiteral("floor"), space.floor},
                    {QStringLiteral("capacity"), space.capacity},
                    {QStringLiteral("mailbox"), space.mailbox},
                    {QStringLiteral("delegate_contact"), space.delegateContact},
                    {QStringLiteral("time_zone"), QString::fromUtf8(space.timeZone)},
                    {QStringLiteral("work_days"), workDaysToText(space.hours.days)},
                    {QStringLiteral("work_start"), minuteToText(space.hours.startMinute)},
                    {QStringLiteral("work_end"), minuteToText(space.hours.endMinute)},
                    {QStringLiteral("bookable"), space.bookable},
                    {QStringLiteral("setup_minutes"), space.setupMinutes},
                    {QStringLiteral("clearup_minutes"), space.clearupMinutes},
                    {QStringLiteral("equipment"), QJsonArray::fromStringList(space.equipment)}});
}

QByteArray auditJson(const Person& person)
{
    return compact({{QStringLiteral("control_number"), person.controlNumber.text()},
                    {QStringLiteral("first_name"), person.firstName},
                    {QStringLiteral("last_name"), person.lastName},
                    {QStringLiteral("email"), person.email},
                    {QStringLiteral("kind"), QString::fromLatin1(toText(person.kind))},
                    {QStringLiteral("status"), QString::fromLatin1(toText(person.status))},
                    {QStringLiteral("time_zone"), QString::fromUtf8(person.timeZone)}});
}

QByteArray auditJson(const ServerProfile& profile)
{
    return compact({{QStringLiteral("name"), profile.name},
                    {QStringLiteral("kind"), QString::fromLatin1(toText(profile.kind))},
                    {QStringLiteral("url"), profile.url},
                    {QStringLiteral("mail_domains"), QJsonArray::fromStringList(profile.mailDomains)},
                    {QStringLiteral("authentication"), QString::fromLatin1(toText(profile.authentication))},
                    {QStringLiteral("user_name"), profile.userName},
                    {QStringLiteral("ntlm_domain"), profile.ntlmDomain},
                    {QStringLiteral("impersonates"), profile.impersonates},
                    {QStringLiteral("tenant"), profile.tenant},
                    {QStringLiteral("client_id"), profile.clientId},
                    {QStringLiteral("authority"), profile.authority},
                    {QStringLiteral("scope"), profile.scope},
                    {QStringLiteral("proof"), QString::fromLatin1(toText(profile.proof))},
                    {QStringLiteral("certificate"), profile.certificate},
                    {QStringLiteral("credentials_expire"), profile.credentialsExpire.toString(Qt::ISODate)},
                    {QStringLiteral("proxy"), profile.proxy},
                    {QStringLiteral("trusted_authorities"), profile.trustedAuthorities},
                    {QStringLiteral("answers_by_mail"), profile.answersByMail}});
}

QByteArray auditJson(const Closure& closure)
{
    return compact({{QStringLiteral("space_id"), closure.spaceId.value},
                    {QStringLiteral("building"), closure.building},
                    {QStringLiteral("start"), toIso(closure.time.start)},
                    {QStringLiteral("end"), toIso(closure.time.end)},
                    {QStringLiteral("reason"), closure.reason}});
}

QByteArray auditJson(const QString& name, const QString& value)
{
    return compact({{name, value}});
}

} // namespace reserve
