// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/serverremark.h"

#include "models/entities/credentialsexpiry.h"
#include "models/entities/practiceprofile.h"
#include "models/items/itemtexts.h"
#include "models/secrets/serversecrets.h"

#include <QCoreApplication>

#include <algorithm>

namespace reserve {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ServerRemark)
};

bool lacksSecret(const ServerProfile& profile, const ServerFinding& finding)
{
    const QStringList needed = requiredSecretNames(profile);
    return std::any_of(needed.begin(), needed.end(), [&finding](const QString& name) {
        return finding.missingSecrets.contains(name) || (finding.state && finding.state->missingSecrets.contains(name));
    });
}

QString kindText(ServerKind kind)
{
    switch (kind) {
    case ServerKind::Ews:
        return Texts::tr("Exchange Server");
    case ServerKind::Graph:
        return Texts::tr("Exchange Online");
    case ServerKind::MailOnly:
        return Texts::tr("Mail only");
    }
    Q_UNREACHABLE();
}

QString pausedText(const ServerState& state)
{
    if (state.reason.code == "exchange.credentials-refused")
        return Texts::tr("Paused: password refused");
    if (state.reason.code == "exchange.secret-expired")
        return Texts::tr("Paused: secret ended");
    if (state.reason.code == "exchange.consent-missing")
        return Texts::tr("Paused: consent missing");
    return Texts::tr("Paused");
}

std::optional<ServerRemark> standingRemark(const ServerState& state, Instant now)
{
    switch (state.standing) {
    case ServerStanding::Unproven:
        return std::nullopt;
    case ServerStanding::Ready:
        return ServerRemark{RemarkWeight::Good, Texts::tr("Signed in")};
    case ServerStanding::Away:
        return ServerRemark{RemarkWeight::Warning, Texts::tr("Away since %1").arg(shortTime(state.since, now))};
    case ServerStanding::Throttled:
        return ServerRemark{RemarkWeight::Warning, Texts::tr("Throttled until %1").arg(shortTime(state.until, now))};
    case ServerStanding::Paused:
        return ServerRemark{RemarkWeight::Failed, pausedText(state)};
    }
    Q_UNREACHABLE();
}

} // namespace

ServerFinding ServerFinding::of(const ServerProfile& profile, const StatusFigures& figures, Instant now)
{
    ServerFinding finding;
    finding.isApplied = profile.id.value > 0; // a draft's new ones have negative ids
    finding.now = now;
    finding.practiceRuns = figures.practiceRuns;
    if (!figures.agentRuns)
        return finding;
    finding.missingSecrets = figures.agent.missingSecrets;
    if (const ServerState* state = figures.stateOf(profile.id))
        finding.state = *state;
    return finding;
}

std::optional<ServerRemark> worstRemark(const StatusFigures& figures, Instant now)
{
    std::optional<ServerRemark> worst;
    for (const ServerProfile& profile : figures.servers) {
        const ServerRemark remark = remarkOn(profile, ServerFinding::of(profile, figures, now));
        if (remark.weight >= RemarkWeight::Warning && (!worst || remark.weight > worst->weight))
            worst = ServerRemark{remark.weight, Texts::tr("%1: %2").arg(profile.name, remark.words)};
    }
    return worst;
}

// Another console on this machine may run it: then the agent gets in.
bool isStoppedPractice(const ServerProfile& profile, const ServerFinding& finding)
{
    if (!finding.isApplied || !isPracticeExchange(profile) || finding.practiceRuns.value_or(false))
        return false;
    return finding.practiceRuns.has_value() || !finding.state || finding.state->standing != ServerStanding::Ready;
}

ServerRemark remarkOn(const ServerProfile& profile, const ServerFinding& finding)
{
    if (!finding.isApplied)
        return {RemarkWeight::Quiet, Texts::tr("Not applied yet")};
    if (isStoppedPractice(profile, finding))
        return {RemarkWeight::Quiet, Texts::tr("Not running")};
    if (lacksSecret(profile, finding))
        return {RemarkWeight::Failed, Texts::tr("Secret missing")};
    const auto standing = finding.state ? standingRemark(*finding.state, finding.now) : std::nullopt;
    if (standing && standing->weight != RemarkWeight::Good)
        return *standing;
    if (const auto days = daysToWarnOf(profile, toDateTime(finding.now).toLocalTime().date())) {
        return *days < 0
            ? ServerRemark{RemarkWeight::Failed, Texts::tr("Secret ended")}
            : ServerRemark{RemarkWeight::Warning, Texts::tr("Secret ends in %n day(s)", nullptr, int(*days))};
    }
    return standing ? *standing : ServerRemark{RemarkWeight::Quiet, kindText(profile.kind)};
}

std::optional<ServerRemark> expiryRemark(const ServerProfile& profile, Instant now)
{
    const auto days = daysToWarnOf(profile, toDateTime(now).toLocalTime().date());
    if (!days)
        return std::nullopt;
    const bool isCertificate = profile.proof == ClientProof::Certificate;
    if (*days < 0) {
        return ServerRemark{RemarkWeight::Failed,
                            isCertificate
                                ? Texts::tr("The certificate has ended, so nobody is let in. Put in a new one.")
                                : Texts::tr("The client secret has ended, so nobody is let in. Make a new one in "
                                            "Microsoft Entra.")};
    }
    const int left = int(*days);
    return ServerRemark{
        RemarkWeight::Warning,
        isCertificate ? Texts::tr("The certificate ends in %n day(s). Put in a new one before.", nullptr, left)
                      : Texts::tr("The client secret ends in %n day(s). Make a new one in Microsoft Entra before.",
                                  nullptr, left)};
}

} // namespace reserve
