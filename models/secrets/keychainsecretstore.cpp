// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/secrets/keychainsecretstore.h"

#include "models/base/logging.h"
#include "models/secrets/qtkeychainbackend.h"

#include <QObject>
#include <QPromise>
#include <QThread>
#include <QTimer>

#include <atomic>

namespace reserve {

namespace {

// One call's answer, given once: by the keyring, by the clock, or because the store goes.
template<typename T>
class PendingAnswer
{
public:
    PendingAnswer() { m_promise.start(); }
    ~PendingAnswer() { give(failure("secret.cancelled", {}, true)); }
    PendingAnswer(const PendingAnswer&) = delete;
    PendingAnswer& operator=(const PendingAnswer&) = delete;

    QFuture<Result<T>> future() { return m_promise.future(); }

    void give(const Result<T>& answer)
    {
        if (m_given.test_and_set())
            return;
        m_promise.addResult(answer);
        m_promise.finish();
    }

private:
    QPromise<Result<T>> m_promise;
    std::atomic_flag m_given;
};

// A thread with an event loop and an object to post to.
class Loop
{
public:
    explicit Loop(const QString& name)
        : m_thread(new QThread)
        , m_context(new QObject)
    {
        m_thread->setObjectName(name);
        m_context->moveToThread(m_thread);
        QObject::connect(m_thread, &QThread::finished, m_context, &QObject::deleteLater);
        m_thread->start();
    }
    ~Loop()
    {
        if (stop())
            delete m_thread;
        else
            QObject::connect(m_thread, &QThread::finished, m_thread, &QObject::deleteLater);
    }
    Loop(const Loop&) = delete;
    Loop& operator=(const Loop&) = delete;

    QObject* context() const { return m_context; }

    // False when the thread is stuck inside a library: then it outlives this object and ends when it is let go.
    bool stop()
    {
        m_thread->quit();
        return m_thread->wait(QDeadlineTimer(std::chrono::seconds(2)));
    }

private:
    QThread* m_thread;
    QObject* m_context;
};

} // namespace

// The keyring on one thread and, because a keyring's library may block, the clock that bounds it on another.
class KeychainSecretStore::Worker
{
public:
    Worker(std::unique_ptr<KeychainBackend> backend, std::chrono::milliseconds limit)
        : m_backend(std::move(backend))
        , m_limit(limit)
    {
    }

    ~Worker()
    {
        if (!m_keychain.stop()) {
            qCWarning(lcSecrets, "The system keychain does not answer");
            m_backend.release(); // still in use there
        }
    }

    // call(KeychainBackend&, answer): started on the keychain's thread, answered within the limit.
    template<typename T, typename Call>
    QFuture<Result<T>> ask(Call call)
    {
        auto pending = std::make_shared<PendingAnswer<T>>();
        QFuture<Result<T>> future = pending->future();
        startClock(pending);
        QMetaObject::invokeMethod(
            m_keychain.context(),
            [backend = m_backend.get(), pending, call = std::move(call)] {
                call(*backend, [pending](const Result<T>& answer) { pending->give(answer); });
            },
            Qt::QueuedConnection);
        return future;
    }

private:
    template<typename T>
    void startClock(const std::shared_ptr<PendingAnswer<T>>& pending)
    {
        QMetaObject::invokeMethod(
            m_clock.context(),
            [context = m_clock.context(), limit = m_limit, weak = std::weak_ptr(pending)] {
                QTimer::singleShot(limit, context, [limit, weak] {
                    const auto seconds = std::chrono::ceil<std::chrono::seconds>(limit).count();
                    if (const auto late = weak.lock()) {
                        late->give(failure("secret.time-limit", {{QStringLiteral("seconds"), QString::number(seconds)}},
                                           true));
                    }
                });
            },
            Qt::QueuedConnection);
    }

    std::unique_ptr<KeychainBackend> m_backend;
    std::chrono::milliseconds m_limit;
    Loop m_clock{QStringLiteral("keychain clock")};
    Loop m_keychain{QStringLiteral("keychain")};
};

KeychainSecretStore::KeychainSecretStore(const QString& scope)
    : KeychainSecretStore(scope, std::make_unique<QtKeychainBackend>(), defaultLimit)
{
}

KeychainSecretStore::KeychainSecretStore(const QString& scope, std::unique_ptr<KeychainBackend> backend,
                                         std::chrono::milliseconds limit)
    : m_scope(scope)
    , m_worker(std::make_unique<Worker>(std::move(backend), limit))
{
}

KeychainSecretStore::~KeychainSecretStore() = default;

QString KeychainSecretStore::keyOf(const QString& name) const
{
    return m_scope.isEmpty() ? name : QString(name + QLatin1String(" of ") + m_scope);
}

QFuture<Result<SecretString>> KeychainSecretStore::read(const QString& name)
{
    if (const auto known = checkSecretName(name); !known)
        return QtFuture::makeReadyFuture<Result<SecretString>>(failure(known.error()));
    return m_worker->ask<SecretString>([key = keyOf(name), name](KeychainBackend& keychain, auto answer) {
        keychain.read(key, [answer, name](const Result<SecretString>& found) {
            answer(found && found->isEmpty() ? Result<SecretString>(missingSecret(name)) : found);
        });
    });
}

QFuture<Result<void>> KeychainSecretStore::write(const QString& name, const SecretString& secret)
{
    if (const auto known = checkSecretName(name); !known)
        return QtFuture::makeReadyFuture(known);
    return m_worker->ask<void>(
        [key = keyOf(name), secret](KeychainBackend& keychain, auto answer) { keychain.write(key, secret, answer); });
}

QFuture<Result<void>> KeychainSecretStore::remove(const QString& name)
{
    if (const auto known = checkSecretName(name); !known)
        return QtFuture::makeReadyFuture(known);
    return m_worker->ask<void>(
        [key = keyOf(name)](KeychainBackend& keychain, auto answer) { keychain.remove(key, answer); });
}

} // namespace reserve
