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
    std::map<int, Hall> m_halls; // by manner, each made once: whatever is tried in it is taken back

    Hall& hallFor(int manner)
    {
        const auto [hall, isNew] = m_halls.try_emplace(manner);
        if (isNew)
            adopt(hall->second.desk(), manners().at(manner));
        return hall->second;
    }

    static void verifySame(const QStringList& outcome, const QStringList& expected, const QList<int>& order)
    {
        QVERIFY2(outcome == expected, qPrintable(textOf(order) + u":\n" + differenceOf(outcome, expected)));
    }

private Q_SLOTS:
    void R_MEETING_everyOrderEndsAlike_data()
    {
        QTest::addColumn<int>("talk");
        QTest::addColumn<int>("manner");
        for (qsizetype m = 0; m < manners().size(); ++m) {
            for (qsizetype i = 0; i < talks().size(); ++i)
                QTest::addRow("%s; %s", talks().at(i).name, manners().at(m).name) << int(i) << int(m);
        }
    }

    void R_MEETING_everyOrderEndsAlike()
    {
        QFETCH(int, talk);
        QFETCH(int, manner);
        const Talk said = talks().at(talk);
        Hall& hall = hallFor(manner);
        QList<int> order = inOrder(said.letters.size());
        const QStringList expected = textOf(hall.outcomeOf(said.letters, order));
        if (!manners().at(manner).asks)
            QCOMPARE(expected.size(), said.holds);
        while (std::next_permutation(order.begin(), order.end())) {
            verifySame(textOf(hall.outcomeOf(said.letters, order)), expected, order);
            if (QTest::currentTestFailed())
                return;
        }
    }

    void R_MEETING_duplicatesChangeNothing_data() { R_MEETING_everyOrderEndsAlike_data(); }

    void R_MEETING_duplicatesChangeNothing()
    {
        QFETCH(int, talk);
        QFETCH(int, manner);
        const Talk said = talks().at(talk);
        Hall& hall = hallFor(manner);
        const QStringList expected = textOf(hall.outcomeOf(said.letters, inOrder(said.letters.size())));
        QList<int> twice = inOrder(said.letters.size()) + inOrder(said.letters.size());
        std::mt19937 chance(20261117u + unsigned(talk));
        for (int round = 0; round < 15; ++round) {
            std::shuffle(twice.begin(), twice.end(), chance);
            verifySame(textOf(hall.outcomeOf(said.letters, twice)), expected, twice);
            if (QTest::currentTestFailed())
                return;
        }
    }

    // Whatever an approver says in the end.
    void R_MEETING_anApproverFindsTheSameInEveryOrder_data()
    {
        QTest::addColumn<int>("talk");
        QTest::addColumn<int>("manner");
        QTest::addColumn<bool>("approves");
        for (qsizetype m = 0; m < manners().size(); ++m) {
            for (qsizetype i = 0; manners().at(m).asks && i < talks().size(); ++i) {
                QTest::addRow("%s; %s, yes", talks().at(i).name, manners().at(m).name) << int(i) << int(m) << true;
                QTest::addRow("%s; %s, no", talks().at(i).name, manners().at(m).name) << int(i) << int(m) << false;
            }
        }
    }

    void R_MEETING_anApproverFindsTheSameInEveryOrder()
    {
        QFETCH(int, talk);
        QFETCH(int, manner);
        QFETCH(bool, approves);
        const ApproverWord word{
            approves ? ApprovalAnswer::Approve : ApprovalAnswer::Decline, QStringLiteral("maria"), {}};
        const Talk said = talks().at(talk);
        Hall& hall = hallFor(manner);
        QList<int> order = inOrder(said.letters.size());
        const QStringList expected = textOf(hall.outcomeOf(said.letters, order, word));
        if (approves)
            QCOMPARE(expected.size(), said.holds);
        std::mt19937 chance(20261118u + unsigned(talk));
        for (int round = 0; round < 5; ++round) {
            std::shuffle(order.begin(), order.end(), chance);
            verifySame(textOf(hall.outcomeOf(said.letters, order, word)), expected, order);
            if (QTest::currentTestFailed())
                return;
        }
    }

    void R_MEETING_randomConversationsEndAlike_data()
    {
        QTest::addColumn<int>("manner");
        for (qsizetype m = 0; m < manners().size(); ++m) {
            if (!manners().at(m).asksByDate)
                QTest::newRow(manners().at(m).name) << int(m);
        }
    }

    void R_MEETING_randomConversationsEndAlike()
    {
        QFETCH(int, manner);
        verifyRandom(manner, randomTalk, 5545);
    }

    void R_MEETING_crowdedConversationsEndAlike_data() { R_MEETING_randomConversationsEndAlike_data(); }

    void R_MEETING_crowdedConversationsEndAlike()
    {
        QFETCH(int, manner);
        verifyRandom(manner, crowdedTalk, 5547);
    }

private:
    void verifyRandom(int manner, Conversation (*talk)(std::mt19937&), unsigned seed)
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
