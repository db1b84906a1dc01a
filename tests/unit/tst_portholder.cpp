// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/transport/portholder.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHostAddress>
#include <QTcpServer>
#include <QTest>

using namespace reserve;

class TestPortHolder final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesWhoHoldsAPort();
    void knowsNobodyOnAFreePort();
    void aWildcardHoldsEveryAddress();
    void offersAPortThatCanBeBound();
    void reasonNamesHolderAndFreePort();
};

void TestPortHolder::namesWhoHoldsAPort()
{
#ifndef Q_OS_LINUX
    QSKIP("Who holds a port is known on Linux only");
#endif
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const auto holder = findPortHolder(QHostAddress(QHostAddress::LocalHost), server.serverPort());
    QVERIFY(holder);
    QCOMPARE(holder->process, QCoreApplication::applicationPid());
    // The kernel keeps the first fifteen characters of a program's name.
    QCOMPARE(holder->program, QFileInfo(QCoreApplication::applicationFilePath()).fileName().left(15));
    QVERIFY(!holder->user.isEmpty());
}

void TestPortHolder::knowsNobodyOnAFreePort()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const quint16 port = server.serverPort();
    server.close();
    QVERIFY(!findPortHolder(QHostAddress(QHostAddress::LocalHost), port));
}

void TestPortHolder::aWildcardHoldsEveryAddress()
{
#ifndef Q_OS_LINUX
    QSKIP("Who holds a port is known on Linux only");
#endif
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::AnyIPv4));
    const auto holder = findPortHolder(QHostAddress(QHostAddress::LocalHost), server.serverPort());
    QVERIFY(holder);
    QCOMPARE(holder->process, QCoreApplication::applicationPid());
}

void TestPortHolder::offersAPortThatCanBeBound()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const auto free = nextFreePort(server.serverAddress(), server.serverPort());
    QVERIFY(free);
    QVERIFY(*free > server.serverPort());
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost, *free));
}

void TestPortHolder::reasonNamesHolderAndFreePort()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const Reason reason = portTakenReason(server.serverAddress(), server.serverPort());
    QCOMPARE(reason.code, QByteArray("agent.port-taken"));
    QCOMPARE(reason.arguments.value(QStringLiteral("port")), QString::number(server.serverPort()));
    QVERIFY(reason.arguments.contains(QStringLiteral("free")));
#ifdef Q_OS_LINUX
    QCOMPARE(reason.arguments.value(QStringLiteral("process")), QString::number(QCoreApplication::applicationPid()));
#endif
}

QTEST_GUILESS_MAIN(TestPortHolder)
#include "tst_portholder.moc"
