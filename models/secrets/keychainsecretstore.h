// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/secrets/secretstore.h"

#include <chrono>
#include <functional>
#include <memory>

namespace reserve {

// One look-up in a keyring, so that a test can put one in place that never answers.
class KeychainBackend
{
public:
    using ReadAnswer = std::function<void(const Result<SecretString>&)>;
    using DoneAnswer = std::function<void(const Result<void>&)>;

    virtual ~KeychainBackend() = default;

    // Called on the keychain's own thread, which has an event loop; the answer comes there, later or never. A read of
    // what is not there answers an empty secret.
    virtual void read(const QString& key, ReadAnswer answer) = 0;
    virtual void write(const QString& key, const SecretString& secret, DoneAnswer answer) = 0;
    virtual void remove(const QString& key, DoneAnswer answer) = 0;
};

// The system keychain of the user who is logged in. Works on a thread of its own: a keyring may block, ask for a
// password in a window, or never answer (a missing one does); after `limit` the call answers secret.time-limit.
class KeychainSecretStore final : public SecretStore
{
public:
    static constexpr std::chrono::milliseconds defaultLimit{20000};

    // `scope` keeps the secrets of two stores on one desk apart (the store's path).
    explicit KeychainSecretStore(const QString& scope);
    KeychainSecretStore(const QString& scope, std::unique_ptr<KeychainBackend> backend,
                        std::chrono::milliseconds limit);
    ~KeychainSecretStore() override;

    QFuture<Result<SecretString>> read(const QString& name) override;
    QFuture<Result<void>> write(const QString& name, const SecretString& secret) override;
    QFuture<Result<void>> remove(const QString& name) override;
    QString folder() const override { return {}; }

private:
    class Worker;

    QString keyOf(const QString& name) const;

    QString m_scope;
    std::unique_ptr<Worker> m_worker;
};

} // namespace reserve
