// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/connection.h"
#include "models/store/migrator.h"
#include "tests/support/temporarystore.h"

#include <QFile>
#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

QByteArray contentsOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void putContents(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
}

std::unique_ptr<Connection> connectTo(const QString& file)
{
    return std::move(Connection::open(file, Connection::Role::Plain).value());
}

Result<std::unique_ptr<Store>> openStore(const QString& file, OpenMode mode = OpenMode::CreateIfMissing)
{
    return Store::open(StoreLocation::fromText(file).value(), mode, std::make_shared<FakeClock>());
}

QStringList schemaOf(const QString& file)
{
    return connectTo(file)
        ->rows(QStringLiteral("SELECT type || ' ' || name || ' ' || ifnull(sql, '') FROM sqlite_schema ORDER BY 1"), {},
               [](Row& row) {
                   QString text;
                   row >> text;
                   return text;
               })
        .value();
}

int versionOf(const QString& file)
{
    const std::unique_ptr<Connection> connection = connectTo(file);
    return Migrator(*connection, {}).version().value();
}

} // namespace

class TestMigrations : public QObject
{
    Q_OBJECT

private:
    QString m_file;
    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(QStringLiteral("reserve.sqlite"));
    }

    void areNumberedWithoutGaps()
    {
        const QList<Migration> migrations = sqliteMigrations();
        QVERIFY(!migrations.isEmpty());
        for (qsizetype i = 0; i < migrations.size(); ++i)
            QCOMPARE(migrations.at(i).number, int(i) + 1);
    }

    void statementsEndWithALineThatEndsWithASemicolon()
    {
        const QStringList statements = statementsOf(QStringLiteral("-- comment;\n"
                                                                   "CREATE TABLE a (\n    b TEXT -- why;\n);\n"
                                                                   "CREATE TRIGGER t BEFORE INSERT ON a\nBEGIN\n"
                                                                   "    SELECT 1;\n    SELECT 2;\nEND;\n"
                                                                   "INSERT INTO a VALUES ('x');\n"));
        QCOMPARE(statements.size(), 4);
    }

    void aNewStoreHasTheNewestVersionAndItsHistory()
    {
        QVERIFY(openStore(m_file).has_value());
        const int newest = sqliteMigrations().last().number;
        QCOMPARE(versionOf(m_file), newest);
        QCOMPARE(connectTo(m_file)->number(QStringLiteral("SELECT count(*) FROM schema_version")).value(), newest);
    }

    // K5: a program that was killed between two files, at every place.
    void goOnWhereAKillStoppedThem()
    {
        QVERIFY(openStore(m_file).has_value());
        const QStringList wanted = schemaOf(m_file);
        const QList<Migration> all = sqliteMigrations();
        for (qsizetype done = 1; done < all.size(); ++done) {
            const QString file = m_folder->filePath(QStringLiteral("half-%1.sqlite").arg(done));
            putContents(file, {});
            {
                const std::unique_ptr<Connection> connection = connectTo(file);
                QVERIFY(connection->run(QStringLiteral("PRAGMA journal_mode = WAL")).has_value());
                QVERIFY(Migrator(*connection, all.first(done)).migrate(at("2026-11-01T00:00:00Z")).has_value());
            }
            const auto store = openStore(file, OpenMode::MustExist);
            QVERIFY2(store.has_value(), qPrintable(store ? QString() : store.error().logLine()));
            QCOMPARE(schemaOf(file), wanted);
            const QString kept = file + QStringLiteral(".before-version-%1").arg(all.last().number);
            QCOMPARE(versionOf(kept), int(done));
        }
    }

    // 007: what a space allowed becomes its policy.
    void allowConflictsOfASpaceBecomesItsPolicy()
    {
        putContents(m_file, {});
        {
            const std::unique_ptr<Connection> connection = connectTo(m_file);
            QVERIFY(connection->run(QStringLiteral("PRAGMA journal_mode = WAL")).has_value());
            QVERIFY(Migrator(*connection, sqliteMigrations().first(6)).migrate(at("2026-11-01T00:00:00Z")).has_value());
            for (const QString& allows : {QStringLiteral("0"), QStringLiteral("1")}) {
                QVERIFY(
                    connection
                        ->run(QStringLiteral(
                                  "INSERT INTO space VALUES (NULL, 'CR', '', '', 0, 'CR%1', 'cr%1', '', '', 31, 480, "
                                  "1020, 1, %1, 0, 0, '[]')")
                                  .arg(allows))
                        .has_value());
            }
        }
        const auto store = openStore(m_file, OpenMode::MustExist);
        QVERIFY(store.has_value());
        const auto book = (*store)->read([](const ReadUnit& unit) { return unit.policies().all(); }).result();
        const QString name = QStringLiteral("AllowConflicts");
        QCOMPARE(book->own(PolicyScope::ofSpace(SpaceId{1}), name), std::nullopt);
        QCOMPARE(book->own(PolicyScope::ofSpace(SpaceId{2}), name), std::optional(QStringLiteral("true")));
    }

    // 012: what waits behind something of its lane is known to.
    void anOutboxKnowsTheHeadsOfItsLanes()
    {
        putContents(m_file, {});
        {
            const std::unique_ptr<Connection> connection = connectTo(m_file);
            QVERIFY(connection->run(QStringLiteral("PRAGMA journal_mode = WAL")).has_value());
            QVERIFY(
                Migrator(*connection, sqliteMigrations().first(11)).migrate(at("2026-11-01T00:00:00Z")).has_value());
            const auto insert = [&](const char* kind, const char* state, const char* lane) {
                QVERIFY(connection
                            ->run(QStringLiteral("INSERT INTO outbox VALUES (NULL, '%1', '%2', '%3', NULL, 5, NULL, "
                                                 "'', '', '', 0, 0, 0, "
                                                 "'{}', '', 0, x'7b7d')")
                                      .arg(QLatin1String(kind), QLatin1String(state), QLatin1String(lane)))
                            .has_value());
            };
            insert("answer", "done", "a");
            insert("answer", "waiting", "a");
            insert("confirmation", "waiting", "a");
            insert("answer", "failed", "b");
            insert("answer", "waiting", "b");
            insert("notice", "waiting", "");
            insert("notice", "waiting", "");
        }
        const auto store = openStore(m_file, OpenMode::MustExist);
        QVERIFY(store.has_value());
        const auto taken = (*store)
                               ->write(WritePriority::Normal,
                                       [](WriteUnit& unit) {
                                           return unit.outbox().take(
                                               {{{{5}, OutboxWay::Exchange}, 10, 0}, {{{5}, OutboxWay::Mail}, 10, 0}},
                                               {10}, std::chrono::hours(24));
                                       })
                               .result();
        QList<qint64> ids;
        for (const OutboxEntry& entry : *taken)
            ids.append(entry.id.value);
        QCOMPARE(ids, (QList<qint64>{2, 6, 7}));
    }

    // 017: the lines of a session move into one row.
    void theLinesOfASessionStayReadable()
    {
        putContents(m_file, {});
        {
            const std::unique_ptr<Connection> connection = connectTo(m_file);
            QVERIFY(connection->run(QStringLiteral("PRAGMA journal_mode = WAL")).has_value());
            QVERIFY(
                Migrator(*connection, sqliteMigrations().first(16)).migrate(at("2026-11-01T00:00:00Z")).has_value());
            QVERIFY(connection
                        ->run(QStringLiteral(
                            "INSERT INTO session VALUES (3, 1000, 0, '192.0.2.7:50123', 'mail', 2, 0, 550)"))
                        .has_value());
            const auto insert = [&](qint64 number, const QString& verb, int reply, const QByteArray& reason) {
                QVERIFY(
                    connection
                        ->run(QStringLiteral(
                                  "INSERT INTO session_event VALUES (?, 3, 1000, '192.0.2.7:50123', ?, 'x', ?, ?, 4)"),
                              {number, verb, reply, Bound::utf8(reason)})
                        .has_value());
            };
            insert(8, QStringLiteral("RCPT"), 550,
                   toJson(Reason{"rcpt.no-relaying", {{QStringLiteral("domain"), QStringLiteral("a\"b")}}}));
            insert(7, QStringLiteral("MAIL"), 250, toJson(Reason()));
        }
        const auto store = openStore(m_file, OpenMode::MustExist);
        QVERIFY(store.has_value());
        const auto lines
            = (*store)->read([](const ReadUnit& unit) { return unit.sessionEvents().ofSession({3}); }).result();
        const QString peer = QStringLiteral("192.0.2.7:50123");
        const Instant then = fromEpochMilliseconds(1000);
        QCOMPARE(*lines,
                 (QList<SessionEvent>{{7, {3}, then, peer, "MAIL", QStringLiteral("x"), 250, {}, 4},
                                      {8,
                                       {3},
                                       then,
                                       peer,
                                       "RCPT",
                                       QStringLiteral("x"),
                                       550,
                                       {"rcpt.no-relaying", {{QStringLiteral("domain"), QStringLiteral("a\"b")}}},
                                       4}}));
        const auto last
            = (*store)->read([](const ReadUnit& unit) { return unit.sessionEvents().lastNumber(); }).result();
        QCOMPARE(*last, 8);
    }

    // 022: an answer that is mailed in place of Exchange comes to the mails.
    void mailedAnswersMoveToTheMails()
    {
        putContents(m_file, {});
        {
            const std::unique_ptr<Connection> connection = connectTo(m_file);
            QVERIFY(connection->run(QStringLiteral("PRAGMA journal_mode = WAL")).has_value());
            QVERIFY(
                Migrator(*connection, sqliteMigrations().first(21)).migrate(at("2026-11-01T00:00:00Z")).has_value());
            const auto insert = [&](const char* kind, int looks) {
                QVERIFY(connection
                            ->run(QStringLiteral(
                                      "INSERT INTO outbox (kind, state, lane, space_id, recipient, "
                                      "envelope_sender, "
                                      "message_id, attempts, created_at, next_attempt, last_failure, remote_text, "
                                      "done_at, payload, looks) VALUES ('%1', 'waiting', '', 5, '', '', '', 0, 0, "
                                      "0, "
                                      "'{}', '', 0, x'7b7d', %2)")
                                      .arg(QLatin1String(kind), QString::number(looks)))
                            .has_value());
            };
            insert("answer", 4);
            insert("answer", 5);
            insert("confirmation", 0);
            insert("calendar-order", 5);
        }
        const auto store = openStore(m_file, OpenMode::MustExist);
        QVERIFY(store.has_value());
        const auto idsIn = [&](OutboxWay way) {
            QList<qint64> ids;
            const auto taken
                = (*store)
                      ->write(WritePriority::Normal,
                              [way](WriteUnit& unit) {
                                  return unit.outbox().take({{{{5}, way}, 10, 0}}, {10}, std::chrono::hours(24));
                              })
                      .result();
            for (const OutboxEntry& entry : *taken)
                ids.append(entry.id.value);
            return ids;
        };
        QCOMPARE(idsIn(OutboxWay::Mail), (QList<qint64>{2, 3}));
        QCOMPARE(idsIn(OutboxWay::Exchange), (QList<qint64>{1, 4}));
    }

    void aFileThatFailsLeavesNothingBehind()
    {
        putContents(m_file, {});
        const std::unique_ptr<Connection> connection = connectTo(m_file);
        QList<Migration> migrations = sqliteMigrations().first(1);
        QVERIFY(Migrator(*connection, migrations).migrate(at("2026-11-01T00:00:00Z")).has_value());
        migrations.append(
            {2, QStringLiteral("002_broken.sql"),
             QStringLiteral("CREATE TABLE fine (a TEXT) STRICT;\nCREATE TABLE broken (a NOSUCHTYPE) STRICT;\n")});
        const Result<void> done = Migrator(*connection, migrations).migrate(at("2026-11-01T00:00:00Z"));
        QCOMPARE(done.error().code(), QByteArray("store.migration"));
        QCOMPARE(done.error().arguments().value(QStringLiteral("number")), QStringLiteral("2"));
        QCOMPARE(Migrator(*connection, {}).version().value(), 1);
        QCOMPARE(connection->number(QStringLiteral("SELECT count(*) FROM sqlite_schema WHERE name = 'fine'")).value(),
                 0);
    }

    void aNewerVersionIsRefusedAndLeftAsItIs()
    {
        QVERIFY(openStore(m_file).has_value());
        QVERIFY(connectTo(m_file)->run(QStringLiteral("PRAGMA user_version = 99")).has_value());
        const QByteArray before = contentsOf(m_file);
        const auto refused = openStore(m_file);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code(), QByteArray("store.newer-version"));
        QCOMPARE(refused.error().arguments().value(QStringLiteral("version")), QStringLiteral("99"));
        QCOMPARE(contentsOf(m_file), before);
        QVERIFY(!QFile::exists(m_file + QStringLiteral("-wal")));
    }

    void anotherProgramsDatabaseIsLeftAlone()
    {
        putContents(m_file, {});
        QVERIFY(connectTo(m_file)->run(QStringLiteral("CREATE TABLE theirs (a TEXT)")).has_value());
        const QByteArray before = contentsOf(m_file);
        const auto refused = openStore(m_file);
        QCOMPARE(refused.error().code(), QByteArray("store.foreign"));
        QCOMPARE(contentsOf(m_file), before);
    }

    // A log that is still to be played in does not make it ours.
    void anotherProgramsDamagedDatabaseIsLeftAlone()
    {
        putContents(m_file, {});
        QVERIFY(connectTo(m_file)->run(QStringLiteral("CREATE TABLE theirs (a TEXT)")).has_value());
        QByteArray bytes = contentsOf(m_file);
        bytes.replace(100, 200, QByteArray(200, '\x5a'));
        putContents(m_file, bytes);
        putContents(m_file + QStringLiteral("-wal"), "their log");
        const auto refused = openStore(m_file);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code(), QByteArray("store.foreign"));
        QCOMPARE(contentsOf(m_file), bytes);
        QCOMPARE(contentsOf(m_file + QStringLiteral("-wal")), QByteArray("their log"));
    }

    // D3
    void aDamagedStoreIsSetAsideAndNeverOverwritten_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::newRow("zero length") << QStringLiteral("empty");
        QTest::newRow("not a database") << QStringLiteral("text");
        QTest::newRow("cut off in the header") << QStringLiteral("short");
        QTest::newRow("truncated") << QStringLiteral("half");
        QTest::newRow("pages flipped") << QStringLiteral("flipped");
    }

    void aDamagedStoreIsSetAsideAndNeverOverwritten()
    {
        QFETCH(const QString, damage);
        QVERIFY(openStore(m_file).has_value());
        QByteArray bytes = contentsOf(m_file);
        QVERIFY(bytes.size() > 50000);
        if (damage == QLatin1String("empty"))
            bytes.clear();
        else if (damage == QLatin1String("text"))
            bytes = QByteArray("This is no database. ").repeated(100);
        else if (damage == QLatin1String("short"))
            bytes.truncate(50);
        else if (damage == QLatin1String("half"))
            bytes.truncate(bytes.size() / 2);
        else
            bytes.replace(20 * 1024, 8192, QByteArray(8192, '\x5a'));
        putContents(m_file, bytes);
        putContents(m_file + QStringLiteral("-wal"), QByteArray());

        const auto refused = openStore(m_file);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code(), QByteArray("store.damaged"));
        const QString aside = refused.error().arguments().value(QStringLiteral("aside"));
        QCOMPARE(aside, m_file + QStringLiteral(".damaged-20261118T080000Z"));
        QCOMPARE(contentsOf(aside), bytes);
        QVERIFY(!QFile::exists(m_file));
        QVERIFY(!QFile::exists(m_file + QStringLiteral("-wal")));

        QVERIFY2(openStore(m_file).has_value(), "the next opening starts a new store");
        QCOMPARE(contentsOf(aside), bytes);
    }

    void twoDamagedStoresOfOneSecondAreBothKept()
    {
        for (const char* text : {"first", "second"}) {
            putContents(m_file, QByteArray(text).repeated(100));
            putContents(m_file + QStringLiteral("-wal"), QByteArray());
            QVERIFY(!openStore(m_file));
        }
        QCOMPARE(contentsOf(m_file + QStringLiteral(".damaged-20261118T080000Z")), QByteArray("first").repeated(100));
        QCOMPARE(contentsOf(m_file + QStringLiteral(".damaged-20261118T080000Z-2")),
                 QByteArray("second").repeated(100));
    }

    // Damage that is met at work shows at the next opening, in a large file too.
    void damageMetAtWorkIsLookedIntoAtTheNextOpening()
    {
        {
            const auto store = openStore(m_file);
            const auto filled = (*store)
                                    ->write(WritePriority::Normal,
                                            [](WriteUnit& unit) -> Result<void> {
                                                InboxMessage message;
                                                message.raw = QByteArray(12 * 1024 * 1024, 'x');
                                                if (const auto id = unit.inbox().append(message); !id)
                                                    return failure(id.error());
                                                return {};
                                            })
                                    .result();
            QVERIFY(filled.has_value());
        }
        const qint64 root
            = connectTo(m_file)
                  ->number(QStringLiteral("SELECT rootpage FROM sqlite_schema WHERE name = 'person_by_email'"))
                  .value();
        QByteArray bytes = contentsOf(m_file);
        bytes.replace((root - 1) * 4096, 4096, QByteArray(4096, '\x5a'));
        putContents(m_file, bytes);
        {
            const auto store = openStore(m_file);
            QVERIFY2(store.has_value(), "a large file is not read as a whole at every start");
            const auto people = (*store)
                                    ->read([](const ReadUnit& unit) {
                                        return unit.people().withEmail(QStringLiteral("a@example.com"));
                                    })
                                    .result();
            QCOMPARE(people.error().code(), QByteArray("store.corrupt"));
        }
        const auto refused = openStore(m_file);
        QCOMPARE(refused.error().code(), QByteArray("store.damaged"));
    }

    // A log left over from a lost database would be played into the new one.
    void aStrayLogNeverMeetsANewStore()
    {
        putContents(m_file + QStringLiteral("-wal"), QByteArray("left over").repeated(1000));
        QVERIFY(openStore(m_file).has_value());
        QVERIFY(QFile::exists(m_file + QStringLiteral(".stray-20261118T080000Z-wal")));
    }

    void aStoreWithoutItsLogModeGetsItBack()
    {
        QVERIFY(openStore(m_file).has_value());
        QVERIFY(connectTo(m_file)->run(QStringLiteral("PRAGMA journal_mode = DELETE")).has_value());
        QVERIFY(openStore(m_file).has_value());
        const auto mode = connectTo(m_file)->row(QStringLiteral("PRAGMA journal_mode"), {}, [](Row& row) {
            QString word;
            row >> word;
            return word;
        });
        QCOMPARE(mode.value(), QStringLiteral("wal"));
    }

    void aMissingStoreIsMissing()
    {
        const auto refused = openStore(m_file, OpenMode::MustExist);
        QCOMPARE(refused.error().code(), QByteArray("store.missing"));
        QVERIFY(!QFile::exists(m_file));
    }

    void theAuditRefusesToBeChanged()
    {
        QVERIFY(openStore(m_file).has_value());
        const std::unique_ptr<Connection> connection = connectTo(m_file);
        QVERIFY(connection->run(QStringLiteral("INSERT INTO audit (at, actor, subject, key, before, after) "
                                               "VALUES (0, 'a', 'space', 'k', '', '{}')")));
        for (const QString& sql : {QStringLiteral("UPDATE audit SET actor = 'b'"), QStringLiteral("DELETE FROM audit")})
            QCOMPARE(connection->run(sql).error().code(), QByteArray("audit.append-only"));
    }
};

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
