// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/meaning.h"
#include "ui/theme/metrics.h"

#include <QLabel>

#include <optional>

namespace reserve {

enum class Ink { Text, Secondary, Hint };

// Text that is shown as text, never as markup, in a type and an ink of the theme that follows every change of look.
// What comes from mail is shown by this and nothing else.
class Label final : public QLabel
{
    Q_OBJECT
public:
    explicit Label(const QString& text = {}, Type type = Type::Body, Ink ink = Ink::Text, QWidget* parent = nullptr);

    void setType(Type type);
    void setInk(Ink ink);
    void setMeaning(Meaning meaning); // the meaning's ink instead

    // One line that gives way: elided where it does not fit, the whole text in the tool tip.
    void setElided(bool elided);

    // Wraps to as many lines as it needs.
    static Label* paragraph(const QString& text, Ink ink = Ink::Secondary, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    void dress();
    void alignToReadingEdge();

    Type m_type;
    Ink m_ink;
    std::optional<Meaning> m_meaning;
    bool m_elided = false;
    bool m_dressing = false;
};

} // namespace reserve
