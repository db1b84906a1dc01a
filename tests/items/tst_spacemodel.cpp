// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/admindraft.h"
#include "models/items/spacemodel.h"
#include "models/store/store.h"
#include "tests/support/temporarystore.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

QString tester()
{
    return QStringLiteral("tester");
}

QList<Space> spaces(TemporaryStore& store)
{
    return store.read([](const ReadUnit& unit) { return unit.spaces().all(); });
}

void rename(TemporaryStore& store, SpaceId id, const QString& building)
{
    store.write([=](WriteUnit& unit) -> Result<SpaceId> {
        Space space = unit.spaces().find(id).value().value();
        space.building = building;
        return unit.spaces().save(space, tester());
    });
}

} // namespace

class TestSpaceModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsTypedIsDraftUntilApply();
    void applyIsOneTransactionAndTellsTheAgent();
    void applyKeepsWhatOthersChangedBeside();
    void refusedApplyKeepsTheDraft();
    void standingsAreJudgedOnTheDraft();
    void R_MAILBOX_CASE_heldRequestsMakeTheFinding();
    void filterFindsAndFindingOpensBelowItsRow();
    void sortsByAnyColumnAndNoRowMovesWhileItIsTypedInto();
    void whatCannotBeAppliedIsSaidOfItsSpace();
    void spacesExchangeTheirMailboxesInOneApply();
};

void TestSpaceModel::spacesExchangeTheirMailboxesInOneApply()
{
    TemporaryStore store;
    const SpaceId one = store.addSpace(QStringLiteral("CR1"), QStringLiteral("cr1@x.example"));
    const SpaceId two = store.addSpace(QStringLiteral("CR2"), QStringLiteral("cr2@x.example"));
    AdminDraft draft(store.store());
    QTRY_VERIFY(draft.isLoaded());
    const auto mailboxOf = [](SpaceId id) {
        return FieldPath{FieldPath::Kind::Space, id.value, columnName(SpaceField::Mailbox)};
    };
    draft.fields().set(mailboxOf(one), QStringLiteral("cr2@x.example"));
    QVERIFY(!draft.plan().canBeApplied()); // the other has it still
    draft.fields().set(mailboxOf(two), QStringLiteral("cr1@x.example"));
    QVERIFY(draft.plan().canBeApplied());
    const QSignalSpy applied(&draft, &AdminDraft::applied);
    draft.apply(tester());
    QTRY_COMPARE(applied.count(), 1);
    QCOMPARE(store.read([=](const ReadUnit& unit) { return unit.spaces().find(one); })->mailbox,
             QStringLiteral("cr2@x.example"));
    QCOMPARE(store.read([=](const ReadUnit& unit) { return unit.spaces().find(two); })->mailbox,
             QStringLiteral("cr1@x.example"));
}

void TestSpaceModel::sortsByAnyColumnAndNoRowMovesWhileItIsTypedInto()
{
    TemporaryStore store;
    for (const char* name : {"CR10", "CR2", "Atrium"})
        store.addSpace(QLatin1String(name), QLatin1String(name) + QStringLiteral("@x.example"));
    AdminDraft draft(store.store());
    SpaceModel model(draft);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_COMPARE(model.rowCount(), 3);
    const auto names = [&model] {
        QStringList all;
        for (int row = 0; row < model.rowCount(); ++row)
            all.append(model.index(row, SpaceModel::NameColumn).data().toString());
        return all.join(QLatin1Char(' '));
    };
    model.sort(SpaceModel::NameColumn, Qt::DescendingOrder);
    QCOMPARE(names(), QStringLiteral("CR10 CR2 Atrium"));
    model.sort(SpaceModel::NameColumn, Qt::AscendingOrder);
    QCOMPARE(names(), QStringLiteral("Atrium CR2 CR10"));
    QVERIFY(model.setData(model.index(0, SpaceModel::NameColumn), QStringLiteral("Zenith"), Qt::EditRole));
    draft.fields().add(FieldPath::Kind::Space, {{columnName(SpaceField::Name), QStringLiteral("Attic")}});
    QCOMPARE(names(), QStringLiteral("Zenith CR2 CR10 Attic"));
    draft.fields().revert();
    model.sort(-1, Qt::AscendingOrder);
    QCOMPARE(names(), QStringLiteral("Atrium CR2 CR10"));
}

void TestSpaceModel::whatCannotBeAppliedIsSaidOfItsSpace()
{
    TemporaryStore store;
    const SpaceId id = store.addSpace(QStringLiteral("CR1"), QStringLiteral("cr1@x.example"));
    AdminDraft draft(store.store());
    SpaceModel model(draft);
    QTRY_COMPARE(model.rowCount(), 1);
    QVERIFY(model.problemsOf(id.value).isEmpty());
    const QModelIndex mailbox = model.index(0, SpaceModel::MailboxColumn);
    QVERIFY(mailbox.data(Qt::AccessibleDescriptionRole).toString().isEmpty());
    QVERIFY(model.setData(mailbox, QStringLiteral("nobody"), Qt::EditRole));
    QCOMPARE(model.problemsOf(id.value).size(), 1);
    QCOMPARE(mailbox.data(Qt::AccessibleDescriptionRole).toString(), model.problemsOf(id.value).first());
    QVERIFY(model.index(0, SpaceModel::StateColumn).data().toString() != QStringLiteral("Mapped"));
}

void TestSpaceModel::whatIsTypedIsDraftUntilApply()
{
    TemporaryStore store;
    store.addSpace(QStringLiteral("CR1"), QStringLiteral("cr1@x.example"));
    AdminDraft draft(store.store());
    SpaceModel model(draft);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_COMPARE(model.rowCount(), 1);
    const QModelIndex seats = model.index(0, SpaceModel::CapacityColumn);
    QVERIFY(model.setData(seats, QStringLiteral("14"), Qt::EditRole));
    QCOMPARE(seats.data().toString(), QStringLiteral("14"));
    QVERIFY(seats.data(SpaceModel::ChangedRole).toBool());
    QCOMPARE(spaces(store).first().capacity, 0);
    QVERIFY(model.setData(model.index(0, SpaceModel::BookableColumn), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(draft.fields().count(), 2);
    QVERIFY(!model.setData(model.index(0, SpaceModel::StateColumn), QStringLiteral("x"), Qt::EditRole));
    draft.fields().undo();
    QCOMPARE(draft.fields().count(), 1);
}

void TestSpaceModel::applyIsOneTransactionAndTellsTheAgent()
{
    TemporaryStore store;
    const SpaceId gone = store.addSpace(QStringLiteral("CR1"), QStringLiteral("cr1@x.example"));
    AdminDraft draft(store.store());
    QTRY_VERIFY(draft.isLoaded());
    draft.fields().set({FieldPath::Kind::Setting, 0, QStringLiteral("exchange.retry-minutes")}, QStringLiteral("7"));
    draft.fields().remove(FieldPath::Kind::Space, gone.value);
    draft.fields().add(FieldPath::Kind::Space,
                       {{QStringLiteral("name"), QStringLiteral("CR2")},
                        {QStringLiteral("mailbox"), QStringLiteral("cr2@x.example")},
                        {QStringLiteral("capacity"), QStringLiteral("4")}});
    draft.fields().add(FieldPath::Kind::Profile,
                       {{QStringLiteral("name"), QStringLiteral("Head office")},
                        {QStringLiteral("mail_domains"), QStringLiteral("x.example, y.example")}});
    QSignalSpy applied(&draft, &AdminDraft::applied);
    draft.apply(tester());
    QVERIFY(draft.isApplying());
    QVERIFY(applied.wait());
    QCOMPARE(applied.first().first().toInt(), 4);
    QCOMPARE(draft.fields().count(), 0);
    QCOMPARE(spaces(store).size(), 1);
    QCOMPARE(spaces(store).first().capacity, 4);
    store.read([](const ReadUnit& unit) -> Result<void> {
        const auto profiles = unit.serverProfiles().all().value();
        [&] { QCOMPARE(profiles.size(), 1); }();
        [&] { QCOMPARE(profiles.first().mailDomains.size(), 2); }();
        [&] {
            QCOMPARE(unit.settings().all().value().value(QStringLiteral("exchange.retry-minutes")),
                     QStringLiteral("7"));
        }();
        return {};
    });
    const auto commands = store.write([](WriteUnit& unit) { return unit.commands().take(); });
    QCOMPARE(commands.size(), 1);
    QCOMPARE(commands.first().kind, CommandKind::ReloadSettings);
    QTRY_COMPARE(draft.snapshot().spaces().size(), 1);
}

void TestSpaceModel::applyKeepsWhatOthersChangedBeside()
{
    TemporaryStore store;
    const SpaceId id = store.addSpace(QStringLiteral("CR1"), QStringLiteral("cr1@x.example"));
    AdminDraft draft(store.store());
    SpaceModel model(draft);
    QTRY_COMPARE(model.rowCount(), 1);
    draft.fields().set({FieldPath::Kind::Space, id.value, QStringLiteral("floor")}, QStringLiteral("3"));
    rename(store, id, QStringLiteral("North"));
    QTRY_COMPARE(model.index(0, SpaceModel::BuildingColumn).data().toString(), QStringLiteral("North"));
    QCOMPARE(model.index(0, SpaceModel::FloorColumn).data().toString(), QStringLiteral("3"));
    QSignalSpy applied(&draft, &AdminDraft::applied);
    draft.apply(tester());
    QVERIFY(applied.wait());
    QCOMPARE(spaces(store).first().building, QStringLiteral("North"));
    QCOMPARE(spaces(store).first().floor, QStringLiteral("3"));

    draft.fields().set({FieldPath::Kind::Space, id.value, QStringLiteral("building")}, QStringLiteral("South"));
    rename(store, id, QStringLiteral("East"));
    QTRY_VERIFY(model.index(0, SpaceModel::BuildingColumn).data(SpaceModel::ConflictRole).toBool());
}

void TestSpaceModel::refusedApplyKeepsTheDraft()
{
    TemporaryStore store;
    const SpaceId id = store.addSpace(QStringLiteral("CR1"), QStringLiteral("cr1@x.example"));
    AdminDraft draft(store.store());
    QTRY_VERIFY(draft.isLoaded());
    store.write([id](WriteUnit& unit) {
        return unit.reservations().insert(
            reservationOf(id, "2026-11-20T09:00:00Z", "2026-11-20T10:00:00Z", QStringLiteral("u")));
    });
    draft.fields().set({FieldPath::Kind::Setting, 0, QStringLiteral("smtp.port")}, QStringLiteral("2525"));
    draft.fields().remove(FieldPath::Kind::Space, id.value);
    QSignalSpy refused(&draft, &AdminDraft::refused);
    draft.apply(tester());
    QVERIFY(refused.wait());
    QCOMPARE(refused.first().first().value<Reason>().code, QByteArray("space.has-reservations"));
    QCOMPARE(draft.fields().count(), 2);
    QVERIFY(store.read([](const ReadUnit& unit) { return unit.settings().all(); }).isEmpty());
}

void TestSpaceModel::standingsAreJudgedOnTheDraft()
{
    TemporaryStore store;
    store.addSpace(QStringLiteral("CR1"), QStringLiteral("cr1@x.example"));
    store.addSpace(QStringLiteral("CR2"), QStringLiteral("cr2@x.example"));
    AdminDraft draft(store.store());
    SpaceModel model(draft);
    QTRY_COMPARE(model.rowCount(), 2);
    QCOMPARE(model.counts().mapped, 2);
    QVERIFY(model.setData(model.index(1, SpaceModel::MailboxColumn), QStringLiteral("CR1@x.example"), Qt::EditRole));
    QCOMPARE(model.counts().duplicate, 2);
    QCOMPARE(model.index(0, SpaceModel::StateColumn).data().toString(), QStringLiteral("Duplicate of CR2"));
    QVERIFY(!draft.plan().canBeApplied());
    QVERIFY(model.setData(model.index(1, SpaceModel::MailboxColumn), QString(), Qt::EditRole));
    QCOMPARE(model.counts().unmapped, 1);
    draft.fields().add(FieldPath::Kind::Profile,
                       {{QStringLiteral("name"), QStringLiteral("Head office")},
                        {QStringLiteral("mail_domains"), QStringLiteral("x.example")}});
    QCOMPARE(model.index(0, SpaceModel::ServerColumn).data().toString(), QStringLiteral("Head office"));
}

void TestSpaceModel::R_MAILBOX_CASE_heldRequestsMakeTheFinding()
{
    TemporaryStore store;
    const SpaceId id = store.addSpace(QStringLiteral("CR2"), QStringLiteral("CR2@reserve.mycompany.com"));
    AdminDraft draft(store.store());
    SpaceModel model(draft);
    QTRY_COMPARE(model.counts().mapped, 1);
    store.write([id](WriteUnit& unit) {
        Trace trace;
        trace.recipient = QStringLiteral("CR2@reserve.MyCompany.com");
        trace.spaceId = id;
        trace.state = TraceState::Held;
        trace.verdict = Verdict::Held;
        trace.reason = {"rcpt.differs-in-case", {}};
        return unit.traces().append(trace);
    });
    QTRY_COMPARE(model.counts().differsInCase, 1);
    QCOMPARE(draft.heldForCase().value(id.value).exchangeSpelling, QStringLiteral("CR2@reserve.MyCompany.com"));
    // The spelling of Exchange settles it, and so does ignoring case.
    draft.fields().set({FieldPath::Kind::Space, id.value, QStringLiteral("mailbox")},
                       QStringLiteral("CR2@reserve.MyCompany.com"));
    QCOMPARE(model.counts().differsInCase, 0);
    draft.fields().revert();
    QCOMPARE(model.counts().differsInCase, 1);
    draft.fields().set({FieldPath::Kind::Setting, 0, QStringLiteral("reserve.ignore-mailbox-case")},
                       QStringLiteral("true"));
    QCOMPARE(model.counts().differsInCase, 0);
}

void TestSpaceModel::filterFindsAndFindingOpensBelowItsRow()
{
    TemporaryStore store;
    store.addSpace(QStringLiteral("CR1"), QStringLiteral("cr1@x.example"));
    const SpaceId second = store.addSpace(QStringLiteral("CR2"), QStringLiteral("cr2@x.example"));
    store.addSpace(QStringLiteral("CR3"), QStringLiteral("cr3@x.example"));
    AdminDraft draft(store.store());
    SpaceModel model(draft);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_COMPARE(model.rowCount(), 3);
    model.openFinding(second.value);
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.findingRow(), 2);
    QVERIFY(model.isFinding(2));
    QCOMPARE(model.spaceAt(2), second.value);
    QCOMPARE(model.rowOfSpace(second.value), 1);
    model.setFilter(QStringLiteral("cr3"), {});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.findingRow(), -1);
    model.setFilter({}, {MailboxStanding::Unmapped});
    QCOMPARE(model.rowCount(), 0);
    model.setFilter({}, {});
    model.openFinding(0);
    QCOMPARE(model.rowCount(), 3);
}

QTEST_GUILESS_MAIN(TestSpaceModel)
#include "tst_spacemodel.moc"
