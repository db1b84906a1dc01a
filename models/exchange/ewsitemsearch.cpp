// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/ewsitemsearch.h"

#include "models/exchange/ewsfinditem.h"
#include "models/exchange/ewsgetitem.h"
#include "models/exchange/exchangeproblem.h"
#include "models/exchange/globalobjectid.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <memory>

namespace reserve {

namespace {

using Property = EwsFindByProperty::Property;

// A zone's offset may put a date fourteen hours off its day in UTC.
constexpr std::chrono::hours aroundDate{38};

// Reads many items in parts. Lives as long as a request of its is under way.
class ItemReading final : public std::enable_shared_from_this<ItemReading>
{
public:
    ItemReading(EwsConnection& connection, QString mailbox, ItemFolder folder, QList<ItemReference> references,
                Receive<QList<EwsItem>> receive)
        : m_connection(connection)
        , m_mailbox(std::move(mailbox))
        , m_folder(folder)
        , m_waiting(std::move(references))
        , m_receive(std::move(receive))
    {
    }

    void next()
    {
        if (m_waiting.isEmpty() && !m_again.isEmpty() && !m_isSecondTime) {
            m_isSecondTime = true;
            m_waiting = std::exchange(m_again, {});
        }
        if (m_waiting.isEmpty()) {
            m_receive(m_found);
            return;
        }
        EwsGetItems part{m_folder, m_waiting.first(std::min(m_waiting.size(), EwsGetItems::mostAtOnce))};
        m_waiting.remove(0, part.references.size());
        m_connection.call(m_mailbox, part,
                          [self = shared_from_this(), part](const Result<QList<Result<EwsItem>>>& answer) {
                              if (!answer)
                                  self->m_receive(failure(answer.error()));
                              else if (const auto error = self->take(part.references, *answer))
                                  self->m_receive(failure(*error));
                              else
                                  self->next();
                          });
    }

private:
    std::optional<Error> take(const QList<ItemReference>& references, const QList<Result<EwsItem>>& items)
    {
        for (qsizetype i = 0; i < items.size(); ++i) {
            const Result<EwsItem>& item = items.at(i);
            if (item)
                m_found.append(*item);
            else if (exchangeProblemOf(item.error()) == ExchangeProblem::Missing)
                continue;
            else if (item.error().isRetryable() && !m_isSecondTime
                     && exchangeProblemOf(item.error()) != ExchangeProblem::Throttled)
                m_again.append(references.at(i));
            else
                return item.error();
        }
        return std::nullopt;
    }

    EwsConnection& m_connection;
    const QString m_mailbox;
    const ItemFolder m_folder;
    QList<ItemReference> m_waiting;
    QList<ItemReference> m_again;
    QList<EwsItem> m_found;
    bool m_isSecondTime = false;
    const Receive<QList<EwsItem>> m_receive;
};

// One after the other, until the meeting is found. What a server answers is not taken for what was asked: somebody
// else's meeting would be answered.
class UidSearch final : public std::enable_shared_from_this<UidSearch>
{
public:
    UidSearch(EwsConnection& connection, QString mailbox, ItemFolder folder, const QString& uid,
              Receive<QList<EwsItem>> receive)
        : m_connection(connection)
        , m_mailbox(std::move(mailbox))
        , m_folder(folder)
        , m_ids(cleanGlobalObjectIds(uid))
        , m_receive(std::move(receive))
    {
        for (const Property property : {Property::CleanGlobalObjectId, Property::GlobalObjectId}) {
            for (const QByteArray& id : m_ids)
                m_ways.append({m_mailbox, m_folder, property, id});
        }
    }

    void next()
    {
        if (m_ways.isEmpty()) {
            m_receive(QList<EwsItem>());
            return;
        }
        m_connection.call(m_mailbox, m_ways.takeFirst(),
                          [self = shared_from_this()](const Result<EwsPage>& page) { self->take(page); });
    }

private:
    void take(const Result<EwsPage>& page)
    {
        if (!page) {
            m_receive(failure(page.error()));
            return;
        }
        if (page->items.isEmpty()) {
            next();
            return;
        }
        QList<ItemReference> references;
        for (const EwsItem& item : page->items)
            references.append(item.item.reference);
        EwsItemSearch(m_connection)
            .read(m_mailbox, m_folder, references,
                  [self = shared_from_this()](const Result<QList<EwsItem>>& items) { self->takeRead(items); });
    }

    void takeRead(const Result<QList<EwsItem>>& items)
    {
        if (!items) {
            m_receive(failure(items.error()));
            return;
        }
        QList<EwsItem> meant;
        std::copy_if(items->begin(), items->end(), std::back_inserter(meant),
                     [this](const EwsItem& item) { return isNamed(item); });
        if (meant.isEmpty())
            next();
        else
            m_receive(meant);
    }

    // As the UID itself, or as the id that was made of it.
    bool isNamed(const EwsItem& item) const
    {
        const QList<QByteArray> told = cleanGlobalObjectIds(item.item.uid);
        return !told.isEmpty() && m_ids.contains(told.first());
    }

    EwsConnection& m_connection;
    const QString m_mailbox;
    const ItemFolder m_folder;
    const QList<QByteArray> m_ids;
    QList<EwsFindByProperty> m_ways;
    const Receive<QList<EwsItem>> m_receive;
};

using ReceiveOne = Receive<std::optional<EwsItem>>;

// Of a list that was read, the first that is what was asked for.
Receive<QList<EwsItem>> firstTo(ReceiveOne receive, std::function<bool(const EwsItem&)> isMeant)
{
    return [receive = std::move(receive), isMeant = std::move(isMeant)](const Result<QList<EwsItem>>& items) {
        if (!items) {
            receive(failure(items.error()));
            return;
        }
        const auto meant = std::find_if(items->begin(), items->end(), isMeant);
        receive(meant != items->end() ? std::optional(*meant) : std::nullopt);
    };
}

TimeRange around(const ItipRecurrenceId& id)
{
    const Instant middle = id.instant.value_or(fromDateTime(id.sent.wall));
    return {middle - aroundDate, middle + aroundDate};
}

} // namespace

EwsItemSearch::EwsItemSearch(EwsConnection& connection)
    : m_connection(connection)
{
}

void EwsItemSearch::byUid(const QString& mailbox, ItemFolder folder, const QString& uid,
                          Receive<QList<EwsItem>> receive)
{
    std::make_shared<UidSearch>(m_connection, mailbox, folder, uid, std::move(receive))->next();
}

void EwsItemSearch::byMark(const QString& mailbox, const QByteArray& mark, ReceiveOne receive)
{
    const EwsFindByProperty find{mailbox, ItemFolder::Calendar, Property::Mark, mark};
    m_connection.call(
        mailbox, find,
        [search = *this, mailbox, mark, receive = std::move(receive)](const Result<EwsPage>& page) mutable {
            if (!page) {
                receive(failure(page.error()));
                return;
            }
            QList<ItemReference> references;
            for (const EwsItem& item : page->items)
                references.append(item.item.reference);
            const auto isOurs = [mark](const EwsItem& item) { return item.item.mark == mark; };
            search.read(mailbox, ItemFolder::Calendar, references, firstTo(receive, isOurs));
        });
}

void EwsItemSearch::dateOf(const QString& mailbox, const EwsItem& series, const QString& key, ReceiveOne receive)
{
    const std::optional<ItipRecurrenceId> id = recurrenceIdFromKey(key);
    if (!id) {
        receive(std::optional<EwsItem>());
        return;
    }
    const auto isOfSeries = [uid = series.item.uid](const EwsItem& item) { return sameUid(item.item.uid, uid); };
    for (const EwsItem::Exception& exception : series.exceptions) {
        EwsItem date;
        date.zone = series.zone;
        date.item.allDay = series.item.allDay;
        date.originalStart = exception.originalStart;
        if (date.isOccurrence(key) && !exception.reference.isNull()) {
            read(mailbox, ItemFolder::Calendar, {exception.reference}, firstTo(std::move(receive), isOfSeries));
            return;
        }
    }
    const EwsFindInRange find{mailbox, around(*id), EwsShape::Row};
    const auto isMeant = [isOfSeries, key](const EwsItem& item) { return item.isOccurrence(key) && isOfSeries(item); };
    m_connection.call(mailbox, find,
                      [search = *this, mailbox, isMeant, isOfSeries,
                       receive = std::move(receive)](const Result<EwsPage>& page) mutable {
                          if (!page) {
                              receive(failure(page.error()));
                              return;
                          }
                          const auto found = std::find_if(page->items.begin(), page->items.end(), isMeant);
                          if (found == page->items.end())
                              receive(std::optional<EwsItem>());
                          else
                              search.read(mailbox, ItemFolder::Calendar, {found->item.reference},
                                          firstTo(receive, isOfSeries));
                      });
}

void EwsItemSearch::read(const QString& mailbox, ItemFolder folder, const QList<ItemReference>& references,
                         Receive<QList<EwsItem>> receive)
{
    std::make_shared<ItemReading>(m_connection, mailbox, folder, references, std::move(receive))->next();
}

} // namespace reserve
