// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/answer.h"
#include "models/exchange/graphsession.h"
#include "tests/unit/graphrig.h"

#include <QJsonDocument>
#include <QTest>

#include <functional>

using namespace reserve;
using namespace reserve::test;

namespace {

const TimeRange day{at("2026-11-18T00:00:00Z"), at("2026-11-19T00:00:00Z")};
constexpr qint64 megabyte = 1024 * 1024;

QString pageUrl(int number)
{
    return QStringLiteral("https://graph.microsoft.com/v1.0/next?$skip=%1").arg(number);
}

HttpResponse pageOf(QJsonObject list, const QString& next)
{
    if (!next.isEmpty())
        list.insert(QStringLiteral("@odata.nextLink"), next);
    return response(200, QJsonDocument(list).toJson(QJsonDocument::Compact));
}

// A server whose every page names a next one.
class EndlessServer final
{
public:
    using Page = std::function<HttpResponse(const QString& next)>;

    explicit EndlessServer(Page page)
        : m_page(std::move(page))
        , session({}, QStringLiteral("6731de76"), exchange(), clock)
    {
    }

    Result<QList<QJsonObject>> list()
    {
        const Answer<QList<QJsonObject>> answer;
        session.sendForAll(graphGet(room, {QStringLiteral("events")}), answer);
        return settled(answer.future());
    }

private:
    HttpExchange exchange()
    {
        return [this](const HttpRequest& request) {
            const Answer<HttpResponse> answer;
            const HttpResponse page = m_page(pageUrl(++pages));
            bytes += page.body.size();
            mostPageBytes = request.mostBytes;
            answer(page);
            return answer.future();
        };
    }

    Page m_page;

public:
    FakeClock clock;
    int pages = 0;
    qint64 bytes = 0;
    qint64 mostPageBytes = 0;
    GraphSession session;
};

} // namespace

// What one listing may cost, whatever the server says (E10).
class TestGraphBounds final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void E10_aNextLinkThatWasFollowedIsTheEnd()
    {
        GraphRig rig;
        rig.server.answerAlways("GET", pageOf(GraphRig::listOf({}), pageUrl(1)));
        const auto items = settled(rig.gateway.list(room, day));
        QVERIFY(!items);
        QCOMPARE(items.error().code(), QByteArray("exchange.response-unreadable"));
        QCOMPARE(rig.requests().size(), 2);
    }

    void E10_twoPagesThatNameEachOtherAreTheEnd()
    {
        GraphRig rig;
        rig.server.answer("calendarView", pageOf(GraphRig::listOf({}), pageUrl(1)));
        rig.server.answerAlways("$skip=1", pageOf(GraphRig::listOf({}), pageUrl(2)));
        rig.server.answerAlways("$skip=2", pageOf(GraphRig::listOf({}), pageUrl(1)));
        const auto items = settled(rig.gateway.list(room, day));
        QVERIFY(!items);
        QCOMPARE(items.error().code(), QByteArray("exchange.response-unreadable"));
        QCOMPARE(rig.requests().size(), 3);
    }

    void pagesThatEndAreReadWhole()
    {
        GraphRig rig;
        rig.server.answer("calendarView", pageOf(GraphRig::listOf({graphEvent("E1")}), pageUrl(1)));
        rig.server.answer("$skip=1", pageOf(GraphRig::listOf({graphEvent("E2")}), pageUrl(2)));
        rig.server.answer("$skip=2", pageOf(GraphRig::listOf({graphEvent("E3")}), {}));
        const auto items = settled(rig.gateway.list(room, day));
        QVERIFY(items);
        QCOMPARE(items->size(), 3);
    }

    void endlessLargePagesEndBefore64Megabytes()
    {
        const QJsonObject large{{QStringLiteral("subject"), QString(megabyte, u'x')}};
        EndlessServer server([&](const QString& next) { return pageOf(GraphRig::listOf({large}), next); });
        const auto rows = server.list();
        QVERIFY(!rows);
        QCOMPARE(rows.error().code(), QByteArray("exchange.response-unreadable"));
        QVERIFY(server.bytes < 64 * megabyte);
        QVERIFY(server.mostPageBytes <= 4 * megabyte);
    }

    void endlessRowsEnd()
    {
        const QJsonObject row{{QStringLiteral("id"), QStringLiteral("E")}};
        const QList<QJsonObject> many(1000, row);
        EndlessServer server([&](const QString& next) { return pageOf(GraphRig::listOf(many), next); });
        const auto rows = server.list();
        QVERIFY(!rows);
        QCOMPARE(server.pages, 21);
        QVERIFY(rows.error().arguments().value(QStringLiteral("detail")).contains(QStringLiteral("20000 rows")));
    }

    void endlessEmptyPagesEnd()
    {
        EndlessServer server([](const QString& next) { return pageOf(GraphRig::listOf({}), next); });
        const auto rows = server.list();
        QVERIFY(!rows);
        QCOMPARE(server.pages, 22);
        QVERIFY(rows.error().arguments().value(QStringLiteral("detail")).contains(QStringLiteral("20 empty pages")));
    }

    void slowPagesEndWithTheTimeOfTheWhole()
    {
        EndlessServer* served = nullptr;
        EndlessServer server([&](const QString& next) {
            served->clock.advance(std::chrono::seconds(50)); // within the time of one request
            return pageOf(GraphRig::listOf({}), next);
        });
        served = &server;
        const auto rows = server.list();
        QVERIFY(!rows);
        QCOMPARE(rows.error().code(), QByteArray("exchange.response-unreadable"));
        QCOMPARE(server.pages, 13); // 650 s
    }
};

QTEST_GUILESS_MAIN(TestGraphBounds)
#include "tst_graphbounds.moc"
