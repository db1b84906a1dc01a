// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/composing/noticesamples.h"
#include "models/items/noticesubjects.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QPlainTextEdit;
QT_END_NAMESPACE

namespace reserve {

class Label;

// A mail as its reader would have it, with a sample or with a reservation that is there. What it shows is
// text, whatever it holds (B4).
class NoticePane final : public QWidget
{
    Q_OBJECT

public:
    explicit NoticePane(QWidget* parent = nullptr);

    // `zone`: of spaces that name none.
    void setSurroundings(const QByteArray& zone, const QString& site);
    void setSubjects(const QList<NoticeSubject>& subjects);
    void present(NoticeKind kind, const QString& language, const NoticeText& text, bool isSound);

    QComboBox* choice() const { return m_choice; }
    QString shownSubject() const;
    QString shownText() const;

private:
    void refresh();
    Announcement about() const;

    QComboBox* m_choice;
    Label* m_subject;
    QPlainTextEdit* m_text;
    Label* m_file;
    Label* m_remark;
    QList<NoticeSubject> m_subjects;
    QByteArray m_zone;
    QString m_site;
    NoticeKind m_kind = NoticeKind::Accepted;
    QString m_language;
    NoticeText m_template;
    bool m_isSound = true;
};

} // namespace reserve
