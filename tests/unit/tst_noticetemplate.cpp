// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/composing/noticesamples.h"
#include "models/entities/enumtext.h"
#include "models/entities/noticetemplate.h"
#include "models/wording/languages.h"
#include "models/wording/noticewords.h"

#include <QTest>

using namespace reserve;

namespace {

NoticeText text(const char* subject, const char* body)
{
    return {QString::fromUtf8(subject), QString::fromUtf8(body)};
}

QByteArray codeOf(NoticeKind kind, NoticePart part, const QString& typed)
{
    const auto normal = normalisedNotice(kind, part, typed);
    return normal ? QByteArray() : QByteArray(normal.error().code());
}

QString nearestTo(NoticeKind kind, const char* name)
{
    const auto normal
        = normalisedNotice(kind, NoticePart::Body, QLatin1Char('{') + QString::fromUtf8(name) + QLatin1Char('}'));
    return normal ? QString() : normal.error().arguments().value(QStringLiteral("nearest"));
}

Announcement sample(NoticeKind kind = NoticeKind::Accepted)
{
    return sampleAnnouncement(kind, "Europe/Berlin");
}

} // namespace

// How texts of mails are written, checked and filled in (R-CONFIRM; B3, B4).
class TestNoticeTemplate final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrongTextsSayWhatIsWrong_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("isSubject");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("empty") << QStringLiteral(" \r\n ") << false << QByteArray("notice.empty");
        QTest::newRow("unknown") << QStringLiteral("{spaec}") << false << QByteArray("notice.placeholder-unknown");
        QTest::newRow("without a name") << QStringLiteral("a {} b") << false
                                        << QByteArray("notice.placeholder-unknown");
        QTest::newRow("of another kind") << QStringLiteral("{reason}") << false
                                         << QByteArray("notice.placeholder-unknown");
        QTest::newRow("never closed") << QStringLiteral("Room {space") << false << QByteArray("notice.brace-open");
        QTest::newRow("never opened") << QStringLiteral("Room space}") << false << QByteArray("notice.brace-open");
        QTest::newRow("one in another") << QStringLiteral("{spa{space}ce}") << false << QByteArray("notice.brace-open");
        QTest::newRow("over two lines") << QStringLiteral("{spa\nce}") << false << QByteArray("notice.brace-open");
        QTest::newRow("two lines") << QStringLiteral("a\nb") << true << QByteArray("notice.subject-lines");
        QTest::newRow("separated lines") << QStringLiteral("a") + QChar(0x2028) + QLatin1Char('b') << true
                                         << QByteArray("notice.subject-lines");
        QTest::newRow("a list") << QStringLiteral("{dates}") << true << QByteArray("notice.placeholder-list");
        QTest::newRow("longest") << QString(200, QLatin1Char('x')) << true << QByteArray();
        QTest::newRow("longer") << QString(201, QLatin1Char('x')) << true << QByteArray("notice.too-long");
        QTest::newRow("longest body") << QString(10000, QLatin1Char('x')) << false << QByteArray();
        QTest::newRow("longer body") << QString(10001, QLatin1Char('x')) << false << QByteArray("notice.too-long");
        QTest::newRow("braces") << QStringLiteral("{{space}} {space}") << false << QByteArray();
        QTest::newRow("with blanks") << QStringLiteral("{ space }") << false << QByteArray();
    }
    void wrongTextsSayWhatIsWrong()
    {
        QFETCH(QString, typed);
        QFETCH(bool, isSubject);
        QFETCH(QByteArray, code);
        QCOMPARE(codeOf(NoticeKind::Accepted, isSubject ? NoticePart::Subject : NoticePart::Body, typed), code);
    }

    void anUnknownPlaceholderIsNamedWithTheNearest()
    {
        QCOMPARE(nearestTo(NoticeKind::Accepted, "spcae"), QStringLiteral("space"));
        QCOMPARE(nearestTo(NoticeKind::Accepted, "Building"), QStringLiteral("building"));
        QCOMPARE(nearestTo(NoticeKind::Declined, "alternative"), QStringLiteral("alternatives"));
        QCOMPARE(nearestTo(NoticeKind::Accepted, "howtochange"), QStringLiteral("how-to-change"));
        QCOMPARE(nearestTo(NoticeKind::Accepted, "zzzzzzzzzzzzzzzzzz"), QString());
        // However much is typed, only its beginning is compared.
        QVERIFY(codeOf(NoticeKind::Accepted, NoticePart::Body,
                       QLatin1Char('{') + QString(9000, QLatin1Char('s')) + QLatin1Char('}'))
                == "notice.placeholder-unknown");
    }

    void lineEndsAreUnified()
    {
        const auto normal = normalisedNotice(NoticeKind::Accepted, NoticePart::Body,
                                             QStringLiteral("  a\r\nb\rc") + QChar(0x2029) + u"d\n\n");
        QVERIFY(normal);
        QCOMPARE(*normal, QStringLiteral("a\nb\nc\nd"));
        QCOMPARE(normalisedNotice(NoticeKind::Accepted, NoticePart::Body, *normal).value(), *normal);
    }

    void whatAReaderMissesIsSaid()
    {
        const auto missing = [](NoticeKind kind, const char* subject, const char* body) {
            QStringList names;
            for (const Reason& reason : missingPlaceholders(kind, QString::fromUtf8(subject), QString::fromUtf8(body)))
                names.append(reason.arguments.value(QStringLiteral("placeholder")));
            return names;
        };
        QCOMPARE(missing(NoticeKind::Accepted, "{space}", "{start}"), QStringList());
        QCOMPARE(missing(NoticeKind::Accepted, "Hello", "{{space}}"),
                 (QStringList{QStringLiteral("space"), QStringLiteral("when")}));
        QCOMPARE(missing(NoticeKind::Declined, "{space}", "{when} {reason}"),
                 QStringList{QStringLiteral("alternatives")});
        QCOMPARE(missing(NoticeKind::Digest, "{count}", "Look"), QStringList{QStringLiteral("items")});
    }

    // The built-in texts are texts like any other, in every language of the product, and lack nothing.
    void builtInTextsAreSound()
    {
        const QStringList languages = productLanguages();
        QVERIFY(languages.contains(QStringLiteral("en")) && languages.contains(QStringLiteral("de")));
        for (const QString& language : languages) {
            for (const NoticeKind kind : noticeKinds()) {
                const NoticeText built = noticeText({}, kind, language);
                QCOMPARE(codeOf(kind, NoticePart::Subject, built.subject), QByteArray());
                QCOMPARE(normalisedNotice(kind, NoticePart::Body, built.body).value_or(QString()), built.body);
                QCOMPARE(missingPlaceholders(kind, built.subject, built.body).size(), 0);
                const NoticePreview shown = previewOf(kind, built, sampleSeries(kind, "Europe/Berlin"), language, {});
                QVERIFY(!shown.text.subject.isEmpty() && !shown.text.body.isEmpty());
                QVERIFY2(!shown.text.body.contains(QLatin1Char('{')), qPrintable(shown.text.body));
            }
        }
    }

    void everyPlaceholderHasAMeaningAndAFact()
    {
        for (const NoticeKind kind : noticeKinds()) {
            Announcement about = sampleSeries(kind, "Europe/Berlin");
            about.freedOldSlot = true;
            const NoticeFacts facts
                = sampleFacts(kind, about, readerOf(about, QStringLiteral("en")), QStringLiteral("Campus"));
            for (const NoticePlaceholder& placeholder : placeholdersOf(kind)) {
                QVERIFY2(!placeholderMeaning(placeholder.name).isEmpty(), qPrintable(placeholder.name));
                QVERIFY2(!facts.value(placeholder.name).isEmpty(), qPrintable(placeholder.name));
            }
        }
    }

    void linesAndParagraphsWithNothingToSayAreLeftOut()
    {
        const NoticeText filled = filledNotice(
            text("{subject}",
                 "Room: {space}\nBuilding: {building}\n\nFree "
                 "instead:\n{alternatives}\n\nSee {site}.\n\n\nBye"),
            {{QStringLiteral("space"), QStringLiteral("CR2")}, {QStringLiteral("site"), QStringLiteral("Campus")}});
        QCOMPARE(filled.body, QStringLiteral("Room: CR2\n\nSee Campus.\n\nBye"));
        QCOMPARE(filled.subject, QString());
    }

    void aSubjectLosesItsSeparatorWithItsFact()
    {
        const NoticeFacts facts{{QStringLiteral("space"), QStringLiteral("CR2")}};
        QCOMPARE(filledNotice(text("Reserved: {space}, {subject}", "x"), facts).subject,
                 QStringLiteral("Reserved: CR2"));
        QCOMPARE(filledNotice(text("Declined: {subject}", "x"), facts).subject, QStringLiteral("Declined"));
        QCOMPARE(filledNotice(text("{subject}: {space}", "x"), facts).subject, QStringLiteral("CR2"));
    }

    // B3: facts come from mail.
    void B3_factsAreTextAndNothingElse_data()
    {
        QTest::addColumn<QString>("evil");
        QTest::addColumn<QString>("shown");
        QTest::newRow("place holder") << QStringLiteral("{person}") << QStringLiteral("{person}");
        QTest::newRow("line") << QStringLiteral("a\r\nBcc: x@y.z") << QStringLiteral("a Bcc: x@y.z");
        QTest::newRow("nul") << QStringLiteral("a") + QChar(0) + QLatin1Char('b') << QStringLiteral("a b");
        QTest::newRow("separator") << QStringLiteral("a") + QChar(0x2028) + QLatin1Char('b') << QStringLiteral("a b");
        QTest::newRow("direction") << QStringLiteral("a") + QChar(0x202E) + QLatin1Char('b') << QStringLiteral("a b");
        QTest::newRow("markup") << QStringLiteral("<b>a</b>&amp;") << QStringLiteral("<b>a</b>&amp;");
        QTest::newRow("brace") << QStringLiteral("{{") << QStringLiteral("{{");
    }
    void B3_factsAreTextAndNothingElse()
    {
        QFETCH(QString, evil);
        QFETCH(QString, shown);
        const NoticeFacts facts{{QStringLiteral("subject"), evil}, {QStringLiteral("person"), QStringLiteral("Maria")}};
        const NoticeText filled = filledNotice(text("About {subject}.", "Meeting: {subject}\nOf {person}"), facts);
        QCOMPARE(filled.subject, QStringLiteral("About %1.").arg(shown));
        QCOMPARE(filled.body, QStringLiteral("Meeting: %1\nOf Maria").arg(shown));
    }

    // B3: what cannot be read (written by a newer version, or by hand) is never sent.
    void aStoredTextThatDoesNotFitGivesWayToTheBuiltInOne()
    {
        NoticeBook book;
        const NoticeKey key{NoticeKind::Accepted, QStringLiteral("en"), NoticePart::Subject};
        book.set(key, QStringLiteral("{not-yet-known}"));
        QCOMPARE(noticeText(book, key.kind, key.language).subject, builtInNotice(key));
        book.set(key, QStringLiteral("{space}!"));
        QCOMPARE(noticeText(book, key.kind, key.language).subject, QStringLiteral("{space}!"));
        QCOMPARE(noticeText(book, key.kind, QStringLiteral("de")).subject,
                 builtInNotice({key.kind, QStringLiteral("de"), key.part}));
    }

    void R_CONFIRM_theKindFollowsFromWhatHappened()
    {
        for (const NoticeKind kind : {NoticeKind::Accepted, NoticeKind::Moved, NoticeKind::Changed,
                                      NoticeKind::Cancelled, NoticeKind::Declined})
            QCOMPARE(noticeKindOf(sample(kind)), kind);
        Announcement byMail = sample();
        byMail.sequence = 3; // newer, at the same time: nothing of it concerns the room
        QCOMPARE(noticeKindOf(byMail), NoticeKind::Accepted);
    }

    // R-CONFIRM: external contacts see no other people's names.
    void R_CONFIRM_externalContactsReadNoNames()
    {
        Announcement a = sample(NoticeKind::Declined);
        a.requesterIsExternal = true;
        a.personName = QStringLiteral("Nour Abbas");
        a.organizer = QStringLiteral("someone@else.example");
        a.organizerName = QStringLiteral("Someone Else");
        a.reason.arguments.insert(QStringLiteral("holder"), QStringLiteral("Ada Lovelace"));
        DeclinedOccurrence taken;
        taken.time = a.time;
        taken.reason = a.reason;
        a.declined = {taken};
        const NoticeFacts facts = factsOf(a, readerOf(a, QStringLiteral("en")), {});
        const QString all = facts.values().join(QLatin1Char('\n'));
        for (const char* name : {"Nour", "Someone", "someone@", "Ada"})
            QVERIFY2(!all.contains(QLatin1String(name)), name);
        a.requesterIsExternal = false;
        QVERIFY(factsOf(a, readerOf(a, QStringLiteral("en")), {}).value(QStringLiteral("reason")).contains(u"Ada"));
    }

    // Times in the zone of the space, with its name; dates in the language of the mail.
    void timesAreTheSpacesAndSpeakTheLanguageOfTheMail()
    {
        const Announcement a = sample();
        const QString german = factsOf(a, readerOf(a, QStringLiteral("de")), {}).value(QStringLiteral("when"));
        QVERIFY2(german.contains(u"November 2026") && german.contains(u"Mittwoch"), qPrintable(german));
        QVERIFY2(german.contains(u"09:30") && german.contains(u"11:30"), qPrintable(german));
        QVERIFY2(german.contains(u"Europe/Berlin"), qPrintable(german));
        const QString english = factsOf(a, readerOf(a, QStringLiteral("en")), {}).value(QStringLiteral("when"));
        QVERIFY2(english.contains(u"Wednesday") && english.contains(u"9:30"), qPrintable(english));
        Announcement nowhere = a;
        nowhere.timeZone.clear(); // not this machine's
        QVERIFY(factsOf(nowhere, readerOf(nowhere, QStringLiteral("de")), {}).value(QStringLiteral("zone")) == u"UTC");
        Announcement away = a;
        away.timeZone = "America/New_York";
        const QString there = factsOf(away, readerOf(away, QStringLiteral("de")), {}).value(QStringLiteral("start"));
        QVERIFY2(there.contains(u"03:30") && there.contains(u"America/New_York"), qPrintable(there));
    }

    void anAllDayMeetingEndsOnItsLastDay()
    {
        Announcement a = sample();
        a.allDay = true;
        a.time = {fromDateTime(QDateTime(QDate(2026, 11, 18), QTime(0, 0), QTimeZone("Europe/Berlin"))),
                  fromDateTime(QDateTime(QDate(2026, 11, 20), QTime(0, 0), QTimeZone("Europe/Berlin")))};
        const NoticeFacts facts = factsOf(a, readerOf(a, QStringLiteral("de")), {});
        QVERIFY(facts.value(QStringLiteral("start")).contains(u"18. November 2026"));
        QVERIFY(facts.value(QStringLiteral("end")).contains(u"19. November 2026"));
    }

    void approversReadNoPrivateSubjectAndTheTokenIsAlwaysThere()
    {
        ApprovalRequest request;
        request.about = sample(NoticeKind::ApprovalAsked);
        request.about.isPrivate = true;
        request.token = QStringLiteral("RC-1");
        const NoticeFacts facts = factsOf(request, readerOf(request.about, QStringLiteral("en")), {});
        QVERIFY(!facts.values().join(QLatin1Char(' ')).contains(u"Product review"));
        QCOMPARE(withToken(QStringLiteral("Well?"), request.token), QStringLiteral("Well? [RC-1]"));
        QCOMPARE(withToken(QStringLiteral("Well? rc-1"), request.token), QStringLiteral("Well? rc-1"));
    }

    void kindsAndPartsHaveFixedWords()
    {
        for (const NoticeKind kind : noticeKinds()) {
            QCOMPARE(fromText<NoticeKind>(toText(kind)), std::optional(kind));
            QVERIFY(!word(kind).isEmpty() && !noticeOccasion(kind).isEmpty());
        }
        QCOMPARE(toText(NoticeKind::ApprovalAsked), QByteArray("approval"));
        QCOMPARE(toText(NoticePart::Body), QByteArray("body"));
        QVERIFY(!fromText<NoticeKind>("nonsense"));
    }
};

QTEST_GUILESS_MAIN(TestNoticeTemplate)
#include "tst_noticetemplate.moc"
