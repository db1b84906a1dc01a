// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/spoolfolder.h"
#include "tests/support/temporarystore.h"

#include <QDir>
#include <QTest>

using namespace reserve;
using namespace reserve::test;

class TestSpoolFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsBytesUntilTheyAreRemoved()
    {
        QTemporaryDir folder;
        const SpoolFolder spool(folder.filePath(QStringLiteral("spool")));
        const QByteArray bytes = QByteArray("a\0b\r\n", 5).repeated(100000);
        const QString name = spool.write(bytes).value();
        QCOMPARE(spool.read(name).value(), bytes);
        QCOMPARE(QFile::permissions(spool.pathOf(name)) & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
                 QFileDevice::Permissions());
        QVERIFY(spool.write(bytes).value() != name);
        spool.remove(name);
        QCOMPARE(spool.read(name).error().code(), QByteArray("spool.missing"));
        spool.remove(name);
    }

    void staysInsideItsFolder()
    {
        QTemporaryDir folder;
        QFile outside(folder.filePath(QStringLiteral("outside.eml")));
        QVERIFY(outside.open(QIODevice::WriteOnly));
        const SpoolFolder spool(folder.filePath(QStringLiteral("spool")));
        for (const QString& name :
             {QStringLiteral("../outside.eml"), QStringLiteral(".."), QString(), QStringLiteral("..\\outside.eml")}) {
            QVERIFY(!spool.read(name).has_value());
            spool.remove(name);
        }
        QVERIFY(outside.exists());
    }

    void removesOldOrphansOnly()
    {
        QTemporaryDir folder;
        const SpoolFolder spool(folder.path());
        const QString named = spool.write("named").value();
        const QString orphan = spool.write("orphan").value();
        const Instant now = SystemClock().now();
        QCOMPARE(spool.removeOrphans({named}, now - std::chrono::hours(1)), 0);
        QCOMPARE(spool.removeOrphans({named}, now + std::chrono::hours(1)), 1);
        QVERIFY(spool.read(named).has_value());
        QVERIFY(!spool.read(orphan).has_value());
    }

    // A crash between the file and its row leaves a file; the next start, a day later, sweeps it.
    void openingAStoreSweepsOrphans()
    {
        TemporaryStore temporary;
        const SpoolFolder spool(temporary.location().spoolFolder());
        const QString orphan = spool.write("orphan").value();
        temporary.clock().set(SystemClock().now() + std::chrono::hours(48));
        temporary.reopen();
        QTRY_VERIFY(!QFile::exists(spool.pathOf(orphan)));
    }

    // R-RETENTION: the file goes with its row, and only once that is durable.
    void retentionDropsRowsAndFiles()
    {
        TemporaryStore temporary;
        const SpoolFolder spool(temporary.location().spoolFolder());
        const QString name = spool.write("large").value();
        const InboxId spooled = temporary.write([=](WriteUnit& unit) {
            InboxMessage message;
            message.receivedAt = unit.now();
            message.spoolFile = name;
            return unit.inbox().append(message);
        });
        const InboxId small = temporary.write([](WriteUnit& unit) {
            InboxMessage message;
            message.receivedAt = unit.now();
            message.raw = "small";
            return unit.inbox().append(message);
        });
        const auto drop = [&](bool fail) {
            return temporary.tryWrite([fail](WriteUnit& unit) -> Result<int> {
                const auto dropped = unit.inbox().dropRawBefore(unit.now() + std::chrono::hours(1), 10);
                return fail ? Result<int>(failure("test.refused")) : dropped;
            });
        };
        QVERIFY(!drop(true));
        QVERIFY(QFile::exists(spool.pathOf(name)));
        QCOMPARE(drop(false).value(), 2);
        QCOMPARE(drop(false).value(), 0);
        QVERIFY(!QFile::exists(spool.pathOf(name)));
        for (const InboxId id : {spooled, small}) {
            const auto raw
                = temporary.store().read([id](const ReadUnit& unit) { return unit.inbox().raw(id); }).result();
            QCOMPARE(raw.error().code(), QByteArray("inbox.raw-gone"));
            QVERIFY(temporary.read([id](const ReadUnit& unit) { return unit.inbox().find(id); }).has_value());
        }
    }
};

QTEST_GUILESS_MAIN(TestSpoolFolder)
#include "tst_spoolfolder.moc"
