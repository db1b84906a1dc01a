// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

namespace {

const QString noUser = QStringLiteral("echo 1000");
const QString root = QStringLiteral("echo 0");

QString freeSpace(int megabytes)
{
    return QStringLiteral("echo head; echo 'disk 9999 9999 %1 1% /'").arg(megabytes);
}

struct Outcome
{
    int exitCode = -1;
    QString output;
    QStringList said; // the lines of the scripts themselves on stderr
};

} // namespace

// The root scripts in a copy of their own, with stand-ins for every program that looks at the machine or
// changes it.
class TestRootScripts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void nothingMissingAnswersAtOnce();
    void missingPackagesAreInstalledByRoot();
    void missingPackagesWithoutRoot();
    void noNetwork();
    void noNetworkWithAnOldList();
    void oneUnreachableSourceIsNoObstacle();
    void failedInstallation();
    void fullDiskBeforeInstalling();
    void fullDiskBeforeTheFirstBuild();
    void diskFilledByTheBuild();
    void failedBuild();
    void unknownFreeSpaceIsNoObstacle();
    void runWithoutDisplay();
    void runWithDisplay();
    void testTakesAPreset();
    void ciCountsTests();
    void ciCountsAFailedBuild();

private:
    void stand(const QString& name, const QString& script) const;
    void standIn(const QString& program, const QString& script) const
    {
        stand(QStringLiteral("bin/") + program, script);
    }
    void installAll() const;
    Outcome start(const QString& script, const QStringList& arguments = {}) const;
    QString calls(const QString& program) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<QString> m_display;
};

void TestRootScripts::initTestCase()
{
    if (!QFile::exists(QStringLiteral("/bin/bash")))
        QSKIP("The root scripts need bash");
}

void TestRootScripts::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_display.reset();
    for (const char* folder :
         {".ci", "packaging", "bin", "elsewhere", "build/default/app/agent", "build/default/app/console"})
        QVERIFY(QDir(m_folder->path()).mkpath(QLatin1String(folder)));
    for (const char* file : {"run", "test", ".ci/run", "packaging/install-prerequisites", "packaging/saying.sh",
                             "packaging/prerequisites.txt"}) {
        const QString source = QStringLiteral(RESERVE_SOURCE_DIR "/") + QLatin1String(file);
        QVERIFY2(QFile::copy(source, m_folder->filePath(QLatin1String(file))), file);
    }
    standIn(QStringLiteral("id"), root);
    standIn(QStringLiteral("df"), freeSpace(90000));
    standIn(QStringLiteral("sudo"), QStringLiteral("exit 1"));
    standIn(QStringLiteral("apt-get"), QString());
    standIn(QStringLiteral("dpkg-query"), QStringLiteral("echo 'installed cmake'"));
    standIn(QStringLiteral("cmake"), QString());
    stand(QStringLiteral("build/default/app/agent/reserve-agent"), QStringLiteral("echo agent in \"$PWD\": \"$@\""));
    stand(QStringLiteral("build/default/app/console/reserve-console"),
          QStringLiteral("echo console in \"$PWD\": \"$@\""));
}

// Each stand-in notes what it was called with.
void TestRootScripts::stand(const QString& name, const QString& script) const
{
    QFile file(m_folder->filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(QStringLiteral("#!/bin/bash\necho \"$@\" >> '%1'\n%2\n")
                   .arg(m_folder->filePath(name) + QLatin1String(".calls"), script)
                   .toUtf8());
    QVERIFY(file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner));
}

void TestRootScripts::installAll() const
{
    standIn(QStringLiteral("dpkg-query"),
            QStringLiteral("awk '/^[a-z]/ { print \"installed\", $2 }' '%1'")
                .arg(m_folder->filePath(QStringLiteral("packaging/prerequisites.txt"))));
}

Outcome TestRootScripts::start(const QString& script, const QStringList& arguments) const
{
    QProcess process;
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("PATH"),
                       m_folder->filePath(QStringLiteral("bin")) + QLatin1String(":/usr/bin:/bin"));
    if (m_display)
        environment.insert(QStringLiteral("DISPLAY"), *m_display);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_folder->filePath(QStringLiteral("elsewhere")));
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(QStringLiteral("/bin/bash"), QStringList{m_folder->filePath(script)} + arguments);
    Outcome outcome;
    if (!process.waitForFinished())
        return outcome;
    outcome.exitCode = process.exitCode();
    outcome.output = QString::fromUtf8(process.readAllStandardOutput());
    outcome.said = QString::fromUtf8(process.readAllStandardError()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    return outcome;
}

QString TestRootScripts::calls(const QString& program) const
{
    QFile file(m_folder->filePath(QStringLiteral("bin/%1.calls").arg(program)));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void TestRootScripts::nothingMissingAnswersAtOnce()
{
    installAll();
    const Outcome outcome = start(QStringLiteral("packaging/install-prerequisites"), {QStringLiteral("--tests")});
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(outcome.said, QStringList());
    QCOMPARE(calls(QStringLiteral("apt-get")), QString());
}

void TestRootScripts::missingPackagesAreInstalledByRoot()
{
    const Outcome outcome = start(QStringLiteral("packaging/install-prerequisites"));
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(outcome.said.size(), 1);
    const QString calls = this->calls(QStringLiteral("apt-get"));
    QVERIFY2(calls.contains(QLatin1String("install --no-install-recommends")), qPrintable(calls));
    QVERIFY(calls.contains(QLatin1String(" qt6-base-dev")));
    QVERIFY(!calls.contains(QLatin1String(" cmake")));         // is there
    QVERIFY(!calls.contains(QLatin1String(" gnome-keyring"))); // for tests alone
}

void TestRootScripts::missingPackagesWithoutRoot()
{
    standIn(QStringLiteral("id"), noUser);
    const Outcome outcome = start(QStringLiteral("test"));
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(outcome.said.size(), 1);
    QVERIFY2(outcome.said.first().endsWith(QLatin1String("Run as root: packaging/install-prerequisites --tests")),
             qPrintable(outcome.said.first()));
    QCOMPARE(calls(QStringLiteral("apt-get")), QString());
    QCOMPARE(calls(QStringLiteral("cmake")), QString());
}

void TestRootScripts::noNetwork()
{
    standIn(QStringLiteral("apt-get"), QStringLiteral("exit 100"));
    const Outcome outcome = start(QStringLiteral("run"));
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.said.constLast().contains(QLatin1String("Check the network")),
             qPrintable(outcome.said.constLast()));
    QCOMPARE(calls(QStringLiteral("cmake")), QString());
}

void TestRootScripts::noNetworkWithAnOldList()
{
    standIn(QStringLiteral("apt-get"), QStringLiteral("[[ \"$*\" == *' --simulate '* ]]"));
    const Outcome outcome = start(QStringLiteral("run"));
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.said.constLast().contains(QLatin1String("Check the network")),
             qPrintable(outcome.said.constLast()));
    QCOMPARE(calls(QStringLiteral("cmake")), QString());
}

void TestRootScripts::oneUnreachableSourceIsNoObstacle()
{
    standIn(QStringLiteral("apt-get"), QStringLiteral("[[ \"$*\" != *' update' ]]"));
    const Outcome outcome = start(QStringLiteral("packaging/install-prerequisites"));
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY(outcome.said.constLast().contains(QLatin1String("the one from before is used")));
}

void TestRootScripts::failedInstallation()
{
    standIn(QStringLiteral("apt-get"), QStringLiteral("[[ \"$*\" != *' install '* ]]"));
    const Outcome outcome = start(QStringLiteral("packaging/install-prerequisites"));
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY(outcome.said.constLast().contains(QLatin1String("cannot be installed")));
}

void TestRootScripts::fullDiskBeforeInstalling()
{
    standIn(QStringLiteral("df"), freeSpace(120));
    const Outcome outcome = start(QStringLiteral("run"));
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(outcome.said.size(), 1);
    QVERIFY(outcome.said.first().contains(QLatin1String("120 MB free")));
    QCOMPARE(calls(QStringLiteral("apt-get")), QString());
}

void TestRootScripts::fullDiskBeforeTheFirstBuild()
{
    installAll();
    standIn(QStringLiteral("df"), freeSpace(120));
    QVERIFY(QDir(m_folder->filePath(QStringLiteral("build"))).removeRecursively());
    const Outcome outcome = start(QStringLiteral("run"));
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(outcome.said.size(), 1);
    QVERIFY(outcome.said.first().contains(QLatin1String("the first build needs")));
    QCOMPARE(calls(QStringLiteral("cmake")), QString());
}

void TestRootScripts::diskFilledByTheBuild()
{
    installAll();
    standIn(QStringLiteral("df"), freeSpace(2));
    standIn(QStringLiteral("cmake"), QStringLiteral("exit 1"));
    const Outcome outcome = start(QStringLiteral("run"));
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(outcome.said.size(), 1);
    QVERIFY2(outcome.said.first().contains(QLatin1String("is full: 2 MB are free")), qPrintable(outcome.said.first()));
}

void TestRootScripts::failedBuild()
{
    installAll();
    standIn(QStringLiteral("cmake"), QStringLiteral("exit 1"));
    const Outcome outcome = start(QStringLiteral("run"));
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(outcome.said.size(), 1);
    QVERIFY(!outcome.output.contains(QLatin1String("agent in")));
}

void TestRootScripts::unknownFreeSpaceIsNoObstacle()
{
    standIn(QStringLiteral("df"), QStringLiteral("exit 1"));
    QCOMPARE(start(QStringLiteral("packaging/install-prerequisites")).exitCode, 0);
}

void TestRootScripts::runWithoutDisplay()
{
    installAll();
    const Outcome outcome = start(QStringLiteral("run"), {QStringLiteral("--store"), QStringLiteral("a b.sqlite")});
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(outcome.said.size(), 1);
    QVERIFY(outcome.said.first().contains(QLatin1String("There is no display")));
    QCOMPARE(outcome.output,
             QStringLiteral("agent in %1: run --store a b.sqlite\n")
                 .arg(QDir(m_folder->filePath(QStringLiteral("elsewhere"))).canonicalPath()));
    QCOMPARE(calls(QStringLiteral("cmake")), QStringLiteral("--workflow --preset run\n"));
}

void TestRootScripts::runWithDisplay()
{
    installAll();
    m_display = QStringLiteral(":7");
    const Outcome outcome = start(QStringLiteral("run"), {QStringLiteral("--page"), QStringLiteral("monitor")});
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(outcome.said, QStringList());
    QVERIFY2(outcome.output.startsWith(QLatin1String("console in ")), qPrintable(outcome.output));
    QVERIFY(outcome.output.endsWith(QLatin1String(": --page monitor\n")));
}

void TestRootScripts::testTakesAPreset()
{
    installAll();
    QCOMPARE(start(QStringLiteral("test")).exitCode, 0);
    QCOMPARE(start(QStringLiteral("test"), {QStringLiteral("asan")}).exitCode, 0);
    QCOMPARE(calls(QStringLiteral("cmake")), QStringLiteral("--workflow --preset default\n--workflow --preset asan\n"));
}

void TestRootScripts::ciCountsTests()
{
    installAll();
    standIn(
        QStringLiteral("cmake"),
        QStringLiteral("mkdir -p build/ci; printf '<testsuite name=\"(empty)\"\\n\\ttests=\"61\"\\n\\tfailures=\"2\"\\n"
                       "\\tdisabled=\"1\"\\n\\tskipped=\"3\"\\n\\ttime=\"9\"\\n>\\n<testcase name=\"a\" time=\"1\"/>\\n"
                       "</testsuite>' > build/ci/tests.xml; exit 8"));
    const Outcome outcome = start(QStringLiteral(".ci/run"));
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(outcome.output, QStringLiteral("55 passed, 2 failed, 4 skipped\n"));
}

void TestRootScripts::ciCountsAFailedBuild()
{
    installAll();
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("build/ci")));
    stand(QStringLiteral("build/ci/tests.xml"), QStringLiteral("<testsuite tests=\"61\" failures=\"0\">"));
    standIn(QStringLiteral("cmake"), QStringLiteral("exit 1"));
    const Outcome outcome = start(QStringLiteral(".ci/run"));
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(outcome.output, QStringLiteral("0 passed, 1 failed\n"));
    QCOMPARE(outcome.said.size(), 1);
}

QTEST_GUILESS_MAIN(TestRootScripts)
#include "tst_rootscripts.moc"
