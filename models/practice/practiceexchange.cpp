// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/practice/practiceexchange.h"

#include "models/practice/forwarder.h"
#include "models/practice/httpfront.h"
#include "models/practice/inventory.h"
#include "models/practice/site.h"
#include "models/practice/smtpreceiver.h"

namespace reserve {

class PracticeExchange::Engine final
{
public:
    Engine(PracticeOptions given, std::shared_ptr<const Clock> clock)
        : options(std::move(given))
        , site(std::move(clock), options.zone)
        , front(site, options.account)
        , forwarder({options.agentHost, options.agentPort})
    {
        site.switches() = options.switches;
        site.setRooms(options.rooms);
        front.applySwitches();
    }

    PracticeOptions options;
    practice::Site site;
    practice::HttpFront front;
    practice::SmtpReceiver receiver;
    practice::Forwarder forwarder;
    bool running = false;
};

PracticeExchange::PracticeExchange(PracticeOptions options, std::shared_ptr<const Clock> clock, QObject* parent)
    : QObject(parent)
    , m_engine(std::make_unique<Engine>(std::move(options), std::move(clock)))
{
    Engine* engine = m_engine.get();
    connect(&engine->site, &practice::Site::forwardWanted, &engine->forwarder, &practice::Forwarder::forward);
    connect(&engine->receiver, &practice::SmtpReceiver::received, &engine->site, &practice::Site::post);
    connect(&engine->site, &practice::Site::mailDelivered, this, &PracticeExchange::mailDelivered);
    connect(&engine->forwarder, &practice::Forwarder::forwarded, this, &PracticeExchange::requestForwarded);
    connect(&engine->forwarder, &practice::Forwarder::refused, this, &PracticeExchange::requestRefused);
    connect(&engine->front, &practice::HttpFront::answered, this, &PracticeExchange::requestAnswered);
}

PracticeExchange::~PracticeExchange() = default;

Result<void> PracticeExchange::open()
{
    // Again on the ports of before.
    const quint16 http = m_engine->front.port() != 0 ? m_engine->front.port() : m_engine->options.httpPort;
    const quint16 smtp = m_engine->receiver.port() != 0 ? m_engine->receiver.port() : m_engine->options.smtpPort;
    if (const auto started = m_engine->front.start(http); !started)
        return started;
    const auto receiving = m_engine->receiver.start(smtp);
    if (!receiving)
        m_engine->front.stop();
    return receiving;
}

Result<void> PracticeExchange::start()
{
    if (const auto opened = open(); !opened)
        return opened;
    m_engine->running = true;
    if (m_engine->site.switches().offline) {
        m_engine->front.stop();
        m_engine->receiver.stop();
    }
    return {};
}

void PracticeExchange::stop()
{
    m_engine->running = false;
    m_engine->front.stop();
    m_engine->receiver.stop();
}

QUrl PracticeExchange::authority() const
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_engine->front.port());
    return url;
}

QUrl PracticeExchange::ewsUrl() const
{
    QUrl url = authority();
    url.setPath(QStringLiteral("/EWS/Exchange.asmx"));
    return url;
}

QUrl PracticeExchange::graphUrl() const
{
    QUrl url = authority();
    url.setPath(QStringLiteral("/v1.0"));
    return url;
}

quint16 PracticeExchange::httpPort() const
{
    return m_engine->front.port();
}

quint16 PracticeExchange::smtpPort() const
{
    return m_engine->receiver.port();
}

const PracticeAccount& PracticeExchange::account() const
{
    return m_engine->options.account;
}

void PracticeExchange::setRooms(const QList<PracticeRoom>& rooms)
{
    m_engine->site.setRooms(rooms);
}

void PracticeExchange::setAgent(const QString& host, quint16 port)
{
    m_engine->forwarder.setAgent({host, port});
}

const PracticeSwitches& PracticeExchange::switches() const
{
    return m_engine->site.switches();
}

Result<void> PracticeExchange::setSwitch(const QString& name, const QString& value)
{
    PracticeSwitches changed = m_engine->site.switches();
    if (const auto set = changed.set(name, value); !set)
        return set;
    const bool wasOffline = std::exchange(m_engine->site.switches(), changed).offline;
    m_engine->front.applySwitches();
    if (!m_engine->running || wasOffline == changed.offline)
        return {};
    if (!changed.offline)
        return open();
    m_engine->front.stop();
    m_engine->receiver.stop();
    return {};
}

void PracticeExchange::send(MeetingMail meeting)
{
    for (MailPerson& room : meeting.rooms)
        room.address = m_engine->site.spelled(room.address);
    const ComposedMail mail = composeMeeting(meeting);
    m_engine->site.post(mail.from, mail.recipients, mail.bytes);
}

void PracticeExchange::post(const QString& sender, const QStringList& recipients, const QByteArray& mail)
{
    m_engine->site.post(sender, recipients, mail);
}

QByteArray PracticeExchange::mailboxesJson() const
{
    return practice::mailboxesJson(m_engine->site);
}

Result<QByteArray> PracticeExchange::mailboxJson(const QString& address) const
{
    return practice::mailboxJson(m_engine->site, address);
}

QByteArray PracticeExchange::mailsJson() const
{
    return practice::mailsJson(m_engine->site);
}

} // namespace reserve
