// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/support/temporarystore.h"

#include <QTest>

using namespace reserve;
using namespace reserve::test;

// What was asked for in the console, as the store keeps it.
class tst_ConsoleMeetings final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isFoundAsItWasSaved()
    {
        TemporaryStore store;
        ConsoleMeeting meeting;
        meeting.uid = newConsoleUid();
        meeting.spaceId = store.addSpace(QStringLiteral("CR1 Borealis"), QStringLiteral("CR1@reserve.mycompany.com"));
        meeting.personId = store.addPerson(100317, QStringLiteral("nour.abbas@mycompany.com"));
        meeting.organizer = QStringLiteral("nour.abbas@mycompany.com");
        meeting.subject = QStringLiteral("Budget – 2027");
        meeting.body = QStringLiteral("Two\nlines");
        meeting.time = {at("2026-11-20T09:00:00Z"), at("2026-11-20T10:00:00Z")};
        meeting.isPrivate = true;
        meeting.timeZone = "Europe/Berlin";
        meeting.rule = "FREQ=WEEKLY;COUNT=4";
        meeting.exceptions = {QDate(2026, 11, 27), QDate(2026, 12, 4)};
        meeting.invites = true;
        meeting.mark = "mark/1";
        const auto save = [&store](const ConsoleMeeting& one) {
            store.write([one](WriteUnit& unit) { return unit.consoleMeetings().save(one).map([] { return 0; }); });
        };
        const auto find = [&store](const QString& uid) {
            return store.read([uid](const ReadUnit& unit) { return unit.consoleMeetings().find(uid); });
        };
        save(meeting);
        QCOMPARE(find(meeting.uid), std::optional(meeting));
        meeting.mark.clear();
        meeting.exceptions.clear();
        meeting.rule.clear();
        save(meeting);
        QCOMPARE(find(meeting.uid), std::optional(meeting));
        QVERIFY(!find(QStringLiteral("another")));
    }

    void ownUidsAreKnown()
    {
        QVERIFY(isConsoleUid(newConsoleUid()));
        QVERIFY(newConsoleUid() != newConsoleUid());
        QVERIFY(!isConsoleUid(u"040000008200E00074C5B7101A82E0080000000001"));
    }
};

QTEST_GUILESS_MAIN(tst_ConsoleMeetings)

#include "tst_consolemeetings.moc"
