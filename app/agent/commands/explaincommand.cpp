// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/agent/cli.h"
#include "app/agent/commands.h"
#include "app/agent/commands/explanationtext.h"
#include "app/agent/commands/importing.h"
#include "app/agent/commands/messageaddresses.h"
#include "app/agent/commands/timeinput.h"
#include "app/agent/workplace.h"
#include "models/base/address.h"
#include "models/explaining/calendarfile.h"
#include "models/explaining/explanationjson.h"
#include "models/exporting/jsonarray.h"
#include "models/mail/contentscan.h"

namespace reserve {

namespace {

const QString toOption = QStringLiteral("to");
const QString fromOption = QStringLiteral("from");
const QString atOption = QStringLiteral("at");

// What the options ask for, checked.
struct Question
{
    std::optional<QString> sender;
    QStringList recipients;
    std::optional<Instant> at;
};

Result<Question> questionOf(const Invocation& invocation)
{
    Question question;
    question.recipients = invocation.values(toOption);
    if (invocation.isSet(fromOption))
        question.sender = invocation.value(fromOption);
    for (const QString& address : question.recipients) {
        if (!looksLikeAddress(address) && address.compare(QLatin1String("postmaster"), Qt::CaseInsensitive) != 0)
            return invalidValue(toOption, address, Cli::tr("an e-mail address"));
    }
    if (question.sender && !question.sender->isEmpty() && !looksLikeAddress(*question.sender))
        return invalidValue(fromOption, *question.sender, Cli::tr("an e-mail address"));
    if (!invocation.isSet(atOption))
        return question;
    const auto at = instantFromInput(invocation.value(atOption), QTimeZone::systemTimeZone(), atOption);
    if (!at)
        return failure(at.error());
    question.at = *at;
    return question;
}

// The reverse-path of a stored mail: what the last server wrote of it, else its author.
QString senderIn(const MessageContent& content)
{
    return content.returnPath.value_or(content.from.address);
}

// A file may end its lines by a line feed alone; the wire does not.
qint64 octetsOnTheWire(const QByteArray& content)
{
    return content.size() + content.count('\n') - content.count("\r\n");
}

bool isExplained(const Explanation& explanation)
{
    const PreparedMessage& message = explanation.understanding.message;
    return explanation.undecided.isEmpty() && message.meeting && message.reading->kind != MessageKind::Unreadable;
}

class ExplainCommand final : public Subcommand
{
public:
    QString command() const override { return QStringLiteral("explain"); }
    QString summary() const override
    {
        return Cli::tr("shows what is understood of a message and what would be decided and told, and changes nothing");
    }
    QList<SubcommandArgument> arguments() const override
    {
        return {{QStringLiteral("FILE"), Cli::tr("a stored message (.eml) or a calendar (.ics); - for standard input"),
                 false, true}};
    }
    QList<QCommandLineOption> options() const override
    {
        return {{toOption,
                 Cli::tr("recipient of the envelope; may be repeated; without it the spaces among the "
                         "attendees, else among the "
                         "addressees"),
                 QStringLiteral("ADDRESS")},
                {fromOption, Cli::tr("sender of the envelope; without it Return-Path, else From; '' for none"),
                 QStringLiteral("ADDRESS")},
                {atOption, Cli::tr("as if it arrived at this time, such as 2026-11-18T09:30; without it now"),
                 QStringLiteral("TIME")}};
    }
    QStringList formats() const override { return {QStringLiteral("text"), QStringLiteral("json")}; }

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override
    {
        const Result<Question> question = questionOf(invocation);
        if (!question)
            return failure(question.error());
        if (const auto where = workplace.location(); !where)
            return failure(where.error());
        const QStringList files = invocation.arguments();
        std::optional<JsonArray> array;
        if (invocation.wantsJson())
            array.emplace(workplace.terminal().out());
        ExitCode status = ExitCode::Good;
        for (const QString& file : files) {
            const auto explanation = explainFile(file, *question, workplace);
            const Reason complaint = explanation ? explanation->undecided : explanation.error().reason();
            if (!complaint.isEmpty())
                workplace.terminal().complain(complaint);
            if (!explanation || !isExplained(*explanation))
                status = ExitCode::Failed;
            if (!explanation)
                continue;
            if (array)
                array->add(objectOf(file, *explanation));
            else
                workplace.terminal().write(explanationText(file, *explanation));
        }
        if (array)
            array->end();
        return status;
    }

private:
    static QJsonObject objectOf(const QString& file, const Explanation& explanation)
    {
        QJsonObject object = toJsonObject(explanation);
        object.insert(QStringLiteral("file"), file);
        return object;
    }

    Result<Explanation> explainFile(const QString& file, const Question& question, Workplace& workplace)
    {
        const Result<QByteArray> content = readInput(file, workplace.terminal());
        if (!content)
            return failure(content.error());
        return explain(*content, question, workplace);
    }

    Explanation explain(const QByteArray& content, const Question& question, Workplace& workplace)
    {
        const bool isCalendar = isCalendarFile(content);
        const QByteArray raw = isCalendar ? mailAround(content, question.sender.value_or(QString())) : content;
        const Instant at = question.at.value_or(workplace.clock()->now());
        ExplainedEnvelope envelope;
        envelope.sender = question.sender ? *question.sender : senderIn(readMail(raw, {})->content);
        envelope.recipients = question.recipients;
        envelope.addressees = addressesOfField(raw, "To") + addressesOfField(raw, "Cc");
        envelope.scan = scanContent(raw);
        const PreparedMessage message = prepare(readMail(raw, envelope.sender), m_reader, at);
        const auto judged = judge(message, envelope, octetsOnTheWire(raw), at, workplace);
        return explanationOf(message, m_reader, envelope, judged, isCalendar ? content.size() : raw.size());
    }

    // Never makes a store where there is none.
    Result<JudgedEnvelope> judge(const PreparedMessage& message, const ExplainedEnvelope& envelope, qint64 size,
                                 Instant at, Workplace& workplace)
    {
        const Result<Store*> store = workplace.store(OpenMode::MustExist);
        if (!store)
            return failure(store.error());
        return (*store)
            ->rehearse(at, [&](WriteUnit& unit) { return judgeEnvelope(unit, m_reader, message, envelope, size); })
            .result();
    }

    ItipReader m_reader;
};

} // namespace

Subcommands explainCommands()
{
    Subcommands commands;
    commands.push_back(std::make_unique<ExplainCommand>());
    return commands;
}

} // namespace reserve
