// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exporting/profilefields.h"
#include "models/items/adminplan.h"
#include "models/items/fielddraft.h"

#include <QSignalSpy>
#include <QTest>

using namespace reserve;

namespace {

using Kind = FieldPath::Kind;

const FieldPath port{Kind::Setting, 0, QStringLiteral("smtp.port")};
const FieldPath host{Kind::Setting, 0, QStringLiteral("outgoing.host")};

FieldPath mailbox(qint64 id)
{
    return {Kind::Space, id, QStringLiteral("mailbox")};
}

AdminSnapshot twoSpaces()
{
    QList<Space> spaces;
    for (int i = 1; i <= 2; ++i) {
        Space space;
        space.id = SpaceId{i};
        space.name = QStringLiteral("CR%1").arg(i);
        space.mailbox = QStringLiteral("cr%1@x.example").arg(i);
        spaces.append(space);
    }
    return {{}, spaces, {}};
}

} // namespace

class TestFieldDraft final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typingBackWhatIsStoredIsNoChange();
    void typingIsOneStepAndUndoGoesBackStepByStep();
    void untouchedFieldsFollowTheStoreAndEditedOnesBecomeConflicts();
    void whatTheStoreTookOnMeanwhileIsSettled();
    void addingAndRemovingCountOnceEach();
    void aDuplicateMailboxCannotBeApplied();
    void badTextIsAProblemOfItsField();
    void aNewSpaceNeedsNameAndMailbox();
    void R_CREDENTIALS_userNamesAreTakenApart_data();
    void R_CREDENTIALS_userNamesAreTakenApart();
};

void TestFieldDraft::typingBackWhatIsStoredIsNoChange()
{
    AdminSnapshot snapshot;
    FieldDraft draft([&](const FieldPath& path) { return snapshot.text(path); });
    QCOMPARE(draft.text(port), QStringLiteral("8025"));
    draft.set(port, QStringLiteral("2525"));
    QCOMPARE(draft.count(), 1);
    QVERIFY(draft.isChanged(port));
    draft.set(port, QStringLiteral("8025"));
    QCOMPARE(draft.count(), 0);
}

void TestFieldDraft::typingIsOneStepAndUndoGoesBackStepByStep()
{
    AdminSnapshot snapshot;
    FieldDraft draft([&](const FieldPath& path) { return snapshot.text(path); });
    for (const char* text : {"m", "ma", "mail"})
        draft.set(host, QLatin1String(text));
    draft.set(port, QStringLiteral("26"));
    QCOMPARE(draft.count(), 2);
    draft.undo();
    QVERIFY(!draft.isChanged(port));
    QCOMPARE(draft.text(host), QStringLiteral("mail"));
    draft.undo();
    QCOMPARE(draft.count(), 0);
    QVERIFY(!draft.canUndo());
    draft.redo();
    draft.redo();
    QCOMPARE(draft.text(port), QStringLiteral("26"));
    draft.revert();
    QCOMPARE(draft.count(), 0);
    draft.undo();
    QCOMPARE(draft.count(), 2);
}

void TestFieldDraft::untouchedFieldsFollowTheStoreAndEditedOnesBecomeConflicts()
{
    AdminSnapshot snapshot;
    FieldDraft draft([&](const FieldPath& path) { return snapshot.text(path); });
    draft.set(port, QStringLiteral("2525"));
    QMap<QString, QString> stored{{QStringLiteral("outgoing.host"), QStringLiteral("mail.x.example")}};
    snapshot = AdminSnapshot(stored, {}, {});
    draft.rebase();
    QCOMPARE(draft.text(host), QStringLiteral("mail.x.example"));
    QVERIFY(!draft.isConflict(port));

    stored.insert(QStringLiteral("smtp.port"), QStringLiteral("26"));
    snapshot = AdminSnapshot(stored, {}, {});
    draft.rebase();
    QVERIFY(draft.isConflict(port));
    QCOMPARE(draft.text(port), QStringLiteral("2525"));
    draft.set(port, QStringLiteral("2526"));
    QVERIFY(!draft.isConflict(port));
}

void TestFieldDraft::whatTheStoreTookOnMeanwhileIsSettled()
{
    AdminSnapshot snapshot = twoSpaces();
    FieldDraft draft([&](const FieldPath& path) { return snapshot.text(path); });
    draft.set(port, QStringLiteral("2525"));
    draft.set(mailbox(1), QStringLiteral("other@x.example"));
    draft.remove(Kind::Space, 2);
    QCOMPARE(draft.count(), 3);
    snapshot = AdminSnapshot({{QStringLiteral("smtp.port"), QStringLiteral("2525")}}, {}, {});
    draft.rebase();
    QCOMPARE(draft.count(), 0);
}

void TestFieldDraft::addingAndRemovingCountOnceEach()
{
    const AdminSnapshot snapshot = twoSpaces();
    FieldDraft draft([&](const FieldPath& path) { return snapshot.text(path); });
    const qint64 id = draft.add(Kind::Space, {});
    QVERIFY(id < 0);
    draft.set(mailbox(id), QStringLiteral("cr3@x.example"));
    draft.set({Kind::Space, id, QStringLiteral("name")}, QStringLiteral("CR3"));
    draft.remove(Kind::Space, 1);
    QCOMPARE(draft.count(), 2);
    const AdminPlan plan = planAdmin(snapshot, draft);
    QVERIFY(plan.canBeApplied());
    QCOMPARE(plan.spaces.size(), 1);
    QVERIFY(!plan.spaces.first().id);
    QCOMPARE(plan.removedSpaces, QList<SpaceId>{SpaceId{1}});
    draft.remove(Kind::Space, id);
    QCOMPARE(draft.count(), 1);
}

void TestFieldDraft::aDuplicateMailboxCannotBeApplied()
{
    const AdminSnapshot snapshot = twoSpaces();
    FieldDraft draft([&](const FieldPath& path) { return snapshot.text(path); });
    draft.set(mailbox(1), QStringLiteral("CR2@x.example"));
    const AdminPlan plan = planAdmin(snapshot, draft);
    QVERIFY(!plan.canBeApplied());
    QVERIFY(plan.problemAt(mailbox(1)));
    QCOMPARE(plan.problemAt(mailbox(1))->reason.code, QByteArray("space.mailbox-taken"));
    QVERIFY(!plan.problemAt(mailbox(2)));
}

void TestFieldDraft::badTextIsAProblemOfItsField()
{
    const AdminSnapshot snapshot = twoSpaces();
    FieldDraft draft([&](const FieldPath& path) { return snapshot.text(path); });
    draft.set({Kind::Setting, 0, QStringLiteral("reserve.default-user-email")}, QStringLiteral("frontdesk@"));
    draft.set({Kind::Space, 1, QStringLiteral("time_zone")}, QStringLiteral("Mars/Base"));
    draft.set({Kind::Space, 2, QStringLiteral("work_end")}, QStringLiteral("08:00")); // when it opens
    const AdminPlan plan = planAdmin(snapshot, draft);
    QCOMPARE(plan.problems.size(), 3);
    QVERIFY(plan.problemAt({Kind::Space, 2, QStringLiteral("work_end")}));
    // Text that cannot be applied stays as it was typed.
    QCOMPARE(draft.text({Kind::Space, 1, QStringLiteral("time_zone")}), QStringLiteral("Mars/Base"));
    QCOMPARE(draftedSpaces(snapshot, draft).first().timeZone, QByteArray());
}

void TestFieldDraft::aNewSpaceNeedsNameAndMailbox()
{
    const AdminSnapshot snapshot;
    FieldDraft draft([&](const FieldPath& path) { return snapshot.text(path); });
    const qint64 id = draft.add(Kind::Space, {});
    const AdminPlan plan = planAdmin(snapshot, draft);
    QVERIFY(plan.problemAt(mailbox(id)));
    QVERIFY(plan.problemAt({Kind::Space, id, QStringLiteral("name")}));
}

void TestFieldDraft::R_CREDENTIALS_userNamesAreTakenApart_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("domain");
    QTest::newRow("backslash") << QStringLiteral("MYCOMPANY\\svc") << QStringLiteral("svc")
                               << QStringLiteral("MYCOMPANY");
    QTest::newRow("doubled") << QStringLiteral("MYCOMPANY\\\\svc") << QStringLiteral("svc")
                             << QStringLiteral("MYCOMPANY");
    QTest::newRow("slash") << QStringLiteral("company/marysmith") << QStringLiteral("marysmith")
                           << QStringLiteral("company");
    QTest::newRow("at") << QStringLiteral(" svc@mycompany.com ") << QStringLiteral("svc")
                        << QStringLiteral("mycompany.com");
    QTest::newRow("plain") << QStringLiteral("svc") << QStringLiteral("svc") << QString();
}

void TestFieldDraft::R_CREDENTIALS_userNamesAreTakenApart()
{
    QFETCH(QString, typed);
    QFETCH(QString, user);
    QFETCH(QString, domain);
    QCOMPARE(splitCredentials(typed), (Credentials{user, domain}));
}

QTEST_GUILESS_MAIN(TestFieldDraft)
#include "tst_fielddraft.moc"
