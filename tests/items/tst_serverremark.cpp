// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/serverremark.h"
#include "models/secrets/serversecrets.h"

#include <QTest>

using namespace reserve;

namespace {

const Instant now = fromDateTime(QDateTime(QDate(2026, 11, 29), QTime(12, 0)));

ServerProfile tenant(int daysLeft = 100)
{
    ServerProfile profile;
    profile.id = ServerProfileId{2};
    profile.kind = ServerKind::Graph;
    profile.authentication = ServerAuthentication::OAuth;
    profile.credentialsExpire = QDate(2026, 11, 29).addDays(daysLeft);
    return profile;
}

ServerState standing(ServerStanding standing, const char* code = "")
{
    ServerState state;
    state.profileId = ServerProfileId{2};
    state.standing = standing;
    state.reason.code = code;
    state.since = now - std::chrono::minutes(30);
    state.until = now + std::chrono::minutes(5);
    return state;
}

} // namespace

class TestServerRemark final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWorstIsSaid_data();
    void theWorstIsSaid();
    void otherServersSecretsAreNotMissedHere();
    void expiryNamesWhatEnds();
    void theWorstServerIsNamed();
    void aStoppedPracticeExchangeIsNoOutage_data();
    void aStoppedPracticeExchangeIsNoOutage();
    void theNextTryIsThatOfTheServerThatIsAway();
};

void TestServerRemark::theWorstIsSaid_data()
{
    QTest::addColumn<int>("daysLeft");
    QTest::addColumn<bool>("lacks");
    QTest::addColumn<std::optional<ServerState>>("state");
    QTest::addColumn<int>("weight");
    QTest::addColumn<QString>("words");
    using State = std::optional<ServerState>;
    const auto row
        = [](const char* title, int daysLeft, bool lacks, const State& state, RemarkWeight weight, const char* words) {
              QTest::newRow(title) << daysLeft << lacks << state << int(weight) << QString::fromLatin1(words);
          };
    row("nothing known", 100, false, {}, RemarkWeight::Quiet, "Exchange Online");
    row("unproven", 100, false, standing(ServerStanding::Unproven), RemarkWeight::Quiet, "Exchange Online");
    row("ready", 100, false, standing(ServerStanding::Ready), RemarkWeight::Good, "Signed in");
    row("ready, ends soon", 12, false, standing(ServerStanding::Ready), RemarkWeight::Warning,
        "Secret ends in 12 day(s)");
    row("tomorrow", 1, false, {}, RemarkWeight::Warning, "Secret ends in 1 day(s)");
    row("over", -1, false, standing(ServerStanding::Ready), RemarkWeight::Failed, "Secret ended");
    row("away, ends soon", 12, false, standing(ServerStanding::Away), RemarkWeight::Warning, "Away since 11:30");
    row("throttled", 100, false, standing(ServerStanding::Throttled), RemarkWeight::Warning, "Throttled until 12:05");
    row("paused", 100, false, standing(ServerStanding::Paused, "exchange.credentials-refused"), RemarkWeight::Failed,
        "Paused: password refused");
    row("paused, lacks", 100, true, standing(ServerStanding::Paused), RemarkWeight::Failed, "Secret missing");
    row("lacks", 12, true, {}, RemarkWeight::Failed, "Secret missing");
}

void TestServerRemark::theWorstIsSaid()
{
    QFETCH(int, daysLeft);
    QFETCH(bool, lacks);
    QFETCH(std::optional<ServerState>, state);
    ServerFinding finding;
    finding.now = now;
    finding.state = state;
    if (lacks)
        finding.missingSecrets = {serverSecretName(ServerProfileId{2}, ServerSecret::ClientSecret)};
    const ServerRemark remark = remarkOn(tenant(daysLeft), finding);
    QTEST(remark.words, "words");
    QTEST(int(remark.weight), "weight");
}

void TestServerRemark::otherServersSecretsAreNotMissedHere()
{
    ServerFinding finding;
    finding.now = now;
    finding.missingSecrets = {serverSecretName(ServerProfileId{3}, ServerSecret::ClientSecret),
                              serverSecretName(ServerProfileId{2}, ServerSecret::Password)};
    QCOMPARE(remarkOn(tenant(), finding).weight, RemarkWeight::Quiet);
    finding.isApplied = false;
    QCOMPARE(remarkOn(tenant(), finding).words, QStringLiteral("Not applied yet"));
}

void TestServerRemark::expiryNamesWhatEnds()
{
    QVERIFY(!expiryRemark(tenant(31), now));
    QVERIFY(expiryRemark(tenant(30), now)->words.startsWith(QLatin1String("The client secret ends in 30 day(s).")));
    ServerProfile certified = tenant(-1);
    certified.proof = ClientProof::Certificate;
    const auto remark = expiryRemark(certified, now);
    QCOMPARE(remark->weight, RemarkWeight::Failed);
    QVERIFY(remark->words.contains(QLatin1String("certificate has ended")));
}

void TestServerRemark::aStoppedPracticeExchangeIsNoOutage_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<int>("runs"); // -1: not known
    QTest::addColumn<int>("standing");
    QTest::addColumn<bool>("isStopped");
    const auto row = [](const char* name, const char* url, int runs, ServerStanding standing, bool isStopped) {
        QTest::newRow(name) << QString::fromLatin1(url) << runs << int(standing) << isStopped;
    };
    const char* here = "http://127.0.0.1:8026/EWS/Exchange.asmx";
    row("stopped here, away", here, 0, ServerStanding::Away, true);
    row("stopped here, not asked since", here, 0, ServerStanding::Ready, true);
    row("stopped here, its port is another's", here, 0, ServerStanding::Paused, true);
    row("not started here, away", here, -1, ServerStanding::Away, true);
    row("not started here, another console runs it", here, -1, ServerStanding::Ready, false);
    row("runs, and rehearses an outage", here, 1, ServerStanding::Away, false);
    row("a real server of that name", "https://mail.mycompany.com/EWS/Exchange.asmx", 0, ServerStanding::Away, false);
}

void TestServerRemark::aStoppedPracticeExchangeIsNoOutage()
{
    QFETCH(const QString, url);
    QFETCH(const int, runs);
    QFETCH(const int, standing);
    QFETCH(const bool, isStopped);
    ServerProfile profile;
    profile.id = ServerProfileId{2};
    profile.name = QStringLiteral("Practice Exchange");
    profile.kind = ServerKind::Ews;
    profile.url = url;
    StatusFigures figures;
    figures.agentRuns = true;
    figures.servers = {profile};
    figures.serverStates = {::standing(ServerStanding(standing))};
    if (runs >= 0)
        figures.practiceRuns = runs == 1;
    const ServerFinding finding = ServerFinding::of(profile, figures, now);
    QCOMPARE(isStoppedPractice(profile, finding), isStopped);
    if (isStopped) {
        QCOMPARE(remarkOn(profile, finding), (ServerRemark{RemarkWeight::Quiet, QStringLiteral("Not running")}));
        QVERIFY(!worstRemark(figures, now));
    } else {
        QVERIFY(remarkOn(profile, finding).words != QLatin1String("Not running"));
    }
}

void TestServerRemark::theWorstServerIsNamed()
{
    StatusFigures figures;
    QVERIFY(!worstRemark(figures, now));
    ServerProfile soon = tenant(12);
    soon.id = ServerProfileId{1};
    soon.name = QStringLiteral("Branch");
    ServerProfile fine = tenant();
    fine.name = QStringLiteral("Cloud");
    figures.servers = {fine, soon};
    QCOMPARE(worstRemark(figures, now)->words, QStringLiteral("Branch: Secret ends in 12 day(s)"));
    figures.serverStates = {standing(ServerStanding::Paused, "exchange.credentials-refused")};
    // What an agent said that does not run any more says nothing.
    QCOMPARE(worstRemark(figures, now)->weight, RemarkWeight::Warning);
    figures.agentRuns = true;
    QCOMPARE(*worstRemark(figures, now),
             (ServerRemark{RemarkWeight::Failed, QStringLiteral("Cloud: Paused: password refused")}));
}

void TestServerRemark::theNextTryIsThatOfTheServerThatIsAway()
{
    StatusFigures figures;
    figures.hasOutgoingServer = true;
    QVERIFY(!figures.nextTry(now));
    figures.outbox.nextTry = now + std::chrono::minutes(2);
    QCOMPARE(figures.nextTry(now), figures.outbox.nextTry);
    // Due, and held back by the server.
    figures.outbox.nextTry = now - std::chrono::minutes(1);
    QVERIFY(!figures.nextTry(now));
    figures.serverStates = {standing(ServerStanding::Away)};
    QCOMPARE(figures.nextTry(now), std::optional(now + std::chrono::minutes(5)));
    // A person has to change the password first.
    figures.serverStates = {standing(ServerStanding::Paused)};
    QVERIFY(!figures.nextTry(now));
    figures.serverStates = {standing(ServerStanding::Throttled)};
    QCOMPARE(figures.nextTry(now), std::optional(now + std::chrono::minutes(5)));
    // Without a way to send, none is tried.
    figures.hasOutgoingServer = false;
    QVERIFY(!figures.nextTry(now));
}

QTEST_GUILESS_MAIN(TestServerRemark)
#include "tst_serverremark.moc"
