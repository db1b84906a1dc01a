// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/support/temporarystore.h"

#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

const QString actor = QStringLiteral("maria on desk-12 (console)");

Space fullSpace()
{
    Space space;
    space.name = QStringLiteral("CR1");
    space.building = QStringLiteral("Nordbau");
    space.floor = QStringLiteral("2");
    space.capacity = 12;
    space.mailbox = QStringLiteral("CR1@Reserve.Example.com");
    space.delegateContact = QStringLiteral("cr1.contact@example.com");
    space.timeZone = "Europe/Berlin";
    space.hours = {0b1100000, 10 * 60, 24 * 60};
    space.bookable = false;
    space.setupMinutes = 10;
    space.clearupMinutes = 5;
    space.equipment = {QStringLiteral("Beamer, hell"), QStringLiteral("Kamera \"4K\"")};
    return space;
}

} // namespace

class TestSpaces : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TemporaryStore> m_temporary;

    Result<SpaceId> save(const Space& space)
    {
        return m_temporary->tryWrite([=](WriteUnit& unit) { return unit.spaces().save(space, actor); });
    }
    QList<AuditEntry> audit()
    {
        return m_temporary->read([](const ReadUnit& unit) { return unit.audit().page({}, 100); });
    }

private Q_SLOTS:
    void init() { m_temporary = std::make_unique<TemporaryStore>(); }

    void keepEveryField()
    {
        Space space = fullSpace();
        space.id = save(space).value();
        QCOMPARE(m_temporary->read([&](const ReadUnit& unit) { return unit.spaces().find(space.id); }), space);
        space.name = QStringLiteral("CR1 neu");
        space.equipment.clear();
        QCOMPARE(save(space).value(), space.id);
        QCOMPARE(m_temporary->read([&](const ReadUnit& unit) { return unit.spaces().find(space.id); }), space);
    }

    void areKnownByMailboxWithoutRegardToCase()
    {
        const SpaceId id = save(fullSpace()).value();
        const auto found = m_temporary->read([](const ReadUnit& unit) {
            return unit.spaces().findByMailbox(QStringLiteral("cr1@reserve.example.COM"));
        });
        QCOMPARE(found->id, id);
        Space twin;
        twin.name = QStringLiteral("Twin");
        twin.mailbox = QStringLiteral("cr1@RESERVE.example.com");
        const auto refused = save(twin);
        QCOMPARE(refused.error().code(), QByteArray("space.mailbox-taken"));
        QCOMPARE(refused.error().arguments().value(QStringLiteral("space")), QStringLiteral("CR1"));
    }

    void exchangeTheirMailboxesInOneGo()
    {
        Space one = fullSpace();
        one.id = save(one).value();
        Space two = fullSpace();
        two.name = QStringLiteral("CR2");
        two.mailbox = QStringLiteral("CR2@example.com");
        two.id = save(two).value();
        std::swap(one.mailbox, two.mailbox);
        const auto saveBoth = [&](const QList<Space>& spaces) {
            return m_temporary->tryWrite([spaces](WriteUnit& unit) { return unit.spaces().saveAll(spaces, actor); });
        };
        QVERIFY(saveBoth({one, two}).has_value());
        const auto holder = [&](const QString& mailbox) {
            return m_temporary->read([&](const ReadUnit& unit) { return unit.spaces().findByMailbox(mailbox); });
        };
        QCOMPARE(holder(one.mailbox), one);
        QCOMPARE(holder(two.mailbox), two);

        // Two that want the same: refused, and nothing of it stays.
        Space third = two;
        third.mailbox = QStringLiteral("CR3@example.com");
        Space greedy = one;
        greedy.mailbox = third.mailbox;
        QCOMPARE(saveBoth({third, greedy}).error().code(), QByteArray("space.mailbox-taken"));
        QCOMPARE(holder(one.mailbox), one);
        QCOMPARE(holder(two.mailbox), two);
    }

    void needNameAndMailbox()
    {
        Space space = fullSpace();
        space.name = QStringLiteral(" ");
        QCOMPARE(save(space).error().code(), QByteArray("space.name-empty"));
        space = fullSpace();
        space.mailbox.clear();
        QCOMPARE(save(space).error().code(), QByteArray("space.mailbox-empty"));
        space = fullSpace();
        space.id = SpaceId{77};
        QCOMPARE(save(space).error().code(), QByteArray("space.missing"));
        QVERIFY(audit().isEmpty());
    }

    void standByBuildingThenNameInNaturalOrder()
    {
        const QList<QPair<QString, QString>> places{{QStringLiteral("South"), QStringLiteral("CR10")},
                                                    {QStringLiteral("South"), QStringLiteral("CR2")},
                                                    {QStringLiteral("North"), QStringLiteral("Room 9")},
                                                    {QStringLiteral("South"), QStringLiteral("cr1")}};
        for (const auto& [building, name] : places) {
            Space space;
            space.building = building;
            space.name = name;
            space.mailbox
                = name.simplified().replace(QLatin1Char(' '), QLatin1Char('-')) + QStringLiteral("@example.com");
            QVERIFY(save(space).has_value());
        }
        QStringList names;
        const auto spaces = m_temporary->read([](const ReadUnit& unit) { return unit.spaces().all(); });
        for (const Space& space : spaces)
            names.append(space.name);
        QCOMPARE(names,
                 (QStringList{QStringLiteral("Room 9"), QStringLiteral("cr1"), QStringLiteral("CR2"),
                              QStringLiteral("CR10")}));
    }

    void leaveTheirTrailInTheAudit()
    {
        Space space = fullSpace();
        space.id = save(space).value();
        QVERIFY(save(space).has_value()); // nothing differs: no row
        space.capacity = 8;
        QVERIFY(save(space).has_value());
        m_temporary->write([&](WriteUnit& unit) { return unit.spaces().remove(space.id, actor); });
        const QList<AuditEntry> rows = audit();
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows.at(0).after, QByteArray());
        QVERIFY(rows.at(1).before.contains("\"capacity\":12") && rows.at(1).after.contains("\"capacity\":8"));
        QCOMPARE(rows.at(2).before, QByteArray());
        for (const AuditEntry& row : rows) {
            QCOMPARE(row.actor, actor);
            QCOMPARE(row.subject, QByteArray("space"));
            QCOMPARE(row.key, space.mailbox);
            QCOMPARE(row.at, m_temporary->clock().now());
        }
        const auto older
            = m_temporary->read([&](const ReadUnit& unit) { return unit.audit().page(rows.at(1).id, 10); });
        QCOMPARE(older.size(), 1);
    }

    void withReservationsStay()
    {
        const SpaceId id = save(fullSpace()).value();
        m_temporary->write([=](WriteUnit& unit) {
            return unit.reservations().insert(
                reservationOf(id, "2026-12-01T10:00:00Z", "2026-12-01T11:00:00Z", QStringLiteral("uid")));
        });
        const auto refused = m_temporary->tryWrite([=](WriteUnit& unit) { return unit.spaces().remove(id, actor); });
        QCOMPARE(refused.error().code(), QByteArray("space.has-reservations"));
        QCOMPARE(refused.error().arguments().value(QStringLiteral("count")), QStringLiteral("1"));
        QVERIFY(m_temporary->read([=](const ReadUnit& unit) { return unit.spaces().find(id); }).has_value());
    }

    void idsAreNeverUsedTwice()
    {
        const SpaceId first = save(fullSpace()).value();
        m_temporary->write([=](WriteUnit& unit) { return unit.spaces().remove(first, actor); });
        QVERIFY(save(fullSpace()).value() != first);
    }
};

QTEST_GUILESS_MAIN(TestSpaces)
#include "tst_spaces.moc"
