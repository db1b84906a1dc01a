// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QToolButton>

namespace reserve {

// One choice of a SegmentedSwitch; a class of its own so that accessibility can tell it from other tool
// buttons.
class SegmentButton final : public QToolButton
{
    Q_OBJECT
public:
    using QToolButton::QToolButton;
};

} // namespace reserve
