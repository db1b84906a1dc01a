// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/ewscalendarwriting.h"

#include "models/exchange/ewscreateitem.h"
#include "models/exchange/ewsdeleteitem.h"
#include "models/exchange/ewsexceptions.h"
#include "models/exchange/ewsitemsearch.h"
#include "models/exchange/ewsupdateitem.h"
#include "models/exchange/exchangeproblem.h"

#include <utility>

namespace reserve {

namespace {

Failure itemGone(const QString& mailbox)
{
    return failure("exchange.item-gone", {{QStringLiteral("mailbox"), mailbox}});
}

bool isProblem(const Error& error, ExchangeProblem problem)
{
    return exchangeProblemOf(error) == problem;
}

} // namespace

EwsCalendarWriting::EwsCalendarWriting(EwsConnection& connection, QString mailbox)
    : m_connection(connection)
    , m_mailbox(std::move(mailbox))
{
}

void EwsCalendarWriting::create(const ItemDraft& draft, Receive<ItemReference> receive)
{
    const Result<EwsAppointment> appointment = EwsAppointment::of(draft);
    if (!appointment) {
        receive(failure(appointment.error()));
        return;
    }
    find(draft.mark, {},
         [writing = *this, appointment = *appointment,
          receive = std::move(receive)](const Result<std::optional<EwsItem>>& found) mutable {
             if (!found)
                 receive(failure(found.error()));
             else if (*found) // an earlier try of ours got through
                 writing.takeOutExceptions((*found)->item.reference, appointment.draft(), receive);
             else
                 writing.createNew(appointment, receive);
         });
}

void EwsCalendarWriting::createNew(const EwsAppointment& appointment, Receive<ItemReference> receive)
{
    const EwsCreateAppointment create{m_mailbox, appointment};
    m_connection.call(m_mailbox, create,
                      [writing = *this, draft = appointment.draft(),
                       receive = std::move(receive)](const Result<ItemReference>& created) mutable {
                          if (created)
                              writing.takeOutExceptions(*created, draft, receive);
                          else
                              receive(created);
                      });
}

void EwsCalendarWriting::update(const QString& occurrence, const ItemDraft& draft, Receive<ItemReference> receive)
{
    const Result<EwsAppointment> appointment = EwsAppointment::of(draft);
    if (appointment)
        updateOnce(occurrence, *appointment, true, std::move(receive));
    else
        receive(failure(appointment.error()));
}

void EwsCalendarWriting::updateOnce(const QString& occurrence, const EwsAppointment& appointment, bool mayRepeat,
                                    Receive<ItemReference> receive)
{
    find(appointment.draft().mark, occurrence,
         [writing = *this, occurrence, appointment, mayRepeat,
          receive = std::move(receive)](const Result<std::optional<EwsItem>>& found) mutable {
             if (!found) {
                 receive(failure(found.error()));
                 return;
             }
             if (!*found) {
                 receive(itemGone(writing.m_mailbox));
                 return;
             }
             const auto receiveOrRepeat = [writing, occurrence, appointment, mayRepeat,
                                           receive](const Result<ItemReference>& updated) mutable {
                 if (!updated && mayRepeat && isProblem(updated.error(), ExchangeProblem::Conflict))
                     writing.updateOnce(occurrence, appointment, false, receive);
                 else
                     receive(updated);
             };
             writing.updateFound(**found, appointment, receiveOrRepeat);
         });
}

void EwsCalendarWriting::updateFound(const EwsItem& item, const EwsAppointment& appointment,
                                     Receive<ItemReference> receive)
{
    const bool isDate = item.item.kind == ItemKind::Occurrence || item.item.kind == ItemKind::Exception;
    QList<EwsField> fields = appointment.differencesOf(item);
    if (!isDate && !fields.contains(EwsField::Recurrence) && lacksDates(item, appointment.draft()))
        fields.append(EwsField::Recurrence);
    auto finish = [writing = *this, isDate, draft = appointment.draft(),
                   receive = std::move(receive)](const Result<ItemReference>& updated) mutable {
        if (updated && !isDate)
            writing.takeOutExceptions(*updated, draft, receive);
        else
            receive(updated);
    };
    if (fields.isEmpty()) {
        finish(item.item.reference);
        return;
    }
    const bool tells = !item.attendees.isEmpty() || !appointment.draft().invited.isEmpty();
    m_connection.call(m_mailbox, EwsUpdateItem{item.item.reference, appointment, fields, tells}, finish);
}

void EwsCalendarWriting::cancel(const QByteArray& mark, const QString& occurrence, const QString& comment,
                                Receive<void> receive)
{
    find(mark, occurrence,
         [writing = *this, comment, receive = std::move(receive)](const Result<std::optional<EwsItem>>& found) mutable {
             if (!found)
                 receive(failure(found.error()));
             else if (*found)
                 writing.cancelFound(**found, comment, receive);
             else
                 receive(Result<void>());
         });
}

void EwsCalendarWriting::cancelFound(const EwsItem& item, const QString& comment, Receive<void> receive)
{
    const ItemReference reference = item.item.reference;
    if (item.attendees.isEmpty()) {
        remove(reference, std::move(receive));
        return;
    }
    m_connection.call(m_mailbox, EwsCancelMeeting{reference, comment},
                      [receive = std::move(receive)](const Result<ItemReference>& cancelled) {
                          if (cancelled || isProblem(cancelled.error(), ExchangeProblem::Missing))
                              receive(Result<void>());
                          else
                              receive(failure(cancelled.error()));
                      });
}

void EwsCalendarWriting::remove(const ItemReference& reference, Receive<void> receive)
{
    m_connection.call(m_mailbox, EwsDeleteItems{{reference}},
                      [receive = std::move(receive)](const Result<QList<Result<void>>>& answers) {
                          if (!answers)
                              receive(failure(answers.error()));
                          else if (answers->first() || isProblem(answers->first().error(), ExchangeProblem::Missing))
                              receive(Result<void>());
                          else
                              receive(answers->first());
                      });
}

void EwsCalendarWriting::find(const QByteArray& mark, const QString& occurrence, ReceiveItem receive)
{
    EwsItemSearch search(m_connection);
    if (occurrence.isEmpty()) {
        search.byMark(m_mailbox, mark, std::move(receive));
        return;
    }
    search.byMark(m_mailbox, mark,
                  [search, mailbox = m_mailbox, occurrence,
                   receive = std::move(receive)](const Result<std::optional<EwsItem>>& series) mutable {
                      if (series && *series)
                          search.dateOf(mailbox, **series, occurrence, receive);
                      else
                          receive(series);
                  });
}

void EwsCalendarWriting::takeOutExceptions(const ItemReference& reference, const ItemDraft& draft,
                                           Receive<ItemReference> receive)
{
    const QStringList keys = exceptionKeys(draft);
    if (keys.isEmpty()) {
        receive(reference);
        return;
    }
    std::make_shared<EwsExceptions>(m_connection, m_mailbox, reference, keys, std::move(receive))->start();
}

} // namespace reserve
