// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/httpfailure.h"

#include "models/exchange/remotetext.h"

#include <QDate>
#include <QHash>
#include <QLocale>
#include <QRegularExpression>
#include <QSet>
#include <QTime>
#include <QTimeZone>

#include <algorithm>

namespace reserve {

namespace {

struct Meaning
{
    QByteArray code;
    bool retryable = false;
};

// Over three hundred years: what a server asks beyond that is no longer.
constexpr qsizetype mostDigits = 10;
constexpr std::chrono::seconds longestPause(9'999'999'999);

// RFC 9110 5.6.7: IMF-fixdate, and the two obsolete forms that a recipient has to understand too. Date and time are
// read apart: a QDateTime of the two together would be local time, in which some hours do not exist.
std::optional<Instant> instantOfHttpDate(QByteArrayView value, Instant now)
{
    static const QRegularExpression timePattern(QStringLiteral(" ([0-9]{2}:[0-9]{2}:[0-9]{2})(?= |$)"));
    QString day = QString::fromLatin1(value).simplified();
    const QRegularExpressionMatch match = timePattern.match(day);
    const QTime time = QTime::fromString(match.captured(1), QStringLiteral("HH:mm:ss"));
    if (!time.isValid())
        return std::nullopt;
    day.remove(match.capturedStart(), match.capturedLength());
    const QLocale english = QLocale::c();
    QDate date = english.toDate(day, QStringLiteral("ddd, dd MMM yyyy 'GMT'"));
    if (!date.isValid())
        date = english.toDate(day, QStringLiteral("ddd MMM d yyyy"));
    if (!date.isValid()) {
        // Without its name, which is that of the day in the right century alone.
        date = english.toDate(day.section(QStringLiteral(", "), 1), QStringLiteral("dd-MMM-yy 'GMT'"));
        if (!date.isValid())
            return std::nullopt;
        // A year of two digits lies at most fifty years ahead.
        const QDate today = toDateTime(now).date();
        date = date.addYears(today.year() / 100 * 100 - date.year() / 100 * 100);
        if (date > today.addYears(50))
            date = date.addYears(-100);
    }
    return fromDateTime(QDateTime(date, time, QTimeZone::utc()));
}

QByteArray codeOfStatus(int status, bool hasHint)
{
    switch (status) {
    case 401:
        return "exchange.credentials-refused";
    case 403:
        return "exchange.access-denied";
    case 408:
        return "exchange.time-limit";
    case 429:
    case 509: // Graph: bandwidth limit exceeded
        return "exchange.throttled";
    case 503:
        return hasHint ? "exchange.throttled" : "exchange.server-error";
    default:
        return status >= 500 && status < 600 ? "exchange.server-error" : "";
    }
}

} // namespace

Error exchangeErrorOf(const Error& http)
{
    static const QHash<QByteArray, Meaning> meanings{
        {"http.host-unknown", {"exchange.unreachable", true}},
        {"http.no-connection", {"exchange.unreachable", true}},
        {"http.proxy", {"exchange.unreachable", true}},
        {"http.time-limit", {"exchange.time-limit", true}},
        {"http.connection-lost", {"exchange.connection-lost", true}},
        {"http.certificate", {"exchange.certificate", true}},
        {"http.credentials-refused", {"exchange.credentials-refused", false}},
        {"http.scheme-not-offered", {"exchange.credentials-refused", false}},
        {"http.too-large", {"exchange.response-unreadable", true}},
        {"http.protocol", {"exchange.response-unreadable", true}},
        {"http.in-clear", {"exchange.setup", false}},
        {"http.url-invalid", {"exchange.setup", false}},
        {"http.cancelled", {"exchange.cancelled", true}},
    };
    const auto meaning = meanings.constFind(http.code());
    if (meaning == meanings.cend())
        return http;
    // What a person has to correct says the cause better than its consequence.
    const Arguments arguments = meaning->code == "exchange.setup" ? causedBy(http) : http.arguments();
    return Error(meaning->code, arguments, meaning->retryable);
}

std::optional<Error> statusError(const HttpResponse& response, Instant now)
{
    const std::optional<Milliseconds> hint = retryAfter(response.header("retry-after"), now);
    const QByteArray code = codeOfStatus(response.status, hint.has_value());
    if (code.isEmpty())
        return std::nullopt;
    Arguments arguments{{QStringLiteral("status"), QString::number(response.status)}};
    if (hint)
        arguments.insert(QStringLiteral("hint"), QString::number(hint->count()));
    const bool refused = response.status == 401 || response.status == 403;
    return Error(code, arguments, !refused);
}

std::optional<Error> redirectError(const HttpResponse& response, const QUrl& asked)
{
    static const QSet<int> statuses{301, 302, 303, 307, 308};
    if (!statuses.contains(response.status))
        return std::nullopt;
    constexpr auto shown = QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment;
    Arguments arguments{{QStringLiteral("status"), QString::number(response.status)},
                        {QStringLiteral("url"), asked.toDisplayString(shown)}};
    const QByteArray named = response.header("location").trimmed();
    const QUrl target = asked.resolved(QUrl(QString::fromUtf8(named)));
    if (!named.isEmpty() && target.isValid())
        arguments.insert(QStringLiteral("location"), remoteText(target.toDisplayString(shown)));
    return Error("exchange.redirected", arguments, true);
}

std::optional<Milliseconds> retryAfter(QByteArrayView value, Instant now)
{
    const QByteArray text = value.toByteArray().trimmed();
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (!text.isEmpty() && std::all_of(text.cbegin(), text.cend(), isDigit)) {
        return text.size() > mostDigits ? longestPause : std::chrono::seconds(text.toLongLong());
    }
    const std::optional<Instant> until = instantOfHttpDate(text, now);
    return until && *until > now ? std::optional(*until - now) : std::nullopt;
}

} // namespace reserve
