// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/approvalmodel.h"
#include "tests/support/temporarystore.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

// A request for a space of its own, about one hour that begins then.
ApprovalId ask(TemporaryStore& store, const QString& requester, const QString& space, const char* start,
               const QString& subject, bool isPrivate = false)
{
    const SpaceId id = store.addSpace(space, space + QStringLiteral("@x.example"));
    Reservation row = reservationOf(id, start, start, subject);
    row.time.end = row.time.start + std::chrono::hours(1);
    row.status = ReservationStatus::Pending;
    Approval approval;
    approval.spaceId = id;
    approval.askedAt = at("2026-11-18T08:00:00Z");
    approval.ends = row.time.end;
    approval.announcement.requester = requester;
    approval.announcement.spaceName = space;
    approval.announcement.subject = subject;
    approval.announcement.isPrivate = isPrivate;
    approval.announcement.time = row.time;
    return store.write([row, approval](WriteUnit& unit) -> Result<ApprovalId> {
        const auto reservation = unit.reservations().insert(row);
        if (!reservation)
            return failure(reservation.error());
        Approval asked = approval;
        asked.reservationId = *reservation;
        return unit.approvals().append(asked);
    });
}

QStringList requesters(const ApprovalModel& model)
{
    QStringList shown;
    for (int row = 0; row < model.rowCount(); ++row)
        shown.append(model.index(row, ApprovalModel::RequesterColumn).data().toString());
    return shown;
}

QStringList names(std::initializer_list<const char*> words)
{
    QStringList texts;
    for (const char* word : words)
        texts.append(QString::fromLatin1(word));
    return texts;
}

} // namespace

class TestApprovalModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sortsByEachColumn();
    void countsOnlyWhatWaits();
};

void TestApprovalModel::sortsByEachColumn()
{
    TemporaryStore store;
    ask(store, QStringLiteral("Nour"), QStringLiteral("Beta"), "2026-12-01T10:00:00Z", QStringLiteral("Zoo"), true);
    ask(store, QStringLiteral("anna"), QStringLiteral("gamma"), "2026-12-03T10:00:00Z", QStringLiteral("board"));
    const ApprovalId last
        = ask(store, QStringLiteral("maria"), QStringLiteral("Alpha"), "2026-12-02T10:00:00Z", QStringLiteral("Audit"));
    ApprovalModel model(store.store());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_COMPARE(requesters(model), names({"maria", "anna", "Nour"}));
    // The list shows when it begins; who hears it, or points at it, gets the whole.
    const QModelIndex when = model.index(0, ApprovalModel::WhenColumn);
    QVERIFY(when.data().toString().size() <= 16);
    QVERIFY(when.data(Qt::ToolTipRole).toString().contains(QStringLiteral(" to ")));
    QCOMPARE(when.data(Qt::AccessibleTextRole), when.data(Qt::ToolTipRole));

    model.sort(ApprovalModel::RequesterColumn, Qt::AscendingOrder);
    QTRY_COMPARE(requesters(model), names({"anna", "maria", "Nour"}));
    QVERIFY(!model.headerData(ApprovalModel::RequesterColumn, Qt::Horizontal, Qt::AccessibleDescriptionRole)
                 .toString()
                 .isEmpty());
    QVERIFY(!model.headerData(ApprovalModel::AskedColumn, Qt::Horizontal, Qt::AccessibleDescriptionRole).isValid());
    model.sort(ApprovalModel::SpaceColumn, Qt::DescendingOrder);
    QTRY_COMPARE(requesters(model), names({"anna", "Nour", "maria"}));
    model.sort(ApprovalModel::MeetingColumn, Qt::AscendingOrder); // the private one as if it had no subject
    QTRY_COMPARE(requesters(model), names({"Nour", "maria", "anna"}));
    model.sort(ApprovalModel::WhenColumn, Qt::DescendingOrder);
    QTRY_COMPARE(requesters(model), names({"anna", "maria", "Nour"}));
    model.sort(ApprovalModel::AskedColumn, Qt::AscendingOrder);
    QTRY_COMPARE(requesters(model), names({"Nour", "anna", "maria"}));

    // What still waits comes first, also when that changes.
    model.sort(ApprovalModel::StateColumn, Qt::AscendingOrder);
    QTRY_COMPARE(requesters(model), names({"maria", "anna", "Nour"}));
    store.write([last](WriteUnit& unit) -> Result<void> {
        const auto found = unit.approvals().find(last);
        if (!found || !*found)
            return failure("approval.missing");
        Approval decided = **found;
        decided.state = ApprovalState::Approved;
        return unit.approvals().settle(decided);
    });
    QTRY_COMPARE(requesters(model), names({"anna", "Nour", "maria"}));
    model.sort(ApprovalModel::AskedColumn, Qt::DescendingOrder);
    QTRY_COMPARE(requesters(model), names({"maria", "anna", "Nour"}));
}

void TestApprovalModel::countsOnlyWhatWaits()
{
    TemporaryStore store;
    ask(store, QStringLiteral("anna"), QStringLiteral("Alpha"), "2026-12-01T10:00:00Z", QStringLiteral("Board"));
    ApprovalModel model(store.store());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_COMPARE(model.total(), 1);
    const ApprovalId id
        = ask(store, QStringLiteral("maria"), QStringLiteral("Beta"), "2026-12-01T10:00:00Z", QStringLiteral("Audit"));
    QTRY_COMPARE(model.total(), 2);
    store.write([id](WriteUnit& unit) -> Result<void> {
        const auto found = unit.approvals().find(id);
        if (!found || !*found)
            return failure("approval.missing");
        Approval decided = **found;
        decided.state = ApprovalState::Declined;
        return unit.approvals().settle(decided);
    });
    QTRY_COMPARE(model.total(), 1);
    QCOMPARE(model.rowCount(), 2); // a decided one stays as the record
}

QTEST_GUILESS_MAIN(TestApprovalModel)
#include "tst_approvalmodel.moc"
