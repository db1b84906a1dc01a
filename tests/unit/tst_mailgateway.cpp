// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/exchangeproblem.h"
#include "models/exchange/mailgateway.h"
#include "models/exchange/onanswer.h"
#include "tests/unit/recordedexchange.h"

#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

// The outgoing mail server: keeps what it is given and answers what it was told to.
struct Post
{
    QList<MailToSend> sent;
    Result<SendReport> answer = SendReport{{}, QStringLiteral("250 2.0.0 queued as 4711")};

    MailSender sender()
    {
        return [this](const MailToSend& mail) {
            sent.append(mail);
            return answeredFuture(answer);
        };
    }
};

RoomResponse responseWithMail()
{
    RoomResponse response;
    response.mailbox = QStringLiteral("lab@contoso.example");
    response.mail
        = MailToSend{QStringLiteral("reserve@contoso.example"), {QStringLiteral("ann@contoso.example")}, "REPLY"};
    return response;
}

QByteArray codeOf(const auto& result)
{
    return result ? QByteArray() : result.error().code();
}

} // namespace

class tst_MailGateway final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void R_ANSWER_isTheMailItself();
    void R_ANSWER_withoutTellingSendsNothing();
    void R_ANSWER_withoutMailIsNotSupported();
    void failureOfSendingIsKept_data();
    void failureOfSendingIsKept();
    void calendarsAreNotSupported();
    void sendsMail();
    void R_CONFIRM_theFirstRecipientDecides();
    void endsWhatWaitsWhenItGoes();
};

void tst_MailGateway::R_ANSWER_isTheMailItself()
{
    Post post;
    MailGateway gateway(post.sender());
    const Result<ResponseReport> report = settled(gateway.respond(responseWithMail()));
    QVERIFY(report);
    QVERIFY(report->item.isNull());
    QVERIFY(report->isMailed);
    QCOMPARE(report->remoteText, QStringLiteral("250 2.0.0 queued as 4711"));
    QCOMPARE(post.sent.size(), 1);
    QCOMPARE(post.sent.first().content, QByteArray("REPLY"));
    QCOMPARE(post.sent.first().recipients, QStringList{QStringLiteral("ann@contoso.example")});
}

void tst_MailGateway::R_ANSWER_withoutTellingSendsNothing()
{
    Post post;
    MailGateway gateway(post.sender());
    RoomResponse response = responseWithMail();
    response.tells = false;
    QVERIFY(settled(gateway.respond(response)));
    QVERIFY(post.sent.isEmpty());
}

void tst_MailGateway::R_ANSWER_withoutMailIsNotSupported()
{
    Post post;
    MailGateway gateway(post.sender());
    RoomResponse response = responseWithMail();
    response.mail.reset();
    const Result<ResponseReport> report = settled(gateway.respond(response));
    QCOMPARE(codeOf(report), QByteArray("exchange.not-supported"));
    QCOMPARE(report.error().arguments().value(QStringLiteral("mailbox")), response.mailbox);
}

void tst_MailGateway::failureOfSendingIsKept_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<bool>("retryable");
    QTest::addColumn<int>("problem");
    const auto row = [](const char* code, bool retryable, ExchangeProblem problem) {
        QTest::newRow(code) << QByteArray(code) << retryable << static_cast<int>(problem);
    };
    row("send.no-connection", true, ExchangeProblem::Temporary);
    row("send.deferred", true, ExchangeProblem::Temporary);
    row("send.certificate", true, ExchangeProblem::Temporary);
    row("send.credentials-refused", false, ExchangeProblem::Credentials);
    row("send.recipient-refused", false, ExchangeProblem::Permanent);
    row("send.no-server", false, ExchangeProblem::Permanent);
}

// The outbox waits, pauses or gives up by the same classes as for Exchange.
void tst_MailGateway::failureOfSendingIsKept()
{
    QFETCH(QByteArray, code);
    QFETCH(bool, retryable);
    QFETCH(int, problem);
    Post post;
    post.answer = failure(code, {{QStringLiteral("host"), QStringLiteral("mail.contoso.example")}}, retryable);
    MailGateway gateway(post.sender());
    const Result<ResponseReport> report = settled(gateway.respond(responseWithMail()));
    QCOMPARE(codeOf(report), code);
    QCOMPARE(report.error().arguments().value(QStringLiteral("host")), QStringLiteral("mail.contoso.example"));
    QCOMPARE(static_cast<int>(exchangeProblemOf(report.error())), problem);
    QCOMPARE(concernsServer(report.error()), problem != static_cast<int>(ExchangeProblem::Permanent));
}

void tst_MailGateway::calendarsAreNotSupported()
{
    Post post;
    MailGateway gateway(post.sender());
    const QString room = QStringLiteral("lab@contoso.example");
    const QByteArray notSupported("exchange.not-supported");
    QCOMPARE(codeOf(settled(gateway.create(room, {}))), notSupported);
    QCOMPARE(codeOf(settled(gateway.update(room, {}, {}))), notSupported);
    QCOMPARE(codeOf(settled(gateway.cancel(room, "mark", {}, {}))), notSupported);
    QCOMPARE(codeOf(settled(gateway.find(room, {}))), notSupported);
    QCOMPARE(codeOf(settled(gateway.list(room, {}))), notSupported);
    QCOMPARE(codeOf(settled(gateway.busyTimes({room}, {}))), notSupported);
    QCOMPARE(codeOf(settled(gateway.processing(room))), notSupported);
    QVERIFY(settled(gateway.probe(room)));
    QVERIFY(post.sent.isEmpty());
}

void tst_MailGateway::sendsMail()
{
    Post post;
    MailGateway gateway(post.sender());
    QCOMPARE(settled(gateway.sendMail({}, *responseWithMail().mail, SendingAgain::No)).value_or(QString()),
             QStringLiteral("250 2.0.0 queued as 4711"));
    QCOMPARE(post.sent.size(), 1);
    post.answer = failure("send.deferred", {}, true);
    QCOMPARE(codeOf(settled(gateway.sendMail({}, *responseWithMail().mail, SendingAgain::No))),
             QByteArray("send.deferred"));
}

void tst_MailGateway::R_CONFIRM_theFirstRecipientDecides()
{
    const Error refusal("send.recipient-refused", {{QStringLiteral("remote"), QStringLiteral("550 5.1.1")}});
    const RecipientOutcome taken{QStringLiteral("ann@contoso.example"), std::nullopt};
    const RecipientOutcome refused{QStringLiteral("bo@contoso.example"), refusal};
    Post post;
    MailGateway gateway(post.sender());
    post.answer = SendReport{{taken, refused}, {}};
    QVERIFY(settled(gateway.sendMail({}, *responseWithMail().mail, SendingAgain::No)));
    QVERIFY(settled(gateway.respond(responseWithMail())));
    post.answer = SendReport{{refused, taken}, {}};
    QCOMPARE(codeOf(settled(gateway.sendMail({}, *responseWithMail().mail, SendingAgain::No))),
             QByteArray("send.recipient-refused"));
    QCOMPARE(codeOf(settled(gateway.respond(responseWithMail()))), QByteArray("send.recipient-refused"));
}

void tst_MailGateway::endsWhatWaitsWhenItGoes()
{
    QPromise<Result<SendReport>> never;
    never.start();
    auto gateway = std::make_unique<MailGateway>([&](const MailToSend&) { return never.future(); });
    const QFuture<Result<ResponseReport>> future = gateway->respond(responseWithMail());
    gateway.reset();
    QCOMPARE(codeOf(settled(future)), QByteArray("exchange.cancelled"));
    never.finish();
}

QTEST_GUILESS_MAIN(tst_MailGateway)
#include "tst_mailgateway.moc"
