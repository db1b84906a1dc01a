// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/ewsavailability.h"
#include "models/exchange/ewsconnection.h"
#include "models/exchange/ewscreateitem.h"
#include "models/exchange/ewsfinditem.h"
#include "models/exchange/ewsrecurrence.h"
#include "tests/unit/ewsgatewaydesk.h"

using namespace reserve;
using namespace reserve::test;

namespace {

// What an operation writes, between the tags of soap:Body.
template<typename Operation>
QString written(const Operation& operation)
{
    QByteArray xml;
    EwsWriter writer(&xml);
    writer.beginEnvelope({});
    operation.write(writer);
    writer.endEnvelope();
    const qsizetype begin = xml.indexOf("<soap:Body>") + 11;
    return QString::fromUtf8(xml.mid(begin, xml.indexOf("</soap:Body>") - begin));
}

QString recurrenceXml(const EwsRecurrence& recurrence)
{
    QByteArray xml;
    EwsWriter writer(&xml);
    writer.beginEnvelope({});
    writeRecurrence(writer, recurrence);
    writer.endEnvelope();
    const qsizetype begin = xml.indexOf("<t:Recurrence>") + 14;
    return QString::fromUtf8(xml.mid(begin, xml.indexOf("</t:Recurrence>") - begin)).remove(QStringLiteral("t:"));
}

Result<EwsRecurrence> translated(const QByteArray& rule, const QByteArray& start = "20261118T103000")
{
    const QDateTime wall = parseItipTime(start, {})->wall;
    return ewsRecurrenceOf({*parseRecurrenceRule(rule), {}, {}, {}}, wall, QTimeZone("Europe/Berlin"));
}

} // namespace

class TestEwsRequests final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theEnvelopeSaysWhoAsksAndInWhichZone()
    {
        FakeEws ews;
        HttpRequest sent;
        EwsConnection connection({QUrl(QStringLiteral("https://x.test/EWS/Exchange.asmx")), true},
                                 [&, exchange = ews.exchange()](const HttpRequest& request) {
                                     sent = request;
                                     return exchange(request);
                                 });
        bool answered = false;
        connection.call(room, EwsFindInRange{room, {at("2026-11-01T00:00:00Z"), at("2026-12-01T00:00:00Z")}},
                        [&](const Result<EwsPage>& page) { answered = page.has_value(); });
        QTRY_VERIFY(answered);
        QCOMPARE(sent.method, QByteArray("POST"));
        QVERIFY(sent.headers.contains({"Content-Type", "text/xml; charset=utf-8"}));
        QVERIFY(sent.headers.contains({"X-AnchorMailbox", room.toUtf8()}));
        const QByteArray& body = sent.body;
        QVERIFY(body.contains("<t:RequestServerVersion Version=\"Exchange2013_SP1\"/>"));
        QVERIFY(body.contains("<t:ConnectingSID><t:PrimarySmtpAddress>room1@contoso.test</t:PrimarySmtpAddress>"));
        QVERIFY(body.contains("<t:TimeZoneContext><t:TimeZoneDefinition Id=\"UTC\"/></t:TimeZoneContext>"));
        QVERIFY(body.indexOf("RequestServerVersion") < body.indexOf("ExchangeImpersonation"));
        QVERIFY(body.indexOf("ExchangeImpersonation") < body.indexOf("TimeZoneContext"));
    }

    void whatXmlCannotCarryIsLeftOut()
    {
        const QString xml = written(EwsCreateAppointment{room, *EwsAppointment::of(draft())});
        QVERIFY(xml.contains(QStringLiteral("<t:Subject>Board &lt; &amp;  \U0001F4C5</t:Subject>")));
        ItemDraft broken = draft();
        broken.subject = QStringLiteral("a") + QChar(0xD83D) + QChar(0xFFFF) + QStringLiteral("b");
        QVERIFY(written(EwsCreateAppointment{room, *EwsAppointment::of(broken)})
                    .contains(QStringLiteral("<t:Subject>ab</t:Subject>")));
    }

    void anItemCarriesOurMarkItsZoneAndNoReminder()
    {
        const QString xml = written(EwsCreateAppointment{room, *EwsAppointment::of(draft())});
        QVERIFY(xml.contains(
            QStringLiteral("PropertyName=\"ReserveConsoleMark\" PropertyType=\"String\"/><t:Value>mark-1</t:Value>")));
        QVERIFY(xml.contains(QStringLiteral("<t:ReminderIsSet>false</t:ReminderIsSet>")));
        QVERIFY(
            xml.contains(QStringLiteral("<t:Start>2026-11-18T09:30:00Z</t:Start><t:End>2026-11-18T10:00:00Z</t:End>")));
        QVERIFY(xml.contains(QStringLiteral("<t:StartTimeZone Id=\"W. Europe Standard Time\"/>")));
        QVERIFY(!xml.contains(QStringLiteral("RequiredAttendees")) && !xml.contains(QStringLiteral("<t:Recurrence>")));
    }

    void aCalendarViewIsNeverRestricted()
    {
        const QString xml = written(EwsFindInRange{room, {at("2026-11-01T00:00:00Z"), at("2026-12-01T00:00:00Z")}});
        QVERIFY(xml.contains(QStringLiteral(
            "MaxEntriesReturned=\"500\" StartDate=\"2026-11-01T00:00:00Z\" EndDate=\"2026-12-01T00:00:00Z\"")));
        QVERIFY(!xml.contains(QStringLiteral("Restriction")));
    }

    void aMeetingIsLookedForByItsGlobalObjectId()
    {
        const EwsFindByProperty find{room, ItemFolder::Inbox, EwsFindByProperty::Property::CleanGlobalObjectId,
                                     "\x01\x02"};
        const QString xml = written(find);
        QVERIFY(xml.contains(
            QStringLiteral("DistinguishedPropertySetId=\"Meeting\" PropertyId=\"35\" PropertyType=\"Binary\"")));
        QVERIFY(xml.contains(QStringLiteral("<t:Constant Value=\"AQI=\"/>")));
        QVERIFY(xml.contains(QStringLiteral("<t:DistinguishedFolderId Id=\"inbox\">")));
    }

    void freeAndBusyIsAskedForInUtc()
    {
        const QString xml = written(EwsAvailability{{room}, {at("2026-11-18T09:00:00Z"), at("2026-11-19T09:00:00Z")}});
        QVERIFY(xml.contains(QStringLiteral("<t:TimeZone><t:Bias>0</t:Bias><t:StandardTime>")));
        QVERIFY(xml.contains(QStringLiteral("<t:StartTime>2026-11-18T09:00:00</t:StartTime>")));
        QVERIFY(xml.contains(QStringLiteral("<t:RequestedView>FreeBusyMerged</t:RequestedView>")));
    }

    void saysRecurrencesAsExchangeDoes_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("range");
        const QByteArray wednesday = "20261118T103000"; // the third of its month
        const QString from = QStringLiteral("<StartDate>2026-11-18</StartDate>");
        const QString endless = QStringLiteral("<NoEndRecurrence>") + from + QStringLiteral("</NoEndRecurrence>");
        const auto row = [&](const char* rule, const char* pattern) {
            QTest::newRow(rule) << wednesday << QByteArray(rule) << QString::fromLatin1(pattern) << endless;
        };
        row("FREQ=DAILY;INTERVAL=3", "<DailyRecurrence><Interval>3</Interval></DailyRecurrence>");
        row("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR",
            "<WeeklyRecurrence><Interval>1</Interval><DaysOfWeek>Monday Tuesday Wednesday Thursday Friday</DaysOfWeek>"
            "<FirstDayOfWeek>Monday</FirstDayOfWeek></WeeklyRecurrence>");
        row("FREQ=WEEKLY;INTERVAL=2;WKST=SU",
            "<WeeklyRecurrence><Interval>2</Interval><DaysOfWeek>Wednesday</DaysOfWeek>"
            "<FirstDayOfWeek>Sunday</FirstDayOfWeek></WeeklyRecurrence>");
        row("FREQ=MONTHLY",
            "<AbsoluteMonthlyRecurrence><Interval>1</Interval><DayOfMonth>18</DayOfMonth></AbsoluteMonthlyRecurrence>");
        row("FREQ=MONTHLY;BYMONTHDAY=18;INTERVAL=2",
            "<AbsoluteMonthlyRecurrence><Interval>2</Interval><DayOfMonth>18</DayOfMonth></AbsoluteMonthlyRecurrence>");
        row("FREQ=MONTHLY;BYDAY=3WE",
            "<RelativeMonthlyRecurrence><Interval>1</Interval><DaysOfWeek>Wednesday</DaysOfWeek>"
            "<DayOfWeekIndex>Third</DayOfWeekIndex></RelativeMonthlyRecurrence>");
        row("FREQ=MONTHLY;BYDAY=WE;BYSETPOS=3",
            "<RelativeMonthlyRecurrence><Interval>1</Interval><DaysOfWeek>Wednesday</DaysOfWeek>"
            "<DayOfWeekIndex>Third</DayOfWeekIndex></RelativeMonthlyRecurrence>");
        row("FREQ=YEARLY",
            "<AbsoluteYearlyRecurrence><DayOfMonth>18</DayOfMonth><Month>November</Month></AbsoluteYearlyRecurrence>");
        row("FREQ=YEARLY;BYMONTH=11;BYDAY=3WE",
            "<RelativeYearlyRecurrence><DaysOfWeek>Wednesday</DaysOfWeek><DayOfWeekIndex>Third</DayOfWeekIndex>"
            "<Month>November</Month></RelativeYearlyRecurrence>");
        row("FREQ=YEARLY;INTERVAL=2",
            "<AbsoluteMonthlyRecurrence><Interval>24</Interval><DayOfMonth>18</DayOfMonth></"
            "AbsoluteMonthlyRecurrence>");
        const auto dated = [](const char* day, const char* tag, const char* more) {
            return QStringLiteral("<%1><StartDate>%2</StartDate>%3</%1>")
                .arg(QLatin1String(tag), QLatin1String(day), QLatin1String(more));
        };
        QTest::newRow("last workday")
            << QByteArray("20261130T103000") << QByteArray("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1")
            << QStringLiteral("<RelativeMonthlyRecurrence><Interval>1</Interval><DaysOfWeek>Weekday"
                              "</DaysOfWeek><DayOfWeekIndex>Last</DayOfWeekIndex></RelativeMonthlyRecurrence>")
            << dated("2026-11-30", "NoEndRecurrence", "");
        QTest::newRow("last day") << QByteArray("20261130T103000") << QByteArray("FREQ=MONTHLY;BYMONTHDAY=-1")
                                  << QStringLiteral(
                                         "<RelativeMonthlyRecurrence><Interval>1</Interval><DaysOfWeek>Day</DaysOfWeek>"
                                         "<DayOfWeekIndex>Last</DayOfWeekIndex></RelativeMonthlyRecurrence>")
                                  << dated("2026-11-30", "NoEndRecurrence", "");
        const QString daily = QStringLiteral("<DailyRecurrence><Interval>1</Interval></DailyRecurrence>");
        QTest::newRow("count") << wednesday << QByteArray("FREQ=DAILY;COUNT=5") << daily
                               << dated("2026-11-18", "NumberedRecurrence",
                                        "<NumberOfOccurrences>5</NumberOfOccurrences>");
        QTest::newRow("until a date") << wednesday << QByteArray("FREQ=DAILY;UNTIL=20261224") << daily
                                      << dated("2026-11-18", "EndDateRecurrence", "<EndDate>2026-12-24</EndDate>");
        QTest::newRow("until the moment of the last")
            << wednesday << QByteArray("FREQ=DAILY;UNTIL=20261224T093000Z") << daily
            << dated("2026-11-18", "EndDateRecurrence", "<EndDate>2026-12-24</EndDate>");
        QTest::newRow("until just before") << wednesday << QByteArray("FREQ=DAILY;UNTIL=20261224T092959Z") << daily
                                           << dated("2026-11-18", "EndDateRecurrence", "<EndDate>2026-12-23</EndDate>");
        QTest::newRow("until midnight in UTC")
            << wednesday << QByteArray("FREQ=DAILY;UNTIL=20261223T230000Z") << daily
            << dated("2026-11-18", "EndDateRecurrence", "<EndDate>2026-12-23</EndDate>");
    }

    void saysRecurrencesAsExchangeDoes()
    {
        QFETCH(QByteArray, start);
        QFETCH(QByteArray, rule);
        QFETCH(QString, pattern);
        QFETCH(QString, range);
        const Result<EwsRecurrence> recurrence = translated(rule, start);
        QVERIFY2(recurrence, recurrence ? "" : qPrintable(recurrence.error().logLine()));
        QCOMPARE(recurrenceXml(*recurrence), pattern + range);
        const Result<XmlElement> read = readXml("<Recurrence>" + recurrenceXml(*recurrence).toUtf8() + "</Recurrence>");
        QVERIFY(read);
        QVERIFY(readRecurrence(*read) == std::optional(*recurrence));
    }

    void refusesWhatExchangeCannotSay_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<QString>("part");
        const QByteArray wednesday = "20261118T103000";
        const auto row = [&](const char* rule, const char* part) {
            QTest::newRow(rule) << wednesday << QByteArray(rule) << QString::fromLatin1(part);
        };
        row("FREQ=MONTHLY;BYMONTHDAY=18,25", "BYMONTHDAY");
        row("FREQ=MONTHLY;BYDAY=1MO,3WE", "BYDAY");
        row("FREQ=MONTHLY;BYDAY=MO,WE;BYSETPOS=2", "BYSETPOS");
        row("FREQ=MONTHLY;BYDAY=WE;BYSETPOS=1,3", "BYSETPOS");
        row("FREQ=MONTHLY;BYDAY=WE", "BYDAY");
        row("FREQ=DAILY;BYMONTH=11", "BYMONTH");
        row("FREQ=DAILY;INTERVAL=2;BYDAY=MO,WE", "BYDAY");
        row("FREQ=DAILY;BYHOUR=10,15", "BYHOUR");
        row("FREQ=YEARLY;BYDAY=47WE", "BYMONTH"); // of the year
        row("FREQ=YEARLY;BYWEEKNO=47", "BYWEEKNO");
        row("FREQ=YEARLY;BYYEARDAY=322", "BYYEARDAY");
        row("FREQ=YEARLY;BYMONTH=11,12", "BYMONTH");
        row("FREQ=YEARLY;INTERVAL=9", "INTERVAL");
        row("FREQ=WEEKLY;BYDAY=MO", "DTSTART"); // it begins on a day that the rule has not
        row("FREQ=MONTHLY;BYDAY=2WE", "DTSTART");
        row("FREQ=MONTHLY;BYMONTHDAY=17", "DTSTART");
        row("FREQ=YEARLY;BYMONTH=12", "DTSTART");
        QTest::newRow("the 31st, which Exchange moves to the last day of shorter months")
            << QByteArray("20261231T103000") << QByteArray("FREQ=MONTHLY") << QStringLiteral("BYMONTHDAY");
        QTest::newRow("29 February") << QByteArray("20280229T103000") << QByteArray("FREQ=YEARLY")
                                     << QStringLiteral("BYMONTHDAY");
    }

    void refusesWhatExchangeCannotSay()
    {
        QFETCH(QByteArray, start);
        QFETCH(QByteArray, rule);
        QFETCH(QString, part);
        const Result<EwsRecurrence> recurrence = translated(rule, start);
        QVERIFY(!recurrence);
        QCOMPARE(recurrence.error().code(), QByteArray("exchange.recurrence-not-supported"));
        QCOMPARE(recurrence.error().arguments().value(QStringLiteral("rule")), part);
    }

    void refusesSingleDatesBesideARule()
    {
        ItipRecurrence dated{*parseRecurrenceRule("FREQ=DAILY"), {*parseItipTime("20261224T103000", {})}, {}, {}};
        ItipRecurrence withPeriod{
            *parseRecurrenceRule("FREQ=DAILY"), {}, {{*parseItipTime("20261224T103000", {}), {}, {}}}, {}};
        const QDateTime start = parseItipTime("20261118T103000", {})->wall;
        for (const ItipRecurrence& recurrence : {dated, withPeriod}) {
            const auto answer = ewsRecurrenceOf(recurrence, start, QTimeZone::utc());
            QVERIFY(!answer);
            QCOMPARE(answer.error().arguments().value(QStringLiteral("rule")), QStringLiteral("RDATE"));
        }
    }
};

QTEST_GUILESS_MAIN(TestEwsRequests)
#include "tst_ewsrequests.moc"
