// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/support/fakegateway.h"

#include <QFile>
#include <QPromise>

#include <algorithm>
#include <csignal>
#include <utility>

namespace reserve::test {

// One client of the fake server.
class FakeGateway final : public ExchangeGateway
{
public:
    explicit FakeGateway(FakeExchange& server)
        : m_server(server)
    {
    }

    QFuture<Result<ResponseReport>> respond(const RoomResponse& response) override
    {
        return m_server.answer<ResponseReport>(response.mailbox, [this, response]() -> Result<ResponseReport> {
            if (m_server.m_hidesRequests)
                return failure("exchange.message-not-found", {{QStringLiteral("mailbox"), response.mailbox}});
            const QByteArray key
                = (response.meeting.uid + QLatin1Char('/') + response.meeting.recurrenceId + QLatin1Char('/')
                   + QString::number(response.sequence) + QLatin1Char('/') + QString::number(int(response.kind)))
                      .toUtf8();
            ResponseReport report;
            report.wasAnswered
                = !m_server.note({QStringLiteral("respond"), response.mailbox, key, response.comment}, true);
            return report;
        });
    }
    QFuture<Result<ItemReference>> create(const QString& mailbox, const ItemDraft& draft) override
    {
        return m_server.answer<ItemReference>(mailbox, [this, mailbox, draft]() -> Result<ItemReference> {
            if (!m_server.m_items.contains(draft.mark))
                m_server.note({QStringLiteral("create"), mailbox, draft.mark, draft.subject}, false);
            m_server.m_items.insert(draft.mark);
            return ItemReference{QString::fromUtf8(draft.mark), QStringLiteral("1")};
        });
    }
    QFuture<Result<ItemReference>> update(const QString& mailbox, const QString& occurrence,
                                          const ItemDraft& draft) override
    {
        return m_server.answer<ItemReference>(mailbox, [=, this]() -> Result<ItemReference> {
            if (!m_server.m_items.contains(draft.mark))
                return failure("exchange.item-gone", {{QStringLiteral("mailbox"), mailbox}});
            m_server.note({QStringLiteral("update"), mailbox, draft.mark, occurrence}, false);
            return ItemReference{QString::fromUtf8(draft.mark), QStringLiteral("2")};
        });
    }
    QFuture<Result<void>> cancel(const QString& mailbox, const QByteArray& mark, const QString&,
                                 const QString& comment) override
    {
        return m_server.answer<void>(mailbox, [=, this]() -> Result<void> {
            if (m_server.m_items.remove(mark))
                m_server.note({QStringLiteral("cancel"), mailbox, mark, comment}, false);
            return {};
        });
    }
    QFuture<Result<QList<CalendarItem>>> find(const QString& mailbox, const MeetingIdentity&) override
    {
        return m_server.answer<QList<CalendarItem>>(mailbox, [] { return QList<CalendarItem>(); });
    }
    QFuture<Result<QList<CalendarItem>>> list(const QString& mailbox, TimeRange) override
    {
        return m_server.answer<QList<CalendarItem>>(mailbox, [] { return QList<CalendarItem>(); });
    }
    QFuture<Result<QList<BusyTime>>> busyTimes(const QStringList& mailboxes, TimeRange) override
    {
        return m_server.answer<QList<BusyTime>>(mailboxes.value(0), [] { return QList<BusyTime>(); });
    }
    QFuture<Result<ProcessingFacts>> processing(const QString& mailbox) override
    {
        return m_server.answer<ProcessingFacts>(mailbox, [mailbox] { return ProcessingFacts{mailbox, {}, {}}; });
    }
    QFuture<Result<QString>> sendMail(const QString& mailbox, const MailToSend& mail) override
    {
        return m_server.answer<QString>(mailbox, [=, this]() -> Result<QString> {
            m_server.note({QStringLiteral("mail"), mailbox, mail.content, mail.recipients.join(QLatin1Char(','))},
                          false);
            return QString();
        });
    }
    QFuture<Result<ServerFacts>> probe(const QString& mailbox) override
    {
        return m_server.answer<ServerFacts>(mailbox, [mailbox] {
            return ServerFacts{QStringLiteral("Fake 1.0"), mailbox};
        });
    }
    QFuture<Result<QUrl>> findAddress(const QString& mailbox) override
    {
        return m_server.answer<QUrl>(
            mailbox, [mailbox] { return QUrl(QStringLiteral("https://found.example/EWS/%1").arg(mailbox)); });
    }

private:
    FakeExchange& m_server;
};

template<typename T>
QFuture<Result<T>> FakeExchange::answer(const QString& mailbox, std::function<Result<T>()> act)
{
    const std::lock_guard lock(m_mutex);
    const auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    const std::optional<Error> refusal = begin(mailbox);
    const auto complete = [this, mailbox, promise, refusal, act = std::move(act)] {
        const std::lock_guard completing(m_mutex);
        Result<T> result = refusal ? Result<T>(failure(*refusal)) : act();
        if (result && losesAnswer())
            result = failure("exchange.connection-lost", {}, true);
        end(mailbox);
        promise->addResult(result);
        promise->finish();
    };
    if (m_clock)
        m_pending.append({m_clock->now() + m_latency, complete});
    else
        complete();
    return promise->future();
}

std::optional<Error> FakeExchange::begin(const QString& mailbox)
{
    ++m_requestCount;
    const int underWay = ++m_underWay[mailbox];
    m_mostAtOnce = std::max(m_mostAtOnce, ++m_allUnderWay);
    m_mostInOneMailbox = std::max(m_mostInOneMailbox, underWay);
    if (m_refusedRequests > 0) {
        --m_refusedRequests;
        return m_nextRefusal;
    }
    return m_refusal ? m_refusal(mailbox, underWay) : std::nullopt;
}

void FakeExchange::end(const QString& mailbox)
{
    --m_underWay[mailbox];
    --m_allUnderWay;
}

bool FakeExchange::note(const ServerEffect& effect, bool isOnce)
{
    const QByteArray whole = effect.mailbox.toUtf8() + ' ' + effect.key;
    if (isOnce && m_done.contains(whole))
        return false;
    if (isOnce)
        m_done.insert(whole);
    m_effects.append(effect);
    if (m_journal.isEmpty())
        return true;
    QFile journal(m_journal);
    if (journal.open(QIODevice::Append))
        journal.write(effect.operation.toUtf8() + '\t' + effect.mailbox.toUtf8() + '\t' + effect.key.toBase64() + '\n');
    journal.close();
    if (m_effectsBeforeKill && --*m_effectsBeforeKill <= 0)
        std::raise(SIGKILL);
    return true;
}

bool FakeExchange::losesAnswer()
{
    return std::exchange(m_losesAnswer, false);
}

void FakeExchange::keepJournal(const QString& file, std::optional<int> effectsBeforeKill)
{
    const std::lock_guard lock(m_mutex);
    QFile journal(file);
    if (journal.open(QIODevice::ReadOnly)) {
        for (const QByteArray& line : journal.readAll().split('\n')) {
            const QByteArrayList fields = line.split('\t');
            if (fields.size() != 3)
                continue;
            const QByteArray key = QByteArray::fromBase64(fields.at(2));
            m_effects.append({QString::fromUtf8(fields.at(0)), QString::fromUtf8(fields.at(1)), key, {}});
            if (fields.at(0) == "respond")
                m_done.insert(fields.at(1) + ' ' + key);
            else if (fields.at(0) == "create")
                m_items.insert(key);
            else if (fields.at(0) == "cancel")
                m_items.remove(key);
        }
    }
    m_journal = file;
    m_effectsBeforeKill = effectsBeforeKill;
}

void FakeExchange::askForSecret(const QString& name)
{
    const std::lock_guard lock(m_mutex);
    m_secretNames.append(name);
}

QList<GatewaySecrets> FakeExchange::madeWith() const
{
    const std::lock_guard lock(m_mutex);
    return m_madeWith;
}

void FakeExchange::refuse(Refusal refusal)
{
    const std::lock_guard lock(m_mutex);
    m_refusal = std::move(refusal);
}

void FakeExchange::refuseAlways(const Error& error)
{
    refuse([error](const QString&, int) { return error; });
}

void FakeExchange::refuseNext(int requests, const Error& error)
{
    const std::lock_guard lock(m_mutex);
    m_refusedRequests = requests;
    m_nextRefusal = error;
}

void FakeExchange::hideRequests(bool hidden)
{
    const std::lock_guard lock(m_mutex);
    m_hidesRequests = hidden;
}

void FakeExchange::forgetItems()
{
    const std::lock_guard lock(m_mutex);
    m_items.clear();
}

void FakeExchange::loseNextAnswer()
{
    const std::lock_guard lock(m_mutex);
    m_losesAnswer = true;
}

void FakeExchange::answerAfter(const Clock& clock, Milliseconds latency)
{
    const std::lock_guard lock(m_mutex);
    m_clock = &clock;
    m_latency = latency;
}

std::optional<Instant> FakeExchange::nextAnswer() const
{
    const std::lock_guard lock(m_mutex);
    if (m_pending.isEmpty())
        return std::nullopt;
    return std::min_element(m_pending.begin(), m_pending.end(),
                            [](const Pending& left, const Pending& right) { return left.due < right.due; })
        ->due;
}

int FakeExchange::pendingAnswers() const
{
    const std::lock_guard lock(m_mutex);
    return int(m_pending.size());
}

void FakeExchange::completeDue()
{
    QList<Pending> due;
    {
        const std::lock_guard lock(m_mutex);
        const auto isDue = [now = m_clock->now()](const Pending& pending) { return pending.due <= now; };
        std::copy_if(m_pending.begin(), m_pending.end(), std::back_inserter(due), isDue);
        m_pending.removeIf(isDue);
    }
    for (const Pending& pending : due)
        pending.complete();
}

QList<ServerEffect> FakeExchange::effects() const
{
    const std::lock_guard lock(m_mutex);
    return m_effects;
}

int FakeExchange::requestCount() const
{
    const std::lock_guard lock(m_mutex);
    return m_requestCount;
}

int FakeExchange::mostAtOnce() const
{
    const std::lock_guard lock(m_mutex);
    return m_mostAtOnce;
}

int FakeExchange::mostAtOnceInOneMailbox() const
{
    const std::lock_guard lock(m_mutex);
    return m_mostInOneMailbox;
}

QStringList FakeExchange::secretNames(const ServerProfile&) const
{
    const std::lock_guard lock(m_mutex);
    return m_secretNames;
}

Result<std::shared_ptr<ExchangeGateway>> FakeExchange::make(const ServerProfile&, const GatewaySecrets& secrets)
{
    const std::lock_guard lock(m_mutex);
    m_madeWith.append(secrets);
    return std::shared_ptr<ExchangeGateway>(std::make_shared<FakeGateway>(*this));
}

} // namespace reserve::test
