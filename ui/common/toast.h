// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QTimer>
#include <QWidget>

#include <functional>

QT_BEGIN_NAMESPACE
class QPushButton;
class QVariantAnimation;
QT_END_NAMESPACE

namespace reserve {

// Tells what was just done, with Undo; never a fault. Bottom centre of its parent for 6 s, longer while hovered or
// focused; announced to screen readers.
class Toast final : public QWidget
{
    Q_OBJECT
public:
    explicit Toast(QWidget* parent);

    void tell(const QString& sentence, std::function<void()> undo = {});
    const QString& sentence() const { return m_sentence; }
    QSize sizeHint() const override;

Q_SIGNALS:
    void told(const QString& sentence);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();
    void fadeTo(double opacity);
    void leave();

    QString m_sentence;
    QPushButton* m_undo;
    QTimer m_timer;
    QVariantAnimation* m_fade;
    std::function<void()> m_undoCall;
    double m_opacity = 0;
};

} // namespace reserve
