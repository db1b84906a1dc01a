// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/changefeed.h"
#include "tests/support/temporarystore.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace reserve;
using namespace reserve::test;

namespace {

const QString actor = QStringLiteral("maria on desk-12 (console)");
const QString window = QStringLiteral("BookingWindowInDays");

} // namespace

class TestPolicies final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TemporaryStore> m_temporary;
    SpaceId m_space;

    Result<void> set(const PolicyScope& scope, const QString& name, const std::optional<QString>& value)
    {
        return m_temporary->tryWrite([=](WriteUnit& unit) { return unit.policies().set(scope, name, value, actor); });
    }
    PolicyBook book()
    {
        return m_temporary->read([](const ReadUnit& unit) { return unit.policies().all(); });
    }
    QList<AuditEntry> audit()
    {
        QList<AuditEntry> rows = m_temporary->read([](const ReadUnit& unit) { return unit.audit().page({}, 100); });
        rows.removeIf([](const AuditEntry& entry) { return entry.subject != "policy"; });
        return rows;
    }

private Q_SLOTS:
    void init()
    {
        m_temporary = std::make_unique<TemporaryStore>();
        m_space = m_temporary->addSpace(QStringLiteral("CR1"), QStringLiteral("CR1@reserve.example.com"));
    }

    void aValueIsStoredNormalisedUnderExchangesName()
    {
        const PolicyScope scope = PolicyScope::ofSpace(m_space);
        QVERIFY(set(scope, QStringLiteral("allowconflicts"), QStringLiteral("$True")));
        QCOMPARE(book().own(scope, QStringLiteral("AllowConflicts")), std::optional(QStringLiteral("true")));
        const auto wrong = set(scope, window, QStringLiteral("2000"));
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().code(), QByteArray("policy.out-of-range"));
        QCOMPARE(set(scope, QStringLiteral("Nothing"), QString()).error().code(), QByteArray("policy.unknown"));
        QCOMPARE(set(PolicyScope::ofSpace(SpaceId{99}), window, QStringLiteral("3")).error().code(),
                 QByteArray("space.missing"));
    }

    void everyChangeIsAuditedAndNothingElse()
    {
        const PolicyScope space = PolicyScope::ofSpace(m_space);
        const PolicyScope building = PolicyScope::ofBuilding(QStringLiteral("HQ"));
        QVERIFY(set(space, window, QStringLiteral("30")));
        QVERIFY(set(space, window, QStringLiteral("030"))); // the same
        QVERIFY(set(space, window, QStringLiteral("60")));
        QVERIFY(set(space, window, std::nullopt));
        QVERIFY(set(space, window, std::nullopt)); // was not set
        QVERIFY(set(building, window, QStringLiteral("90")));
        const QList<AuditEntry> rows = audit();
        QCOMPARE(rows.size(), 4);
        QCOMPARE(rows.at(3).key, QStringLiteral("CR1@reserve.example.com: BookingWindowInDays"));
        QCOMPARE(rows.at(3).before, QByteArray());
        QCOMPARE(rows.at(3).after, QByteArray("{\"value\":\"30\"}"));
        QCOMPARE(rows.at(2).before, QByteArray("{\"value\":\"30\"}"));
        QCOMPARE(rows.at(1).after, QByteArray());
        QCOMPARE(rows.at(0).key, QStringLiteral("HQ: BookingWindowInDays"));
        QCOMPARE(rows.at(0).actor, actor);
        QCOMPARE(book().values().size(), 1);
    }

    // An empty list of a space hides its building's; taking it back lets that through again.
    void anEmptyListIsAValue()
    {
        const PolicyScope space = PolicyScope::ofSpace(m_space);
        const QString list = QStringLiteral("BookInPolicy");
        QVERIFY(set(PolicyScope::ofBuilding(QString()), list, QStringLiteral("a@b.c")));
        QVERIFY(set(space, list, QString()));
        QCOMPARE(book().own(space, list), std::optional(QString()));
        QVERIFY(set(space, list, std::nullopt));
        QCOMPARE(book().own(space, list), std::nullopt);
        QCOMPARE(book().own(PolicyScope::ofBuilding(QString()), list), std::optional(QStringLiteral("a@b.c")));
    }

    void theChangeFeedTellsOfThem()
    {
        QSignalSpy spy(&m_temporary->store().changes(), &ChangeFeed::changed);
        QVERIFY(set(PolicyScope::ofSpace(m_space), window, QStringLiteral("30")));
        const Change expected{ChangeSubject::Policies, m_space.value};
        QTRY_VERIFY(std::any_of(spy.cbegin(), spy.cend(), [&](const QList<QVariant>& emitted) {
            return emitted.first().value<QList<Change>>().contains(expected);
        }));
    }

    void theyGoWithTheirSpace()
    {
        QVERIFY(set(PolicyScope::ofSpace(m_space), window, QStringLiteral("30")));
        m_temporary->write([this](WriteUnit& unit) { return unit.spaces().remove(m_space, actor); });
        QCOMPARE(book(), PolicyBook());
    }
};

QTEST_GUILESS_MAIN(TestPolicies)
#include "tst_policies.moc"
