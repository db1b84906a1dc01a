// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/calendar/statelegend.h"

#include "ui/theme/metrics.h"
#include "ui/theme/painting.h"
#include "ui/theme/statepainter.h"
#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QStyle>

#include <cmath>
#include <numeric>

namespace reserve {

namespace {

constexpr int swatchWidth = 26;
constexpr int swatchHeight = 16;

// Rounded up: a word with less than its width is cut, even by a part of a pixel.
int wholeWidth(Type type, const QString& text)
{
    return int(std::ceil(QFontMetricsF(typeface(type)).horizontalAdvance(text)));
}

} // namespace

StateLegend::StateLegend(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setCount(0);
}

void StateLegend::setCount(int reservations, const QSet<Meaning>& present)
{
    m_count = reservations;
    m_present = present;
    QStringList names;
    for (const Entry& entry : entries(true))
        names.append(entry.meaning < 0 ? entry.heading : stateWord(Meaning(entry.meaning)));
    names.append(countText());
    setAccessibleName(names.join(tr(", ", "between the parts of an accessible name")));
    update();
}

QString StateLegend::countText() const
{
    return m_count == 1 ? tr("1 reservation") : tr("%n reservations", nullptr, m_count);
}

QSize StateLegend::sizeHint() const
{
    return {px(600), px(design::pageFoot)};
}

QSize StateLegend::minimumSizeHint() const
{
    return {0, px(design::pageFoot)};
}

QList<StateLegend::Entry> StateLegend::entries(bool withHeadings) const
{
    QList<Entry> all;
    if (withHeadings)
        all.append({tr("The room answered"), -1, false});
    for (const Meaning meaning : {Meaning::Accepted, Meaning::Tentative, Meaning::Declined, Meaning::Cancelled})
        all.append({QString(), int(meaning), false});
    for (const Meaning meaning : {Meaning::Pending, Meaning::KeptForMove}) {
        if (m_present.contains(meaning))
            all.append({QString(), int(meaning), false});
    }
    if (withHeadings)
        all.append({tr("Exchange knows"), -1, true});
    for (const Meaning meaning :
         {Meaning::InExchange, Meaning::AnsweredByMail, Meaning::Queued, Meaning::Failed, Meaning::OnlyHere})
        all.append({QString(), int(meaning), true});
    return all;
}

int StateLegend::entryWidth(const Entry& entry) const
{
    if (entry.meaning < 0)
        return wholeWidth(Type::CaptionStrong, entry.heading);
    return px(swatchWidth) + u(1.5) + wholeWidth(Type::Caption, stateWord(Meaning(entry.meaning)));
}

int StateLegend::widthOf(const QList<Entry>& entries, int gap) const
{
    return std::accumulate(entries.cbegin(), entries.cend(), 0,
                           [this, gap](int sum, const Entry& entry) { return sum + entryWidth(entry) + gap; });
}

void StateLegend::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    const Theme& theme = Theme::current();
    const int margin = px(design::pageMargin);
    const QString count = countText();
    const int countWidth = wholeWidth(Type::Caption, count) + u(1);
    const QRect all = rect().adjusted(margin, 0, -margin, 0);
    const bool roomy = widthOf(entries(true), u(4)) + countWidth <= all.width();
    QList<Entry> shown = entries(roomy);
    const int gap = widthOf(shown, u(4)) <= all.width() ? u(4) : u(2);
    if (!m_present.isEmpty() && widthOf(shown, gap) > all.width())
        shown.removeIf([this](const Entry& entry) { return !m_present.contains(Meaning(entry.meaning)); });
    int room = all.width();
    if (widthOf(shown, gap) + countWidth <= all.width()) {
        paintText(&painter, all, count, typeface(Type::Caption), theme.text2, layoutDirection(),
                  Qt::AlignTrailing | Qt::AlignVCenter);
        room -= countWidth;
    }
    int left = all.left();
    for (const Entry& entry : shown) {
        const int width = entryWidth(entry);
        if (left + width > all.left() + room)
            break;
        paintEntry(&painter, entry, QStyle::visualRect(layoutDirection(), rect(), QRect(left, 0, width, height())));
        left += width + gap;
    }
}

void StateLegend::paintEntry(QPainter* painter, const Entry& entry, const QRect& place) const
{
    const Theme& theme = Theme::current();
    if (entry.meaning < 0) {
        paintText(painter, place, entry.heading, typeface(Type::CaptionStrong), theme.text2, layoutDirection());
        return;
    }
    const auto meaning = Meaning(entry.meaning);
    QRect swatch = leadingSlice(place, px(swatchWidth), layoutDirection()).toRect();
    swatch.setTop(place.center().y() - px(swatchHeight) / 2);
    swatch.setHeight(px(swatchHeight));
    ReservationBlock block;
    block.rect = swatch;
    block.answer = entry.isExchange ? Meaning::Accepted : meaning;
    if (entry.isExchange)
        block.exchange = meaning;
    block.direction = layoutDirection();
    paintReservationBlock(painter, block);
    paintText(painter, withoutLeading(place, px(swatchWidth) + u(1.5), layoutDirection()), stateWord(meaning),
              typeface(Type::Caption), theme.text2, layoutDirection());
}

} // namespace reserve
