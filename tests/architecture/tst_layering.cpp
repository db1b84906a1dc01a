// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

// The floors of the design, read from the sources themselves: an include points only downwards, neighbours on one
// floor do not see each other, and what is hidden behind a floor stays out of its public headers.

namespace {

// Folder to floor. A folder that stands in the tree but not here fails the test.
const QMap<QString, int> floors{
    {QStringLiteral("models/base"), 0},
    {QStringLiteral("models/entities"), 1},
    {QStringLiteral("models/settings"), 1},
    {QStringLiteral("models/store"), 2},
    {QStringLiteral("models/mail"), 2},
    {QStringLiteral("models/itip"), 2},
    {QStringLiteral("models/booking"), 2},
    {QStringLiteral("models/transport"), 2},
    {QStringLiteral("models/secrets"), 2},
    {QStringLiteral("models/wording"), 2},
    {QStringLiteral("models/reserving"), 3},
    {QStringLiteral("models/composing"), 3},
    {QStringLiteral("models/exporting"), 3},
    {QStringLiteral("models/exchange"), 3},
    {QStringLiteral("models/items"), 4},
    {QStringLiteral("models/explaining"), 4},
    {QStringLiteral("models/practice"), 4},
    {QStringLiteral("models/agent"), 5},
    {QStringLiteral("ui"), 5},
    {QStringLiteral("app/console"), 6},
    {QStringLiteral("app/agent"), 6},
};

struct Source
{
    QString path; // from the repository root
    QString text;
};

QString floorFolder(const QString& path)
{
    for (auto it = floors.cbegin(); it != floors.cend(); ++it) {
        if (path.startsWith(it.key() + QLatin1Char('/')))
            return it.key();
    }
    return {};
}

QList<Source> sources()
{
    const QString root = QStringLiteral(RESERVE_SOURCE_DIR);
    QList<Source> found;
    for (const QString& top : {QStringLiteral("models"), QStringLiteral("ui"), QStringLiteral("app")}) {
        QDirIterator files(root + QLatin1Char('/') + top, {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                found.append({QDir(root).relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll())});
        }
    }
    return found;
}

QStringList includesOf(const QString& text)
{
    static const QRegularExpression include(QStringLiteral("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"),
                                            QRegularExpression::MultilineOption);
    QStringList found;
    for (auto it = include.globalMatch(text); it.hasNext();)
        found.append(it.next().captured(1));
    return found;
}

// Every class of QtGui and QtWidgets that could slip in starts like one of these.
bool isGuiHeader(const QString& header)
{
    static const QRegularExpression gui(
        QStringLiteral("^(QtGui|QtWidgets|QtSvg|QtPrintSupport)(/|$)|"
                       "^Q(Widget|Application|GuiApplication|Painter|Pixmap|Image|Icon|Color|Brush|Pen|Font|Palette|"
                       "Style|Window|Screen|"
                       "Action|Menu|Dialog|Label|.*Button|.*View|.*Edit|Layout|.*Layout|Svg.*|Printer)$"));
    static const QRegularExpression textView(
        QStringLiteral("^Q(ByteArray|String|Utf8String|Latin1String|AnyString)View$"));
    return gui.match(header).hasMatch() && !textView.match(header).hasMatch();
}

} // namespace

class tst_Layering final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyFolderHasAFloor();
    void includesPointDownwards();
    void ownIncludesStartAtTheRoot();
    void modelsKnowNoGui();
    void publicHeadersHideTheirLibraries();
    void hiddenLibrariesHaveOneDoor_data();
    void hiddenLibrariesHaveOneDoor();
    void interfaceNeverMeetsAgentExchangeOrTransport();
    void practiceNeverMeetsExchange();

private:
    QList<Source> m_sources;
};

void tst_Layering::initTestCase()
{
    m_sources = sources();
    QVERIFY2(m_sources.size() > 50, "the sources were not found");
}

void tst_Layering::everyFolderHasAFloor()
{
    for (const Source& source : m_sources)
        QVERIFY2(!floorFolder(source.path).isEmpty(), qPrintable(source.path));
}

void tst_Layering::includesPointDownwards()
{
    QStringList breaches;
    for (const Source& source : m_sources) {
        const QString from = floorFolder(source.path);
        for (const QString& header : includesOf(source.text)) {
            const QString to = floorFolder(header);
            if (!to.isEmpty() && to != from && floors.value(to) >= floors.value(from))
                breaches.append(source.path + QStringLiteral(" includes ") + header);
        }
    }
    QVERIFY2(breaches.isEmpty(), qPrintable(breaches.join(QLatin1Char('\n'))));
}

void tst_Layering::ownIncludesStartAtTheRoot()
{
    static const QRegularExpression quoted(QStringLiteral("^\\s*#\\s*include\\s*\"([^\"]+)\""),
                                           QRegularExpression::MultilineOption);
    QStringList breaches;
    for (const Source& source : m_sources) {
        for (auto it = quoted.globalMatch(source.text); it.hasNext();) {
            const QString header = it.next().captured(1);
            const bool generated = header.endsWith(QLatin1String(".moc"));
            if (!generated && floorFolder(header).isEmpty())
                breaches.append(source.path + QStringLiteral(" includes \"") + header + QLatin1Char('"'));
        }
    }
    QVERIFY2(breaches.isEmpty(), qPrintable(breaches.join(QLatin1Char('\n'))));
}

void tst_Layering::modelsKnowNoGui()
{
    QStringList breaches;
    for (const Source& source : m_sources) {
        if (!source.path.startsWith(QLatin1String("models/")) && !source.path.startsWith(QLatin1String("app/agent/")))
            continue;
        for (const QString& header : includesOf(source.text)) {
            if (isGuiHeader(header) && !header.startsWith(QLatin1String("QAbstractItem")))
                breaches.append(source.path + QStringLiteral(" includes ") + header);
        }
    }
    QVERIFY2(breaches.isEmpty(), qPrintable(breaches.join(QLatin1Char('\n'))));
}

void tst_Layering::publicHeadersHideTheirLibraries()
{
    static const QRegularExpression hidden(QStringLiteral(
        "^(QSql.*|QtSql.*|libical/.*|openssl/.*|ical\\.h|gmime/.*|glib.*|curl/.*|qt6keychain/.*|sqlite3\\.h)$"));
    // Public is what another folder reaches, directly or through other headers.
    QMap<QString, QStringList> includes;
    for (const Source& source : m_sources)
        includes.insert(source.path, includesOf(source.text));
    QStringList breaches;
    for (const Source& source : m_sources) {
        QSet<QString> seen;
        QStringList open = includes.value(source.path);
        while (!open.isEmpty()) {
            const QString header = open.takeLast();
            const bool foreign = !floorFolder(header).isEmpty() && floorFolder(header) != floorFolder(source.path);
            if (!foreign || seen.contains(header))
                continue;
            seen.insert(header);
            for (const QString& deeper : includes.value(header)) {
                if (hidden.match(deeper).hasMatch())
                    breaches.append(source.path + QStringLiteral(" sees ") + deeper + QStringLiteral(" through ")
                                    + header);
            }
            open += includes.value(header);
        }
    }
    QVERIFY2(breaches.isEmpty(), qPrintable(breaches.join(QLatin1Char('\n'))));
}

void tst_Layering::hiddenLibrariesHaveOneDoor_data()
{
    QTest::addColumn<QString>("library");
    QTest::addColumn<QStringList>("folders"); // in each of them one
    QTest::newRow("GMime") << QStringLiteral("gmime/") << QStringList{QStringLiteral("models/mail/")};
    QTest::newRow("curl") << QStringLiteral("curl/") << QStringList{QStringLiteral("models/transport/")};
    // One signs, the other checks what was signed: sharing it they would share its errors.
    QTest::newRow("OpenSSL") << QStringLiteral("openssl/")
                             << QStringList{QStringLiteral("models/exchange/"), QStringLiteral("models/practice/")};
}

void tst_Layering::hiddenLibrariesHaveOneDoor()
{
    QFETCH(QString, library);
    QFETCH(QStringList, folders);
    QStringList doors;
    for (const Source& source : m_sources) {
        for (const QString& header : includesOf(source.text)) {
            if (header.startsWith(library) && !doors.contains(source.path))
                doors.append(source.path);
        }
    }
    doors.sort();
    QCOMPARE(doors.size(), folders.size());
    for (qsizetype i = 0; i < doors.size(); ++i) {
        QVERIFY2(doors.at(i).startsWith(folders.at(i)), qPrintable(doors.at(i)));
        QVERIFY2(doors.at(i).endsWith(QLatin1String(".cpp")), qPrintable(doors.at(i)));
    }
}

void tst_Layering::interfaceNeverMeetsAgentExchangeOrTransport()
{
    QStringList breaches;
    for (const Source& source : m_sources) {
        if (!source.path.startsWith(QLatin1String("ui/")))
            continue;
        for (const QString& header : includesOf(source.text)) {
            for (const char* forbidden : {"models/agent/", "models/exchange/", "models/transport/", "app/"}) {
                if (header.startsWith(QLatin1String(forbidden)))
                    breaches.append(source.path + QStringLiteral(" includes ") + header);
            }
        }
    }
    QVERIFY2(breaches.isEmpty(), qPrintable(breaches.join(QLatin1Char('\n'))));
}

// What stands in for Exchange and what speaks to it share no line, so that they cannot share an error.
void tst_Layering::practiceNeverMeetsExchange()
{
    QStringList breaches;
    for (const Source& source : m_sources) {
        for (const QString& header : includesOf(source.text)) {
            const bool meets = (source.path.startsWith(QLatin1String("models/practice/"))
                                && header.startsWith(QLatin1String("models/exchange/")))
                || (source.path.startsWith(QLatin1String("models/exchange/"))
                    && header.startsWith(QLatin1String("models/practice/")));
            if (meets)
                breaches.append(source.path + QStringLiteral(" includes ") + header);
        }
    }
    QVERIFY2(breaches.isEmpty(), qPrintable(breaches.join(QLatin1Char('\n'))));
}

QTEST_APPLESS_MAIN(tst_Layering)
#include "tst_layering.moc"
