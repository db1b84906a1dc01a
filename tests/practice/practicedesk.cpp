// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/practice/practicedesk.h"

#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QProcess>
#include <QTemporaryDir>

namespace reserve::test {

namespace {

PracticeOptions optionsOfDesk()
{
    PracticeOptions options;
    options.rooms = {{roomAddress, QStringLiteral("CR1 Borealis"), {}}, {otherRoom, QStringLiteral("CR2 Aurora"), {}}};
    options.account.password = SecretString("practice secret");
    options.account.clientSecret = SecretString("graph secret");
    options.zone = QByteArrayLiteral("Europe/Berlin");
    options.agentPort = 1; // nobody listens there
    return options;
}

QByteArray envelopeOf(const QByteArray& operation, const QString& impersonated)
{
    const QByteArray impersonation = impersonated.isEmpty()
        ? QByteArray()
        : "<t:ExchangeImpersonation><t:ConnectingSID><t:PrimarySmtpAddress>" + impersonated.toUtf8()
            + "</t:PrimarySmtpAddress></t:ConnectingSID></t:ExchangeImpersonation>";
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?><s:Envelope "
           "xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\" "
           "xmlns:m=\"http://schemas.microsoft.com/exchange/services/2006/messages\" "
           "xmlns:t=\"http://schemas.microsoft.com/exchange/services/2006/types\"><s:Header>"
           "<t:RequestServerVersion Version=\"Exchange2013_SP1\"/>"
        + impersonation + "</s:Header><s:Body>" + operation + "</s:Body></s:Envelope>";
}

} // namespace

QByteArray WebReply::header(const QByteArray& name) const
{
    QByteArrayList values;
    for (const auto& [key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            values.append(value);
    }
    return values.join(", ");
}

QJsonObject WebReply::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QString WebReply::between(const char* before, const char* after) const
{
    const qsizetype from = body.indexOf(before);
    if (from < 0)
        return {};
    const qsizetype begin = from + qsizetype(qstrlen(before));
    return QString::fromUtf8(body.mid(begin, body.indexOf(after, begin) - begin));
}

PracticeDesk::PracticeDesk()
    : m_clock(std::make_shared<FakeClock>())
    , m_exchange(optionsOfDesk(), m_clock)
{
    const auto started = m_exchange.start();
    if (!started)
        qFatal("%s", qPrintable(started.error().logLine()));
}

QByteArray PracticeDesk::basic(const QByteArray& password) const
{
    const QByteArray plain = m_exchange.account().user.toUtf8() + ':' + password;
    return "Basic " + plain.toBase64();
}

WebReply PracticeDesk::send(const QByteArray& method, const QUrl& url, const QByteArray& body,
                            const QList<QPair<QByteArray, QByteArray>>& headers)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    for (const auto& [name, value] : headers)
        request.setRawHeader(name, value);
    std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, method, body));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll(),
            reply->rawHeaderPairs(), reply->error()};
}

WebReply PracticeDesk::ews(const QByteArray& operation, const QString& impersonated)
{
    WebReply reply = send("POST", m_exchange.ewsUrl(), envelopeOf(operation, impersonated),
                          {{"Authorization", basic()}, {"Content-Type", "text/xml; charset=utf-8"}});
    if (reply.status == 200 && !reply.has("GetUserAvailabilityResponse"))
        checkSchema(reply.body);
    return reply;
}

void PracticeDesk::checkSchema(const QByteArray& envelope)
{
    const QString corpus = qEnvironmentVariable("RESERVE_CORPUS");
    const QString schema = corpus + QStringLiteral("/permissive/schemas-ews/merged-messages.xsd");
    if (corpus.isEmpty() || !QFile::exists(schema))
        return;
    const qsizetype from = envelope.indexOf("<s:Body>") + 8;
    QByteArray answer = envelope.mid(from, envelope.indexOf("</s:Body>") - from);
    answer.insert(answer.indexOf('>'),
                  " xmlns:m=\"http://schemas.microsoft.com/exchange/services/2006/messages\" "
                  "xmlns:t=\"http://schemas.microsoft.com/exchange/services/2006/types\"");
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("answer.xml")));
    if (!file.open(QIODevice::WriteOnly) || file.write(answer) != answer.size())
        qFatal("the answer cannot be written");
    file.close();
    QProcess lint;
    lint.setProcessChannelMode(QProcess::MergedChannels);
    lint.start(QStringLiteral("xmllint"),
               {QStringLiteral("--noout"), QStringLiteral("--schema"), schema, file.fileName()});
    lint.waitForFinished();
    ++m_answersChecked;
    if (lint.exitCode() != 0)
        m_schemaErrors.append(QString::fromUtf8(lint.readAll() + '\n' + answer));
}

WebReply PracticeDesk::token(const QByteArray& secret)
{
    QUrl url = m_exchange.authority();
    url.setPath(QStringLiteral("/practice/oauth2/v2.0/token"));
    const QByteArray form = "grant_type=client_credentials&client_id=" + m_exchange.account().clientId.toUtf8()
        + "&client_secret=" + secret.toPercentEncoding() + "&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default";
    const WebReply reply = send("POST", url, form, {{"Content-Type", "application/x-www-form-urlencoded"}});
    if (reply.status == 200)
        m_token = reply.json().value(QLatin1String("access_token")).toString().toUtf8();
    return reply;
}

WebReply PracticeDesk::graph(const QByteArray& method, const QString& pathAndQuery, const QJsonObject& body,
                             const QByteArray& ifMatch)
{
    if (m_token.isEmpty())
        token();
    QUrl url(pathAndQuery.startsWith(QLatin1String("http")) ? pathAndQuery
                                                            : m_exchange.graphUrl().toString() + pathAndQuery);
    QList<QPair<QByteArray, QByteArray>> headers{{"Authorization", "Bearer " + m_token}};
    QByteArray content;
    if (!body.isEmpty()) {
        headers.append({QByteArrayLiteral("Content-Type"), QByteArrayLiteral("application/json")});
        content = QJsonDocument(body).toJson();
    }
    if (!ifMatch.isEmpty())
        headers.append({QByteArrayLiteral("If-Match"), ifMatch});
    return send(method, url, content, headers);
}

QString PracticeDesk::invite(const QString& subject, int sequence, const QString& uid, ItipMethod method, int startHour)
{
    MeetingMail meeting;
    meeting.identity = {newMessageId(QStringLiteral("northgate.example")), m_clock->now()};
    meeting.method = method;
    meeting.organizer = {personAddress, QStringLiteral("Mira Castellan")};
    meeting.rooms = {{roomAddress, QStringLiteral("CR1 Borealis")}};
    meeting.uid = uid.isEmpty() ? newMeetingUid(m_clock->now()) : uid;
    meeting.sequence = sequence;
    const Instant day = at("2026-11-19T00:00:00Z");
    meeting.range = {day + std::chrono::hours(startHour), day + std::chrono::hours(startHour + 1)};
    meeting.zone = QByteArrayLiteral("Europe/Berlin");
    meeting.subject = subject;
    m_exchange.send(meeting);
    return meeting.uid;
}

QJsonArray PracticeDesk::mailbox(const QString& address) const
{
    return QJsonDocument::fromJson(m_exchange.mailboxJson(address).value_or(QByteArray())).array();
}

QJsonArray PracticeDesk::mails() const
{
    return QJsonDocument::fromJson(m_exchange.mailsJson()).array();
}

QJsonObject PracticeDesk::one(const QJsonArray& items, const QString& folder, const QString& kind)
{
    for (const QJsonValue& value : items) {
        const QJsonObject item = value.toObject();
        if (item.value(QLatin1String("folder")).toString() == folder
            && item.value(QLatin1String("kind")).toString() == kind)
            return item;
    }
    return {};
}

} // namespace reserve::test
