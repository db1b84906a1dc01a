// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/meaning.h"

#include <QWidget>

namespace reserve {

// The icon before a sentence that says how something stands, in the ink of its meaning, so that colour alone tells
// nothing. As high as a caption; the sentence beside it is what a screen reader hears.
class FindingMark final : public QWidget
{
    Q_OBJECT

public:
    explicit FindingMark(QWidget* parent = nullptr);

    void setMeaning(Meaning meaning);
    Meaning meaning() const { return m_meaning; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Meaning m_meaning = Meaning::Good;
};

} // namespace reserve
