// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
// A series of 8,600 dates, as many as eight a day are in the longest booking window: how long it takes to be
// decided (bar: 200 ms for 10,000), how long a single transaction of it holds the writer, and until all is
// written.
#include "models/reserving/meetingintake.h"
#include "models/reserving/reserving.h"
#include "tests/benchmark/desk.h"
#include "tests/benchmark/figure.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <numeric>

using namespace reserve;
using namespace reserve::benchmark;

namespace {

QByteArray series()
{
    const QDateTime tomorrow(QDateTime::currentDateTimeUtc().date().addDays(1), QTime(0, 0), Qt::UTC);
    const QByteArray day = tomorrow.toString(QStringLiteral("yyyyMMdd")).toLatin1();
    const QByteArray person = Desk::person().toLatin1();
    const QByteArray room = Desk::mailbox(0).toLatin1();
    return "From: " + person + "\r\nTo: " + room
        + "\r\nSubject: Shifts\r\nMessage-ID: <shifts@mycompany.com>\r\nMIME-Version: 1.0\r\n"
          "Content-Type: text/calendar; charset=utf-8; method=REQUEST\r\n\r\n"
          "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nVERSION:2.0\r\nPRODID:-//benchmark//"
          "EN\r\nBEGIN:VEVENT\r\nUID:shifts\r\n"
          "DTSTAMP:20260101T000000Z\r\nORGANIZER:mailto:"
        + person + "\r\nATTENDEE;RSVP=TRUE:mailto:" + room + "\r\nSUMMARY:Shifts\r\nDTSTART:" + day
        + "T000000Z\r\nDTEND:" + day
        + "T003000Z\r\nRRULE:FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7;COUNT=8600\r\n"
          "END:VEVENT\r\nEND:VCALENDAR\r\n";
}

int fail(const Error& error)
{
    std::fprintf(stderr, "%s\n", qPrintable(error.logLine()));
    return 1;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    Desk desk(1);
    Store& store = desk.store();
    const auto set = store.write(WritePriority::Normal, [](WriteUnit& unit) {
        return unit.policies().set(PolicyScope::ofSpace(SpaceId{1}), QStringLiteral("BookingWindowInDays"),
                                   QStringLiteral("1080"), QStringLiteral("benchmark"));
    });
    if (!set.result())
        return fail(set.result().error());
    const auto configuration = store.read([](const ReadUnit& unit) { return Configuration::load(unit); }).result();
    if (!configuration)
        return fail(configuration.error());
    IncomingMessage incoming;
    incoming.message.raw = series();
    incoming.message.size = incoming.message.raw.size();
    incoming.message.sender = Desk::person();
    incoming.message.receivedAt = SystemClock().now();
    incoming.reading = readMail(incoming.message.raw, Desk::person());
    incoming.recipients.append({Desk::mailbox(0), (*configuration)->directory().judge(Desk::mailbox(0))});
    const auto taken
        = store.write(WritePriority::Intake, [&](WriteUnit& unit) { return takeIn(unit, **configuration, incoming); })
              .result();
    if (!taken || taken->traces.isEmpty())
        return 1;
    const TraceId id = taken->traces.constFirst();
    const ItipReader reader;
    const PreparedMessage prepared = prepare(incoming.reading, reader, SystemClock().now());
    const Reserving reserving(*configuration, reader);
    QList<double> parts; // milliseconds, with their commits
    std::shared_ptr<const SeriesInProgress> rest;
    do {
        QElapsedTimer timer;
        timer.start();
        const auto progress = store
                                  .write(WritePriority::Normal,
                                         [&](WriteUnit& unit) {
                                             return rest ? reserving.goOn(unit, *rest, prepared)
                                                         : reserving.beginTrace(unit, id, prepared, false);
                                         })
                                  .result();
        if (!progress)
            return fail(progress.error());
        rest = progress->rest;
        if (!rest && progress->trace.verdict != Verdict::Accepted)
            return fail(Error(progress->trace.reason.code, progress->trace.reason.arguments));
        parts.append(double(timer.nsecsElapsed()) / 1e6);
    } while (rest);
    printFigure(QStringLiteral("series of 8,600 dates, decided and its first part written"), parts.constFirst(),
                QStringLiteral("ms"), QStringLiteral("(bar)"), 172);
    printFigure(QStringLiteral("series of 8,600 dates, longest further part"),
                *std::max_element(parts.cbegin() + 1, parts.cend()), QStringLiteral("ms"), QStringLiteral("(parts)"),
                double(parts.size()));
    printFigure(QStringLiteral("series of 8,600 dates, all written"),
                std::accumulate(parts.cbegin(), parts.cend(), 0.0), QStringLiteral("ms"), QStringLiteral("(parts)"),
                double(parts.size()));
    return 0;
}
