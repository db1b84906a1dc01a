// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/changefeed.h"
#include "models/store/connection.h"
#include "tests/support/temporarystore.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QSemaphore>
#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

auto settingOf(const QString& key, const QString& value)
{
    return [=](WriteUnit& unit) { return unit.settings().set(key, value, QStringLiteral("test")); };
}

// Holds the writer inside a unit until it is let go, so that a test decides what waits behind it.
class HeldWriter final
{
public:
    explicit HeldWriter(Store& store)
        : m_future(
            store.write(WritePriority::Normal, [entered = m_entered, leave = m_leave](WriteUnit&) -> Result<void> {
                entered->release();
                leave->acquire();
                // A batch takes no more units after 20 ms: what waits now is a batch of its own.
                QElapsedTimer timer;
                timer.start();
                while (!timer.hasExpired(25)) {
                }
                return {};
            }))
    {
        m_entered->acquire();
    }
    void letGo()
    {
        m_leave->release();
        m_future.waitForFinished();
    }

private:
    std::shared_ptr<QSemaphore> m_entered = std::make_shared<QSemaphore>();
    std::shared_ptr<QSemaphore> m_leave = std::make_shared<QSemaphore>();
    QFuture<Result<void>> m_future;
};

} // namespace

class TestStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // To the byte, in the log of the database as well; beside it what is meant to stay, stays.
    void rehearsalSeesWhatItDoesAndLeavesNothing()
    {
        TemporaryStore store;
        store.write(settingOf(QStringLiteral("a"), QStringLiteral("kept")));
        const auto bytes = [&] {
            QByteArray all;
            for (const char* suffix : {"", "-wal"}) {
                QFile file(store.location().file() + QLatin1String(suffix));
                if (file.open(QIODevice::ReadOnly))
                    all += file.readAll();
            }
            return all;
        };
        const QByteArray before = bytes();
        const Instant moment = at("2030-01-01T00:00:00Z");
        const auto seen
            = store.store()
                  .rehearse(moment,
                            [](WriteUnit& unit) -> Result<std::pair<QString, Instant>> {
                                const auto set = settingOf(QStringLiteral("a"), QStringLiteral("rehearsed"))(unit);
                                if (!set)
                                    return failure(set.error());
                                return std::pair(unit.settings().all().value().value(QStringLiteral("a")), unit.now());
                            })
                  .result();
        QVERIFY(seen);
        QCOMPARE(seen->first, QStringLiteral("rehearsed"));
        QCOMPARE(seen->second, moment);
        QCOMPARE(bytes(), before);
        QCOMPARE(store.read([](const ReadUnit& unit) { return unit.settings().all(); }).value(QStringLiteral("a")),
                 QStringLiteral("kept"));
    }

    void rehearsalInOneTransactionWithOthersLeavesThem()
    {
        TemporaryStore store;
        HeldWriter held(store.store());
        const auto kept
            = store.store().write(WritePriority::Normal, settingOf(QStringLiteral("a"), QStringLiteral("kept")));
        const auto rehearsed = store.store().rehearse(at("2030-01-01T00:00:00Z"),
                                                      settingOf(QStringLiteral("b"), QStringLiteral("gone")));
        held.letGo();
        QVERIFY(kept.result());
        QVERIFY(rehearsed.result());
        const auto all = store.read([](const ReadUnit& unit) { return unit.settings().all(); });
        QCOMPARE(all.value(QStringLiteral("a")), QStringLiteral("kept"));
        QVERIFY(!all.contains(QStringLiteral("b")));
    }

    void whatIsWrittenIsRead()
    {
        TemporaryStore temporary;
        temporary.write(settingOf(QStringLiteral("smtp.port"), QStringLiteral("2525")));
        temporary.reopen();
        const auto settings = temporary.read([](const ReadUnit& unit) { return unit.settings().all(); });
        QCOMPARE(settings.value(QStringLiteral("smtp.port")), QStringLiteral("2525"));
    }

    void aUnitThatFailsHarmsNoOther()
    {
        TemporaryStore temporary;
        HeldWriter held(temporary.store());
        auto first
            = temporary.store().write(WritePriority::Normal, settingOf(QStringLiteral("a"), QStringLiteral("1")));
        auto broken = temporary.store().write(WritePriority::Normal, [](WriteUnit& unit) -> Result<void> {
            if (const auto done = unit.settings().set(QStringLiteral("b"), QStringLiteral("2"), QStringLiteral("test"));
                !done)
                return done;
            return failure("test.refused");
        });
        auto last = temporary.store().write(WritePriority::Normal, settingOf(QStringLiteral("c"), QStringLiteral("3")));
        held.letGo();
        QVERIFY(first.result().has_value());
        QCOMPARE(broken.result().error().code(), QByteArray("test.refused"));
        QVERIFY(last.result().has_value());
        const auto settings = temporary.read([](const ReadUnit& unit) { return unit.settings().all(); });
        QCOMPARE(settings.keys(), (QStringList{QStringLiteral("a"), QStringLiteral("c")}));
    }

    void manyUnitsShareOneCommit()
    {
        TemporaryStore temporary;
        int commits = 0;
        QObject context;
        connect(&temporary.store().changes(), &ChangeFeed::changed, &context, [&](const QList<Change>&) { ++commits; });
        HeldWriter held(temporary.store());
        QList<QFuture<Result<void>>> futures;
        for (int i = 0; i < 20; ++i)
            futures.append(
                temporary.store().write(WritePriority::Normal, settingOf(QString::number(i), QStringLiteral("x"))));
        held.letGo();
        for (auto& future : futures)
            QVERIFY(future.result().has_value());
        QTRY_COMPARE(commits, 1);
        const auto connection = Connection::open(temporary.location().file(), Connection::Role::Reader);
        QCOMPARE((*connection)->number(QStringLiteral("SELECT count(*) FROM change_log")).value(), 1);
    }

    void intakeGoesFirst()
    {
        TemporaryStore temporary;
        HeldWriter held(temporary.store());
        auto order = std::make_shared<QStringList>();
        const auto note = [order](const QString& word) {
            return [order, word](WriteUnit&) -> Result<void> {
                order->append(word);
                return {};
            };
        };
        temporary.store().write(WritePriority::Background, note(QStringLiteral("background")));
        temporary.store().write(WritePriority::Normal, note(QStringLiteral("normal")));
        auto last = temporary.store().write(WritePriority::Background, note(QStringLiteral("background 2")));
        temporary.store().write(WritePriority::Intake, note(QStringLiteral("intake")));
        held.letGo();
        last.waitForFinished();
        QCOMPARE(*order,
                 (QStringList{QStringLiteral("intake"), QStringLiteral("normal"), QStringLiteral("background"),
                              QStringLiteral("background 2")}));
    }

    void nothingStarvesBehindIntake()
    {
        TemporaryStore temporary;
        HeldWriter held(temporary.store());
        auto position = std::make_shared<int>(0);
        auto count = std::make_shared<int>(0);
        QList<QFuture<Result<void>>> futures;
        for (int i = 0; i < 100; ++i)
            futures.append(temporary.store().write(WritePriority::Intake, [count](WriteUnit&) -> Result<void> {
                ++*count;
                return {};
            }));
        auto background = temporary.store().write(WritePriority::Background, [=](WriteUnit&) -> Result<void> {
            *position = *count;
            return {};
        });
        held.letGo();
        background.waitForFinished();
        futures.last().waitForFinished();
        QVERIFY2(*position < 20, qPrintable(QString::number(*position)));
    }

    void anOldLeaseWritesNothing()
    {
        TemporaryStore temporary;
        const auto acquire = [&](const QString& holder) {
            return temporary.write([=, now = temporary.clock().now()](WriteUnit& unit) {
                return unit.agent().acquire(holder, now, std::chrono::seconds(30));
            });
        };
        const AgentLease first = acquire(QStringLiteral("desk-1"));
        const auto write = [&](qint64 token, const QString& key) {
            return temporary.store()
                .writeAsAgent(token, WritePriority::Normal, settingOf(key, QStringLiteral("x")))
                .result();
        };
        QVERIFY(write(first.token, QStringLiteral("a")).has_value());
        temporary.clock().advance(std::chrono::seconds(31));
        const AgentLease second = acquire(QStringLiteral("desk-2"));
        QVERIFY(second.token > first.token);
        const auto refused = write(first.token, QStringLiteral("b"));
        QCOMPARE(refused.error().code(), QByteArray("lease.lost"));
        QCOMPARE(refused.error().arguments().value(QStringLiteral("holder")), QStringLiteral("desk-2"));
        QVERIFY(write(second.token, QStringLiteral("c")).has_value());
        const auto settings = temporary.read([](const ReadUnit& unit) { return unit.settings().all(); });
        QCOMPARE(settings.keys(), (QStringList{QStringLiteral("a"), QStringLiteral("c")}));
    }

    void aLeaseTakenInTheSameTransactionCountsAtOnce()
    {
        TemporaryStore temporary;
        const auto acquire = [&](const QString& holder) {
            return [=, now = temporary.clock().now()](WriteUnit& unit) {
                return unit.agent().acquire(holder, now, std::chrono::seconds(30));
            };
        };
        const AgentLease first = temporary.write(acquire(QStringLiteral("desk-1")));
        temporary.clock().advance(std::chrono::seconds(31));
        Store& store = temporary.store();
        HeldWriter held(store);
        auto before = store.writeAsAgent(first.token, WritePriority::Normal,
                                         settingOf(QStringLiteral("a"), QStringLiteral("x")));
        auto second = store.write(WritePriority::Normal, acquire(QStringLiteral("desk-2")));
        auto after = store.writeAsAgent(first.token, WritePriority::Normal,
                                        settingOf(QStringLiteral("b"), QStringLiteral("x")));
        held.letGo();
        QVERIFY(before.result().has_value());
        QVERIFY(second.result().has_value());
        QCOMPARE(after.result().error().code(), QByteArray("lease.lost"));
    }

    void readersSeeOneSnapshotAndCannotWrite()
    {
        TemporaryStore temporary;
        temporary.write(settingOf(QStringLiteral("a"), QStringLiteral("1")));
        QSemaphore reading;
        QSemaphore written;
        auto future = temporary.store().read([&](const ReadUnit& unit) -> Result<QString> {
            const auto before = unit.settings().all();
            reading.release();
            written.acquire();
            const auto after = unit.settings().all();
            return before.value() == after.value() ? QStringLiteral("same") : QStringLiteral("moved");
        });
        reading.acquire();
        temporary.write(settingOf(QStringLiteral("a"), QStringLiteral("2")));
        written.release();
        QCOMPARE(future.result().value(), QStringLiteral("same"));
        const auto reader = Connection::open(temporary.location().file(), Connection::Role::Reader);
        QVERIFY(!(*reader)->run(QStringLiteral("DELETE FROM setting")).has_value());
    }

    void whatIsQueuedIsFinishedOnClosing()
    {
        TemporaryStore temporary;
        QList<QFuture<Result<void>>> futures;
        for (int i = 0; i < 500; ++i)
            futures.append(
                temporary.store().write(WritePriority::Background, settingOf(QString::number(i), QStringLiteral("x"))));
        temporary.reopen();
        for (auto& future : futures)
            QVERIFY(future.isFinished() && future.result().has_value());
        QCOMPARE(temporary.read([](const ReadUnit& unit) { return unit.settings().all(); }).size(), 500);
    }

    void theLogIsGoneAfterClosing()
    {
        TemporaryStore temporary;
        temporary.write(settingOf(QStringLiteral("a"), QStringLiteral("1")));
        temporary.close();
        QVERIFY(!QFile::exists(temporary.location().file() + QStringLiteral("-wal")));
    }

    // C4: another program holds the file for a while; writing waits its turn and is done then.
    void aBusyFileIsWaitedFor()
    {
        TemporaryStore temporary;
        const auto other = Connection::open(temporary.location().file(), Connection::Role::Writer);
        QVERIFY((*other)->beginWriting().has_value());
        auto future
            = temporary.store().write(WritePriority::Normal, settingOf(QStringLiteral("a"), QStringLiteral("1")));
        QVERIFY((*other)->run(QStringLiteral("INSERT INTO setting (key, value) VALUES ('b', '2')")).has_value());
        QVERIFY(!future.isFinished());
        QVERIFY((*other)->commit().has_value());
        QVERIFY(future.result().has_value());
        QCOMPARE(temporary.read([](const ReadUnit& unit) { return unit.settings().all(); }).size(), 2);
    }

    void twoStoresInOneProcessShareAFile()
    {
        TemporaryStore temporary;
        const std::unique_ptr<Store> other = temporary.openAnother();
        QList<QFuture<Result<void>>> futures;
        for (int i = 0; i < 200; ++i) {
            Store& store = i % 2 ? temporary.store() : *other;
            futures.append(store.write(WritePriority::Normal, settingOf(QString::number(i), QStringLiteral("x"))));
        }
        for (auto& future : futures)
            QVERIFY(future.result().has_value());
        QCOMPARE(temporary.read([](const ReadUnit& unit) { return unit.settings().all(); }).size(), 200);
    }

    void twoProcessesOpenAFreshStoreTogetherAndShareIt()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("new/reserve.sqlite"));
        std::array<QProcess, 3> processes;
        for (std::size_t i = 0; i < processes.size(); ++i)
            processes[i].start(QStringLiteral(STORE_WRITER_PROGRAM),
                               {file, QStringLiteral("settings"), QString::number(i), QStringLiteral("50")});
        for (QProcess& process : processes) {
            QVERIFY(process.waitForFinished(60000));
            QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
        }
        const auto store
            = Store::open(StoreLocation::fromText(file).value(), OpenMode::MustExist, std::make_shared<FakeClock>());
        const auto settings = (*store)->read([](const ReadUnit& unit) { return unit.settings().all(); }).result();
        QCOMPARE(settings->size(), 150);
    }

    // K1 to K3: what was confirmed before a kill is there after it.
    void aKilledWriterLosesNothingItConfirmed()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("reserve.sqlite"));
        QProcess process;
        process.start(QStringLiteral(STORE_WRITER_PROGRAM),
                      {file, QStringLiteral("settings"), QStringLiteral("k"), QStringLiteral("1000000")});
        int confirmed = 0;
        while (confirmed < 200) {
            QVERIFY(process.waitForReadyRead(30000));
            while (process.canReadLine())
                confirmed = process.readLine().trimmed().toInt();
        }
        process.kill();
        QVERIFY(process.waitForFinished());
        const QByteArrayList rest = process.readAllStandardOutput().trimmed().split('\n');
        confirmed = std::max(confirmed, rest.value(rest.size() - 2).toInt());
        const auto store
            = Store::open(StoreLocation::fromText(file).value(), OpenMode::MustExist, std::make_shared<FakeClock>());
        QVERIFY2(store.has_value(), qPrintable(store ? QString() : store.error().logLine()));
        const auto settings = (*store)->read([](const ReadUnit& unit) { return unit.settings().all(); }).result();
        for (int i = 0; i < confirmed; ++i)
            QVERIFY2(settings->contains(QStringLiteral("k-%1").arg(i)), qPrintable(QString::number(i)));
    }
};

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
