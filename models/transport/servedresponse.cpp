// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/transport/servedresponse.h"

#include <QDateTime>
#include <QLocale>

namespace reserve {

namespace {

// Of the statuses that Exchange and our own end points use; a reason is for people only (RFC 9112 4).
QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 204:
        return "No Content";
    case 302:
        return "Found";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 409:
        return "Conflict";
    case 412:
        return "Precondition Failed";
    case 413:
        return "Content Too Large";
    case 415:
        return "Unsupported Media Type";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 503:
        return "Service Unavailable";
    case 504:
        return "Gateway Timeout";
    default:
        return {};
    }
}

QByteArray httpDate(const QDateTime& utc)
{
    return QLocale::c().toString(utc, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'")).toLatin1();
}

} // namespace

QByteArray responseOctets(const ServedResponse& response, bool toHead, bool keepsOpen)
{
    QByteArray octets
        = "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reasonPhrase(response.status) + "\r\n";
    for (const auto& [name, value] : response.headers) {
        if (isHeaderName(name) && isHeaderValue(value))
            octets += name + ": " + value + "\r\n";
    }
    const bool isBodiless = response.status == 204 || response.status == 304;
    if (!isBodiless)
        octets += "Content-Length: " + QByteArray::number(response.body.size()) + "\r\n";
    octets += "Date: " + httpDate(QDateTime::currentDateTimeUtc()) + "\r\n";
    octets += keepsOpen ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    return toHead || isBodiless ? octets : octets + response.body;
}

} // namespace reserve
