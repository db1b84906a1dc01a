// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/exchangeproblem.h"

#include <QHash>

namespace reserve {

ExchangeProblem exchangeProblemOf(const Error& error)
{
    static const QHash<QByteArray, ExchangeProblem> problems{
        {"exchange.unreachable", ExchangeProblem::Temporary},
        {"exchange.time-limit", ExchangeProblem::Temporary},
        {"exchange.connection-lost", ExchangeProblem::Temporary},
        {"exchange.server-error", ExchangeProblem::Temporary},
        {"exchange.response-unreadable", ExchangeProblem::Temporary},
        {"exchange.certificate", ExchangeProblem::Temporary},
        {"exchange.cancelled", ExchangeProblem::Temporary},
        {"exchange.throttled", ExchangeProblem::Throttled},
        {"exchange.credentials-refused", ExchangeProblem::Credentials},
        {"exchange.consent-missing", ExchangeProblem::Credentials},
        {"exchange.secret-expired", ExchangeProblem::Credentials},
        {"exchange.secret-missing", ExchangeProblem::Credentials},
        {"exchange.message-not-found", ExchangeProblem::Missing},
        {"exchange.item-gone", ExchangeProblem::Missing},
        {"exchange.item-changed", ExchangeProblem::Conflict},
    };
    return problems.value(error.code(), ExchangeProblem::Permanent);
}

std::optional<Milliseconds> serverHint(const Error& error)
{
    bool isNumber = false;
    const qint64 hint = error.arguments().value(QStringLiteral("hint")).toLongLong(&isNumber);
    return isNumber ? std::optional(Milliseconds(hint)) : std::nullopt;
}

bool concernsServer(const Error& error)
{
    switch (exchangeProblemOf(error)) {
    case ExchangeProblem::Temporary:
    case ExchangeProblem::Throttled:
    case ExchangeProblem::Credentials:
        return true;
    case ExchangeProblem::Missing:
    case ExchangeProblem::Conflict:
    case ExchangeProblem::Permanent:
        return error.code() == "exchange.ews-blocked" || error.code() == "exchange.setup";
    }
    Q_UNREACHABLE();
}

} // namespace reserve
