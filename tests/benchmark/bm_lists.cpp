// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
// The monitor's list of messages sorted by each column, among 1,000,000 of them, against all of them sorted; and what
// an index on one of these orders would cost the intake of a trace.
#include "models/store/connection.h"
#include "tests/benchmark/desk.h"
#include "tests/benchmark/figure.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <functional>
#include <utility>

using namespace reserve;
using namespace reserve::benchmark;

namespace {

constexpr int messages = 1'000'000;
constexpr int page = 200;
constexpr int inserted = 20'000;

const QString copied = QStringLiteral("INSERT INTO trace (inbox_id, received_at, message_id, sender, recipient, "
                                      "recipient_key, space_id, requester, subject, "
                                      "is_private, method, kind, gate_match, gate_person_id, gate_reason, state, "
                                      "verdict, reason, reservation_id, attempts, "
                                      "decided_at, search, steps) SELECT inbox_id + %1, received_at + 1000 * %1, "
                                      "message_id, sender, recipient, recipient_key, "
                                      "space_id, abs(random() % 100000) || requester, abs(random() % 100000) || "
                                      "subject, is_private, method, kind, gate_match, "
                                      "gate_person_id, gate_reason, state, verdict, reason, reservation_id, attempts, "
                                      "decided_at, search, steps FROM trace "
                                      "WHERE id <= %2");

Trace model()
{
    Trace trace;
    trace.inboxId = {1};
    trace.receivedAt = fromEpochMilliseconds(1'800'000'000'000);
    trace.sender = trace.requester = Desk::person();
    trace.recipient = QStringLiteral("CR1@reserve.mycompany.com");
    trace.spaceId = {1};
    trace.subject = QStringLiteral("Safety training");
    trace.method = "REQUEST";
    trace.kind = MessageKind::MeetingRequest;
    trace.state = TraceState::Done;
    trace.verdict = Verdict::Accepted;
    trace.decidedAt = trace.receivedAt + Milliseconds(20);
    for (int step = 0; step < 7; ++step)
        trace.steps.append(
            {trace.receivedAt, "R-MATCH", {"match.person", {{QStringLiteral("person"), Desk::person()}}}});
    return trace;
}

// Each round copies all that is there.
Result<void> fill(Connection& connection)
{
    if (const auto begun = connection.beginWriting(); !begun)
        return begun;
    for (int there = 1; there < messages; there *= 2) {
        if (const auto more = connection.run(copied.arg(there).arg(std::min(there, messages - there))); !more)
            return failure(more.error());
    }
    return connection.commit();
}

double milliseconds(const std::function<bool()>& work)
{
    QElapsedTimer timer;
    timer.start();
    if (!work())
        std::exit(1);
    return double(timer.nsecsElapsed()) / 1e6;
}

double insertMicroseconds(Connection& connection)
{
    if (!connection.beginWriting())
        std::exit(1);
    const double took = milliseconds([&] { return connection.run(copied.arg(messages).arg(inserted)).has_value(); });
    connection.rollback();
    return took * 1000 / inserted;
}

void measureOrders(Desk& desk, Connection& connection)
{
    const double all = milliseconds([&] {
        return connection
            .number(QStringLiteral(
                "SELECT id FROM trace ORDER BY lower(iif(requester = '', sender, requester)), id DESC LIMIT 1"))
            .has_value();
    });
    using By = TraceOrder::By;
    for (const auto& [by, name] :
         {std::pair(By::Requester, "requester"), std::pair(By::Space, "space"), std::pair(By::Subject, "subject"),
          std::pair(By::Answer, "answer"), std::pair(By::Exchange, "exchange")}) {
        const double took = milliseconds([&desk, by = by] {
            return desk.store()
                .read([by](const ReadUnit& unit) {
                    return unit.traces().sorted({}, {by, false}, 0, page);
                })
                .result()
                .has_value();
        });
        printFigure(QStringLiteral("messages by %1 among 1,000,000").arg(QLatin1String(name)), took,
                    QStringLiteral("ms"), QStringLiteral("all by requester"), all);
    }
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    Desk desk(1);
    if (!desk.store()
             .write(WritePriority::Normal, [](WriteUnit& unit) { return unit.traces().append(model()); })
             .result())
        return 1;
    auto connection = Connection::open(desk.file(), Connection::Role::Plain);
    if (!connection || !fill(**connection))
        return 1;
    measureOrders(desk, **connection);
    insertMicroseconds(**connection); // warms
    const double without = insertMicroseconds(**connection);
    if (!(*connection)
             ->run(
                 QStringLiteral("CREATE INDEX measured ON trace (lower(iif(requester = '', sender, requester)), id)")))
        return 1;
    insertMicroseconds(**connection);
    printFigure(QStringLiteral("insert of a trace with one such index"), insertMicroseconds(**connection),
                QStringLiteral("us"), QStringLiteral("without"), without);
    return 0;
}
