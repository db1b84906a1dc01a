// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/sessionrecorder.h"

#include "models/base/logging.h"
#include "models/reserving/meetingintake.h"

#include <utility>

namespace reserve {

namespace {

constexpr std::chrono::milliseconds gatherTime(100);
constexpr qsizetype mostEvents = 500; // a batch: more than any eye can follow
constexpr qsizetype mostRefusals = 100;
constexpr int mostRefusalsOfSession = 20;
constexpr qsizetype longestArgument = 256;

QString argumentOf(const SmtpEvent& event)
{
    static const QStringList names{QStringLiteral("name"), QStringLiteral("recipient"), QStringLiteral("sender"),
                                   QStringLiteral("octets")};
    for (const QString& name : names) {
        const auto found = event.reason.arguments.constFind(name);
        if (found != event.reason.arguments.cend())
            return found->left(longestArgument);
    }
    return {};
}

struct Counters
{
    qint64 number = 0;
    qint64 session = 0;
};

Result<Counters> readCounters(const ReadUnit& unit)
{
    const Result<qint64> number = unit.sessionEvents().lastNumber();
    if (!number)
        return failure(number.error());
    const Result<qint64> session = unit.sessionEvents().lastSession();
    if (!session)
        return failure(session.error());
    return Counters{*number, *session};
}

} // namespace

SessionRecorder::SessionRecorder(LeasedStore& store, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_gathering(this)
{
    m_gathering.setSingleShot(true);
    m_gathering.setInterval(gatherTime);
    connect(&m_gathering, &QTimer::timeout, this, &SessionRecorder::flush);
}

void SessionRecorder::start()
{
    m_store.read(&readCounters, [this](const Result<Counters>& counters) {
        if (!counters) {
            Q_EMIT failed(counters.error().reason());
            return;
        }
        m_lastNumber = counters->number;
        m_lastSession = counters->session;
        Q_EMIT ready();
    });
}

SessionId SessionRecorder::newSession()
{
    return SessionId{++m_lastSession};
}

void SessionRecorder::record(SessionId session, const QString& peer, const QList<SmtpEvent>& events)
{
    const Instant now = m_store.now();
    for (const SmtpEvent& event : events) {
        append({0, session, now, peer, event.verb, argumentOf(event), event.replyCode, event.reason, 0});
        if (event.verb == "RCPT" && event.replyCode == 550)
            appendRefused(session, event.reason);
    }
}

void SessionRecorder::noteRefusal(SessionId session, const QString& peer, int replyCode, const Reason& reason)
{
    append({0, session, m_store.now(), peer, QByteArrayLiteral("CONNECT"), {}, replyCode, reason, 0});
}

void SessionRecorder::append(SessionEvent event)
{
    event.number = ++m_lastNumber;
    if (m_pending.size() >= mostEvents) {
        ++m_dropped;
        return;
    }
    event.droppedBefore = std::exchange(m_dropped, 0);
    m_pending.append(std::move(event));
    if (!m_gathering.isActive() && !m_isWriting)
        m_gathering.start();
}

void SessionRecorder::appendRefused(SessionId session, const Reason& reason)
{
    if (m_refusals.size() >= mostRefusals || ++m_refusalsOfSession[session] > mostRefusalsOfSession)
        return;
    Reason shown = reason;
    const QString sender = shown.arguments.take(QStringLiteral("sender"));
    m_refusals.append({sender, reason.arguments.value(QStringLiteral("recipient")), shown});
}

void SessionRecorder::flush()
{
    m_gathering.stop();
    if (m_isWriting)
        return;
    if (m_pending.isEmpty()) {
        Q_EMIT idle();
        return;
    }
    m_isWriting = true;
    for (const SessionEvent& event : std::as_const(m_pending)) {
        if (event.verb == "CLOSE" || event.verb == "QUIT")
            m_refusalsOfSession.remove(event.sessionId);
    }
    auto work = [events = std::exchange(m_pending, {}),
                 refusals = std::exchange(m_refusals, {})](WriteUnit& unit) -> Result<void> {
        for (const RefusedRecipient& refused : refusals) {
            const auto traced = traceRefusedRecipient(unit, refused.sender, refused.recipient, refused.reason);
            if (!traced)
                return failure(traced.error());
        }
        return unit.sessionEvents().append(events);
    };
    m_store.write(WritePriority::Background, std::move(work),
                  [this](const Result<void>& written) { onWritten(written); });
}

void SessionRecorder::onWritten(const Result<void>& written)
{
    m_isWriting = false;
    if (!written)
        qCWarning(lcAgent) << "session events lost:" << written.error().logLine();
    if (!m_pending.isEmpty())
        m_gathering.start();
    else
        Q_EMIT idle();
}

} // namespace reserve
