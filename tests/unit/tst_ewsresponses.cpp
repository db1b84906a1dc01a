// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/boundedxml.h"
#include "models/exchange/ewsavailability.h"
#include "models/exchange/ewscreateitem.h"
#include "models/exchange/ewsdeleteitem.h"
#include "models/exchange/ewsfacts.h"
#include "models/exchange/ewsfinditem.h"
#include "models/exchange/ewsgetitem.h"
#include "models/exchange/ewsresponsecode.h"
#include "models/exchange/exchangeproblem.h"
#include "tests/unit/fakeews.h"

#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

const QUrl onPremises(QStringLiteral("https://mail.contoso.test/EWS/Exchange.asmx"));
const QUrl online(QStringLiteral("https://outlook.office365.com/EWS/Exchange.asmx"));
const Instant now = *instantFromIso(QStringLiteral("2026-11-18T09:00:00Z"));

Instant at(const char* iso)
{
    return *instantFromIso(QString::fromLatin1(iso));
}

Result<EwsReply> reply(const QByteArray& body, int status = 200, const QUrl& url = onPremises,
                       const HttpHeaders& more = {})
{
    return readEwsReply(httpAnswer(status, body, more), url, now);
}

template<typename Operation>
Result<typename Operation::Answer> answer(const Operation& operation, const QByteArray& body, int status = 200)
{
    const Result<EwsReply> read = reply(body, status);
    if (!read)
        return failure(read.error());
    return operation.read(*read);
}

const QByteArray meeting
    = "<t:CalendarItem><t:ItemId Id=\"AAMk=\" ChangeKey=\"DwAA\"/><t:Subject>Budget &amp; plan</t:Subject>"
      "<t:Sensitivity>Private</t:Sensitivity><t:ResponseObjects><t:AcceptItem/><t:DeclineItem/></t:ResponseObjects>"
      "<t:ExtendedProperty><t:ExtendedFieldURI DistinguishedPropertySetId=\"PublicStrings\" "
      "PropertyName=\"ReserveConsoleMark\" PropertyType=\"String\"/><t:Value>mark-1</t:Value></t:ExtendedProperty>"
      "<t:LastModifiedTime>2026-11-17T08:00:00Z</t:LastModifiedTime><t:UID>uid-1</t:UID>"
      "<t:Start>2026-11-18T09:30:00Z</t:Start><t:End>2026-11-18T10:00:00Z</t:End><t:IsAllDayEvent>false</"
      "t:IsAllDayEvent>"
      "<t:LegacyFreeBusyStatus>OOF</t:LegacyFreeBusyStatus><t:Location>Room "
      "1</t:Location><t:IsMeeting>true</t:IsMeeting>"
      "<t:IsCancelled>false</t:IsCancelled><t:CalendarItemType>Single</t:CalendarItemType>"
      "<t:MyResponseType>NoResponseReceived</t:MyResponseType><t:Organizer><t:Mailbox><t:Name>Ann</t:Name>"
      "<t:EmailAddress>ann@contoso.test</t:EmailAddress></t:Mailbox></t:Organizer>"
      "<t:AppointmentSequenceNumber>3</t:AppointmentSequenceNumber><t:StartTimeZone Id=\"W. Europe Standard Time\"/>"
      "</t:CalendarItem>";

QByteArray page(const QByteArray& items, const QByteArray& isLast = "true")
{
    return ewsResponse(QStringLiteral("FindItem"),
                       {ewsMessage(QStringLiteral("FindItem"),
                                   "<m:RootFolder TotalItemsInView=\"1\" IncludesLastItemInRange=\"" + isLast
                                       + "\"><t:Items>" + items + "</t:Items></m:RootFolder>")});
}

QByteArray got(const QByteArray& item)
{
    return ewsResponse(QStringLiteral("GetItem"),
                       {ewsMessage(QStringLiteral("GetItem"), "<m:Items>" + item + "</m:Items>")});
}

EwsItem itemOf(const QByteArray& xml)
{
    const auto items = answer(EwsGetItems{ItemFolder::Calendar, {{QStringLiteral("x"), {}}}}, got(xml));
    if (!items || !items->first())
        return {};
    return *items->first();
}

const QByteArray availability
    = "<m:GetUserAvailabilityResponse><m:FreeBusyResponseArray><m:FreeBusyResponse>"
      "<m:ResponseMessage ResponseClass=\"Success\"><m:ResponseCode>NoError</m:ResponseCode></m:ResponseMessage>"
      "<m:FreeBusyView><t:FreeBusyViewType>FreeBusyMerged</t:FreeBusyViewType>%1</m:FreeBusyView>"
      "</m:FreeBusyResponse></m:FreeBusyResponseArray></m:GetUserAvailabilityResponse>";

Result<QList<BusyTime>> busy(const QByteArray& view)
{
    const EwsAvailability operation{{QStringLiteral("r@x.test")},
                                    {at("2026-11-18T09:00:00Z"), at("2026-11-18T12:00:00Z")}};
    return answer(operation, ewsEnvelope(QByteArray(availability).replace("%1", view)));
}

// Everything that may come when all is well, with the operation that reads it.
template<typename Visit>
void forEachRecording(Visit visit)
{
    const ItemReference reference{QStringLiteral("x"), QStringLiteral("y")};
    visit("find", page(meeting), EwsFindInRange{});
    visit("find by property", page(meeting), EwsFindByProperty{});
    visit("get", got(meeting), EwsGetItems{ItemFolder::Calendar, {reference}});
    visit("respond",
          ewsResponse(QStringLiteral("CreateItem"), {ewsMessage(QStringLiteral("CreateItem"), "<m:Items/>")}),
          EwsRespond{});
    visit("delete", ewsResponse(QStringLiteral("DeleteItem"), {ewsMessage(QStringLiteral("DeleteItem"), {})}),
          EwsDeleteItems{{reference}});
    visit("version", ewsResponse(QStringLiteral("ResolveNames"), {ewsMessage(QStringLiteral("ResolveNames"), {})}),
          EwsAskVersion{});
    visit("availability",
          ewsEnvelope(QByteArray(availability).replace("%1", "<t:MergedFreeBusy>0000</t:MergedFreeBusy>")),
          EwsAvailability{{QStringLiteral("r@x.test")}, {now, now + Minutes(60)}});
}

} // namespace

class TestEwsResponses final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAnItem()
    {
        const EwsItem item = itemOf(meeting);
        QCOMPARE(item.item.reference, (ItemReference{QStringLiteral("AAMk="), QStringLiteral("DwAA")}));
        QCOMPARE(item.item.subject, QStringLiteral("Budget & plan"));
        QCOMPARE(item.item.uid, QStringLiteral("uid-1"));
        QCOMPARE(item.item.mark, QByteArray("mark-1"));
        QCOMPARE(item.item.time, (TimeRange{at("2026-11-18T09:30:00Z"), at("2026-11-18T10:00:00Z")}));
        QCOMPARE(item.item.busy, BusyKind::OutOfOffice);
        QCOMPARE(item.item.privacy, PrivacyKind::Private);
        QCOMPARE(item.item.organizer, QStringLiteral("ann@contoso.test"));
        QCOMPARE(item.item.response, ItemResponse::NotResponded);
        QCOMPARE(item.item.sequence, 3);
        QCOMPARE(item.item.changedAt, at("2026-11-17T08:00:00Z"));
        QVERIFY(item.item.isMeeting && !item.item.isCancelled && item.item.recurrenceId.isEmpty());
        QCOMPARE(item.responseObjects, (QStringList{QStringLiteral("AcceptItem"), QStringLiteral("DeclineItem")}));
    }

    void namesTheDateOfASeries()
    {
        const QByteArray timed
            = "<t:CalendarItem><t:ItemId Id=\"a\"/><t:Start>2026-11-18T11:00:00Z</t:Start>"
              "<t:End>2026-11-18T12:00:00Z</t:End><t:OriginalStart>2026-11-18T09:30:00+01:00</t:OriginalStart>"
              "<t:CalendarItemType>Exception</t:CalendarItemType></t:CalendarItem>";
        QCOMPARE(itemOf(timed).item.recurrenceId, QStringLiteral("2026-11-18T08:30:00Z"));
        QVERIFY(itemOf(timed).isOccurrence(QStringLiteral("2026-11-18T08:30:00Z")));
        QVERIFY(itemOf(timed).isOccurrence(QStringLiteral("2026-11-18")));
        QVERIFY(!itemOf(timed).isOccurrence(QStringLiteral("2026-11-19T08:30:00Z")));
        // Paris, 13 June: told in UTC it begins the evening before.
        QByteArray wholeDay = "<t:CalendarItem><t:ItemId Id=\"a\"/><t:Start>2026-06-12T22:00:00Z</t:Start>"
                              "<t:End>2026-06-13T22:00:00Z</t:End><t:IsAllDayEvent>true</t:IsAllDayEvent>"
                              "<t:CalendarItemType>Occurrence</t:CalendarItemType>"
                              "<t:StartTimeZone Id=\"Romance Standard Time\"/></t:CalendarItem>";
        QCOMPARE(itemOf(wholeDay).item.recurrenceId, QStringLiteral("2026-06-13"));
        wholeDay.replace("Romance Standard Time", "Customized Time Zone");
        QCOMPARE(itemOf(wholeDay).item.recurrenceId, QStringLiteral("2026-06-13"));
    }

    void saysWhichServerAnswered_data()
    {
        QTest::addColumn<int>("minor");
        QTest::addColumn<int>("build");
        QTest::addColumn<QString>("text");
        QTest::newRow("2013") << 0 << 1497 << QStringLiteral("Exchange 2013, build 15.0.1497.2");
        QTest::newRow("2016") << 1 << 2507 << QStringLiteral("Exchange 2016, build 15.1.2507.2");
        QTest::newRow("2019") << 2 << 1258 << QStringLiteral("Exchange 2019, build 15.2.1258.2");
        QTest::newRow("SE") << 2 << 2562 << QStringLiteral("Exchange SE, build 15.2.2562.2");
        QTest::newRow("Online") << 20 << 7000 << QStringLiteral("Exchange Online, build 15.20.7000.2");
    }

    void saysWhichServerAnswered()
    {
        QFETCH(int, minor);
        QFETCH(int, build);
        QFETCH(QString, text);
        QCOMPARE((EwsServerVersion{15, minor, build, 2}).text(), text);
        QCOMPARE(EwsServerVersion().text(), QStringLiteral("EWS"));
    }

    void anAddressThatNobodyHasStillTellsWhoAnswers()
    {
        const QString operation = QStringLiteral("ResolveNames");
        const auto version
            = answer(EwsAskVersion(),
                     ewsResponse(operation, {ewsFailure(operation, QStringLiteral("ErrorNameResolutionNoResults"))}));
        QVERIFY(version);
        QCOMPARE(version->minor, 2);
        const auto refused = answer(
            EwsAskVersion(), ewsResponse(operation, {ewsFailure(operation, QStringLiteral("ErrorAccessDenied"))}));
        QCOMPARE(refused.error().code(), QByteArray("exchange.access-denied"));
    }

    void knowsWhatAResponseCodeMeans_data()
    {
        QTest::addColumn<QString>("responseCode");
        QTest::addColumn<QByteArray>("code");
        const auto row = [](const char* responseCode, const char* code) {
            QTest::newRow(responseCode) << QString::fromLatin1(responseCode) << QByteArray(code);
        };
        row("ErrorServerBusy", "exchange.throttled");
        row("ErrorExceededConnectionCount", "exchange.throttled");
        row("ErrorTimeoutExpired", "exchange.server-error");
        row("ErrorInternalServerError", "exchange.server-error");
        row("ErrorMailboxMoveInProgress", "exchange.server-error");
        row("ErrorNoRespondingCASInDestinationSite", "exchange.server-error");
        row("ErrorStaleObject", "exchange.item-changed");
        row("ErrorIrresolvableConflict", "exchange.item-changed");
        row("ErrorCalendarMeetingRequestIsOutOfDate", "exchange.item-changed");
        row("ErrorItemNotFound", "exchange.item-gone");
        row("ErrorCalendarIsCancelledForAccept", "exchange.item-gone");
        row("ErrorNonExistentMailbox", "exchange.mailbox-unknown");
        row("ErrorImpersonateUserDenied", "exchange.access-denied");
        row("ErrorSendAsDenied", "exchange.access-denied");
        row("ErrorPasswordExpired", "exchange.credentials-refused");
        row("ErrorInvalidServerVersion", "exchange.not-supported");
        row("ErrorSchemaValidation", "exchange.refused");
        row("ErrorNobodyKnowsThisOne", "exchange.refused");
    }

    void knowsWhatAResponseCodeMeans()
    {
        QFETCH(QString, responseCode);
        QFETCH(QByteArray, code);
        const auto inMessage
            = answer(EwsFindInRange{},
                     ewsResponse(QStringLiteral("FindItem"), {ewsFailure(QStringLiteral("FindItem"), responseCode)}));
        QVERIFY(!inMessage);
        QCOMPARE(inMessage.error().code(), code);
        QCOMPARE(inMessage.error().arguments().value(QStringLiteral("remote")),
                 responseCode + QStringLiteral(": The server's words."));
        const Result<EwsReply> inFault = reply(ewsFault(responseCode, QStringLiteral("Words.")), 500);
        QVERIFY(!inFault);
        QCOMPARE(inFault.error().code(), code);
        QVERIFY(!reply(ewsFault(responseCode, QStringLiteral("Words.")), 200)); // with 200 too
    }

    void I7_theWordsOfAServerAreBounded()
    {
        const auto talkative = reply(ewsFault(QStringLiteral("ErrorSchemaValidation"), QString(200'000, u'x')), 500);
        QCOMPARE(talkative.error().code(), QByteArray("exchange.refused"));
        const QString remote = talkative.error().arguments().value(QStringLiteral("remote"));
        QVERIFY(remote.startsWith(QLatin1String("ErrorSchemaValidation: xxx")));
        QVERIFY(remote.size() <= 501);
    }

    void E2_theServersPauseIsAFloor_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("hint"); // empty: none
        QTest::newRow("number") << QStringLiteral("178510") << QStringLiteral("178510");
        QTest::newRow("zero") << QStringLiteral("0") << QStringLiteral("0");
        QTest::newRow("a day") << QStringLiteral("86400000") << QStringLiteral("86400000");
        QTest::newRow("a year") << QStringLiteral("31536000000") << QStringLiteral("86400000");
        QTest::newRow("more than a number holds")
            << QStringLiteral("99999999999999999999999") << QStringLiteral("86400000");
        QTest::newRow("negative") << QStringLiteral("-5000") << QString();
        QTest::newRow("words") << QStringLiteral("soon") << QString();
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("behind words") << QStringLiteral("Name: BackOffMilliseconds178510") << QStringLiteral("178510");
        QTest::newRow("fraction") << QStringLiteral(" 1500.7 ") << QStringLiteral("1500");
    }

    void E2_theServersPauseIsAFloor()
    {
        QFETCH(QString, text);
        QFETCH(QString, hint);
        const QByteArray value = "<t:Value Name=\"BackOffMilliseconds\">" + text.toUtf8() + "</t:Value>";
        const Result<EwsReply> inFault
            = reply(ewsFault(QStringLiteral("ErrorServerBusy"), QStringLiteral("Busy"), value), 500);
        const auto inMessage
            = answer(EwsFindInRange{},
                     ewsResponse(QStringLiteral("FindItem"),
                                 {ewsFailure(QStringLiteral("FindItem"), QStringLiteral("ErrorServerBusy"),
                                             "<m:MessageXml>" + value + "</m:MessageXml>")}));
        for (const Error& error : {inFault.error(), inMessage.error()}) {
            QCOMPARE(exchangeProblemOf(error), ExchangeProblem::Throttled);
            QCOMPARE(error.arguments().value(QStringLiteral("hint")), hint);
        }
    }

    void E2_thePauseMayStandInTheHeadOrBehindAnInternalError()
    {
        const auto headed = reply(ewsFault(QStringLiteral("ErrorServerBusy"), QStringLiteral("Busy")), 503, onPremises,
                                  {{"retry-after", "120"}});
        QCOMPARE(serverHint(headed.error()), std::optional(Milliseconds(120000)));
        const auto plain = reply("Busy", 503, onPremises, {{"retry-after", "120"}});
        QCOMPARE(exchangeProblemOf(plain.error()), ExchangeProblem::Throttled);
        QCOMPARE(serverHint(plain.error()), std::optional(Milliseconds(120000)));
        const auto inner = reply(ewsFault(QStringLiteral("ErrorInternalServerError"), QStringLiteral("Internal"),
                                          "<t:Value Name=\"InnerErrorResponseCode\">ErrorServerBusy</t:Value>"
                                          "<t:Value Name=\"BackOffMilliseconds\">300000</t:Value>"),
                                 200);
        QCOMPARE(exchangeProblemOf(inner.error()), ExchangeProblem::Throttled);
        QCOMPARE(serverHint(inner.error()), std::optional(Milliseconds(300000)));
    }

    void E3_truncatedAnywhereItIsAnErrorNeverLess()
    {
        forEachRecording([](const char* name, const QByteArray& whole, const auto& operation) {
            QVERIFY2(answer(operation, whole).has_value(), name);
            for (qsizetype length = 0; length < whole.size(); ++length) {
                const auto cut = answer(operation, whole.first(length));
                QVERIFY2(!cut, qPrintable(QStringLiteral("%1, %2 bytes").arg(QLatin1String(name)).arg(length)));
                QCOMPARE(exchangeProblemOf(cut.error()), ExchangeProblem::Temporary);
            }
        });
    }

    void E3_whatIsNotEwsIsTriedAgain_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        const QByteArray page = "<html><body><form>Log in</form></body></html>";
        QTest::newRow("log-in page") << 200 << QByteArray("text/html; charset=utf-8") << page;
        QTest::newRow("log-in page that calls itself XML") << 200 << QByteArray("text/xml") << page;
        QTest::newRow("sent elsewhere") << 307 << QByteArray() << QByteArray();
        QTest::newRow("redirected to a log-in page") << 302 << QByteArray("text/html") << QByteArray();
        QTest::newRow("log-in expired") << 440 << QByteArray("text/html") << page;
        QTest::newRow("nothing there") << 404 << QByteArray("text/html") << page;
        QTest::newRow("gateway") << 502 << QByteArray("text/html") << page;
        QTest::newRow("unavailable") << 503 << QByteArray("text/plain") << QByteArray("Service Unavailable");
        QTest::newRow("no content") << 200 << QByteArray("text/xml") << QByteArray();
        QTest::newRow("JSON") << 200 << QByteArray("application/json") << QByteArray("{}");
        QTest::newRow("empty body") << 200 << QByteArray("text/xml") << ewsEnvelope({});
        QTest::newRow("no body") << 200 << QByteArray("text/xml") << QByteArray("<Envelope/>");
        QTest::newRow("half a fault") << 500 << QByteArray("text/xml")
                                      << ewsFault(QStringLiteral("ErrorServerBusy"), QStringLiteral("x")).first(400);
        QTest::newRow("other encoding than it says")
            << 200 << QByteArray("text/xml") << QByteArray("\xFF\xFE<\0a\0", 6);
    }

    void E3_whatIsNotEwsIsTriedAgain()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        const HttpResponse response{status, {{"content-type", type}}, body};
        const Result<EwsReply> read = readEwsReply(response, onPremises, now);
        QVERIFY(!read);
        QCOMPARE(exchangeProblemOf(read.error()), ExchangeProblem::Temporary);
        QVERIFY(read.error().isRetryable());
    }

    void E4_nothingIsExpandedFetchedOrPiledUp_data()
    {
        QTest::addColumn<QByteArray>("body");
        QByteArray bomb = "<!DOCTYPE lolz [<!ENTITY a0 \"lol\">";
        for (int i = 1; i < 12; ++i) {
            const QByteArray last = "&a" + QByteArray::number(i - 1) + ';';
            bomb += "<!ENTITY a" + QByteArray::number(i) + " \"" + last.repeated(10) + "\">";
        }
        QTest::newRow("entity bomb") << bomb + "]><Envelope>&a11;</Envelope>";
        QTest::newRow("external entity") << QByteArray(
            "<!DOCTYPE a [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><Envelope><Body>&f;</Body></Envelope>");
        QTest::newRow("external document type") << QByteArray("<!DOCTYPE a SYSTEM \"http://x.test/a.dtd\"><Envelope/>");
        QTest::newRow("entity of nobody") << QByteArray("<Envelope><Body>&nobody;</Body></Envelope>");
        QTest::newRow("100,000 nested elements") << QByteArray("<a>").repeated(100'000);
        QTest::newRow("closed ones") << QByteArray("<a>").repeated(100'000) + QByteArray("</a>").repeated(100'000);
        QTest::newRow("a million elements") << "<Envelope>" + QByteArray("<a/>").repeated(1'000'000) + "</Envelope>";
    }

    void E4_nothingIsExpandedFetchedOrPiledUp()
    {
        QFETCH(QByteArray, body);
        const Result<EwsReply> read = reply(body);
        QVERIFY(!read);
        QCOMPARE(read.error().code(), QByteArray("exchange.response-unreadable"));
        QVERIFY(read.error().arguments().contains(QStringLiteral("detail")));
    }

    void E4_charactersThatXmlDoesNotHaveAreBlanks_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("read");
        const auto row = [](const char* name, const QByteArray& text, const QString& read) {
            QTest::newRow(name) << text << read;
        };
        row("vertical tab", "a&#xB;b", QStringLiteral("a b"));
        row("decimal", "a&#26;b", QStringLiteral("a b"));
        row("nothing but one", "&#0;", QStringLiteral(" "));
        row("several", "&#x1;a&#x0001A;&#xFFFE;b&#xD800;", QStringLiteral(" a  b "));
        row("beyond Unicode", "a&#x110000;b", QStringLiteral("a b"));
        row("itself",
            "a\x0b"
            "b",
            QStringLiteral("a b"));
        row("itself, U+FFFE",
            "a\xEF\xBF\xBE"
            "b",
            QStringLiteral("a b"));
        row("good references", "a&#9;&#x41;&#x1F600;&amp;&lt;", QStringLiteral("a\tA\U0001F600&<"));
        row("good text",
            "Gr\xC3\xBC\xC3\x9F"
            "e \xEF\xBF\xBD",
            QStringLiteral("Gr\u00fc\u00dfe \ufffd"));
        row("no reference", "a &amp;#xB; b", QStringLiteral("a &#xB; b"));
    }

    void E4_charactersThatXmlDoesNotHaveAreBlanks()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, read);
        const auto root = readXml("<Subject>" + text + "</Subject>");
        QVERIFY2(root, root ? "" : qPrintable(root.error().logLine()));
        QCOMPARE(root->text, read);
        QVERIFY(!readXml("<Subject>a&#;b</Subject>")); // no reference at all, as before
    }

    void E9_oneBadItemOfTenIsBadAlone()
    {
        QList<QByteArray> messages;
        QList<ItemReference> references;
        for (int i = 0; i < 10; ++i) {
            const QString operation = QStringLiteral("GetItem");
            messages.append(i == 4 ? ewsFailure(operation, QStringLiteral("ErrorMailboxStoreUnavailable"))
                                   : ewsMessage(operation, "<m:Items>" + meeting + "</m:Items>"));
            references.append({QString::number(i), {}});
        }
        const auto items
            = answer(EwsGetItems{ItemFolder::Calendar, references}, ewsResponse(QStringLiteral("GetItem"), messages));
        QVERIFY(items);
        QCOMPARE(items->size(), 10);
        for (int i = 0; i < 10; ++i)
            QCOMPARE(items->at(i).has_value(), i != 4);
        QCOMPARE(exchangeProblemOf(items->at(4).error()), ExchangeProblem::Temporary);
    }

    void E9_aBatchThatWasGivenUpIsNoSuccess()
    {
        const QByteArray message
            = "<m:DeleteItemResponseMessage ResponseClass=\"Warning\">"
              "<m:ResponseCode>ErrorBatchProcessingStopped</m:ResponseCode></m:DeleteItemResponseMessage>";
        const auto outcomes
            = answer(EwsDeleteItems{{{QStringLiteral("a"), {}}}}, ewsResponse(QStringLiteral("DeleteItem"), {message}));
        QVERIFY(outcomes && !outcomes->first());
        const auto fewer = answer(EwsDeleteItems{{{QStringLiteral("a"), {}}, {QStringLiteral("b"), {}}}},
                                  ewsResponse(QStringLiteral("DeleteItem"), {message}));
        QVERIFY(!fewer);
    }

    void E11_knowsThatExchangeOnlineServesNoEws_data()
    {
        QTest::addColumn<QUrl>("url");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("code");
        const QByteArray blocked = "exchange.ews-blocked";
        QTest::newRow("shut out of the cloud") << online << 403 << QByteArray() << blocked;
        QTest::newRow("gone from the cloud") << online << 404 << QByteArray("<html/>") << blocked;
        QTest::newRow("fault of the cloud")
            << online << 403 << ewsFault(QStringLiteral("ErrorAccessDenied"), QStringLiteral("Access is denied."))
            << blocked;
        QTest::newRow("by its words") << onPremises << 403
                                      << QByteArray("EWS is disabled for this tenant (EWSEnabled).") << blocked;
        QTest::newRow("by the words of a fault")
            << onPremises << 500
            << ewsFault(QStringLiteral("ErrorAccessDenied"),
                        QStringLiteral("Exchange Web Services has been blocked for this organization."))
            << blocked;
        QTest::newRow("by policy") << onPremises << 403
                                   << ewsFault(
                                          QStringLiteral("ErrorAccessDenied"),
                                          QStringLiteral("None of the Allow/Block policies apply to this process."))
                                   << blocked;
        QTest::newRow("a right that is missing")
            << online << 500 << ewsFault(QStringLiteral("ErrorImpersonateUserDenied"), QStringLiteral("No."))
            << QByteArray("exchange.access-denied");
        QTest::newRow("shut out of a server of one's own")
            << onPremises << 403 << QByteArray() << QByteArray("exchange.access-denied");
        QTest::newRow("a server that looks for another")
            << onPremises << 500
            << ewsFault(QStringLiteral("ErrorNoRespondingCASInDestinationSite"),
                        QStringLiteral(
                            "Exchange Web Services are not currently available for this request because none of the "
                            "Client Access Servers in the destination site could process the request."))
            << QByteArray("exchange.server-error");
    }

    void E11_knowsThatExchangeOnlineServesNoEws()
    {
        QFETCH(QUrl, url);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, code);
        const Result<EwsReply> read = reply(body, status, url);
        QVERIFY(!read);
        QCOMPARE(read.error().code(), code);
    }

    void busyTimesAreNeverTakenForFree()
    {
        const auto events
            = busy("<t:CalendarEventArray><t:CalendarEvent><t:StartTime>2026-11-18T09:30:00</t:StartTime>"
                   "<t:EndTime>2026-11-18T10:00:00</t:EndTime><t:BusyType>OOF</t:BusyType></t:CalendarEvent>"
                   "<t:CalendarEvent><t:StartTime>2026-11-18T10:00:00</t:StartTime>"
                   "<t:EndTime>2026-11-18T10:30:00</t:EndTime><t:BusyType>Free</t:BusyType></t:CalendarEvent>"
                   "</t:CalendarEventArray>");
        QVERIFY(events);
        QCOMPARE(events->size(), 1);
        QCOMPARE(events->first().time, (TimeRange{at("2026-11-18T09:30:00Z"), at("2026-11-18T10:00:00Z")}));
        QCOMPARE(events->first().busy, BusyKind::OutOfOffice);
        const auto merged = busy("<t:MergedFreeBusy>002201000000</t:MergedFreeBusy>");
        QVERIFY(merged);
        QCOMPARE(merged->size(), 2);
        QCOMPARE(merged->first().time, (TimeRange{at("2026-11-18T09:30:00Z"), at("2026-11-18T10:00:00Z")}));
        QCOMPARE(merged->last().busy, BusyKind::Tentative);
        QCOMPARE(busy("<t:MergedFreeBusy>55</t:MergedFreeBusy>").error().code(), QByteArray("exchange.access-denied"));
        QVERIFY(!busy("<t:CalendarEventArray><t:CalendarEvent><t:StartTime>?</t:StartTime></t:CalendarEvent></"
                      "t:CalendarEventArray>"));
        const EwsAvailability two{{QStringLiteral("a@x.test"), QStringLiteral("b@x.test")}, {now, now + Minutes(60)}};
        QVERIFY(!answer(two, ewsEnvelope(QByteArray(availability).replace("%1", {}))));
    }

    void busyTimesThatMayNotBeSeenNameTheMailbox()
    {
        const QByteArray body = "<m:GetUserAvailabilityResponse><m:FreeBusyResponseArray><m:FreeBusyResponse>"
                                "<m:ResponseMessage ResponseClass=\"Error\"><m:MessageText>No.</m:MessageText>"
                                "<m:ResponseCode>ErrorNoFreeBusyAccess</m:ResponseCode></m:ResponseMessage>"
                                "</m:FreeBusyResponse></m:FreeBusyResponseArray></m:GetUserAvailabilityResponse>";
        const auto times
            = answer(EwsAvailability{{QStringLiteral("r@x.test")}, {now, now + Minutes(60)}}, ewsEnvelope(body));
        QVERIFY(!times);
        QCOMPARE(times.error().code(), QByteArray("exchange.access-denied"));
        QCOMPARE(times.error().arguments().value(QStringLiteral("mailbox")), QStringLiteral("r@x.test"));
    }

    void readsRightsAndProcessing()
    {
        const auto calendar = answer(
            EwsGetCalendar{},
            ewsResponse(QStringLiteral("GetFolder"),
                        {ewsMessage(QStringLiteral("GetFolder"),
                                    "<m:Folders><t:CalendarFolder><t:EffectiveRights><t:CreateContents>false"
                                    "</t:CreateContents><t:Delete>true</t:Delete><t:Modify>false</t:Modify>"
                                    "<t:Read>true</t:Read></t:EffectiveRights></t:CalendarFolder></m:Folders>")}));
        QVERIFY(calendar);
        QCOMPARE(calendar->missingRights, (QStringList{QStringLiteral("CreateContents"), QStringLiteral("Modify")}));
        const auto entry = [](const QByteArray& key, const QByteArray& type, const QByteArray& value) -> QByteArray {
            return "<t:DictionaryEntry><t:DictionaryKey><t:Type>String</t:Type><t:Value>" + key
                + "</t:Value></t:DictionaryKey><t:DictionaryValue><t:Type>" + type + "</t:Type><t:Value>" + value
                + "</t:Value></t:DictionaryValue></t:DictionaryEntry>";
        };
        const auto processing
            = answer(EwsGetProcessing{},
                     ewsResponse(QStringLiteral("GetUserConfiguration"),
                                 {ewsMessage(QStringLiteral("GetUserConfiguration"),
                                             "<m:UserConfiguration><t:Dictionary>" + entry("Other", "Boolean", "true")
                                                 + entry("AutomateProcessing", "Integer32", "2")
                                                 + entry("AllBookInPolicy", "Boolean", "False")
                                                 + "</t:Dictionary></m:UserConfiguration>")}));
        QVERIFY(processing);
        QCOMPARE(processing->automate, std::optional(2));
        QCOMPARE(processing->allBookInPolicy, std::optional(false));
    }
};

QTEST_GUILESS_MAIN(TestEwsResponses)
#include "tst_ewsresponses.moc"
