// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
// reserve-console as a process: what it answers where no window can open, and the picture it takes where one can.
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

class TestConsoleProgram : public QObject
{
    Q_OBJECT

private:
    struct Outcome
    {
        int status = -1;
        QByteArray out;
        QByteArray err;
    };

    static Outcome run(const QStringList& arguments, bool withPlatform)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
            environment.remove(QString::fromLatin1(name));
        if (withPlatform)
            environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(RESERVE_CONSOLE_PROGRAM), arguments);
        if (!process.waitForFinished(60000) || process.exitStatus() != QProcess::NormalExit)
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

private Q_SLOTS:
    void withoutADisplayItSaysSo()
    {
        const Outcome outcome = run({}, false);
        QCOMPARE(outcome.status, 1);
        QCOMPARE(outcome.err.count('\n'), 1);
        QVERIFY2(outcome.err.contains("reserve-agent run"), outcome.err.constData());
    }

    void versionAndHelpNeedNoDisplay()
    {
        const Outcome version = run({QStringLiteral("--version")}, false);
        QCOMPARE(version.status, 0);
        QCOMPARE(version.out, QByteArray("reserve-console " RESERVE_VERSION "\n"));
        const Outcome help = run({QStringLiteral("--help")}, false);
        QCOMPARE(help.status, 0);
        QVERIFY2(help.out.contains("--store"), help.out.constData());
        const Outcome all = run({QStringLiteral("--help-all")}, false);
        QCOMPARE(all.status, 0);
        QVERIFY2(all.out.contains("--store"), all.out.constData());
    }

    void wrongUsageIsOneLine()
    {
        for (const bool withPlatform : {false, true}) {
            const Outcome outcome = run({QStringLiteral("--page"), QStringLiteral("nowhere")}, withPlatform);
            QCOMPARE(outcome.status, 2);
            QVERIFY2(outcome.err.contains("nowhere") && outcome.err.contains("calendar"), outcome.err.constData());
        }
    }

    void aPictureOfThePageIsSaved()
    {
        QTemporaryDir folder;
        const QString picture = folder.filePath(QStringLiteral("page.png"));
        const Outcome outcome = run({QStringLiteral("--store"), folder.filePath(QStringLiteral("new.sqlite")),
                                     QStringLiteral("--page"), QStringLiteral("people"), QStringLiteral("--size"),
                                     QStringLiteral("1024x700"), QStringLiteral("--screenshot"), picture},
                                    true);
        QCOMPARE(outcome.status, 0);
        const QImage image(picture);
        QVERIFY(image.width() >= 640 && image.height() >= 480);
    }
};

QTEST_GUILESS_MAIN(TestConsoleProgram)
#include "tst_consoleprogram.moc"
