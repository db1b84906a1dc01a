// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/personmodel.h"
#include "models/items/requestsimulation.h"
#include "tests/support/temporarystore.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

PersonId add(TemporaryStore& store, qint64 number, const QString& email, PersonStatus status = PersonStatus::Active,
             const QByteArray& zone = "Europe/Berlin")
{
    Person person;
    person.controlNumber = ControlNumber::fromNumber(number);
    person.firstName = QStringLiteral("Person");
    person.lastName = QString::number(number);
    person.email = email;
    person.status = status;
    person.timeZone = zone;
    return store.write([person](WriteUnit& unit) { return unit.people().save(person, QStringLiteral("tester")); });
}

void set(TemporaryStore& store, const QString& key, const QString& value)
{
    store.write([=](WriteUnit& unit) { return unit.settings().set(key, value, QStringLiteral("tester")); });
}

RequestSimulation simulate(TemporaryStore& store, const QString& requester)
{
    return store.read([requester](const ReadUnit& unit) { return simulateRequest(unit, requester); });
}

QString shown(const PersonModel& model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class TestPersonModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sharedEmailsStandFirstUnderTheirHead();
    void R_LOWEST_ID_theSmallestNumberWinsAsANumber();
    void groupsNarrowAndCountsStay();
    void changesMoveRowsWithoutAReset();
    void everyColumnSortsInTheStoreAndKeepsTheSelection();
    void aNewOrderOfManyRowsIsNoReset();
    void requestIsSimulatedByTheRealGate();
};

void TestPersonModel::everyColumnSortsInTheStoreAndKeepsTheSelection()
{
    TemporaryStore store;
    add(store, 30, QStringLiteral("c@x.example"), PersonStatus::Active, "Europe/Berlin");
    add(store, 4, QStringLiteral("a@x.example"), PersonStatus::Retired, "Asia/Tokyo");
    const PersonId chosen = add(store, 200, QStringLiteral("b@x.example"), PersonStatus::Active, QByteArray());
    add(store, 5, QStringLiteral("b@x.example"), PersonStatus::Active, "Africa/Accra");
    PersonModel model(store.store());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_COMPARE(model.shownPeople(), 4);
    const QPersistentModelIndex row = model.index(model.rowOf(chosen.value), 0);
    const auto numbers = [&model] {
        QStringList all;
        for (int at = 0; at < model.rowCount(); ++at)
            all.append(model.isSection(at) ? QStringLiteral("-") : shown(model, at, PersonModel::NumberColumn));
        return all.join(QLatin1Char(' '));
    };
    QTRY_COMPARE(numbers(), QStringLiteral("- 5 200 - 4 30"));
    model.sort(PersonModel::NumberColumn, Qt::AscendingOrder);
    QTRY_COMPARE(numbers(), QStringLiteral("4 5 30 200"));
    model.sort(PersonModel::NumberColumn, Qt::DescendingOrder);
    QTRY_COMPARE(numbers(), QStringLiteral("200 30 5 4"));
    model.sort(PersonModel::StatusColumn, Qt::DescendingOrder);
    QTRY_COMPARE(numbers(), QStringLiteral("4 5 30 200"));
    model.sort(PersonModel::ZoneColumn, Qt::AscendingOrder);
    QTRY_COMPARE(numbers(), QStringLiteral("200 5 4 30"));
    model.sort(PersonModel::EmailColumn, Qt::DescendingOrder);
    QTRY_COMPARE(numbers(), QStringLiteral("- 5 200 - 30 4"));
    QVERIFY(row.isValid());
    QCOMPARE(model.personAt(row.row()), chosen);
    QVERIFY(!model.headerData(PersonModel::EmailColumn, Qt::Horizontal, Qt::AccessibleDescriptionRole)
                 .toString()
                 .isEmpty());
    // A filter keeps the order that was chosen.
    model.sort(PersonModel::NumberColumn, Qt::DescendingOrder);
    model.setFilter({PersonFilter::Group::Active, {}});
    QTRY_COMPARE(numbers(), QStringLiteral("200 30 5"));
}

void TestPersonModel::aNewOrderOfManyRowsIsNoReset()
{
    constexpr int people = 400;
    TemporaryStore store;
    store.write([](WriteUnit& unit) -> Result<void> {
        for (int number = 1; number <= people; ++number) {
            Person person;
            person.controlNumber = ControlNumber::fromNumber(number);
            person.email = QStringLiteral("p%1@x.example").arg(number, 4, 10, QLatin1Char('0'));
            if (const auto saved = unit.people().save(person, QStringLiteral("tester")); !saved)
                return failure(saved.error());
        }
        return {};
    });
    PersonModel model(store.store());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_COMPARE(model.shownPeople(), people);
    const PersonId chosen = model.personAt(7);
    const QPersistentModelIndex row = model.index(7, PersonModel::EmailColumn);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.sort(PersonModel::NumberColumn, Qt::DescendingOrder);
    QTRY_COMPARE(row.row(), people - 8);
    QCOMPARE(model.personAt(row.row()), chosen);
    QCOMPARE(row.column(), int(PersonModel::EmailColumn));
    QCOMPARE(resets.count(), 0);
}

void TestPersonModel::sharedEmailsStandFirstUnderTheirHead()
{
    TemporaryStore store;
    add(store, 100317, QStringLiteral("nour@x.example"));
    add(store, 104882, QStringLiteral("Nour@x.example"));
    add(store, 5, QStringLiteral("anna@x.example"));
    add(store, 100211, QStringLiteral("jonas@x.example"));
    add(store, 103990, QStringLiteral("jonas@x.example"), PersonStatus::Retired);
    PersonModel model(store.store());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_COMPARE(model.rowCount(), 8);
    QVERIFY(model.isSection(0));
    QCOMPARE(model.sectionAt(0), (PersonSection{QStringLiteral("jonas@x.example"), 2, 1}));
    QVERIFY(shown(model, 0, 0).contains(QLatin1String("never matched")));
    QVERIFY(model.isSection(3));
    QVERIFY(shown(model, 3, 0).contains(QLatin1String("smallest Control Number wins")));
    QVERIFY(model.isSection(6));
    QVERIFY(!model.sectionAt(6).isFinding());
    QTRY_COMPARE(shown(model, 7, PersonModel::NumberColumn), QStringLiteral("5"));
    QCOMPARE(model.shownPeople(), 5);
    QVERIFY(!(model.flags(model.index(0, 0)) & Qt::ItemIsSelectable));
}

void TestPersonModel::R_LOWEST_ID_theSmallestNumberWinsAsANumber()
{
    TemporaryStore store;
    add(store, 1000, QStringLiteral("nour@x.example"));
    add(store, 99, QStringLiteral("nour@x.example"));
    add(store, 7, QStringLiteral("nour@x.example"), PersonStatus::Retired);
    PersonModel model(store.store());
    QTRY_COMPARE(model.rowCount(), 4);
    QTRY_VERIFY(model.rowAt(1) && model.rowAt(2) && model.rowAt(3));
    QStringList winners;
    for (int row = 1; row < 4; ++row) {
        if (model.rowAt(row)->winsMatch)
            winners.append(shown(model, row, PersonModel::NumberColumn));
    }
    QCOMPARE(winners, QStringList{QStringLiteral("99")});
}

void TestPersonModel::groupsNarrowAndCountsStay()
{
    TemporaryStore store;
    add(store, 1, QStringLiteral("a@x.example"));
    add(store, 2, QStringLiteral("b@x.example"), PersonStatus::Retired);
    add(store, 3, QStringLiteral("c@x.example"), PersonStatus::Active, {});
    PersonModel model(store.store());
    QTRY_COMPARE(model.shownPeople(), 3);
    PersonFilter filter;
    filter.group = PersonFilter::Group::WithoutTimeZone;
    model.setFilter(filter);
    QTRY_COMPARE(model.shownPeople(), 1);
    QTRY_COMPARE(shown(model, 0, PersonModel::ZoneColumn), QStringLiteral("None"));
    filter.group = PersonFilter::Group::Retired;
    model.setFilter(filter);
    QTRY_COMPARE(shown(model, 0, PersonModel::NumberColumn), QStringLiteral("2"));
    QCOMPARE(model.counts().all, 3);
    QCOMPARE(model.counts().active, 2);
    filter = {};
    filter.text = QStringLiteral("c@x");
    model.setFilter(filter);
    QTRY_COMPARE(shown(model, 0, PersonModel::NumberColumn), QStringLiteral("3"));
    QCOMPARE(model.rowCount(), 1);
}

void TestPersonModel::changesMoveRowsWithoutAReset()
{
    TemporaryStore store;
    const PersonId anna = add(store, 1, QStringLiteral("anna@x.example"));
    add(store, 2, QStringLiteral("bert@x.example"));
    PersonModel model(store.store());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_COMPARE(model.rowCount(), 2);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const QPersistentModelIndex kept = model.index(model.rowOf(anna.value), 0);
    add(store, 3, QStringLiteral("bert@x.example"));
    QTRY_COMPARE(model.rowCount(), 5); // a head for bert, everyone else
    QCOMPARE(kept.row(), model.rowOf(anna.value));
    QCOMPARE(kept.row(), 4);
    set(store, QStringLiteral("reserve.default-user-email"), QStringLiteral("anna@x.example"));
    QTRY_VERIFY(model.rowAt(4) && model.rowAt(4)->isDefaultUser);
    QCOMPARE(resets.count(), 0);
}

void TestPersonModel::requestIsSimulatedByTheRealGate()
{
    TemporaryStore store;
    add(store, 100317, QStringLiteral("nour@mycompany.com"));
    QVERIFY(simulate(store, QStringLiteral("NOUR@mycompany.com")).judgement.finding.match == GateMatch::Person);
    QVERIFY(!simulate(store, QStringLiteral("omar@visitor.example")).judgement.open);

    set(store, QStringLiteral("reserve.default-user-email"), QStringLiteral("nour@mycompany.com"));
    QVERIFY(simulate(store, QStringLiteral("new@sub.mycompany.com")).judgement.finding.match == GateMatch::DefaultUser);
    QVERIFY(!simulate(store, QStringLiteral("omar@visitor.example")).judgement.open);

    set(store, QStringLiteral("reserve.accepted-domains"), QStringLiteral("visitor.example"));
    set(store, QStringLiteral("reserve.create-external-contact"), QStringLiteral("true"));
    QVERIFY(simulate(store, QStringLiteral("omar@visitor.example")).judgement.finding.match == GateMatch::NewContact);
}

QTEST_GUILESS_MAIN(TestPersonModel)
#include "tst_personmodel.moc"
