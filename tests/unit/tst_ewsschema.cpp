// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/ewsfinditem.h"
#include "tests/unit/ewsgatewaydesk.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace reserve;
using namespace reserve::test;

namespace {

constexpr int longest = 90'000; // milliseconds; only a process that hangs comes near it

const QByteArray namespaces = " xmlns:m=\"http://schemas.microsoft.com/exchange/services/2006/messages\""
                              " xmlns:t=\"http://schemas.microsoft.com/exchange/services/2006/types\"";

// What the schema is about: the request without its envelope, which lends it its namespaces.
QByteArray withoutEnvelope(const QByteArray& xml)
{
    const qsizetype begin = xml.indexOf("<soap:Body>") + 11;
    QByteArray request = xml.mid(begin, xml.indexOf("</soap:Body>") - begin);
    const qsizetype nameEnd
        = request.indexOf(' ') < 0 ? request.indexOf('>') : std::min(request.indexOf(' '), request.indexOf('>'));
    return request.insert(nameEnd, namespaces);
}

// Everything that the gateway may ask for, in each of its forms.
QList<QByteArray> everyRequest()
{
    EwsDesk desk;
    desk.ews.add(invited(ItemFolder::Calendar, "CalendarItem"));
    for (const ResponseKind kind : {ResponseKind::Accept, ResponseKind::Tentative, ResponseKind::Decline}) {
        RoomResponse response = accept();
        response.kind = kind;
        answerOf(desk.gateway.respond(response));
        response.comment.clear();
        response.tells = false;
        response.meeting.uid = QStringLiteral("nowhere");
        answerOf(desk.gateway.respond(response));
    }
    ItemDraft full = draft();
    full.invited = {QStringLiteral("ann@contoso.test"), QStringLiteral("bob@contoso.test")};
    full.privacy = PrivacyKind::Confidential;
    full.busy = BusyKind::WorkingElsewhere;
    answerOf(desk.gateway.create(room, full));
    ItemDraft other = draft();
    other.body.clear();
    other.location.clear();
    other.allDay = true;
    other.busy = BusyKind::Tentative;
    other.privacy = PrivacyKind::Private;
    other.time = {at("2026-11-18T23:00:00Z"), at("2026-11-19T23:00:00Z")};
    answerOf(desk.gateway.update(room, {}, other));
    answerOf(desk.gateway.update(room, {}, full));
    answerOf(desk.gateway.cancel(room, full.mark, {}, QStringLiteral("Sorry")));
    int number = 0;
    for (const char* rule : {"FREQ=DAILY;COUNT=3", "FREQ=WEEKLY;BYDAY=WE,FR;UNTIL=20270101T000000Z", "FREQ=MONTHLY",
                             "FREQ=MONTHLY;BYDAY=3WE", "FREQ=YEARLY", "FREQ=YEARLY;BYMONTH=11;BYDAY=3WE"}) {
        ItemDraft repeated = series(rule);
        repeated.mark = "series-" + QByteArray::number(++number);
        repeated.recurrence->exceptions = {*parseItipTime("20261125", {})};
        answerOf(desk.gateway.create(room, repeated));
        repeated.subject = QStringLiteral("Other");
        repeated.recurrence.reset();
        answerOf(desk.gateway.update(room, {}, repeated));
        answerOf(desk.gateway.cancel(room, repeated.mark, {}, {}));
    }
    answerOf(desk.gateway.find(room, {uid, QStringLiteral("2026-11-25")}));
    answerOf(desk.gateway.list(room, {at("2026-11-01T00:00:00Z"), at("2026-12-01T00:00:00Z")}));
    answerOf(desk.gateway.processing(room));
    answerOf(desk.gateway.sendMail(room, {room, {QStringLiteral("x@contoso.test")}, "Subject: x\n\nHello\n"}));
    answerOf(desk.gateway.probe(room));
    answerOf(desk.gateway.probe({}));
    answerOf(desk.gateway.busyTimes({room}, {at("2026-11-01T00:00:00Z"), at("2026-12-01T00:00:00Z")}));
    return desk.ews.requests();
}

struct Verdict
{
    bool isValid = false;
    QByteArray words;
};

// Any number of files at once; xmllint names the one that is wrong.
Verdict validated(const QString& schema, const QList<QByteArray>& requests)
{
    QTemporaryDir folder;
    QStringList arguments{QStringLiteral("--noout"), QStringLiteral("--nonet"), QStringLiteral("--schema"), schema};
    for (const QByteArray& request : requests) {
        arguments.append(folder.filePath(QStringLiteral("request-%1.xml").arg(arguments.size())));
        QFile file(arguments.last());
        if (!file.open(QIODevice::WriteOnly) || file.write(request) != request.size())
            return {false, "the request cannot be written"};
    }
    QProcess xmllint;
    xmllint.setProcessChannelMode(QProcess::MergedChannels);
    xmllint.start(QStringLiteral("xmllint"), arguments);
    const bool ended = xmllint.waitForFinished(longest) && xmllint.exitStatus() == QProcess::NormalExit;
    return {ended && xmllint.exitCode() == 0, xmllint.readAll().left(2000)};
}

} // namespace

class TestEwsSchema final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString corpus = qEnvironmentVariable("RESERVE_CORPUS");
        if (corpus.isEmpty())
            QSKIP("RESERVE_CORPUS names no folder: the requests to EWS were NOT validated against its schema");
        m_schema = corpus + QStringLiteral("/permissive/schemas-ews/merged-messages.xsd");
        if (!QFile::exists(m_schema))
            QSKIP("RESERVE_CORPUS has no schema of EWS: the requests were NOT validated");
        if (QStandardPaths::findExecutable(QStringLiteral("xmllint")).isEmpty())
            QSKIP("xmllint (libxml2-utils) is not installed: the requests to EWS were NOT validated");
    }

    void everyRequestIsValid()
    {
        QStringList operations;
        QList<QByteArray> requests;
        for (const QByteArray& xml : everyRequest()) {
            const QByteArray request = withoutEnvelope(xml);
            const QString operation = QString::fromLatin1(request.mid(3, request.indexOf(' ') - 3));
            operations.append(operation);
            // MS-OXWAVLS has a schema of its own, which the corpus does not hold.
            if (operation != QLatin1String("GetUserAvailabilityRequest"))
                requests.append(request);
        }
        operations.removeDuplicates();
        operations.sort();
        QCOMPARE(operations,
                 (QStringList{QStringLiteral("CreateItem"), QStringLiteral("DeleteItem"), QStringLiteral("FindItem"),
                              QStringLiteral("GetFolder"), QStringLiteral("GetItem"),
                              QStringLiteral("GetUserAvailabilityRequest"), QStringLiteral("GetUserConfiguration"),
                              QStringLiteral("ResolveNames"), QStringLiteral("UpdateItem")}));
        const Verdict verdict = validated(m_schema, requests);
        QVERIFY2(verdict.isValid, verdict.words.constData());
    }

    // So that a yes means something.
    void theSchemaFindsWhatIsWrong()
    {
        const QByteArray wrongOrder = "<m:CreateItem" + namespaces
            + " MessageDisposition=\"SaveOnly\"><m:Items><t:AcceptItem><t:ReferenceItemId Id=\"a\"/>"
              "<t:Body BodyType=\"Text\">x</t:Body></t:AcceptItem></m:Items></m:CreateItem>";
        QVERIFY(!validated(m_schema, {wrongOrder}).isValid);
    }

private:
    QString m_schema;
};

QTEST_GUILESS_MAIN(TestEwsSchema)
#include "tst_ewsschema.moc"
