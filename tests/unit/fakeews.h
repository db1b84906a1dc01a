// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/exchange/boundedxml.h"
#include "models/exchange/calendaritem.h"
#include "models/exchange/httpexchange.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QMap>
#include <QString>

#include <functional>

namespace reserve::test {

// As an item lies in the mailbox of FakeEws. `fields` are elements with text, by name.
struct FakeItem
{
    QString id;
    int version = 1;
    ItemFolder folder = ItemFolder::Calendar;
    QString element = QStringLiteral("CalendarItem");
    QByteArray globalObjectId;
    QString mark;
    QMap<QString, QString> fields;
    QStringList attendees;
    QString organizer; // not told where empty
    QString zone = QStringLiteral("UTC");
    QString recurrence;                        // XML of <t:Recurrence>
    QList<QPair<QString, QString>> exceptions; // id and original start

    QString text(const char* field) const { return fields.value(QLatin1String(field)); }
};

// One mailbox behind EWS, in memory, for tests of the flows: it does what is asked and keeps what it was asked. It
// knows only what the gateway needs, and answers like Exchange where the gateway relies on it.
class FakeEws final
{
public:
    HttpExchange exchange();

    FakeItem& add(const FakeItem& item);
    FakeItem* item(const QString& id);
    QList<FakeItem> in(ItemFolder folder) const;
    // What FindItem finds in Sent Items, whatever it asks for: elements as they are told.
    void putSent(const QByteArray& items) { m_sent = items; }

    // Instead of what it would answer, the next time that operation is asked for.
    void answerNext(const QString& operation, const Result<HttpResponse>& response);
    // It does what is asked, but the answer never arrives (K4).
    void loseNextAnswer(const QString& operation);
    // Between asking and doing, once.
    void beforeNext(const QString& operation, std::function<void()> act);
    // One item of a batch fails, once.
    void failItemOnce(const QString& id, const QString& responseCode);

    QList<QByteArray> requests() const { return m_requests; }
    QStringList operations() const { return m_operations; }
    int count(const QString& operation) const { return int(m_operations.count(operation)); }
    QByteArray lastRequest(const QString& operation) const;

private:
    Result<HttpResponse> answer(const HttpRequest& request);
    QByteArray answerTo(const XmlElement& operation);
    QByteArray find(const XmlElement& request);
    QByteArray get(const XmlElement& request);
    QByteArray create(const XmlElement& request);
    QByteArray createAppointment(const XmlElement& appointment);
    QByteArray respondTo(const XmlElement& response);
    QByteArray cancel(const XmlElement& response);
    QByteArray update(const XmlElement& request);
    QByteArray remove(const XmlElement& request);
    QByteArray availability() const;
    void moveToDeletedItems(FakeItem& item);

    QList<FakeItem> m_items;
    QByteArray m_sent;
    QList<QByteArray> m_requests;
    QStringList m_operations;
    QHash<QString, QList<Result<HttpResponse>>> m_answers;
    QStringList m_lost;
    QHash<QString, std::function<void()>> m_before;
    QHash<QString, QString> m_failing;
    int m_lastId = 0;
};

// An envelope around what stands in the body, as a server of 2019 sends it.
QByteArray ewsEnvelope(const QByteArray& body);
// <m:{operation}Response> with one response message for each text.
QByteArray ewsResponse(const QString& operation, const QList<QByteArray>& messages);
QByteArray ewsMessage(const QString& operation, const QByteArray& content);
QByteArray ewsFailure(const QString& operation, const QString& responseCode, const QByteArray& more = {});
QByteArray ewsFault(const QString& responseCode, const QString& text, const QByteArray& messageXml = {});
HttpResponse httpAnswer(int status, const QByteArray& body, const HttpHeaders& more = {});

} // namespace reserve::test
