// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT

// The parts of the visual language on one sheet, and a window around a page made of them.
//   gallery [--dark] [--right-to-left] [--save FOLDER]

#include "ui/common/banner.h"
#include "ui/common/card.h"
#include "ui/common/changesbar.h"
#include "ui/common/chipbar.h"
#include "ui/common/emptystate.h"
#include "ui/common/formfield.h"
#include "ui/common/label.h"
#include "ui/common/page.h"
#include "ui/common/pagehead.h"
#include "ui/common/searchfield.h"
#include "ui/common/segmentedswitch.h"
#include "ui/common/statedelegate.h"
#include "ui/common/tableview.h"
#include "ui/common/textdelegate.h"
#include "ui/common/wayline.h"
#include "ui/shell/mainwindow.h"
#include "ui/theme/casedifference.h"
#include "ui/theme/painting.h"
#include "ui/theme/statepainter.h"
#include "ui/theme/theme.h"
#include "ui/theme/themeswitch.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QCommandLineParser>
#include <QDir>
#include <QFocusFrame>
#include <QGridLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTabBar>
#include <QToolButton>

namespace reserve {
namespace {

class States final : public QWidget
{
public:
    States() { setFixedSize(px(680), px(160)); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const Meaning left[] = {Meaning::Accepted, Meaning::Tentative, Meaning::Declined, Meaning::Cancelled};
        const Meaning right[] = {Meaning::InExchange, Meaning::Queued, Meaning::Failed, Meaning::OnlyHere};
        for (int row = 0; row < 4; ++row) {
            paintRow(&painter, 0, row, left[row], std::nullopt);
            paintRow(&painter, px(316), row, Meaning::Accepted, right[row]);
        }
        paintPortrait(&painter, QRect(0, px(122), px(24), px(24)), {}, Meaning::Retired);
        paintState(&painter, QRect(px(102), px(122), px(200), px(24)), Meaning::Retired, Form::Inline);
        paintPortrait(&painter, QRect(px(36), px(122), px(24), px(24)), {}, Meaning::ExternalContact);
        paintPortrait(&painter, QRect(px(70), px(122), px(24), px(24)), QStringLiteral("NA"), Meaning::Accepted);
        const QString mailbox = QStringLiteral("CR2@reserve.MyCompany.com");
        const QRect address(px(316), px(118), px(220), px(30));
        paintCaseDifference(&painter, address, mailbox,
                            caseDifferences(mailbox, QStringLiteral("CR2@reserve.mycompany.com")));
        paintState(&painter, QRect(px(536), px(122), px(140), px(22)), Meaning::DiffersInCase, Form::Pill);
    }

private:
    static void paintRow(QPainter* painter, int x, int row, Meaning answer, std::optional<Meaning> exchange)
    {
        ReservationBlock block;
        block.rect = QRect(x, row * px(30), px(92), px(25));
        block.answer = answer;
        block.exchange = exchange;
        block.title = QStringLiteral("Review");
        paintReservationBlock(painter, block);
        paintState(painter, QRect(x + px(102), row * px(30), px(200), px(25)), exchange.value_or(answer), Form::Inline);
    }
};

class Blocks final : public QWidget
{
public:
    Blocks() { setFixedSize(px(680), px(96)); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        struct Sample
        {
            Meaning answer;
            std::optional<Meaning> exchange;
            const char* title;
            const char* person;
        };
        const Sample samples[] = {
            {Meaning::Accepted, Meaning::InExchange, "Week planning", "Mira Castellan"},
            {Meaning::Tentative, {}, "Candidate interview", "Leila Haddad"},
            {Meaning::Declined, {}, "Outside pitch", "Busy until 11:00"},
            {Meaning::Cancelled, {}, "Visitor welcome", "Cancelled by organizer"},
            {Meaning::Accepted, Meaning::Queued, "Safety training", "nour.abbas@mycompany.com"},
            {Meaning::Accepted, Meaning::Failed, "Purchasing board", "Exchange not told"},
        };
        int x = 4;
        for (const Sample& sample : samples) {
            ReservationBlock block;
            block.rect = QRect(x, 5, px(106), px(84));
            block.answer = sample.answer;
            block.exchange = sample.exchange;
            block.title = QLatin1String(sample.title);
            block.time = QStringLiteral("09:30 – 11:30");
            block.person = QLatin1String(sample.person);
            block.series = true;
            block.selected = x == 4;
            block.direction = layoutDirection();
            paintReservationBlock(&painter, block);
            x += px(113);
        }
    }
};

class Icons final : public QWidget
{
public:
    Icons() { setFixedSize(px(680), px(104)); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        for (int index = 0; index < iconCount; ++index) {
            const QRect place((index % 24) * px(28), (index / 24) * px(34), px(20), px(20));
            paintIcon(&painter, place, Icon(index), Theme::current().text2, layoutDirection());
        }
    }
};

QWidget* buttonRow()
{
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 3, 0, 3);
    const auto add = [layout](const QString& text, Look look) {
        auto* button = new QPushButton(text);
        setLook(button, look);
        layout->addWidget(button);
        return button;
    };
    add(QStringLiteral("Apply"), Look::Primary);
    add(QStringLiteral("Revert"), Look::Plain);
    add(QStringLiteral("Show changes"), Look::Quiet);
    QPushButton* follow = add(QStringLiteral("Follow"), Look::Plain);
    follow->setIcon(icon(Icon::ActFollow));
    follow->setCheckable(true);
    follow->setChecked(true);
    add(QStringLiteral("Test connection"), Look::Plain)->setObjectName(QStringLiteral("focused"));
    add(QStringLiteral("Edit selected"), Look::Plain)->setEnabled(false);
    add(QStringLiteral("Cancel it"), Look::Danger);
    layout->addStretch(1);
    return row;
}

QWidget* fieldRow()
{
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(u(1));
    auto* plain = new FormField(QStringLiteral("NTLM Domain"), new QLineEdit(QStringLiteral("MYCOMPANY")));
    plain->setHint(QStringLiteral("No slashes are needed here."));
    auto* warning = new FormField(QStringLiteral("Exchange Mailbox"),
                                  new QLineEdit(QStringLiteral("hall@reserve.mycompany.com")));
    warning->setFinding(Meaning::Warning, QStringLiteral("No space uses this domain."));
    warning->setChanged(true);
    auto* failed
        = new FormField(QStringLiteral("Default Reserve User Email"), new QLineEdit(QStringLiteral("frontdesk@")));
    failed->setFinding(Meaning::Failed, QStringLiteral("The part after @ is missing."));
    for (FormField* field : {plain, warning, failed})
        layout->addWidget(field, 1, Qt::AlignTop);
    return row;
}

QWidget* choiceRow()
{
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 3, 0, 3);
    auto* combo = new QComboBox;
    combo->addItems({QStringLiteral("Europe/Berlin"), QStringLiteral("Europe/Madrid")});
    auto* spin = new QSpinBox;
    spin->setValue(5);
    spin->setSuffix(QStringLiteral(" min"));
    auto* check = new QCheckBox(QStringLiteral("NTLM Authentication?"));
    check->setChecked(true);
    auto* toggle = new SegmentedSwitch(QStringLiteral("View"));
    int id = 0;
    for (const char* text : {"Day", "Week", "Month"})
        toggle->addChoice(id++, QLatin1String(text));
    toggle->setCurrent(1);
    layout->addWidget(combo);
    layout->addWidget(spin);
    layout->addWidget(check);
    layout->addWidget(new QRadioButton(QStringLiteral("Anonymous")));
    layout->addWidget(toggle);
    auto* previous = new QToolButton;
    previous->setIcon(icon(Icon::NavPrevious));
    layout->addWidget(previous);
    layout->addStretch(1);
    return row;
}

QList<WayStation> stations()
{
    using State = WayStation::State;
    QList<WayStation> result;
    const std::pair<const char*, State> samples[]
        = {{"Done", State::Done},       {"Working", State::Working}, {"Waiting", State::Waiting},
           {"Differs", State::Differs}, {"Failed", State::Failed},   {"Not yet", State::NotYet}};
    for (const auto& [name, state] : samples)
        result.append({QLatin1String(name), state});
    return result;
}

QList<WayStation> wholeWay()
{
    using namespace std::chrono_literals;
    QList<WayStation> result;
    for (const QString& name : WayLine::stationNames())
        result.append(
            {name, WayStation::State::Done, QStringLiteral("10:43:17.131"), QStringLiteral("Europe/Berlin"), {}, 27ms});
    result[7].state = WayStation::State::Waiting;
    result[6].wait = QStringLiteral("asked to wait 30 s");
    result[8].state = WayStation::State::NotYet;
    result[8].duration.reset();
    return result;
}

QWidget* makeSheet()
{
    auto* sheet = new QWidget;
    auto* layout = new QVBoxLayout(sheet);
    layout->setContentsMargins(u(6), u(3), u(6), u(3));
    layout->setSpacing(u(2));
    layout->addWidget(new States);
    layout->addWidget(new Blocks);
    layout->addWidget(buttonRow());
    layout->addWidget(choiceRow());
    layout->addWidget(fieldRow());
    const std::tuple<Meaning, const char*, const char*> banners[]
        = {{Meaning::Information, "Practice Exchange is on. No real mail is sent.", "Switch off"},
           {Meaning::Warning, "Exchange has been away since 10:42. Reserving goes on, 3 answers wait.", "Show"},
           {Meaning::Failed, "The agent cannot listen: port 8025 is held by smtpd.", "Use another port"}};
    for (const auto& [meaning, sentence, action] : banners) {
        auto* banner = new Banner;
        banner->say(meaning, QLatin1String(sentence), QLatin1String(action));
        layout->addWidget(banner);
    }
    auto* chips = new ChipBar;
    chips->setAllKey(QStringLiteral("all"));
    chips->setChips({{QStringLiteral("all"), QStringLiteral("All"), 14, {}, {}},
                     {QStringLiteral("mapped"), QStringLiteral("Mapped"), 10, {}, {}},
                     {QStringLiteral("none"), QStringLiteral("Unmapped"), 0, {}, {}},
                     {QStringLiteral("case"), QStringLiteral("Differs only in case"), 1, Meaning::DiffersInCase, {}},
                     {QStringLiteral("twice"), QStringLiteral("Duplicate"), 2, Meaning::Failed, Icon::StateDouble}});
    layout->addWidget(chips);
    auto* small = new WayLine(WayLine::Shape::Small);
    small->setStations(stations());
    layout->addWidget(small);
    auto* large = new WayLine(WayLine::Shape::Large);
    large->setStations(wholeWay());
    layout->addWidget(large);
    auto* card = new Card(QStringLiteral("Comparing 14 rooms"));
    auto* progress = new QProgressBar;
    progress->setRange(0, 14);
    progress->setValue(9);
    progress->setTextVisible(false);
    card->body()->addWidget(progress);
    card->body()->addWidget(new Label(QStringLiteral("About 20 seconds left"), Type::Caption, Ink::Hint));
    layout->addWidget(card);
    auto* empty = new EmptyState(EmptyState::Drawing::Messages);
    empty->setTexts(
        QStringLiteral("No message has arrived yet"),
        QStringLiteral(
            "The agent listens on 127.0.0.1:8025. Send a test meeting, or let us check the way from Exchange."));
    empty->setPrimary(QStringLiteral("Send a test meeting"), Icon::ActSend);
    empty->setPlain(QStringLiteral("Check question 1"));
    layout->addWidget(empty);
    layout->addWidget(new Icons);
    auto* bar = new ChangesBar;
    bar->setCount(3);
    bar->setRemark(QStringLiteral("The agent still runs with the old values. Saved as a draft 2 s ago."));
    layout->addWidget(bar);
    return sheet;
}

class SamplePage final : public Page
{
public:
    SamplePage()
        : Page(QStringLiteral("Monitor"))
    {
        auto* follow = new QPushButton(icon(Icon::ActFollow), QStringLiteral("Follow"));
        follow->setCheckable(true);
        follow->setChecked(true);
        head()->addControl(follow);
        auto* search = new SearchField(QStringLiteral("Filter messages"));
        search->setKeyHint(QStringLiteral("/"));
        head()->addControl(search, 1);
        head()->addAction(new QPushButton(icon(Icon::ActCopy), QStringLiteral("Copy")));
        head()->addAction(new QPushButton(icon(Icon::ActExport), QStringLiteral("Export")));
        auto* tabs = new QTabBar;
        tabs->setDrawBase(true);
        tabs->setExpanding(false);
        for (const char* text : {"Messages\t2,184", "Sessions\t391", "Outbox\t3"})
            tabs->addTab(QLatin1String(text));
        body()->addWidget(tabs);
        auto* row = new QHBoxLayout;
        row->setSpacing(0);
        row->addWidget(makeTable(), 1);
        auto* side = new Surface(Surface::Ground::Surface);
        side->setHairlines(Qt::LeftEdge);
        auto* column = new QVBoxLayout(side);
        auto* way = new WayLine(WayLine::Shape::Vertical);
        way->setStations(wholeWay());
        column->addWidget(way);
        column->addStretch(1);
        row->addWidget(side);
        body()->addLayout(row, 1);
    }

private:
    QWidget* makeTable()
    {
        auto* model = new QStandardItemModel(40, 4, this);
        model->setHorizontalHeaderLabels(
            {QStringLiteral("Time"), QStringLiteral("From"), QStringLiteral("Subject"), QStringLiteral("Answer")});
        for (int row = 0; row < model->rowCount(); ++row) {
            const QStringList texts{QStringLiteral("10:47:12.4"), QStringLiteral("ines.duarte@mycompany.com"),
                                    QStringLiteral("Press briefing")};
            for (int column = 0; column < texts.size(); ++column)
                model->setItem(row, column, new QStandardItem(texts.at(column)));
        }
        auto* table = new TableView(QStringLiteral("Messages"), design::monitorRow);
        table->setModel(model);
        table->setItemDelegateForColumn(0, new TextDelegate(Type::Fixed, Ink::Secondary, table));
        table->setItemDelegateForColumn(1, new TextDelegate(Type::Body, Ink::Text, table));
        table->setItemDelegateForColumn(2, new TextDelegate(Type::Name, Ink::Text, table));
        table->setItemDelegateForColumn(3,
                                        new StateDelegate(
                                            [](const QModelIndex& index) {
                                                const Meaning all[] = {Meaning::Accepted, Meaning::Tentative,
                                                                       Meaning::Declined, Meaning::DiffersInCase};
                                                return StateCell{all[index.row() % 4], {}, {}};
                                            },
                                            table));
        table->setColumnCharacters({12, 28, 0, 20});
        table->horizontalHeader()->setSortIndicatorShown(true);
        table->horizontalHeader()->setSortIndicator(0, Qt::DescendingOrder);
        table->selectRow(3);
        return table;
    }
};

class ChangedPage final : public Page
{
public:
    ChangedPage()
        : Page(QStringLiteral("Exchange Admin"))
    {
        setChanges(3);
    }
};

StripStatus sampleStatus()
{
    return {AgentSign::Listening,
            {},
            QStringLiteral("127.0.0.1:8025"),
            0,
            3,
            QStringLiteral("4 min"),
            QStringLiteral("10:52"),
            QStringLiteral("This desk (SQLite), 1.2 GB"),
            QStringLiteral("Europe/Berlin"),
            QStringLiteral("10:47"),
            {}};
}

void save(QWidget* widget, const QString& folder, const QString& name)
{
    widget->grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
}

} // namespace
} // namespace reserve

int main(int argc, char** argv)
{
    using namespace reserve;
    QApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption dark(QStringLiteral("dark"), QStringLiteral("Start in the dark look."));
    const QCommandLineOption mirrored(QStringLiteral("right-to-left"), QStringLiteral("Mirror everything."));
    const QCommandLineOption folder(QStringLiteral("save"), QStringLiteral("Write pictures and leave."),
                                    QStringLiteral("folder"));
    parser.addHelpOption();
    parser.addOptions({dark, mirrored, folder});
    parser.process(application);

    ThemeSwitch themeSwitch(application);
    themeSwitch.setAppearance(parser.isSet(dark) ? Appearance::Dark : Appearance::Light);
    if (parser.isSet(mirrored))
        QApplication::setLayoutDirection(Qt::RightToLeft);

    std::unique_ptr<QWidget> sheet(makeSheet());
    MainWindow window(themeSwitch);
    window.setSiteName(QStringLiteral("Northgate Campus"));
    window.addPage(PageId::Monitor, new SamplePage);
    window.addPage(PageId::ExchangeAdmin, new ChangedPage);
    window.setStatus(sampleStatus());
    sheet->resize(px(730), px(1140));
    sheet->show();
    window.show();
    if (auto* focused = sheet->findChild<QPushButton*>(QStringLiteral("focused")))
        focused->setFocus(Qt::TabFocusReason);
    if (!parser.isSet(folder))
        return QApplication::exec();

    QApplication::processEvents();
    const QString where = parser.value(folder);
    save(sheet.get(), where, QStringLiteral("sheet"));
    save(&window, where, QStringLiteral("window"));
    window.resize(1024, 700);
    QApplication::processEvents();
    save(&window, where, QStringLiteral("window-small"));
    return 0;
}
