// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/theme/casedifference.h"
#include "ui/theme/metrics.h"
#include "ui/theme/statepainter.h"
#include "ui/theme/theme.h"
#include "ui/theme/themeswitch.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <QWidget>

#include <cmath>

using namespace reserve;

namespace {

constexpr double text = 4.5;
constexpr double graphics = 3.0;

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

// WCAG 2: (lighter + 0.05) / (darker + 0.05).
double contrast(const QColor& left, const QColor& right)
{
    const double a = luminance(left);
    const double b = luminance(right);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

struct Pair
{
    QByteArray name;
    QColor above;
    QColor below;
    double least;
};

using Named = QPair<QByteArray, QColor>;

QList<Named> grounds(const Theme& theme)
{
    return {{"window", theme.window},
            {"surface", theme.surface},
            {"raised", theme.raised},
            {"alt", theme.alt},
            {"sunken", theme.sunken}};
}

void addOnGrounds(QList<Pair>& pairs, const Theme& theme, const QByteArray& name, const QColor& color, double least)
{
    for (const auto& [ground, below] : grounds(theme))
        pairs.append({name + " on " + ground, color, below, least});
}

QByteArray nameOf(std::size_t meaning)
{
    return stateWord(Meaning(meaning)).toLatin1();
}

QList<Pair> pairsOf(const Theme& theme)
{
    QList<Pair> pairs;
    addOnGrounds(pairs, theme, "text", theme.text, text);
    addOnGrounds(pairs, theme, "text2", theme.text2, text);
    addOnGrounds(pairs, theme, "text3", theme.text3, text);
    addOnGrounds(pairs, theme, "accent", theme.accent, text);
    addOnGrounds(pairs, theme, "control", theme.control, graphics);
    addOnGrounds(pairs, theme, "focus", theme.focus, graphics);
    addOnGrounds(pairs, theme, "now", theme.now, graphics);
    pairs.append({"on.accent on accent", theme.onAccent, theme.accent, text});
    pairs.append({"on.accent on accent.hover", theme.onAccent, theme.accentHover, text});
    pairs.append({"accent on selection", theme.accent, theme.wash, text});
    pairs.append({"wash.ink on wash", theme.washInk, theme.wash, text});
    pairs.append({"text on selection", theme.text, theme.wash, text});
    pairs.append({"focus on selection", theme.focus, theme.wash, graphics});
    pairs.append({"now flag", theme.onNow, theme.now, text});
    pairs.append({"tip", theme.onTip, theme.tip, text});
    pairs.append({"rail text", theme.railText, theme.rail, text});
    pairs.append({"rail quiet text", theme.railQuiet, theme.rail, text});
    pairs.append({"rail chosen text", theme.railOnText, theme.railOn, text});
    pairs.append({"rail title", theme.railTitle, theme.rail, text});
    pairs.append({"rail mark", theme.railMark, theme.rail, graphics});
    pairs.append({"badge of problems", theme.onBadgeProblem, theme.badgeProblem, text});
    pairs.append({"badge of changes", theme.onBadgeChanges, theme.badgeChanges, text});
    pairs.append({"danger button", theme.onAccent, theme.of(Meaning::Failed).ink, text});
    pairs.append({"danger button pressed", theme.onAccent, theme.of(Meaning::Failed).edge, text});
    pairs.append({"tentative ink on hatch", theme.of(Meaning::Tentative).ink, theme.hatch, text});
    for (std::size_t meaning = 0; meaning < meaningCount; ++meaning) {
        const MeaningColors& colors = theme.meanings[meaning];
        const QByteArray name = nameOf(meaning);
        pairs.append({name + " ink on its wash", colors.ink, colors.wash, text});
        pairs.append({name + " ink on surface", colors.ink, theme.surface, text});
        pairs.append({name + " ink on window", colors.ink, theme.window, text});
        pairs.append({name + " ink on selection", colors.ink, theme.wash, text});
        pairs.append({name + " edge on surface", colors.edge, theme.surface, graphics});
        pairs.append({"text3 on " + name + " wash", theme.text3, colors.wash, text});
        pairs.append({"focus on " + name + " wash", theme.focus, colors.wash, graphics});
    }
    for (const Meaning edge : {Meaning::Accepted, Meaning::Queued, Meaning::Failed})
        pairs.append({stateWord(edge).toLatin1() + " edge on the accepted fill", theme.of(edge).edge,
                      theme.of(Meaning::Accepted).wash, graphics});
    for (std::size_t step = 0; step < theme.heat.size(); ++step)
        pairs.append({"heat " + QByteArray::number(int(step)), theme.onHeat[step], theme.heat[step], text});
    return pairs;
}

} // namespace

class ThemeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrastOfEveryPair_data();
    void contrastOfEveryPair();
    void highContrastTakesOnlyTheSystemsColours();
    void paletteRolesComeFromTokens();
    void switchingIsLive();
    void unitFollowsTheFont();
    void everyMeaningHasItsOwnWord();
    void patternsAreWholeDevicePixels_data();
    void patternsAreWholeDevicePixels();
    void statesDifferWithoutColour();
    void leadingEdgeMirrors();
    void caseDifferencesNameTheirLabels();
};

void ThemeTest::contrastOfEveryPair_data()
{
    QTest::addColumn<QColor>("above");
    QTest::addColumn<QColor>("below");
    QTest::addColumn<double>("least");
    for (const Theme* theme : {&Theme::light(), &Theme::dark()}) {
        const QByteArray look = theme->isDark() ? "dark: " : "light: ";
        const QList<Pair> pairs = pairsOf(*theme);
        for (const Pair& pair : pairs)
            QTest::addRow("%s%s", look.constData(), pair.name.constData()) << pair.above << pair.below << pair.least;
    }
}

void ThemeTest::contrastOfEveryPair()
{
    QFETCH(QColor, above);
    QFETCH(QColor, below);
    QFETCH(double, least);
    const double ratio = contrast(above, below);
    QVERIFY2(ratio >= least, qPrintable(QStringLiteral("%1:1").arg(ratio, 0, 'f', 2)));
}

void ThemeTest::highContrastTakesOnlyTheSystemsColours()
{
    QPalette system;
    system.setColor(QPalette::Base, Qt::black);
    system.setColor(QPalette::WindowText, Qt::yellow);
    const Theme theme = Theme::highContrast(system);
    for (const MeaningColors& colors : theme.meanings) {
        QCOMPARE(colors.ink, QColor(Qt::yellow));
        QCOMPARE(colors.edge, QColor(Qt::yellow));
        QCOMPARE(colors.wash, QColor(Qt::black));
    }
    QCOMPARE(theme.railTitle, QColor(Qt::yellow));
    QCOMPARE(theme.rail, QColor(Qt::black));
}

void ThemeTest::paletteRolesComeFromTokens()
{
    const Theme& theme = Theme::dark();
    const QPalette palette = theme.palette();
    QCOMPARE(palette.color(QPalette::Window), theme.window);
    QCOMPARE(palette.color(QPalette::Base), theme.surface);
    QCOMPARE(palette.color(QPalette::Active, QPalette::Highlight), theme.wash);
    QCOMPARE(palette.color(QPalette::Inactive, QPalette::Highlight), theme.wash);
    QCOMPARE(palette.color(QPalette::Disabled, QPalette::Text), theme.control);
}

void ThemeTest::switchingIsLive()
{
    ThemeSwitch themeSwitch(*qApp);
    themeSwitch.setAppearance(Appearance::Light);
    QWidget widget;
    widget.show();
    QCOMPARE(widget.palette().color(QPalette::Window), Theme::light().window);

    const QSignalSpy changed(&themeSwitch, &ThemeSwitch::changed);
    themeSwitch.setAppearance(Appearance::Dark);
    QCOMPARE(changed.count(), 1);
    QVERIFY(Theme::current().isDark());
    QTRY_COMPARE(widget.palette().color(QPalette::Window), Theme::dark().window);
    themeSwitch.setAppearance(Appearance::Dark);
    QCOMPARE(changed.count(), 1);
    themeSwitch.setAppearance(Appearance::Light);
}

void ThemeTest::unitFollowsTheFont()
{
    ThemeSwitch themeSwitch(*qApp);
    const QFont usual = QApplication::font();
    const int before = unit();
    QVERIFY(before >= 4);
    QFont large = usual;
    large.setPixelSize(32);
    QApplication::setFont(large);
    QVERIFY(unit() > before);
    QCOMPARE(px(30), qRound(30 * unit() / 4.0));
    QFont tiny = usual;
    tiny.setPixelSize(10);
    QApplication::setFont(tiny);
    QCOMPARE(unit(), 4);
    QVERIFY(QFontInfo(typeface(Type::Caption)).pixelSize() >= 11);
    QApplication::setFont(usual);
    QCOMPARE(unit(), before);
}

void ThemeTest::everyMeaningHasItsOwnWord()
{
    QStringList words;
    for (std::size_t meaning = 0; meaning < meaningCount; ++meaning)
        words << stateWord(Meaning(meaning));
    QCOMPARE(words.removeDuplicates(), 0);
    QVERIFY(!words.contains(QString()));
}

void ThemeTest::patternsAreWholeDevicePixels_data()
{
    QTest::addColumn<double>("ratio");
    for (const double ratio : {1.0, 1.25, 1.5, 2.0, 3.0})
        QTest::addRow("%g", ratio) << ratio;
}

void ThemeTest::patternsAreWholeDevicePixels()
{
    QFETCH(double, ratio);
    const QPixmap tile = patternBrush(Pattern::Tentative, ratio).texture();
    QCOMPARE(tile.devicePixelRatio(), ratio);
    QVERIFY(tile.width() >= 8);
    // Neighbouring tiles meet: a line that leaves at one side comes in at the other.
    const QImage image = tile.toImage();
    for (int y = 1; y + 1 < image.height(); ++y) {
        const auto isLine = [&image](int x, int row) {
            return image.pixelColor(x, row) != Theme::current().of(Meaning::Tentative).wash;
        };
        if (isLine(image.width() - 1, y))
            QVERIFY2(isLine(0, y - 1) || isLine(0, y) || isLine(0, y + 1), qPrintable(QString::number(y)));
    }
}

// In grey alone each answer and each edge is still another picture.
void ThemeTest::statesDifferWithoutColour()
{
    const Meaning kinds[]
        = {Meaning::Accepted, Meaning::Tentative, Meaning::Pending,  Meaning::Declined,    Meaning::Cancelled,
           Meaning::Queued,   Meaning::Failed,    Meaning::OnlyHere, Meaning::KeptForMove, Meaning::AnsweredByMail};
    QPalette system;
    system.setColor(QPalette::Base, Qt::white);
    system.setColor(QPalette::WindowText, Qt::black);
    const Theme before = Theme::current();
    Theme::setCurrent(Theme::highContrast(system));
    clearPatternCache();
    QList<QImage> pictures;
    for (const Meaning kind : kinds) {
        QImage picture(60, 40, QImage::Format_RGB32);
        picture.fill(Qt::white);
        QPainter painter(&picture);
        paintState(&painter, QRect(5, 5, 50, 30), kind, Form::Block);
        painter.end();
        QVERIFY2(!pictures.contains(picture), qPrintable(stateWord(kind)));
        pictures.append(picture);
    }
    Theme::setCurrent(before);
    clearPatternCache();
}

void ThemeTest::leadingEdgeMirrors()
{
    const auto paint = [](Qt::LayoutDirection direction) {
        QImage picture(60, 40, QImage::Format_RGB32);
        picture.fill(Qt::white);
        QPainter painter(&picture);
        ReservationBlock block;
        block.rect = QRect(0, 0, 60, 40);
        block.exchange = Meaning::Failed;
        block.direction = direction;
        paintReservationBlock(&painter, block);
        return picture;
    };
    const QColor edge = Theme::current().of(Meaning::Failed).edge;
    const QImage left = paint(Qt::LeftToRight);
    const QImage right = paint(Qt::RightToLeft);
    QCOMPARE(left.pixelColor(2, 20), edge);
    QVERIFY(left.pixelColor(57, 20) != edge);
    QCOMPARE(right.pixelColor(57, 20), edge);
    QVERIFY(right.pixelColor(2, 20) != edge);
}

void ThemeTest::caseDifferencesNameTheirLabels()
{
    const QString here = QStringLiteral("CR2@reserve.mycompany.com");
    QCOMPARE(caseDifferences(here, QStringLiteral("CR2@reserve.MyCompany.com")), (QList<TextSpan>{{12, 9}}));
    QCOMPARE(caseDifferences(here, QStringLiteral("cr2@reserve.mycompany.COM")), (QList<TextSpan>{{0, 3}, {22, 3}}));
    QVERIFY(caseDifferences(here, here).isEmpty());
    QVERIFY(caseDifferences(here, QStringLiteral("CR3@reserve.MyCompany.com")).isEmpty());
}

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
