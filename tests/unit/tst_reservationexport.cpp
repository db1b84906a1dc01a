// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exporting/jsonarray.h"
#include "models/exporting/outboxjson.h"
#include "models/exporting/peoplejson.h"
#include "models/exporting/reservationscsv.h"
#include "models/exporting/reservationsics.h"
#include "models/exporting/reservationsjson.h"
#include "models/exporting/tracesjson.h"
#include "tests/support/temporarystore.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

QSet<QString> keysOf(const QJsonObject& object)
{
    const QStringList keys = object.keys();
    return {keys.begin(), keys.end()};
}

QList<ReservationRow> allRows(TemporaryStore& store, const ReservationFilter& filter = {})
{
    return store.read([filter](const ReadUnit& unit) -> Result<QList<ReservationRow>> {
        QList<ReservationRow> rows;
        const auto read = forEachReservation(unit, filter, [&rows](const ReservationRow& row) { rows.append(row); });
        if (!read)
            return failure(read.error());
        return rows;
    });
}

} // namespace

class TestReservationExport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void jsonHasTheNamesThatScriptsRelyOn();
    void csvIsTheSameInColumns();
    void icsIsACalendarOfAllOfThem();
    void allDayIsADateInTheSpacesZone();
    void arrayIsValidWhateverItsLength();
    void traceHasTheNamesThatScriptsRelyOn();
    void undecidedTraceHasNoVerdict();
    void outboxHasTheNamesThatScriptsRelyOn();
    void personHasTheCsvNamesAndKind();

private:
    TemporaryStore m_store;
    SpaceId m_cr1;
    PersonId m_nour;
};

void TestReservationExport::initTestCase()
{
    m_cr1 = m_store.addSpace(QStringLiteral("CR1 Borealis"), QStringLiteral("CR1@reserve.mycompany.com"));
    const SpaceId cr2 = m_store.addSpace(QStringLiteral("CR2 Aurora"), QStringLiteral("CR2@reserve.mycompany.com"));
    m_nour = m_store.addPerson(100317, QStringLiteral("nour.abbas@mycompany.com"));
    m_store.write([this, cr2](WriteUnit& unit) -> Result<void> {
        Reservation first
            = reservationOf(m_cr1, "2026-11-18T09:00:00Z", "2026-11-18T10:00:00Z", QStringLiteral("uid-1"));
        first.personId = m_nour;
        first.subject = QStringLiteral("=Review, part 1");
        first.version.sequence = 2;
        Reservation second = first;
        second.spaceId = cr2;
        Reservation gone
            = reservationOf(m_cr1, "2025-01-18T09:00:00Z", "2025-01-18T10:00:00Z", QStringLiteral("uid-2"));
        gone.status = ReservationStatus::Cancelled;
        for (const Reservation& reservation : {first, second, gone}) {
            if (const auto inserted = unit.reservations().insert(reservation); !inserted)
                return failure(inserted.error());
        }
        return {};
    });
}

void TestReservationExport::jsonHasTheNamesThatScriptsRelyOn()
{
    const QList<ReservationRow> rows = allRows(m_store);
    QCOMPARE(rows.size(), 3); // past and cancelled too
    QCOMPARE(toJsonObject(rows.first()).value(QStringLiteral("status")).toString(), QStringLiteral("cancelled"));
    const QJsonObject object = toJsonObject(rows.at(1));
    const QStringList names = reservationFieldNames();
    QCOMPARE(keysOf(object), QSet<QString>(names.begin(), names.end()));
    QCOMPARE(object.value(QStringLiteral("start")).toString(), QStringLiteral("2026-11-18T09:00:00Z"));
    QCOMPARE(object.value(QStringLiteral("space")).toString(), QStringLiteral("CR1 Borealis"));
    QCOMPARE(object.value(QStringLiteral("mailbox")).toString(), QStringLiteral("CR1@reserve.mycompany.com"));
    QCOMPARE(object.value(QStringLiteral("person_control_number")).toString(), QStringLiteral("100317"));
    QCOMPARE(object.value(QStringLiteral("sequence")).toInt(), 2);
    QCOMPARE(object.value(QStringLiteral("all_day")).toBool(true), false);
    QVERIFY(object.value(QStringLiteral("recurrence_id")).isNull());
}

void TestReservationExport::csvIsTheSameInColumns()
{
    QCOMPARE(
        reservationsCsvHead(),
        QByteArray(
            "id,uid,space,mailbox,person_control_number,person_email,requester_email,subject,start,end,all_day,status,"
            "sequence,recurrence_id,origin,exchange_state\r\n"));
    const QByteArray line = toCsvLine(allRows(m_store).at(1));
    QVERIFY(line.contains(",\"'=Review, part 1\",2026-11-18T09:00:00Z,2026-11-18T10:00:00Z,false,accepted,2,,"));
}

void TestReservationExport::icsIsACalendarOfAllOfThem()
{
    const QByteArray ics = reservationsToIcs(allRows(m_store), QStringLiteral("Reserve"));
    QCOMPARE(ics.count("BEGIN:VEVENT"), 3);
    QVERIFY(ics.contains("UID:uid-1\r\n"));
    QVERIFY(ics.contains("UID:uid-1/CR2@reserve.mycompany.com\r\n"));
    QVERIFY(ics.contains("DTSTART:20261118T090000Z\r\n"));
    QVERIFY(ics.contains("STATUS:CANCELLED\r\n"));
    QVERIFY(ics.contains("SUMMARY:=Review\\, part 1\r\n"));
}

void TestReservationExport::allDayIsADateInTheSpacesZone()
{
    ReservationRow row;
    row.reservation = reservationOf(m_cr1, "2026-11-17T23:00:00Z", "2026-11-18T23:00:00Z", QStringLiteral("uid-3"));
    row.reservation.allDay = true;
    row.zone = "Europe/Berlin";
    const QByteArray ics = reservationsToIcs({row}, {});
    QVERIFY2(ics.contains("DTSTART;VALUE=DATE:20261118\r\n"), ics.constData());
    QVERIFY2(ics.contains("DTEND;VALUE=DATE:20261119\r\n"), ics.constData());
}

void TestReservationExport::arrayIsValidWhateverItsLength()
{
    for (int count = 0; count < 3; ++count) {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        JsonArray array(buffer);
        for (int i = 0; i < count; ++i)
            array.add({{QStringLiteral("id"), i}});
        array.end();
        const QJsonDocument document = QJsonDocument::fromJson(buffer.data());
        QVERIFY(document.isArray());
        QCOMPARE(document.array().size(), count);
    }
}

void TestReservationExport::traceHasTheNamesThatScriptsRelyOn()
{
    Trace trace;
    trace.id = TraceId{5};
    trace.receivedAt = at("2026-11-18T09:00:00Z");
    trace.messageId = QStringLiteral("<a@b>");
    trace.recipient = QStringLiteral("CR1@reserve.mycompany.com");
    trace.verdict = Verdict::Accepted;
    trace.reason = {"decision.free", {}};
    trace.steps = {{at("2026-11-18T09:00:00Z"), "R-GATE", {"gate.person", {}}}};
    const QJsonObject object = toJsonObject(trace, QStringLiteral("CR1 Borealis"));
    for (const char* name : {"id", "message_id", "received_at", "sender", "recipient", "space", "requester", "subject",
                             "method", "verdict", "reason", "steps"})
        QVERIFY2(object.contains(QLatin1String(name)), name);
    QCOMPARE(object.value(QStringLiteral("verdict")).toString(), QStringLiteral("accepted"));
    const QJsonObject step = object.value(QStringLiteral("steps")).toArray().first().toObject();
    QCOMPARE(step.value(QStringLiteral("rule")).toString(), QStringLiteral("R-GATE"));
    QVERIFY(step.contains(QStringLiteral("at")));
    QVERIFY(!step.value(QStringLiteral("text")).toString().isEmpty());
}

void TestReservationExport::undecidedTraceHasNoVerdict()
{
    QVERIFY(toJsonObject(Trace{}, {}).value(QStringLiteral("verdict")).isNull());
}

void TestReservationExport::outboxHasTheNamesThatScriptsRelyOn()
{
    OutboxEntry entry;
    entry.id = OutboxId{3};
    entry.recipient = QStringLiteral("nour.abbas@mycompany.com");
    entry.nextAttempt = at("2026-11-18T09:05:00Z");
    entry.remoteText = QStringLiteral("451 later");
    QJsonObject object = toJsonObject(entry);
    for (const char* name : {"id", "kind", "recipient", "state", "attempts", "next_attempt", "last_error"})
        QVERIFY2(object.contains(QLatin1String(name)), name);
    QCOMPARE(object.value(QStringLiteral("state")).toString(), QStringLiteral("waiting"));
    QCOMPARE(object.value(QStringLiteral("next_attempt")).toString(), QStringLiteral("2026-11-18T09:05:00Z"));
    QVERIFY(object.value(QStringLiteral("last_error")).toString().contains(QLatin1String("451 later")));
    QVERIFY(object.value(QStringLiteral("waits_for")).isNull());
    entry.behind = {2};
    entry.isBehindFailed = true;
    object = toJsonObject(entry);
    QCOMPARE(object.value(QStringLiteral("waits_for")).toInt(), 2);
    QVERIFY(object.value(QStringLiteral("last_error")).toString().startsWith(QLatin1String("Entry 2 ")));
    QVERIFY(!object.value(QStringLiteral("last_error")).toString().contains(QLatin1String("451 later")));
    entry.state = OutboxState::Done;
    QVERIFY(toJsonObject(entry).value(QStringLiteral("next_attempt")).isNull());
}

void TestReservationExport::personHasTheCsvNamesAndKind()
{
    const QJsonObject object = toJsonObject(Person{});
    QCOMPARE(keysOf(object),
             (QSet<QString>{QStringLiteral("control_number"), QStringLiteral("first_name"), QStringLiteral("last_name"),
                            QStringLiteral("email"), QStringLiteral("status"), QStringLiteral("time_zone"),
                            QStringLiteral("kind")}));
    QCOMPARE(object.value(QStringLiteral("kind")).toString(), QStringLiteral("employee"));
}

QTEST_GUILESS_MAIN(TestReservationExport)
#include "tst_reservationexport.moc"
