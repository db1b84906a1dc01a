// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT

// The page Calendar over a sample campus, for people who change it.
//   calendargallery [--dark] [--right-to-left] [--view day|work-week|week|timeline] [--person] [--open] [--moved]
//                   [--size 1440x900] [--save FILE]

#include "tests/gui/calendarscene.h"
#include "tests/support/temporarystore.h"
#include "ui/calendar/calendarpage.h"
#include "ui/calendar/weekview.h"
#include "ui/theme/theme.h"
#include "ui/theme/themeswitch.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QHBoxLayout>
#include <QPainter>
#include <QTimer>

namespace {

using namespace reserve;

ViewKind viewNamed(const QString& name)
{
    if (name == QLatin1String("day"))
        return ViewKind::Day;
    if (name == QLatin1String("work-week"))
        return ViewKind::WorkWeek;
    return name == QLatin1String("timeline") ? ViewKind::Timeline : ViewKind::Week;
}

class Ground final : public QWidget
{
protected:
    void paintEvent(QPaintEvent*) override { QPainter(this).fillRect(rect(), Theme::current().window); }
};

} // namespace

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions(
        {{QStringLiteral("dark"), QStringLiteral("the dark theme")},
         {QStringLiteral("right-to-left"), QStringLiteral("mirrored")},
         {QStringLiteral("view"), QStringLiteral("what is shown"), QStringLiteral("name")},
         {QStringLiteral("person"), QStringLiteral("the week of a person")},
         {QStringLiteral("open"), QStringLiteral("with a reservation opened")},
         {QStringLiteral("moved"), QStringLiteral("with a move that waits for an approver")},
         {QStringLiteral("size"), QStringLiteral("of the window"), QStringLiteral("WxH"), QStringLiteral("1244x872")},
         {QStringLiteral("save"), QStringLiteral("write a picture and end"), QStringLiteral("file")}});
    parser.process(application);
    if (parser.isSet(QStringLiteral("right-to-left")))
        QApplication::setLayoutDirection(Qt::RightToLeft);
    ThemeSwitch themes(application);
    themes.setAppearance(parser.isSet(QStringLiteral("dark")) ? Appearance::Dark : Appearance::Light);

    test::TemporaryStore store;
    store.clock().set(test::at(test::sceneNow));
    const test::CalendarScene scene = test::setCalendarScene(store.store());
    if (parser.isSet(QStringLiteral("moved")))
        test::moveWaiting(store.store(), scene.reservation("Product review"),
                          {test::at("2026-11-17T10:00:00Z"), test::at("2026-11-17T12:00:00Z")});
    Ground window;
    auto* layout = new QHBoxLayout(&window);
    layout->setContentsMargins({});
    auto* page = new CalendarPage(store.store());
    layout->addWidget(page);
    const QStringList size = parser.value(QStringLiteral("size")).split(QLatin1Char('x'));
    window.resize(size.value(0).toInt(), size.value(1).toInt());
    window.show();
    if (parser.isSet(QStringLiteral("person")))
        page->showPerson(scene.people.value(QStringLiteral("Okafor")));
    else
        page->showSpace(scene.space("CR2 Aurora"));
    page->showView(viewNamed(parser.value(QStringLiteral("view"))));
    page->activate();
    if (parser.isSet(QStringLiteral("open")))
        QTimer::singleShot(1500, page,
                           [page, &scene] { page->findChild<WeekView*>()->open(scene.reservation("Product review")); });
    if (parser.isSet(QStringLiteral("save")))
        QTimer::singleShot(3000, &window, [&] {
            window.grab().save(parser.value(QStringLiteral("save")));
            QApplication::quit();
        });
    return QApplication::exec();
}
