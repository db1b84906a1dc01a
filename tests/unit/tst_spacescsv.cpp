// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exporting/spacescsv.h"
#include "models/exporting/spacesimport.h"
#include "models/wording/wording.h"
#include "tests/support/temporarystore.h"

#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

// What scripts rely on; what came later stands behind.
const QByteArray head
    = "name,building,floor,capacity,mailbox,delegate_contact,time_zone,work_days,work_start,work_end,bookable";

QString tester()
{
    return QStringLiteral("tester");
}

} // namespace

class TestSpacesCsv final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exportHasTheColumnsThatScriptsRelyOn();
    void twoColumnsAreEnough();
    void missingColumnsKeepValues();
    void mailboxIsTheSpaceWhateverItsCase();
    void rowsWithProblemsAreListedAndNothingIsPlanned();
    void sameMailboxInAnotherCaseTwiceIsARowProblem();
    void aFileWithoutItsColumnsIsRefused();
    void importingTwiceChangesNothing();
    void columnsThatAreNotKnownAreNamed();
    void importIsAllOrNothing();
    void R_SUBDOMAIN_anAddressBelongsToOneSpace_data();
    void R_SUBDOMAIN_anAddressBelongsToOneSpace();
};

void TestSpacesCsv::exportHasTheColumnsThatScriptsRelyOn()
{
    Space space;
    space.name = QStringLiteral("CR1");
    space.floor = QStringLiteral("-1");
    space.capacity = 8;
    space.mailbox = QStringLiteral("CR1@reserve.mycompany.com");
    space.timeZone = "Europe/Berlin";
    space.setupMinutes = 15;
    const QByteArray csv = spacesToCsv({space});
    QCOMPARE(
        csv,
        QByteArray(
            head
            + ",setup_minutes,clearup_minutes\r\n"
              "CR1,,'-1,8,CR1@reserve.mycompany.com,,Europe/Berlin,\"Mon,Tue,Wed,Thu,Fri\",08:00,17:00,true,15,0\r\n"));
    const SpacesPlan again = planSpaces(csv, {});
    QVERIFY(again.report.isClean());
    QCOMPARE(again.toSave, QList<Space>{space});
    space.setupMinutes = 0;
    QVERIFY(spacesToCsv({space}).startsWith(QByteArray(head + "\r\n")));
}

void TestSpacesCsv::twoColumnsAreEnough()
{
    const SpacesPlan plan = planSpaces("mailbox;name\ncr1@x.example;CR1\n", {});
    QVERIFY(plan.report.isClean());
    QCOMPARE(plan.report.added, 1);
    QCOMPARE(plan.toSave.first().name, QStringLiteral("CR1"));
    QVERIFY(plan.toSave.first().bookable);
    QCOMPARE(plan.toSave.first().hours, WorkingHours());
}

void TestSpacesCsv::missingColumnsKeepValues()
{
    Space known;
    known.id = SpaceId{7};
    known.name = QStringLiteral("CR1");
    known.mailbox = QStringLiteral("cr1@x.example");
    known.capacity = 12;
    known.equipment = {QStringLiteral("screen")};
    const SpacesPlan plan = planSpaces("name,mailbox\nAurora,cr1@x.example\n", {known});
    QCOMPARE(plan.report.changed, 1);
    Space expected = known;
    expected.name = QStringLiteral("Aurora");
    QCOMPARE(plan.toSave, QList<Space>{expected});
}

void TestSpacesCsv::mailboxIsTheSpaceWhateverItsCase()
{
    Space known;
    known.id = SpaceId{7};
    known.name = QStringLiteral("CR2");
    known.mailbox = QStringLiteral("CR2@reserve.mycompany.com");
    const SpacesPlan plan = planSpaces("name,mailbox\nCR2,CR2@reserve.MyCompany.com\n", {known});
    QCOMPARE(plan.report.added, 0);
    QCOMPARE(plan.toSave.first().id, known.id);
    QCOMPARE(plan.toSave.first().mailbox, QStringLiteral("CR2@reserve.MyCompany.com"));
}

void TestSpacesCsv::rowsWithProblemsAreListedAndNothingIsPlanned()
{
    const SpacesPlan plan = planSpaces(QByteArray(head
                                                  + "\r\nCR1,,,8,cr1@x.example,,,,,,\r\n"
                                                    ",,,x,nobody,,Mars/Base,Foo,25:00,,perhaps\r\n"
                                                    "CR3,,,,cr3@x.example,,,,18:00,18:00,\r\n"),
                                       {});
    QVERIFY(plan.toSave.isEmpty());
    QStringList found;
    for (const RowProblem& problem : plan.report.problems)
        found.append(
            QStringLiteral("%1 %2 %3").arg(problem.line).arg(problem.column, QString::fromLatin1(problem.reason.code)));
    const QStringList expected{
        QStringLiteral("3 name space.name-empty"),         QStringLiteral("3 capacity space.capacity-invalid"),
        QStringLiteral("3 mailbox space.address-invalid"), QStringLiteral("3 time_zone space.zone-unknown"),
        QStringLiteral("3 work_days space.days-unknown"),  QStringLiteral("3 work_start space.time-invalid"),
        QStringLiteral("3 bookable space.flag-invalid"),   QStringLiteral("4 work_end space.hours-empty")};
    QCOMPARE(found, expected);
}

void TestSpacesCsv::sameMailboxInAnotherCaseTwiceIsARowProblem()
{
    const SpacesPlan plan = planSpaces("name,mailbox\nCR1,cr1@x.example\nCR2,CR1@x.example\n", {});
    QCOMPARE(plan.report.problems.size(), 1);
    QCOMPARE(plan.report.problems.first().line, 3);
    QCOMPARE(plan.report.problems.first().reason.code, QByteArray("import.mailbox-twice"));
    QCOMPARE(plan.report.problems.first().reason.arguments.value(QStringLiteral("line")), QStringLiteral("2"));
}

void TestSpacesCsv::aFileWithoutItsColumnsIsRefused()
{
    const SpacesPlan plan = planSpaces("title,floor\nCR1,2\n", {});
    QCOMPARE(plan.report.problems.size(), 2);
    QCOMPARE(plan.report.problems[0].reason.code, QByteArray("csv.column-missing"));
    QCOMPARE(plan.report.problems[1].reason.arguments.value(QStringLiteral("column")), QStringLiteral("mailbox"));
}

void TestSpacesCsv::importingTwiceChangesNothing()
{
    TemporaryStore store;
    const QByteArray csv = QByteArray(
        head
        + "\r\nCR1 Borealis,North,'-1,8,CR1@x.example,cr1@y.example,Europe/Berlin,\"Mon,Tue\",07:30,18:00,false\r\n"
          "CR2 Aurora,North,2,,CR2@x.example,,,,,,\r\n");
    const auto import = [&csv](WriteUnit& unit) { return importSpaces(unit, csv, tester()); };
    QCOMPARE(store.write(import), (ImportReport{2, 0, 0, {}}));
    QCOMPARE(store.write(import), (ImportReport{0, 0, 2, {}}));

    const QList<Space> spaces = store.read([](const ReadUnit& unit) { return unit.spaces().all(); });
    QCOMPARE(spaces.size(), 2);
    QCOMPARE(spaces[0].floor, QStringLiteral("-1"));
    QVERIFY(!spaces[0].bookable);
    const QByteArray exported = spacesToCsv(spaces);
    QCOMPARE(store.write([&exported](WriteUnit& unit) { return importSpaces(unit, exported, tester()); }),
             (ImportReport{0, 0, 2, {}}));
}

void TestSpacesCsv::columnsThatAreNotKnownAreNamed()
{
    const SpacesPlan plan
        = planSpaces("name,mailbox,delgate-contact,bookible,remark\nCR1,cr1@x.example,d@x.example,false,x\n", {});
    QVERIFY(plan.report.isClean());
    QCOMPARE(plan.toSave.size(), 1);
    QStringList found;
    for (const Reason& remark : plan.report.remarks)
        found.append(remark.arguments.value(QStringLiteral("column")) + u'>'
                     + remark.arguments.value(QStringLiteral("nearest")));
    QCOMPARE(found,
             (QStringList{QStringLiteral("delgate-contact>delegate_contact"), QStringLiteral("bookible>bookable"),
                          QStringLiteral("remark>")}));
    QVERIFY(sentence(plan.report.remarks.first()).contains(QStringLiteral("delegate_contact")));
    // With a problem they are said too: a column that is missing may be one that is misspelt.
    QCOMPARE(planSpaces("name,mailbx\nCR1,cr1@x.example\n", {}).report.remarks.size(), 1);
}

void TestSpacesCsv::importIsAllOrNothing()
{
    TemporaryStore store;
    const ImportReport report = store.write(
        [](WriteUnit& unit) { return importSpaces(unit, "name,mailbox\nCR1,cr1@x.example\nCR2,nobody\n", tester()); });
    QCOMPARE(report.problems.size(), 1);
    QCOMPARE(store.read([](const ReadUnit& unit) { return unit.spaces().all(); }).size(), 0);
}

void TestSpacesCsv::R_SUBDOMAIN_anAddressBelongsToOneSpace_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<QStringList>("problems");
    const auto row = [](const char* name, const char* rows, const QStringList& problems) {
        QTest::newRow(name) << QByteArray(rows) << problems;
    };
    row("two rows", "D,d@x.example,Desk@y.example\nE,e@x.example,desk@y.example\n",
        {QStringLiteral("3 delegate_contact space.contact-taken D")});
    row("a space that is known", "D,d@x.example,known@y.example\n",
        {QStringLiteral("2 delegate_contact space.contact-taken Known")});
    row("a mailbox that is known", "D,d@x.example,Known@x.example\n",
        {QStringLiteral("2 delegate_contact space.contact-is-mailbox Known")});
    row("a mailbox that comes later", "D,d@x.example,e@x.example\nE,e@x.example,\n",
        {QStringLiteral("3 mailbox space.mailbox-is-contact D")});
    row("a contact that is known", "D,known@y.example,\n",
        {QStringLiteral("2 mailbox space.mailbox-is-contact Known")});
    row("its own mailbox", "D,d@x.example,D@x.example\n", {});
    row("handed on", "Known,known@x.example,new@y.example\nD,d@x.example,known@y.example\n", {});
    row("itself again", "Known,KNOWN@x.example,known@y.example\n", {});
}

void TestSpacesCsv::R_SUBDOMAIN_anAddressBelongsToOneSpace()
{
    QFETCH(QByteArray, rows);
    QFETCH(QStringList, problems);
    Space known;
    known.id = SpaceId{7};
    known.name = QStringLiteral("Known");
    known.mailbox = QStringLiteral("known@x.example");
    known.delegateContact = QStringLiteral("known@y.example");
    const SpacesPlan plan = planSpaces(QByteArray("name,mailbox,delegate_contact\n" + rows), {known});
    QStringList found;
    for (const RowProblem& problem : plan.report.problems)
        found.append(QStringLiteral("%1 %2 %3 %4")
                         .arg(QString::number(problem.line), problem.column, QString::fromLatin1(problem.reason.code),
                              problem.reason.arguments.value(QStringLiteral("space"))));
    QCOMPARE(found, problems);
    QCOMPARE(plan.toSave.isEmpty(), !problems.isEmpty());
}

QTEST_GUILESS_MAIN(TestSpacesCsv)
#include "tst_spacescsv.moc"
