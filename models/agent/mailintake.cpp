// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/mailintake.h"

#include "models/agent/configurationwatch.h"
#include "models/agent/crashmark.h"
#include "models/agent/intakereply.h"
#include "models/agent/keptmail.h"
#include "models/base/logging.h"
#include "models/mail/receivedline.h"
#include "models/store/spoolfolder.h"

#include <QSysInfo>
#include <QThreadPool>

#include <algorithm>

namespace reserve {

// One message between DATA and its answer. The worker fills `incoming`; nobody else touches it until then.
struct MailIntake::Job
{
    std::shared_ptr<const Configuration> configuration;
    ReceivedMessage received;
    Instant at;
    QByteArray id;
    Answer answer;
    ContentMark mark;
    IncomingMessage incoming;
};

namespace {

// Ahead of the preparing of decisions, on the same workers.
constexpr int workPriority = 1;

QByteArray hostNameOf(const Settings& settings)
{
    const QString name = settings.smtpHostName();
    return (name.isEmpty() ? QSysInfo::machineHostName() : name).toLatin1();
}

QString textOf(const PeerInfo& peer)
{
    const bool isV6 = peer.address.contains(QLatin1Char(':'));
    return (isV6 ? QLatin1Char('[') + peer.address + QLatin1Char(']') : peer.address) + QLatin1Char(':')
        + QString::number(peer.port);
}

QList<JudgedRecipient> judged(const SmtpEnvelope& envelope, const RecipientDirectory& directory)
{
    QList<JudgedRecipient> recipients;
    recipients.reserve(envelope.recipients.size());
    for (const EnvelopeRecipient& recipient : envelope.recipients) {
        const QString address = QString::fromUtf8(recipient.address);
        RecipientJudgement judgement = directory.judge(address);
        // Taken at RCPT, gone since: kept all the same, for no space.
        if (!judgement.isTaken())
            judgement = {RecipientJudgement::Kind::Space, {}, judgement.reason};
        recipients.append({address, judgement});
    }
    return recipients;
}

bool anyIsHeld(const QList<JudgedRecipient>& recipients)
{
    return std::any_of(recipients.begin(), recipients.end(),
                       [](const JudgedRecipient& recipient) { return recipient.judgement.isHeld(); });
}

QList<TraceStep> stepsOf(ContentFindings findings, Instant at)
{
    QList<TraceStep> steps;
    for (const QByteArray& code : findingCodes(findings))
        steps.append({at, QByteArrayLiteral("SMTP"), {code, {}}});
    return steps;
}

} // namespace

MailIntake::MailIntake(LeasedStore& store, ConfigurationWatch& configuration, QThreadPool& workers,
                       CrashMark& crashMark, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_configuration(configuration)
    , m_workers(workers)
    , m_crashMark(crashMark)
{
}

void MailIntake::take(ReceivedMessage message, SessionId session, Answer answer)
{
    auto job = std::make_shared<Job>();
    job->received = std::move(message);
    job->at = m_store.now();
    job->id = QByteArray::number(session.value) + '.' + QByteArray::number(++m_count);
    job->answer = std::move(answer);
    ++m_underWay;
    // The gate and R-KEEP go by what holds when the message has ended, not by what held when the session began.
    m_configuration.whenFresh([this, job] {
        job->configuration = m_configuration.current();
        m_workers.start([this, job] { work(job); }, workPriority);
    });
}

// On a worker.
void MailIntake::work(const std::shared_ptr<Job>& job)
{
    const Settings& settings = job->configuration->settings();
    const SmtpEnvelope& envelope = job->received.envelope;
    QByteArray content = std::move(job->received.content);
    IncomingMessage& incoming = job->incoming;
    const QByteArray line = receivedLine(envelope, hostNameOf(settings), job->id, job->at);

    incoming.recipients = judged(envelope, job->configuration->directory());
    incoming.refusal = job->received.refusal;
    // They say of a message that it is kept as it came.
    if (incoming.refusal.isEmpty())
        incoming.steps = stepsOf(job->received.findings, job->at);
    incoming.message.receivedAt = job->at;
    incoming.message.sender = QString::fromUtf8(envelope.reversePath);
    incoming.message.peer = textOf(envelope.peer);
    incoming.message.helloName = QString::fromLatin1(envelope.heloName);
    read(*job, content);
    if (settings.smtpKeepEmail())
        incoming.steps.append(keep(*job, line, content));
    if (incoming.refusal.isEmpty()) {
        content.prepend(line);
        if (const Result<void> filled = fillRow(incoming.message, std::move(content)); !filled)
            return m_store.courier().post([this, job, error = filled.error()] { finish(job, failure(error)); });
    }
    m_store.write(
        WritePriority::Intake, [job](WriteUnit& unit) { return takeIn(unit, *job->configuration, job->incoming); },
        [this, job](const Result<IntakeOutcome>& outcome) { finish(job, outcome); });
}

// On a worker.
void MailIntake::read(Job& job, const QByteArray& content) const
{
    IncomingMessage& incoming = job.incoming;
    job.mark = ContentMark::of(content);
    if (const int crashes = m_crashMark.crashesOf(job.mark); crashes >= mostCrashes) {
        incoming.quarantine = {"trace.quarantined", {{QStringLiteral("attempts"), QString::number(crashes)}}};
        incoming.reading = unreadMail(incoming.message.sender, incoming.quarantine);
        return;
    }
    const CrashMark::Watch watch(job.mark);
    incoming.reading = readMail(content, incoming.message.sender);
}

// On a worker. R-KEEP.
TraceStep MailIntake::keep(const Job& job, const QByteArray& line, const QByteArray& content) const
{
    const KeptMail kept(KeptMail::folderFor(job.configuration->settings(), m_store.store().location()));
    const Result<QString> file = kept.store(job.at, job.id, line, content);
    TraceStep step{job.at, QByteArrayLiteral("R-KEEP"), file ? Reason{"keep.stored", {}} : file.error().reason()};
    if (!file)
        return step;
    step.reason.arguments.insert(QStringLiteral("file"), *file);
    if (content.size() < job.received.octets) {
        step.reason.code = "keep.stored-in-part";
        step.reason.arguments.insert(QStringLiteral("kept"), QString::number(content.size()));
        step.reason.arguments.insert(QStringLiteral("octets"), QString::number(job.received.octets));
    }
    return step;
}

// On a worker. In the row itself, or in the spool.
Result<void> MailIntake::fillRow(InboxMessage& row, QByteArray content) const
{
    row.size = content.size();
    if (content.size() <= SpoolFolder::threshold) {
        row.raw = std::move(content);
        return {};
    }
    const Result<QString> file = SpoolFolder(m_store.store().location().spoolFolder()).write(content);
    if (!file)
        return failure(file.error());
    row.spoolFile = *file;
    return {};
}

void MailIntake::finish(const std::shared_ptr<Job>& job, const Result<IntakeOutcome>& outcome)
{
    --m_underWay;
    const bool isStored = outcome && outcome->taken;
    if (!isStored && !job->incoming.message.spoolFile.isEmpty()) {
        m_workers.start([folder = m_store.store().location().spoolFolder(), name = job->incoming.message.spoolFile] {
            SpoolFolder(folder).remove(name);
        });
    }
    if (!outcome) {
        qCWarning(lcSmtp) << "message not stored:" << outcome.error().logLine();
        if (outcome.error().code() == "lease.lost")
            Q_EMIT leaseRefused(outcome.error().reason());
    }
    if (outcome)
        m_crashMark.forget(job->mark);
    job->answer(intakeReply(outcome));
    if (isStored)
        Q_EMIT taken(outcome->waiting, job->incoming.reading, job->incoming.message.size);
    if (isStored && anyIsHeld(job->incoming.recipients)) {
        Q_EMIT held();
        // Whoever looked when that changed did not find it yet.
        if (job->configuration != m_configuration.current())
            Q_EMIT heldByEarlierSetup();
    }
    if (m_underWay == 0)
        Q_EMIT idle();
}

} // namespace reserve
