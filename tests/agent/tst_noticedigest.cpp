// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/notice.h"
#include "models/wording/wording.h"
#include "tests/support/agenthost.h"
#include "tests/support/letter.h"
#include "tests/support/recordingsmtpserver.h"
#include "tests/support/requestdesk.h"
#include "tests/support/smtpdialog.h"

#include <QTest>

#include <algorithm>
#include <functional>

using namespace reserve;
using namespace reserve::test;

namespace {

constexpr auto longEnough = 15000; // a burst is gathered for two seconds

} // namespace

// R-CONFIRM: client secrets and certificates that end soon belong into the digest to notices.to, once a day at most.
class TestNoticeDigest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void R_CONFIRM_anEndingSecretIsToldOnceADay();
    void R_CONFIRM_otherDigestsOfTheDayLeaveItOut();
    void R_CONFIRM_aRestartDoesNotTellAgain();
    void R_CONFIRM_muchMailSinceDoesNotHideTheLastDigest();
    void R_CONFIRM_whatHasEndedIsToldAsSuch();
    void R_CONFIRM_nothingIsToldLongBefore();
    void R_CONFIRM_aPrivateSubjectIsNotTold();
    void R_ANSWER_aDeclineOfWhichNobodyHearsIsTold();
    void R_CONFIRM_requestsThatWaitForAnApproverAreNamed();
    void R_CONFIRM_whatIsDecidedMeanwhileIsNotNamed();
    void R_CONFIRM_ofPrivateRequestsTheSubjectIsLeftOut();
    void noticesKeepTheirDay();

private:
    void startAgent();
    void addTenant(const QString& name, int days, ClientProof proof = ClientProof::Secret);
    QDate today() { return toDateTime(m_desk->clock().now()).toLocalTime().date(); }
    void advance(Milliseconds by);
    void holdAMessage(PrivacyKind privacy = PrivacyKind::Public);
    void askForApproval(const std::function<void(MeetingMail&)>& change = {});
    int digests();

    std::unique_ptr<RequestDesk> m_desk;
    std::unique_ptr<RecordingSmtpServer> m_mails;
    std::unique_ptr<AgentHost> m_host;
    int m_moves = 100;
};

void TestNoticeDigest::init()
{
    m_desk = std::make_unique<RequestDesk>();
    m_mails = std::make_unique<RecordingSmtpServer>();
    QVERIFY(m_mails->listen());
    m_desk->set(QStringLiteral("outgoing.security"), QStringLiteral("none"));
    m_desk->set(QStringLiteral("outgoing.from"), QStringLiteral("reserve@mycompany.com"));
    m_desk->set(QStringLiteral("outgoing.port"), QString::number(m_mails->port()));
    m_desk->set(QStringLiteral("outgoing.host"), QStringLiteral("127.0.0.1"));
    m_desk->set(QStringLiteral("notices.to"), QStringLiteral("facility@mycompany.com"));
}

void TestNoticeDigest::cleanup()
{
    m_host.reset();
    m_mails.reset();
    m_desk.reset();
}

void TestNoticeDigest::startAgent()
{
    m_host = std::make_unique<AgentHost>(m_desk->store().store());
    QVERIFY(m_host->start());
}

void TestNoticeDigest::addTenant(const QString& name, int days, ClientProof proof)
{
    ServerProfile profile;
    profile.name = name;
    profile.kind = ServerKind::Graph;
    profile.authentication = ServerAuthentication::OAuth;
    profile.proof = proof;
    profile.credentialsExpire = today().addDays(days);
    m_desk->store().write([=](WriteUnit& unit) { return unit.serverProfiles().save(profile, QStringLiteral("test")); });
}

// The agent looks when something moves.
void TestNoticeDigest::advance(Milliseconds by)
{
    m_desk->clock().advance(by);
    m_desk->set(QStringLiteral("store.keep-trace-days"), QString::number(++m_moves));
}

// Differs from the mailbox only in case.
void TestNoticeDigest::holdAMessage(PrivacyKind privacy)
{
    MeetingMail meeting = m_desk->meeting();
    meeting.privacy = privacy;
    SmtpDialog client(m_host->port());
    client.open();
    client.deliver("nour.abbas@mycompany.com", {"cr1@reserve.mycompany.com"}, composeMeeting(meeting).bytes);
}

void TestNoticeDigest::askForApproval(const std::function<void(MeetingMail&)>& change)
{
    MeetingMail meeting = m_desk->meeting();
    if (change)
        change(meeting);
    SmtpDialog client(m_host->port());
    client.open();
    client.deliver("nour.abbas@mycompany.com", {"CR1@reserve.mycompany.com"}, composeMeeting(meeting).bytes);
}

int TestNoticeDigest::digests()
{
    const QList<OutboxEntry> entries = m_desk->outbox();
    return int(std::count_if(entries.begin(), entries.end(),
                             [](const OutboxEntry& entry) { return entry.kind == OutboxKind::Notice; }));
}

void TestNoticeDigest::R_CONFIRM_anEndingSecretIsToldOnceADay()
{
    addTenant(QStringLiteral("Cloud"), 12);
    startAgent();
    QTRY_COMPARE_WITH_TIMEOUT(m_mails->mails().size(), 1, longEnough);
    const RecordedMail first = m_mails->mails().first();
    QCOMPARE(first.recipients, QStringList{QStringLiteral("facility@mycompany.com")});
    QVERIFY2(first.content.contains("Server Cloud"), first.content.constData());
    QVERIFY2(first.content.contains("ends in 12 day"), first.content.constData());
    // The next day brings the next one, without anything that happened.
    advance(std::chrono::hours(24));
    QTRY_COMPARE_WITH_TIMEOUT(m_mails->mails().size(), 2, longEnough);
    QVERIFY(m_mails->mails().at(1).content.contains("ends in 11 day"));
}

void TestNoticeDigest::R_CONFIRM_otherDigestsOfTheDayLeaveItOut()
{
    addTenant(QStringLiteral("Cloud"), 12);
    startAgent();
    QTRY_COMPARE_WITH_TIMEOUT(m_mails->mails().size(), 1, longEnough);
    // Fifteen minutes later another digest may go; still the same day.
    m_desk->clock().advance(std::chrono::minutes(16));
    holdAMessage();
    QTRY_COMPARE_WITH_TIMEOUT(m_mails->mails().size(), 2, longEnough);
    const QByteArray second = m_mails->mails().at(1).content;
    QVERIFY(second.contains("Safety training"));
    QVERIFY2(!second.contains("Server Cloud"), second.constData());
    // That it was told in the first one is not forgotten by the second.
    advance(std::chrono::minutes(16));
    const auto last = noticeFromJson(m_desk->outbox().last().payload);
    QVERIFY(last.has_value());
    QCOMPARE(last->expiriesTold, today());
}

void TestNoticeDigest::R_CONFIRM_aRestartDoesNotTellAgain()
{
    addTenant(QStringLiteral("Cloud"), 12);
    startAgent();
    QTRY_COMPARE_WITH_TIMEOUT(m_mails->mails().size(), 1, longEnough);
    QVERIFY(m_host->stop());
    m_desk->clock().advance(std::chrono::minutes(30));
    startAgent();
    // The digest about what is held comes after the start, and would bring it along.
    holdAMessage();
    QTRY_COMPARE_WITH_TIMEOUT(m_mails->mails().size(), 2, longEnough);
    QVERIFY(!m_mails->mails().at(1).content.contains("Server Cloud"));
    QCOMPARE(digests(), 2);
}

void TestNoticeDigest::R_CONFIRM_muchMailSinceDoesNotHideTheLastDigest()
{
    addTenant(QStringLiteral("Cloud"), 12);
    startAgent();
    QTRY_COMPARE_WITH_TIMEOUT(m_mails->mails().size(), 1, longEnough);
    QVERIFY(m_host->stop());
    m_desk->clock().advance(std::chrono::minutes(30));
    m_desk->store().write([](WriteUnit& unit) -> Result<void> {
        for (int number = 0; number < 1200; ++number) {
            OutboxEntry entry;
            entry.kind = OutboxKind::Confirmation;
            entry.recipient = QStringLiteral("nobody@mycompany.com");
            entry.state = OutboxState::Done;
            entry.createdAt = entry.doneAt = unit.now();
            if (const auto id = unit.outbox().append(entry); !id)
                return failure(id.error());
        }
        return {};
    });
    startAgent();
    holdAMessage();
    QTRY_COMPARE_WITH_TIMEOUT(m_mails->mails().size(), 2, longEnough);
    const auto last = noticeFromJson(m_desk->outbox().last().payload);
    QVERIFY(last.has_value());
    QCOMPARE(last->total, 1);
    QCOMPARE(last->expiriesTold, today());
}

void TestNoticeDigest::R_CONFIRM_whatHasEndedIsToldAsSuch()
{
    addTenant(QStringLiteral("Cloud"), -1);
    addTenant(QStringLiteral("Branch"), 0, ClientProof::Certificate);
    startAgent();
    QTRY_COMPARE_WITH_TIMEOUT(m_mails->mails().size(), 1, longEnough);
    const auto notice = noticeFromJson(m_desk->outbox().first().payload);
    QVERIFY(notice.has_value());
    QCOMPARE(notice->total, 2);
    QList<QByteArray> codes;
    for (const NoticeItem& item : notice->items)
        codes.append(item.why.code);
    std::sort(codes.begin(), codes.end());
    QCOMPARE(codes, (QList<QByteArray>{"server.certificate-ends", "server.secret-ended"}));
}

void TestNoticeDigest::R_CONFIRM_nothingIsToldLongBefore()
{
    addTenant(QStringLiteral("Cloud"), 32);
    startAgent();
    holdAMessage();
    QTRY_COMPARE_WITH_TIMEOUT(m_mails->mails().size(), 1, longEnough);
    QVERIFY(!m_mails->mails().first().content.contains("Server Cloud"));
    QVERIFY(!noticeFromJson(m_desk->outbox().first().payload)->expiriesTold.isValid());
    // The day comes.
    advance(std::chrono::hours(48));
    QTRY_COMPARE_WITH_TIMEOUT(m_mails->mails().size(), 2, longEnough);
    QVERIFY(m_mails->mails().at(1).content.contains("ends in 30 day"));
}

void TestNoticeDigest::R_CONFIRM_aPrivateSubjectIsNotTold()
{
    startAgent();
    holdAMessage(PrivacyKind::Private);
    QTRY_COMPARE_WITH_TIMEOUT(m_mails->mails().size(), 1, longEnough);
    const QByteArray digest = m_mails->mails().first().content;
    QVERIFY2(digest.contains("private meeting from nour.abbas@mycompany.com"), digest.constData());
    QVERIFY2(!digest.contains("Safety training"), digest.constData());
}

void TestNoticeDigest::R_ANSWER_aDeclineOfWhichNobodyHearsIsTold()
{
    startAgent();
    m_desk->edit(m_desk->cr1(), [](Space& space) { space.bookable = false; });
    const auto ask = [this](const QByteArray& uid, const char* rsvp) {
        Letter letter;
        letter.uid = uid;
        letter.recurrence.clear();
        SmtpDialog client(m_host->port());
        client.open();
        client.deliver("nour.abbas@mycompany.com", {"CR1@reserve.mycompany.com"},
                       letter.mail().replace("RSVP=TRUE", rsvp));
    };
    ask("heard", "RSVP=TRUE");
    ask("unheard", "RSVP=FALSE");
    QTRY_COMPARE_WITH_TIMEOUT(digests(), 1, longEnough);
    QTRY_COMPARE_WITH_TIMEOUT(m_mails->mails().size(), 2, longEnough); // the answer to the other one
    const auto notice = noticeFromJson(m_desk->outbox().last().payload);
    QVERIFY(notice);
    QCOMPARE(notice->items.size(), 1);
    QCOMPARE(notice->items.first().why.code, QByteArray("answer.declined-unheard"));
    const QString said = sentence(notice->items.first().why);
    QVERIFY2(said.contains(QStringLiteral("nobody was told")) && said.contains(QStringLiteral("CR1")),
             qPrintable(said));
    const auto trace = m_desk->store().read([](const ReadUnit& unit) { return unit.traces().find(TraceId{2}); });
    QVERIFY(std::any_of(trace->steps.begin(), trace->steps.end(),
                        [](const TraceStep& step) { return step.reason.code == "answer.declined-unheard"; }));
}

// Nobody else is asked by mail here: the room has no approvers.
void TestNoticeDigest::R_CONFIRM_requestsThatWaitForAnApproverAreNamed()
{
    m_desk->setPolicy(PolicyScope::ofSpace(m_desk->cr1()), "AllBookInPolicy", "false");
    m_desk->setPolicy(PolicyScope::ofSpace(m_desk->cr1()), "AllRequestInPolicy", "true");
    startAgent();
    askForApproval();
    QTRY_COMPARE_WITH_TIMEOUT(digests(), 1, longEnough);
    QTRY_VERIFY(std::any_of(m_mails->mails().begin(), m_mails->mails().end(), [](const RecordedMail& mail) {
        return mail.recipients == QStringList{QStringLiteral("facility@mycompany.com")};
    }));
    const auto noticeOf = [this] {
        for (const OutboxEntry& entry : m_desk->outbox()) {
            if (entry.kind == OutboxKind::Notice)
                return noticeFromJson(entry.payload).value_or(Notice());
        }
        return Notice();
    };
    QCOMPARE(noticeOf().total, 1);
    const NoticeItem item = noticeOf().items.first();
    QCOMPARE(item.what.code, QByteArray("mail.notice.item-approval"));
    QCOMPARE(item.why.code, QByteArray("decision.pending"));
    const QString said = sentence(item.what);
    for (const QString& part :
         {m_desk->meeting().subject, QStringLiteral("nour.abbas@mycompany.com"), QStringLiteral("CR1")})
        QVERIFY2(said.contains(part), qPrintable(said));
    // It is named once: the next digest is about what came since.
    m_desk->clock().advance(std::chrono::minutes(16));
    holdAMessage();
    QTRY_COMPARE_WITH_TIMEOUT(digests(), 2, longEnough);
    const auto next = noticeFromJson(m_desk->outbox().last().payload);
    QVERIFY(next.has_value());
    QCOMPARE(next->total, 1);
    QCOMPARE(next->items.first().what.code, QByteArray("mail.notice.item-message"));
}

void TestNoticeDigest::R_CONFIRM_whatIsDecidedMeanwhileIsNotNamed()
{
    m_desk->setPolicy(PolicyScope::ofSpace(m_desk->cr1()), "AllBookInPolicy", "false");
    m_desk->setPolicy(PolicyScope::ofSpace(m_desk->cr1()), "AllRequestInPolicy", "true");
    m_desk->send(m_desk->meeting());
    QCOMPARE(m_desk->approvals().size(), 1);
    const ApproverWord word{ApprovalAnswer::Approve, QStringLiteral("Maria Keller"), {}};
    QVERIFY(m_desk->decideApproval(m_desk->approvals().first().id, word).has_value());
    startAgent();
    holdAMessage();
    QTRY_COMPARE_WITH_TIMEOUT(digests(), 1, longEnough);
    QCOMPARE(noticeFromJson(m_desk->outbox().last().payload)->total, 1);
}

void TestNoticeDigest::R_CONFIRM_ofPrivateRequestsTheSubjectIsLeftOut()
{
    m_desk->setPolicy(PolicyScope::ofSpace(m_desk->cr1()), "AllBookInPolicy", "false");
    m_desk->setPolicy(PolicyScope::ofSpace(m_desk->cr1()), "AllRequestInPolicy", "true");
    startAgent();
    askForApproval([](MeetingMail& meeting) { meeting.privacy = PrivacyKind::Private; });
    QTRY_COMPARE_WITH_TIMEOUT(digests(), 1, longEnough);
    const auto notice = noticeFromJson(m_desk->outbox().last().payload);
    QCOMPARE(notice->items.first().what.code, QByteArray("mail.notice.item-approval"));
    const QString said = sentence(notice->items.first().what);
    QVERIFY2(!said.contains(m_desk->meeting().subject), qPrintable(said));
}

void TestNoticeDigest::noticesKeepTheirDay()
{
    Notice notice;
    notice.total = 1;
    const Reason what{"mail.notice.item-server", {{QStringLiteral("server"), QStringLiteral("Cloud")}}};
    const Reason why{"server.secret-ends", {{QStringLiteral("days"), QStringLiteral("3")}}};
    notice.items.append(NoticeItem{what, why});
    notice.expiriesTold = QDate(2026, 11, 18);
    QCOMPARE(noticeFromJson(toJson(notice)), std::optional(notice));
    notice.expiriesTold = {};
    QCOMPARE(noticeFromJson(toJson(notice)), std::optional(notice));
}

QTEST_GUILESS_MAIN(TestNoticeDigest)
#include "tst_noticedigest.moc"
