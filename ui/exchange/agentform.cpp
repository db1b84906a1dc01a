// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/exchange/agentform.h"

#include "models/items/admindraft.h"
#include "models/items/agentrequest.h"
#include "models/items/shellstatuswatcher.h"
#include "models/items/whenanswered.h"
#include "models/secrets/secretstore.h"
#include "models/store/store.h"
#include "models/wording/wording.h"
#include "ui/common/formfield.h"
#include "ui/common/label.h"
#include "ui/common/pillrow.h"
#include "ui/exchange/draftfield.h"
#include "ui/exchange/secretfield.h"
#include "ui/theme/consolestyle.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace reserve {

namespace {

StateCell stateCell(AgentState state)
{
    switch (state) {
    case AgentState::Listening:
        return {Meaning::Good, word(state), {}};
    case AgentState::Starting:
        return {Meaning::Queued, word(state), {}};
    case AgentState::Stopped:
        return {Meaning::NotApplicable, word(state), {}};
    case AgentState::CannotListen:
        return {Meaning::Failed, word(state), {}};
    }
    Q_UNREACHABLE();
}

// FAQ 1a: the two must be the same number.
std::optional<LiveFinding> judgePorts(const AdminDraft& draft)
{
    const Settings settings = draft.draftedSettings();
    const int connector = settings.smtpConnectorPort();
    if (connector <= 0)
        return std::nullopt;
    if (connector == settings.smtpPort())
        return LiveFinding{Meaning::Good, AgentForm::tr("Both ports are %1").arg(connector)};
    return LiveFinding{
        Meaning::Warning,
        AgentForm::tr("Exchange sends to port %1 and the agent listens on port %2, so no request arrives. Set both "
                      "to the same number, or forward one port to the other.")
            .arg(connector)
            .arg(settings.smtpPort())};
}

bool isLoopback(const QString& address)
{
    return address.startsWith(QLatin1String("127.")) || address == QLatin1String("::1");
}

// R-PEERS
std::optional<LiveFinding> judgePeers(const AdminDraft& draft)
{
    const Settings settings = draft.draftedSettings();
    if (isLoopback(settings.smtpAddress()) || !settings.smtpAcceptedPeers().isEmpty())
        return std::nullopt;
    return LiveFinding{Meaning::Warning,
                       AgentForm::tr("Nobody may send from outside this machine yet, so the agent refuses to "
                                     "listen on %1. Name the addresses of the Exchange servers.")
                           .arg(settings.smtpAddress())};
}

// The lease names its holder as "host, process 4711".
QString runBy(const QString& holder)
{
    static const QRegularExpression form(QStringLiteral("^(.+), process (\\d+)$"));
    const QRegularExpressionMatch match = form.match(holder);
    return match.hasMatch() ? AgentForm::tr("Run by process %1 on %2.").arg(match.captured(2), match.captured(1))
                            : AgentForm::tr("Run by %1.").arg(holder);
}

// "That is 36.0 MB.", since nobody counts the digits of bytes.
std::optional<LiveFinding> readSize(const AdminDraft& draft)
{
    const qint64 bytes = draft.setting(QStringLiteral("smtp.max-message-bytes")).trimmed().toLongLong();
    if (bytes <= 0)
        return std::nullopt;
    const QString size = QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
    return LiveFinding{Meaning::Information, AgentForm::tr("That is %1.").arg(size)};
}

std::optional<LiveFinding> judgeOutgoing(const AdminDraft& draft)
{
    if (!draft.draftedSettings().outgoingHost().isEmpty())
        return std::nullopt;
    return LiveFinding{Meaning::Warning, AgentForm::tr("No outgoing mail server is set: answers wait in the outbox.")};
}

} // namespace

AgentForm::AgentForm(Store& store, ShellStatusWatcher& status, SecretStore* secrets, AdminDraft& draft, QWidget* parent)
    : DraftForm(draft, parent)
    , m_store(store)
    , m_status(status)
    , m_state(new PillRow)
    , m_address(new Label({}, Type::Fixed, Ink::Secondary))
    , m_reason(Label::paragraph({}, Ink::Text))
    , m_start(new QPushButton(icon(Icon::ActRun), tr("Start")))
    , m_stop(new QPushButton(icon(Icon::ActStop), tr("Stop")))
    , m_otherPort(new QPushButton)
{
    addPart(makeStatus());
    addListening();
    addKeeping();
    addOutgoing(secrets);
    addOwnAgent();
    finishSections();
    connect(&m_status, &ShellStatusWatcher::changed, this, &AgentForm::showStatus);
    connect(&draft, &AdminDraft::changed, this, &AgentForm::showStatus);
    connect(m_start, &QPushButton::clicked, this, &AgentForm::start);
    connect(m_stop, &QPushButton::clicked, this,
            [this] { command(CommandKind::StopListening, tr("The agent is asked to stop listening.")); });
    connect(m_otherPort, &QPushButton::clicked, this, [this] {
        const FieldPath port{FieldPath::Kind::Setting, 0, QStringLiteral("smtp.port")};
        this->draft().fields().setAll({{port, m_freePort}});
        focusField(port);
    });
    showStatus();
}

QWidget* AgentForm::makeStatus()
{
    auto* status = new QWidget;
    auto* layout = new QVBoxLayout(status);
    layout->setContentsMargins(px(14), 0, px(4), 0);
    layout->setSpacing(u(2));
    auto* row = new QHBoxLayout;
    row->setSpacing(u(3));
    row->addWidget(m_state);
    row->addWidget(m_address);
    row->addStretch(1);
    row->addWidget(m_start);
    row->addWidget(m_stop);
    layout->addLayout(row);
    layout->addWidget(m_reason);
    layout->addWidget(m_otherPort, 0, Qt::AlignLeading);
    return status;
}

void AgentForm::addListening()
{
    FormSection* where = addSection(tr("Where it listens"));
    addSetting(where, QStringLiteral("smtp.address"),
               tr("127.0.0.1 takes mail from this machine only; 0.0.0.0 from everywhere the accepted peers name."));
    addSetting(where, QStringLiteral("smtp.port"), tr("SMTP_PORT of the properties file."));
    DraftField* connector
        = addSetting(where, QStringLiteral("smtp.connector-port"),
                     tr("What the Exchange administrator set; Exchange Online always sends to port 25."));
    connector->setLiveFinding([this] { return judgePorts(draft()); });
    addSetting(where, QStringLiteral("smtp.host-name"), tr("Left empty, the machine's own name."));
    DraftField* peers = addSetting(where, QStringLiteral("smtp.accepted-peers"),
                                   tr("Addresses or ranges such as 10.1.0.0/16, separated by commas."));
    peers->setLiveFinding([this] { return judgePeers(draft()); });
    DraftField* largest
        = addSetting(where, QStringLiteral("smtp.max-message-bytes"), tr("In bytes; a larger message is refused."));
    largest->setLiveFinding([this] { return readSize(draft()); });
}

void AgentForm::addKeeping()
{
    FormSection* keeping = addSection(tr("Keeping what arrives"));
    addSetting(keeping, QStringLiteral("smtp.keep-email"),
               tr("Each message is also stored as a file (SMTP_KEEP_EMAIL). It takes effect at once."));
    addSetting(
        keeping, QStringLiteral("smtp.root"),
        tr("The folder for these files (TRIRIGA_RESERVE_SMTP_ROOT), made when missing. Left empty, a folder beside "
           "the store."));
}

void AgentForm::addOutgoing(SecretStore* secrets)
{
    FormSection* outgoing = addSection(tr("Outgoing mail"));
    DraftField* host
        = addSetting(outgoing, QStringLiteral("outgoing.host"), tr("Answers and confirmations go out through it."));
    host->setLiveFinding([this] { return judgeOutgoing(draft()); });
    addSetting(outgoing, QStringLiteral("outgoing.port"), {});
    addSetting(outgoing, QStringLiteral("outgoing.security"), {});
    addSetting(outgoing, QStringLiteral("outgoing.user"), tr("Left empty, the server is used without signing in."));
    auto* password = new SecretField(secrets, outgoingPasswordName, tr("Password of the outgoing mail server"));
    connect(password, &SecretField::done, this, &AgentForm::done);
    connect(password, &SecretField::replaced, this, [this] { command(CommandKind::ReloadSettings, {}); });
    auto* passwordField = new FormField(tr("Password of the outgoing mail server"), password);
    connect(password, &SecretField::troubled, passwordField,
            [passwordField](const QString& why) { passwordField->setFinding(Meaning::Failed, why); });
    outgoing->addField(passwordField);
    addSetting(outgoing, QStringLiteral("outgoing.from"),
               tr("The From of notices, and the envelope sender of everything."));
    addSetting(outgoing, QStringLiteral("notices.to"),
               tr("Who hears of what is held, failed, paused or waits for an approver; separated by commas, "
                  "one digest in 15 minutes at most."));
}

void AgentForm::addOwnAgent()
{
    FormSection* own = addSection(tr("The agent of this console"));
    addSetting(own, QStringLiteral("console.start-agent"),
               tr("While the window is open, it takes mail itself. Turn it off where reserve-agent runs as a service: "
                  "one agent "
                  "works on a store, the other one only waits."));
    m_asProcess = addSetting(
        own, QStringLiteral("console.agent-as-process"),
        tr("Should a message ever bring the agent down, this window stays open and starts the agent again. As "
           "a part of the window it starts faster and takes less memory. Applied, it moves at once; it does "
           "not listen for a moment."));
}

void AgentForm::showStatus()
{
    const StatusFigures& figures = m_status.figures();
    const AgentState state = m_status.agentState();
    m_state->setStates({stateCell(state)});
    m_address->setText(state == AgentState::Stopped ? QString() : figures.agent.address);
    QStringList sentences;
    if (figures.agentRuns && figures.lease.token != m_troubledToken)
        m_trouble = {};
    if (!m_trouble.isEmpty())
        sentences.append(sentence(m_trouble));
    if (!figures.agentRuns)
        sentences.append(mayStartOwnAgent()
                             ? tr("No agent runs on this store. Start begins the one of this console.")
                             : tr("No agent runs on this store. Let this console run its own, further down, or run "
                                  "reserve-agent."));
    else if (!figures.agent.reason.isEmpty())
        sentences.append(sentence(figures.agent.reason));
    for (const QString& secret : figures.agentRuns ? figures.agent.missingSecrets : QStringList())
        sentences.append(
            tr("The agent lacks a password. On its machine, run: reserve-agent settings set-secret %1").arg(secret));
    if (figures.agentRuns)
        sentences.append(runBy(figures.lease.holder));
    m_reason->setText(sentences.join(QLatin1Char('\n')));
    offerOtherPort(figures.agentRuns && state == AgentState::CannotListen ? figures.agent.reason : Reason{});
    showButtons(state);
    const bool ownAgent = draft().draftedSettings().agentStartsWithConsole();
    m_asProcess->form()->setOff(ownAgent ? QString() : tr("Only while this console runs an agent"));
}

void AgentForm::setTrouble(const Reason& reason)
{
    m_trouble = reason;
    m_troubledToken = m_status.figures().lease.token;
    showStatus();
}

void AgentForm::showButtons(AgentState state)
{
    const bool runs = m_status.figures().agentRuns;
    const bool listens = state == AgentState::Listening || state == AgentState::Starting;
    m_start->setEnabled(runs ? !listens : mayStartOwnAgent());
    m_stop->setEnabled(runs && listens);
    m_start->setToolTip(listens                    ? tr("It listens already")
                            : m_start->isEnabled() ? QString()
                                                   : tr("No agent runs on this store"));
    m_stop->setToolTip(listens ? QString() : tr("It does not listen"));
}

// By what is applied, not by what is only typed.
bool AgentForm::mayStartOwnAgent() const
{
    return Settings(draft().snapshot().settings()).agentStartsWithConsole();
}

void AgentForm::start()
{
    if (m_status.figures().agentRuns)
        command(CommandKind::StartListening, tr("The agent is asked to listen."));
    else
        Q_EMIT ownAgentRequested();
}

void AgentForm::offerOtherPort(const Reason& reason)
{
    m_freePort = reason.code == "agent.port-taken" ? reason.arguments.value(QStringLiteral("free")) : QString();
    m_otherPort->setText(tr("Use port %1").arg(m_freePort));
    m_otherPort->setVisible(!m_freePort.isEmpty());
}

void AgentForm::command(CommandKind kind, const QString& said)
{
    whenAnswered(askAgent(m_store, kind), this, [this, said](const Result<CommandId>& id) {
        if (!id)
            Q_EMIT failed(id.error().reason());
        else if (!said.isEmpty())
            Q_EMIT done(said);
    });
}

} // namespace reserve
