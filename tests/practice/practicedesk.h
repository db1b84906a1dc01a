// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/practice/practiceexchange.h"
#include "tests/support/fakeclock.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace reserve::test {

inline const QString roomAddress = QStringLiteral("CR1@reserve.northgate.example");
inline const QString otherRoom = QStringLiteral("CR2@reserve.northgate.example");
inline const QString personAddress = QStringLiteral("mira.castellan@northgate.example");

struct WebReply
{
    int status = 0; // 0: no answer
    QByteArray body;
    QList<QNetworkReply::RawHeaderPair> headers;
    QNetworkReply::NetworkError error = QNetworkReply::NoError;

    QByteArray header(const QByteArray& name) const;
    QJsonObject json() const;
    bool has(const char* text) const { return body.contains(text); }
    // What stands between the first pair of these, "Id=\"" and "\"".
    QString between(const char* before, const char* after) const;
};

// A Practice Exchange with two rooms, and a program that knows its password and speaks to it.
class PracticeDesk final
{
public:
    PracticeDesk();

    PracticeExchange& exchange() { return m_exchange; }
    FakeClock& clock() { return *m_clock; }

    // A request in the messages and types namespaces (m:, t:), impersonating the room unless told otherwise. Its answer
    // is held against the schema where RESERVE_CORPUS has one; schemaErrors() says what was wrong.
    WebReply ews(const QByteArray& operation, const QString& impersonated = roomAddress);
    const QStringList& schemaErrors() const { return m_schemaErrors; }
    int answersChecked() const { return m_answersChecked; }

    WebReply token(const QByteArray& secret = QByteArrayLiteral("graph secret"));
    WebReply graph(const QByteArray& method, const QString& pathAndQuery, const QJsonObject& body = {},
                   const QByteArray& ifMatch = {});
    // Any request: header lines as given.
    WebReply send(const QByteArray& method, const QUrl& url, const QByteArray& body,
                  const QList<QPair<QByteArray, QByteArray>>& headers);
    QByteArray basic(const QByteArray& password = QByteArrayLiteral("practice secret")) const;

    // A person invites the room; answers the UID.
    QString invite(const QString& subject = QStringLiteral("Budget"), int sequence = 0, const QString& uid = {},
                   ItipMethod method = ItipMethod::Request, int startHour = 10);
    QJsonArray mailbox(const QString& address) const;
    QJsonArray mails() const;
    // The one object of the array with kind and folder; an empty one where there is none.
    static QJsonObject one(const QJsonArray& items, const QString& folder, const QString& kind);

private:
    void checkSchema(const QByteArray& envelope);

    std::shared_ptr<FakeClock> m_clock;
    PracticeExchange m_exchange;
    QNetworkAccessManager m_network;
    QByteArray m_token;
    QStringList m_schemaErrors;
    int m_answersChecked = 0;
};

} // namespace reserve::test
