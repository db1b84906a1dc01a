// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/connection.h"
#include "models/store/spoolfolder.h"
#include "tests/support/temporarystore.h"

#include <QFile>
#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

QStringList namesIn(const QString& file)
{
    const auto store
        = Store::open(StoreLocation::fromText(file).value(), OpenMode::MustExist, std::make_shared<FakeClock>());
    if (!store)
        return {QString::fromLatin1(store.error().code())};
    QStringList names;
    const auto spaces = (*store)->read([](const ReadUnit& unit) { return unit.spaces().all(); }).result();
    for (const Space& space : *spaces)
        names.append(space.name);
    return names;
}

void putContents(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TestBackup : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TemporaryStore> m_temporary;
    QString m_backup;
    FakeClock m_clock;

    Result<void> backUp() { return m_temporary->store().backup(m_backup).result(); }
    Result<QString> restore() { return Store::restore(m_backup, m_temporary->location(), m_clock); }

private Q_SLOTS:
    void init()
    {
        m_temporary = std::make_unique<TemporaryStore>();
        m_temporary->addSpace(QStringLiteral("CR1"), QStringLiteral("cr1@example.com"));
        m_backup = m_temporary->folder() + QStringLiteral("/backups/store.backup");
    }

    void copiesTheStoreWhileItIsInUse()
    {
        QList<QFuture<Result<void>>> writes;
        for (int i = 0; i < 200; ++i)
            writes.append(m_temporary->store().write(WritePriority::Normal, [i](WriteUnit& unit) {
                return unit.settings().set(QString::number(i), QStringLiteral("x"), QStringLiteral("test"));
            }));
        const Result<void> done = backUp();
        QVERIFY2(done.has_value(), qPrintable(done ? QString() : done.error().logLine()));
        for (auto& write : writes)
            QVERIFY(write.result().has_value());
        QCOMPARE(namesIn(m_backup), QStringList{QStringLiteral("CR1")});
        QVERIFY(!QFile::exists(m_backup + QStringLiteral(".new")));
        QCOMPARE(QFile::permissions(m_backup) & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
                 QFileDevice::Permissions());
    }

    void replacesAnOlderBackup()
    {
        QVERIFY(backUp().has_value());
        m_temporary->addSpace(QStringLiteral("CR2"), QStringLiteral("cr2@example.com"));
        QVERIFY(backUp().has_value());
        QCOMPARE(namesIn(m_backup), (QStringList{QStringLiteral("CR1"), QStringLiteral("CR2")}));
    }

    void isRefusedOntoTheStoreItself()
    {
        m_backup = m_temporary->location().file();
        QCOMPARE(backUp().error().code(), QByteArray("backup.onto-store"));
        QCOMPARE(restore().error().code(), QByteArray("backup.onto-store"));
    }

    void takesLargeMessagesAlong()
    {
        const SpoolFolder spool(m_temporary->location().spoolFolder());
        const QByteArray large(SpoolFolder::threshold + 1, 'x');
        const QString name = spool.write(large).value();
        const InboxId id = m_temporary->write([=](WriteUnit& unit) {
            InboxMessage message;
            message.spoolFile = name;
            message.size = large.size();
            return unit.inbox().append(message);
        });
        QVERIFY(backUp().has_value());
        spool.remove(name);
        m_temporary->close();
        QVERIFY(restore().has_value());
        m_temporary->reopen();
        QCOMPARE(m_temporary->read([id](const ReadUnit& unit) { return unit.inbox().raw(id); }), large);
    }

    void restoringSetsTheOldStoreAside()
    {
        QVERIFY(backUp().has_value());
        m_temporary->addSpace(QStringLiteral("CR2"), QStringLiteral("cr2@example.com"));
        m_temporary->close();
        const Result<QString> aside = restore();
        QVERIFY2(aside.has_value(), qPrintable(aside ? QString() : aside.error().logLine()));
        QCOMPARE(*aside, m_temporary->location().file() + QStringLiteral(".replaced-20261118T080000Z"));
        QCOMPARE(namesIn(m_temporary->location().file()), QStringList{QStringLiteral("CR1")});
        QCOMPARE(namesIn(*aside), (QStringList{QStringLiteral("CR1"), QStringLiteral("CR2")}));
    }

    void restoringIntoNothingNeedsNothingAside()
    {
        QVERIFY(backUp().has_value());
        m_temporary->close();
        QVERIFY(QFile::remove(m_temporary->location().file()));
        QCOMPARE(restore().value(), QString());
        QCOMPARE(namesIn(m_temporary->location().file()), QStringList{QStringLiteral("CR1")});
    }

    void restoringReplacesADamagedStore()
    {
        QVERIFY(backUp().has_value());
        m_temporary->close();
        putContents(m_temporary->location().file(), "damaged");
        putContents(m_temporary->location().file() + QStringLiteral("-wal"), QByteArray());
        QVERIFY(!restore()->isEmpty());
        QCOMPARE(namesIn(m_temporary->location().file()), QStringList{QStringLiteral("CR1")});
    }

    void restoringLeavesAloneWhatNeverWasAStore()
    {
        QVERIFY(backUp().has_value());
        m_temporary->close();
        const QString file = m_temporary->location().file();
        const QByteArray report = QByteArray("%PDF-1.4 ").repeated(100);
        putContents(file, report);
        QCOMPARE(restore().error().code(), QByteArray("store.no-database"));
        QFile left(file);
        QVERIFY(left.open(QIODevice::ReadOnly));
        QCOMPARE(left.readAll(), report);
    }

    void restoringIsRefusedWhileTheStoreIsOpen()
    {
        QVERIFY(backUp().has_value());
        const Result<QString> refused = restore();
        QCOMPARE(refused.error().code(), QByteArray("store.in-use"));
        m_temporary->addSpace(QStringLiteral("CR2"), QStringLiteral("cr2@example.com"));
    }

    // D3, D4
    void aDamagedBackupIsRefusedAndTheStoreUntouched()
    {
        QVERIFY(backUp().has_value());
        m_temporary->close();
        QFile file(m_backup);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray bytes = file.readAll();
        bytes.replace(20 * 1024, 8192, QByteArray(8192, '\x5a'));
        putContents(m_backup, bytes);
        QCOMPARE(restore().error().code(), QByteArray("backup.damaged"));
        putContents(m_backup, "no database at all");
        QCOMPARE(restore().error().code(), QByteArray("backup.no-database"));
        QCOMPARE(namesIn(m_temporary->location().file()), QStringList{QStringLiteral("CR1")});
    }

    void aNewerBackupIsRefused()
    {
        QVERIFY(backUp().has_value());
        m_temporary->close();
        {
            const auto connection = Connection::open(m_backup, Connection::Role::Plain);
            QVERIFY((*connection)->run(QStringLiteral("PRAGMA user_version = 99")).has_value());
        }
        QCOMPARE(restore().error().code(), QByteArray("backup.newer-version"));
        QCOMPARE(namesIn(m_temporary->location().file()), QStringList{QStringLiteral("CR1")});
    }

    // A log without its database would be played into the restored one.
    void aStrayLogNeverMeetsARestoredStore()
    {
        QVERIFY(backUp().has_value());
        m_temporary->close();
        QVERIFY(QFile::remove(m_temporary->location().file()));
        putContents(m_temporary->location().file() + QStringLiteral("-wal"), QByteArray("left over").repeated(1000));
        QCOMPARE(restore().value(), QString());
        QVERIFY(QFile::exists(m_temporary->location().file() + QStringLiteral(".replaced-20261118T080000Z-wal")));
        QCOMPARE(namesIn(m_temporary->location().file()), QStringList{QStringLiteral("CR1")});
    }

    void aMissingBackupIsMissing() { QCOMPARE(restore().error().code(), QByteArray("backup.missing")); }

    void aCheckpointEmptiesTheLog()
    {
        const QString log = m_temporary->location().file() + QStringLiteral("-wal");
        m_temporary->addSpace(QStringLiteral("CR2"), QStringLiteral("cr2@example.com"));
        QVERIFY(m_temporary->store().checkpoint().result().has_value());
        QCOMPARE(QFileInfo(log).size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestBackup)
#include "tst_backup.moc"
