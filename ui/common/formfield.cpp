// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/common/formfield.h"

#include "ui/common/findingmark.h"
#include "ui/common/label.h"
#include "ui/theme/metrics.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QPainter>
#include <QRadioButton>
#include <QVBoxLayout>
#include <QWheelEvent>

namespace reserve {
namespace {

constexpr int markerWidth = 3;
constexpr int markerGap = 11;
constexpr int focusRing = 4;
constexpr int besideBox = 24; // finding and hint of a check box stand under its text

bool carriesLabel(const QWidget* field)
{
    return qobject_cast<const QCheckBox*>(field) || qobject_cast<const QRadioButton*>(field);
}

// "changed": a small tag after the label.
class ChangedTag final : public QWidget
{
public:
    ChangedTag()
    {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        setAccessibleName(FormField::tr("changed"));
    }

    QSize sizeHint() const override
    {
        const QFontMetrics metrics(typeface(Type::Caption));
        return {metrics.horizontalAdvance(FormField::tr("changed")) + 2 * px(7), metrics.height() + px(2)};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const MeaningColors& colors = Theme::current().of(Meaning::Tentative);
        QPainter painter(this);
        paintPanel(&painter, rect(), px(design::boxRadius), colors.wash);
        paintText(&painter, rect(), FormField::tr("changed"), typeface(Type::Caption), colors.ink, layoutDirection(),
                  Qt::AlignCenter);
    }
};

} // namespace

int FormField::leadingRoom()
{
    return px(markerGap + markerWidth);
}

int FormField::trailingRoom()
{
    return px(focusRing);
}

QLayout* FormField::inLine(QWidget* widget)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addSpacing(leadingRoom());
    row->addWidget(widget, 1);
    row->addSpacing(trailingRoom());
    return row;
}

FormField::FormField(const QString& label, QWidget* field, QWidget* parent)
    : QWidget(parent)
    , m_label(label)
    , m_field(field)
    , m_tag(new ChangedTag)
    , m_findingRow(new QWidget)
    , m_findingMark(new FindingMark)
    , m_findingText(Label::paragraph({}))
    , m_hint(Label::paragraph({}, Ink::Hint))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto* outer = new QHBoxLayout(this);
    outer->setContentsMargins({});
    outer->setSpacing(0);
    outer->addSpacing(leadingRoom());
    auto* layout = new QVBoxLayout;
    layout->setSpacing(u(1));
    outer->addLayout(layout, 1);
    outer->addSpacing(trailingRoom());

    auto* top = new QHBoxLayout;
    top->setSpacing(u(2));
    const bool box = carriesLabel(field);
    if (box) {
        top->addWidget(field);
    } else {
        m_labelView = new Label(label, Type::Body);
        m_labelView->setBuddy(field);
        top->addWidget(m_labelView);
    }
    top->addWidget(m_tag);
    top->addStretch(1);
    layout->addLayout(top);
    if (!box)
        layout->addWidget(field);

    auto* finding = new QHBoxLayout(m_findingRow);
    finding->setContentsMargins({});
    finding->setSpacing(0);
    finding->addSpacing(box ? px(besideBox) : 0);
    finding->addWidget(m_findingMark, 0, Qt::AlignTop);
    finding->addSpacing(px(5));
    finding->addWidget(m_findingText, 1);
    m_findingText->setType(Type::Caption);
    layout->addWidget(m_findingRow);

    m_hint->setType(Type::Caption);
    auto* hint = new QHBoxLayout;
    hint->setSpacing(0);
    hint->addSpacing(box ? px(besideBox) : 0);
    hint->addWidget(m_hint, 1);
    layout->addLayout(hint);

    m_tag->hide();
    m_findingRow->hide();
    m_hint->hide();
    field->setAccessibleName(label);
    // Only where it is needed: a field of several parts would hand a policy of its own down to its focus proxy.
    if (field->focusPolicy() == Qt::WheelFocus)
        field->setFocusPolicy(Qt::StrongFocus);
    field->installEventFilter(this);
}

int FormField::labelRoom() const
{
    return m_labelView ? m_labelView->sizeHint().height() + u(1) : 0;
}

void FormField::setHint(const QString& hint)
{
    m_hintText = hint;
    updateDescription();
}

void FormField::setFinding(Meaning meaning, const QString& sentence)
{
    m_findingMeaning = sentence.isEmpty() ? Meaning::NotApplicable : meaning;
    m_findingMark->setMeaning(meaning);
    m_findingText->setText(sentence);
    m_findingText->setMeaning(meaning);
    m_findingRow->setVisible(!sentence.isEmpty());
    setFieldState(m_field,
                  m_findingMeaning == Meaning::Failed        ? FieldState::Failed
                      : m_findingMeaning == Meaning::Warning ? FieldState::Warning
                                                             : FieldState::Normal);
    updateDescription();
}

void FormField::clearFinding()
{
    setFinding(Meaning::NotApplicable, {});
}

void FormField::setChanged(bool changed)
{
    m_changed = changed;
    m_tag->setVisible(changed);
    updateDescription();
    update();
}

void FormField::setOff(const QString& reason)
{
    m_reason = reason;
    m_field->setEnabled(reason.isEmpty());
    m_field->setToolTip(reason);
    if (m_labelView)
        m_labelView->setInk(reason.isEmpty() ? Ink::Text : Ink::Hint);
    updateDescription();
}

void FormField::updateDescription()
{
    const QString hint = m_reason.isEmpty() ? m_hintText : m_reason;
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    QStringList parts;
    if (m_changed)
        parts << tr("changed");
    parts << m_findingText->text() << hint;
    parts.removeAll(QString());
    m_field->setAccessibleDescription(parts.join(u' '));
}

void FormField::paintEvent(QPaintEvent*)
{
    if (!m_changed)
        return;
    QPainter painter(this);
    paintPanel(&painter, leadingSlice(rect(), px(markerWidth), layoutDirection()), px(1),
               Theme::current().of(Meaning::Tentative).edge);
}

bool FormField::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_field && event->type() == QEvent::Wheel && !m_field->hasFocus()) {
        event->ignore(); // scrolls the form instead
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

FormSection::FormSection(const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, u(5), 0, u(5));
    m_layout->setSpacing(u(3));
    auto* heading = new QHBoxLayout;
    heading->setSpacing(0);
    heading->addSpacing(px(markerGap + markerWidth));
    heading->addWidget(new Label(title, Type::Section), 1);
    m_layout->addLayout(heading);
    setAccessibleName(title);
}

void FormSection::setFirst(bool first)
{
    m_first = first;
    m_layout->setContentsMargins(0, first ? 0 : u(5), 0, u(5));
    update();
}

void FormSection::addField(QWidget* field)
{
    m_layout->addWidget(field);
}

void FormSection::addRow(const QList<QWidget*>& fields)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    for (QWidget* field : fields)
        row->addWidget(field, 1, Qt::AlignTop);
    m_layout->addLayout(row);
}

void FormSection::paintEvent(QPaintEvent*)
{
    if (m_first)
        return;
    QPainter painter(this);
    const QRectF inner = withoutLeading(rect(), px(markerGap + markerWidth), layoutDirection());
    paintHairline(&painter, inner.topLeft(), inner.topRight(), Theme::current().line);
}

} // namespace reserve
