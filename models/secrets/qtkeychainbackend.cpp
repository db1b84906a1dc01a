// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/secrets/qtkeychainbackend.h"

#include <qt6keychain/keychain.h>

namespace reserve {

namespace {

const QString serviceName = QStringLiteral("reserve-console");

Failure keychainFailure(const QKeychain::Job& job)
{
    const Arguments detail{{QStringLiteral("detail"), job.errorString()}};
    switch (job.error()) {
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return failure("secret.keychain-denied", detail);
    default:
        return failure("secret.keychain", detail);
    }
}

// A job deletes itself once it has answered; the answer is called on the thread that started it.
template<typename Job, typename Answer>
void start(Job* job, const QString& key, Answer answer)
{
    job->setKey(key);
    QObject::connect(job, &QKeychain::Job::finished, job, [job, answer = std::move(answer)] { answer(*job); });
    job->start();
}

} // namespace

void QtKeychainBackend::read(const QString& key, ReadAnswer answer)
{
    start(new QKeychain::ReadPasswordJob(serviceName), key,
          [answer = std::move(answer)](const QKeychain::ReadPasswordJob& job) {
              if (job.error() == QKeychain::EntryNotFound) {
                  answer(Result<SecretString>(SecretString()));
              } else if (job.error() != QKeychain::NoError) {
                  answer(keychainFailure(job));
              } else {
                  QByteArray bytes = job.binaryData();
                  answer(SecretString{QByteArrayView(bytes)});
                  bytes.fill('\0');
              }
          });
}

void QtKeychainBackend::write(const QString& key, const SecretString& secret, DoneAnswer answer)
{
    auto* job = new QKeychain::WritePasswordJob(serviceName);
    job->setBinaryData(secret.reveal().toByteArray());
    start(job, key, [answer = std::move(answer)](const QKeychain::WritePasswordJob& finished) {
        answer(finished.error() == QKeychain::NoError ? Result<void>() : Result<void>(keychainFailure(finished)));
    });
}

void QtKeychainBackend::remove(const QString& key, DoneAnswer answer)
{
    start(new QKeychain::DeletePasswordJob(serviceName), key,
          [answer = std::move(answer)](const QKeychain::DeletePasswordJob& job) {
              const bool gone = job.error() == QKeychain::NoError || job.error() == QKeychain::EntryNotFound;
              answer(gone ? Result<void>() : Result<void>(keychainFailure(job)));
          });
}

} // namespace reserve
