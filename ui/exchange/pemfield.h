// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QPlainTextEdit;
class QPushButton;
QT_END_NAMESPACE

namespace reserve {

class Label;
class Prompt;

// Certificates as PEM text, pasted or taken from a file, with what each says of itself below. A private key that comes
// with them is taken out at once: it is a secret, and what stands here goes into the store and into drafts.
class PemField final : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY edited USER true)

public:
    PemField(Prompt& prompt, const QString& label, QWidget* parent = nullptr);

    QString text() const;
    // Not an edit.
    void setText(const QString& text);
    QPushButton* fileButton() const { return m_choose; }

Q_SIGNALS:
    // By a person.
    void edited();
    // What was wrong with a file or with what was pasted.
    void troubled(const QString& sentence);

protected:
    void changeEvent(QEvent* event) override;

private:
    void takeText();
    void chooseFile();
    void showFacts();

    Prompt& m_prompt;
    QPlainTextEdit* m_edit;
    QPushButton* m_choose;
    QPushButton* m_clear;
    Label* m_facts;
};

} // namespace reserve
