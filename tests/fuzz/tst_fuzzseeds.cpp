// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/corpus/corpusfiles.h"
#include "tests/fuzz/fuzztargets.h"
#include "tests/fuzz/mutation.h"
#include "tests/unit/tnefsamples.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace reserve;

namespace {

constexpr qsizetype largestSeed = 64 * 1024;

QList<QByteArray> ownSeeds(const char* target)
{
    QList<QByteArray> seeds;
    const QDir folder(QStringLiteral(RESERVE_SOURCE_DIR "/tests/fuzz/seeds/") + QLatin1String(target));
    for (const QString& name : folder.entryList(QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            seeds.append(file.readAll());
    }
    return seeds;
}

// The files of the corpus that come in by this door.
bool suits(const QString& name, QByteArrayView target)
{
    if (target == "mime")
        return name.endsWith(QLatin1String(".eml"));
    if (target == "tnef")
        return name.contains(QLatin1String("tnef/"));
    const bool isCalendar = target == "itip" || target == "recurrence" || target == "timezone";
    return isCalendar && name.endsWith(QLatin1String(".ics"));
}

} // namespace

// What the fuzzers look for by the hour, in a fixed and bounded form: every seed, and 10,000 damaged ones a
// door (I6x). A crash or a broken promise ends the test.
class tst_FuzzSeeds final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySeedAndItsDamagedCopies_data();
    void everySeedAndItsDamagedCopies();
    void theSameNumberDamagesTheSameWay();

private:
    static constexpr int mutations = 10'000;
};

void tst_FuzzSeeds::everySeedAndItsDamagedCopies_data()
{
    QTest::addColumn<int>("target");
    for (std::size_t i = 0; i < fuzz::targets.size(); ++i)
        QTest::newRow(fuzz::targets[i].name) << int(i);
}

void tst_FuzzSeeds::everySeedAndItsDamagedCopies()
{
    QFETCH(int, target);
    const fuzz::Target& door = fuzz::targets[std::size_t(target)];
    QList<QByteArray> seeds = ownSeeds(door.name);
    QVERIFY2(!seeds.isEmpty(), "the seeds of the project are missing");
    if (QByteArrayView(door.name) == "tnef") {
        seeds.append(test::TnefSampleMeeting().encoded());
        test::TnefSampleMeeting series;
        series.rule.emplace();
        series.rule->start = QDate(2026, 11, 20);
        seeds.append(series.encoded());
    }
    for (const test::CorpusFile& file : test::corpusFiles(test::corpusRoot())) {
        if (suits(file.name, door.name))
            seeds.append(file.content);
    }
    for (const QByteArray& seed : std::as_const(seeds))
        door.run(seed);
    seeds.removeIf([](const QByteArray& seed) { return seed.size() > largestSeed; });
    for (int number = 0; number < mutations; ++number) {
        const QByteArray& seed = seeds.at(number % seeds.size());
        const QByteArray input = fuzz::Mutation(quint32(number)).of(seed, seeds.at((number * 7 + 1) % seeds.size()));
        door.run(input);
    }
}

void tst_FuzzSeeds::theSameNumberDamagesTheSameWay()
{
    const QByteArray octets = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n";
    QCOMPARE(fuzz::Mutation(7).of(octets, octets), fuzz::Mutation(7).of(octets, octets));
    QVERIFY(fuzz::Mutation(7).of(octets, octets) != fuzz::Mutation(8).of(octets, octets));
}

QTEST_APPLESS_MAIN(tst_FuzzSeeds)
#include "tst_fuzzseeds.moc"
