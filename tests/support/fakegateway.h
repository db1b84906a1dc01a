// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/agent/gatewayfactory.h"
#include "models/base/clock.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace reserve::test {

// What a server did. A repeat that finds everything done leaves no effect.
struct ServerEffect
{
    QString operation; // "respond", "create", "update", "cancel", "mail"
    QString mailbox;
    QByteArray key; // of the answer, the item or the mail
    QString comment;

    friend bool operator==(const ServerEffect&, const ServerEffect&) = default;
};

// An Exchange that remembers what it did and misbehaves as told, behind the gateways that it makes. It is
// idempotent as the interface demands: by mark, and by what was answered. Any thread, but for what is pumped.
class FakeExchange final : public GatewayFactory
{
public:
    // What a server says to a request instead of doing it: mailbox, how many requests into it are under way
    // with this one.
    using Refusal = std::function<std::optional<Error>(const QString& mailbox, int underWay)>;

    FakeExchange() = default;

    // What was done is written to this file too, and read from it at the start: a server outlives its client.
    // After `effects` more the process is killed, before the client hears of the last one.
    void keepJournal(const QString& file, std::optional<int> effectsBeforeKill = std::nullopt);

    void askForSecret(const QString& name); // every profile needs it
    QList<GatewaySecrets> madeWith() const; // one for each gateway that was made

    void refuse(Refusal refusal);          // none: it does what is asked
    void refuseAlways(const Error& error); // whoever asks
    void refuseNext(int requests, const Error& error);
    void hideRequests(bool hidden); // respond() finds nothing
    void forgetItems();             // somebody removed them all
    // The next request is done, but its answer gets lost.
    void loseNextAnswer();
    // Answers take this long by the clock and come by completeDue(); on the gateway's thread.
    void answerAfter(const Clock& clock, Milliseconds latency);
    std::optional<Instant> nextAnswer() const;
    int pendingAnswers() const;
    void completeDue();

    QList<ServerEffect> effects() const;
    int requestCount() const; // also refused ones
    int mostAtOnce() const;   // requests under way, over all mailboxes
    int mostAtOnceInOneMailbox() const;

    QStringList secretNames(const ServerProfile& profile) const override;
    Result<std::shared_ptr<ExchangeGateway>> make(const ServerProfile& profile, const GatewaySecrets& secrets) override;

private:
    friend class FakeGateway;

    struct Pending
    {
        Instant due;
        std::function<void()> complete;
    };

    template<typename T>
    QFuture<Result<T>> answer(const QString& mailbox, std::function<Result<T>()> act);
    std::optional<Error> begin(const QString& mailbox);
    void end(const QString& mailbox);
    // With the mutex held. False: it is done already.
    bool note(const ServerEffect& effect, bool isOnce);
    bool losesAnswer();

    mutable std::recursive_mutex m_mutex;
    QString m_journal;
    std::optional<int> m_effectsBeforeKill;
    QStringList m_secretNames;
    QList<GatewaySecrets> m_madeWith;
    Refusal m_refusal;
    std::optional<Error> m_nextRefusal;
    int m_refusedRequests = 0;
    bool m_hidesRequests = false;
    bool m_losesAnswer = false;
    const Clock* m_clock = nullptr;
    Milliseconds m_latency{0};
    QList<Pending> m_pending;
    QList<ServerEffect> m_effects;
    QSet<QByteArray> m_done;  // answers
    QSet<QByteArray> m_items; // marks
    QHash<QString, int> m_underWay;
    int m_allUnderWay = 0;
    int m_requestCount = 0;
    int m_mostAtOnce = 0;
    int m_mostInOneMailbox = 0;
};

} // namespace reserve::test
