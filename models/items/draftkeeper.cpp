// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/draftkeeper.h"

#include "models/base/logging.h"
#include "models/items/admindraft.h"
#include "models/items/filework.h"
#include "models/items/whenanswered.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

#include <array>
#include <chrono>
#include <utility>

namespace reserve {

namespace {

using namespace std::chrono_literals;

constexpr int fileVersion = 1;
constexpr std::array<std::pair<FieldPath::Kind, QLatin1String>, 5> kindNames{
    std::pair{FieldPath::Kind::Setting, QLatin1String("setting")},
    std::pair{FieldPath::Kind::Space, QLatin1String("space")},
    std::pair{FieldPath::Kind::Profile, QLatin1String("server")},
    std::pair{FieldPath::Kind::Policy, QLatin1String("policy")},
    std::pair{FieldPath::Kind::Notice, QLatin1String("notice")}};

QJsonObject toJson(const FieldPath& path)
{
    QJsonObject object{{QStringLiteral("id"), path.id}};
    for (const auto& [kind, name] : kindNames) {
        if (kind == path.kind)
            object.insert(QStringLiteral("kind"), QString(name));
    }
    if (!path.field.isEmpty())
        object.insert(QStringLiteral("field"), path.field);
    return object;
}

std::optional<FieldPath> pathFrom(const QJsonObject& object)
{
    const QString word = object.value(QStringLiteral("kind")).toString();
    for (const auto& [kind, name] : kindNames) {
        if (name == word)
            return FieldPath{kind, object.value(QStringLiteral("id")).toInteger(),
                             object.value(QStringLiteral("field")).toString()};
    }
    return std::nullopt;
}

QJsonArray toJson(const QList<FieldPath>& paths)
{
    QJsonArray array;
    for (const FieldPath& path : paths)
        array.append(toJson(path));
    return array;
}

QList<FieldPath> pathsFrom(const QJsonArray& array)
{
    QList<FieldPath> paths;
    for (const QJsonValue& value : array) {
        if (const auto path = pathFrom(value.toObject()))
            paths.append(*path);
    }
    return paths;
}

} // namespace

QByteArray toBytes(const KeptDraft& kept)
{
    QJsonArray edits;
    for (const auto& [path, edit] : kept.state.edits) {
        QJsonObject object = toJson(path);
        object.insert(QStringLiteral("before"), edit.before);
        object.insert(QStringLiteral("text"), edit.text);
        edits.append(object);
    }
    const QJsonObject root{{QStringLiteral("version"), fileVersion},
                           {QStringLiteral("kept"), toDateTime(kept.keptAt).toString(Qt::ISODateWithMs)},
                           {QStringLiteral("edits"), edits},
                           {QStringLiteral("added"), toJson(kept.state.added)},
                           {QStringLiteral("removed"), toJson(kept.state.removed)}};
    return QJsonDocument(root).toJson(QJsonDocument::Compact);
}

std::optional<KeptDraft> keptDraftFrom(const QByteArray& bytes)
{
    const QJsonObject root = QJsonDocument::fromJson(bytes).object();
    const QDateTime at = QDateTime::fromString(root.value(QStringLiteral("kept")).toString(), Qt::ISODateWithMs);
    if (root.value(QStringLiteral("version")).toInt() != fileVersion || !at.isValid())
        return std::nullopt;
    KeptDraft kept;
    kept.keptAt = fromDateTime(at);
    for (const QJsonValue& value : root.value(QStringLiteral("edits")).toArray()) {
        const QJsonObject object = value.toObject();
        if (const auto path = pathFrom(object)) {
            kept.state.edits.insert_or_assign(*path,
                                              FieldDraft::Edit{object.value(QStringLiteral("before")).toString(),
                                                               object.value(QStringLiteral("text")).toString()});
        }
    }
    kept.state.added = pathsFrom(root.value(QStringLiteral("added")).toArray());
    kept.state.removed = pathsFrom(root.value(QStringLiteral("removed")).toArray());
    return kept;
}

DraftKeeper::DraftKeeper(AdminDraft& draft, const Clock& clock, const QString& file, QObject* parent)
    : QObject(parent)
    , m_draft(draft)
    , m_clock(clock)
    , m_file(file)
    , m_lock(file + QStringLiteral(".lock"))
{
    const QString folder = QFileInfo(file).absolutePath();
    QDir().mkpath(folder);
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (!m_lock.tryLock())
        return;
    m_soon.setSingleShot(true);
    m_soon.setInterval(5s);
    connect(&m_soon, &QTimer::timeout, this, &DraftKeeper::keep);
    connect(&m_draft, &AdminDraft::changed, this, &DraftKeeper::noteChange);
    // A few kilobytes on this machine, once.
    if (QFile kept(m_file); kept.open(QIODevice::ReadOnly))
        m_offered = keptDraftFrom(kept.readAll());
    if (!m_offered)
        return;
    m_keptState = m_offered->state;
    m_draft.fields().claimIds(m_offered->state);
    if (m_draft.isLoaded())
        QMetaObject::invokeMethod(this, &DraftKeeper::offer, Qt::QueuedConnection);
    else
        connect(&m_draft, &AdminDraft::loaded, this, &DraftKeeper::offer, Qt::SingleShotConnection);
}

DraftKeeper::~DraftKeeper()
{
    if (!m_lock.isLocked())
        return;
    m_writing.waitForFinished();
    keep();
    m_writing.waitForFinished();
}

QString DraftKeeper::fileFor(const QString& storeFile)
{
    const QByteArray store = QFileInfo(storeFile).absoluteFilePath().toUtf8();
    const QByteArray name = QCryptographicHash::hash(store, QCryptographicHash::Sha256).first(8).toHex();
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + QStringLiteral("/reserve-console/drafts/%1.json").arg(QLatin1String(name));
}

void DraftKeeper::offer()
{
    if (m_offered)
        Q_EMIT offered(m_offered->state.count(), m_offered->keptAt);
}

void DraftKeeper::takeUp()
{
    if (!m_offered)
        return;
    const KeptDraft kept = *std::exchange(m_offered, std::nullopt);
    m_draft.fields().restore(kept.state);
}

FieldDraft::State DraftKeeper::wanted() const
{
    const FieldDraft::State& typed = m_draft.fields().state();
    return m_offered ? FieldDraft::merged(m_offered->state, typed) : typed;
}

void DraftKeeper::noteChange()
{
    // What was applied or reverted is not offered again, whatever happens next.
    if (wanted().count() == 0)
        keep();
    else if (!m_soon.isActive())
        m_soon.start();
}

void DraftKeeper::keep()
{
    m_soon.stop();
    const FieldDraft::State state = wanted();
    if (state == m_keptState)
        return;
    if (m_writing.isRunning()) {
        m_soon.start();
        return;
    }
    m_keptState = state;
    if (state.count() == 0) {
        QFile::remove(m_file);
        return;
    }
    m_writing = writeWholeFile(m_file, toBytes({state, m_clock.now()}));
    whenAnswered(m_writing, this, [](const Result<void>& written) {
        if (!written)
            qCWarning(lcStore) << "the draft is not kept:" << written.error().code();
    });
}

} // namespace reserve
