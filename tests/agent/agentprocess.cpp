// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
// An agent as a process of its own, to be killed: agentprocess STORE [JOURNAL [EFFECTS]]. Says the port it listens on
// in one line. With JOURNAL its servers are one that keeps in that file what it did; after EFFECTS more it kills the
// process. agentprocess --crash MARK ID [OTHER [elsewhere]] dies by SIGSEGV while it has message ID in hand, and
// another thread OTHER; or where no thread has one in hand.
#include "models/agent/agent.h"
#include "models/agent/crashmark.h"
#include "models/secrets/memorysecretstore.h"
#include "models/store/store.h"
#include "tests/support/fakegateway.h"

#include <QCoreApplication>

#include <csignal>
#include <cstdio>
#include <future>
#include <thread>

int main(int argc, char** argv)
{
    using namespace reserve;
    QCoreApplication application(argc, argv);
    if (application.arguments().value(1) == QStringLiteral("--crash")) {
        const CrashMark mark(application.arguments().value(2));
        const CrashMark::Watch watch(TraceId{application.arguments().value(3).toLongLong()});
        const bool elsewhere = application.arguments().value(5) == QStringLiteral("elsewhere");
        std::promise<void> inOtherHands;
        std::promise<void> never; // nobody lets go before the process has died
        std::thread other([&] {
            const CrashMark::Watch watched(TraceId{application.arguments().value(4).toLongLong()});
            inOtherHands.set_value();
            never.get_future().wait();
        });
        inOtherHands.get_future().wait();
        if (elsewhere)
            std::thread([] { std::raise(SIGSEGV); }).join();
        std::raise(SIGSEGV);
    }
    const auto location = StoreLocation::fromText(application.arguments().value(1));
    if (!location)
        return 2;
    auto store = Store::open(*location, OpenMode::MustExist, std::make_shared<SystemClock>());
    if (!store)
        return 1;
    MemorySecretStore secrets;
    AgentOptions options;
    options.port = 0;
    if (const QString journal = application.arguments().value(2); !journal.isEmpty()) {
        const auto exchange = std::make_shared<test::FakeExchange>();
        const int effects = application.arguments().value(3).toInt();
        exchange->keepJournal(journal, effects > 0 ? std::optional(effects) : std::nullopt);
        options.gateways = exchange;
    }
    Agent agent(**store, secrets, options);
    QObject::connect(&agent, &Agent::listening, &agent, [](const QHostAddress&, quint16 port) {
        std::printf("%u\n", unsigned(port));
        std::fflush(stdout);
    });
    QObject::connect(&agent, &Agent::stopped, &application, &QCoreApplication::quit);
    agent.start();
    return application.exec();
}
