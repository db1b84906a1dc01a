// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/clock.h"
#include "models/mail/messagecontent.h"
#include "models/practice/mailbox.h"
#include "models/practice/practiceroom.h"
#include "models/practice/switches.h"

#include <QObject>

#include <map>
#include <memory>

namespace reserve::practice {

// A mail as it came to one mailbox, read once for all its recipients.
struct Arrival
{
    QByteArray raw;
    QString sender; // of the envelope
    MessageContent content;
    std::optional<ItipMessage> meeting;

    bool isOf(ItipMethod method) const { return meeting && meeting->method == method; }
};

// The organisation that the Practice Exchange plays: its mailboxes, and the mail between them. Every address that is
// not a room's is a person's, whose mailbox is made when first heard of. One thread.
class Site final : public QObject
{
    Q_OBJECT

public:
    // `zone`: IANA id, meant where a meeting names none.
    Site(std::shared_ptr<const Clock> clock, QByteArray zone, QObject* parent = nullptr);
    ~Site() override;

    // Rooms that are new get a mailbox, those that are gone lose theirs.
    void setRooms(const QList<PracticeRoom>& rooms);
    const QList<PracticeRoom>& rooms() const { return m_rooms; }
    // The account that programs log in with has a mailbox too.
    void addService(const QString& address, const QString& name);
    PracticeSwitches& switches() { return m_switches; }
    const PracticeSwitches& switches() const { return m_switches; }

    // Without regard to case, as Exchange does; null when there is none.
    Mailbox* find(const QString& address);
    // That person's, made where it is missing; null when there are too many.
    Mailbox* person(const QString& address, const QString& name = {});
    Mailbox* withItem(const QString& id);
    QList<Mailbox*> mailboxes() const; // in the order in which they were made
    // As the directory spells a mailbox's address: otherwise than the room's while that switch is on.
    QString spelled(const QString& address) const;

    // A mail from inside or outside: filed with its organizer, delivered to each, forwarded where a room is to decide.
    void post(const QString& sender, const QStringList& recipients, const QByteArray& mail);

    Instant now() const { return m_clock->now(); }
    const QByteArray& zone() const { return m_zone; }
    const ItipReader& reader() const { return m_reader; }

Q_SIGNALS:
    // Exchange forwards a room's request.
    void forwardWanted(const QString& sender, const QString& recipient, const QByteArray& mail);
    void mailDelivered(const QString& mailbox, const QString& from, const QString& subject);

private:
    Arrival read(const QString& sender, const QByteArray& mail) const;
    void fileForOrganizer(const Arrival& arrival);
    void deliver(const Arrival& arrival, const QString& recipient);

    std::shared_ptr<const Clock> m_clock;
    QByteArray m_zone;
    ItipReader m_reader;
    PracticeSwitches m_switches;
    QList<PracticeRoom> m_rooms;
    std::map<int, std::unique_ptr<Mailbox>> m_mailboxes; // by number
    QHash<QString, int> m_numbers;                       // by address in lower case
    int m_lastNumber = 0;
};

} // namespace reserve::practice
