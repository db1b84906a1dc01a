// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/filework.h"

#include <QFile>
#include <QPromise>
#include <QSaveFile>
#include <QThreadPool>

#include <memory>

namespace reserve {

namespace {

constexpr qint64 megabyte = 1024 * 1024;
constexpr qint64 mostMegabytes = 100;

Arguments about(const QFileDevice& file)
{
    return {{QStringLiteral("path"), file.fileName()}, {QStringLiteral("detail"), file.errorString()}};
}

Result<QByteArray> read(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure("file.unreadable", about(file));
    if (file.size() > mostMegabytes * megabyte) {
        return failure("file.too-large",
                       {{QStringLiteral("path"), path}, {QStringLiteral("megabytes"), QString::number(mostMegabytes)}});
    }
    return file.readAll();
}

Result<void> write(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failure("export.file", about(file));
    return {};
}

template<typename Answer, typename Fn>
QFuture<Answer> onPool(Fn fn)
{
    auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, fn] {
        promise->addResult(fn());
        promise->finish();
    });
    return promise->future();
}

} // namespace

QFuture<Result<QByteArray>> readWholeFile(const QString& path)
{
    return onPool<Result<QByteArray>>([path] { return read(path); });
}

QFuture<Result<void>> writeWholeFile(const QString& path, const QByteArray& bytes)
{
    return onPool<Result<void>>([path, bytes] { return write(path, bytes); });
}

} // namespace reserve
