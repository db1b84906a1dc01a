// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/settings/settingdefinition.h"

#include "models/base/address.h"

#include <QHostAddress>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <limits>

namespace reserve {

namespace {

constexpr qint64 megabyte = 1024 * 1024;

Arguments about(const QString& key, const QString& value)
{
    return {{QStringLiteral("key"), key}, {QStringLiteral("value"), value}};
}

QStringList items(const QString& value)
{
    QStringList list;
    for (const QString& item : value.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (const QString trimmed = item.trimmed(); !trimmed.isEmpty() && !list.contains(trimmed))
            list.append(trimmed);
    }
    return list;
}

bool isDomain(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("^[\\p{L}\\p{N}_]([\\p{L}\\p{N}_-]*[\\p{L}\\p{N}_])?(\\.["
                                                           "\\p{L}\\p{N}_]([\\p{L}\\p{N}_-]*[\\p{L}\\p{N}_])?)*$"));
    return text.size() <= 253 && pattern.match(text).hasMatch();
}

// ISO 639, with an underscore and ISO 3166 where one country's is meant.
bool isLanguage(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("^[a-z]{2,3}(_[A-Z]{2})?$"));
    return pattern.match(text).hasMatch();
}

bool isPeer(const QString& text)
{
    if (text.contains(QLatin1Char('/')))
        return QHostAddress::parseSubnet(text).second >= 0;
    return !QHostAddress(text).isNull();
}

template<typename Predicate>
Result<QString> checkedList(const QString& key, const QString& value, const char* code, Predicate fits)
{
    const QStringList list = items(value);
    for (const QString& item : list) {
        if (!fits(item))
            return failure(QByteArray(code), about(key, item));
    }
    return list.join(QLatin1Char(','));
}

Result<QString> checked(const QString& key, const QString& value, const char* code, bool fits)
{
    if (!fits)
        return failure(QByteArray(code), about(key, value));
    return value;
}

Result<QString> normalisedBoolean(const QString& key, const QString& value)
{
    const QString word = value.toLower();
    static const QStringList yes{QStringLiteral("true"), QStringLiteral("yes"), QStringLiteral("y"),
                                 QStringLiteral("on"), QStringLiteral("1")};
    static const QStringList no{QStringLiteral("false"), QStringLiteral("no"), QStringLiteral("n"),
                                QStringLiteral("off"), QStringLiteral("0")};
    if (yes.contains(word))
        return QStringLiteral("true");
    if (no.contains(word))
        return QStringLiteral("false");
    return failure("setting.not-boolean", about(key, value));
}

Result<QString> normalisedInteger(const SettingDefinition& setting, const QString& value)
{
    bool ok = false;
    const qint64 number = value.toLongLong(&ok);
    if (!ok)
        return failure("setting.not-integer", about(setting.key, value));
    if (number < setting.minimum || number > setting.maximum) {
        Arguments arguments = about(setting.key, value);
        arguments.insert(QStringLiteral("minimum"), QString::number(setting.minimum));
        arguments.insert(QStringLiteral("maximum"), QString::number(setting.maximum));
        return failure("setting.out-of-range", arguments);
    }
    return QString::number(number);
}

// The known key with the longest common start, for "did you mean".
QString nearestKey(const QString& key)
{
    QString nearest;
    qsizetype longest = 0;
    for (const SettingDefinition& setting : settingDefinitions()) {
        qsizetype common = 0;
        while (common < std::min(key.size(), setting.key.size()) && key.at(common) == setting.key.at(common))
            ++common;
        if (common > longest) {
            longest = common;
            nearest = setting.key;
        }
    }
    return nearest;
}

} // namespace

const QList<SettingDefinition>& settingDefinitions()
{
    using Type = SettingType;
    static const QList<SettingDefinition> definitions{
        {QStringLiteral("smtp.address"), Type::Address, QStringLiteral("127.0.0.1")},
        {QStringLiteral("smtp.port"), Type::Integer, QStringLiteral("8025"), 1, 65535},
        {QStringLiteral("smtp.host-name"), Type::HostName, QString()},
        {QStringLiteral("smtp.accepted-peers"), Type::PeerList, QString()},
        {QStringLiteral("smtp.keep-email"), Type::Boolean, QStringLiteral("false")},
        {QStringLiteral("smtp.root"), Type::Folder, QString()},
        {QStringLiteral("smtp.max-message-bytes"), Type::Integer, QStringLiteral("37748736"), 65536, 1024 * megabyte},
        {QStringLiteral("smtp.connector-port"), Type::Integer, QString(), 1, 65535},
        {QStringLiteral("smtp.max-sessions"), Type::Integer, QStringLiteral("500"), 1, 10000},
        {QStringLiteral("smtp.max-sessions-per-peer"), Type::Integer, QStringLiteral("100"), 1, 10000},
        {QStringLiteral("smtp.max-recipients"), Type::Integer, QStringLiteral("1000"), 100, 50000},
        {QStringLiteral("smtp.backlog-limit"), Type::Integer, QStringLiteral("100000"), 100, 10000000},
        {QStringLiteral("smtp.minimum-free-megabytes"), Type::Integer, QStringLiteral("64"), 1, 1024 * 1024},
        {QStringLiteral("reserve.sub-domain"), Type::DomainList, QString()},
        {QStringLiteral("reserve.default-user-email"), Type::Email, QString()},
        {QStringLiteral("reserve.create-external-contact"), Type::Boolean, QStringLiteral("false")},
        {QStringLiteral("reserve.accepted-domains"), Type::DomainList, QString()},
        {QStringLiteral("reserve.ignore-mailbox-case"), Type::Boolean, QStringLiteral("false")},
        {QStringLiteral("reserve.time-zone"), Type::TimeZone, QString()},
        {QStringLiteral("exchange.retry-minutes"), Type::Integer, QStringLiteral("5"), 1, 1440},
        {QStringLiteral("outgoing.host"), Type::HostName, QString()},
        {QStringLiteral("outgoing.port"), Type::Integer, QStringLiteral("25"), 1, 65535},
        {QStringLiteral("outgoing.security"), Type::Security, QStringLiteral("starttls")},
        {QStringLiteral("outgoing.user"), Type::Text, QString()},
        {QStringLiteral("outgoing.from"), Type::Email, QString()},
        {QStringLiteral("notices.to"), Type::EmailList, QString()},
        {QStringLiteral("notices.language"), Type::Language, QString()},
        {QStringLiteral("store.keep-mail-days"), Type::Integer, QStringLiteral("90"), 1, 36500},
        {QStringLiteral("store.keep-trace-days"), Type::Integer, QStringLiteral("400"), 1, 36500},
        {QStringLiteral("console.site-name"), Type::Text, QString()},
        {QStringLiteral("console.started"), Type::Boolean, QStringLiteral("false")},
        {QStringLiteral("console.start-agent"), Type::Boolean, QStringLiteral("true")},
        {QStringLiteral("console.agent-as-process"), Type::Boolean, QStringLiteral("false")},
        {QStringLiteral("console.practice"), Type::Boolean, QStringLiteral("false")},
    };
    return definitions;
}

const SettingDefinition* findSetting(const QString& key)
{
    const QList<SettingDefinition>& all = settingDefinitions();
    const auto match = std::find_if(all.begin(), all.end(), [&](const SettingDefinition& s) { return s.key == key; });
    return match == all.end() ? nullptr : &*match;
}

Result<QString> normalised(const QString& key, const QString& value)
{
    const SettingDefinition* setting = findSetting(key);
    if (!setting)
        return failure("setting.unknown", {{QStringLiteral("key"), key}, {QStringLiteral("nearest"), nearestKey(key)}});
    const QString text = value.trimmed();
    if (text.isEmpty())
        return QString();
    switch (setting->type) {
    case SettingType::Text:
    case SettingType::Folder:
        return text;
    case SettingType::Boolean:
        return normalisedBoolean(key, text);
    case SettingType::Integer:
        return normalisedInteger(*setting, text);
    case SettingType::Email:
        return checked(key, text, "setting.not-email", looksLikeAddress(text));
    case SettingType::EmailList:
        return checkedList(key, text, "setting.not-email", [](const QString& item) { return looksLikeAddress(item); });
    case SettingType::DomainList:
        return checkedList(key, text, "setting.not-domain", isDomain);
    case SettingType::PeerList:
        return checkedList(key, text, "setting.not-peer", isPeer);
    case SettingType::Address:
        return checked(key, text, "setting.not-address", !QHostAddress(text).isNull());
    case SettingType::HostName:
        return checked(key, text, "setting.not-host-name", isDomain(text) || !QHostAddress(text).isNull());
    case SettingType::TimeZone:
        return checked(key, text, "setting.not-zone", QTimeZone::isTimeZoneIdAvailable(text.toUtf8()));
    case SettingType::Security:
        return checked(key, text.toLower(), "setting.not-security",
                       QStringList{QStringLiteral("none"), QStringLiteral("starttls"), QStringLiteral("tls")}.contains(
                           text.toLower()));
    case SettingType::Language:
        return checked(key, text, "setting.not-language", isLanguage(text));
    }
    Q_UNREACHABLE();
}

} // namespace reserve
