// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QScrollArea>

namespace reserve {

// Scrolls a column of text and fields up and down: as wide as its place, as high as its wrapped lines need. (A plain
// scroll area asks for the height without the width, and squeezes fields where sentences wrap.)
class ScrollColumn final : public QScrollArea
{
    Q_OBJECT

public:
    explicit ScrollColumn(QWidget* content, QWidget* parent = nullptr);

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fit();
};

} // namespace reserve
