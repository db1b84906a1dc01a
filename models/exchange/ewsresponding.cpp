// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/ewsresponding.h"

#include "models/exchange/ewscreateitem.h"
#include "models/exchange/ewsdeclineproof.h"
#include "models/exchange/ewsitemsearch.h"
#include "models/exchange/exchangeproblem.h"
#include "models/exchange/itemorganizer.h"

#include <algorithm>

namespace reserve {

namespace {

Failure goneFrom(const QString& mailbox)
{
    return failure("exchange.item-gone", {{QStringLiteral("mailbox"), mailbox}});
}

} // namespace

EwsResponding::EwsResponding(EwsConnection& connection, RoomResponse response, Receive<ResponseReport> receive)
    : m_connection(connection)
    , m_response(std::move(response))
    , m_receive(std::move(receive))
{
}

void EwsResponding::start()
{
    m_folders = {ItemFolder::Calendar, ItemFolder::Inbox, ItemFolder::DeletedItems};
    m_request.reset();
    lookInNextFolder();
}

void EwsResponding::lookInNextFolder()
{
    if (!m_folders.isEmpty()) {
        m_folder = m_folders.takeFirst();
        EwsItemSearch(m_connection)
            .byUid(m_response.mailbox, m_folder, m_response.meeting.uid,
                   [self = shared_from_this()](const Result<QList<EwsItem>>& items) { self->judge(items); });
    } else if (m_response.kind == ResponseKind::Decline && m_response.earlier != EarlierAttempt::None) {
        lookWhetherDeclined();
    } else {
        answerRequest();
    }
}

// A decline takes the item out of the calendar, and one date of a series leaves nothing in Deleted Items.
void EwsResponding::lookWhetherDeclined()
{
    if (m_response.earlier == EarlierAttempt::Asked && !m_request) {
        m_receive(ResponseReport{ItemFolder::DeletedItems, {}, true}); // it was there to be declined
        return;
    }
    const auto judgeProof = [self = shared_from_this()](const Result<bool>& isDeclined) {
        if (!isDeclined)
            self->m_receive(failure(isDeclined.error()));
        else if (*isDeclined)
            self->m_receive(ResponseReport{ItemFolder::DeletedItems, {}, true});
        else if (self->m_request && !self->m_response.wasCopyAwaited)
            self->m_receive(
                failure("exchange.copy-awaited", {{QStringLiteral("mailbox"), self->m_response.mailbox}}, true));
        else
            self->answerRequest();
    };
    std::make_shared<EwsDeclineProof>(m_connection, m_response, m_seriesZone, judgeProof)->next();
}

void EwsResponding::answerRequest()
{
    if (m_request) {
        answer(*m_request);
        return;
    }
    Arguments arguments{{QStringLiteral("mailbox"), m_response.mailbox},
                        {QStringLiteral("uid"), m_response.meeting.uid}};
    if (!m_otherOrganizer.isEmpty())
        arguments.insert(QStringLiteral("organizer"), m_otherOrganizer);
    m_receive(failure("exchange.message-not-found", arguments));
}

void EwsResponding::judge(const Result<QList<EwsItem>>& items)
{
    // A folder that is closed to us for good tells nothing, and the request is there.
    if (items)
        judgeOwn(ownAmong(*items));
    else if (!m_request || exchangeProblemOf(items.error()) != ExchangeProblem::Permanent)
        m_receive(failure(items.error()));
    else
        lookInNextFolder();
}

// Without those of another organizer, who has given a meeting the same UID.
QList<EwsItem> EwsResponding::ownAmong(QList<EwsItem> items)
{
    items.removeIf([this](const EwsItem& item) {
        const bool isOwn = canBeOrganizer(item.item.organizer, m_response.organizer);
        if (!isOwn)
            m_otherOrganizer = item.item.organizer;
        return !isOwn;
    });
    return items;
}

void EwsResponding::judgeOwn(const QList<EwsItem>& items)
{
    // Answered now, the request in the Inbox would bring it back.
    if (std::any_of(items.begin(), items.end(), [this](const EwsItem& item) { return isTakenBack(item); })) {
        m_receive(goneFrom(m_response.mailbox));
        return;
    }
    const auto newer = std::find_if(items.begin(), items.end(),
                                    [this](const EwsItem& item) { return isMeant(item) && isNewer(item); });
    if (newer != items.end()) {
        m_receive(failure(newerAwaited(newer->version(), m_response)));
        return;
    }
    const auto said = std::find_if(items.begin(), items.end(), [this](const EwsItem& item) {
        return isMeant(item) && isCurrent(item) && saysSo(item);
    });
    if (said != items.end()) {
        m_receive(ResponseReport{m_folder, said->item.reference, true});
        return;
    }
    const auto open = std::find_if(items.begin(), items.end(), [this](const EwsItem& item) {
        return isMeant(item) && isCurrent(item) && canBeAnswered(item);
    });
    if (open != items.end() && !m_request) {
        if (mayBeDeclined()) {
            m_request = *open;
            lookInNextFolder();
        } else {
            answer(*open);
        }
        return;
    }
    lookForDate(items);
}

void EwsResponding::lookForDate(const QList<EwsItem>& items)
{
    const auto series = std::find_if(items.begin(), items.end(), [](const EwsItem& item) {
        return item.item.kind == ItemKind::SeriesMaster && !item.isMeetingMessage;
    });
    const bool wantsDate = !m_response.meeting.recurrenceId.isEmpty() && m_folder == ItemFolder::Calendar;
    if (!wantsDate || series == items.end()) {
        lookInNextFolder();
        return;
    }
    if (const QTimeZone zone = series->version().zone; zone.isValid())
        m_seriesZone = zone;
    const auto judgeFound = [self = shared_from_this()](const Result<std::optional<EwsItem>>& date) {
        if (!date)
            self->m_receive(failure(date.error()));
        else if (*date)
            self->judgeDate(**date);
        else
            self->lookInNextFolder();
    };
    EwsItemSearch(m_connection).dateOf(m_response.mailbox, *series, m_response.meeting.recurrenceId, judgeFound);
}

void EwsResponding::judgeDate(const EwsItem& item)
{
    if (isTakenBack(item))
        m_receive(goneFrom(m_response.mailbox));
    else if (isNewer(item))
        m_receive(failure(newerAwaited(item.version(), m_response)));
    else if (!isCurrent(item))
        lookInNextFolder();
    else if (saysSo(item))
        m_receive(ResponseReport{m_folder, item.item.reference, true});
    else if (canBeAnswered(item))
        answer(item);
    else
        lookInNextFolder();
}

// A decline takes the item out of the calendar, while Exchange may leave its request in the Inbox: whether it was given
// is seen in Deleted Items alone.
bool EwsResponding::mayBeDeclined() const
{
    return m_response.kind == ResponseKind::Decline && m_folder == ItemFolder::Inbox;
}

// A request about the whole and one about a single date have the same global object id.
bool EwsResponding::isMeant(const EwsItem& item) const
{
    if (item.isMeetingMessage && !item.isRequest)
        return false;
    const QString& key = m_response.meeting.recurrenceId;
    return key.isEmpty() ? !item.originalStart.has_value() : item.isOccurrence(key);
}

// What came with the request that is answered, or before it, says nothing about it.
bool EwsResponding::isTakenBack(const EwsItem& item) const
{
    const QString& key = m_response.meeting.recurrenceId;
    const bool isAbout = !item.originalStart || (!key.isEmpty() && item.isOccurrence(key));
    if (!isAbout || item.sequence.value_or(m_response.sequence) < m_response.sequence)
        return false;
    if (!item.isCancellation)
        return !item.isMeetingMessage && m_folder == ItemFolder::Calendar && item.item.isCancelled;
    const bool isLater = item.sequence.value_or(0) > m_response.sequence;
    return isLater || (item.stamp && m_response.stamp && *item.stamp > *m_response.stamp);
}

bool EwsResponding::isCurrent(const EwsItem& item) const
{
    return !item.isOutOfDate && !item.item.isCancelled
        && versionOrder(item.version(), m_response) == VersionOrder::Same;
}

bool EwsResponding::isNewer(const EwsItem& item) const
{
    return !item.isOutOfDate && !item.item.isCancelled && canBeAnswered(item)
        && versionOrder(item.version(), m_response) == VersionOrder::Newer;
}

bool EwsResponding::saysSo(const EwsItem& item) const
{
    return item.item.response == itemResponseOf(m_response.kind);
}

// In Deleted Items only the request is of use: Exchange answers no calendar item there.
bool EwsResponding::canBeAnswered(const EwsItem& item) const
{
    if (item.isRequest)
        return true;
    return m_folder == ItemFolder::Calendar && item.item.response != ItemResponse::Organizer;
}

void EwsResponding::answer(const EwsItem& item)
{
    const EwsRespond respond{item.item.reference, m_response.kind, m_response.comment, m_response.tells};
    m_connection.call(
        m_response.mailbox, respond,
        [self = shared_from_this(), item](const Result<ItemReference>& answered) { self->take(item, answered); });
}

void EwsResponding::take(const EwsItem& item, const Result<ItemReference>& answered)
{
    if (answered) {
        m_receive(ResponseReport{item.item.folder, *answered, false});
        return;
    }
    const ExchangeProblem problem = exchangeProblemOf(answered.error());
    const bool hasMoved = problem == ExchangeProblem::Conflict || problem == ExchangeProblem::Missing;
    if (hasMoved && !m_isSecondTime) {
        m_isSecondTime = true;
        start();
        return;
    }
    m_receive(failure(ofTelling(answered.error())));
}

} // namespace reserve
