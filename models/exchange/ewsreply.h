// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"
#include "models/base/result.h"
#include "models/exchange/boundedxml.h"
#include "models/transport/httpclient.h"

#include <QList>
#include <QString>
#include <QUrl>

namespace reserve {

// h:ServerVersionInfo of an answer; zeros where the server does not say.
struct EwsServerVersion
{
    int major = 0;
    int minor = 0;
    int majorBuild = 0;
    int minorBuild = 0;

    bool isKnown() const { return major > 0; }
    QString text() const; // "Exchange 2019, build 15.2.1258.12"
};

struct EwsReply
{
    XmlElement response; // what stands in soap:Body: <m:FindItemResponse>
    EwsServerVersion version;

    // One for each thing that was asked about, in that order.
    QList<const XmlElement*> messages() const;
};

// The answer to a request to `url`. EWS refuses on three floors (HTTP status, SOAP fault with whatever status, and a
// code in each response message); this reads the first two. Errors: exchange.response-unreadable (detail, or status
// and url where something else than EWS answers), exchange.ews-blocked (Exchange Online serves no EWS since October
// 2026), what redirectError() and statusError() say and what errorOf(EwsRefusal) says. `now` is what a Retry-After date
// is measured from. Pure.
Result<EwsReply> readEwsReply(const HttpResponse& response, const QUrl& url, Instant now);

// What one response message says. A warning is a success, but for a batch that was given up before its turn.
Result<void> outcomeOf(const XmlElement& message);

// For requests that ask about one thing: its message when it went well. exchange.response-unreadable without one.
Result<const XmlElement*> onlyMessage(const EwsReply& reply);

} // namespace reserve
