// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/practice/site.h"

#include "models/base/address.h"
#include "models/mail/messagereader.h"
#include "models/practice/attendant.h"

namespace reserve::practice {

namespace {

constexpr int mostMailboxes = 2'000;

} // namespace

Site::Site(std::shared_ptr<const Clock> clock, QByteArray zone, QObject* parent)
    : QObject(parent)
    , m_clock(std::move(clock))
    , m_zone(std::move(zone))
{
}

Site::~Site() = default;

void Site::setRooms(const QList<PracticeRoom>& rooms)
{
    for (const PracticeRoom& old : std::as_const(m_rooms)) {
        const bool stays = std::any_of(rooms.begin(), rooms.end(), [&old](const PracticeRoom& room) {
            return sameAddress(room.address, old.address);
        });
        if (!stays)
            m_mailboxes.erase(m_numbers.take(addressKey(old.address)));
    }
    m_rooms = rooms;
    for (const PracticeRoom& room : rooms) {
        Mailbox* mailbox = find(room.address);
        if (mailbox && mailbox->isRoom()) {
            mailbox->rename(room.address, room.name);
            continue;
        }
        m_numbers.insert(addressKey(room.address), ++m_lastNumber);
        m_mailboxes[m_lastNumber] = std::make_unique<Mailbox>(m_lastNumber, MailboxKind::Room, room.address, room.name);
    }
}

void Site::addService(const QString& address, const QString& name)
{
    m_numbers.insert(addressKey(address), ++m_lastNumber);
    m_mailboxes[m_lastNumber] = std::make_unique<Mailbox>(m_lastNumber, MailboxKind::Service, address, name);
}

Mailbox* Site::find(const QString& address)
{
    const auto number = m_numbers.constFind(addressKey(address));
    return number == m_numbers.constEnd() ? nullptr : m_mailboxes.at(*number).get();
}

Mailbox* Site::person(const QString& address, const QString& name)
{
    if (Mailbox* mailbox = find(address))
        return mailbox;
    if (!looksLikeAddress(address) || m_mailboxes.size() >= mostMailboxes)
        return nullptr;
    m_numbers.insert(addressKey(address), ++m_lastNumber);
    auto& made = m_mailboxes[m_lastNumber];
    made = std::make_unique<Mailbox>(m_lastNumber, MailboxKind::Person, address,
                                     name.isEmpty() ? localPartOf(address).toString() : name);
    return made.get();
}

Mailbox* Site::withItem(const QString& id)
{
    const auto number = Mailbox::numberIn(id);
    const auto it = number ? m_mailboxes.find(*number) : m_mailboxes.end();
    return it == m_mailboxes.end() ? nullptr : it->second.get();
}

QList<Mailbox*> Site::mailboxes() const
{
    QList<Mailbox*> all;
    for (const auto& [number, mailbox] : m_mailboxes)
        all.append(mailbox.get());
    return all;
}

QString Site::spelled(const QString& address) const
{
    if (!m_switches.otherCase)
        return address;
    const QString local = localPartOf(address).toString();
    const QString other = local == local.toLower() ? local.toUpper() : local.toLower();
    return other + u'@' + domainOf(address);
}

Arrival Site::read(const QString& sender, const QByteArray& mail) const
{
    Arrival arrival;
    arrival.raw = mail;
    arrival.sender = sender;
    if (auto content = readMessage(mail))
        arrival.content = std::move(*content);
    if (arrival.content.calendar) {
        const auto meeting = m_reader.read(arrival.content.calendar->text, {m_zone, now(), {}});
        if (meeting)
            arrival.meeting = *meeting;
    }
    return arrival;
}

void Site::post(const QString& sender, const QStringList& recipients, const QByteArray& mail)
{
    const Arrival arrival = read(sender, mail);
    fileForOrganizer(arrival);
    for (const QString& recipient : recipients)
        deliver(arrival, recipient);
}

void Site::fileForOrganizer(const Arrival& arrival)
{
    const bool isMeeting = arrival.isOf(ItipMethod::Request) || arrival.isOf(ItipMethod::Cancel);
    if (!isMeeting || arrival.meeting->events.isEmpty())
        return;
    const CalendarAddress& organizer = arrival.meeting->events.first().organizer;
    Mailbox* mailbox = person(organizer.address, organizer.name);
    // A room that invites has the meeting in its calendar already.
    if (mailbox && !mailbox->isRoom())
        CalendarAttendant(*this, *mailbox).fileOwn(arrival);
}

void Site::deliver(const Arrival& arrival, const QString& recipient)
{
    Mailbox* mailbox = person(recipient);
    if (!mailbox)
        return;
    const bool isForRoom = arrival.isOf(ItipMethod::Request) || arrival.isOf(ItipMethod::Cancel);
    if (!mailbox->isRoom() || !m_switches.messageMissing || !isForRoom)
        CalendarAttendant(*this, *mailbox).take(arrival);
    Q_EMIT mailDelivered(mailbox->address(), arrival.content.from.address, arrival.content.subject);
    if (!mailbox->isRoom() || !isForRoom)
        return;
    for (const PracticeRoom& room : std::as_const(m_rooms)) {
        if (sameAddress(room.address, mailbox->address())) {
            const QString target = room.forwardTo.isEmpty() ? spelled(room.address) : room.forwardTo;
            Q_EMIT forwardWanted(arrival.sender, target, arrival.raw);
        }
    }
}

} // namespace reserve::practice
