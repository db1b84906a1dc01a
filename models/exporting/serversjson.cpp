// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exporting/serversjson.h"

#include "models/exporting/jsonarray.h"
#include "models/exporting/profilefields.h"

#include <QBuffer>
#include <QJsonArray>

namespace reserve {

QJsonObject toJsonObject(const ServerProfile& profile)
{
    QJsonObject object;
    for (const ProfileField field : profileFields())
        object.insert(profileFieldName(field), textOf(profile, field));
    object.insert(profileFieldName(ProfileField::MailDomains), QJsonArray::fromStringList(profile.mailDomains));
    object.insert(profileFieldName(ProfileField::Impersonates), profile.impersonates);
    object.insert(profileFieldName(ProfileField::AnswersByMail), profile.answersByMail);
    if (!profile.credentialsExpire.isValid())
        object.insert(profileFieldName(ProfileField::CredentialsExpire), QJsonValue::Null);
    return object;
}

QByteArray serversToJson(const QList<ServerProfile>& profiles)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    JsonArray array(buffer);
    for (const ServerProfile& profile : profiles)
        array.add(toJsonObject(profile));
    array.end();
    return buffer.data();
}

} // namespace reserve
