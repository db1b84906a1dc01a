// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/settings/settingdefinition.h"
#include "models/wording/sentencetable.h"
#include "models/wording/wording.h"

#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace reserve;

namespace {

const std::array tables{agentSentences(),   bookingSentences(),  calendarSentences(), commandSentences(),
                        consoleSentences(), exchangeSentences(), httpSentences(),     intakeSentences(),
                        mailSentences(),    noticeSentences(),   oauthSentences(),    outboxSentences(),
                        peopleSentences(),  policySentences(),   practiceSentences(), serverSentences(),
                        settingSentences(), storeSentences()};

Reader berliner()
{
    return {QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone("Europe/Berlin")};
}

Reason reason(const char* code, const Arguments& arguments = {})
{
    return {code, arguments};
}

QString familyOf(const QString& code)
{
    return code.section(QLatin1Char('.'), 0, 0);
}

QSet<QString> writtenCodes()
{
    QSet<QString> codes;
    for (const auto table : tables) {
        for (const Sentence& sentence : table)
            codes.insert(QString::fromLatin1(sentence.code));
    }
    return codes;
}

QSet<QString> writtenFamilies()
{
    QSet<QString> families;
    for (const QString& code : writtenCodes())
        families.insert(familyOf(code));
    return families;
}

// Every text constant of the program that looks like a code (not the beginning of one), and where it stands.
QMap<QString, QString> codesInTheSources()
{
    static const QRegularExpression literal(
        QStringLiteral("(?<!startsWith\\()\"([a-z][a-z-]*(?:\\.[a-z0-9][a-z0-9-]*)+)\""));
    static const QRegularExpression given(
        QStringLiteral("(?:failure|Error|Reason)\\s*[({]\\s*(?:QByteArrayLiteral\\(|QByteArray\\()?\"([a-z][a-z-]*(?:"
                       "\\.[a-z0-9][a-z0-9-]*)+)\""));
    const QSet<QString> families = writtenFamilies();
    QMap<QString, QString> codes;
    for (const char* top : {"app", "models", "ui"}) {
        QDirIterator files(QStringLiteral(RESERVE_SOURCE_DIR "/") + QString::fromLatin1(top),
                           {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            if (path.contains(QLatin1String("/models/wording/")))
                continue;
            QFile file(path);
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QString text = QString::fromUtf8(file.readAll());
            for (auto match = literal.globalMatch(text); match.hasNext();) {
                const QString code = match.next().captured(1);
                if (families.contains(familyOf(code)) && !findSetting(code))
                    codes.insert(code, path);
            }
            for (auto match = given.globalMatch(text); match.hasNext();)
                codes.insert(match.next().captured(1), path);
        }
    }
    return codes;
}

} // namespace

class TestWording final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCodeOfTheProgramHasASentence();
    void everySentenceHasItsCodeInTheProgram();
    void sentencesKeepTheStyle();
    void longerFormsComeFirst();

    void fillsArguments();
    void takesTheFormWhoseArgumentsAreThere();
    void nothingIsSaidOfWhatAMailLeftOut();
    void showsUnknownCodesWithTheirArguments();
    void aCauseIsSaidAsASentence_data();
    void aCauseIsSaidAsASentence();
    void causesEnd();
    void nothingForNoReason();
    void argumentsOfMailStayOnOneLineAndAreNoTemplates();
    void anArgumentsOwnFullStopIsNotDoubled();
    void momentsAreThoseOfTheReader();
    void rangesOfOneDayAndOfMore();
    void countsAreFilledIn();
    void statesHaveTheWordsOfTheDesign();
};

void TestWording::everyCodeOfTheProgramHasASentence()
{
    const QMap<QString, QString> codes = codesInTheSources();
    QVERIFY2(codes.size() > 100, "the sources were not found");
    QStringList missing;
    for (auto it = codes.cbegin(); it != codes.cend(); ++it) {
        if (!knows(it.key().toLatin1()))
            missing.append(it.key() + QLatin1String(" in ") + it.value());
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char('\n'))));
}

void TestWording::everySentenceHasItsCodeInTheProgram()
{
    const QMap<QString, QString> codes = codesInTheSources();
    QStringList dead;
    for (const QString& code : writtenCodes()) {
        if (!codes.contains(code))
            dead.append(code);
    }
    dead.sort();
    QVERIFY2(dead.isEmpty(), qPrintable(dead.join(QLatin1Char('\n'))));
}

// VISUAL section 9: no "please", no "error", no blame; a sentence ends like one.
void TestWording::sentencesKeepTheStyle()
{
    static const QRegularExpression unwanted(
        QStringLiteral("\\b(please|error|errors|invalid|sorry|oops|fatal|illegal)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    for (const auto table : tables) {
        for (const Sentence& sentence : table) {
            const QString text = QString::fromUtf8(sentence.text);
            QVERIFY2(!text.contains(unwanted), sentence.text);
            QVERIFY2(!text.contains(QLatin1String("  ")), sentence.text);
            QCOMPARE(text.count(QLatin1Char('{')), text.count(QLatin1Char('}')));
            QCOMPARE(sentence.count != nullptr, text.contains(QLatin1String("%n")));
            const QChar last = text.at(text.size() - 1);
            const bool isLabel
                = QByteArrayView(sentence.code).startsWith("mail.") || QByteArrayView(sentence.code).startsWith("cli.");
            QVERIFY2(isLabel || last == QLatin1Char('.') || last == QLatin1Char('}'), sentence.text);
        }
    }
}

void TestWording::longerFormsComeFirst()
{
    for (const auto table : tables) {
        for (std::size_t i = 1; i < table.size(); ++i) {
            if (QByteArrayView(table[i - 1].code) != QByteArrayView(table[i].code))
                continue;
            const auto placeholders = [](const Sentence& s) { return QByteArray(s.text).count('{'); };
            QVERIFY2(placeholders(table[i - 1]) >= placeholders(table[i]), table[i].code);
        }
    }
}

void TestWording::fillsArguments()
{
    QCOMPARE(
        sentence(reason("rcpt.unknown", {{QStringLiteral("recipient"), QStringLiteral("cr9@x.test")}})),
        QStringLiteral("No space has the mailbox cr9@x.test. Add it under Exchange Spaces, or correct the address in "
                       "Exchange."));
    QCOMPARE(sentence(Error("store.missing", {{QStringLiteral("path"), QStringLiteral("/tmp/x")}})),
             QStringLiteral("There is no store at /tmp/x. Check the path."));
}

void TestWording::takesTheFormWhoseArgumentsAreThere()
{
    const Arguments known{
        {QStringLiteral("address"), QStringLiteral("127.0.0.1")}, {QStringLiteral("port"), QStringLiteral("8025")},
        {QStringLiteral("holder"), QStringLiteral("smtpd")},      {QStringLiteral("process"), QStringLiteral("17")},
        {QStringLiteral("user"), QStringLiteral("mail")},         {QStringLiteral("free"), QStringLiteral("8026")}};
    QCOMPARE(
        sentence(reason("agent.port-taken", known)),
        QStringLiteral("Port 8025 is held by smtpd (process 17, user mail). The agent cannot listen on 127.0.0.1. Use "
                       "port 8026, which is free, or stop smtpd."));
    Arguments fewer = known;
    fewer.remove(QStringLiteral("holder"));
    fewer.remove(QStringLiteral("process"));
    QVERIFY(sentence(reason("agent.port-taken", fewer)).contains(QStringLiteral("a program of the user mail")));
    QVERIFY(sentence(reason("agent.port-taken",
                            {{QStringLiteral("address"), QStringLiteral("x")},
                             {QStringLiteral("port"), QStringLiteral("1")}}))
                .startsWith(QStringLiteral("Port 1 is held by another program.")));
}

// What a hostile mail leaves out leaves no gap.
void TestWording::nothingIsSaidOfWhatAMailLeftOut()
{
    const QString nameless
        = sentence(reason("match.sender-not-organizer",
                          {{QStringLiteral("sender"), {}}, {QStringLiteral("organizer"), QStringLiteral("a@x.test")}}));
    QVERIFY2(nameless.startsWith(QStringLiteral("This came in the name of a@x.test")), qPrintable(nameless));
    const QString methodless = sentence(reason("decision.method-not-for-rooms", {{QStringLiteral("method"), {}}}));
    QVERIFY2(methodless.startsWith(QStringLiteral("The message does not say")), qPrintable(methodless));
}

void TestWording::showsUnknownCodesWithTheirArguments()
{
    QVERIFY(!knows("future.code"));
    QCOMPARE(sentence(reason("future.code",
                             {{QStringLiteral("a"), QStringLiteral("1")}, {QStringLiteral("b"), QStringLiteral("2")}})),
             QStringLiteral("future.code, a: 1, b: 2"));
}

void TestWording::aCauseIsSaidAsASentence_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("cause");
    QTest::addColumn<QString>("says"); // of the cause
    const auto row = [](const char* code, const char* cause, const char* says) {
        QTest::addRow("%s by %s", code, cause) << QByteArray(code) << QByteArray(cause) << QString::fromLatin1(says);
    };
    row("exchange.setup", "http.in-clear", "No password is sent to mail without encryption.");
    row("exchange.setup", "http.url-invalid", "\"ftp://mail\" is no address of a server.");
    row("exchange.oauth-incomplete", "profile.tenant-empty", "OAuth needs the tenant");
    row("exchange.oauth-incomplete", "profile.client-empty", "Application (client) ID");
    row("exchange.oauth-incomplete", "profile.certificate-empty", "needs the certificate");
    row("outbox.server-secret-unreadable", "secret.file-open-to-others", "/x/server.1.password");
    row("outbox.server-secret-unreadable", "secret.cancelled", "ended before the keychain answered");
    row("outbox.password-unreadable", "secret.keychain", "The system keychain cannot be used: locked.");
    row("trace.undecidable", "store.missing", "There is no store at /x/server.1.password.");
}

void TestWording::aCauseIsSaidAsASentence()
{
    QFETCH(const QByteArray, code);
    QFETCH(const QByteArray, cause);
    QFETCH(const QString, says);
    const Error behind(cause,
                       {{QStringLiteral("host"), QStringLiteral("mail")},
                        {QStringLiteral("url"), QStringLiteral("ftp://mail")},
                        {QStringLiteral("detail"), QStringLiteral("locked")},
                        {QStringLiteral("path"), QStringLiteral("/x/server.1.password")}});
    const QString said
        = sentence(Error(code, causedBy(behind, {{QStringLiteral("server"), QStringLiteral("Head office")}})));
    QVERIFY2(said.contains(says), qPrintable(said));
    QVERIFY2(!said.contains(QString::fromLatin1(cause)), qPrintable(said));
    QVERIFY2(!said.contains(QLatin1Char('{')) && !said.contains(QLatin1String("..")), qPrintable(said));
}

void TestWording::causesEnd()
{
    // What claims to be its own cause is said once more and no further.
    const QString said
        = sentence(reason("exchange.setup", {{QStringLiteral("cause"), QStringLiteral("exchange.setup")}}));
    QCOMPARE(said.count(QLatin1String("The server profile cannot work as it is")), 2);
    QVERIFY(sentence(reason("exchange.setup", {{QStringLiteral("cause"), QStringLiteral("future.code")}}))
                .contains(QLatin1String("future.code")));
}

void TestWording::nothingForNoReason()
{
    QCOMPARE(sentence(Reason()), QString());
}

void TestWording::argumentsOfMailStayOnOneLineAndAreNoTemplates()
{
    const QString hostile = QStringLiteral("a{recipient}\r\nBcc: x@y\x07%n %1") + QString(100000, QLatin1Char('z'));
    const QString text = sentence(reason("rcpt.unknown", {{QStringLiteral("recipient"), hostile}}));
    QVERIFY(!text.contains(QLatin1Char('\n')));
    QVERIFY(!text.contains(QLatin1Char('\r')));
    QVERIFY(text.contains(QStringLiteral("a{recipient} Bcc: x@y %n %1")));
    QVERIFY(text.size() < 1000);
}

void TestWording::anArgumentsOwnFullStopIsNotDoubled()
{
    const auto said = [](const QString& remote) {
        return sentence(reason("exchange.server-error", {{QStringLiteral("remote"), remote}}));
    };
    QCOMPARE(said(QStringLiteral("Try again later.")), said(QStringLiteral("Try again later")));
    QVERIFY(said(QStringLiteral("Busy")).contains(QLatin1String("Busy. It is tried again.")));
}

void TestWording::momentsAreThoseOfTheReader()
{
    const auto instant = instantFromIso(QStringLiteral("2026-11-18T08:30:00Z"));
    QCOMPARE(momentText(*instant, berliner()), QStringLiteral("Wednesday, 18 November 2026, 09:30 (Europe/Berlin)"));
    QCOMPARE(
        sentence(reason("decision.over", {{QStringLiteral("end"), QStringLiteral("2026-11-18T08:30:00Z")}}),
                 berliner()),
        QStringLiteral("The meeting was over at Wednesday, 18 November 2026, 09:30 (Europe/Berlin). Nothing is booked, "
                       "and nobody is answered."));
}

void TestWording::rangesOfOneDayAndOfMore()
{
    const Instant start = *instantFromIso(QStringLiteral("2026-11-18T08:30:00Z"));
    QCOMPARE(rangeText({start, start + Minutes(120)}, false, berliner()),
             QStringLiteral("Wednesday, 18 November 2026, 09:30 to 11:30 (Europe/Berlin)"));
    QCOMPARE(rangeText({start, start + Minutes(24 * 60)}, false, berliner()),
             QStringLiteral("Wednesday, 18 November 2026, 09:30 to Thursday, 19 November 2026, 09:30 (Europe/Berlin)"));
    const Instant midnight = *instantFromIso(QStringLiteral("2026-11-17T23:00:00Z"));
    QCOMPARE(rangeText({midnight, midnight + Minutes(24 * 60)}, true, berliner()),
             QStringLiteral("Wednesday, 18 November 2026, all day"));
    QCOMPARE(rangeText({midnight, midnight + Minutes(48 * 60)}, true, berliner()),
             QStringLiteral("Wednesday, 18 November 2026 to Thursday, 19 November 2026, all day"));
    const QString conflict = sentence(reason("decision.conflict",
                                             {{QStringLiteral("space"), QStringLiteral("CR2 Aurora")},
                                              {QStringLiteral("start"), toIso(start)},
                                              {QStringLiteral("end"), toIso(start + Minutes(60))},
                                              {QStringLiteral("holder"), QString()}}),
                                      berliner());
    QCOMPARE(conflict,
             QStringLiteral("CR2 Aurora is taken: Wednesday, 18 November 2026, 09:30 to 10:30 (Europe/Berlin)."));
}

void TestWording::countsAreFilledIn()
{
    const QString text = sentence(
        reason("space.has-reservations",
               {{QStringLiteral("space"), QStringLiteral("CR2")}, {QStringLiteral("count"), QStringLiteral("3")}}));
    QVERIFY(text.startsWith(QStringLiteral("CR2 has 3 reservation")));
}

void TestWording::statesHaveTheWordsOfTheDesign()
{
    QCOMPARE(word(ReservationStatus::Tentative), QStringLiteral("Tentative"));
    QCOMPARE(word(ExchangeState::InExchange), QStringLiteral("In Exchange"));
    QCOMPARE(word(ExchangeState::AnsweredByMail), QStringLiteral("Answered by mail"));
    QCOMPARE(word(ExchangeState::Queued), QStringLiteral("Queued for Exchange"));
    QCOMPARE(word(ExchangeState::OnlyHere), QStringLiteral("Only here"));
    QCOMPARE(word(PersonKind::ExternalContact), QStringLiteral("External contact"));
    QCOMPARE(word(PersonStatus::Retired), QStringLiteral("Retired"));
    QCOMPARE(word(AgentState::CannotListen), QStringLiteral("Agent cannot listen"));
    QCOMPARE(word(Station::Told), QStringLiteral("Told to Exchange"));
}

QTEST_GUILESS_MAIN(TestWording)
#include "tst_wording.moc"
