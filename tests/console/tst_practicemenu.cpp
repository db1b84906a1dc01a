// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/console/practicehost.h"
#include "app/console/practicemenu.h"
#include "models/secrets/memorysecretstore.h"
#include "tests/support/temporarystore.h"

#include <QAction>
#include <QHostAddress>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>

using namespace reserve;
using namespace reserve::test;

namespace {

const QString off = QStringLiteral("off");

QAction* named(const QMenu& menu, const char* text)
{
    for (QAction* action : menu.actions()) {
        if (action->text() == QString::fromLatin1(text))
            return action;
    }
    return nullptr;
}

} // namespace

// The switches of the Practice Exchange in the console: each does what it says, and what is set is shown.
class tst_PracticeMenu final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void everySwitchIsTurnedOnAndOff_data();
    void everySwitchIsTurnedOnAndOff();
    void whatIsSetIsShown();
    void noSwitchIsMissing();
    void aSwitchReachesTheRunningExchange();
    void stopsAndStartsAgain();
    void everythingHasAName();

private:
    void start(PracticeHost& host);
    bool answers();

    std::unique_ptr<TemporaryStore> m_store;
    MemorySecretStore m_secrets;
};

void tst_PracticeMenu::init()
{
    m_store = std::make_unique<TemporaryStore>();
    m_store->addSpace(QStringLiteral("CR1 Borealis"), QStringLiteral("CR1@reserve.northgate.example"));
}

void tst_PracticeMenu::start(PracticeHost& host)
{
    QSignalSpy placed(&host, &PracticeHost::placeChanged);
    host.start();
    QTRY_COMPARE_WITH_TIMEOUT(placed.size(), 1, 20'000);
    QVERIFY(!placed.first().first().toString().isEmpty());
}

// Whether anybody takes a request where the profile says it is.
bool tst_PracticeMenu::answers()
{
    const auto profiles = m_store->read([](const ReadUnit& unit) { return unit.serverProfiles().all(); });
    const QUrl url(profiles.value(0).url);
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(url.host()), quint16(url.port()));
    if (!socket.waitForConnected(5'000))
        return false;
    socket.write("GET /EWS/Exchange.asmx HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    while (socket.state() == QAbstractSocket::ConnectedState && socket.bytesAvailable() == 0) {
        if (!socket.waitForReadyRead(5'000))
            break;
    }
    return socket.readAll().startsWith("HTTP/1.1 ");
}

void tst_PracticeMenu::everySwitchIsTurnedOnAndOff_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("on");
    const auto row = [](const char* text, const char* name, const char* on) {
        QTest::newRow(text) << QString::fromLatin1(name) << QString::fromLatin1(on);
    };
    row("Exchange is away", "offline", "on");
    row("Answers come after 3 seconds", "slow", "3000");
    row("Requests are throttled for 30 seconds", "throttled", "30");
    row("The password is refused", "wrong-password", "on");
    row("Tokens have expired", "expired-token", "on");
    row("Rooms answer by themselves (AutoAccept)", "auto-accept", "on");
    row("Mailboxes are spelled in another case", "other-case", "on");
    row("The request is not in the mailbox", "message-missing", "on");
    row("Answers are cut off", "truncated", "on");
    row("Answers get lost after the deed", "lost-answer", "on");
    row("The app may not read mail (Graph)", "no-mail-read", "on");
    row("Answers are a sign-in page", "hostile", "login-page");
}

void tst_PracticeMenu::everySwitchIsTurnedOnAndOff()
{
    QFETCH(const QString, name);
    QFETCH(const QString, on);
    PracticeHost host(m_store->store(), m_secrets);
    QSignalSpy troubled(&host, &PracticeHost::troubled);
    PracticeMenu menu(host);
    QAction* action = named(menu, QTest::currentDataTag());
    QVERIFY(action && action->isCheckable());
    QCOMPARE(host.switches().value(name), off);
    QVERIFY(!action->isChecked());
    action->trigger();
    QCOMPARE(host.switches().value(name), on);
    action->trigger();
    QCOMPARE(host.switches().value(name), off);
    QCOMPARE(troubled.size(), 0);
}

void tst_PracticeMenu::whatIsSetIsShown()
{
    PracticeHost host(m_store->store(), m_secrets);
    host.setSwitch(QStringLiteral("auto-accept"), QStringLiteral("on"));
    PracticeMenu menu(host);
    QVERIFY(named(menu, "Rooms answer by themselves (AutoAccept)")->isChecked());
    QVERIFY(!named(menu, "Exchange is away")->isChecked());
}

// What the command line has, the menu has.
void tst_PracticeMenu::noSwitchIsMissing()
{
    PracticeHost host(m_store->store(), m_secrets);
    PracticeMenu menu(host);
    for (QAction* action : menu.actions()) {
        if (action->isCheckable())
            action->trigger();
    }
    for (const QString& name : PracticeSwitches::names())
        QVERIFY2(host.switches().value(name) != off, qPrintable(name));
}

void tst_PracticeMenu::aSwitchReachesTheRunningExchange()
{
    PracticeHost host(m_store->store(), m_secrets);
    start(host);
    PracticeMenu menu(host);
    QVERIFY(answers());
    named(menu, "Exchange is away")->trigger();
    QTRY_VERIFY(!answers());
    named(menu, "Exchange is away")->trigger();
    QTRY_VERIFY(answers());
}

void tst_PracticeMenu::stopsAndStartsAgain()
{
    PracticeHost host(m_store->store(), m_secrets);
    start(host);
    QSignalSpy placed(&host, &PracticeHost::placeChanged);
    PracticeMenu menu(host);
    named(menu, "Stop the Practice Exchange")->trigger();
    QVERIFY(!host.isRunning());
    QCOMPARE(placed.size(), 1);
    QCOMPARE(placed.first().first().toString(), QString());
    QVERIFY(!answers());
    start(host);
    QVERIFY(answers());
}

void tst_PracticeMenu::everythingHasAName()
{
    PracticeHost host(m_store->store(), m_secrets);
    PracticeMenu menu(host);
    QVERIFY(!menu.accessibleName().isEmpty());
    for (const QAction* action : menu.actions())
        QVERIFY(action->isSeparator() || !action->text().isEmpty());
    QSignalSpy helped(&menu, &PracticeMenu::helpWanted);
    named(menu, "Help")->trigger();
    QCOMPARE(helped.size(), 1);
}

QTEST_MAIN(tst_PracticeMenu)
#include "tst_practicemenu.moc"
