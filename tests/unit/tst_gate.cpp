// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/booking/gate.h"

#include <QTest>

using namespace reserve;

namespace {

Person person(qint64 id, const QString& email)
{
    Person person;
    person.id = PersonId{id};
    person.controlNumber = ControlNumber::fromNumber(100000 + id);
    person.email = email;
    person.firstName = QStringLiteral("P");
    person.lastName = QString::number(id);
    return person;
}

const QString requester = QStringLiteral("omar@partner.example");
const QString defaultEmail = QStringLiteral("frontdesk@mycompany.com");

} // namespace

class tst_Gate final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void R_GATE_wholeTable_data();
    void R_GATE_wholeTable();
    void R_GATE_domainMatches_data();
    void R_GATE_domainMatches();
    void R_GATE_flagAloneDoesNotOpen();
    void R_GATE_standingMeetingPasses();
    void R_GATE_standingMeetingLetsInNoOther();
    void R_GATE_nullSenderPassesOnlyWithoutRequest();
    void R_GATE_postmasterPasses();
    void R_GATE_refusalNamesWhatToDo();
};

// Every combination of: the requester is a person, Default Reserve User Email is set, it matches a person, the
// requester's domain is accepted, the external-contact flag.
void tst_Gate::R_GATE_wholeTable_data()
{
    QTest::addColumn<bool>("matched");
    QTest::addColumn<bool>("defaultSet");
    QTest::addColumn<bool>("defaultExists");
    QTest::addColumn<bool>("domainAccepted");
    QTest::addColumn<bool>("flag");
    for (int bits = 0; bits < 32; ++bits) {
        const auto bit = [bits](int n) { return ((bits >> n) & 1) != 0; };
        QTest::addRow("match=%d default=%d exists=%d domain=%d flag=%d", bit(0), bit(1), bit(2), bit(3), bit(4))
            << bit(0) << bit(1) << bit(2) << bit(3) << bit(4);
    }
}

void tst_Gate::R_GATE_wholeTable()
{
    QFETCH(bool, matched);
    QFETCH(bool, defaultSet);
    QFETCH(bool, defaultExists);
    QFETCH(bool, domainAccepted);
    QFETCH(bool, flag);

    GateFacts facts;
    facts.requester = requester;
    facts.isRequestOrCancel = true;
    facts.createExternalContact = flag;
    if (matched)
        facts.requesterMatch = person(1, requester);
    if (defaultSet)
        facts.defaultUserEmail = defaultEmail;
    if (defaultSet && defaultExists)
        facts.defaultUser = person(2, defaultEmail);
    if (domainAccepted)
        facts.acceptedDomains = {QStringLiteral("partner.example")};

    const GateJudgement judgement = judgeGate(facts);
    const bool defaultOpens = defaultSet && defaultExists && domainAccepted;
    QCOMPARE(judgement.open, matched || defaultOpens);
    QVERIFY(!judgement.reason.isEmpty());
    if (matched) {
        QCOMPARE(judgement.finding.match, GateMatch::Person);
        QCOMPARE(judgement.finding.personId, PersonId{1});
    } else if (defaultOpens && flag) {
        QCOMPARE(judgement.finding.match, GateMatch::NewContact);
        QCOMPARE(judgement.finding.personId, PersonId());
    } else if (defaultOpens) {
        QCOMPARE(judgement.finding.match, GateMatch::DefaultUser);
        QCOMPARE(judgement.finding.personId, PersonId{2});
    } else {
        QCOMPARE(judgement.finding.match, GateMatch::None);
    }
}

void tst_Gate::R_GATE_domainMatches_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QStringList>("accepted");
    QTest::addColumn<bool>("open");
    QTest::newRow("the default user's own domain") << QStringLiteral("a@mycompany.com") << QStringList() << true;
    QTest::newRow("below it") << QStringLiteral("a@sales.mycompany.com") << QStringList() << true;
    QTest::newRow("another case") << QStringLiteral("a@MYCOMPANY.com") << QStringList() << true;
    QTest::newRow("only ends alike") << QStringLiteral("a@notmycompany.com") << QStringList() << false;
    QTest::newRow("above it") << QStringLiteral("a@com") << QStringList() << false;
    QTest::newRow("listed") << QStringLiteral("a@partner.example") << QStringList{QStringLiteral("partner.example")}
                            << true;
    QTest::newRow("no domain") << QStringLiteral("a") << QStringList{QStringLiteral("partner.example")} << false;
}

void tst_Gate::R_GATE_domainMatches()
{
    QFETCH(QString, from);
    QFETCH(QStringList, accepted);
    QFETCH(bool, open);
    GateFacts facts;
    facts.requester = from;
    facts.defaultUserEmail = defaultEmail;
    facts.defaultUser = person(2, defaultEmail);
    facts.acceptedDomains = accepted;
    QCOMPARE(judgeGate(facts).open, open);
}

void tst_Gate::R_GATE_flagAloneDoesNotOpen()
{
    GateFacts facts;
    facts.requester = requester;
    facts.createExternalContact = true;
    facts.acceptedDomains = {QStringLiteral("partner.example")};
    const GateJudgement judgement = judgeGate(facts);
    QVERIFY(!judgement.open);
    QCOMPARE(judgement.reason.code, QByteArrayLiteral("gate.contact-needs-default-user"));
}

void tst_Gate::R_GATE_standingMeetingPasses()
{
    GateFacts facts;
    facts.requester = requester;
    facts.isRequestOrCancel = true;
    facts.standingMeetings = {QStringLiteral("uid-1")};
    facts.allStand = true;
    facts.standingPerson = PersonId{7};
    GateJudgement judgement = judgeGate(facts);
    QVERIFY(judgement.open);
    QCOMPARE(judgement.finding.match, GateMatch::StandingMeeting);
    QCOMPARE(judgement.finding.personId, PersonId{7});

    // An update keeps its person even where a default user could stand in by now.
    facts.defaultUserEmail = defaultEmail;
    facts.defaultUser = person(2, defaultEmail);
    facts.acceptedDomains = {QStringLiteral("partner.example")};
    judgement = judgeGate(facts);
    QCOMPARE(judgement.finding.personId, PersonId{7});
}

void tst_Gate::R_GATE_standingMeetingLetsInNoOther()
{
    GateFacts facts;
    facts.requester = requester;
    facts.isRequestOrCancel = true;
    facts.standingMeetings = {QStringLiteral("uid-1")};
    facts.standingPerson = PersonId{7};
    GateJudgement judgement = judgeGate(facts);
    QCOMPARE(judgement.finding.match, GateMatch::StandingMeeting);
    QVERIFY(judgement.finding.admits(QStringLiteral("uid-1")));
    QVERIFY(!judgement.finding.admits(QStringLiteral("uid-2")));
    QVERIFY(!judgement.finding.admits(QString()));

    // The other one needs who is set up for it; what stands is known all the same.
    facts.defaultUserEmail = defaultEmail;
    facts.defaultUser = person(2, defaultEmail);
    facts.acceptedDomains = {QStringLiteral("partner.example")};
    judgement = judgeGate(facts);
    QCOMPARE(judgement.finding.match, GateMatch::DefaultUser);
    QVERIFY(judgement.finding.admits(QStringLiteral("uid-2")));
    QVERIFY(judgement.finding.isStanding(QStringLiteral("uid-1")));
    QVERIFY(!judgement.finding.isStanding(QStringLiteral("uid-2")));
}

void tst_Gate::R_GATE_nullSenderPassesOnlyWithoutRequest()
{
    GateFacts facts;
    facts.requester = requester;
    facts.nullReversePath = true;
    QVERIFY(judgeGate(facts).open);
    QCOMPARE(judgeGate(facts).finding.match, GateMatch::None);
    facts.isRequestOrCancel = true;
    QVERIFY(!judgeGate(facts).open);
}

void tst_Gate::R_GATE_postmasterPasses()
{
    GateFacts facts;
    facts.requester = requester;
    facts.onlyToPostmaster = true;
    QVERIFY(judgeGate(facts).open);
    QCOMPARE(judgeGate(facts).finding.match, GateMatch::None);
}

void tst_Gate::R_GATE_refusalNamesWhatToDo()
{
    GateFacts facts;
    facts.requester = requester;
    QCOMPARE(judgeGate(facts).reason.code, QByteArrayLiteral("gate.requester-unknown"));
    facts.defaultUserEmail = defaultEmail;
    QCOMPARE(judgeGate(facts).reason.code, QByteArrayLiteral("gate.default-user-unknown"));
    facts.defaultUser = person(2, defaultEmail);
    QCOMPARE(judgeGate(facts).reason.code, QByteArrayLiteral("gate.domain-not-accepted"));
    QCOMPARE(judgeGate(facts).reason.arguments.value(QStringLiteral("domain")), QStringLiteral("partner.example"));
}

QTEST_APPLESS_MAIN(tst_Gate)
#include "tst_gate.moc"
