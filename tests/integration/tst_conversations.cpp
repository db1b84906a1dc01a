// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/support/talks.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <random>

using namespace reserve;
using namespace reserve::test;

// R-MEETING, O6: whatever the order in which the messages of a conversation arrive, and however often, the
// end is alike.
class TestConversations : public QObject
{
    Q_OBJECT

private:
    std::map<Manner, Hall> m_halls; // each made once: whatever is tried in it is taken back

    Hall& hallFor(const Manner& manner)
    {
        const auto [hall, isNew] = m_halls.try_emplace(manner);
        if (isNew)
            adopt(hall->second.desk(), manner);
        return hall->second;
    }

    static void verifySame(const QStringList& outcome, const QStringList& expected, const QList<int>& order)
    {
        QVERIFY2(outcome == expected, qPrintable(textOf(order) + u":\n" + differenceOf(outcome, expected)));
    }

    static void addTalks()
    {
        QTest::addColumn<int>("talk");
        for (qsizetype i = 0; i < talks().size(); ++i)
            QTest::newRow(talks().at(i).name) << int(i);
    }

    void tryEveryOrder(const Manner& manner)
    {
        QFETCH(int, talk);
        const Talk said = talks().at(talk);
        Hall& hall = hallFor(manner);
        QList<int> order = inOrder(said.letters.size());
        const QStringList expected = textOf(hall.outcomeOf(said.letters, order));
        if (manner.isEmpty())
            QCOMPARE(expected.size(), said.holds);
        while (std::next_permutation(order.begin(), order.end()) && !QTest::currentTestFailed())
            verifySame(textOf(hall.outcomeOf(said.letters, order)), expected, order);
    }

    void tryRandom(Conversation (*talk)(std::mt19937&), const Manner& manner, unsigned seed)
    {
        Hall& hall = hallFor(manner);
        std::mt19937 chance(seed);
        for (int round = 0; round < 25; ++round) {
            const Conversation letters = talk(chance);
            QList<int> order = inOrder(letters.size());
            const QStringList expected = textOf(hall.outcomeOf(letters, order));
            for (int shuffle = 0; shuffle < 4; ++shuffle) {
                std::shuffle(order.begin(), order.end(), chance);
                const QStringList outcome = textOf(hall.outcomeOf(letters, order));
                QVERIFY2(outcome == expected,
                         qPrintable(QString::number(round) + u": " + textOf(order) + u":\n" + textOf(letters) + u'\n'
                                    + differenceOf(outcome, expected)));
            }
        }
    }

private Q_SLOTS:
    void R_MEETING_everyOrderEndsAlike_data() { addTalks(); }
    void R_MEETING_everyOrderEndsAlike() { tryEveryOrder(everybodyMayBook); }

    // ... and so it does where approvers are asked: what waits, and what they are asked about.
    void R_POLICY_everyOrderEndsAlikeWhereEverythingIsAsked_data() { addTalks(); }
    void R_POLICY_everyOrderEndsAlikeWhereEverythingIsAsked() { tryEveryOrder(everythingIsAsked); }
    void R_POLICY_everyOrderEndsAlikeWhereSeriesAreAsked_data() { addTalks(); }
    void R_POLICY_everyOrderEndsAlikeWhereSeriesAreAsked() { tryEveryOrder(seriesAreAsked); }
    void R_POLICY_everyOrderEndsAlikeWhereHoursAreAsked_data() { addTalks(); }
    void R_POLICY_everyOrderEndsAlikeWhereHoursAreAsked() { tryEveryOrder(outsideWorkHoursIsAsked); }

    void R_MEETING_duplicatesChangeNothing_data()
    {
        QTest::addColumn<int>("talk");
        QTest::addColumn<Manner>("manner");
        for (qsizetype i = 0; i < talks().size(); ++i) {
            QTest::addRow("%s", talks().at(i).name) << int(i) << everybodyMayBook;
            QTest::addRow("%s; everything is asked", talks().at(i).name) << int(i) << everythingIsAsked;
            QTest::addRow("%s; series are asked", talks().at(i).name) << int(i) << seriesAreAsked;
        }
    }
    void R_MEETING_duplicatesChangeNothing()
    {
        QFETCH(int, talk);
        QFETCH(Manner, manner);
        const Talk said = talks().at(talk);
        Hall& hall = hallFor(manner);
        const QStringList expected = textOf(hall.outcomeOf(said.letters, inOrder(said.letters.size())));
        QList<int> twice = inOrder(said.letters.size()) + inOrder(said.letters.size());
        std::mt19937 chance(20261117u + unsigned(talk));
        for (int round = 0; round < 15 && !QTest::currentTestFailed(); ++round) {
            std::shuffle(twice.begin(), twice.end(), chance);
            verifySame(textOf(hall.outcomeOf(said.letters, twice)), expected, twice);
        }
    }

    // Whatever an approver then says to all that waits.
    void R_POLICY_approversFindTheSame_data()
    {
        QTest::addColumn<int>("talk");
        QTest::addColumn<Manner>("manner");
        QTest::addColumn<ApprovalAnswer>("answer");
        for (qsizetype i = 0; i < talks().size(); ++i) {
            for (const ApprovalAnswer answer : {ApprovalAnswer::Approve, ApprovalAnswer::Decline}) {
                const char* said = answer == ApprovalAnswer::Approve ? "yes" : "no";
                const char* name = talks().at(i).name;
                QTest::addRow("%s; everything is asked; %s", name, said) << int(i) << everythingIsAsked << answer;
                QTest::addRow("%s; series are asked; %s", name, said) << int(i) << seriesAreAsked << answer;
            }
        }
    }
    void R_POLICY_approversFindTheSame()
    {
        QFETCH(int, talk);
        QFETCH(Manner, manner);
        QFETCH(ApprovalAnswer, answer);
        const ApproverWord word{answer, QStringLiteral("maria"), {}};
        const Talk said = talks().at(talk);
        Hall& hall = hallFor(manner);
        QList<int> order = inOrder(said.letters.size());
        const QStringList expected = textOf(hall.outcomeOf(said.letters, order, word));
        if (answer == ApprovalAnswer::Approve)
            QCOMPARE(expected.size(), said.holds);
        std::mt19937 chance(20261118u + unsigned(talk));
        for (int round = 0; round < 5 && !QTest::currentTestFailed(); ++round) {
            std::shuffle(order.begin(), order.end(), chance);
            verifySame(textOf(hall.outcomeOf(said.letters, order, word)), expected, order);
        }
    }

    void R_MEETING_randomConversationsEndAlike() { tryRandom(randomTalk, everybodyMayBook, 5545); }
    void R_POLICY_randomConversationsEndAlikeWhereEverythingIsAsked()
    {
        tryRandom(randomTalk, everythingIsAsked, 5545);
    }
    void R_POLICY_randomConversationsEndAlikeWhereSeriesAreAsked() { tryRandom(randomTalk, seriesAreAsked, 5545); }

    // Dates that want each other's time, said one by one, from a date on, and beside the series.
    void R_MEETING_crowdedConversationsEndAlike() { tryRandom(crowdedTalk, everybodyMayBook, 5547); }
    void R_POLICY_crowdedConversationsEndAlikeWhereEverythingIsAsked()
    {
        tryRandom(crowdedTalk, everythingIsAsked, 5547);
    }
    void R_POLICY_crowdedConversationsEndAlikeWhereSeriesAreAsked() { tryRandom(crowdedTalk, seriesAreAsked, 5547); }

    // Several conversations about one room that want different hours of the day.
    void R_MEETING_conversationsDoNotTouchEachOther()
    {
        const QList<Talk> said = talks();
        Conversation letters;
        for (qsizetype i = 0; i < 4; ++i) {
            for (Letter letter : said.at(i).letters) {
                letter.uid = "talk-" + QByteArray::number(i);
                // Each in weeks of its own: no two want the same slot.
                for (QByteArray* time : {&letter.start, &letter.end, &letter.occurrence})
                    *time = shifted(*time, int(i) * 35);
                letters.append(letter);
            }
        }
        Hall hall;
        const QStringList expected = textOf(hall.outcomeOf(letters, inOrder(letters.size())));
        QCOMPARE(expected.size(), 10);
        QList<int> order = inOrder(letters.size());
        std::mt19937 chance(5546);
        for (int round = 0; round < 25; ++round) {
            std::shuffle(order.begin(), order.end(), chance);
            const QStringList outcome = textOf(hall.outcomeOf(letters, order));
            verifySame(outcome, expected, order);
        }
    }

private:
    // By whole weeks, so that Fridays stay Fridays.
    static QByteArray shifted(const QByteArray& time, int days)
    {
        if (time.size() < 8)
            return time;
        const QDate date = QDate::fromString(QString::fromLatin1(time.first(8)), QStringLiteral("yyyyMMdd"));
        return date.addDays(days).toString(QStringLiteral("yyyyMMdd")).toLatin1() + time.mid(8);
    }
};

QTEST_GUILESS_MAIN(TestConversations)
#include "tst_conversations.moc"
