// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/support/accessibilitysweep.h"
#include "ui/help/helpwindow.h"
#include "ui/help/manual.h"
#include "ui/shell/pageid.h"
#include "ui/theme/themeswitch.h"

#include <QApplication>
#include <QFile>
#include <QListWidget>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QTextBrowser>
#include <QUrl>

using namespace reserve;

namespace {

QString readAll(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList keysOf(const QList<ManualChapter>& chapters)
{
    QStringList keys;
    for (const ManualChapter& chapter : chapters)
        keys.append(chapter.key);
    return keys;
}

} // namespace

class TestHelpWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPageHasItsChapter();
    void chaptersAreThoseOfTheLanguage();
    void linksLeadToChapters_data();
    void linksLeadToChapters();
    void aLinkOpensItsChapter();
    void unknownChaptersShowTheFirst();
    void escapeCloses();
    void everythingHasAName();
};

void TestHelpWindow::everyPageHasItsChapter()
{
    const QStringList keys = keysOf(manualChapters({QStringLiteral("en")}));
    HelpWindow help;
    auto* list = help.findChild<QListWidget*>();
    for (const PageId page : {PageId::Calendar, PageId::Monitor, PageId::ExchangeAdmin, PageId::People}) {
        QVERIFY2(keys.contains(pageKey(page)), qPrintable(pageKey(page)));
        help.showChapter(pageKey(page));
        QCOMPARE(list->currentRow(), keys.indexOf(pageKey(page)));
        QVERIFY(help.findChild<QTextBrowser*>()->toPlainText().startsWith(list->currentItem()->text()));
    }
}

void TestHelpWindow::chaptersAreThoseOfTheLanguage()
{
    const auto english = manualChapters({QStringLiteral("C")});
    const auto german = manualChapters({QStringLiteral("de-AT"), QStringLiteral("de")});
    QCOMPARE(keysOf(german), keysOf(english));
    for (qsizetype i = 0; i < english.size(); ++i) {
        QVERIFY(english[i].path.contains(QLatin1String("/en/")));
        QVERIFY2(german[i].path.contains(QLatin1String("/de/")), qPrintable(german[i].path));
    }
}

void TestHelpWindow::linksLeadToChapters_data()
{
    QTest::addColumn<QString>("path");
    for (const QString& language : {QStringLiteral("en"), QStringLiteral("de")}) {
        for (const ManualChapter& chapter : manualChapters({language}))
            QTest::newRow(qPrintable(language + QLatin1Char(' ') + chapter.key)) << chapter.path;
    }
}

void TestHelpWindow::linksLeadToChapters()
{
    QFETCH(QString, path);
    const QStringList keys = keysOf(manualChapters({QStringLiteral("en")}));
    static const QRegularExpression link(QStringLiteral("\\]\\(([^)]+)\\)"));
    auto found = link.globalMatch(readAll(path));
    while (found.hasNext()) {
        const QString target = found.next().captured(1);
        QVERIFY2(target.endsWith(QLatin1String(".md")) && keys.contains(target.chopped(3)), qPrintable(target));
    }
}

void TestHelpWindow::aLinkOpensItsChapter()
{
    HelpWindow help;
    help.showChapter(QStringLiteral("people"));
    auto* list = help.findChild<QListWidget*>();
    Q_EMIT help.findChild<QTextBrowser*>()->anchorClicked(QUrl(QStringLiteral("rules.md")));
    QCOMPARE(list->currentRow(), keysOf(manualChapters({QStringLiteral("en")})).indexOf(QStringLiteral("rules")));
}

void TestHelpWindow::unknownChaptersShowTheFirst()
{
    HelpWindow help;
    help.showChapter(QStringLiteral("moon"));
    QCOMPARE(help.findChild<QListWidget*>()->currentRow(), 0);
}

void TestHelpWindow::escapeCloses()
{
    HelpWindow help;
    help.show();
    QTest::keyClick(&help, Qt::Key_Escape);
    QVERIFY(!help.isVisible());
}

void TestHelpWindow::everythingHasAName()
{
    HelpWindow help;
    help.show();
    QCOMPARE(unnamedThings(&help), QStringList());
}

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    ThemeSwitch look(application);
    TestHelpWindow test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_helpwindow.moc"
