// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/admindraft.h"
#include "models/items/shellstatuswatcher.h"
#include "models/secrets/memorysecretstore.h"
#include "models/wording/languages.h"
#include "models/wording/noticewords.h"
#include "tests/support/accessibilitysweep.h"
#include "tests/support/picture.h"
#include "tests/support/presetprompt.h"
#include "tests/support/temporarystore.h"
#include "ui/common/banner.h"
#include "ui/common/tableview.h"
#include "ui/exchange/changeslist.h"
#include "ui/exchange/exchangeadminpage.h"
#include "ui/exchange/noticeeditor.h"
#include "ui/exchange/noticepane.h"
#include "ui/exchange/noticesview.h"
#include "ui/theme/themeswitch.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

const QString english = QStringLiteral("en");

template<typename Widget>
Widget* named(QWidget* root, const QString& name)
{
    for (Widget* candidate : root->findChildren<Widget*>()) {
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
        page = std::make_unique<ExchangeAdminPage>(store.store(), status, &secrets, nullptr,
                                                   std::make_unique<PresetPrompt>());
        page->resize(size);
        page->show();
        page->activate();
        page->showTab(ExchangeAdminPage::NoticesTab);
        [this] { QTRY_VERIFY(page->draft()->isLoaded()); }();
        view = page->notices();
        view->choose(NoticeKind::Accepted, english);
        subject = named<QLineEdit>(view, QStringLiteral("Subject"));
        body = named<QPlainTextEdit>(view, QStringLiteral("Text"));
    }

    QPushButton* button(const QString& text) const
    {
        for (QPushButton* candidate : view->findChildren<QPushButton*>()) {
            if (candidate->text() == text && candidate->isVisible())
                return candidate;
        }
        return nullptr;
    }
    QString cell(int row, int column) const { return view->table()->model()->index(row, column).data().toString(); }

    ShellStatusWatcher status;
    MemorySecretStore secrets;
    std::unique_ptr<ExchangeAdminPage> page;
    NoticesView* view = nullptr;
    QLineEdit* subject = nullptr;
    QPlainTextEdit* body = nullptr;
};

void type(QLineEdit* edit, const QString& text)
{
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, text);
}

NoticeBook book(TemporaryStore& store)
{
    return store.read([](const ReadUnit& unit) { return unit.notices().all(); });
}

} // namespace

class TestNoticesPage final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TemporaryStore> m_store;

private Q_SLOTS:
    void init() { m_store = std::make_unique<TemporaryStore>(); }

    void everyNoticeStandsInEveryLanguage()
    {
        Scene scene(*m_store);
        new QAbstractItemModelTester(scene.view->table()->model(), scene.view);
        QCOMPARE(scene.view->table()->model()->rowCount(), 7);
        QCOMPARE(scene.view->table()->model()->columnCount(), int(productLanguages().size()) + 1);
        QCOMPARE(scene.cell(0, 1), QStringLiteral("Built in"));
        QVERIFY(scene.subject && scene.body);
        QCOMPARE(scene.subject->text(), QStringLiteral("Reserved: {space}, {subject}"));
        QCOMPARE(scene.view->pane()->shownSubject(), QStringLiteral("Reserved: CR2 Aurora, Product review"));
        QVERIFY(scene.view->pane()->shownText().startsWith(u"CR2 Aurora is reserved for you."));
    }

    void arrowsGoThroughNoticesAndLanguages()
    {
        Scene scene(*m_store);
        scene.view->table()->setFocus();
        QTest::keyClick(scene.view->table(), Qt::Key_Down);
        QCOMPARE(scene.view->editor()->kind(), NoticeKind::Moved);
        QCOMPARE(scene.view->editor()->language(), english);
        const int column = scene.view->table()->currentIndex().column();
        QTest::keyClick(scene.view->table(), column == 1 ? Qt::Key_Right : Qt::Key_Left);
        QVERIFY(scene.view->editor()->language() != english);
        // The first column is the notice itself: the language stays.
        const QString other = scene.view->editor()->language();
        scene.view->table()->setCurrentIndex(scene.view->table()->model()->index(4, 0));
        QCOMPARE(scene.view->editor()->kind(), NoticeKind::Declined);
        QCOMPARE(scene.view->editor()->language(), other);
    }

    void whatIsTypedIsShownAtOnceAndAppliedTogether()
    {
        Scene scene(*m_store);
        type(scene.subject, QStringLiteral("Yours: {space}"));
        QCOMPARE(scene.view->pane()->shownSubject(), QStringLiteral("Yours: CR2 Aurora"));
        QVERIFY(scene.view->hasChanges());
        scene.body->setFocus();
        scene.body->selectAll();
        QTest::keyClicks(scene.body, QStringLiteral("Come at {start}."));
        QVERIFY(scene.view->pane()->shownText().startsWith(u"Come at "));
        QCOMPARE(scene.page->draft()->fields().count(), 2);
        QVERIFY(book(*m_store).texts().isEmpty());
        scene.page->apply();
        QTRY_COMPARE(book(*m_store).texts().size(), 2);
        QTRY_VERIFY(!scene.view->hasChanges());
        QTRY_COMPARE(scene.cell(0, scene.view->table()->currentIndex().column()), QStringLiteral("Own text"));
        QCOMPARE(scene.body->toPlainText(), QStringLiteral("Come at {start}."));
        // As every other change: undone, reverted and audited as one.
        type(scene.subject, QStringLiteral("Other"));
        scene.page->revert();
        QCOMPARE(scene.subject->text(), QStringLiteral("Yours: {space}"));
    }

    void resetLeadsBackToTheBuiltInTexts()
    {
        m_store->write([](WriteUnit& unit) {
            return unit.notices().set({NoticeKind::Accepted, english, NoticePart::Subject}, QStringLiteral("Mine"),
                                      QStringLiteral("test"));
        });
        Scene scene(*m_store);
        QTRY_COMPARE(scene.subject->text(), QStringLiteral("Mine"));
        QPushButton* reset = scene.button(QStringLiteral("Use the built-in texts"));
        QVERIFY(reset && reset->isEnabled());
        reset->click();
        QCOMPARE(scene.subject->text(), QStringLiteral("Reserved: {space}, {subject}"));
        QVERIFY(!reset->isEnabled());
        QCOMPARE(scene.page->draft()->fields().count(), 1);
        scene.page->apply();
        QTRY_VERIFY(book(*m_store).texts().isEmpty());
    }

    void aPlaceholderIsInsertedWhereTheCursorStands()
    {
        Scene scene(*m_store);
        type(scene.subject, QStringLiteral("To "));
        QPushButton* person = scene.button(QStringLiteral("{person}"));
        QVERIFY(person);
        QVERIFY(person->accessibleName().contains(u"In whose calendar it stands"));
        person->click();
        QCOMPARE(scene.subject->text(), QStringLiteral("To {person}"));
        QCOMPARE(scene.view->editor()->text().subject, QStringLiteral("To {person}"));
        // A list is several lines: it goes into the text, wherever the cursor stands.
        const QString before = scene.body->toPlainText();
        scene.button(QStringLiteral("{dates}"))->click();
        QCOMPARE(scene.subject->text(), QStringLiteral("To {person}"));
        QCOMPARE(scene.body->toPlainText(), QString(QStringLiteral("{dates}") + before));
        QVERIFY(!scene.button(QStringLiteral("{reason}")));
        scene.view->choose(NoticeKind::Declined, english);
        QTRY_VERIFY(scene.button(QStringLiteral("{reason}")));
        QTRY_VERIFY(!scene.button(QStringLiteral("{person}")));
    }

    void whatCannotBeUsedIsSaidAndNotApplied()
    {
        Scene scene(*m_store);
        type(scene.subject, QStringLiteral("{spaec}"));
        scene.view->choose(NoticeKind::Moved, english);
        scene.page->apply();
        QVERIFY(book(*m_store).texts().isEmpty());
        QVERIFY(scene.page->banner()->isVisible());
        // It goes to the first one that is to be mended.
        QCOMPARE(scene.view->editor()->kind(), NoticeKind::Accepted);
        QVERIFY2(scene.subject->accessibleDescription().contains(u"\"space\" is"),
                 qPrintable(scene.subject->accessibleDescription()));
    }

    void whatAReaderWouldMissIsSaid()
    {
        Scene scene(*m_store);
        type(scene.subject, QStringLiteral("Hello"));
        scene.body->setPlainText(QStringLiteral("Hello."));
        QVERIFY2(scene.body->accessibleDescription().contains(u"\"space\""),
                 qPrintable(scene.body->accessibleDescription()));
    }

    void B4_aReservationIsShownAsText()
    {
        const SpaceId space
            = m_store->addSpace(QStringLiteral("CR7 Corridor"), QStringLiteral("CR7@reserve.mycompany.com"));
        const Instant now = m_store->clock().now();
        m_store->write([=](WriteUnit& unit) {
            Reservation row
                = reservationOf(space, "2026-11-18T09:00:00Z", "2026-11-18T10:00:00Z", QStringLiteral("u1"));
            row.time = {now + std::chrono::hours(24), now + std::chrono::hours(25)};
            // B4: what stands in a mail is text.
            row.subject = QStringLiteral("<b>Bold</b> <img src=file:///etc/passwd>");
            return unit.reservations().insert(row);
        });
        Scene scene(*m_store);
        QComboBox* choice = scene.view->pane()->choice();
        QTRY_COMPARE(choice->count(), 3);
        choice->setCurrentIndex(2);
        QVERIFY2(scene.view->pane()->shownSubject().contains(u"CR7 Corridor, <b>Bold</b> <img src=file:///etc/passwd>"),
                 qPrintable(scene.view->pane()->shownSubject()));
        QVERIFY(scene.view->pane()->shownText().contains(u"<b>Bold</b>"));
        for (const QLabel* label : scene.view->findChildren<QLabel*>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
        // A series is a sample of its own, and a digest is about no meeting.
        choice->setCurrentIndex(1);
        QVERIFY(scene.view->pane()->shownText().contains(u"The series has 8 dates."));
        scene.view->choose(NoticeKind::Digest, english);
        QVERIFY(!choice->isEnabled());
        QVERIFY(scene.view->pane()->shownText().contains(u"Message \"Product review\""));
    }

    void theLanguageOfMailsIsASetting()
    {
        Scene scene(*m_store);
        auto* language = named<QComboBox>(scene.view, QStringLiteral("Language of mails"));
        QVERIFY(language);
        QCOMPARE(language->count(), int(productLanguages().size()) + 1);
        language->setCurrentIndex(language->findData(QStringLiteral("de")));
        scene.page->apply();
        QTRY_COMPARE(m_store->read([](const ReadUnit& unit) { return unit.settings().all(); })
                         .value(QStringLiteral("notices.language")),
                     QStringLiteral("de"));
    }

    void everythingHasANameAndFitsTheSmallestWindow()
    {
        Scene scene(*m_store, {968, 616});
        const QStringList faults = unnamedThings(scene.view);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
        QTRY_VERIFY(labelTexts(scene.view).join(QLatin1Char('\n')).contains(QStringLiteral("Product review")));
        QCOMPARE(mutedLabels(scene.view), QStringList());
        QCOMPARE(unreachableFields(scene.view), QStringList());
        QVERIFY(scene.page->minimumSizeHint().width() <= 968);
        keepPicture(scene.page.get(), QStringLiteral("notices-small.png"));
    }

    void looks()
    {
        Scene scene(*m_store);
        type(scene.subject, QStringLiteral("Reserved for you: {space}"));
        scene.body->setPlainText(QStringLiteral("Hello."));
        keepPicture(scene.page.get(), QStringLiteral("notices.png"));
        QVERIFY(scene.view->table()->isVisible() && scene.body->isVisible());
    }
};

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    ThemeSwitch look(application);
    look.setAppearance(qEnvironmentVariable("RESERVE_LOOK") == QLatin1String("dark") ? Appearance::Dark
                                                                                     : Appearance::Light);
    TestNoticesPage test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_noticespage.moc"
