// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/exchangeproblem.h"
#include "models/exchange/httpfailure.h"

#include <QTest>

using namespace reserve;

namespace {

const Instant now = *instantFromIso(QStringLiteral("2026-11-29T01:00:00Z"));

HttpResponse answered(int status, const QByteArray& retryAfterValue = {})
{
    HttpResponse response;
    response.status = status;
    if (!retryAfterValue.isEmpty())
        response.headers.append({"retry-after", retryAfterValue});
    return response;
}

} // namespace

class TestHttpFailure final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyHttpCodeHasAMeaning_data();
    void everyHttpCodeHasAMeaning();
    void keepsArgumentsAndNamesTheAddress();
    void leavesOtherCodesAlone();
    void E2_retryAfter_data();
    void E2_retryAfter();
    void statuses_data();
    void statuses();
    void E10_whoSendsUsElsewhereIsNamed_data();
    void E10_whoSendsUsElsewhereIsNamed();
    void whatMayBeDoneAllTheSame();
};

void TestHttpFailure::everyHttpCodeHasAMeaning_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<int>("problem");
    const auto row
        = [](const char* code, ExchangeProblem problem) { QTest::newRow(code) << QByteArray(code) << int(problem); };
    for (const char* code :
         {"http.host-unknown", "http.no-connection", "http.proxy", "http.time-limit", "http.connection-lost",
          "http.certificate", "http.too-large", "http.protocol", "http.cancelled"}) {
        row(code, ExchangeProblem::Temporary);
    }
    row("http.credentials-refused", ExchangeProblem::Credentials);
    row("http.scheme-not-offered", ExchangeProblem::Credentials);
    row("http.in-clear", ExchangeProblem::Permanent);
    row("http.url-invalid", ExchangeProblem::Permanent);
}

void TestHttpFailure::everyHttpCodeHasAMeaning()
{
    QFETCH(const QByteArray, code);
    QFETCH(const int, problem);
    const Error error = exchangeErrorOf(Error(code));
    QVERIFY(error.code().startsWith("exchange."));
    QCOMPARE(int(exchangeProblemOf(error)), problem);
    QCOMPARE(error.isRetryable(), problem == int(ExchangeProblem::Temporary));
    // None of these is the fault of one request: what waits must not be given up one after the other.
    QVERIFY(concernsServer(error));
}

void TestHttpFailure::keepsArgumentsAndNamesTheAddress()
{
    const Error refused
        = exchangeErrorOf(Error("http.credentials-refused", {{QStringLiteral("user"), QStringLiteral("svc")}}));
    QCOMPARE(refused.arguments().value(QStringLiteral("user")), QStringLiteral("svc"));
    const Error clear = exchangeErrorOf(Error("http.in-clear", {{QStringLiteral("host"), QStringLiteral("mail")}}));
    QCOMPARE(clear.code(), QByteArray("exchange.setup"));
    QCOMPARE(clear.arguments().value(QStringLiteral("cause")), QStringLiteral("http.in-clear"));
    QCOMPARE(clear.arguments().value(QStringLiteral("host")), QStringLiteral("mail"));
    const Error invalid
        = exchangeErrorOf(Error("http.url-invalid", {{QStringLiteral("url"), QStringLiteral("ftp://x")}}));
    QCOMPARE(invalid.arguments().value(QStringLiteral("cause")), QStringLiteral("http.url-invalid"));
    QCOMPARE(invalid.arguments().value(QStringLiteral("url")), QStringLiteral("ftp://x"));
}

void TestHttpFailure::leavesOtherCodesAlone()
{
    const Error other("exchange.item-gone", {{QStringLiteral("mailbox"), QStringLiteral("a@b")}});
    QCOMPARE(exchangeErrorOf(other), other);
}

void TestHttpFailure::E2_retryAfter_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<qint64>("milliseconds"); // -1: none
    QTest::newRow("seconds") << QByteArray("120") << qint64(120'000);
    QTest::newRow("blanks around") << QByteArray(" 5 ") << qint64(5'000);
    QTest::newRow("zero") << QByteArray("0") << qint64(0);
    QTest::newRow("a day") << QByteArray("86400") << qint64(86'400'000);
    QTest::newRow("absurd but a number") << QByteArray("9999999999") << qint64(9'999'999'999'000);
    QTest::newRow("IMF-fixdate") << QByteArray("Sun, 29 Nov 2026 01:00:30 GMT") << qint64(30'000);
    QTest::newRow("RFC 850") << QByteArray("Sunday, 29-Nov-26 01:01:00 GMT") << qint64(60'000);
    QTest::newRow("asctime") << QByteArray("Sun Nov 29 01:02:00 2026") << qint64(120'000);
    QTest::newRow("asctime, one digit") << QByteArray("Tue Dec  1 01:00:00 2026") << qint64(2 * 86'400'000);
    // In Berlin this hour of that day does not exist.
    QTest::newRow("spring") << QByteArray("Sun, 28 Mar 2027 02:30:00 GMT") << qint64(119) * 86'400'000 + 5'400'000;
    QTest::newRow("negative") << QByteArray("-5") << qint64(-1);
    QTest::newRow("sign") << QByteArray("+5") << qint64(-1);
    QTest::newRow("fraction") << QByteArray("1.5") << qint64(-1);
    QTest::newRow("text") << QByteArray("soon") << qint64(-1);
    QTest::newRow("twice") << QByteArray("5, 7") << qint64(-1);
    QTest::newRow("beyond 64 bits") << QByteArray("99999999999999999999") << qint64(9'999'999'999'000);
    QTest::newRow("past") << QByteArray("Sun, 29 Nov 2026 00:59:59 GMT") << qint64(-1);
    QTest::newRow("RFC 850, last century") << QByteArray("Sunday, 06-Nov-94 08:49:37 GMT") << qint64(-1);
    QTest::newRow("hour 25") << QByteArray("Sun, 29 Nov 2026 25:00:30 GMT") << qint64(-1);
    QTest::newRow("empty") << QByteArray() << qint64(-1);
    QTest::newRow("octets") << QByteArray("\xff\x00\x01", 3) << qint64(-1);
}

void TestHttpFailure::E2_retryAfter()
{
    QFETCH(const QByteArray, value);
    QFETCH(const qint64, milliseconds);
    QCOMPARE(retryAfter(value, now).value_or(Milliseconds(-1)).count(), milliseconds);
}

void TestHttpFailure::statuses_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("hint");
    QTest::addColumn<QByteArray>("code"); // empty: no error by the status alone
    QTest::newRow("200") << 200 << QByteArray("7") << QByteArray();
    QTest::newRow("302") << 302 << QByteArray() << QByteArray();
    QTest::newRow("404") << 404 << QByteArray() << QByteArray();
    QTest::newRow("401") << 401 << QByteArray() << QByteArray("exchange.credentials-refused");
    QTest::newRow("403") << 403 << QByteArray() << QByteArray("exchange.access-denied");
    QTest::newRow("408") << 408 << QByteArray() << QByteArray("exchange.time-limit");
    QTest::newRow("429") << 429 << QByteArray() << QByteArray("exchange.throttled");
    QTest::newRow("429 with pause") << 429 << QByteArray("9") << QByteArray("exchange.throttled");
    QTest::newRow("500") << 500 << QByteArray() << QByteArray("exchange.server-error");
    QTest::newRow("503") << 503 << QByteArray() << QByteArray("exchange.server-error");
    QTest::newRow("503 with pause") << 503 << QByteArray("9") << QByteArray("exchange.throttled");
    QTest::newRow("509") << 509 << QByteArray() << QByteArray("exchange.throttled");
    QTest::newRow("599") << 599 << QByteArray() << QByteArray("exchange.server-error");
    QTest::newRow("600") << 600 << QByteArray() << QByteArray();
}

void TestHttpFailure::statuses()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, hint);
    QFETCH(const QByteArray, code);
    const std::optional<Error> error = statusError(answered(status, hint), now);
    QCOMPARE(error ? error->code() : QByteArray(), code);
    if (!error)
        return;
    QCOMPARE(error->arguments().value(QStringLiteral("status")), QString::number(status));
    QCOMPARE(serverHint(*error).has_value(), !hint.isEmpty());
    if (!hint.isEmpty())
        QCOMPARE(serverHint(*error)->count(), hint.toLongLong() * 1000);
}

void TestHttpFailure::E10_whoSendsUsElsewhereIsNamed_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QString>("named");
    const QString elsewhere = QStringLiteral("https://mail2.contoso.test/EWS/Exchange.asmx");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::addRow("%d", status) << status << elsewhere.toUtf8() << elsewhere;
    QTest::newRow("a path alone") << 307 << QByteArray("/owa/auth/logon.aspx?url=secret#x")
                                  << QStringLiteral("https://mail.contoso.test/owa/auth/logon.aspx");
    QTest::newRow("a name in it") << 308 << QByteArray("https://user:word@mail2.contoso.test/")
                                  << QStringLiteral("https://mail2.contoso.test/");
    QTest::newRow("nowhere") << 308 << QByteArray() << QString();
}

void TestHttpFailure::E10_whoSendsUsElsewhereIsNamed()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, location);
    HttpResponse response = answered(status);
    if (!location.isEmpty())
        response.headers.append({"location", location});
    const auto error = redirectError(response, QUrl(QStringLiteral("https://mail.contoso.test/EWS/Exchange.asmx")));
    QVERIFY(error);
    QCOMPARE(error->code(), QByteArray("exchange.redirected"));
    QCOMPARE(exchangeProblemOf(*error), ExchangeProblem::Temporary);
    QCOMPARE(error->arguments().value(QStringLiteral("url")),
             QStringLiteral("https://mail.contoso.test/EWS/Exchange.asmx"));
    QCOMPARE(error->arguments().value(QStringLiteral("status")), QString::number(status));
    QTEST(error->arguments().value(QStringLiteral("location")), "named");
    QVERIFY(!redirectError(answered(304), {}));
    QVERIFY(!redirectError(answered(404), {}));
}

void TestHttpFailure::whatMayBeDoneAllTheSame()
{
    for (const char* code :
         {"exchange.connection-lost", "exchange.time-limit", "exchange.server-error", "exchange.response-unreadable"}) {
        QVERIFY(!mayBeDone(Error(code, {}, true)));
        const Error lost = ofTelling(Error(code, {}, true));
        QVERIFY(mayBeDone(lost) && lost.isRetryable() && lost.code() == code);
    }
    QVERIFY(mayBeDone(Error("exchange.cancelled")));
    for (const char* code :
         {"exchange.unreachable", "exchange.certificate", "exchange.throttled", "exchange.redirected",
          "exchange.credentials-refused", "exchange.refused", "exchange.item-changed"})
        QVERIFY2(!mayBeDone(ofTelling(Error(code))), code);
    QVERIFY(!mayBeDone(ofTelling(*statusError(answered(503), now))));
    QVERIFY(mayBeDone(ofTelling(*statusError(answered(504), now))));
}

QTEST_GUILESS_MAIN(TestHttpFailure)
#include "tst_httpfailure.moc"
