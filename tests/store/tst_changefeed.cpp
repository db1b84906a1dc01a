// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/changefeed.h"
#include "models/store/changelog.h"
#include "models/store/connection.h"
#include "tests/support/temporarystore.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <future>

using namespace reserve;
using namespace reserve::test;

namespace {

// Everything the feed told, in its order, on the test's thread.
class Listener final : public QObject
{
public:
    explicit Listener(Store& store)
    {
        connect(&store.changes(), &ChangeFeed::changed, this,
                [this](const QList<Change>& changes) { m_heard.append(changes); });
    }
    const QList<Change>& heard() const { return m_heard; }
    void forget() { m_heard.clear(); }

private:
    QList<Change> m_heard;
};

auto noteOf(const QString& word)
{
    return [=](WriteUnit& unit) {
        Trace trace;
        trace.subject = word;
        return unit.traces().append(trace);
    };
}

} // namespace

class TestChangeFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatMovedHereOnceAndInOrder()
    {
        TemporaryStore temporary;
        Listener listener(temporary.store());
        QList<Change> expected;
        for (int i = 0; i < 50; ++i)
            expected.append({ChangeSubject::Traces, temporary.write(noteOf(QString::number(i))).value});
        QTRY_COMPARE(listener.heard().size(), expected.size());
        QCOMPARE(listener.heard(), expected);
        // Nothing comes twice, not by the poll either.
        temporary.store().changes().setWatched(true);
        const TraceId last = temporary.write(noteOf(QStringLiteral("last")));
        expected.append({ChangeSubject::Traces, last.value});
        QTRY_COMPARE(listener.heard(), expected);
    }

    void saysNothingOfWhatWasRolledBack()
    {
        TemporaryStore temporary;
        Listener listener(temporary.store());
        const auto refused = temporary.tryWrite([](WriteUnit& unit) -> Result<void> {
            if (const auto id = unit.traces().append(Trace()); !id)
                return failure(id.error());
            return failure("test.refused");
        });
        QVERIFY(!refused);
        const TraceId kept = temporary.write(noteOf(QStringLiteral("kept")));
        QTRY_COMPARE(listener.heard(), (QList<Change>{{ChangeSubject::Traces, kept.value}}));
    }

    void startsWithWhatComesAfterOpening()
    {
        TemporaryStore temporary;
        temporary.write(noteOf(QStringLiteral("before")));
        temporary.reopen();
        Listener listener(temporary.store());
        const TraceId after = temporary.write(noteOf(QStringLiteral("after")));
        QTRY_COMPARE(listener.heard(), (QList<Change>{{ChangeSubject::Traces, after.value}}));
    }

    void tellsWhatAnotherStoreOnTheFileMoved()
    {
        TemporaryStore temporary;
        const std::unique_ptr<Store> other = temporary.openAnother();
        Listener listener(temporary.store());
        Listener elsewhere(*other);
        const TraceId id = other->write(WritePriority::Normal, noteOf(QStringLiteral("there"))).result().value();
        const QList<Change> expected{{ChangeSubject::Traces, id.value}};
        QTRY_COMPARE(listener.heard(), expected);
        QTRY_COMPARE(elsewhere.heard(), expected);
    }

    void tellsWhatAnotherProcessMoved()
    {
        TemporaryStore temporary;
        temporary.store().changes().setWatched(true);
        Listener listener(temporary.store());
        QProcess process;
        process.start(
            QStringLiteral(STORE_WRITER_PROGRAM),
            {temporary.location().file(), QStringLiteral("settings"), QStringLiteral("x"), QStringLiteral("20")});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 0);
        // Twenty commits; each is told once, however they were gathered.
        QTRY_COMPARE(listener.heard().size(), 20);
        QCOMPARE(listener.heard().first(), (Change{ChangeSubject::Settings, 0}));
    }

    void namesTheSubjectAloneWhenVeryManyRowsMove()
    {
        TemporaryStore temporary;
        Listener listener(temporary.store());
        temporary.write([](WriteUnit& unit) -> Result<void> {
            for (int i = 0; i < 500; ++i) {
                if (const auto id = unit.traces().append(Trace()); !id)
                    return failure(id.error());
            }
            return {};
        });
        QTRY_COMPARE(listener.heard(), (QList<Change>{{ChangeSubject::Traces, 0}}));
    }

    void aLookTellsWhatWasCommittedBeforeIt()
    {
        TemporaryStore temporary;
        const std::unique_ptr<Store> other = temporary.openAnother();
        Listener listener(temporary.store());
        const TraceId id = other->write(WritePriority::Normal, noteOf(QStringLiteral("there"))).result().value();
        std::promise<void> looked;
        temporary.store().changes().look([&looked] { looked.set_value(); });
        looked.get_future().wait();
        QCoreApplication::processEvents();
        QCOMPARE(listener.heard(), (QList<Change>{{ChangeSubject::Traces, id.value}}));
    }

    void aLongBacklogIsToldWhole()
    {
        TemporaryStore temporary;
        Listener listener(temporary.store());
        {
            const auto other = Connection::open(temporary.location().file(), Connection::Role::Writer);
            QVERIFY((*other)->beginWriting().has_value());
            for (int i = 1; i <= 2500; ++i)
                QVERIFY(ChangeLog(**other).append({{ChangeSubject::Spaces, i}}, temporary.clock().now()).has_value());
            QVERIFY((*other)->commit().has_value());
        }
        QTRY_COMPARE(listener.heard().size(), 2500);
        for (int i = 0; i < 2500; ++i)
            QCOMPARE(listener.heard().at(i).id, i + 1);
    }

    void aReaderBehindThePrunedLogReloadsEverything()
    {
        TemporaryStore temporary;
        for (int i = 0; i < 5; ++i)
            temporary.write(noteOf(QString::number(i)));
        temporary.clock().advance(std::chrono::hours(2));
        temporary.write(noteOf(QStringLiteral("prunes what is older than an hour")));
        temporary.close();
        const auto connection = Connection::open(temporary.location().file(), Connection::Role::Plain);
        QCOMPARE((*connection)->number(QStringLiteral("SELECT count(*) FROM change_log")).value(), 1);
        const ChangeLog log(**connection);
        const ChangeLog::Batch behind = log.after(2).value();
        QCOMPARE(behind.cursor, 6);
        QVERIFY(behind.changes.contains(Change{ChangeSubject::Reservations, 0}));
        QVERIFY(behind.changes.contains(Change{ChangeSubject::Traces, 0}));
        const ChangeLog::Batch upToDate = log.after(5).value();
        QCOMPARE(upToDate.changes.size(), 1);
        QCOMPARE(log.after(6).value().changes.size(), 0);
    }

    void theLogStaysReadableForANewerProgramsSubjects()
    {
        TemporaryStore temporary;
        temporary.close();
        const auto connection = Connection::open(temporary.location().file(), Connection::Role::Plain);
        QVERIFY((*connection)
                    ->run(QStringLiteral("INSERT INTO change_log (at, changes) VALUES (0, 'series/1 spaces/2')"))
                    .has_value());
        QCOMPARE(ChangeLog(**connection).after(0).value().changes, (QList<Change>{{ChangeSubject::Spaces, 2}}));
    }
};

QTEST_GUILESS_MAIN(TestChangeFeed)
#include "tst_changefeed.moc"
