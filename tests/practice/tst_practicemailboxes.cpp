// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/composing/meetingmail.h"
#include "models/practice/attendant.h"
#include "models/practice/propertyname.h"
#include "models/practice/responding.h"
#include "tests/support/fakeclock.h"

#include <QSignalSpy>
#include <QTest>

using namespace reserve;
using namespace reserve::practice;
using reserve::test::at;
using reserve::test::FakeClock;

namespace {

const QString room = QStringLiteral("CR1@reserve.northgate.example");
const QString person = QStringLiteral("mira@northgate.example");

} // namespace

// What the calendar attendant does with a room's mail (Set-CalendarProcessing), without a socket.
class tst_PracticeMailboxes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void requestBecomesTentativeItemAndIsForwarded();
    void updateReplacesItemAndRequest();
    void olderVersionLeavesNothing();
    void cancellationTakesTheItemAway();
    void autoAcceptAnswersAndTakesTheRequestAway();
    void autoAcceptDeclinesWhatIsTaken();
    void messageMissingForwardsAlone();
    void otherCaseIsWhatTheDirectorySays();
    void responseReachesTheOrganizer();
    void declinedItemLiesInDeletedItems();
    void seriesIsSeenByItsDates();
    void exceptionAndRemovedDate();
    void aDateHasAVersionOfItsOwn();
    void idsOfOneMailboxMeanNothingToAnother();
    void roomsComeAndGo();
    void globalIds();

private:
    MeetingMail meeting(int sequence = 0) const;
    QByteArray series() const;
    void post(const MeetingMail& mail);
    Mailbox& roomBox() { return *m_site->find(room); }

    std::shared_ptr<FakeClock> m_clock;
    std::unique_ptr<Site> m_site;
};

void tst_PracticeMailboxes::init()
{
    m_clock = std::make_shared<FakeClock>();
    m_site = std::make_unique<Site>(m_clock, QByteArrayLiteral("Europe/Berlin"));
    m_site->setRooms({{room, QStringLiteral("CR1 Borealis"), {}}});
}

MeetingMail tst_PracticeMailboxes::meeting(int sequence) const
{
    MeetingMail mail;
    mail.identity = {newMessageId(QStringLiteral("northgate.example")), m_clock->now()};
    mail.organizer = {person, QStringLiteral("Mira")};
    mail.rooms = {{room, QStringLiteral("CR1 Borealis")}};
    mail.uid = QStringLiteral("040000008200E00074C5B7101A82E00800000000B0C1D2E3F4A5DA01000000000000000010000000"
                              "00112233445566778899AABBCCDDEEFF");
    mail.sequence = sequence;
    mail.range = {at("2026-11-19T09:00:00Z"), at("2026-11-19T10:00:00Z")};
    mail.zone = QByteArrayLiteral("Europe/Berlin");
    mail.subject = QStringLiteral("Budget");
    return mail;
}

void tst_PracticeMailboxes::post(const MeetingMail& mail)
{
    const ComposedMail composed = composeMeeting(mail);
    m_site->post(composed.from, composed.recipients, composed.bytes);
}

void tst_PracticeMailboxes::requestBecomesTentativeItemAndIsForwarded()
{
    QSignalSpy forwarded(m_site.get(), &Site::forwardWanted);
    post(meeting());
    const QList<Item> calendar = roomBox().inFolder(Folder::Calendar);
    QCOMPARE(calendar.size(), 1);
    QCOMPARE(calendar.first().subject, QStringLiteral("Budget"));
    QCOMPARE(calendar.first().busy, BusyKind::Tentative);
    QCOMPARE(calendar.first().answer, Answer::NotResponded);
    QCOMPARE(calendar.first().time.start, at("2026-11-19T09:00:00Z"));
    const QList<Item> inbox = roomBox().inFolder(Folder::Inbox);
    QCOMPARE(inbox.size(), 1);
    QCOMPARE(inbox.first().itemClass, ItemClass::Request);
    QCOMPARE(inbox.first().associatedId, calendar.first().id);
    QCOMPARE(forwarded.size(), 1);
    QCOMPARE(forwarded.first().at(1).toString(), room);
    // The organizer has it in the own calendar.
    const QList<Item> own = m_site->find(person)->inFolder(Folder::Calendar);
    QCOMPARE(own.size(), 1);
    QCOMPARE(own.first().answer, Answer::Organizer);
}

void tst_PracticeMailboxes::updateReplacesItemAndRequest()
{
    post(meeting());
    const Item first = roomBox().inFolder(Folder::Calendar).first();
    QVERIFY(respond(*m_site, roomBox(), first, {Answer::Accepted, {}, false}));
    m_clock->advance(std::chrono::minutes(5));
    MeetingMail moved = meeting(1);
    moved.range = {at("2026-11-19T13:00:00Z"), at("2026-11-19T14:00:00Z")};
    post(moved);
    const QList<Item> calendar = roomBox().inFolder(Folder::Calendar);
    QCOMPARE(calendar.size(), 1);
    QCOMPARE(calendar.first().id, first.id);
    QVERIFY(calendar.first().version > first.version);
    QCOMPARE(calendar.first().time.start, at("2026-11-19T13:00:00Z"));
    QCOMPARE(calendar.first().sequence, 1);
    QCOMPARE(calendar.first().answer, Answer::NotResponded);
    QCOMPARE(roomBox().inFolder(Folder::Inbox).size(), 1);
}

void tst_PracticeMailboxes::olderVersionLeavesNothing()
{
    post(meeting(2));
    m_clock->advance(std::chrono::minutes(5));
    MeetingMail late = meeting(1);
    late.subject = QStringLiteral("Old");
    post(late);
    QCOMPARE(roomBox().inFolder(Folder::Calendar).first().subject, QStringLiteral("Budget"));
    QCOMPARE(roomBox().inFolder(Folder::Calendar).first().sequence, 2);
}

void tst_PracticeMailboxes::cancellationTakesTheItemAway()
{
    post(meeting());
    MeetingMail cancel = meeting(1);
    cancel.method = ItipMethod::Cancel;
    QSignalSpy forwarded(m_site.get(), &Site::forwardWanted);
    post(cancel);
    QVERIFY(roomBox().inFolder(Folder::Calendar).isEmpty());
    const QList<Item> inbox = roomBox().inFolder(Folder::Inbox);
    QCOMPARE(inbox.size(), 1);
    QCOMPARE(inbox.first().itemClass, ItemClass::Cancellation);
    QCOMPARE(roomBox().inFolder(Folder::DeletedItems).size(), 2);
    QCOMPARE(forwarded.size(), 1);
}

void tst_PracticeMailboxes::autoAcceptAnswersAndTakesTheRequestAway()
{
    m_site->switches().autoAccept = true;
    QSignalSpy forwarded(m_site.get(), &Site::forwardWanted);
    post(meeting());
    QCOMPARE(roomBox().inFolder(Folder::Calendar).first().answer, Answer::Accepted);
    QVERIFY(roomBox().inFolder(Folder::Inbox).isEmpty());
    QCOMPARE(forwarded.size(), 1); // double answers are what comes of it
    const QList<Item> mails = m_site->find(person)->inFolder(Folder::Inbox);
    QCOMPARE(mails.size(), 1);
    QCOMPARE(mails.first().subject, QStringLiteral("Accepted: Budget"));
}

void tst_PracticeMailboxes::autoAcceptDeclinesWhatIsTaken()
{
    m_site->switches().autoAccept = true;
    post(meeting());
    MeetingMail second = meeting();
    second.uid = QStringLiteral("second@northgate.example");
    post(second);
    QCOMPARE(roomBox().inFolder(Folder::Calendar).size(), 1);
    const QList<Item> mails = m_site->find(person)->inFolder(Folder::Inbox);
    QCOMPARE(mails.size(), 2);
    QCOMPARE(mails.last().subject, QStringLiteral("Declined: Budget"));
    QCOMPARE(mails.last().answer, Answer::Declined);
}

void tst_PracticeMailboxes::messageMissingForwardsAlone()
{
    m_site->switches().messageMissing = true;
    QSignalSpy forwarded(m_site.get(), &Site::forwardWanted);
    post(meeting());
    QVERIFY(roomBox().items().isEmpty());
    QCOMPARE(forwarded.size(), 1);
}

void tst_PracticeMailboxes::otherCaseIsWhatTheDirectorySays()
{
    QCOMPARE(m_site->spelled(room), room);
    m_site->switches().otherCase = true;
    QCOMPARE(m_site->spelled(room), QStringLiteral("cr1@reserve.northgate.example"));
    QCOMPARE(m_site->spelled(person), QStringLiteral("MIRA@northgate.example"));
    QSignalSpy forwarded(m_site.get(), &Site::forwardWanted);
    post(meeting());
    QCOMPARE(forwarded.first().at(1).toString(), QStringLiteral("cr1@reserve.northgate.example"));
    QCOMPARE(roomBox().inFolder(Folder::Calendar).size(), 1); // Exchange itself does not mind
}

void tst_PracticeMailboxes::responseReachesTheOrganizer()
{
    post(meeting());
    const Item item = roomBox().inFolder(Folder::Calendar).first();
    const auto answered = respond(*m_site, roomBox(), item, {Answer::Accepted, QStringLiteral("Welcome"), true});
    QVERIFY(answered);
    QCOMPARE(*answered, item.id);
    QCOMPARE(roomBox().inFolder(Folder::Calendar).first().answer, Answer::Accepted);
    QCOMPARE(roomBox().inFolder(Folder::Calendar).first().busy, BusyKind::Busy);
    QVERIFY(roomBox().inFolder(Folder::Inbox).isEmpty());
    Mailbox& organizer = *m_site->find(person);
    const Item mail = organizer.inFolder(Folder::Inbox).first();
    QCOMPARE(mail.itemClass, ItemClass::Response);
    QCOMPARE(mail.from.address, room);
    QVERIFY(!mail.mime.contains("ORGANIZER"));
    const Item own = organizer.inFolder(Folder::Calendar).first();
    QCOMPARE(own.attendees.size(), 1);
    QCOMPARE(own.attendees.first().answer, Answer::Accepted);
    // The organizer's own copy has nothing to respond to.
    const auto refused = respond(*m_site, organizer, own, {Answer::Accepted, {}, true});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code(), QByteArray("practice.not-attendee"));
}

void tst_PracticeMailboxes::declinedItemLiesInDeletedItems()
{
    post(meeting());
    const Item request = roomBox().inFolder(Folder::Inbox).first();
    QVERIFY(respond(*m_site, roomBox(), request, {Answer::Declined, {}, false}));
    QVERIFY(roomBox().inFolder(Folder::Calendar).isEmpty());
    QCOMPARE(roomBox().inFolder(Folder::DeletedItems).size(), 2);
    QVERIFY(m_site->find(person)->inFolder(Folder::Inbox).isEmpty()); // nobody was told
    // From Deleted Items it can be accepted all the same.
    QVERIFY(respond(*m_site, roomBox(), request, {Answer::Accepted, {}, false}));
    QCOMPARE(roomBox().inFolder(Folder::Calendar).size(), 1);
}

QByteArray tst_PracticeMailboxes::series() const
{
    QByteArray mail = composeMeeting([this] {
                          MeetingMail plain = meeting();
                          plain.dialect = MeetingDialect::Plain;
                          return plain;
                      }())
                          .bytes;
    return mail.replace("END:VEVENT", "RRULE:FREQ=DAILY;COUNT=5\r\nEND:VEVENT");
}

void tst_PracticeMailboxes::seriesIsSeenByItsDates()
{
    m_site->post(person, {room}, series());
    const QList<Item> calendar = roomBox().inFolder(Folder::Calendar);
    QCOMPARE(calendar.size(), 1);
    QVERIFY(calendar.first().isSeries());
    const auto view
        = roomBox().calendarView({at("2026-11-20T00:00:00Z"), at("2026-11-22T00:00:00Z")}, m_site->reader());
    QVERIFY(view);
    QCOMPARE(view->size(), 2);
    QCOMPARE(view->first().time.start, at("2026-11-20T09:00:00Z"));
    QVERIFY(view->first().date);
    QCOMPARE(view->first().date->masterId, calendar.first().id);
    const auto found = roomBox().find(view->first().id, m_site->reader());
    QVERIFY(found);
    QCOMPARE(found->time.start, view->first().time.start);
}

void tst_PracticeMailboxes::exceptionAndRemovedDate()
{
    m_site->post(person, {room}, series());
    const TimeRange all{at("2026-11-19T00:00:00Z"), at("2026-11-30T00:00:00Z")};
    QList<Item> dates = *roomBox().calendarView(all, m_site->reader());
    QCOMPARE(dates.size(), 5);
    Item moved = dates.at(1);
    moved.time = {at("2026-11-20T15:00:00Z"), at("2026-11-20T16:00:00Z")};
    roomBox().replace(moved, m_clock->now());
    roomBox().remove(dates.at(2).id, m_clock->now());
    dates = *roomBox().calendarView(all, m_site->reader());
    QCOMPARE(dates.size(), 4);
    QCOMPARE(dates.at(1).time.start, at("2026-11-20T15:00:00Z"));
    QVERIFY(dates.at(1).date->isException);
    QCOMPARE(dates.at(1).date->originalStart, at("2026-11-20T09:00:00Z"));
    QVERIFY(!roomBox().find(Mailbox::idOfDate(moved.date->masterId, QStringLiteral("2026-11-21T09:00:00Z")),
                            m_site->reader()));
}

void tst_PracticeMailboxes::aDateHasAVersionOfItsOwn()
{
    m_site->post(person, {room}, series());
    const auto postDate = [this](int sequence, const char* start, const char* end) {
        MeetingMail date = meeting(sequence);
        date.dialect = MeetingDialect::Plain;
        date.range = {at(start), at(end)};
        QByteArray mail = composeMeeting(date).bytes;
        mail.replace("END:VEVENT", "RECURRENCE-ID:20261120T090000Z\r\nEND:VEVENT");
        m_site->post(person, {room}, mail);
    };
    m_clock->advance(Minutes(1));
    postDate(1, "2026-11-20T15:00:00Z", "2026-11-20T16:00:00Z");
    postDate(0, "2026-11-20T17:00:00Z", "2026-11-20T18:00:00Z"); // older than that
    const QList<Item> dates
        = *roomBox().calendarView({at("2026-11-19T00:00:00Z"), at("2026-11-30T00:00:00Z")}, m_site->reader());
    QCOMPARE(dates.size(), 5);
    QCOMPARE(dates.at(1).time.start, at("2026-11-20T15:00:00Z"));
    QCOMPARE(dates.at(1).sequence, 1);
    QCOMPARE(dates.at(1).stamp, m_clock->now());
    QCOMPARE(dates.at(2).sequence, 0);
    QCOMPARE(dates.at(2).stamp, m_clock->now() - Minutes(1));
}

void tst_PracticeMailboxes::idsOfOneMailboxMeanNothingToAnother()
{
    post(meeting());
    const QString id = roomBox().inFolder(Folder::Calendar).first().id;
    QCOMPARE(m_site->withItem(id), &roomBox());
    QVERIFY(!m_site->find(person)->find(id, m_site->reader()));
    QVERIFY(!Mailbox::numberIn(QStringLiteral("nonsense")));
}

void tst_PracticeMailboxes::roomsComeAndGo()
{
    const QString second = QStringLiteral("CR2@reserve.northgate.example");
    m_site->setRooms({{room, QStringLiteral("Renamed"), {}}, {second, QStringLiteral("CR2"), {}}});
    QCOMPARE(m_site->find(room)->name(), QStringLiteral("Renamed"));
    QVERIFY(m_site->find(second));
    m_site->setRooms({{second, QStringLiteral("CR2"), {}}});
    QVERIFY(!m_site->find(room));
}

void tst_PracticeMailboxes::globalIds()
{
    // MS-ASEMAIL 4.3.
    const QByteArray known
        = QByteArray::fromBase64("BAAAAIIA4AB0xbcQGoLgCAfUCRDgQMnBJoXEAQAAAAAAAAAAEAAAAAvw7UtuTulOnjnjhns3jvM=");
    const QString uid
        = QStringLiteral("040000008200E00074C5B7101A82E00800000000E040C9C12685C4010000000000000000100000000BF0ED4B"
                         "6E4EE94E9E39E3867B378EF3");
    QCOMPARE(globalObjectId(uid, QDate(2004, 9, 16)), known);
    const QByteArray wrapped = globalObjectId(QStringLiteral("abc@booking"), std::nullopt);
    QVERIFY(wrapped.startsWith(QByteArray::fromHex("040000008200E00074C5B7101A82E008")));
    QVERIFY(wrapped.endsWith(QByteArrayLiteral("vCal-Uid\x01\0\0\0abc@booking\0")));
}

QTEST_APPLESS_MAIN(tst_PracticeMailboxes)
#include "tst_practicemailboxes.moc"
