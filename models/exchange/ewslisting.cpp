// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/ewslisting.h"

#include "models/exchange/ewsavailability.h"
#include "models/exchange/ewsfinditem.h"

#include <algorithm>
#include <chrono>
#include <tuple>

namespace reserve {

namespace {

// Far within the two years of the server, and few enough that a busy room's quarter fits into one answer.
constexpr std::chrono::days pieceLength{92};
constexpr std::chrono::minutes shortestPiece{1};

QList<TimeRange> piecesOf(const TimeRange& range, Milliseconds length)
{
    QList<TimeRange> pieces;
    for (Instant start = range.start; start < range.end; start += length)
        pieces.append({start, std::min(start + length, range.end)});
    return pieces;
}

// The server gave up over the size of what was asked.
bool wasTooMuch(const Error& error)
{
    const QString remote = error.arguments().value(QStringLiteral("remote"));
    for (const char* code : {"ErrorTimeoutExpired", "ErrorExceededFindCountLimit", "ErrorCalendarViewRangeTooBig",
                             "ErrorResultSetTooBig"}) {
        if (remote.startsWith(QLatin1String(code)))
            return true;
    }
    return false;
}

} // namespace

EwsListing::EwsListing(EwsConnection& connection, QString mailbox, TimeRange range,
                       Receive<QList<CalendarItem>> receive)
    : m_connection(connection)
    , m_mailbox(std::move(mailbox))
    , m_range(range)
    , m_pieces(piecesOf(range, pieceLength))
    , m_receive(std::move(receive))
{
}

void EwsListing::next()
{
    if (m_pieces.isEmpty()) {
        finish();
        return;
    }
    const TimeRange piece = m_pieces.takeFirst();
    m_connection.call(m_mailbox, EwsFindInRange{m_mailbox, piece, EwsShape::Row},
                      [self = shared_from_this(), piece](const Result<EwsPage>& page) {
                          if (!page && !(wasTooMuch(page.error()) && self->halve(piece))) {
                              self->m_receive(failure(page.error()));
                              return;
                          }
                          if (page && !page->isLast && !self->halve(piece)) {
                              self->m_receive(failure("exchange.too-many-items",
                                                      {{QStringLiteral("mailbox"), self->m_mailbox},
                                                       {QStringLiteral("start"), toIso(piece.start)}}));
                              return;
                          }
                          if (page) {
                              for (const EwsItem& item : page->items)
                                  self->add(item.item);
                          }
                          self->next();
                      });
}

void EwsListing::add(const CalendarItem& item)
{
    const bool touches = item.time.overlaps(m_range) || m_range.contains(item.time.start);
    if (touches && !m_known.contains(item.reference.id)) {
        m_known.insert(item.reference.id);
        m_items.append(item);
    }
}

bool EwsListing::halve(const TimeRange& piece)
{
    const Instant middle = piece.start + (piece.end - piece.start) / 2;
    if (piece.end - piece.start < 2 * shortestPiece)
        return false;
    m_pieces.prepend({middle, piece.end});
    m_pieces.prepend({piece.start, middle});
    return true;
}

void EwsListing::finish()
{
    std::sort(m_items.begin(), m_items.end(), [](const CalendarItem& left, const CalendarItem& right) {
        return std::tie(left.time.start, left.time.end, left.reference.id)
            < std::tie(right.time.start, right.time.end, right.reference.id);
    });
    m_receive(m_items);
}

EwsBusyTimes::EwsBusyTimes(EwsConnection& connection, const QStringList& mailboxes, TimeRange range,
                           Receive<QList<BusyTime>> receive)
    : m_connection(connection)
    , m_mailboxes(mailboxes)
    , m_receive(std::move(receive))
{
    for (qsizetype first = 0; first < mailboxes.size(); first += EwsAvailability::mostMailboxes) {
        for (const TimeRange& piece : piecesOf(range, EwsAvailability::longestRange))
            m_pieces.append({mailboxes.mid(first, EwsAvailability::mostMailboxes), piece});
    }
}

void EwsBusyTimes::next()
{
    if (m_pieces.isEmpty()) {
        finish();
        return;
    }
    const Piece piece = m_pieces.takeFirst();
    // The right to see availability is the caller's own; impersonation means nothing to it.
    m_connection.call(piece.mailboxes.first(), EwsAvailability{piece.mailboxes, piece.range},
                      [self = shared_from_this()](const Result<QList<BusyTime>>& times) {
                          if (!times) {
                              self->m_receive(failure(times.error()));
                              return;
                          }
                          self->m_times += *times;
                          self->next();
                      });
}

void EwsBusyTimes::finish()
{
    const auto key = [this](const BusyTime& time) {
        return std::tuple(m_mailboxes.indexOf(time.mailbox), time.time.start, time.time.end, time.busy);
    };
    std::sort(m_times.begin(), m_times.end(),
              [&](const BusyTime& left, const BusyTime& right) { return key(left) < key(right); });
    // What touches two pieces comes twice.
    const auto end = std::unique(m_times.begin(), m_times.end(),
                                 [&](const BusyTime& left, const BusyTime& right) { return key(left) == key(right); });
    m_times.erase(end, m_times.end());
    m_receive(m_times);
}

} // namespace reserve
