// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/ewsresponsecode.h"

#include "models/exchange/exchangeproblem.h"
#include "models/exchange/remotetext.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace reserve {

namespace {

constexpr Milliseconds longestPause = std::chrono::hours(24);

using Codes = QHash<QString, QByteArray>;

void add(Codes& codes, const char* code, std::initializer_list<const char*> responseCodes)
{
    for (const char* one : responseCodes)
        codes.insert(QString::fromLatin1(one), code);
}

// Every ResponseCode that means something else than "asked again, it is refused again".
Codes makeCodes()
{
    Codes codes;
    add(codes, "exchange.throttled",
        {"ErrorServerBusy", "ErrorExceededConnectionCount", "ErrorTooManyObjectsOpened", "ErrorSubmissionQuotaExceeded",
         "ErrorRecipientRateLimitExceeded", "ErrorMessageRateLimitExceeded"});
    add(codes, "exchange.server-error",
        {"ErrorTimeoutExpired", "ErrorInternalServerError", "ErrorInternalServerTransientError",
         "ErrorConnectionFailed", "ErrorConnectionFailedTransientError", "ErrorMailboxStoreUnavailable",
         "ErrorMailboxMoveInProgress", "ErrorMailboxFailover", "ErrorMailboxLogonFailed", "ErrorBatchProcessingStopped",
         "ErrorADUnavailable", "ErrorADOperation", "ErrorNotEnoughMemory", "ErrorInsufficientResources",
         "ErrorNoRespondingCASInDestinationSite", "ErrorNoApplicableProxyCASServersAvailable", "ErrorProxyCallFailed",
         "ErrorProxyRequestProcessingFailed", "ErrorProxyServiceDiscoveryFailed"});
    add(codes, "exchange.item-changed",
        {"ErrorInvalidChangeKey", "ErrorStaleObject", "ErrorIrresolvableConflict", "ErrorChangeKeyRequired",
         "ErrorChangeKeyRequiredForWriteOperations", "ErrorCalendarMeetingRequestIsOutOfDate"});
    add(codes, "exchange.item-gone",
        {"ErrorItemNotFound", "ErrorCalendarCannotUpdateDeletedItem", "ErrorCalendarOccurrenceIsDeletedFromRecurrence",
         "ErrorCalendarOccurrenceIndexIsOutOfRecurrenceRange", "ErrorCalendarIsCancelledForAccept",
         "ErrorCalendarIsCancelledForTentative", "ErrorCalendarIsCancelledForDecline",
         "ErrorCalendarIsCancelledForRemove"});
    add(codes, "exchange.mailbox-unknown",
        {"ErrorNonExistentMailbox", "ErrorNonPrimarySmtpAddress", "ErrorInvalidSmtpAddress", "ErrorMissingEmailAddress",
         "ErrorMailRecipientNotFound", "ErrorNameResolutionNoResults", "ErrorNameResolutionNoMailbox",
         "ErrorNoCalendar", "ErrorInvalidUserPrincipalName"});
    add(codes, "exchange.access-denied",
        {"ErrorAccessDenied", "ErrorImpersonateUserDenied", "ErrorImpersonationDenied", "ErrorImpersonationFailed",
         "ErrorImpersonationRequired", "ErrorSendAsDenied", "ErrorNoFreeBusyAccess", "ErrorCreateItemAccessDenied",
         "ErrorCallerIsInvalidADAccount", "ErrorUserNotAllowedByPolicy", "ErrorCalendarIsDelegatedForAccept",
         "ErrorCalendarIsDelegatedForTentative", "ErrorCalendarIsDelegatedForDecline"});
    add(codes, "exchange.credentials-refused",
        {"ErrorInvalidCredentials", "ErrorLogonFailure", "ErrorPasswordExpired", "ErrorPasswordChangeRequired",
         "ErrorAccountDisabled", "ErrorInvalidSecurityToken"});
    add(codes, "exchange.not-supported",
        {"ErrorInvalidServerVersion", "ErrorIncorrectSchemaVersion", "ErrorUnsupportedSubFilter",
         "ErrorUnsupportedPropertyDefinition", "ErrorUnsupportedRecurrence", "ErrorNotSupportedOperation",
         "ErrorUnsupportedPathForQuery"});
    return codes;
}

QByteArray codeOf(const QString& responseCode)
{
    static const Codes codes = makeCodes();
    return codes.value(responseCode, "exchange.refused");
}

bool repeatMayHelp(const Error& error)
{
    switch (exchangeProblemOf(error)) {
    case ExchangeProblem::Temporary:
    case ExchangeProblem::Throttled:
    case ExchangeProblem::Conflict:
        return true;
    case ExchangeProblem::Credentials:
    case ExchangeProblem::Missing:
    case ExchangeProblem::Permanent:
        return false;
    }
    Q_UNREACHABLE();
}

// Throttling also comes as the reason behind an internal error.
QString decidingCode(const EwsRefusal& refusal)
{
    const bool hasReason = refusal.responseCode == QLatin1String("ErrorInternalServerError")
        && codeOf(refusal.innerCode) != "exchange.refused";
    return hasReason ? refusal.innerCode : refusal.responseCode;
}

} // namespace

Error errorOf(const EwsRefusal& refusal)
{
    const QByteArray code = codeOf(decidingCode(refusal));
    QString remote = refusal.responseCode;
    if (!refusal.text.isEmpty())
        remote += QLatin1String(": ") + refusal.text;
    Arguments arguments{{QStringLiteral("remote"), remoteText(remote)}};
    if (refusal.backOff)
        arguments.insert(QStringLiteral("hint"), QString::number(refusal.backOff->count()));
    if (!refusal.primaryAddress.isEmpty())
        arguments.insert(QStringLiteral("spelled"), remoteText(refusal.primaryAddress));
    return Error(code, arguments, repeatMayHelp(Error(code)));
}

std::optional<Milliseconds> backOffOf(const QString& text)
{
    static const QRegularExpression number(QStringLiteral("(-?)([0-9]+)(?:\\.[0-9]*)?\\s*$"));
    const QRegularExpressionMatch match = number.match(text);
    if (!match.hasMatch() || !match.capturedView(1).isEmpty())
        return std::nullopt;
    bool fits = false;
    const qint64 milliseconds = match.capturedView(2).toLongLong(&fits);
    return fits ? std::min(Milliseconds(milliseconds), longestPause) : longestPause;
}

void readMessageXml(const XmlElement& messageXml, EwsRefusal& refusal)
{
    for (const XmlElement& value : messageXml.children) {
        const QString name = value.attribute(QLatin1String("Name"));
        if (name == QLatin1String("BackOffMilliseconds") || value.text.contains(QLatin1String("BackOffMilliseconds")))
            refusal.backOff = backOffOf(value.text);
        else if (name == QLatin1String("InnerErrorResponseCode"))
            refusal.innerCode = value.text.trimmed();
        else if (name == QLatin1String("PrimarySmtpAddress") || name == QLatin1String("Primary"))
            refusal.primaryAddress = value.text.trimmed();
    }
}

} // namespace reserve
