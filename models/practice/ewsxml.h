// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/practice/practiceitem.h"

#include <QXmlStreamWriter>

#include <functional>

namespace reserve::practice {

// What Exchange answers in place of what was asked: a ResponseCode and a sentence in its own words.
struct EwsFault
{
    QString code;
    QString message;
    std::optional<int> backOff; // milliseconds, of ErrorServerBusy
};

// Text may come from anywhere: without what XML 1.0 cannot hold.
QString allowedInXml(const QString& text);

// Writes elements of the two namespaces of Exchange Web Services. Text may come from anywhere: what XML cannot hold is
// left out.
class EwsXml final
{
public:
    explicit EwsXml(QByteArray* document);

    void startM(const char* name); // m: messages
    void startT(const char* name); // t: types
    void end() { m_writer.writeEndElement(); }
    void attribute(const char* name, const QString& value);
    void typeIs(const char* name); // xsi:type, where the schema leaves the type open
    void text(const QString& value);
    void m(const char* name, const QString& value);
    void t(const char* name, const QString& value);
    void t(const char* name, bool value) { t(name, value ? QStringLiteral("true") : QStringLiteral("false")); }
    void t(const char* name, int value) { t(name, QString::number(value)); }
    void t(const char* name, Instant value) { t(name, toIso(value)); }
    void mailbox(const char* name, const MailPerson& person); // name, then Mailbox inside
    void address(const MailPerson& person);                   // Mailbox alone

    // The whole answer: envelope, header with the server's version, and what `body` writes.
    void envelope(const std::function<void()>& body);
    void fault(const EwsFault& fault);
    // Of a request that the schema refuses.
    void schemaFault(const QString& violation, qint64 line, qint64 column);

private:
    void faultDetail(const EwsFault& fault, const std::function<void()>& further);

    QXmlStreamWriter m_writer;
};

// The response messages of one operation, one for each thing that was asked.
class EwsResponse final
{
public:
    // "FindItem".
    EwsResponse(EwsXml& xml, const char* operation);
    ~EwsResponse();
    EwsResponse(const EwsResponse&) = delete;
    EwsResponse& operator=(const EwsResponse&) = delete;

    void success(const std::function<void()>& content = {});
    void warning(const EwsFault& fault, const std::function<void()>& content);
    void error(const EwsFault& fault, const std::function<void()>& content = {});

private:
    void message(const char* responseClass, const QString& code, const QString& text,
                 const std::function<void()>& content);

    EwsXml& m_xml;
    QByteArray m_name; // of each message
};

} // namespace reserve::practice
