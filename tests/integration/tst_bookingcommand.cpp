// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include <QDate>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

struct CommandRun
{
    int status = -1;
    QString out;
    QString complaints;
};

QStringList words(std::initializer_list<const char*> list)
{
    QStringList result;
    for (const char* word : list)
        result.append(QString::fromUtf8(word));
    return result;
}

} // namespace

// reserve-agent reservations book, and what imports and stores say of what does not fit, as scripts meet it.
class TestBookingCommand final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_store;

    CommandRun run(const QStringList& arguments)
    {
        QProcess process;
        process.start(QStringLiteral(RESERVE_AGENT_PROGRAM),
                      arguments + QStringList{QStringLiteral("--store"), m_store});
        process.closeWriteChannel();
        CommandRun done;
        if (process.waitForFinished(60000) && process.exitStatus() == QProcess::NormalExit)
            done.status = process.exitCode();
        done.out = QString::fromUtf8(process.readAllStandardOutput());
        done.complaints = QString::fromUtf8(process.readAllStandardError());
        return done;
    }
    CommandRun book(const QStringList& further)
    {
        const QString day = QDate::currentDate().addDays(10).toString(Qt::ISODate);
        return run(words({"reservations", "book", "--space", "cr1@reserve.mycompany.com", "--person", "100317"})
                   + QStringList{QStringLiteral("--start"), day + QStringLiteral("T09:00"), QStringLiteral("--end"),
                                 day + QStringLiteral("T10:00")}
                   + further);
    }
    CommandRun import(const char* command, const QByteArray& csv)
    {
        const QString path = m_folder->filePath(QStringLiteral("rows.csv"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(csv) != csv.size())
            qFatal("cannot write");
        file.close();
        return run(words({command, "import"}) + QStringList{path});
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = m_folder->filePath(QStringLiteral("store.sqlite"));
        QCOMPARE(import("spaces", "name,mailbox,time_zone\nCR1,cr1@reserve.mycompany.com,Europe/Berlin\n").status, 0);
        QCOMPARE(import("people",
                        "control_number,first_name,email,time_zone\n100317,Nour,nour@mycompany.com,America/New_York\n")
                     .status,
                 0);
    }

    void whatIsMissingLeadsToItsOwnHelp()
    {
        const CommandRun missing = run(words({"reservations", "book", "--person", "1", "--start", "2030-12-10T09:00"}));
        QCOMPARE(missing.status, 2);
        QVERIFY2(missing.complaints.contains(u"--space is missing. More: reserve-agent reservations book --help."),
                 qPrintable(missing.complaints));
    }

    void timesAreSaidInTheZoneInWhichTheyAreTyped()
    {
        const CommandRun booked = book({});
        QVERIFY2(booked.out.contains(u"9:00") && booked.out.contains(u"(America/New_York)"), qPrintable(booked.out));
        QVERIFY(run(words({"reservations", "list"})).out.contains(u"Start ("));
    }

    void whatExchangeCannotSayIsRefused()
    {
        QCOMPARE(run(words({"servers", "set", "Head office", "kind=ews",
                            "url=https://mail.mycompany.com/EWS/Exchange.asmx", "mail_domains=reserve.mycompany.com"}))
                     .status,
                 0);
        const CommandRun refused = book(words({"--rule", "FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3"}));
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.complaints.contains(u"BYMONTHDAY=-1"), qPrintable(refused.complaints));
        QVERIFY(!run(words({"reservations", "list"})).out.contains(u"CR1"));
    }

    void columnsThatAreNotKnownAreAWarning()
    {
        const CommandRun imported
            = import("people", "control_number,e_mail_adress,email,frist_name\n7,x,seven@mycompany.com,Seven\n");
        QCOMPARE(imported.status, 0);
        QVERIFY2(imported.complaints.contains(u"frist_name") && imported.complaints.contains(u"first_name"),
                 qPrintable(imported.complaints));
        QVERIFY(imported.complaints.contains(u"e_mail_adress"));
    }

    void aFileOfAnotherProgramIsNoBackup()
    {
        const QString path = m_folder->filePath(QStringLiteral("passwd"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("root:x:0:0:root:/root:/bin/bash\n");
        file.close();
        const CommandRun refused = run(words({"store", "restore"}) + QStringList{path});
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.complaints.contains(u"no database") && refused.complaints.contains(path),
                 qPrintable(refused.complaints));
    }
};

QTEST_GUILESS_MAIN(TestBookingCommand)

#include "tst_bookingcommand.moc"
