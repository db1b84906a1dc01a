// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/theme/theme.h"

namespace reserve {
namespace {

constexpr QRgb rgb(unsigned value)
{
    return 0xFF000000U | value;
}

MeaningColors colors(unsigned ink, unsigned edge, unsigned wash)
{
    return {QColor(rgb(ink)), QColor(rgb(edge)), QColor(rgb(wash))};
}

MeaningColors& slot(Theme& theme, Meaning meaning)
{
    return theme.meanings[std::size_t(meaning)];
}

// Meanings that borrow: only the icon and the word differ.
void deriveMeanings(Theme& theme)
{
    slot(theme, Meaning::OnlyHere) = theme.of(Meaning::Accepted);
    slot(theme, Meaning::Pending) = theme.of(Meaning::Tentative);
    slot(theme, Meaning::AnsweredByMail) = theme.of(Meaning::InExchange);
    slot(theme, Meaning::KeptForMove)
        = {theme.of(Meaning::Tentative).ink, theme.of(Meaning::Tentative).edge, theme.surface};
    slot(theme, Meaning::Good) = theme.of(Meaning::Accepted);
    slot(theme, Meaning::Warning) = theme.of(Meaning::Tentative);
    slot(theme, Meaning::Information) = theme.of(Meaning::ExternalContact);
    slot(theme, Meaning::Unknown) = {theme.text2, theme.control, theme.alt};
    slot(theme, Meaning::NotApplicable) = {theme.text3, theme.control, theme.alt};
}

void setBadges(Theme& theme)
{
    theme.badgeProblem = QColor(rgb(0xFFB5A8));
    theme.onBadgeProblem = QColor(rgb(0x4A1109));
    theme.badgeChanges = QColor(rgb(0xF1C574));
    theme.onBadgeChanges = QColor(rgb(0x3B2600));
}

Theme makeLight()
{
    Theme theme;
    theme.kind = Theme::Kind::Light;
    theme.window = QColor(rgb(0xF1F3F0));
    theme.surface = QColor(rgb(0xFFFFFF));
    theme.raised = QColor(rgb(0xFFFFFF));
    theme.alt = QColor(rgb(0xF7F8F6));
    theme.sunken = QColor(rgb(0xE8EBE7));
    theme.line = QColor(rgb(0xD8DDD8));
    theme.control = QColor(rgb(0x7B8783));
    theme.text = QColor(rgb(0x17211F));
    theme.text2 = QColor(rgb(0x46534F));
    theme.text3 = QColor(rgb(0x5A6763));
    theme.accent = QColor(rgb(0x0A6A62));
    theme.accentHover = QColor(rgb(0x08574F));
    theme.onAccent = QColor(rgb(0xFFFFFF));
    theme.wash = QColor(rgb(0xDBEDE9));
    theme.washInk = QColor(rgb(0x07504A));
    theme.focus = QColor(rgb(0x2B50D8));
    theme.now = QColor(rgb(0x17211F));
    theme.onNow = QColor(rgb(0xFFFFFF));
    theme.tip = QColor(rgb(0x1D2A28));
    theme.onTip = QColor(rgb(0xF1F5F3));
    theme.rail = QColor(rgb(0x14302D));
    theme.railText = QColor(rgb(0xC9DBD6));
    theme.railTitle = QColor(rgb(0xFFFFFF));
    theme.railQuiet = QColor(rgb(0x9DB8B2));
    theme.railOn = QColor(rgb(0x234B46));
    theme.railOnText = QColor(rgb(0xFFFFFF));
    theme.railMark = QColor(rgb(0x74D3C2));
    theme.setUpMargin = QColor(rgb(0x91C3BF));
    theme.closed = QColor(rgb(0xEEF0ED));
    theme.hatch = QColor(rgb(0xE8CF9D));
    setBadges(theme);

    slot(theme, Meaning::Accepted) = colors(0x075E56, 0x0A7A70, 0xD6ECE7);
    slot(theme, Meaning::Tentative) = colors(0x744700, 0xA96C00, 0xFAEBC9);
    slot(theme, Meaning::Declined) = colors(0x79384F, 0x9C5169, 0xF5E5EA);
    slot(theme, Meaning::Cancelled) = colors(0x525E5A, 0x7B8783, 0xECEEEC);
    slot(theme, Meaning::InExchange) = colors(0x1B5470, 0x34779A, 0xDDEBF2);
    slot(theme, Meaning::Queued) = colors(0x40419A, 0x6062C6, 0xE6E6F8);
    slot(theme, Meaning::Failed) = colors(0xA11E0E, 0xC8381F, 0xFCE4DE);
    slot(theme, Meaning::DiffersInCase) = colors(0x85288A, 0xA84BAB, 0xF6E4F7);
    slot(theme, Meaning::ExternalContact) = colors(0x1C529F, 0x3F75C4, 0xE1EBFA);
    slot(theme, Meaning::Retired) = colors(0x5D564A, 0x857C6D, 0xEEEBE4);
    deriveMeanings(theme);

    const std::array<unsigned, 6> heat{0xE8EBE7, 0xD6ECE7, 0xA9D6CE, 0x78BDB3, 0x4A9F95, 0x0A6A62};
    for (std::size_t step = 0; step < heat.size(); ++step) {
        theme.heat[step] = QColor(rgb(heat[step]));
        theme.onHeat[step] = step == heat.size() - 1 ? theme.onAccent : theme.text;
    }
    return theme;
}

Theme makeDark()
{
    Theme theme;
    theme.kind = Theme::Kind::Dark;
    theme.window = QColor(rgb(0x111716));
    theme.surface = QColor(rgb(0x19211F));
    theme.raised = QColor(rgb(0x212B29));
    theme.alt = QColor(rgb(0x1D2624));
    theme.sunken = QColor(rgb(0x0D1211));
    theme.line = QColor(rgb(0x2C3735));
    theme.control = QColor(rgb(0x74827E));
    theme.text = QColor(rgb(0xE7EDEB));
    theme.text2 = QColor(rgb(0xB5C1BD));
    theme.text3 = QColor(rgb(0x95A29E));
    theme.accent = QColor(rgb(0x5AC3B3));
    theme.accentHover = QColor(rgb(0x7AD5C7));
    theme.onAccent = QColor(rgb(0x06201D));
    theme.wash = QColor(rgb(0x1B3A36));
    theme.washInk = QColor(rgb(0x9BE3D7));
    theme.focus = QColor(rgb(0x9DB2FF));
    theme.now = QColor(rgb(0xF4F8F6));
    theme.onNow = QColor(rgb(0x111716));
    theme.tip = QColor(rgb(0xE7EDEB));
    theme.onTip = QColor(rgb(0x19211F));
    theme.rail = QColor(rgb(0x0A100F));
    theme.railText = QColor(rgb(0xB9C9C5));
    theme.railTitle = QColor(rgb(0xFFFFFF));
    theme.railQuiet = QColor(rgb(0x8CA39D));
    theme.railOn = QColor(rgb(0x1B302D));
    theme.railOnText = QColor(rgb(0xFFFFFF));
    theme.railMark = QColor(rgb(0x5AC3B3));
    theme.setUpMargin = QColor(rgb(0x2A5C54));
    theme.closed = QColor(rgb(0x101614));
    theme.hatch = QColor(rgb(0x564219));
    setBadges(theme);

    slot(theme, Meaning::Accepted) = colors(0x8FDDCE, 0x3FA594, 0x17382F);
    slot(theme, Meaning::Tentative) = colors(0xF1C574, 0xBF8B2E, 0x392D13);
    slot(theme, Meaning::Declined) = colors(0xE8AEC2, 0xB3708A, 0x39242C);
    slot(theme, Meaning::Cancelled) = colors(0xAAB5B1, 0x74807C, 0x262E2C);
    slot(theme, Meaning::InExchange) = colors(0xA0CEE6, 0x5596BA, 0x1A313D);
    slot(theme, Meaning::Queued) = colors(0xBDBEFB, 0x8184DE, 0x272848);
    slot(theme, Meaning::Failed) = colors(0xFFA598, 0xE2614F, 0x43211C);
    slot(theme, Meaning::DiffersInCase) = colors(0xE9ABEA, 0xBE70BF, 0x3A2239);
    slot(theme, Meaning::ExternalContact) = colors(0xA8C8FA, 0x6394DF, 0x1E2F4B);
    slot(theme, Meaning::Retired) = colors(0xC0B8A9, 0x8B8272, 0x2D2A24);
    deriveMeanings(theme);

    const std::array<unsigned, 6> heat{0x0D1211, 0x17382F, 0x1E4D44, 0x2A6B60, 0x5AB5A6, 0x9BE3D7};
    for (std::size_t step = 0; step < heat.size(); ++step) {
        theme.heat[step] = QColor(rgb(heat[step]));
        theme.onHeat[step] = step >= heat.size() - 2 ? theme.onAccent : theme.text;
    }
    return theme;
}

Theme& installed()
{
    static Theme theme = Theme::light();
    return theme;
}

} // namespace

const Theme& Theme::light()
{
    static const Theme theme = makeLight();
    return theme;
}

const Theme& Theme::dark()
{
    static const Theme theme = makeDark();
    return theme;
}

Theme Theme::highContrast(const QPalette& system)
{
    const QColor ground = system.color(QPalette::Active, QPalette::Base);
    const QColor ink = system.color(QPalette::Active, QPalette::WindowText);
    const QColor chosen = system.color(QPalette::Active, QPalette::Highlight);
    const QColor onChosen = system.color(QPalette::Active, QPalette::HighlightedText);

    Theme theme;
    theme.kind = Kind::HighContrast;
    theme.window = theme.surface = theme.raised = theme.alt = theme.sunken = ground;
    theme.line = theme.control = theme.text = theme.text2 = theme.text3 = ink;
    theme.accent = theme.accentHover = chosen;
    theme.onAccent = onChosen;
    theme.wash = chosen;
    theme.washInk = onChosen;
    theme.focus = theme.now = ink;
    theme.onNow = ground;
    theme.tip = system.color(QPalette::Active, QPalette::ToolTipBase);
    theme.onTip = system.color(QPalette::Active, QPalette::ToolTipText);
    theme.rail = ground;
    theme.railText = theme.railTitle = theme.railQuiet = theme.railMark = ink;
    theme.railOn = chosen;
    theme.railOnText = onChosen;
    theme.badgeProblem = theme.badgeChanges = ink;
    theme.onBadgeProblem = theme.onBadgeChanges = ground;
    theme.setUpMargin = theme.hatch = ink;
    theme.closed = ground;
    theme.meanings.fill({ink, ink, ground});
    theme.heat.fill(ground);
    theme.onHeat.fill(ink);
    theme.heat.back() = chosen;
    theme.onHeat.back() = onChosen;
    return theme;
}

QPalette Theme::palette() const
{
    QPalette result;
    const auto set = [&result](QPalette::ColorRole role, const QColor& color) { result.setColor(role, color); };
    set(QPalette::Window, window);
    set(QPalette::WindowText, text);
    set(QPalette::Base, surface);
    set(QPalette::AlternateBase, alt);
    set(QPalette::Text, text);
    set(QPalette::PlaceholderText, text3);
    set(QPalette::Button, surface);
    set(QPalette::ButtonText, text);
    set(QPalette::BrightText, of(Meaning::Failed).ink);
    set(QPalette::Highlight, wash);
    set(QPalette::HighlightedText, washInk);
    set(QPalette::Link, accent);
    set(QPalette::LinkVisited, accent);
    set(QPalette::ToolTipBase, tip);
    set(QPalette::ToolTipText, onTip);
    set(QPalette::Light, raised);
    set(QPalette::Midlight, alt);
    set(QPalette::Mid, line);
    set(QPalette::Dark, control);
    set(QPalette::Shadow, Qt::black);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        result.setColor(QPalette::Disabled, role, control);
    return result;
}

const Theme& Theme::current()
{
    return installed();
}

void Theme::setCurrent(const Theme& theme)
{
    installed() = theme;
}

} // namespace reserve
