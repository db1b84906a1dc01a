// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/console/practicehost.h"

#include "models/items/agentrequest.h"
#include "models/items/whenanswered.h"
#include "models/secrets/secretstore.h"
#include "models/secrets/serversecrets.h"
#include "models/store/changefeed.h"
#include "models/store/store.h"

#include <QHostAddress>
#include <QTcpServer>

#include <algorithm>
#include <utility>

namespace reserve {

namespace {

// On the ports wished for, else on free ones; the one of the server profile is kept the longest.
Result<std::unique_ptr<PracticeExchange>> startExchange(PracticeOptions options)
{
    using Ports = std::pair<quint16, quint16>;
    Result<void> started;
    for (const auto& [http, smtp] :
         {Ports(options.httpPort, options.smtpPort), Ports(options.httpPort, 0), Ports(0, 0)}) {
        options.httpPort = http;
        options.smtpPort = smtp;
        auto exchange = std::make_unique<PracticeExchange>(options);
        started = exchange->start();
        if (started)
            return exchange;
    }
    return failure(started.error());
}

// Whoever listens there has not been killed.
bool isTaken(quint16 port)
{
    return !QTcpServer().listen(QHostAddress::LocalHost, port);
}

} // namespace

PracticeHost::PracticeHost(Store& store, SecretStore& secrets, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_secrets(secrets)
{
    m_thread.setObjectName(QStringLiteral("practice"));
    connect(
        &store.changes(), &ChangeFeed::changed, this,
        [this](const QList<Change>& changes) {
            const bool concerns = std::any_of(changes.begin(), changes.end(), [](const Change& change) {
                return change.subject == ChangeSubject::Spaces;
            });
            if (concerns && m_exchange)
                followRooms();
        },
        Qt::QueuedConnection);
}

PracticeHost::~PracticeHost()
{
    const std::optional<quint16> port = m_smtpPort;
    stop();
    // Nobody comes after to look whether it was written.
    if (port)
        takeDown(*port).waitForFinished();
}

void PracticeHost::start()
{
    if (isRunning())
        return;
    m_home = new QObject;
    m_home->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_home, &QObject::deleteLater);
    m_thread.start();
    const auto options = m_store.read([](const ReadUnit& unit) { return readPracticeOptions(unit); });
    whenAnswered(options, this, [this](const Result<PracticeOptions>& read) {
        if (!read)
            tell(read.error());
        else if (isRunning())
            open(*read);
    });
}

void PracticeHost::stop()
{
    if (!isRunning())
        return;
    m_exchange = nullptr;
    m_thread.quit();
    m_thread.wait();
    m_home = nullptr;
    if (const auto port = std::exchange(m_smtpPort, std::nullopt)) {
        whenAnswered(takeDown(*port), this, [this](const Result<void>& done) {
            if (!done)
                tell(done.error());
        });
    }
    Q_EMIT placeChanged({});
}

QFuture<Result<void>> PracticeHost::takeDown(quint16 smtpPort)
{
    return m_store.write(WritePriority::Normal,
                         [smtpPort](WriteUnit& unit) { return takeDownPractice(unit, smtpPort); });
}

void PracticeHost::clearLeftovers()
{
    const auto left = m_store.read([](const ReadUnit& unit) { return practiceSmtpPort(unit); });
    whenAnswered(left, this, [this](const Result<std::optional<quint16>>& port) {
        if (!port)
            return tell(port.error());
        if (!*port || isRunning() || isTaken(**port))
            return;
        whenAnswered(takeDown(**port), this, [this](const Result<void>& done) {
            if (!done)
                tell(done.error());
        });
    });
}

void PracticeHost::open(PracticeOptions options)
{
    options.switches = m_switches;
    QMetaObject::invokeMethod(m_home, [this, home = m_home, options = std::move(options)] {
        auto exchange = startExchange(options);
        if (!exchange) {
            QMetaObject::invokeMethod(this, [this, error = exchange.error()] { tell(error); });
            return;
        }
        PracticeExchange* running = exchange->release();
        running->setParent(home);
        const PracticePlace place{running->ewsUrl(), running->smtpPort(), running->account().user};
        QMetaObject::invokeMethod(this, [this, running, place, password = running->account().password] {
            if (!isRunning())
                return;
            m_exchange = running;
            opened(place, password);
        });
    });
}

void PracticeHost::opened(const PracticePlace& place, const SecretString& password)
{
    m_smtpPort = place.smtpPort;
    const auto saved
        = m_store.write(WritePriority::Normal, [place](WriteUnit& unit) { return setUpPractice(unit, place); });
    whenAnswered(saved, this, [this, place, password](const Result<ServerProfileId>& profile) {
        if (!profile) {
            tell(profile.error());
            return;
        }
        Q_EMIT placeChanged(place.ews.authority());
        const QString name = serverSecretName(*profile, ServerSecret::Password);
        whenAnswered(m_secrets.write(name, password), this, [this](const Result<void>& written) {
            if (!written)
                return tell(written.error());
            // The agent may have looked for it when the server was set up.
            const auto asked = askAgent(m_store, CommandKind::ReloadSettings);
            whenAnswered(asked, this, [this](const Result<CommandId>& command) {
                if (!command)
                    tell(command.error());
            });
        });
    });
}

void PracticeHost::followRooms()
{
    const auto options = m_store.read([](const ReadUnit& unit) { return readPracticeOptions(unit); });
    whenAnswered(options, this, [this](const Result<PracticeOptions>& read) {
        if (!read || !m_exchange)
            return;
        QMetaObject::invokeMethod(m_home, [exchange = m_exchange, rooms = read->rooms] { exchange->setRooms(rooms); });
    });
}

void PracticeHost::setSwitch(const QString& name, const QString& value)
{
    if (const auto set = m_switches.set(name, value); !set) {
        tell(set.error());
        return;
    }
    if (!m_exchange)
        return;
    QMetaObject::invokeMethod(m_home, [this, exchange = m_exchange, name, value] {
        if (const auto done = exchange->setSwitch(name, value); !done)
            QMetaObject::invokeMethod(this, [this, error = done.error()] { tell(error); });
    });
}

void PracticeHost::tell(const Error& error)
{
    Q_EMIT troubled(error.reason());
}

} // namespace reserve
