// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exporting/spacefields.h"
#include "models/items/admindraft.h"
#include "models/items/draftkeeper.h"
#include "tests/support/temporarystore.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

using Kind = FieldPath::Kind;

const FieldPath port{Kind::Setting, 0, QStringLiteral("smtp.port")};
const FieldPath host{Kind::Setting, 0, QStringLiteral("outgoing.host")};

// The console of one run: the draft of its page, and what keeps it.
struct Run
{
    Run(TemporaryStore& store, const QString& file)
        : draft(store.store())
        , keeper(std::make_unique<DraftKeeper>(draft, store.clock(), file))
        , offers(keeper.get(), &DraftKeeper::offered)
    {
        [this] { QTRY_VERIFY(draft.isLoaded()); }();
    }

    AdminDraft draft;
    std::unique_ptr<DraftKeeper> keeper;
    QSignalSpy offers;
};

QString fileIn(const TemporaryStore& store)
{
    return store.folder() + QStringLiteral("/drafts/one.json");
}

} // namespace

class TestDraftKeeper final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDraftSurvivesInItsFile();
    void whatWasNotAppliedIsOfferedAndTakenUp();
    void takingUpIsOneStep();
    void whatIsOfferedIsNotOverwrittenByNewTyping();
    void appliedAndRevertedDraftsAreForgotten();
    void whatTheStoreHasMeanwhileIsAConflict();
    void onlyOneProgramKeepsADraft();
    void aFileThatIsNoDraftIsLeftOut();
};

void TestDraftKeeper::aDraftSurvivesInItsFile()
{
    FieldDraft::State state;
    state.edits.insert_or_assign(port, FieldDraft::Edit{QStringLiteral("8025"), QStringLiteral("80 25 \u00e4")});
    state.added.append({Kind::Space, -3, {}});
    state.edits.insert_or_assign(FieldPath{Kind::Space, -3, QStringLiteral("name")},
                                 FieldDraft::Edit{{}, QStringLiteral("Hall")});
    state.removed.append({Kind::Profile, 7, {}});
    const auto back = keptDraftFrom(toBytes({state, at("2026-11-18T08:00:00Z")}));
    QVERIFY(back);
    QVERIFY(back->state == state);
    QCOMPARE(back->keptAt, at("2026-11-18T08:00:00Z"));
    QCOMPARE(back->state.count(), 3);
}

void TestDraftKeeper::whatWasNotAppliedIsOfferedAndTakenUp()
{
    TemporaryStore store;
    const SpaceId space = store.addSpace(QStringLiteral("CR1"), QStringLiteral("cr1@x.example"));
    const FieldPath seats{Kind::Space, space.value, columnName(SpaceField::Capacity)};
    {
        Run run(store, fileIn(store));
        QCOMPARE(run.offers.count(), 0);
        run.draft.fields().set(port, QStringLiteral("2525"));
        run.draft.fields().set(seats, QStringLiteral("twelve")); // also what cannot be applied
        run.draft.fields().add(Kind::Space, {{QStringLiteral("name"), QStringLiteral("Hall")}});
    }
    Run run(store, fileIn(store));
    QTRY_COMPARE(run.offers.count(), 1);
    QCOMPARE(run.offers.first().first().toInt(), 3);
    QCOMPARE(run.draft.fields().count(), 0);
    run.keeper->takeUp();
    QCOMPARE(run.draft.fields().count(), 3);
    QCOMPARE(run.draft.setting(port.field), QStringLiteral("2525"));
    QCOMPARE(run.draft.fields().text(seats), QStringLiteral("twelve"));
    QVERIFY(!run.keeper->isOffering());
}

void TestDraftKeeper::takingUpIsOneStep()
{
    TemporaryStore store;
    {
        Run run(store, fileIn(store));
        run.draft.fields().set(port, QStringLiteral("2525"));
        run.draft.fields().set(host, QStringLiteral("mail.x.example"));
    }
    Run run(store, fileIn(store));
    run.keeper->takeUp();
    QCOMPARE(run.draft.fields().count(), 2);
    run.draft.fields().undo();
    QCOMPARE(run.draft.fields().count(), 0);
}

void TestDraftKeeper::whatIsOfferedIsNotOverwrittenByNewTyping()
{
    TemporaryStore store;
    {
        Run run(store, fileIn(store));
        run.draft.fields().set(port, QStringLiteral("2525"));
        run.draft.fields().add(Kind::Space, {{QStringLiteral("name"), QStringLiteral("Hall")}});
    }
    {
        Run run(store, fileIn(store));
        run.draft.fields().set(host, QStringLiteral("mail.x.example"));
        run.draft.fields().add(Kind::Space, {{QStringLiteral("name"), QStringLiteral("Attic")}});
    }
    Run run(store, fileIn(store));
    QTRY_COMPARE(run.offers.count(), 1);
    QCOMPARE(run.offers.first().first().toInt(), 4);
    run.keeper->takeUp();
    QCOMPARE(run.draft.setting(port.field), QStringLiteral("2525"));
    QCOMPARE(run.draft.setting(host.field), QStringLiteral("mail.x.example"));
    QCOMPARE(run.draft.fields().added().size(), 2);
}

void TestDraftKeeper::appliedAndRevertedDraftsAreForgotten()
{
    TemporaryStore store;
    {
        Run run(store, fileIn(store));
        run.draft.fields().set(port, QStringLiteral("2525"));
        QSignalSpy applied(&run.draft, &AdminDraft::applied);
        run.draft.apply(QStringLiteral("tester"));
        QTRY_COMPARE(applied.count(), 1);
    }
    QVERIFY(!QFile::exists(fileIn(store)));
    {
        Run run(store, fileIn(store));
        run.draft.fields().set(port, QStringLiteral("2526"));
        run.draft.fields().revert();
    }
    QVERIFY(!QFile::exists(fileIn(store)));
}

void TestDraftKeeper::whatTheStoreHasMeanwhileIsAConflict()
{
    TemporaryStore store;
    {
        Run run(store, fileIn(store));
        run.draft.fields().set(port, QStringLiteral("2525"));
        run.draft.fields().set(host, QStringLiteral("mail.x.example"));
    }
    store.write([](WriteUnit& unit) -> Result<void> {
        if (const auto set
            = unit.settings().set(QStringLiteral("smtp.port"), QStringLiteral("9025"), QStringLiteral("other"));
            !set)
            return set;
        return unit.settings().set(QStringLiteral("outgoing.host"), QStringLiteral("mail.x.example"),
                                   QStringLiteral("other"));
    });
    Run run(store, fileIn(store));
    run.keeper->takeUp();
    QVERIFY(run.draft.fields().isConflict(port));
    QVERIFY(!run.draft.fields().isChanged(host)); // the store has it by now
}

void TestDraftKeeper::onlyOneProgramKeepsADraft()
{
    TemporaryStore store;
    Run first(store, fileIn(store));
    first.draft.fields().set(port, QStringLiteral("2525"));
    {
        Run second(store, fileIn(store));
        second.draft.fields().set(port, QStringLiteral("2526"));
        QVERIFY(!second.keeper->isOffering());
    }
    first.keeper.reset();
    QFile file(fileIn(store));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto kept = keptDraftFrom(file.readAll());
    QVERIFY(kept);
    QCOMPARE(kept->state.edits.at(port).text, QStringLiteral("2525"));
}

void TestDraftKeeper::aFileThatIsNoDraftIsLeftOut()
{
    QVERIFY(!keptDraftFrom("not json"));
    QVERIFY(!keptDraftFrom("{}"));
    QVERIFY(!keptDraftFrom(R"({"version":2,"kept":"2026-11-18T08:00:00.000Z"})"));
    const auto odd = keptDraftFrom(R"({"version":1,"kept":"2026-11-18T08:00:00.000Z","edits":[{"kind":"moon"},5]})");
    QVERIFY(odd);
    QCOMPARE(odd->state.count(), 0);
}

QTEST_GUILESS_MAIN(TestDraftKeeper)
#include "tst_draftkeeper.moc"
