// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/support/requestdesk.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

struct CommandRun
{
    int status = -1;
    QString out;
    QString complaints;

    QJsonArray array() const { return QJsonDocument::fromJson(out.toUtf8()).array(); }
};

QStringList words(std::initializer_list<const char*> list)
{
    QStringList result;
    for (const char* word : list)
        result.append(QString::fromUtf8(word));
    return result;
}

} // namespace

// reserve-agent notices, as scripts drive it.
class TestNoticesCommand final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_store;

    CommandRun run(const QStringList& arguments, const QByteArray& input = {})
    {
        QProcess process;
        process.start(QStringLiteral(RESERVE_AGENT_PROGRAM),
                      words({"notices"}) + arguments + QStringList{QStringLiteral("--store"), m_store});
        process.write(input);
        process.closeWriteChannel();
        CommandRun done;
        if (process.waitForFinished(60000) && process.exitStatus() == QProcess::NormalExit)
            done.status = process.exitCode();
        done.out = QString::fromUtf8(process.readAllStandardOutput());
        done.complaints = QString::fromUtf8(process.readAllStandardError());
        return done;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = m_folder->filePath(QStringLiteral("store.sqlite"));
    }

    void listsEveryNoticeInEveryLanguage()
    {
        const CommandRun listed = run(words({"list", "--format", "json"}));
        QCOMPARE(listed.status, 0);
        QCOMPARE(listed.array().size(), 14);
        const QJsonObject first = listed.array().first().toObject();
        QCOMPARE(first.value(u"notice").toString(), QStringLiteral("accepted"));
        QCOMPARE(first.value(u"own_subject").toBool(true), false);
        QVERIFY(first.value(u"place_holders").toArray().contains(QStringLiteral("how-to-change")));
        QVERIFY(run(words({"list"})).out.contains(u"built in"));
    }

    void aTextIsWrittenShownAndReset()
    {
        const QString builtIn = run(words({"show", "accepted", "--language", "en"})).out;
        QVERIFY2(builtIn.startsWith(u"Subject: Reserved: {space}, {subject}\n\n{space} is reserved for you."),
                 qPrintable(builtIn));
        QCOMPARE(run(words({"set", "accepted", "--language", "en", "--subject", "Yours: {space}"})).status, 0);
        QCOMPARE(run(words({"set", "accepted", "--language", "en", "--body", "-"}), "Come at {start}.\n").status, 0);
        QCOMPARE(run(words({"show", "accepted", "--language", "en"})).out,
                 QStringLiteral("Subject: Yours: {space}\n\nCome at {start}.\n"));
        QCOMPARE(run(words({"show", "accepted", "--language", "en", "--built-in"})).out, builtIn);
        const QString shown = run(words({"preview", "accepted", "--language", "en"})).out;
        QVERIFY2(shown.startsWith(u"Subject: Yours: CR2 Aurora\n\nCome at Wednesday"), qPrintable(shown));
        QVERIFY(run(words({"list"})).out.contains(u"own"));
        QCOMPARE(run(words({"reset", "accepted", "--language", "en", "--body"})).status, 0);
        QVERIFY(run(words({"show", "accepted", "--language", "en"}))
                    .out.startsWith(u"Subject: Yours: {space}\n\n{space} is"));
        QCOMPARE(run(words({"reset", "accepted", "--language", "en"})).status, 0);
        QCOMPARE(run(words({"show", "accepted", "--language", "en"})).out, builtIn);
    }

    void whatIsAsBuiltInIsNotKept()
    {
        QCOMPARE(
            run(words({"set", "accepted", "--language", "en", "--subject", "Reserved: {space}, {subject}"})).status, 0);
        QCOMPARE(run(words({"list", "--format", "json"})).out.contains(u"\"own_subject\":true"), false);
    }

    void whatIsMissingIsAWarning()
    {
        const CommandRun warned
            = run(words({"set", "digest", "--language", "en", "--subject", "Look", "--body", "-"}), "Look.");
        QCOMPARE(warned.status, 0);
        QVERIFY2(warned.complaints.contains(u"\"items\""), qPrintable(warned.complaints));
    }

    void whatIsWrongIsSaid_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("named");
        QTest::addColumn<int>("status");
        QTest::newRow("kind") << words({"show", "acepted"}) << QStringLiteral("approval") << 2;
        QTest::newRow("language") << words({"show", "accepted", "--language", "xx"}) << QStringLiteral("de") << 2;
        QTest::newRow("place holder") << words({"set", "accepted", "--subject", "{spaec}"})
                                      << QStringLiteral("\"space\" is") << 2;
        QTest::newRow("nothing") << words({"set", "accepted"}) << QStringLiteral("--subject") << 2;
        QTest::newRow("file") << words({"set", "accepted", "--body", "/no/such/file"})
                              << QStringLiteral("/no/such/file") << 1;
        QTest::newRow("reservation") << words({"preview", "accepted", "--reservation", "77"}) << QStringLiteral("77")
                                     << 1;
        QTest::newRow("digest") << words({"preview", "digest", "--reservation", "1"}) << QStringLiteral("--reservation")
                                << 2;
    }
    void whatIsWrongIsSaid()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, named);
        const CommandRun refused = run(arguments);
        QTEST(refused.status, "status");
        QCOMPARE(refused.out, QString());
        QCOMPARE(refused.complaints.count(QLatin1Char('\n')), 1);
        QVERIFY2(refused.complaints.contains(named), qPrintable(refused.complaints));
    }

    void aSampleMayBeASeries()
    {
        const QString shown = run(words({"preview", "accepted", "--language", "en", "--series"})).out;
        QVERIFY2(shown.contains(u"The series has 8 dates.") && shown.contains(u"Not reserved:"), qPrintable(shown));
        const QString declined = run(words({"preview", "declined", "--language", "en"})).out;
        QVERIFY2(declined.contains(u"Free instead:\nCR9 Lyra:"), qPrintable(declined));
    }

    void aReservationThatIsThereGivesItsFacts()
    {
        RequestDesk desk;
        desk.send(desk.meeting());
        const ReservationId id = desk.reservations().first().id;
        m_store = desk.store().folder() + QStringLiteral("/reserve.sqlite");
        const QString shown = run(words({"preview", "accepted", "--language", "en", "--reservation"})
                                  + QStringList{QString::number(id.value)})
                                  .out;
        QVERIFY2(shown.startsWith(u"Subject: Reserved: CR1 Borealis, Safety training\n"), qPrintable(shown));
        QVERIFY(shown.contains(u"(Europe/Berlin)"));
    }
};

QTEST_GUILESS_MAIN(TestNoticesCommand)
#include "tst_noticescommand.moc"
