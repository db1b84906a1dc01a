// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/theme/systemlook.h"

namespace reserve {
namespace {

class PaletteLook final : public SystemLook
{
public:
    explicit PaletteLook(QObject* parent)
        : SystemLook(parent)
    {
    }
};

} // namespace

SystemLook* SystemLook::create(QObject* parent)
{
    return new PaletteLook(parent);
}

} // namespace reserve
