// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/contentline.h"
#include "models/itip/itipreader.h"
#include "models/itip/recurrencewalk.h"
#include "models/itip/zoneresolver.h"
#include "models/reserving/meetingreading.h"
#include "tests/corpus/corpusfiles.h"
#include "tests/unit/dateutil.h"
#include "tests/unit/plainrecurrence.h"

#include <QHash>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <set>

using namespace reserve;
using namespace reserve::test;

namespace {

const QByteArray spaceZone = "Europe/Berlin";

// An RRULE with its DTSTART, of whatever component.
struct CorpusRule
{
    QString file; // one that has it
    QByteArray text;
    QDateTime start; // on its own wall
};

QByteArray calendarOf(const CorpusFile& file)
{
    if (file.name.endsWith(QLatin1String(".ics")))
        return file.content;
    const auto reading = readMail(corpusMail(file, "CR1@reserve.mycompany.com"), QString());
    return reading->content.calendar ? reading->content.calendar->text : QByteArray();
}

class RuleCollection
{
public:
    void add(const QString& file, const QByteArray& calendar)
    {
        QList<CorpusRule> open; // one for each component around the line
        ContentLines lines(calendar);
        while (lines.next()) {
            const ContentLine& line = lines.line();
            if (line.is("BEGIN"))
                open.append({file, {}, {}});
            else if (line.is("END") && !open.isEmpty())
                keep(open.takeLast());
            else if (line.is("RRULE") && !open.isEmpty() && open.constLast().text.isEmpty())
                open.last().text = line.value.trimmed().toByteArray();
            else if (line.is("DTSTART") && !open.isEmpty())
                open.last().start = startOf(line);
        }
        while (!open.isEmpty())
            keep(open.takeLast());
    }

    const QList<CorpusRule>& rules() const { return m_rules; }

private:
    static QDateTime startOf(const ContentLine& line)
    {
        const auto time = parseItipTime(splitTimeLine(line.text).value.trimmed(), {});
        return time ? time->wall : QDateTime();
    }

    void keep(const CorpusRule& rule)
    {
        const QByteArray key = rule.text + '\n' + rule.start.toString(Qt::ISODate).toLatin1();
        if (rule.text.isEmpty() || m_known.contains(key))
            return;
        m_known.insert(key);
        m_rules.append(rule);
    }

    QList<CorpusRule> m_rules;
    QSet<QByteArray> m_known;
};

// UNTIL is in UTC, the walk on a wall: it is looked at with whole events.
QByteArray withoutUntil(const QByteArray& rule)
{
    QByteArrayList parts = rule.split(';');
    parts.removeIf(
        [](const QByteArray& part) { return part.trimmed().toUpper().startsWith("UNTIL=") || part.isEmpty(); });
    return parts.join(';');
}

// Far enough for every part of the rule to have its turn; rules of zones begin in 1601.
QDateTime horizon(const RecurrenceRule& rule, const QDateTime& start)
{
    const int years = rule.frequency == RecurrenceRule::Frequency::Yearly ? 30 : 6;
    return std::min(start.addYears(years * std::min(rule.interval, 10)),
                    QDateTime(QDate(9990, 1, 1), QTime(), Qt::UTC));
}

QList<QDateTime> walked(const RecurrenceRule& rule, const QDateTime& start, const QDateTime& last)
{
    RecurrenceWalk walk(rule, wallTime(start));
    QList<QDateTime> found;
    while (const auto wall = walk.next()) {
        const QDateTime time = QDateTime::fromSecsSinceEpoch(wall->time_since_epoch().count(), Qt::UTC);
        if (time > last)
            break;
        found.append(time);
    }
    return found;
}

QString firstDifference(const QList<QDateTime>& ours, const QList<QDateTime>& theirs)
{
    const auto [our, their] = std::mismatch(ours.begin(), ours.end(), theirs.begin(), theirs.end());
    const auto text
        = [](auto it, auto end) { return it == end ? QStringLiteral("nothing") : it->toString(Qt::ISODate); };
    return QStringLiteral("%1 against %2 times, first different: %3 against %4")
        .arg(ours.size())
        .arg(theirs.size())
        .arg(text(our, ours.end()), text(their, theirs.end()));
}

// Why a rule of the corpus is refused here that dateutil takes. A refusal that none of these explains fails
// the test.
struct Explanation
{
    const char* code;
    const char* detail; // how the refused part begins
    const char* why;
};
constexpr Explanation explanations[]{
    {"itip.rule-too-frequent", "", "no room is booked by the hour, or more than 8 times a day"},
    {"itip.rule-unreadable", "COUNT=0", "a series of no date; dateutil gives none"},
    {"itip.rule-unreadable", "COUNT=-1", "not a count (RFC 5545 3.3.10); dateutil gives none"},
    {"itip.rule-unreadable", "COUNT, UNTIL", "one of them at most (RFC 5545 3.3.10); dateutil only warns"},
    {"itip.rule-unreadable", "INTERVAL=0", "goes nowhere; dateutil does not end"},
    {"itip.rule-unreadable", "INTERVAL=-1", "goes backwards; dateutil does not end"},
};

bool isExplained(const Error& refusal)
{
    const QString detail = refusal.arguments().value(QStringLiteral("detail"));
    return std::any_of(std::begin(explanations), std::end(explanations), [&](const Explanation& known) {
        return refusal.code() == known.code && detail.startsWith(QLatin1String(known.detail), Qt::CaseInsensitive);
    });
}

} // namespace

// Every RRULE of the corpus, those of zones and tasks too, comes to the same dates here, with a plain look at
// every day and with python-dateutil. What differs is explained above.
class tst_CorpusRules final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void refusalsAreExplained();
    void agreeWithAPlainLookAtEveryDay();
    void agreeWithDateutil();
    void wholeSeriesAgree();

private:
    struct ReadRule
    {
        CorpusRule source;
        QByteArray text; // without UNTIL
        RecurrenceRule rule;
    };

    QList<Instant> expectedOf(const ItipEvent& event, const Timezones& timezones, const ZoneRules& rules,
                              Instant end) const;

    QList<CorpusFile> m_files;
    QList<ReadRule> m_rules;
    QList<std::pair<CorpusRule, Error>> m_refused;
    ItipReader m_reader;
};

void tst_CorpusRules::initTestCase()
{
    const QString root = corpusRoot();
    if (root.isEmpty())
        QSKIP("RESERVE_CORPUS names no folder: the rules of the corpus were NOT compared");
    m_files = corpusFiles(root);
    RuleCollection collection;
    for (const CorpusFile& file : std::as_const(m_files))
        collection.add(file.name, calendarOf(file));
    for (const CorpusRule& source : collection.rules()) {
        const auto rule = parseRecurrenceRule(source.text);
        const QByteArray text = withoutUntil(source.text);
        if (!rule)
            m_refused.append({source, rule.error()});
        else if (const auto open = parseRecurrenceRule(text); open && source.start.isValid())
            m_rules.append({source, text, *open});
    }
    printLines(
        {QStringLiteral("%1 rules, %2 of them refused").arg(m_rules.size() + m_refused.size()).arg(m_refused.size())});
    QVERIFY(!m_rules.isEmpty());
}

// Refused by dateutil as well, or explained.
void tst_CorpusRules::refusalsAreExplained()
{
    const Dateutil dateutil;
    if (!dateutil.isThere())
        QSKIP(Dateutil::missing);
    const QDateTime anyDay(QDate(2026, 1, 5), QTime(9, 0), Qt::UTC);
    QList<Dateutil::Question> questions;
    QStringList names;
    for (const auto& [source, refusal] : std::as_const(m_refused)) {
        if (isExplained(refusal))
            continue;
        questions.append({source.text.simplified(), anyDay, anyDay.addDays(1)});
        names.append(source.file + QStringLiteral(": ") + QString::fromUtf8(source.text) + QStringLiteral(": ")
                     + refusal.logLine());
    }
    const auto answers = dateutil.answers(questions);
    QCOMPARE(answers.size(), questions.size());
    QStringList unexplained;
    for (qsizetype i = 0; i < answers.size(); ++i) {
        if (answers.at(i).refusal.isEmpty())
            unexplained.append(names.at(i));
    }
    printLines(unexplained);
    QCOMPARE(unexplained.size(), 0);
}

void tst_CorpusRules::agreeWithAPlainLookAtEveryDay()
{
    QStringList differences;
    for (const ReadRule& read : std::as_const(m_rules)) {
        const QDateTime last = horizon(read.rule, read.source.start);
        const auto ours = walked(read.rule, read.source.start, last);
        QList<QDateTime> plain = plainRecurrence(read.rule, read.source.start, last.date());
        plain.removeIf([&last](const QDateTime& time) { return time > last; });
        if (ours != plain)
            differences.append(read.source.file + QStringLiteral(": ") + QString::fromUtf8(read.source.text)
                               + QLatin1Char('\n') + firstDifference(ours, plain));
    }
    printLines(differences);
    QCOMPARE(differences.size(), 0);
}

void tst_CorpusRules::agreeWithDateutil()
{
    const Dateutil dateutil;
    if (!dateutil.isThere())
        QSKIP(Dateutil::missing);
    QList<Dateutil::Question> questions;
    for (const ReadRule& read : std::as_const(m_rules))
        questions.append({read.text, read.source.start, horizon(read.rule, read.source.start)});
    const auto answers = dateutil.answers(questions);
    QCOMPARE(answers.size(), questions.size());
    QStringList differences;
    for (qsizetype i = 0; i < questions.size(); ++i) {
        const ReadRule& read = m_rules.at(i);
        const auto ours = walked(read.rule, read.source.start, questions.at(i).last);
        if (!answers.at(i).refusal.isEmpty() || ours != answers.at(i).times)
            differences.append(read.source.file + QStringLiteral(": ") + QString::fromUtf8(read.source.text)
                               + QLatin1Char('\n') + QString::fromUtf8(answers.at(i).refusal)
                               + firstDifference(ours, answers.at(i).times));
    }
    printLines(differences);
    QCOMPARE(differences.size(), 0);
}

// The rule by the plain expander, up to UNTIL, with RDATE and without EXDATE.
QList<Instant> tst_CorpusRules::expectedOf(const ItipEvent& event, const Timezones& timezones, const ZoneRules& rules,
                                           Instant end) const
{
    using Kind = ItipTime::Kind;
    const ItipRecurrence& recurrence = *event.recurrence;
    const auto instantOf = [&](const ItipTime& time) -> Instant {
        if (time.kind == Kind::Utc)
            return fromDateTime(time.wall);
        if (time.kind == Kind::Zoned)
            return m_reader.zones()
                .resolve(time.zone, timezones.value(time.zone))
                .rules->toInstant(wallTime(time.wall))
                .instant;
        return rules.toInstant(wallTime(time.wall)).instant;
    };
    const ItipTime& until = recurrence.rule->until;
    std::set<Instant> times;
    for (const QDateTime& wall :
         plainRecurrence(*recurrence.rule, event.start.wall, toDateTime(end).date().addDays(1))) { // ahead of UTC
        const Instant instant = rules.toInstant(wallTime(wall)).instant;
        const bool isBehind = until.kind == Kind::Date ? wall.date() > until.wall.date()
                                                       : until.isPresent() && instant > instantOf(until);
        if (!isBehind)
            times.insert(instant);
    }
    for (const ItipTime& date : recurrence.dates)
        times.insert(
            date.kind == Kind::Date && event.start.kind != Kind::Date
                ? rules.toInstant(wallTime(QDateTime(date.wall.date(), event.start.wall.time(), Qt::UTC))).instant
                : instantOf(date));
    for (const ItipPeriod& period : recurrence.periods)
        times.insert(instantOf(period.start));
    for (const ItipTime& exception : recurrence.exceptions) {
        if (exception.kind != Kind::Date)
            times.erase(instantOf(exception));
        else
            std::erase_if(times, [&](Instant instant) {
                const auto moment = std::chrono::floor<std::chrono::seconds>(instant);
                return toDateTime(instant + rules.offsetAt(moment)).date() == exception.wall.date();
            });
    }
    QList<Instant> sorted(times.begin(), times.end());
    std::sort(sorted.begin(), sorted.end());
    sorted.removeIf([end](Instant instant) { return instant >= end; });
    return sorted;
}

void tst_CorpusRules::wholeSeriesAgree()
{
    int compared = 0;
    QStringList differences;
    for (const CorpusFile& file : std::as_const(m_files)) {
        const auto message = m_reader.read(calendarOf(file), {spaceZone, Instant(), {}});
        for (const ItipEvent& event : message ? message->events : QList<ItipEvent>()) {
            if (!event.isSeries() || !event.recurrence->rule || !event.range || !event.obstacle.isEmpty())
                continue;
            const ZoneResolver& zones = m_reader.zones();
            const ZoneRulesPointer rules = event.start.kind == ItipTime::Kind::Utc
                ? std::make_shared<FixedZone>(std::chrono::seconds(0))
                : event.start.kind == ItipTime::Kind::Zoned
                ? zones.resolve(event.start.zone, message->timezones.value(event.start.zone)).rules
                : zones.named(spaceZone);
            const Instant end = event.range->start + std::chrono::days(2 * 365);
            const auto expected = expectedOf(event, message->timezones, *rules, end);
            const auto expansion = m_reader.occurrences({event, message->timezones, spaceZone, {}},
                                                        {event.range->start - std::chrono::days(3650), end});
            QVERIFY2(expansion,
                     qPrintable(file.name + QLatin1Char(' ') + (expansion ? QString() : expansion.error().logLine())));
            QList<Instant> found;
            for (const Occurrence& occurrence : expansion->occurrences)
                found.append(occurrence.time.start);
            ++compared;
            if (found != expected)
                differences.append(QStringLiteral("%1: %2: %3 against %4 dates")
                                       .arg(file.name, event.uid)
                                       .arg(found.size())
                                       .arg(expected.size()));
        }
    }
    printLines({QStringLiteral("%1 series compared").arg(compared)});
    QVERIFY(compared > 0);
    printLines(differences);
    QCOMPARE(differences.size(), 0);
}

QTEST_GUILESS_MAIN(tst_CorpusRules)
#include "tst_corpusrules.moc"
