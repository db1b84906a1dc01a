// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/support/temporarystore.h"

#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

const QString actor = QStringLiteral("root on mail1 (reserve-agent)");

} // namespace

// Settings, server profiles and closures: what administrators change beside spaces and people.
class TestSettingsRepository : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TemporaryStore> m_temporary;

    void set(const QString& key, const QString& value)
    {
        m_temporary->write([=](WriteUnit& unit) { return unit.settings().set(key, value, actor); });
    }
    QList<AuditEntry> audit()
    {
        return m_temporary->read([](const ReadUnit& unit) { return unit.audit().page({}, 100); });
    }

private Q_SLOTS:
    void init() { m_temporary = std::make_unique<TemporaryStore>(); }

    void anEmptyValueClears()
    {
        set(QStringLiteral("smtp.port"), QStringLiteral("2525"));
        set(QStringLiteral("smtp.port"), QStringLiteral("2525"));
        set(QStringLiteral("smtp.port"), QStringLiteral("8025"));
        set(QStringLiteral("smtp.port"), QString());
        set(QStringLiteral("never.set"), QString());
        QVERIFY(m_temporary->read([](const ReadUnit& unit) { return unit.settings().all(); }).isEmpty());
        const QList<AuditEntry> rows = audit();
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows.at(0).before, QByteArray("{\"value\":\"8025\"}"));
        QCOMPARE(rows.at(0).after, QByteArray());
        QCOMPARE(rows.at(2).before, QByteArray());
        QCOMPARE(rows.at(2).after, QByteArray("{\"value\":\"2525\"}"));
        QCOMPARE(rows.at(2).subject, QByteArray("setting"));
        QCOMPARE(rows.at(2).actor, actor);
    }

    // For a while others stand in their place; whoever gives back need not be who replaced.
    void whatIsReplacedIsGivenBack()
    {
        const QString host = QStringLiteral("outgoing.host");
        const QString user = QStringLiteral("outgoing.user");
        set(user, QStringLiteral("reserve"));
        const auto all
            = [this] { return m_temporary->read([](const ReadUnit& unit) { return unit.settings().all(); }); };
        const QMap<QString, QString> before = all();
        const auto replace = [&](const QString& by) {
            m_temporary->write([=](WriteUnit& unit) {
                return unit.settings().replace({{host, by}, {user, QString()}}, actor);
            });
        };
        const auto giveBack
            = [this] { m_temporary->write([](WriteUnit& unit) { return unit.settings().giveBack(actor); }); };
        replace(QStringLiteral("127.0.0.1"));
        QCOMPARE(all(), (QMap<QString, QString>{{host, QStringLiteral("127.0.0.1")}}));
        // Twice: what was there at first counts.
        replace(QStringLiteral("127.0.0.2"));
        m_temporary->reopen();
        const auto replaced = m_temporary->read([](const ReadUnit& unit) { return unit.settings().replaced(); });
        QCOMPARE(replaced.value(user), (ReplacedSetting{QStringLiteral("reserve"), QString()}));
        giveBack();
        QCOMPARE(all(), before);
        giveBack();
        QCOMPARE(all(), before);
        // What a person set meanwhile is theirs, with all that belongs to it.
        replace(QStringLiteral("127.0.0.1"));
        set(host, QStringLiteral("mail.example.com"));
        giveBack();
        QCOMPARE(all(), (QMap<QString, QString>{{host, QStringLiteral("mail.example.com")}}));
        QVERIFY(m_temporary->read([](const ReadUnit& unit) { return unit.settings().replaced(); }).isEmpty());
    }

    void serverProfilesKeepEveryField()
    {
        ServerProfile profile;
        profile.name = QStringLiteral("On premises");
        profile.kind = ServerKind::Ews;
        profile.url = QStringLiteral("https://mail.example.com/EWS/Exchange.asmx");
        profile.mailDomains = {QStringLiteral("example.com"), QStringLiteral("example.org")};
        profile.authentication = ServerAuthentication::Ntlm;
        profile.userName = QStringLiteral("svc-reserve");
        profile.ntlmDomain = QStringLiteral("CORP");
        const auto save = [&] {
            return m_temporary->write([=](WriteUnit& unit) { return unit.serverProfiles().save(profile, actor); });
        };
        profile.id = save();
        QCOMPARE(save(), profile.id);
        const auto all
            = [&] { return m_temporary->read([](const ReadUnit& unit) { return unit.serverProfiles().all(); }); };
        QCOMPARE(all(), QList<ServerProfile>{profile});
        profile.kind = ServerKind::Graph;
        save();
        QCOMPARE(all(), QList<ServerProfile>{profile});
        m_temporary->write([=](WriteUnit& unit) { return unit.serverProfiles().remove(profile.id, actor); });
        QVERIFY(all().isEmpty());
        const auto again
            = m_temporary->tryWrite([=](WriteUnit& unit) { return unit.serverProfiles().remove(profile.id, actor); });
        QCOMPARE(again.error().code(), QByteArray("server-profile.missing"));
        QCOMPARE(audit().size(), 3);
    }

    void closuresConcernASpaceABuildingOrEverything()
    {
        Space space;
        space.name = QStringLiteral("CR1");
        space.building = QStringLiteral("North");
        space.mailbox = QStringLiteral("cr1@example.com");
        const SpaceId north = m_temporary->write([=](WriteUnit& unit) { return unit.spaces().save(space, actor); });
        const SpaceId south = m_temporary->addSpace(QStringLiteral("CR2"), QStringLiteral("cr2@example.com"));
        const auto close = [&](SpaceId id, const QString& building, const QString& reason) {
            return m_temporary->write([=](WriteUnit& unit) {
                return unit.closures().save(
                    {{}, id, building, {at("2026-12-24T00:00:00Z"), at("2026-12-27T00:00:00Z")}, reason}, actor);
            });
        };
        const ClosureId alone = close(north, {}, QStringLiteral("paint"));
        close({}, QStringLiteral("North"), QStringLiteral("heating"));
        close({}, {}, QStringLiteral("holidays"));
        const auto reasons = [&](SpaceId id, const char* start, const char* end) {
            const auto closures = m_temporary->read([=](const ReadUnit& unit) {
                return unit.closures().touching(id, {at(start), at(end)});
            });
            QStringList words;
            for (const Closure& closure : closures)
                words.append(closure.reason);
            return words;
        };
        QCOMPARE(reasons(north, "2026-12-26T10:00:00Z", "2026-12-26T11:00:00Z"),
                 (QStringList{QStringLiteral("paint"), QStringLiteral("heating"), QStringLiteral("holidays")}));
        QCOMPARE(reasons(south, "2026-12-26T10:00:00Z", "2026-12-26T11:00:00Z"),
                 QStringList{QStringLiteral("holidays")});
        QVERIFY(reasons(north, "2026-12-27T00:00:00Z", "2026-12-27T01:00:00Z").isEmpty());
        m_temporary->write([=](WriteUnit& unit) { return unit.closures().remove(alone, actor); });
        QCOMPARE(m_temporary->read([](const ReadUnit& unit) { return unit.closures().all(); }).size(), 2);
        const auto refused = m_temporary->tryWrite([](WriteUnit& unit) {
            return unit.closures().save({{}, {}, {}, {at("2026-12-24T00:00:00Z"), at("2026-12-24T00:00:00Z")}, {}},
                                        actor);
        });
        QCOMPARE(refused.error().code(), QByteArray("closure.time-empty"));
    }
};

QTEST_GUILESS_MAIN(TestSettingsRepository)
#include "tst_settingsrepository.moc"
