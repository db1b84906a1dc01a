// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/theme/icons.h"
#include "ui/theme/meaning.h"
#include "ui/theme/theme.h"

#include <QFile>
#include <QImage>
#include <QPainter>
#include <QPixmap>
#include <QTest>

using namespace reserve;

namespace {

QImage drawn(Icon which, const QColor& color, int side = 40, Qt::LayoutDirection direction = Qt::LeftToRight)
{
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paintIcon(&painter, image.rect(), which, color, direction);
    return image;
}

int inked(const QImage& image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y).alpha() > 127;
    }
    return count;
}

// The solid pixels of a line all have its colour.
bool hasOnly(const QImage& image, const QColor& color)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (pixel.alpha() == 255 && pixel.rgb() != color.rgb())
                return false;
        }
    }
    return true;
}

// The rasteriser is not symmetric to the last bit.
bool alike(const QImage& left, const QImage& right)
{
    int difference = 0;
    for (int y = 0; y < left.height(); ++y) {
        for (int x = 0; x < left.width(); ++x)
            difference += qAbs(left.pixelColor(x, y).alpha() - right.pixelColor(x, y).alpha());
    }
    return difference < left.width() * left.height() * 4;
}

} // namespace

class IconsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyIconLoadsAndRecolours_data();
    void everyIconLoadsAndRecolours();
    void statesHaveIconsOfTheirOwn();
    void namesGoBothWays();
    void linesKeepTheirWidth();
    void iconsFollowTheTheme();
    void directedIconsMirror();
    void applicationIconIsThere();
};

void IconsTest::everyIconLoadsAndRecolours_data()
{
    QTest::addColumn<int>("index");
    for (int index = 0; index < iconCount; ++index)
        QTest::newRow(qPrintable(iconName(Icon(index)))) << index;
}

void IconsTest::everyIconLoadsAndRecolours()
{
    QFETCH(int, index);
    const Icon which = Icon(index);
    QFile file(QStringLiteral(":/icons/%1.svg").arg(iconName(which)));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray svg = file.readAll();
    QVERIFY(svg.contains("viewBox=\"0 0 20 20\""));
    QVERIFY(svg.contains("stroke=\"currentColor\""));
    QVERIFY(svg.contains("fill=\"none\""));

    const QImage red = drawn(which, Qt::red);
    const QImage blue = drawn(which, Qt::blue);
    QVERIFY(inked(red) > 5);
    QVERIFY(inked(red) < 40 * 40 / 2);
    QVERIFY(hasOnly(red, Qt::red));
    QVERIFY(hasOnly(blue, Qt::blue));
    QCOMPARE(inked(red), inked(blue));
}

// Two states beside each other in a table are told apart by their icons alone; "good" is the accepted of findings.
void IconsTest::statesHaveIconsOfTheirOwn()
{
    QStringList names;
    for (std::size_t index = 0; index < meaningCount; ++index) {
        if (Meaning(index) != Meaning::Good)
            names << iconName(stateIcon(Meaning(index)));
    }
    QCOMPARE(names.removeDuplicates(), 0);
    QVERIFY(drawn(stateIcon(Meaning::OnlyHere), Qt::black) != drawn(stateIcon(Meaning::Accepted), Qt::black));
}

void IconsTest::namesGoBothWays()
{
    QStringList names;
    for (int index = 0; index < iconCount; ++index) {
        names << iconName(Icon(index));
        QCOMPARE(iconNamed(names.last()), std::optional(Icon(index)));
    }
    QCOMPARE(names.removeDuplicates(), 0);
    QCOMPARE(iconNamed(QStringLiteral("document-open")), std::nullopt);
    QCOMPARE(iconName(Icon::ActSaveFilter), QStringLiteral("act-save-filter"));
    QCOMPARE(iconName(Icon::NavSettings), QStringLiteral("nav-settings"));
    QCOMPARE(icon(Icon::StateCase).name(), QStringLiteral("state-case"));
}

// 1.5 px at 16, 20 and 40: a plain line is as thick at every size.
void IconsTest::linesKeepTheirWidth()
{
    for (const int side : {16, 20, 40}) {
        const QImage image = drawn(Icon::StateNone, Qt::black, side);
        double thickness = 0;
        for (int y = 0; y < side; ++y)
            thickness += image.pixelColor(side / 2, y).alphaF();
        QVERIFY2(qAbs(thickness - 1.5) < 0.25, qPrintable(QStringLiteral("%1 at %2").arg(thickness).arg(side)));
    }
}

void IconsTest::iconsFollowTheTheme()
{
    const QIcon kept = icon(Icon::StateFailed, Meaning::Failed);
    const QIcon normal = icon(Icon::ActCopy);
    Theme::setCurrent(Theme::light());
    QVERIFY(hasOnly(kept.pixmap(32).toImage(), Theme::light().of(Meaning::Failed).ink));
    QVERIFY(hasOnly(normal.pixmap(32).toImage(), Theme::light().text2));
    QVERIFY(hasOnly(normal.pixmap(32, QIcon::Disabled).toImage(), Theme::light().control));
    Theme::setCurrent(Theme::dark());
    clearIconCache();
    // QIcon keeps no pixmap of ours: the same object has the new colour.
    QVERIFY(hasOnly(kept.pixmap(32).toImage(), Theme::dark().of(Meaning::Failed).ink));
    Theme::setCurrent(Theme::light());
}

void IconsTest::directedIconsMirror()
{
    for (const Icon which :
         {Icon::NavPrevious, Icon::NavNext, Icon::ActUndo, Icon::ActRedo, Icon::ActSend, Icon::StateExternal}) {
        const QImage plain = drawn(which, Qt::black);
        const QImage mirrored = drawn(which, Qt::black, 40, Qt::RightToLeft);
        QVERIFY2(alike(plain.mirrored(true, false), mirrored), qPrintable(iconName(which)));
        QVERIFY2(!alike(plain, mirrored), qPrintable(iconName(which)));
    }
    for (const Icon which :
         {Icon::StateAccepted, Icon::StateCase, Icon::TimeZone, Icon::Series, Icon::ActRun, Icon::StateQueued})
        QCOMPARE(drawn(which, Qt::black), drawn(which, Qt::black, 40, Qt::RightToLeft));
}

void IconsTest::applicationIconIsThere()
{
    QVERIFY(!applicationIcon().pixmap(64).isNull());
}

QTEST_MAIN(IconsTest)
#include "tst_icons.moc"
