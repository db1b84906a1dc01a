// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/answer.h"
#include "models/exchange/autodiscover.h"
#include "tests/unit/fakeews.h"

#include <QHash>
#include <QTest>

using namespace reserve;
using test::httpAnswer;

namespace {

const QString address = QStringLiteral("room1@contoso.test");
const QString jsonPlace = QStringLiteral("https://autodiscover.contoso.test/autodiscover/autodiscover.json");
const QString usualPlace = QStringLiteral("https://autodiscover.contoso.test/autodiscover/autodiscover.xml");
const QString domainPlace = QStringLiteral("https://contoso.test/autodiscover/autodiscover.xml");
const QString ewsUrl = QStringLiteral("https://mail.contoso.test/EWS/Exchange.asmx");

QByteArray account(const QByteArray& content)
{
    return "<Autodiscover xmlns=\"http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006\"><Response "
           "xmlns=\"http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a\"><Account>"
        + content + "</Account></Response></Autodiscover>";
}

QByteArray settings(const QString& url)
{
    return account("<AccountType>email</AccountType><Action>settings</Action><Protocol><Type>EXCH</Type><EwsUrl>"
                   + url.toUtf8() + "</EwsUrl></Protocol>");
}

HttpResponse redirection(const QString& target)
{
    return httpAnswer(302, {}, {{"location", target.toUtf8()}});
}

// What stands where; elsewhere nobody answers.
class Web
{
public:
    QHash<QString, Result<HttpResponse>> places;
    QStringList asked;
    QList<QByteArray> bodies;

    Result<QUrl> find(const QString& by = address, const QUrl& setUp = {})
    {
        Autodiscover autodiscover([this](const HttpRequest& request) {
            const QString place = request.url.toString(QUrl::RemoveQuery);
            asked.append(place);
            bodies.append(request.body);
            const Answer<HttpResponse> answer;
            answer(places.value(place,
                                failure("http.host-unknown", {{QStringLiteral("host"), request.url.host()}}, true)));
            return answer.future();
        });
        std::optional<Result<QUrl>> found;
        autodiscover.find(by, setUp, [&](const Result<QUrl>& url) { found = url; });
        [&] { QTRY_VERIFY(found.has_value()); }();
        return found.value_or(failure("test.no-answer"));
    }
};

} // namespace

class TestAutodiscover final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesVersionTwoFirst()
    {
        Web web;
        web.places.insert(jsonPlace, httpAnswer(200, "{\"Protocol\":\"EWS\",\"Url\":\"" + ewsUrl.toUtf8() + "\"}"));
        const Result<QUrl> url = web.find();
        QVERIFY(url);
        QCOMPARE(*url, QUrl(ewsUrl));
        QCOMPARE(web.asked, QStringList{jsonPlace});
    }

    void goesOnToTheOlderFormAndTheDomainItself()
    {
        Web web;
        web.places.insert(usualPlace, httpAnswer(404, {}));
        web.places.insert(domainPlace, httpAnswer(200, settings(ewsUrl)));
        const Result<QUrl> url = web.find();
        QVERIFY(url);
        QCOMPARE(*url, QUrl(ewsUrl));
        QCOMPARE(web.asked, (QStringList{jsonPlace, usualPlace, domainPlace}));
        QVERIFY(web.bodies.last().contains("<EMailAddress>room1@contoso.test</EMailAddress>"));
    }

    void followsRedirectionsInsideTheDomain()
    {
        const QString other = QStringLiteral("https://ad.contoso.test/autodiscover/autodiscover.xml");
        Web web;
        web.places.insert(usualPlace, redirection(other));
        web.places.insert(other, httpAnswer(200, settings(ewsUrl)));
        QVERIFY(web.find());
        Web byText;
        byText.places.insert(
            usualPlace,
            httpAnswer(200, account("<Action>redirectUrl</Action><RedirectUrl>" + other.toUtf8() + "</RedirectUrl>")));
        byText.places.insert(other, httpAnswer(200, settings(ewsUrl)));
        QVERIFY(byText.find());
    }

    void E10_neverLeavesTheDomainOrEncryption_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("target"); // of a redirection
        QTest::addColumn<QByteArray>("code");
        const QByteArray elsewhere = "exchange.autodiscover-elsewhere";
        const QByteArray inClear = "exchange.autodiscover-in-clear";
        QTest::newRow("redirected to another host")
            << 302 << QByteArray() << QStringLiteral("https://evil.test/autodiscover/autodiscover.xml") << elsewhere;
        QTest::newRow("redirected to http")
            << 301 << QByteArray() << QStringLiteral("http://autodiscover.contoso.test/x") << inClear;
        QTest::newRow("a host that only ends alike")
            << 302 << QByteArray() << QStringLiteral("https://evilcontoso.test/x") << elsewhere;
        QTest::newRow("a user in front of the host")
            << 302 << QByteArray() << QStringLiteral("https://contoso.test@evil.test/x") << elsewhere;
        QTest::newRow("EWS on another host")
            << 200 << settings(QStringLiteral("https://evil.test/EWS/Exchange.asmx")) << QString() << elsewhere;
        QTest::newRow("EWS over http") << 200 << settings(QStringLiteral("http://mail.contoso.test/EWS/Exchange.asmx"))
                                       << QString() << inClear;
        QTest::newRow("redirected by address to another domain")
            << 200 << account("<Action>redirectAddr</Action><RedirectAddr>room1@evil.test</RedirectAddr>") << QString()
            << elsewhere;
        QTest::newRow("redirected by text to another host")
            << 200 << account("<Action>redirectUrl</Action><RedirectUrl>https://evil.test/x</RedirectUrl>") << QString()
            << elsewhere;
    }

    void E10_neverLeavesTheDomainOrEncryption()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, target);
        QFETCH(QByteArray, code);
        Web web;
        web.places.insert(usualPlace, target.isEmpty() ? httpAnswer(status, body) : redirection(target));
        const Result<QUrl> url = web.find();
        QVERIFY(!url);
        QCOMPARE(url.error().code(), code);
        for (const QString& asked : web.asked)
            QVERIFY2(asked.startsWith(QLatin1String("https://")) && !asked.contains(QLatin1String("evil")),
                     qPrintable(asked));
    }

    void E10_certificatesAreChecked()
    {
        Web web;
        web.places.insert(usualPlace,
                          failure("http.certificate", {{QStringLiteral("host"), QStringLiteral("x")}}, true));
        const Result<QUrl> url = web.find();
        QVERIFY(!url);
        QCOMPARE(url.error().code(), QByteArray("exchange.certificate"));
    }

    void aRefusedPasswordIsNotTriedAtTheNextPlace()
    {
        Web web;
        web.places.insert(jsonPlace, httpAnswer(404, {}));
        web.places.insert(usualPlace,
                          failure("http.credentials-refused", {{QStringLiteral("user"), QStringLiteral("svc")}}));
        web.places.insert(domainPlace, httpAnswer(200, settings(ewsUrl)));
        const Result<QUrl> url = web.find();
        QVERIFY(!url);
        QCOMPARE(url.error().code(), QByteArray("exchange.credentials-refused"));
        QCOMPARE(web.asked, (QStringList{jsonPlace, usualPlace}));
    }

    void endsARingOfRedirections()
    {
        Web web;
        web.places.insert(usualPlace, redirection(usualPlace));
        const Result<QUrl> url = web.find();
        QVERIFY(!url);
        QVERIFY(web.asked.size() < 20);
    }

    void saysWhenNobodyIsThere()
    {
        Web web;
        const Result<QUrl> url = web.find();
        QVERIFY(!url);
        QCOMPARE(url.error().code(), QByteArray("exchange.unreachable"));
        QVERIFY(url.error().isRetryable());
    }

    void saysWhatWasTried()
    {
        Web web;
        web.places.insert(jsonPlace, httpAnswer(404, {}));
        web.places.insert(usualPlace, redirection(QStringLiteral("https://evil.test/x?y")));
        const Result<QUrl> url = web.find();
        QVERIFY(!url);
        QCOMPARE(url.error().code(), QByteArray("exchange.autodiscover-elsewhere"));
        QCOMPARE(url.error().arguments().value(QStringLiteral("tried")),
                 QStringLiteral("autodiscover.contoso.test/autodiscover/autodiscover.json (HTTP 404); "
                                "autodiscover.contoso.test/autodiscover/autodiscover.xml (-> https://evil.test/x); "
                                "contoso.test/autodiscover/autodiscover.xml"));
    }

    void whatIsNoAnswerIsPassedOver()
    {
        Web web;
        web.places.insert(jsonPlace, httpAnswer(200, "<html>Welcome</html>"));
        web.places.insert(usualPlace, httpAnswer(200, "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"));
        web.places.insert(domainPlace, httpAnswer(500, {}));
        const Result<QUrl> url = web.find();
        QVERIFY(!url);
        QCOMPARE(url.error().code(), QByteArray("exchange.autodiscover-nothing"));
        QCOMPARE(web.asked.size(), 3);
    }

    // Where the address that is set lies on this machine: a rehearsal.
    void asksAServerOnThisMachineAlone()
    {
        const QString here = QStringLiteral("http://127.0.0.1:8026");
        const QString ews = here + QStringLiteral("/EWS/Exchange.asmx");
        const QString place = here + QStringLiteral("/autodiscover/autodiscover.xml");
        Web web;
        web.places.insert(place, httpAnswer(200, settings(ews)));
        const Result<QUrl> url = web.find(address, QUrl(ews));
        QVERIFY(url);
        QCOMPARE(*url, QUrl(ews));
        QCOMPARE(web.asked, (QStringList{here + QStringLiteral("/autodiscover/autodiscover.json"), place}));
        // Another port is another server; and from here nothing leads into the network, nor from there to here.
        for (const QString& elsewhere : {QStringLiteral("http://127.0.0.1:8027/EWS/Exchange.asmx"), ewsUrl}) {
            Web misled;
            misled.places.insert(place, httpAnswer(200, settings(elsewhere)));
            QCOMPARE(misled.find(address, QUrl(ews)).error().code(), QByteArray("exchange.autodiscover-elsewhere"));
            Web redirected;
            redirected.places.insert(place, redirection(elsewhere));
            QCOMPARE(redirected.find(address, QUrl(ews)).error().code(), QByteArray("exchange.autodiscover-elsewhere"));
            QCOMPARE(redirected.asked.size(), 2);
        }
        Web real;
        real.places.insert(usualPlace, httpAnswer(200, settings(ews)));
        QCOMPARE(real.find(address, QUrl(ewsUrl)).error().code(), QByteArray("exchange.autodiscover-in-clear"));
        QCOMPARE(real.asked, (QStringList{jsonPlace, usualPlace, domainPlace}));
    }

    void needsAnAddress()
    {
        Web web;
        QCOMPARE(web.find(QStringLiteral("nobody")).error().code(), QByteArray("exchange.url-missing"));
        QCOMPARE(web.find(QStringLiteral("x@a b")).error().code(), QByteArray("exchange.url-missing"));
        QVERIFY(web.asked.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestAutodiscover)
#include "tst_autodiscover.moc"
