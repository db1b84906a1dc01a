// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/settings/settings.h"

#include <QSet>
#include <QTest>

using namespace reserve;

class tst_Settings final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyDefaultFitsItsOwnType();
    void keysThatScriptsRelyOn();
    void normalises_data();
    void normalises();
    void unknownKeyNamesTheNearest();
    void brokenStoredValueCountsAsNotSet();
    void typedValues();
};

void tst_Settings::everyDefaultFitsItsOwnType()
{
    QSet<QString> keys;
    for (const SettingDefinition& setting : settingDefinitions()) {
        QVERIFY2(!keys.contains(setting.key), qPrintable(setting.key));
        keys.insert(setting.key);
        const Result<QString> value = normalised(setting.key, setting.defaultValue);
        QVERIFY2(value.has_value(), qPrintable(setting.key));
        QCOMPARE(*value, setting.defaultValue);
    }
}

void tst_Settings::keysThatScriptsRelyOn()
{
    const QStringList keys = QStringLiteral("smtp.address smtp.port smtp.host-name smtp.accepted-peers smtp.keep-email "
                                            "smtp.root smtp.max-message-bytes smtp.connector-port reserve.sub-domain "
                                            "reserve.default-user-email reserve.create-external-contact "
                                            "reserve.accepted-domains reserve.ignore-mailbox-case reserve.time-zone "
                                            "exchange.retry-minutes outgoing.host outgoing.port outgoing.security "
                                            "outgoing.user outgoing.from notices.to store.keep-mail-days "
                                            "store.keep-trace-days")
                                 .split(QLatin1Char(' '));
    for (const QString& key : keys)
        QVERIFY2(findSetting(key), qPrintable(key));
    QCOMPARE(Settings().smtpMaxMessageBytes(), 37748736);
    QCOMPARE(Settings().smtpPort(), quint16(8025));
    QCOMPARE(Settings().exchangeRetry(), std::chrono::minutes(5));
    QCOMPARE(Settings().keepMailDays(), 90);
    QCOMPARE(Settings().keepTraceDays(), 400);
}

void tst_Settings::normalises_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("stored");
    QTest::addColumn<QByteArray>("code");
    const auto fits = [](const char* key, const char* value, const char* stored) {
        QTest::addRow("%s=%s", key, value)
            << QString::fromLatin1(key) << QString::fromUtf8(value) << QString::fromUtf8(stored) << QByteArray();
    };
    const auto fails = [](const char* key, const char* value, const char* code) {
        QTest::addRow("%s=%s", key, value)
            << QString::fromLatin1(key) << QString::fromUtf8(value) << QString() << QByteArray(code);
    };
    fits("smtp.port", " 2525 ", "2525");
    fits("smtp.port", "", "");
    fails("smtp.port", "0", "setting.out-of-range");
    fails("smtp.port", "70000", "setting.out-of-range");
    fails("smtp.port", "smtp", "setting.not-integer");
    fits("smtp.keep-email", "Y", "true");
    fits("smtp.keep-email", "FALSE", "false");
    fails("smtp.keep-email", "maybe", "setting.not-boolean");
    fits("smtp.accepted-peers", "10.0.0.0/8, 192.0.2.7,", "10.0.0.0/8,192.0.2.7");
    fits("smtp.accepted-peers", "2001:db8::/32", "2001:db8::/32");
    fails("smtp.accepted-peers", "10.0.0.0/99", "setting.not-peer");
    fails("smtp.accepted-peers", "mail.example", "setting.not-peer");
    fits("smtp.address", "0.0.0.0", "0.0.0.0");
    fails("smtp.address", "localhost", "setting.not-address");
    fits("reserve.accepted-domains", "partner.example,visitor.example", "partner.example,visitor.example");
    fails("reserve.accepted-domains", "a@b.example", "setting.not-domain");
    fits("reserve.default-user-email", "frontdesk@mycompany.com", "frontdesk@mycompany.com");
    fails("reserve.default-user-email", "frontdesk", "setting.not-email");
    fits("reserve.time-zone", "Europe/Berlin", "Europe/Berlin");
    fails("reserve.time-zone", "Berlin", "setting.not-zone");
    fits("outgoing.security", "TLS", "tls");
    fails("outgoing.security", "ssl", "setting.not-security");
    fits("outgoing.host", "mail.mycompany.com", "mail.mycompany.com");
    fails("outgoing.host", "mail server", "setting.not-host-name");
    fails("no.such", "x", "setting.unknown");
}

void tst_Settings::normalises()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(QString, stored);
    QFETCH(QByteArray, code);
    const Result<QString> result = normalised(key, value);
    QCOMPARE(result.has_value(), code.isEmpty());
    if (result)
        QCOMPARE(*result, stored);
    else
        QCOMPARE(result.error().code(), code);
}

void tst_Settings::unknownKeyNamesTheNearest()
{
    const Result<QString> result = normalised(QStringLiteral("smtp.prot"), QStringLiteral("1"));
    QVERIFY(!result);
    QCOMPARE(result.error().arguments().value(QStringLiteral("nearest")), QStringLiteral("smtp.port"));
}

void tst_Settings::brokenStoredValueCountsAsNotSet()
{
    const Settings settings({{QStringLiteral("smtp.port"), QStringLiteral("many")}});
    QVERIFY(!settings.isSet(QStringLiteral("smtp.port")));
    QCOMPARE(settings.smtpPort(), quint16(8025));
}

void tst_Settings::typedValues()
{
    const Settings settings({{QStringLiteral("outgoing.security"), QStringLiteral("none")},
                             {QStringLiteral("reserve.accepted-domains"), QStringLiteral("a.example,b.example")},
                             {QStringLiteral("reserve.ignore-mailbox-case"), QStringLiteral("true")}});
    QCOMPARE(settings.outgoingSecurity(), OutgoingSecurity::None);
    QCOMPARE(Settings().outgoingSecurity(), OutgoingSecurity::StartTls);
    QCOMPARE(settings.acceptedDomains(), (QStringList{QStringLiteral("a.example"), QStringLiteral("b.example")}));
    QVERIFY(settings.ignoreMailboxCase());
    QVERIFY(Settings().acceptedDomains().isEmpty());
}

QTEST_APPLESS_MAIN(tst_Settings)
#include "tst_settings.moc"
