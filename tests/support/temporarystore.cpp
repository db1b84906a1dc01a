// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/support/temporarystore.h"

#include <QtGlobal>

namespace reserve::test {

TemporaryStore::TemporaryStore()
{
    reopen();
}

StoreLocation TemporaryStore::location() const
{
    return StoreLocation::fromText(m_folder.filePath(QStringLiteral("reserve.sqlite"))).value();
}

void TemporaryStore::reopen()
{
    m_store.reset();
    m_store = openAnother();
}

std::unique_ptr<Store> TemporaryStore::openAnother() const
{
    return valueOf(Store::open(location(), OpenMode::CreateIfMissing, m_clock));
}

SpaceId TemporaryStore::addSpace(const QString& name, const QString& mailbox)
{
    return write([=](WriteUnit& unit) {
        Space space;
        space.name = name;
        space.mailbox = mailbox;
        return unit.spaces().save(space, QStringLiteral("test"));
    });
}

PersonId TemporaryStore::addPerson(qint64 controlNumber, const QString& email)
{
    return write([=](WriteUnit& unit) {
        Person person;
        person.controlNumber = ControlNumber::fromNumber(controlNumber);
        person.firstName = QStringLiteral("Person");
        person.lastName = QString::number(controlNumber);
        person.email = email;
        return unit.people().save(person, QStringLiteral("test"));
    });
}

void TemporaryStore::failWith(const Error& error)
{
    qFatal("the test's store: %s", qUtf8Printable(error.logLine()));
}

Reservation reservationOf(SpaceId space, const char* startUtc, const char* endUtc, const QString& uid)
{
    Reservation reservation;
    reservation.spaceId = space;
    reservation.organizer = QStringLiteral("organizer@example.com");
    reservation.requesterEmail = reservation.organizer;
    reservation.uid = uid;
    reservation.subject = QStringLiteral("Meeting ") + uid;
    reservation.time = {at(startUtc), at(endUtc)};
    reservation.createdAt = at("2026-11-18T08:00:00Z");
    reservation.changedAt = reservation.createdAt;
    return reservation;
}

} // namespace reserve::test
