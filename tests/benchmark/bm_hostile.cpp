// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
// What hostile messages cost to read and expand: processor time, and memory beyond the message itself. Each
// in a process of its own. Bars: 50 ms and 16 MB a message, 10 ms for a rule that is refused.
#include "models/itip/recurrencewalk.h"
#include "models/reserving/preparedmessage.h"
#include "tests/benchmark/figure.h"

#include <QFile>

#include <sys/wait.h>
#include <unistd.h>

#include <ctime>

using namespace reserve;
using namespace reserve::benchmark;

namespace {

const QByteArray zone = "Europe/Berlin";

QByteArray numbers(int from, int to)
{
    QByteArrayList list;
    for (int i = from; i <= to; ++i)
        list.append(QByteArray::number(i));
    return list.join(',');
}

QByteArray calendar(const QByteArray& event, const QByteArray& before = {})
{
    return "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\n" + before
        + "BEGIN:VEVENT\r\nUID:u\r\nDTSTAMP:20260101T000000Z\r\nORGANIZER:mailto:a@corp.example\r\nDURATION:"
          "PT1H\r\n"
        + event + "END:VEVENT\r\nEND:VCALENDAR\r\n";
}

QByteArray mail(const QByteArray& body, const QByteArray& fields = "Content-Type: text/calendar; method=REQUEST\r\n")
{
    return "From: a@corp.example\r\nTo: blue@rooms.example\r\nMIME-Version: 1.0\r\n" + fields + "\r\n" + body;
}

QByteArray ruled(const QByteArray& rule, const QByteArray& start = ";TZID=Europe/Berlin:20261105T090000")
{
    return mail(calendar("DTSTART" + start + "\r\nRRULE:" + rule + "\r\n"));
}

QByteArray dates(const QByteArray& property, int count, const QByteArray& parameters)
{
    QByteArrayList list;
    for (int i = 0; i < count; ++i)
        list.append(QDateTime(QDate(2026, 11, 6).addDays(i / 4), QTime(6 * (i % 4), 0))
                        .toString(u"yyyyMMdd'T'HHmmss")
                        .toLatin1());
    return property + parameters + ':' + list.join(',') + "\r\n";
}

// As many onsets as are taken.
QByteArray crowdedZone()
{
    QByteArray text = "BEGIN:VTIMEZONE\r\nTZID:crowded\r\n";
    for (int i = 0; i < 30; ++i)
        text += "BEGIN:STANDARD\r\nDTSTART:20000229T0" + QByteArray::number(i % 10)
            + "0000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY="
              "29\r\nEND:STANDARD\r\n";
    for (int i = 0; i < 460; ++i)
        text += "BEGIN:DAYLIGHT\r\nDTSTART:" + QByteArray::number(1500 + i)
            + "0329T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nEND:DAYLIGHT\r\n";
    return text + "END:VTIMEZONE\r\n";
}

QByteArray nested(int depth)
{
    QByteArray raw = "From: a@corp.example\r\n";
    for (int i = 0; i < depth; ++i)
        raw += "Content-Type: multipart/mixed; boundary=b" + QByteArray::number(i) + "\r\n\r\n--b"
            + QByteArray::number(i) + "\r\n";
    return raw + "Content-Type: text/calendar; method=REQUEST\r\n\r\n" + calendar("DTSTART:20261105T090000Z\r\n");
}

// Reading, and what the decision expands of it: a booking window of three years.
int costly(const QByteArray& raw)
{
    static const ItipReader reader;
    const Instant now = fromDateTime(QDateTime(QDate(2026, 11, 1), QTime(), Qt::UTC));
    const PreparedMessage prepared = prepare(readMail(raw, QStringLiteral("a@corp.example")), reader, now);
    int found = 0;
    for (const ItipEvent& event : prepared.meeting ? prepared.meeting->events : QList<ItipEvent>()) {
        if (!event.isSeries())
            continue;
        const auto expansion = reader.occurrences({reader.resolved(event, zone), prepared.meeting->timezones, zone, {}},
                                                  {now, now + std::chrono::days(1080)});
        found += expansion ? int(expansion->occurrences.size()) : 0;
    }
    return found;
}

qint64 statusKilobytes(const char* name)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith(name))
            return line.mid(qsizetype(qstrlen(name)) + 1).trimmed().split(' ').first().toLongLong();
    }
    return 0;
}

double processorMilliseconds()
{
    timespec used{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return double(used.tv_sec) * 1e3 + double(used.tv_nsec) / 1e6;
}

struct Cost
{
    double milliseconds = 0;
    double megabytes = 0;
};

// In a child, so that what one message leaves in the allocator helps no other.
Cost measured(const QByteArray& raw)
{
    int ends[2];
    if (pipe(ends) != 0)
        return {};
    if (const pid_t child = fork(); child > 0) {
        Cost cost;
        if (read(ends[0], &cost, sizeof cost) != sizeof cost)
            cost = {};
        waitpid(child, nullptr, 0);
        close(ends[0]);
        close(ends[1]);
        return cost;
    }
    // Whatever is read once for all messages is read by now.
    costly(ruled("FREQ=DAILY;COUNT=2"));
    QFile peak(QStringLiteral("/proc/self/clear_refs"));
    if (peak.open(QIODevice::WriteOnly))
        peak.write("5");
    peak.close();
    const qint64 before = statusKilobytes("VmRSS");
    const double begin = processorMilliseconds();
    costly(raw);
    Cost cost;
    cost.milliseconds = processorMilliseconds() - begin;
    cost.megabytes = double(statusKilobytes("VmHWM") - before) / 1024;
    if (write(ends[1], &cost, sizeof cost) < 0)
        _exit(1);
    _exit(0);
}

void report(const QString& name, const QByteArray& raw, double bar)
{
    QList<double> times;
    QList<double> sizes;
    for (int round = 0; round < 5; ++round) {
        const Cost cost = measured(raw);
        times.append(cost.milliseconds);
        sizes.append(cost.megabytes);
    }
    printFigure(name, median(times), QStringLiteral("ms CPU"), QStringLiteral("bar"), bar);
    printFigure(name, median(sizes), QStringLiteral("MB more"), QStringLiteral("bar"), 16);
}

} // namespace

int main()
{
    constexpr double rule = 10;
    constexpr double message = 50;
    report(QStringLiteral("rule: every second for ever"), ruled("FREQ=SECONDLY"), rule);
    report(QStringLiteral("rule: 30 February"), ruled("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"), rule);
    report(QStringLiteral("rule: impossible by the day"), ruled("FREQ=DAILY;BYMONTH=4;BYMONTHDAY=31"), rule);
    report(QStringLiteral("rule: impossible week and month"),
           ruled("FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6;BYDAY=MO,TU,WE,TH,FR,SA,SU"), rule);
    report(QStringLiteral("rule: COUNT 2^31-1 from 1601"), ruled("FREQ=DAILY;COUNT=2147483647", ":16010101T090000Z"),
           rule);
    report(QStringLiteral("rule: 366 BYYEARDAY x BYSETPOS"),
           ruled("FREQ=YEARLY;BYYEARDAY=" + numbers(1, 366) + ";BYSETPOS=" + numbers(1, 366)), message);
    report(QStringLiteral("rule: 24 times a day"), ruled("FREQ=DAILY;BYHOUR=" + numbers(0, 23)), rule);
    report(QStringLiteral("rule: 8 times a day, three years"), ruled("FREQ=DAILY;BYHOUR=" + numbers(8, 15)), message);
    report(QStringLiteral("10,000 RDATE"),
           mail(calendar("DTSTART:20261105T090000Z\r\n" + dates("RDATE", 10'000, ";TZID=Asia/Tokyo"))), rule);
    report(QStringLiteral("1,000 RDATE, 5,000 EXDATE"),
           mail(calendar("DTSTART:20261105T090000Z\r\n" + dates("RDATE", 1'000, ";TZID=Asia/Tokyo")
                         + dates("EXDATE", 5'000, ";TZID=America/New_York"))),
           message);
    report(QStringLiteral("crowded VTIMEZONE, 8 times a day"),
           mail(calendar("DTSTART;TZID=crowded:20261105T090000\r\nRRULE:FREQ=DAILY;BYHOUR=" + numbers(8, 15) + "\r\n",
                         crowdedZone())),
           message);
    report(QStringLiteral("VTIMEZONE by the hour from 1601"),
           mail(calendar("DTSTART;TZID=h:20261105T090000\r\nRRULE:FREQ=DAILY\r\n",
                         "BEGIN:VTIMEZONE\r\nTZID:h\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nTZOFFSETFROM:+"
                         "0100\r\nTZOFFSETTO:+0200\r\nRRULE:FREQ=HOURLY\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n")),
           rule);
    report(QStringLiteral("BEGIN nested 100,000 times"),
           mail("BEGIN:VCALENDAR\r\n" + QByteArray("BEGIN:VEVENT\r\nBEGIN:X\r\n").repeated(50'000)), message);
    report(QStringLiteral("a line of 1 MB"),
           mail(calendar("DTSTART:20261105T090000Z\r\nSUMMARY:" + QByteArray(1 << 20, 'x') + "\r\n")), message);
    report(QStringLiteral("2,000 attendees"),
           mail(calendar("DTSTART:20261105T090000Z\r\n"
                         + QByteArray("ATTENDEE;CN=\"A, B\":mailto:a@corp.example\r\n").repeated(2'000))),
           message);
    report(QStringLiteral("multiparts nested 10,000 deep"), nested(10'000), message);
    report(QStringLiteral("1,000,000 parts"),
           mail(QByteArray("--b\r\n\r\nx\r\n").repeated(1'000'000), "Content-Type: multipart/mixed; boundary=b\r\n"),
           message);
    report(QStringLiteral("attachment of 34 MB before the calendar"),
           mail("--b\r\nContent-Type: application/zip\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                    + QByteArray("QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5eg==\r\n")
                          .repeated(480'000)
                    + "--b\r\nContent-Type: text/calendar; method=REQUEST\r\n\r\n"
                    + calendar("DTSTART:20261105T090000Z\r\n") + "--b--\r\n",
                "Content-Type: multipart/mixed; boundary=b\r\n"),
           message);
    return 0;
}
