// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/base/address.h"
#include "models/entities/enumtext.h"
#include "tests/corpus/corpusfiles.h"
#include "tests/corpus/outcometable.h"
#include "tests/support/requestdesk.h"

#include <QSet>
#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

const QString tableFile = QStringLiteral(RESERVE_SOURCE_DIR "/tests/corpus/outcomes.txt");

// A room for each file, so that no file is decided by what another left behind.
QString roomOf(qsizetype number)
{
    return QStringLiteral("corpus%1@reserve.mycompany.com").arg(number);
}

// Shortly before what the message is about, as it was when it was sent: whatever came to the room in time
// counts.
Instant momentOf(const MessageReading& reading, const ItipReader& reader)
{
    Instant moment = at("2026-11-01T08:00:00Z");
    const Result<ItipMessage> meeting = readMeeting(reading, reader, moment);
    std::optional<Instant> earliest;
    for (const ItipEvent& event : meeting ? meeting->events : QList<ItipEvent>()) {
        const auto start = reader.resolved(event, "Europe/Berlin").range;
        if (start && (!earliest || start->start < *earliest))
            earliest = start->start;
    }
    return earliest ? *earliest - std::chrono::days(3) : moment;
}

QString outcomeOf(const Trace& trace)
{
    return QString::fromLatin1(toText(trace.kind)) + QLatin1Char(' ') + QString::fromLatin1(toText(*trace.verdict))
        + QLatin1Char(' ') + QString::fromLatin1(trace.reason.code);
}

QStringList summaryOf(const OutcomeTable& table)
{
    QStringList lines{QStringLiteral("outcomes of %1 files:").arg(table.size())};
    const QMap<QString, int> counts = table.counts();
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        lines.append(QStringLiteral("%1  %2").arg(it.value(), 7).arg(it.key()));
    return lines;
}

} // namespace

// Every file of the corpus goes the whole way of a message: read, gate, durable, decided. No crash, no hang,
// an outcome and a reason for each, and they are those of the table.
class tst_Corpus final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFileHasTheOutcomeOfTheTable();

private:
    void openTheGate(const QList<CorpusFile>& files);

    RequestDesk m_desk;
    ItipReader m_reader;
};

// A default user, and every domain that the corpus writes from.
void tst_Corpus::openTheGate(const QList<CorpusFile>& files)
{
    Person front;
    front.controlNumber = ControlNumber::fromNumber(100002);
    front.email = QStringLiteral("frontdesk@mycompany.com");
    m_desk.addPerson(front);
    m_desk.set(QStringLiteral("reserve.default-user-email"), front.email);
    QSet<QString> domains;
    for (qsizetype i = 0; i < files.size(); ++i) {
        m_desk.store().addSpace(QStringLiteral("Room %1").arg(i), roomOf(i));
        const QByteArray mail = corpusMail(files.at(i), roomOf(i).toLatin1());
        const QString domain = domainOf(readMail(mail, QString())->requester).toString();
        if (!domain.isEmpty() && normalised(QStringLiteral("reserve.accepted-domains"), domain))
            domains.insert(domain);
    }
    m_desk.set(QStringLiteral("reserve.accepted-domains"),
               QStringList(domains.begin(), domains.end()).join(QLatin1Char(',')));
}

void tst_Corpus::everyFileHasTheOutcomeOfTheTable()
{
    const QString root = corpusRoot();
    if (root.isEmpty())
        QSKIP("RESERVE_CORPUS names no folder: the corpus of real mail and calendars was NOT run");
    const QList<CorpusFile> files = corpusFiles(root);
    QVERIFY2(!files.isEmpty(), "RESERVE_CORPUS names an empty folder");
    openTheGate(files);

    OutcomeTable found;
    for (qsizetype i = 0; i < files.size(); ++i) {
        const CorpusFile& file = files.at(i);
        const QByteArray mail = corpusMail(file, roomOf(i).toLatin1());
        m_desk.clock().set(momentOf(*readMail(mail, QString()), m_reader));
        const QList<Trace> traces = m_desk.send(mail, QStringLiteral("corpus@corpus.example"), {roomOf(i)});
        QCOMPARE(traces.size(), 1);
        const Trace& trace = traces.first();
        QVERIFY2(trace.verdict.has_value(), qPrintable(file.name));
        QVERIFY2(!trace.reason.isEmpty(), qPrintable(file.name));
        QVERIFY2(!trace.steps.isEmpty(), qPrintable(file.name));
        found.insert(file.name, outcomeOf(trace));
    }
    printLines(summaryOf(found));

    if (qEnvironmentVariable("RESERVE_CORPUS_OUTCOMES") == QLatin1String("write"))
        QVERIFY2(found.save(tableFile), "the table cannot be written");
    const auto expected = OutcomeTable::load(tableFile);
    QVERIFY2(expected, expected ? "" : qPrintable(expected.error().logLine()));
    if (!expected->isOfSameCorpus(found))
        QSKIP("This is another corpus than the table's: each file had an outcome and a reason, none was "
              "compared");
    const QStringList differences = expected->differencesFrom(found);
    printLines(differences);
    const QString advice
        = QStringLiteral("files came out otherwise than in tests/corpus/outcomes.txt; they stand above. Where what was "
                         "found "
                         "is right, write the table anew and look at what changed:\n"
                         "  RESERVE_CORPUS=%1 RESERVE_CORPUS_OUTCOMES=write %2\n  git diff tests/corpus/outcomes.txt")
              .arg(root, QCoreApplication::applicationFilePath());
    QVERIFY2(differences.isEmpty(), qPrintable(QString::number(differences.size()) + QLatin1Char(' ') + advice));
}

QTEST_GUILESS_MAIN(tst_Corpus)
#include "tst_corpus.moc"
