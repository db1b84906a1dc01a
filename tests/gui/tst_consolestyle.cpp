// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/theme/consolestyle.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/theme/themeswitch.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QFocusFrame>
#include <QLineEdit>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QSplitter>
#include <QStyleOptionSlider>
#include <QTabBar>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

#include <memory>

using namespace reserve;

namespace {

QColor middle(QWidget& widget)
{
    const QImage image = widget.grab().toImage();
    return image.pixelColor(image.width() / 2, 4);
}

bool shows(const QImage& image, const QColor& color)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).rgb() == color.rgb())
                return true;
        }
    }
    return false;
}

} // namespace

class ConsoleStyleTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void buttonsSpeakByTheirLook();
    void controlsHaveTheirHeights();
    void checkedButtonsWearTheWash();
    void fieldsShowTheirState();
    void ringStandsRoundFieldsAlways();
    void ringStandsRoundButtonsForTheKeyboardOnly();
    void ringSurvivesItsWindow();
    void ringComesWithAFieldThatIsScrolledIn();
    void scrollBarsHaveNoArrows();
    void tabsKeepTheirCountApart();
    void selectionIsAWash();
    void menusPaintAndMirror();
    void everyControlPaintsInBothLooks();
    void noStyleSheets();

private:
    std::unique_ptr<ThemeSwitch> m_switch;
};

void ConsoleStyleTest::initTestCase()
{
    m_switch = std::make_unique<ThemeSwitch>(*qApp);
    m_switch->setAppearance(Appearance::Light);
}

void ConsoleStyleTest::buttonsSpeakByTheirLook()
{
    const Theme& theme = Theme::current();
    QPushButton button(QStringLiteral("Apply"));
    QCOMPARE(middle(button), theme.surface);
    setLook(&button, Look::Primary);
    QCOMPARE(middle(button), theme.accent);
    setLook(&button, Look::Danger);
    QCOMPARE(middle(button), theme.of(Meaning::Failed).ink);
    button.setEnabled(false);
    QCOMPARE(middle(button), theme.sunken);
}

void ConsoleStyleTest::controlsHaveTheirHeights()
{
    QPushButton button(QStringLiteral("Apply"));
    QLineEdit edit;
    QComboBox combo;
    combo.addItem(QStringLiteral("Europe/Berlin"));
    QSpinBox spin;
    QDateEdit date;
    for (const QWidget* widget : QList<QWidget*>{&button, &edit, &combo, &spin, &date})
        QCOMPARE(widget->sizeHint().height(), px(design::field));
    setSmall(&button);
    QCOMPARE(button.sizeHint().height(), px(design::smallField));
    QToolButton icon;
    QCOMPARE(icon.sizeHint(), QSize(px(design::field), px(design::field)));
    QTabBar tabs;
    tabs.addTab(QStringLiteral("Trace"));
    QCOMPARE(tabs.sizeHint().height(), px(design::tab));
}

void ConsoleStyleTest::checkedButtonsWearTheWash()
{
    QPushButton button(QStringLiteral("Follow"));
    button.setCheckable(true);
    button.setChecked(true);
    QCOMPARE(middle(button), Theme::current().wash);
    QVERIFY(shows(button.grab().toImage(), Theme::current().accent));
}

void ConsoleStyleTest::fieldsShowTheirState()
{
    const Theme& theme = Theme::current();
    QLineEdit edit;
    edit.resize(120, edit.sizeHint().height());
    QVERIFY(shows(edit.grab().toImage(), theme.control));
    setFieldState(&edit, FieldState::Warning);
    QVERIFY(shows(edit.grab().toImage(), theme.of(Meaning::Warning).edge));
    setFieldState(&edit, FieldState::Failed);
    QVERIFY(shows(edit.grab().toImage(), theme.of(Meaning::Failed).edge));
    setFieldState(&edit, FieldState::Normal);
    QVERIFY(!shows(edit.grab().toImage(), theme.of(Meaning::Failed).edge));
}

void ConsoleStyleTest::ringStandsRoundFieldsAlways()
{
    QWidget window;
    auto* layout = new QVBoxLayout(&window);
    auto* edit = new QLineEdit;
    auto* combo = new QComboBox;
    layout->addWidget(edit);
    layout->addWidget(combo);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    combo->setFocus();
    QTest::mouseClick(edit, Qt::LeftButton);
    edit->setFocus(Qt::MouseFocusReason);
    auto* frame = window.findChild<QFocusFrame*>();
    QVERIFY(frame);
    QCOMPARE(frame->widget(), edit);
    QCOMPARE(frame->geometry(), edit->geometry().adjusted(-px(3), -px(3), px(3), px(3)));
    QVERIFY(shows(window.grab().toImage(), Theme::current().focus));
}

void ConsoleStyleTest::ringStandsRoundButtonsForTheKeyboardOnly()
{
    QWidget window;
    auto* layout = new QVBoxLayout(&window);
    auto* first = new QPushButton(QStringLiteral("Revert"));
    auto* second = new QPushButton(QStringLiteral("Apply"));
    layout->addWidget(first);
    layout->addWidget(second);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    first->setFocus(Qt::MouseFocusReason);
    const auto ringed = [&window] {
        auto* frame = window.findChild<QFocusFrame*>();
        return frame && frame->isVisible() ? frame->widget() : nullptr;
    };
    QVERIFY(!ringed());
    QTest::keyClick(first, Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), second);
    QCOMPARE(ringed(), second);
    first->setFocus(Qt::MouseFocusReason);
    QVERIFY(!ringed());
}

void ConsoleStyleTest::ringSurvivesItsWindow()
{
    auto first = std::make_unique<QWidget>();
    auto* edit = new QLineEdit(first.get());
    first->show();
    QVERIFY(QTest::qWaitForWindowActive(first.get()));
    edit->setFocus(Qt::TabFocusReason);
    first.reset();

    QWidget second;
    auto* other = new QLineEdit(&second);
    second.show();
    QVERIFY(QTest::qWaitForWindowActive(&second));
    other->setFocus(Qt::TabFocusReason);
    QVERIFY(second.findChild<QFocusFrame*>());
}

// Tab gives the focus first, and scrolls then.
void ConsoleStyleTest::ringComesWithAFieldThatIsScrolledIn()
{
    QScrollArea area;
    auto* content = new QWidget;
    content->setFixedSize(160, 2000);
    auto* first = new QLineEdit(content);
    auto* last = new QLineEdit(content);
    last->move(10, 1900);
    area.setWidget(content);
    area.resize(220, 200);
    area.show();
    QVERIFY(QTest::qWaitForWindowActive(&area));
    first->setFocus();
    QTest::keyClick(first, Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), last);
    const auto* frame = area.findChild<QFocusFrame*>();
    QVERIFY(frame);
    QTRY_VERIFY(frame->isVisible());
    QCOMPARE(frame->widget(), last);
}

void ConsoleStyleTest::scrollBarsHaveNoArrows()
{
    QScrollBar bar(Qt::Vertical);
    bar.resize(bar.sizeHint().width(), 200);
    bar.setRange(0, 1000);
    bar.setPageStep(100);
    QStyleOptionSlider option;
    option.initFrom(&bar);
    option.orientation = Qt::Vertical;
    option.minimum = 0;
    option.maximum = 1000;
    option.pageStep = 100;
    option.sliderPosition = 1000;
    const auto part = [&](QStyle::SubControl which) {
        return bar.style()->subControlRect(QStyle::CC_ScrollBar, &option, which, &bar);
    };
    QVERIFY(part(QStyle::SC_ScrollBarAddLine).isEmpty());
    QCOMPARE(part(QStyle::SC_ScrollBarGroove), bar.rect());
    QCOMPARE(part(QStyle::SC_ScrollBarSlider).bottom(), bar.rect().bottom());
    QVERIFY(part(QStyle::SC_ScrollBarSlider).height() >= px(24));
}

void ConsoleStyleTest::tabsKeepTheirCountApart()
{
    QTabBar tabs;
    tabs.setExpanding(false);
    tabs.addTab(QStringLiteral("Messages"));
    const int plain = tabs.tabRect(0).width();
    tabs.setTabText(0, QStringLiteral("Messages\t2,184"));
    QVERIFY(tabs.tabRect(0).width() > plain);
    tabs.resize(tabs.sizeHint());
    QVERIFY(shows(tabs.grab().toImage(), Theme::current().accent));
}

void ConsoleStyleTest::selectionIsAWash()
{
    QTableWidget table(2, 1);
    table.setItem(0, 0, new QTableWidgetItem(QStringLiteral("CR2 Aurora")));
    table.setShowGrid(false);
    table.resize(200, 120);
    table.selectRow(0);
    const QImage image = table.viewport()->grab().toImage();
    QVERIFY(shows(image, Theme::current().wash));
    QVERIFY(shows(image, Theme::current().line));
}

void ConsoleStyleTest::menusPaintAndMirror()
{
    for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        QMenu menu;
        menu.setLayoutDirection(direction);
        menu.addAction(QStringLiteral("Copy"), QKeySequence(Qt::CTRL | Qt::Key_C), &menu, [] {});
        QAction* checked = menu.addAction(QStringLiteral("Dark"));
        checked->setCheckable(true);
        checked->setChecked(true);
        menu.addSeparator();
        menu.addMenu(QStringLiteral("Look"));
        menu.setActiveAction(checked);
        menu.resize(menu.sizeHint());
        const QImage image = menu.grab().toImage();
        QVERIFY(shows(image, Theme::current().wash));
        QVERIFY(shows(image, Theme::current().line));
    }
}

void ConsoleStyleTest::everyControlPaintsInBothLooks()
{
    for (const Appearance look : {Appearance::Dark, Appearance::Light}) {
        m_switch->setAppearance(look);
        QWidget window;
        auto* layout = new QVBoxLayout(&window);
        auto* check = new QCheckBox(QStringLiteral("NTLM Authentication?"));
        check->setTristate(true);
        check->setCheckState(Qt::PartiallyChecked);
        auto* radio = new QRadioButton(QStringLiteral("OAuth"));
        radio->setChecked(true);
        auto* progress = new QProgressBar;
        progress->setValue(64);
        auto* splitter = new QSplitter;
        splitter->addWidget(new QLineEdit);
        splitter->addWidget(new QLineEdit);
        for (QWidget* widget :
             QList<QWidget*>{check, radio, progress, splitter, new QComboBox, new QSpinBox, new QDateEdit})
            layout->addWidget(widget);
        window.ensurePolished();
        const QImage image = window.grab().toImage();
        QVERIFY(shows(image, Theme::current().accent));
        QVERIFY(shows(image, Theme::current().control));
        QVERIFY(shows(image, Theme::current().window));
    }
}

void ConsoleStyleTest::noStyleSheets()
{
    QVERIFY(qApp->styleSheet().isEmpty());
    QVERIFY(qobject_cast<ConsoleStyle*>(QApplication::style()));
}

QTEST_MAIN(ConsoleStyleTest)
#include "tst_consolestyle.moc"
