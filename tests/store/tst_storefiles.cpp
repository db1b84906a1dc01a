// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/storefiles.h"
#include "tests/support/temporarystore.h"

#include <QDir>
#include <QFile>
#include <QTest>

#ifdef Q_OS_UNIX
#include <grp.h>
#include <sys/stat.h>
#include <unistd.h>

#include <vector>
#endif

using namespace reserve;
using namespace reserve::test;

namespace {

Result<std::unique_ptr<Store>> openStore(const QString& file, OpenMode mode = OpenMode::CreateIfMissing)
{
    return Store::open(StoreLocation::fromText(file).value(), mode, std::make_shared<FakeClock>());
}

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

// Something in every file: the log, its shared memory and the spool exist only after a write.
void writeSomething(Store& store)
{
    const auto done
        = store
              .write(WritePriority::Normal,
                     [](WriteUnit& unit) {
                         return unit.settings().set(QStringLiteral("a"), QStringLiteral("1"), QStringLiteral("test"));
                     })
              .result();
    QVERIFY(done.has_value());
}

#ifdef Q_OS_UNIX
int modeOf(const QString& path)
{
    struct stat status = {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? int(status.st_mode & 07777) : -1;
}

// As a service would have it, and as a careless desk would.
class Umask final
{
public:
    explicit Umask(mode_t mask)
        : m_before(::umask(mask))
    {
    }
    ~Umask() { ::umask(m_before); }

private:
    mode_t m_before;
};

// Root for a moment as a user and in a group of its own, and back.
class SomebodyElse final
{
public:
    SomebodyElse()
    {
        m_groups.resize(size_t(::getgroups(0, nullptr)));
        m_real = ::getgroups(int(m_groups.size()), m_groups.data()) >= 0 && ::setgroups(0, nullptr) == 0
            && ::setresgid(nobody, nobody, 0) == 0 && ::setresuid(nobody, nobody, 0) == 0;
    }
    ~SomebodyElse()
    {
        const bool back = ::setresuid(0, 0, 0) == 0 && ::setresgid(0, 0, 0) == 0
            && ::setgroups(m_groups.size(), m_groups.data()) == 0;
        if (!back)
            qFatal("The test cannot become root again");
    }
    Q_DISABLE_COPY_MOVE(SomebodyElse)

    bool isReal() const { return m_real; }

private:
    static constexpr uid_t nobody = 65534;
    std::vector<gid_t> m_groups;
    bool m_real = false;
};
#endif

} // namespace

class TestStoreFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLocationIsAFile()
    {
        QCOMPARE(StoreLocation::fromText(QStringLiteral("  ")).error().code(), QByteArray("store.location-empty"));
        const auto refused = StoreLocation::fromText(QStringLiteral("postgresql://user:secret@host/reserve"));
        QCOMPARE(refused.error().code(), QByteArray("store.location-unsupported"));
        QVERIFY(!refused.error().logLine().contains(QLatin1String("secret")));
        QCOMPARE(StoreLocation::fromText(QStringLiteral("a/../b.sqlite"))->file(),
                 QDir::current().filePath(QStringLiteral("b.sqlite")));
        QVERIFY(StoreLocation::ofThisDesk().file().endsWith(QLatin1String("reserve.sqlite")));
    }

    void aPathWithSpecialCharactersWorks()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("büro 50% #1?/räume & co.sqlite"));
        QVERIFY(openStore(file).has_value());
        QVERIFY(QFile::exists(file));
    }

#ifdef Q_OS_UNIX
    void aDesksStoreIsForItsOwnerAlone()
    {
        const Umask careless(0);
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("deep/new/reserve.sqlite"));
        const auto store = openStore(file);
        QVERIFY(store.has_value());
        writeSomething(**store);
        QCOMPARE(modeOf(folder.filePath(QStringLiteral("deep/new"))), 0700);
        for (const QString& suffix : storeFileSuffixes())
            QCOMPARE(modeOf(file + suffix), 0600);
    }

    void aGroupsStoreIsForItsGroup()
    {
        const Umask strict(077);
        QTemporaryDir folder;
        QVERIFY(::chmod(QFile::encodeName(folder.path()).constData(), 02770) == 0);
        const QString file = folder.filePath(QStringLiteral("reserve.sqlite"));
        const auto store = openStore(file);
        QVERIFY(store.has_value());
        writeSomething(**store);
        for (const QString& suffix : storeFileSuffixes())
            QCOMPARE(modeOf(file + suffix), 0660);
        const QString spool = file + QStringLiteral(".spool");
        QVERIFY(createSharedFolder(spool).has_value());
        QCOMPARE(modeOf(spool), 02770);
    }

    void anExistingFolderKeepsItsMode()
    {
        QTemporaryDir folder;
        QVERIFY(::chmod(QFile::encodeName(folder.path()).constData(), 0755) == 0);
        QVERIFY(openStore(folder.filePath(QStringLiteral("reserve.sqlite"))).has_value());
        QCOMPARE(modeOf(folder.path()), 0755);
    }

    // D5
    void aFolderThatCannotBeWrittenIsRefused()
    {
        if (::geteuid() == 0)
            QSKIP("root may write everywhere; run as another user to see this refused");
        QTemporaryDir folder;
        QVERIFY(::chmod(QFile::encodeName(folder.path()).constData(), 0500) == 0);
        const auto refused = openStore(folder.filePath(QStringLiteral("reserve.sqlite")));
        QCOMPARE(refused.error().code(), QByteArray("store.folder"));
    }

    void whoIsNotInTheGroupIsToldWhichOneItIs()
    {
        if (::geteuid() != 0)
            QSKIP("only root can be somebody else for a moment; run as root to see this refused");
        QTemporaryDir folder;
        QVERIFY(::chmod(QFile::encodeName(folder.path()).constData(), 02770) == 0);
        const SomebodyElse somebody;
        QVERIFY(somebody.isReal());
        for (const OpenMode mode : {OpenMode::CreateIfMissing, OpenMode::MustExist}) {
            const auto refused = openStore(folder.filePath(QStringLiteral("reserve.sqlite")), mode);
            QCOMPARE(refused.error().code(), QByteArray("store.not-in-group"));
            QCOMPARE(refused.error().arguments().value(QStringLiteral("group")), QStringLiteral("root"));
        }
    }
#endif

    void aFileInPlaceOfAFolderIsRefused()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto refused = openStore(folder.filePath(QStringLiteral("file/reserve.sqlite")));
        QCOMPARE(refused.error().code(), QByteArray("store.folder"));
    }

    // Set up as a store by a slip of the hand.
    void whatNeverWasAStoreIsLeftAlone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("report") << QByteArray("%PDF-1.4 ").repeated(100);
        QTest::newRow("note") << QByteArray("8 bytes!");
        QTest::newRow("nothing yet") << QByteArray();
    }

    void whatNeverWasAStoreIsLeftAlone()
    {
        QFETCH(const QByteArray, bytes);
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("report.pdf"));
        putContents(file, bytes);
        for (const OpenMode mode : {OpenMode::MustExist, OpenMode::CreateIfMissing}) {
            const auto refused = openStore(file, mode);
            QVERIFY(!refused);
            QCOMPARE(refused.error().code(), QByteArray("store.no-database"));
            QCOMPARE(refused.error().arguments().value(QStringLiteral("path")), file);
        }
        QCOMPARE(contentsOf(file), bytes);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{QFileInfo(file).fileName()});
    }

    // D3: its header is gone, what it kept beside it is not.
    void aStoreIsKnownByWhatStandsBesideIt_data()
    {
        QTest::addColumn<QString>("suffix");
        for (const char* suffix : {"-wal", "-shm", ".suspect", ".spool", ".secrets"})
            QTest::newRow(suffix) << QString::fromLatin1(suffix);
    }

    void aStoreIsKnownByWhatStandsBesideIt()
    {
        QFETCH(const QString, suffix);
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("reserve.sqlite"));
        putContents(file, QByteArray(4096, '\0'));
        putContents(file + suffix, QByteArray());
        const auto refused = openStore(file);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code(), QByteArray("store.damaged"));
        QVERIFY(!QFile::exists(file));
    }

    // D5
    void networkFileSystemsAreKnown_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<bool>("network");
        for (const char* type : {"nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "9p", "afs"})
            QTest::newRow(type) << QByteArray(type) << true;
        for (const char* type : {"ext4", "xfs", "btrfs", "tmpfs", "overlay", "zfs", "fuseblk", "NTFS", ""})
            QTest::addRow("local %s", type) << QByteArray(type) << false;
    }

    void networkFileSystemsAreKnown()
    {
        QFETCH(const QByteArray, type);
        QTEST(isNetworkFileSystem(type), "network");
    }

    void aSharesPathIsRefused()
    {
        QVERIFY(liesOnNetwork(QStringLiteral("//server/share/reserve.sqlite")));
        QTemporaryDir folder;
        QVERIFY(!liesOnNetwork(folder.filePath(QStringLiteral("not/yet/there.sqlite"))));
    }
};

QTEST_GUILESS_MAIN(TestStoreFiles)
#include "tst_storefiles.moc"
