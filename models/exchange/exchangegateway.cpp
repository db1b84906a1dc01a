// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/exchangegateway.h"

namespace reserve {

ItemResponse itemResponseOf(ResponseKind kind)
{
    switch (kind) {
    case ResponseKind::Accept:
        return ItemResponse::Accepted;
    case ResponseKind::Tentative:
        return ItemResponse::Tentative;
    case ResponseKind::Decline:
        return ItemResponse::Declined;
    }
    Q_UNREACHABLE();
}

} // namespace reserve
