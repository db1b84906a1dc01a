// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/store.h"
#include "tests/support/temporarystore.h"

#include <QProcess>
#include <QTest>

#include <sys/resource.h>

#include <algorithm>
#include <csignal>

using namespace reserve;
using namespace reserve::test;

// What was said to be durable is there, and nothing else, after the disk would take no more.
class TestStoreFaults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fullDiskLosesNothingThatWasSaid_data();
    void fullDiskLosesNothingThatWasSaid();
};

void TestStoreFaults::fullDiskLosesNothingThatWasSaid_data()
{
    // Where in a transaction the limit strikes differs with it.
    QTest::addColumn<int>("limit");
    for (const int limit : {300'000, 301'000, 305'000, 340'000, 400'000})
        QTest::addRow("%d bytes", limit) << limit;
}

void TestStoreFaults::fullDiskLosesNothingThatWasSaid()
{
    QFETCH(const int, limit);
    TemporaryStore temporary;
    const QString file = temporary.location().file();
    temporary.close();

    QProcess writer;
    writer.setChildProcessModifier([limit] {
        const rlimit most{rlim_t(limit), rlim_t(limit)};
        ::setrlimit(RLIMIT_FSIZE, &most);
        ::signal(SIGXFSZ, SIG_IGN); // writing beyond it fails, as on a full disk
    });
    writer.start(QStringLiteral(STORE_WRITER_PROGRAM),
                 {file, QStringLiteral("settings"), QStringLiteral("key"), QStringLiteral("5000")});
    QVERIFY(writer.waitForFinished());
    QCOMPARE(writer.exitStatus(), QProcess::NormalExit);
    QCOMPARE(writer.exitCode(), 1);
    const QByteArray complaint = writer.readAllStandardError();
    QVERIFY2(complaint.contains("store.disk-full") || complaint.contains("store.io"), complaint.constData());
    const int said = writer.readAllStandardOutput().count('\n');

    temporary.reopen();
    const auto settings = temporary.read([](const ReadUnit& unit) { return unit.settings().all(); });
    const auto isOfTheWriter = [](const QString& key) { return key.startsWith(QLatin1String("key-")); };
    const QStringList keys = settings.keys();
    QCOMPARE(int(std::count_if(keys.begin(), keys.end(), isOfTheWriter)), said);
    QVERIFY(temporary
                .tryWrite([](WriteUnit& unit) {
                    return unit.settings().set(QStringLiteral("after"), QStringLiteral("x"), QStringLiteral("test"));
                })
                .has_value());
}

QTEST_GUILESS_MAIN(TestStoreFaults)
#include "tst_storefaults.moc"
