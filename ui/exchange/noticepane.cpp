// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/exchange/noticepane.h"

#include "ui/common/card.h"
#include "ui/common/formfield.h"
#include "ui/common/label.h"
#include "ui/theme/metrics.h"

#include <QComboBox>
#include <QLocale>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace reserve {

namespace {

constexpr int sampleMeeting = -1;
constexpr int sampleOfSeries = -2;

QString nameOf(const NoticeSubject& subject)
{
    const QDateTime start = toDateTime(subject.reservation.time.start).toLocalTime();
    const QString title
        = subject.reservation.subject.isEmpty() ? subject.reservation.requesterEmail : subject.reservation.subject;
    return NoticePane::tr("%1, %2, %3").arg(subject.space.name, QLocale().toString(start, QLocale::ShortFormat), title);
}

} // namespace

NoticePane::NoticePane(QWidget* parent)
    : QWidget(parent)
    , m_choice(new QComboBox)
    , m_subject(Label::paragraph({}, Ink::Text))
    , m_text(new QPlainTextEdit)
    , m_file(Label::paragraph(tr("A calendar file is attached.")))
    , m_remark(Label::paragraph(tr("The text cannot be used yet. This shows it as far as it goes.")))
{
    m_choice->addItem(tr("A sample meeting"), sampleMeeting);
    m_choice->addItem(tr("A sample series"), sampleOfSeries);
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(12);
    m_subject->setType(Type::Name);
    m_subject->setAccessibleDescription(tr("Subject of the preview")); // its name is what it says
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->document()->setDocumentMargin(0);
    m_text->setAccessibleName(tr("Preview of the mail"));
    m_remark->setMeaning(Meaning::Warning);

    auto* card = new Card(tr("Preview"));
    card->body()->setSpacing(u(2));
    card->body()->addWidget(m_subject);
    card->body()->addWidget(m_text, 1);
    card->body()->addWidget(m_file);
    card->body()->addWidget(m_remark);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(u(3), u(4), u(4), u(4));
    layout->setSpacing(u(3));
    layout->addWidget(new FormField(tr("Shown with"), m_choice));
    layout->addLayout(FormField::inLine(card), 1);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &NoticePane::refresh);
}

void NoticePane::setSurroundings(const QByteArray& zone, const QString& site)
{
    m_zone = zone;
    m_site = site;
}

void NoticePane::setSubjects(const QList<NoticeSubject>& subjects)
{
    const QSignalBlocker quiet(m_choice);
    const int chosen = m_choice->currentIndex();
    const QString before = m_choice->currentText();
    m_subjects = subjects;
    while (m_choice->count() > 2)
        m_choice->removeItem(2);
    for (int at = 0; at < m_subjects.size(); ++at)
        m_choice->addItem(nameOf(m_subjects.at(at)), at);
    // A reservation that is gone gives way to the sample.
    m_choice->setCurrentIndex(chosen < 2 ? std::max(chosen, 0) : std::max(m_choice->findText(before), 0));
    refresh();
}

void NoticePane::present(NoticeKind kind, const QString& language, const NoticeText& text, bool isSound)
{
    m_kind = kind;
    m_language = language;
    m_template = text;
    m_isSound = isSound;
    refresh();
}

Announcement NoticePane::about() const
{
    const int at = m_choice->currentData().toInt();
    if (at == sampleOfSeries)
        return sampleSeries(m_kind, m_zone);
    if (at < 0 || at >= m_subjects.size())
        return sampleAnnouncement(m_kind, m_zone);
    const NoticeSubject& subject = m_subjects.at(at);
    const QByteArray zone = subject.space.timeZone.isEmpty() ? m_zone : subject.space.timeZone;
    return announcementAbout(m_kind, subject.reservation, subject.space, subject.person, zone);
}

void NoticePane::refresh()
{
    const NoticePreview preview = previewOf(m_kind, m_template, about(), m_language, m_site);
    m_subject->setText(preview.text.subject);
    if (m_text->toPlainText() != preview.text.body)
        m_text->setPlainText(preview.text.body);
    m_file->setVisible(preview.hasCalendarFile);
    m_remark->setVisible(!m_isSound);
    const bool isDigest = m_kind == NoticeKind::Digest;
    m_choice->setEnabled(!isDigest);
    m_choice->setToolTip(isDigest ? tr("A digest is about no single meeting") : QString());
}

QString NoticePane::shownSubject() const
{
    return m_subject->text();
}

QString NoticePane::shownText() const
{
    return m_text->toPlainText();
}

} // namespace reserve
