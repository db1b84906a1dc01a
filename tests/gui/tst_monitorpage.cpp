// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/approvalmodel.h"
#include "models/items/partmodel.h"
#include "models/items/shellstatuswatcher.h"
#include "models/items/tracemodel.h"
#include "models/wording/wording.h"
#include "tests/support/accessibilitysweep.h"
#include "tests/support/picture.h"
#include "tests/support/presetprompt.h"
#include "tests/support/temporarystore.h"
#include "ui/common/banner.h"
#include "ui/common/emptystate.h"
#include "ui/common/searchfield.h"
#include "ui/common/tableview.h"
#include "ui/common/wayline.h"
#include "ui/monitor/accountview.h"
#include "ui/monitor/approvalpane.h"
#include "ui/monitor/messageviews.h"
#include "ui/monitor/monitorpage.h"
#include "ui/monitor/outboxpane.h"
#include "ui/monitor/replaypanel.h"
#include "ui/monitor/steplist.h"
#include "ui/monitor/tracemeaning.h"
#include "ui/monitor/tracepane.h"
#include "ui/theme/themeswitch.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

constexpr auto rawMail = "From: nour@x.example\r\nSubject: <b>Review</b>\r\n\r\nBody text\r\n";

// One message as the agent leaves it: inbox row and trace.
TraceId take(TemporaryStore& store, const QString& subject, const std::function<void(Trace&)>& change = {},
             const QByteArray& raw = rawMail)
{
    return store.write([=](WriteUnit& unit) -> Result<TraceId> {
        InboxMessage message;
        message.receivedAt = unit.now();
        message.sender = QStringLiteral("nour.abbas@mycompany.com");
        message.peer = QStringLiteral("192.0.2.7:50123");
        message.helloName = QStringLiteral("mail01.mycompany.com");
        message.subject = subject;
        message.raw = raw;
        message.size = raw.size();
        message.kind = MessageKind::MeetingRequest;
        const auto inbox = unit.inbox().append(message);
        if (!inbox)
            return failure(inbox.error());
        Trace trace;
        trace.inboxId = *inbox;
        trace.receivedAt = unit.now();
        trace.sender = trace.requester = message.sender;
        trace.recipient = QStringLiteral("CR2@reserve.mycompany.com");
        trace.subject = subject;
        trace.method = "REQUEST";
        trace.kind = MessageKind::MeetingRequest;
        trace.gate
            = {GateMatch::Person, {}, {"gate.person", {{QStringLiteral("person"), QStringLiteral("Nour Abbas")}}}};
        trace.steps = {{unit.now(), "R-GATE", trace.gate.reason}};
        if (change)
            change(trace);
        return unit.traces().append(trace);
    });
}

// A request for CR2 with an HTML text beside its calendar, as Exchange sends it.
QByteArray meetingMail()
{
    return "From: Nour Abbas <nour.abbas@mycompany.com>\r\nTo: CR2@reserve.mycompany.com\r\nSubject: Safety "
           "training\r\n"
           "MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n"
           "--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<img "
           "src=\"http://elsewhere.example/x.png\"><b>Hello</b>\r\n"
           "--b\r\nContent-Type: text/calendar; charset=utf-8; method=REQUEST; name=\"meeting.ics\"\r\n\r\n"
           "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:one\r\n"
           "DTSTAMP:20261117T100000Z\r\nORGANIZER;CN=Nour Abbas:mailto:nour.abbas@mycompany.com\r\n"
           "ATTENDEE;CUTYPE=ROOM;RSVP=TRUE:mailto:CR2@reserve.mycompany.com\r\nSUMMARY:Safety training\r\n"
           "DTSTART;TZID=Europe/Berlin:20261120T160000\r\nDTEND;TZID=Europe/Berlin:20261120T170000\r\n"
           "RRULE:FREQ=WEEKLY;COUNT=4\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n--b--\r\n";
}

// Everything that stands in the labels under `root`.
QString wordsIn(QWidget* root)
{
    QStringList words;
    for (const QLabel* label : root->findChildren<QLabel*>())
        words.append(label->text());
    return words.join(QLatin1Char('\n'));
}

OutboxId waiting(TemporaryStore& store)
{
    OutboxEntry entry;
    entry.recipient = QStringLiteral("nour.abbas@mycompany.com");
    entry.createdAt = store.clock().now();
    entry.nextAttempt = store.clock().now() + std::chrono::minutes(5);
    entry.lane = QStringLiteral("lane");
    return store.write([entry](WriteUnit& unit) { return unit.outbox().append(entry); });
}

QList<Command> commands(TemporaryStore& store)
{
    return store.write([](WriteUnit& unit) { return unit.commands().take(); });
}

QLineEdit* fieldOf(QWidget* root, const QString& name)
{
    for (QLineEdit* candidate : root->findChildren<QLineEdit*>()) {
        if (candidate->accessibleName() == name && candidate->isVisible())
            return candidate;
    }
    return nullptr;
}

QPushButton* button(QWidget* root, const QString& text)
{
    for (QPushButton* candidate : root->findChildren<QPushButton*>()) {
        if (candidate->text() == text && candidate->isVisible())
            return candidate;
    }
    return nullptr;
}

// What a replay would do has a list of its own, behind.
StepList* stepsOf(QWidget* root)
{
    const QList<StepList*> lists = root->findChildren<StepList*>();
    const auto shown = std::find_if(lists.begin(), lists.end(), [](const StepList* list) { return list->isVisible(); });
    return shown == lists.end() ? nullptr : *shown;
}

QPlainTextEdit* textView(QWidget* root, const QString& name)
{
    for (QPlainTextEdit* candidate : root->findChildren<QPlainTextEdit*>()) {
        if (candidate->accessibleName() == name)
            return candidate;
    }
    return nullptr;
}

struct Scene
{
    explicit Scene(TemporaryStore& store, QSize size = {1244, 872})
        : status(store.store())
    {
        auto preset = std::make_unique<PresetPrompt>();
        prompt = preset.get();
        page = std::make_unique<MonitorPage>(store.store(), status, nullptr, std::move(preset));
        page->resize(size);
        page->show();
        page->activate();
        page->activateWindow();
        if (!QTest::qWaitForWindowActive(page.get()))
            qWarning("the window did not become active: keys will not arrive");
    }

    TableView* table(const QString& name) const
    {
        for (TableView* candidate : page->findChildren<TableView*>()) {
            if (candidate->accessibleName() == name)
                return candidate;
        }
        return nullptr;
    }

    ShellStatusWatcher status;
    PresetPrompt* prompt;
    std::unique_ptr<MonitorPage> page;
};

} // namespace

class TestMonitorPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRequestAppearsWithoutAClick();
    void theTraceShowsItsWayAndEveryStep();
    void theWayOfARefusalEndsWhereItWasRefused();
    void mailIsShownAsTextNeverAsMarkup();
    void aPrivateMessageOpensAtItsTrace();
    void whatItSaysIsInPlainWords();
    void partsAreATable();
    void largeMailIsCutAndSavedWhole();
    void replayShowsItsOutcomeBeforeItIsAskedFor();
    void replayAndItsMessageLeadToEachOther();
    void R_MAILBOX_CASE_useExchangesSpelling();
    void R_MATCH_heldIsReleasedByCommand();
    void aWaitingRequestIsDecided();
    void R_RETRY_tryNowAndGiveUp();
    void R_RETRY_sentToAnotherAddress();
    void everyEmptyListSaysWhatWouldStandThere();
    void noOutgoingServerIsABannerWithItsButton();
    void pauseHoldsBackAndFollowStays();
    void scrollStaysWhenRowsComeInAbove();
    void sortedOtherwiseNothingIsFollowed();
    void listsAreSortedByKey();
    void exportWritesTheMessagesOfTheFilter();
    void everythingHasAName();
    void everyStepIsReachedByKey();
    void smallestWindowIsUsable();
    void everyColumnOfTheApprovalsCanBeRead();
    void theIconSaysWhatTheWordDoes();
    void thePaneKeepsItsWidth();
    void pictures();
};

void TestMonitorPage::aRequestAppearsWithoutAClick()
{
    TemporaryStore store;
    Scene scene(store);
    QTRY_VERIFY(scene.page->messages()->isLoaded());
    QVERIFY(!scene.table(QStringLiteral("Messages"))->isVisible()); // "No message has arrived yet"
    take(store, QStringLiteral("Safety training"));
    QTRY_COMPARE_WITH_TIMEOUT(scene.page->messages()->rowCount(), 1, 1000);
    QTRY_VERIFY(scene.table(QStringLiteral("Messages"))->isVisible());
    QTRY_VERIFY(scene.page->findChild<QTabBar*>()->tabText(0).endsWith(QLatin1String("\t1")));
}

void TestMonitorPage::everyEmptyListSaysWhatWouldStandThere()
{
    TemporaryStore store;
    Scene scene(store);
    QStringList said;
    for (const auto tab :
         {MonitorPage::MessagesTab, MonitorPage::ApprovalsTab, MonitorPage::SessionsTab, MonitorPage::OutboxTab}) {
        scene.page->showTab(tab);
        auto* empty = scene.page->findChild<EmptyState*>();
        QTRY_VERIFY(empty->isVisible());
        said << empty->accessibleName();
    }
    QCOMPARE(said,
             (QStringList{QStringLiteral("No message has arrived yet"), QStringLiteral("Nothing waits for an approval"),
                          QStringLiteral("Nobody has connected yet"), QStringLiteral("Nothing is to be told")}));
}

void TestMonitorPage::theTraceShowsItsWayAndEveryStep()
{
    TemporaryStore store;
    const TraceId id = take(store, QStringLiteral("Safety training"), [](Trace& trace) {
        trace.state = TraceState::Done;
        trace.verdict = Verdict::Accepted;
        trace.reason = {"decision.free", {}};
        trace.decidedAt = trace.receivedAt + Milliseconds(8);
    });
    Scene scene(store);
    scene.page->showTrace(id);
    auto* way = scene.page->tracePane()->findChild<WayLine*>();
    QTRY_COMPARE(way->stations().size(), 9);
    QCOMPARE(way->stations()[1].state, WayStation::State::Done);
    QVERIFY(way->stations()[1].detail.contains(QLatin1String("mail01.mycompany.com")));
    QCOMPARE(way->stations()[5].state, WayStation::State::Done);
    QCOMPARE(way->stations()[5].duration, std::optional(Milliseconds(8)));
    QCOMPARE(way->stations()[6].state, WayStation::State::NotYet);
    QStringList said;
    for (const QLabel* label : stepsOf(scene.page->tracePane())->findChildren<QLabel*>())
        said.append(label->text());
    QVERIFY(said.contains(QStringLiteral("R-GATE")));
    QVERIFY(said.last().contains(QLatin1String("Nour Abbas")));
}

void TestMonitorPage::theWayOfARefusalEndsWhereItWasRefused()
{
    TemporaryStore store;
    const TraceId rcpt = take(store, QString(), [](Trace& trace) {
        trace.inboxId = {};
        trace.verdict = Verdict::Rejected;
        trace.state = TraceState::Done;
        trace.reason = {"rcpt.unknown", {{QStringLiteral("recipient"), trace.recipient}}};
    });
    const TraceId gate = take(store, QStringLiteral("Promo"), [](Trace& trace) {
        trace.inboxId = {};
        trace.verdict = Verdict::Rejected;
        trace.state = TraceState::Done;
        trace.reason = {"gate.requester-unknown", {{QStringLiteral("requester"), trace.requester}}};
    });
    Scene scene(store);
    auto* way = scene.page->tracePane()->findChild<WayLine*>();
    scene.page->showTrace(rcpt);
    QTRY_COMPARE(scene.page->tracePane()->detail().row.trace.id, rcpt);
    QCOMPARE(way->stations()[int(Station::Session)].state, WayStation::State::Failed);
    QCOMPARE(way->stations()[int(Station::Matched)].state, WayStation::State::NotYet);
    scene.page->showTrace(gate);
    QTRY_COMPARE(scene.page->tracePane()->detail().row.trace.id, gate);
    QCOMPARE(way->stations()[int(Station::Session)].state, WayStation::State::Done);
    QCOMPARE(way->stations()[int(Station::Matched)].state, WayStation::State::Failed);
    QCOMPARE(way->stations()[int(Station::Durable)].state, WayStation::State::NotYet);
}

void TestMonitorPage::mailIsShownAsTextNeverAsMarkup()
{
    TemporaryStore store;
    const TraceId id = take(store, QStringLiteral("<b>Review</b>"));
    Scene scene(store);
    scene.page->showTrace(id);
    QTRY_COMPARE(scene.page->tracePane()->detail().row.trace.id, id);
    auto* tabs = scene.page->tracePane()->findChild<QTabBar*>();
    tabs->setCurrentIndex(4);
    QPlainTextEdit* raw = textView(scene.page->tracePane(), QStringLiteral("The message as it came"));
    QTRY_VERIFY(raw->toPlainText().contains(QLatin1String("<b>Review</b>")));
    QVERIFY(raw->toPlainText().contains(QLatin1String("Body text")));
    tabs->setCurrentIndex(3);
    QPlainTextEdit* headers = textView(scene.page->tracePane(), QStringLiteral("Headers of the message"));
    QVERIFY(headers->toPlainText().contains(QLatin1String("Subject:")));
    QVERIFY(!headers->toPlainText().contains(QLatin1String("Body text")));
}

// What it says takes a click of its own.
void TestMonitorPage::aPrivateMessageOpensAtItsTrace()
{
    TemporaryStore store;
    const TraceId open = take(store, QStringLiteral("Review"));
    const TraceId hidden = take(store, QStringLiteral("Secret merger"), [](Trace& trace) { trace.isPrivate = true; });
    Scene scene(store);
    TracePane* pane = scene.page->tracePane();
    auto* tabs = pane->findChild<QTabBar*>();
    scene.page->showTrace(open);
    QTRY_COMPARE(pane->detail().row.trace.id, open);
    tabs->setCurrentIndex(4);
    scene.page->showTrace(hidden);
    QTRY_COMPARE(pane->detail().row.trace.id, hidden);
    QCOMPARE(tabs->currentIndex(), 0);
    QVERIFY(wordsIn(pane).contains(QLatin1String("Private")));
    QVERIFY(!wordsIn(pane).contains(QLatin1String("Secret merger")));
    tabs->setCurrentIndex(4);
    store.clock().advance(std::chrono::seconds(1));
    store.write([hidden](WriteUnit& unit) -> Result<void> {
        auto trace = unit.traces().find(hidden);
        (*trace)->state = TraceState::Held;
        return unit.traces().update(**trace);
    });
    QTRY_COMPARE(pane->detail().row.trace.state, TraceState::Held);
    QCOMPARE(tabs->currentIndex(), 4); // the same message
}

void TestMonitorPage::whatItSaysIsInPlainWords()
{
    TemporaryStore store;
    const TraceId id = take(store, QStringLiteral("Safety training"), {}, meetingMail());
    Scene scene(store);
    scene.page->showTrace(id);
    QTRY_COMPARE(scene.page->tracePane()->detail().row.trace.id, id);
    scene.page->tracePane()->findChild<QTabBar*>()->setCurrentIndex(1);
    auto* says = scene.page->tracePane()->findChild<MessageViews*>()->findChild<AccountView*>();
    QTRY_VERIFY(wordsIn(says).contains(QLatin1String("Every week on Friday; 4 time(s)")));
    QVERIFY(wordsIn(says).contains(QLatin1String("Nour Abbas <nour.abbas@mycompany.com>")));
    for (const QLabel* label : says->findChildren<QLabel*>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
    // By key to its end.
    says->setFocus();
    QVERIFY(says->hasFocus());
    QCOMPARE(says->accessibleName(), QStringLiteral("What it says"));
}

void TestMonitorPage::partsAreATable()
{
    TemporaryStore store;
    const TraceId id = take(store, QStringLiteral("Safety training"), {}, meetingMail());
    Scene scene(store);
    scene.page->showTrace(id);
    QTRY_COMPARE(scene.page->tracePane()->detail().row.trace.id, id);
    scene.page->tracePane()->findChild<QTabBar*>()->setCurrentIndex(2);
    TableView* parts = scene.table(QStringLiteral("Parts of the message"));
    QAbstractItemModelTester tester(parts->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_COMPARE(parts->model()->rowCount(), 3);
    const auto text = [&](int row, int column) {
        return parts->model()->index(row, column).data(Qt::AccessibleTextRole).toString();
    };
    QCOMPARE(text(2, PartModel::PartColumn), QStringLiteral("1.2"));
    QCOMPARE(text(2, PartModel::TypeColumn), QStringLiteral("text/calendar"));
    QCOMPARE(text(2, PartModel::CharsetColumn), QStringLiteral("utf-8"));
    QCOMPARE(text(2, PartModel::NameColumn), QStringLiteral("meeting.ics"));
    QVERIFY(parts->isVisible());
}

void TestMonitorPage::largeMailIsCutAndSavedWhole()
{
    TemporaryStore store;
    const QByteArray raw = QByteArray(rawMail) + QByteArray("0123456789\r\n").repeated(60'000);
    const TraceId id = take(store, QStringLiteral("Large"), {}, raw);
    Scene scene(store);
    scene.page->showTrace(id);
    QTRY_COMPARE(scene.page->tracePane()->detail().row.trace.id, id);
    scene.page->tracePane()->findChild<QTabBar*>()->setCurrentIndex(4);
    QPlainTextEdit* text = textView(scene.page->tracePane(), QStringLiteral("The message as it came"));
    QTRY_VERIFY(text->toPlainText().contains(QLatin1String("Body text")));
    QVERIFY(text->toPlainText().size() <= 256 * 1024);
    QPushButton* save = button(scene.page.get(), QStringLiteral("Save as .eml"));
    QVERIFY(save);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("whole.eml"));
    scene.prompt->chooseNext(path);
    save->click();
    QTRY_VERIFY(QFile::exists(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), raw);
}

void TestMonitorPage::replayShowsItsOutcomeBeforeItIsAskedFor()
{
    TemporaryStore store;
    const SpaceId space = store.addSpace(QStringLiteral("CR2 Aurora"), QStringLiteral("CR2@reserve.mycompany.com"));
    store.addPerson(100317, QStringLiteral("nour.abbas@mycompany.com"));
    const TraceId id = take(
        store, QStringLiteral("Safety training"),
        [space](Trace& trace) {
            trace.spaceId = space;
            trace.state = TraceState::Done;
            trace.verdict = Verdict::Declined;
        },
        meetingMail());
    Scene scene(store);
    scene.page->showTrace(id);
    QTRY_COMPARE(scene.page->tracePane()->detail().row.trace.id, id);
    QTest::keyClick(button(scene.page->tracePane(), QStringLiteral("Replay")), Qt::Key_Space);
    auto* panel = scene.page->tracePane()->findChild<ReplayPanel*>();
    QPushButton* now = button(panel, QStringLiteral("Replay now"));
    QVERIFY(now);
    QTRY_VERIFY(now->isEnabled());
    QVERIFY2(wordsIn(panel).contains(QLatin1String("What would be decided for CR2 Aurora")),
             qPrintable(wordsIn(panel)));
    QVERIFY(wordsIn(panel).contains(QLatin1String("Accepted")));
    QVERIFY(wordsIn(panel).contains(QLatin1String("R-GATE")));
    QVERIFY(scene.page->escape());
    QVERIFY(!panel->isVisible());
    QVERIFY(!scene.page->escape());
    button(scene.page->tracePane(), QStringLiteral("Replay"))->click();
    QTRY_VERIFY(now->isEnabled());
    // The look changed nothing.
    QCOMPARE(store.read([](const ReadUnit& unit) { return unit.traces().count({}); }), 1);
    QVERIFY(commands(store).isEmpty());
    now->click();
    QTRY_VERIFY(!panel->isVisible());
    const QList<Command> asked = commands(store);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().kind, CommandKind::Replay);
    QCOMPARE(asked.first().arguments.value(QStringLiteral("trace")), QString::number(id.value));
}

void TestMonitorPage::replayAndItsMessageLeadToEachOther()
{
    TemporaryStore store;
    const auto naming = [&](TraceId id, const char* code, TraceId other) {
        store.write([=](WriteUnit& unit) -> Result<void> {
            Trace trace = unit.traces().find(id).value().value();
            trace.steps.append({unit.now(),
                                "REPLAY",
                                {code,
                                 {{QStringLiteral("trace"), QString::number(other.value)},
                                  {QStringLiteral("actor"), QStringLiteral("test")}}}});
            return unit.traces().update(trace);
        });
    };
    const TraceId first = take(store, QStringLiteral("First"));
    const TraceId second = take(store, QStringLiteral("Again"));
    naming(first, "trace.replayed", second);
    naming(second, "trace.replays", first);
    Scene scene(store);
    scene.page->showTrace(first);
    QTRY_VERIFY(button(scene.page->tracePane(), QStringLiteral("Show the replay")));
    button(scene.page->tracePane(), QStringLiteral("Show the replay"))->click();
    QTRY_COMPARE(scene.page->tracePane()->detail().row.trace.id, second);
    button(scene.page->tracePane(), QStringLiteral("Show the first time"))->click();
    QTRY_COMPARE(scene.page->tracePane()->detail().row.trace.id, first);
}

void TestMonitorPage::R_MAILBOX_CASE_useExchangesSpelling()
{
    TemporaryStore store;
    const SpaceId space = store.addSpace(QStringLiteral("CR2 Aurora"), QStringLiteral("CR2@reserve.mycompany.com"));
    const TraceId id = take(store, QStringLiteral("Tenant meeting"), [space](Trace& trace) {
        trace.recipient = QStringLiteral("CR2@reserve.MyCompany.com");
        trace.spaceId = space;
        trace.state = TraceState::Held;
        trace.verdict = Verdict::Held;
        trace.reason = {"rcpt.differs-in-case",
                        {{QStringLiteral("here"), QStringLiteral("CR2@reserve.mycompany.com")},
                         {QStringLiteral("recipient"), trace.recipient}}};
    });
    Scene scene(store);
    scene.page->showTrace(id);
    QTRY_VERIFY(scene.page->tracePane()->spellingButton()->isVisible());
    QVERIFY(!scene.page->tracePane()->releaseButton()->isVisible());
    QCOMPARE(scene.page->messages()->index(0, TraceModel::AnswerColumn).data().toString(),
             QStringLiteral("Differs only in case"));
    QSignalSpy done(scene.page.get(), &Page::done);
    scene.page->tracePane()->spellingButton()->click();
    QTRY_COMPARE(done.count(), 1);
    QCOMPARE(store.read([space](const ReadUnit& unit) { return unit.spaces().find(space); })->mailbox,
             QStringLiteral("CR2@reserve.MyCompany.com"));
    const QList<Command> sent = commands(store);
    QCOMPARE(sent.size(), 2);
    QCOMPARE(sent[0].kind, CommandKind::ReloadSettings);
    QCOMPARE(sent[1].kind, CommandKind::DecideHeld);
}

void TestMonitorPage::R_MATCH_heldIsReleasedByCommand()
{
    TemporaryStore store;
    const TraceId id = take(store, QStringLiteral("Odd sender"), [](Trace& trace) {
        trace.state = TraceState::Held;
        trace.verdict = Verdict::Held;
        trace.reason = {"match.sender-not-organizer", {}};
    });
    Scene scene(store);
    scene.page->showTrace(id);
    QTRY_VERIFY(scene.page->tracePane()->releaseButton()->isVisible());
    scene.page->tracePane()->releaseButton()->click();
    QList<Command> sent;
    QTRY_VERIFY([&] {
        // Taken once: the macro looks again after it succeeded.
        if (sent.isEmpty())
            sent = commands(store);
        return !sent.isEmpty();
    }());
    QCOMPARE(sent.first().kind, CommandKind::DecideHeld);
    QCOMPARE(sent.first().arguments.value(QStringLiteral("trace")), QString::number(id.value));
}

// A private meeting in CR1 that waits for an approver.
static Approval askForApproval(TemporaryStore& store)
{
    const SpaceId space = store.addSpace(QStringLiteral("CR1"), QStringLiteral("CR1@x.example"));
    Reservation row = reservationOf(space, "2026-11-20T15:00:00Z", "2026-11-20T16:00:00Z", QStringLiteral("uid-1"));
    row.status = ReservationStatus::Pending;
    Approval asked;
    asked.spaceId = space;
    asked.reservationId = store.write([row](WriteUnit& unit) { return unit.reservations().insert(row); });
    asked.reason = {"decision.pending", {{QStringLiteral("policy"), QStringLiteral("AllRequestInPolicy")}}};
    asked.announcement.subject = QStringLiteral("Board meeting");
    asked.announcement.isPrivate = true;
    asked.announcement.requester = asked.announcement.organizer = QStringLiteral("nour@x.example");
    asked.announcement.spaceName = QStringLiteral("CR1");
    asked.announcement.time = row.time;
    asked.ends = row.time.end;
    store.write([asked](WriteUnit& unit) { return unit.approvals().append(asked); });
    return asked;
}

// A request that waits for an approver is decided where it stands; the reservation follows at once.
void TestMonitorPage::aWaitingRequestIsDecided()
{
    TemporaryStore store;
    const Approval asked = askForApproval(store);
    Scene scene(store);
    scene.page->showTab(MonitorPage::ApprovalsTab);
    TableView* table = scene.table(QStringLiteral("Approvals"));
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QTRY_COMPARE(table->model()->index(0, ApprovalModel::MeetingColumn).data().toString(), QStringLiteral("Private"));
    table->selectRow(0);
    QTRY_VERIFY(button(scene.page.get(), QStringLiteral("Approve")));
    QTest::keyClicks(scene.page->findChild<ApprovalPane*>()->findChild<QLineEdit*>(), QStringLiteral("Enjoy"));
    button(scene.page.get(), QStringLiteral("Approve"))->click();
    QTRY_COMPARE(
        store.read([&](const ReadUnit& unit) { return unit.reservations().find(asked.reservationId); })->status,
        ReservationStatus::Accepted);
    QTRY_VERIFY(!button(scene.page.get(), QStringLiteral("Approve")));
    const QList<OutboxId> told = store.read([](const ReadUnit& unit) { return unit.outbox().page({}, {}, 10); });
    QCOMPARE(told.size(), 2); // answer and confirmation
}

void TestMonitorPage::R_RETRY_tryNowAndGiveUp()
{
    TemporaryStore store;
    const OutboxId id = waiting(store);
    Scene scene(store);
    scene.page->showTab(MonitorPage::OutboxTab);
    TableView* table = scene.table(QStringLiteral("Outbox"));
    QTRY_COMPARE(table->model()->rowCount(), 1);
    table->selectRow(0);
    QTRY_VERIFY(button(scene.page.get(), QStringLiteral("Try now")));
    button(scene.page.get(), QStringLiteral("Try now"))->click();
    QList<Command> sent;
    QTRY_VERIFY([&] {
        // Taken once: the macro looks again after it succeeded.
        if (sent.isEmpty())
            sent = commands(store);
        return !sent.isEmpty();
    }());
    QCOMPARE(sent.first().kind, CommandKind::RetryOutbox);
    QCOMPARE(sent.first().arguments.value(QStringLiteral("id")), QString::number(id.value));

    QPushButton* giveUp = button(scene.page.get(), QStringLiteral("Give up"));
    QVERIFY(!giveUp->isEnabled()); // a reason first
    QTest::keyClicks(fieldOf(scene.page.get(), QStringLiteral("Why it is given up")), QStringLiteral("Told by phone"));
    QVERIFY(giveUp->isEnabled());
    giveUp->click();
    QTRY_COMPARE(store.read([id](const ReadUnit& unit) { return unit.outbox().find(id); })->state,
                 OutboxState::GivenUp);
    QTRY_VERIFY(!giveUp->isVisible());
}

void TestMonitorPage::R_RETRY_sentToAnotherAddress()
{
    TemporaryStore store;
    OutboxEntry entry;
    entry.kind = OutboxKind::Confirmation;
    entry.recipient = QStringLiteral("nour.abas@mycompany.com");
    entry.createdAt = entry.nextAttempt = store.clock().now();
    const OutboxId id = store.write([entry](WriteUnit& unit) { return unit.outbox().append(entry); });
    store.write([id](WriteUnit& unit) { return unit.outbox().markFailed(id, {"send.recipient-refused", {}}, {}); });
    Scene scene(store);
    scene.page->showTab(MonitorPage::OutboxTab);
    TableView* table = scene.table(QStringLiteral("Outbox"));
    QTRY_COMPARE(table->model()->rowCount(), 1);
    table->selectRow(0);
    QTRY_VERIFY(button(scene.page.get(), QStringLiteral("Send there")));
    QPushButton* send = button(scene.page.get(), QStringLiteral("Send there"));
    QLineEdit* recipient = fieldOf(scene.page.get(), QStringLiteral("Recipient"));
    QCOMPARE(recipient->text(), entry.recipient);
    QVERIFY(!send->isEnabled());
    recipient->setText(QStringLiteral("nour.abbas@mycompany.com"));
    QVERIFY(send->isEnabled());
    QTest::keyClick(recipient, Qt::Key_Return);
    const auto stored = [&] { return *store.read([id](const ReadUnit& unit) { return unit.outbox().find(id); }); };
    QTRY_COMPARE(stored().recipient, QStringLiteral("nour.abbas@mycompany.com"));
    QCOMPARE(stored().state, OutboxState::Waiting);
    // What goes to an organizer is not chosen here.
    waiting(store);
    QTRY_COMPARE(table->model()->rowCount(), 2);
    table->selectRow(0);
    QTRY_VERIFY(!button(scene.page.get(), QStringLiteral("Send there")));
}

void TestMonitorPage::noOutgoingServerIsABannerWithItsButton()
{
    TemporaryStore store;
    waiting(store);
    Scene scene(store);
    QTRY_COMPARE(scene.page->banner()->sentence(), QStringLiteral("Answers wait: no outgoing mail server is set."));
    QSignalSpy asked(scene.page.get(), &MonitorPage::exchangeAdminRequested);
    scene.page->banner()->findChild<QPushButton*>()->click();
    QCOMPARE(asked.count(), 1);
    store.write([](WriteUnit& unit) {
        return unit.settings().set(QStringLiteral("outgoing.host"), QStringLiteral("mail.x.example"),
                                   QStringLiteral("t"));
    });
    QTRY_VERIFY(!scene.page->banner()->isVisible());
}

void TestMonitorPage::pauseHoldsBackAndFollowStays()
{
    TemporaryStore store;
    take(store, QStringLiteral("First"));
    Scene scene(store);
    QTRY_COMPARE(scene.page->messages()->rowCount(), 1);
    QTest::keyClick(scene.table(QStringLiteral("Messages")), Qt::Key_P);
    QVERIFY(scene.page->messages()->isPaused());
    take(store, QStringLiteral("Second"));
    QTRY_VERIFY(scene.page->banner()->sentence().contains(QLatin1String("1 message")));
    QCOMPARE(scene.page->messages()->rowCount(), 1);
    QTest::keyClick(scene.table(QStringLiteral("Messages")), Qt::Key_P);
    QTRY_COMPARE(scene.page->messages()->rowCount(), 2);
}

void TestMonitorPage::scrollStaysWhenRowsComeInAbove()
{
    TemporaryStore store;
    for (int i = 0; i < 120; ++i)
        take(store, QStringLiteral("Meeting %1").arg(i));
    Scene scene(store);
    QTRY_COMPARE(scene.page->messages()->rowCount(), 120);
    TableView* table = scene.table(QStringLiteral("Messages"));
    QTRY_VERIFY(table->isVisible());
    // Who scrolls down wants to read, and follows no more.
    auto* follow = button(scene.page.get(), QStringLiteral("Follow"));
    QVERIFY(follow->isChecked());
    table->verticalScrollBar()->setValue(table->verticalScrollBar()->maximum() / 2);
    QVERIFY(!follow->isChecked());
    const qint64 shown = scene.page->messages()->idAt(table->rowAt(table->viewport()->height() / 2));
    take(store, QStringLiteral("Fresh"));
    QTRY_COMPARE(scene.page->messages()->rowCount(), 121);
    QTRY_COMPARE(scene.page->messages()->idAt(table->rowAt(table->viewport()->height() / 2)), shown);
    QTest::keyClick(table, Qt::Key_F);
    QTRY_COMPARE(table->rowAt(0), 0);
}

void TestMonitorPage::sortedOtherwiseNothingIsFollowed()
{
    TemporaryStore store;
    for (const char* subject : {"beta", "alpha", "gamma"})
        take(store, QString::fromLatin1(subject));
    Scene scene(store);
    TraceModel* model = scene.page->messages();
    QTRY_COMPARE(model->rowCount(), 3);
    TableView* table = scene.table(QStringLiteral("Messages"));
    QPushButton* follow = button(scene.page.get(), QStringLiteral("Follow"));
    QVERIFY(follow->isEnabled());
    QCOMPARE(table->horizontalHeader()->sortIndicatorSection(), int(TraceModel::TimeColumn));
    QCOMPARE(table->horizontalHeader()->sortIndicatorOrder(), Qt::DescendingOrder);
    table->selectRow(0); // gamma
    QHeaderView* header = table->horizontalHeader();
    const QPoint head(header->sectionViewportPosition(TraceModel::SubjectColumn)
                          + header->sectionSize(TraceModel::SubjectColumn) / 2,
                      header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, head);
    QTRY_COMPARE(model->index(0, TraceModel::SubjectColumn).data().toString(), QStringLiteral("alpha"));
    QVERIFY(!follow->isEnabled());
    // Chosen is the message, wherever it stands.
    QCOMPARE(table->currentIndex().siblingAtColumn(TraceModel::SubjectColumn).data().toString(),
             QStringLiteral("gamma"));
    header->setSortIndicator(TraceModel::TimeColumn, Qt::DescendingOrder);
    QTRY_COMPARE(model->index(0, TraceModel::SubjectColumn).data().toString(), QStringLiteral("gamma"));
    QVERIFY(follow->isEnabled());
}

void TestMonitorPage::listsAreSortedByKey()
{
    TemporaryStore store;
    for (const char* subject : {"beta", "alpha"})
        take(store, QString::fromLatin1(subject));
    Scene scene(store);
    TraceModel* model = scene.page->messages();
    QTRY_COMPARE(model->rowCount(), 2);
    TableView* table = scene.table(QStringLiteral("Messages"));
    table->setCurrentIndex(model->index(0, TraceModel::SubjectColumn));
    table->setFocus();
    QTest::keyClick(table, Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(model->index(0, TraceModel::SubjectColumn).data().toString(), QStringLiteral("alpha"));
    QCOMPARE(table->horizontalHeader()->sortIndicatorOrder(), Qt::AscendingOrder);
    QTest::keyClick(table, Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(model->index(0, TraceModel::SubjectColumn).data().toString(), QStringLiteral("beta"));
}

void TestMonitorPage::exportWritesTheMessagesOfTheFilter()
{
    TemporaryStore store;
    take(store, QStringLiteral("Alpha"));
    take(store, QStringLiteral("Beta"));
    Scene scene(store);
    QTRY_COMPARE(scene.page->messages()->rowCount(), 2);
    auto* search = scene.page->findChild<SearchField*>();
    search->setText(QStringLiteral("Alpha"));
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_COMPARE(scene.page->messages()->rowCount(), 1);
    const QString path = store.folder() + QStringLiteral("/messages.json");
    scene.prompt->chooseNext(path);
    QSignalSpy done(scene.page.get(), &Page::done);
    button(scene.page.get(), QStringLiteral("Export"))->click();
    QTRY_COMPARE(done.count(), 1);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray array = QJsonDocument::fromJson(file.readAll()).array();
    QCOMPARE(array.size(), 1);
    QCOMPARE(array.first().toObject().value(QStringLiteral("subject")).toString(), QStringLiteral("Alpha"));
}

void TestMonitorPage::everyStepIsReachedByKey()
{
    TemporaryStore store;
    const TraceId id = take(store, QStringLiteral("Review"), [](Trace& trace) {
        for (int step = 0; step < 40; ++step)
            trace.steps.append(trace.steps.first());
    });
    Scene scene(store);
    scene.page->showTrace(id);
    QTRY_COMPARE(scene.page->tracePane()->detail().row.trace.id, id);
    auto* steps = stepsOf(scene.page.get());
    const auto seen = [steps] { return steps->visibleRegion().boundingRect().bottom() >= steps->height() - 1; };
    QTRY_VERIFY(!seen());
    steps->setFocus(Qt::TabFocusReason);
    QTest::keyClick(steps, Qt::Key_End);
    QTRY_VERIFY(seen());
}

void TestMonitorPage::everythingHasAName()
{
    TemporaryStore store;
    const TraceId id = take(store, QStringLiteral("Review"));
    waiting(store);
    Scene scene(store);
    scene.page->showTrace(id);
    QTRY_COMPARE(scene.page->tracePane()->detail().row.trace.id, id);
    for (const auto tab :
         {MonitorPage::MessagesTab, MonitorPage::ApprovalsTab, MonitorPage::SessionsTab, MonitorPage::OutboxTab}) {
        scene.page->showTab(tab);
        QCOMPARE(unnamedThings(scene.page.get()).join(QLatin1Char('\n')), QString());
        QCOMPARE(mutedLabels(scene.page.get()).join(QLatin1Char('\n')), QString());
        QCOMPARE(unreachableFields(scene.page.get()).join(QLatin1Char('\n')), QString());
    }
}

void TestMonitorPage::smallestWindowIsUsable()
{
    TemporaryStore store;
    const TraceId id = take(store, QStringLiteral("Review"));
    Scene scene(store, {968, 672});
    QTRY_COMPARE(scene.page->messages()->rowCount(), 1);
    QVERIFY2(scene.page->minimumSizeHint().width() <= 968,
             qPrintable(QString::number(scene.page->minimumSizeHint().width())));
    QTRY_VERIFY(scene.table(QStringLiteral("Messages"))->isVisible());
    QVERIFY(!scene.page->tracePane()->isVisible());
    scene.page->showTrace(id);
    QVERIFY(scene.page->tracePane()->isVisible());
    QVERIFY(scene.page->escape());
    TableView* table = scene.table(QStringLiteral("Messages"));
    QVERIFY(table->isVisible());
    // The keyboard goes where the eye goes: Enter into the pane, Esc back to the list.
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Return);
    QTRY_VERIFY(scene.page->tracePane()->isVisible());
    QVERIFY(QApplication::focusWidget() && scene.page->isAncestorOf(QApplication::focusWidget()));
    QVERIFY(scene.page->escape());
    QTRY_VERIFY(table->hasFocus());
}

void TestMonitorPage::everyColumnOfTheApprovalsCanBeRead()
{
    TemporaryStore store;
    askForApproval(store);
    Scene scene(store);
    scene.page->showTab(MonitorPage::ApprovalsTab);
    TableView* table = scene.table(QStringLiteral("Approvals"));
    QTRY_VERIFY(table->isVisible());
    const auto needs = [table](int characters) { return characters * table->fontMetrics().averageCharWidth(); };
    // Beside the pane of the chosen one, and in the smallest window.
    for (const QSize size : {QSize(1244, 872), QSize(968, 672)}) {
        scene.page->resize(size);
        QTRY_COMPARE(table->horizontalScrollBar()->maximum(), 0);
        QVERIFY(table->columnWidth(ApprovalModel::MeetingColumn) >= needs(16));
        QVERIFY(table->columnWidth(ApprovalModel::WhenColumn) >= needs(18));
        QVERIFY(table->columnWidth(ApprovalModel::StateColumn) >= needs(22));
    }
}

void TestMonitorPage::theIconSaysWhatTheWordDoes()
{
    TraceRow row;
    row.trace.state = TraceState::Done;
    row.trace.verdict = Verdict::Accepted;
    row.status = ReservationStatus::Accepted;
    QCOMPARE(answerCell(row).meaning, std::optional(Meaning::Accepted));
    row.status = ReservationStatus::Cancelled;
    QCOMPARE(answerCell(row).word, word(ReservationStatus::Cancelled));
    QCOMPARE(answerCell(row).meaning, std::optional(Meaning::Cancelled));
    // What waited for an approver, who declined it.
    row.trace.verdict.reset();
    row.status = ReservationStatus::Declined;
    QCOMPARE(answerCell(row).meaning, std::optional(Meaning::Declined));
}

void TestMonitorPage::thePaneKeepsItsWidth()
{
    TemporaryStore store;
    const TraceId held = take(store, QStringLiteral("Held"), [](Trace& trace) { trace.state = TraceState::Held; });
    const TraceId plain = take(store, QStringLiteral("Plain"));
    Scene scene(store);
    scene.page->showTrace(plain);
    QTRY_COMPARE(scene.page->tracePane()->detail().row.trace.id, plain);
    const int width = scene.page->tracePane()->width();
    scene.page->showTrace(held);
    QTRY_COMPARE(scene.page->tracePane()->detail().row.trace.id, held);
    QTRY_VERIFY(button(scene.page.get(), QStringLiteral("Put aside")));
    QCOMPARE(scene.page->tracePane()->width(), width);
    QVERIFY(scene.page->tracePane()->minimumSizeHint().width() <= width);
}

void TestMonitorPage::pictures()
{
    TemporaryStore store;
    const SpaceId space = store.addSpace(QStringLiteral("CR2 Aurora"), QStringLiteral("CR2@reserve.mycompany.com"));
    const QStringList subjects{QStringLiteral("Press briefing"), QStringLiteral("Partner call"),
                               QStringLiteral("Fire wardens"),   QStringLiteral("Investor call"),
                               QStringLiteral("Audit prep"),     QStringLiteral("Safety training")};
    TraceId last;
    for (int i = 0; i < 24; ++i) {
        store.clock().advance(std::chrono::seconds(47 + 60 * (i % 3)));
        last = take(store, subjects[i % subjects.size()], [&](Trace& trace) {
            const Verdict verdicts[] = {Verdict::Accepted, Verdict::Accepted, Verdict::Accepted, Verdict::Declined,
                                        Verdict::Accepted, Verdict::Rejected, Verdict::Accepted, Verdict::Cancelled};
            trace.spaceId = space;
            trace.state = TraceState::Done;
            trace.verdict = verdicts[i % 8];
            trace.decidedAt = trace.receivedAt + Milliseconds(6 + i % 9);
            trace.reason = {"decision.free", {}};
        });
    }
    waiting(store);
    Scene scene(store);
    scene.page->showTrace(last);
    QTRY_COMPARE(scene.page->tracePane()->detail().row.trace.id, last);
    QTRY_COMPARE(scene.page->messages()->rowCount(), 24);
    keepPicture(scene.page.get(), QStringLiteral("monitor.png"));
    scene.page->showTab(MonitorPage::OutboxTab);
    scene.table(QStringLiteral("Outbox"))->selectRow(0);
    keepPicture(scene.page.get(), QStringLiteral("monitor-outbox.png"));
    scene.page->showTab(MonitorPage::MessagesTab);
    scene.page->resize(968, 672);
    keepPicture(scene.page.get(), QStringLiteral("monitor-small.png"));
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    ThemeSwitch look(application);
    look.setAppearance(qEnvironmentVariable("RESERVE_LOOK") == QLatin1String("dark") ? Appearance::Dark
                                                                                     : Appearance::Light);
    TestMonitorPage test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_monitorpage.moc"
