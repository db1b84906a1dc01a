// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/support/temporarystore.h"

#include <QTest>

using namespace reserve;
using namespace reserve::test;

class TestReservations : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TemporaryStore> m_temporary;
    SpaceId m_space;

    ReservationId insert(const Reservation& reservation)
    {
        return m_temporary->write([=](WriteUnit& unit) { return unit.reservations().insert(reservation); });
    }
    ReservationId insert(const char* start, const char* end, const QString& uid)
    {
        return insert(reservationOf(m_space, start, end, uid));
    }
    QStringList list(const ReservationFilter& filter, int limit = 100, int offset = 0)
    {
        QStringList uids;
        const auto rows
            = m_temporary->read([=](const ReadUnit& unit) { return unit.reservations().list(filter, limit, offset); });
        for (const Reservation& reservation : rows)
            uids.append(reservation.uid);
        return uids;
    }

private Q_SLOTS:
    void init()
    {
        m_temporary = std::make_unique<TemporaryStore>();
        m_space = m_temporary->addSpace(QStringLiteral("CR1"), QStringLiteral("cr1@example.com"));
    }

    void keepEveryField()
    {
        Reservation r = reservationOf(m_space, "2026-12-01T10:00:00Z", "2026-12-01T11:00:00Z", QStringLiteral("uid"));
        r.personId = m_temporary->addPerson(12, QStringLiteral("anna@example.com"));
        r.organizer = QStringLiteral("Anna@Example.com");
        r.recurrenceId = QStringLiteral("2026-12-01T10:00:00Z");
        r.version = {3, at("2026-11-17T00:00:00Z"), true, QByteArray("\0\x01", 2)};
        r.sentBy = QStringLiteral("assistant@example.com");
        r.allDay = r.isPrivate = r.roomListed = true;
        r.timeZone = "Europe/Berlin";
        r.setupMinutes = 10;
        r.clearupMinutes = 5;
        r.status = ReservationStatus::Pending;
        r.exclusive = false;
        r.reason = {"decision.free", {{QStringLiteral("space"), QStringLiteral("CR1")}}};
        r.origin = ReservationOrigin::Exchange;
        r.exchangeState = ExchangeState::Failed;
        r.exchangeReason = {"exchange.away", {}};
        r.roomAddress = QStringLiteral("CR1@example.com");
        r.traceId = {9};
        r.attendees = {{QStringLiteral("a@example.com"), QStringLiteral("A"), QStringLiteral("REQ-PARTICIPANT"),
                        QStringLiteral("ACCEPTED")},
                       {QStringLiteral("b@example.com"), QStringLiteral("B"), {}, {}}};
        r.id = insert(r);
        const auto find
            = [&] { return m_temporary->read([&](const ReadUnit& unit) { return unit.reservations().find(r.id); }); };
        QCOMPARE(find(), r);
        QCOMPARE(m_temporary->read([&](const ReadUnit& unit) { return unit.reservations().findByMeeting(r.key()); }),
                 r);
        r.attendees.removeFirst();
        r.subject = QStringLiteral("Moved");
        r.changedAt = at("2026-11-18T09:00:00Z");
        m_temporary->write([=](WriteUnit& unit) { return unit.reservations().update(r); });
        QCOMPARE(find(), r);
        m_temporary->write(
            [=](WriteUnit& unit) { return unit.reservations().setExchangeState(r.id, ExchangeState::InExchange, {}); });
        QCOMPARE(find()->exchangeState, ExchangeState::InExchange);
        QVERIFY(find()->exchangeReason.isEmpty());
    }

    // R-MEETING: the same UID from another organizer is another meeting.
    void R_MEETING_aMeetingIsOrganizerUidRecurrenceAndSpace()
    {
        const ReservationId first = insert("2026-12-01T10:00:00Z", "2026-12-01T11:00:00Z", QStringLiteral("uid"));
        Reservation other
            = reservationOf(m_space, "2026-12-01T12:00:00Z", "2026-12-01T13:00:00Z", QStringLiteral("uid"));
        other.organizer = QStringLiteral("somebody@else.example");
        const ReservationId second = insert(other);
        const auto find = [&](const QString& organizerKey) {
            return m_temporary->read([=, this](const ReadUnit& unit) {
                return unit.reservations().findByMeeting({organizerKey, QStringLiteral("uid"), {}, m_space});
            });
        };
        QCOMPARE(find(QStringLiteral("organizer@example.com"))->id, first);
        QCOMPARE(find(QStringLiteral("somebody@else.example"))->id, second);
        QVERIFY(!find(QStringLiteral("nobody@else.example")));
        Reservation again
            = reservationOf(m_space, "2026-12-02T10:00:00Z", "2026-12-02T11:00:00Z", QStringLiteral("uid"));
        again.organizer = QStringLiteral("ORGANIZER@example.com");
        const auto refused = m_temporary->tryWrite([=](WriteUnit& unit) { return unit.reservations().insert(again); });
        QCOMPARE(refused.error().code(), QByteArray("reservation.meeting-exists"));
    }

    void conflictsAreWhatHoldsTheSpaceThen()
    {
        insert("2026-11-01T00:00:00Z", "2026-12-01T10:00:00Z", QStringLiteral("long"));
        insert("2026-12-01T10:00:00Z", "2026-12-01T11:00:00Z", QStringLiteral("ten"));
        insert("2026-12-01T11:00:00Z", "2026-12-01T12:00:00Z", QStringLiteral("eleven"));
        Reservation shared
            = reservationOf(m_space, "2026-12-01T10:30:00Z", "2026-12-01T11:30:00Z", QStringLiteral("shared"));
        shared.exclusive = false;
        insert(shared);
        Reservation declined
            = reservationOf(m_space, "2026-12-01T10:00:00Z", "2026-12-01T12:00:00Z", QStringLiteral("declined"));
        declined.status = ReservationStatus::Declined;
        insert(declined);
        const auto conflicts
            = [&](const char* start, const char* end, const std::optional<MeetingKey>& except = {}, int limit = 10) {
                  QStringList uids;
                  const auto rows = m_temporary->read([=, this](const ReadUnit& unit) {
                      return unit.reservations().conflicts(m_space, {at(start), at(end)}, except, limit);
                  });
                  for (const Reservation& row : rows)
                      uids.append(row.uid);
                  return uids;
              };
        const QStringList all{QStringLiteral("long"), QStringLiteral("ten"), QStringLiteral("shared"),
                              QStringLiteral("eleven")};
        QCOMPARE(conflicts("2026-12-01T09:00:00Z", "2026-12-01T12:00:00Z"), all);
        QCOMPARE(conflicts("2026-12-01T09:00:00Z", "2026-12-01T12:00:00Z", {}, 2), all.first(2));
        QCOMPARE(conflicts("2026-12-01T10:00:00Z", "2026-12-01T10:30:00Z"), QStringList{QStringLiteral("ten")});
        QCOMPARE(conflicts("2026-11-15T10:00:00Z", "2026-11-15T10:30:00Z"), QStringList{QStringLiteral("long")});
        QVERIFY(conflicts("2026-12-01T12:00:00Z", "2026-12-01T13:00:00Z").isEmpty());
        const MeetingKey ten{QStringLiteral("organizer@example.com"), QStringLiteral("ten"), {}, m_space};
        QCOMPARE(conflicts("2026-12-01T10:00:00Z", "2026-12-01T10:30:00Z", ten), QStringList());
    }

    // A meeting's own occurrences are no conflict of the whole; one date is only itself.
    void exceptCoversAllOccurrencesOrOne()
    {
        for (int day = 1; day <= 3; ++day) {
            Reservation occurrence
                = reservationOf(m_space, "2026-12-01T10:00:00Z", "2026-12-01T11:00:00Z", QStringLiteral("uid"));
            occurrence.time.start += std::chrono::hours(day);
            occurrence.time.end += std::chrono::hours(day);
            occurrence.recurrenceId = QString::number(day);
            insert(occurrence);
        }
        const auto count = [&](const QString& recurrenceId) {
            return m_temporary
                ->read([=, this](const ReadUnit& unit) {
                    const MeetingKey key{QStringLiteral("organizer@example.com"), QStringLiteral("uid"), recurrenceId,
                                         m_space};
                    return unit.reservations().conflicts(
                        m_space, {at("2026-12-01T00:00:00Z"), at("2026-12-02T00:00:00Z")}, key, 10);
                })
                .size();
        };
        QCOMPARE(count({}), 0);
        QCOMPARE(count(QStringLiteral("2")), 2);
    }

    void holdingCountsSetUpAndClearUp()
    {
        Reservation reservation
            = reservationOf(m_space, "2026-12-01T10:00:00Z", "2026-12-01T11:00:00Z", QStringLiteral("uid"));
        reservation.setupMinutes = 15;
        reservation.clearupMinutes = 15;
        insert(reservation);
        const auto holding = [&](const char* start, const char* end) {
            return m_temporary
                ->read([=, this](const ReadUnit& unit) {
                    return unit.reservations().holding(m_space, {at(start), at(end)});
                })
                .size();
        };
        QCOMPARE(holding("2026-12-01T11:10:00Z", "2026-12-01T12:00:00Z"), 1);
        QCOMPARE(holding("2026-12-01T11:15:00Z", "2026-12-01T12:00:00Z"), 0);
        QCOMPARE(holding("2026-12-01T09:00:00Z", "2026-12-01T09:45:00Z"), 0);
        QCOMPARE(holding("2026-12-01T09:00:00Z", "2026-12-01T09:46:00Z"), 1);
    }

    void listsNarrowAndPage()
    {
        const SpaceId other = m_temporary->addSpace(QStringLiteral("CR2"), QStringLiteral("cr2@example.com"));
        const PersonId person = m_temporary->addPerson(12, QStringLiteral("anna@example.com"));
        insert("2026-11-01T00:00:00Z", "2026-12-24T00:00:00Z", QStringLiteral("long"));
        Reservation elsewhere
            = reservationOf(other, "2026-12-01T09:00:00Z", "2026-12-01T10:00:00Z", QStringLiteral("elsewhere"));
        elsewhere.personId = person;
        elsewhere.subject = QStringLiteral("Führungskreis");
        insert(elsewhere);
        Reservation cancelled
            = reservationOf(m_space, "2026-12-01T10:00:00Z", "2026-12-01T11:00:00Z", QStringLiteral("cancelled"));
        cancelled.status = ReservationStatus::Cancelled;
        insert(cancelled);
        insert("2027-01-01T10:00:00Z", "2027-01-01T11:00:00Z", QStringLiteral("later"));

        const QStringList all{QStringLiteral("long"), QStringLiteral("elsewhere"), QStringLiteral("cancelled"),
                              QStringLiteral("later")};
        QCOMPARE(list({}), all);
        QCOMPARE(list({}, 2, 1), all.mid(1, 2));
        ReservationFilter filter;
        filter.touching = TimeRange{at("2026-12-01T00:00:00Z"), at("2026-12-02T00:00:00Z")};
        QCOMPARE(list(filter), all.first(3));
        filter.spaces = {m_space};
        QCOMPARE(list(filter), (QStringList{QStringLiteral("long"), QStringLiteral("cancelled")}));
        filter.onlyHolding = true;
        QCOMPARE(list(filter), QStringList{QStringLiteral("long")});
        QCOMPARE(m_temporary->read([=](const ReadUnit& unit) { return unit.reservations().count(filter); }), 1);
        filter = {};
        filter.personId = person;
        QCOMPARE(list(filter), QStringList{QStringLiteral("elsewhere")});
        filter = {};
        filter.text = QStringLiteral("FÜHRUNG");
        QCOMPARE(list(filter), QStringList{QStringLiteral("elsewhere")});
        filter = {};
        filter.spaces = {other};
        QCOMPARE(list(filter), QStringList{QStringLiteral("elsewhere")});
    }

    void privateSubjectsAreNotFound()
    {
        Reservation row
            = reservationOf(m_space, "2026-12-01T10:00:00Z", "2026-12-01T11:00:00Z", QStringLiteral("hidden"));
        row.subject = QStringLiteral("Secret merger");
        row.requesterEmail = QStringLiteral("Anna@example.com");
        row.isPrivate = true;
        insert(row);
        row = reservationOf(m_space, "2026-12-02T10:00:00Z", "2026-12-02T11:00:00Z", QStringLiteral("open"));
        row.subject = QStringLiteral("Merger of the year");
        insert(row);
        ReservationFilter filter;
        filter.text = QStringLiteral("MERGER");
        QCOMPARE(list(filter), QStringList{QStringLiteral("open")});
        filter.text = QStringLiteral("anna@");
        QCOMPARE(list(filter), QStringList{QStringLiteral("hidden")});
    }

    void notesAreInNoList()
    {
        Reservation note
            = reservationOf(m_space, "2026-11-10T10:00:00Z", "2026-11-10T11:00:00Z", QStringLiteral("note"));
        note.status = ReservationStatus::Cancelled;
        note.changedAt = at("2026-11-18T08:00:00Z");
        note.isNote = true;
        note.id = insert(note);
        const ReservationId other = insert("2026-11-10T12:00:00Z", "2026-11-10T13:00:00Z", QStringLiteral("other"));
        QCOMPARE(list({}), QStringList{QStringLiteral("other")});
        ReservationFilter filter;
        filter.touching = TimeRange{at("2026-11-10T00:00:00Z"), at("2026-11-11T00:00:00Z")};
        QCOMPARE(list(filter), QStringList{QStringLiteral("other")});
        const auto read = [this](auto question) {
            return m_temporary->read([=](const ReadUnit& unit) { return question(unit.reservations()); });
        };
        QCOMPARE(read([](const ReservationRepository& rows) { return rows.count({}); }), 1);
        const auto listed = read([=](const ReservationRepository& rows) { return rows.byIds({note.id, other}); });
        QCOMPARE(listed.size(), 1);
        QCOMPARE(listed.first().id, other);
        QCOMPARE(read([=](const ReservationRepository& rows) { return rows.findByMeeting(note.key()); }), note);
        const auto removeBefore = [this](const char* instant) {
            return m_temporary->write(
                [=](WriteUnit& unit) { return unit.reservations().removeNotes(at(instant), 10); });
        };
        QCOMPARE(removeBefore("2026-11-18T08:00:00Z"), 0);
        QCOMPARE(removeBefore("2026-11-18T08:00:01Z"), 1);
        QVERIFY(!read([=](const ReservationRepository& rows) { return rows.find(note.id); }));
        QCOMPARE(list({}).size(), 1);
    }

    void touchingIsHalfOpen()
    {
        insert("2026-12-01T10:00:00Z", "2026-12-01T11:00:00Z", QStringLiteral("uid"));
        ReservationFilter filter;
        filter.touching = TimeRange{at("2026-12-01T11:00:00Z"), at("2026-12-01T12:00:00Z")};
        QVERIFY(list(filter).isEmpty());
        filter.touching = TimeRange{at("2026-12-01T09:00:00Z"), at("2026-12-01T10:00:00Z")};
        QVERIFY(list(filter).isEmpty());
        filter.touching = TimeRange{at("2026-12-01T10:59:00Z"), at("2026-12-01T12:00:00Z")};
        QCOMPARE(list(filter).size(), 1);
    }

    void areFetchedInTheOrderAsked()
    {
        const ReservationId first = insert("2026-12-01T10:00:00Z", "2026-12-01T11:00:00Z", QStringLiteral("a"));
        const ReservationId second = insert("2026-12-01T11:00:00Z", "2026-12-01T12:00:00Z", QStringLiteral("b"));
        const auto rows = m_temporary->read([=](const ReadUnit& unit) {
            return unit.reservations().byIds({second, {99}, first});
        });
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows.first().id, second);
    }

    void updatingWhatIsNotThereSaysSo()
    {
        Reservation reservation
            = reservationOf(m_space, "2026-12-01T10:00:00Z", "2026-12-01T11:00:00Z", QStringLiteral("uid"));
        reservation.id = {42};
        const auto refused
            = m_temporary->tryWrite([=](WriteUnit& unit) { return unit.reservations().update(reservation); });
        QCOMPARE(refused.error().code(), QByteArray("reservation.missing"));
    }
};

QTEST_GUILESS_MAIN(TestReservations)
#include "tst_reservations.moc"
