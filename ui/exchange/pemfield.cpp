// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/exchange/pemfield.h"

#include "models/items/filework.h"
#include "models/items/whenanswered.h"
#include "models/secrets/certificates.h"
#include "models/wording/wording.h"
#include "ui/common/label.h"
#include "ui/common/prompt.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace reserve {

namespace {

constexpr int shownLines = 3;

QString lineOf(const CertificateFacts& facts)
{
    const QString end = QLocale().toString(facts.validUntil, QLocale::ShortFormat);
    return facts.subject == facts.issuer || facts.issuer.isEmpty()
        ? PemField::tr("%1, valid until %2").arg(facts.subject, end)
        : PemField::tr("%1, issued by %2, valid until %3").arg(facts.subject, facts.issuer, end);
}

} // namespace

PemField::PemField(Prompt& prompt, const QString& label, QWidget* parent)
    : QWidget(parent)
    , m_prompt(prompt)
    , m_edit(new QPlainTextEdit)
    , m_choose(new QPushButton(icon(Icon::ActImport), tr("Choose file…")))
    , m_clear(new QPushButton(tr("Clear")))
    , m_facts(Label::paragraph({}, Ink::Secondary))
{
    m_edit->setTabChangesFocus(true);
    m_edit->setAccessibleName(label);
    m_choose->setAccessibleName(tr("Choose a file for %1").arg(label));
    m_clear->setAccessibleName(tr("Clear %1").arg(label));
    m_edit->setPlaceholderText(tr("Paste the PEM text here: -----BEGIN CERTIFICATE-----"));
    m_edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_facts->setType(Type::Caption);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_choose);
    buttons->addWidget(m_clear);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(u(1));
    layout->addWidget(m_edit);
    layout->addWidget(m_facts);
    layout->addLayout(buttons);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setFocusProxy(m_edit);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &PemField::takeText);
    connect(m_choose, &QPushButton::clicked, this, &PemField::chooseFile);
    connect(m_clear, &QPushButton::clicked, m_edit, &QPlainTextEdit::clear);
    showFacts();
}

QString PemField::text() const
{
    return m_edit->toPlainText();
}

void PemField::setText(const QString& text)
{
    if (text == this->text())
        return;
    const QSignalBlocker quiet(m_edit);
    m_edit->setPlainText(text);
    showFacts();
}

void PemField::takeText()
{
    const QString typed = text();
    const QString kept = withoutPrivateKeys(typed);
    if (kept != typed) {
        const QSignalBlocker quiet(m_edit);
        m_edit->setPlainText(kept.trimmed()); // with the history of what was typed
    }
    showFacts();
    Q_EMIT edited();
    if (kept != typed)
        Q_EMIT troubled(
            tr("The private key that stood with the certificate was taken out: it is a secret and has a field of "
               "its own."));
}

void PemField::chooseFile()
{
    m_prompt.openFile(this, {tr("Choose a certificate"), tr("Certificates (*.pem *.crt *.cer);;All files (*)"), {}},
                      [this](const QString& path) {
                          if (path.isEmpty())
                              return;
                          whenAnswered(readWholeFile(path), this, [this](const Result<QByteArray>& bytes) {
                              if (bytes)
                                  m_edit->setPlainText(QString::fromLatin1(*bytes).trimmed());
                              else
                                  Q_EMIT troubled(sentence(bytes.error()));
                          });
                      });
}

void PemField::showFacts()
{
    const auto certificates = readCertificates(text());
    QStringList lines;
    for (const CertificateFacts& facts : certificates.value_or(QList<CertificateFacts>())) {
        lines.append(lineOf(facts));
        lines.append(tr("SHA-256 %1").arg(facts.fingerprint));
        lines.append(tr("Thumbprint %1").arg(facts.thumbprint));
    }
    m_facts->setText(lines.join(QLatin1Char('\n')));
    m_facts->setVisible(!lines.isEmpty());
    m_clear->setEnabled(!text().isEmpty());
    // A font is known once the style is: asked here, after every change of look too.
    m_edit->setFont(typeface(Type::Fixed));
    m_edit->setFixedHeight(m_edit->fontMetrics().lineSpacing() * shownLines + 2 * u(2));
}

void PemField::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange)
        showFacts();
}

} // namespace reserve
