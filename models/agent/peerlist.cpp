// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/peerlist.h"

#include <algorithm>

namespace reserve {

QHostAddress plainAddress(const QHostAddress& address)
{
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4);
    return isV4 ? QHostAddress(v4) : address;
}

PeerList::PeerList(const QStringList& addressesAndNetworks)
{
    for (const QString& text : addressesAndNetworks) {
        const QHostAddress address(text);
        if (!address.isNull()) {
            const QHostAddress plain = plainAddress(address);
            m_networks.append({plain, plain.protocol() == QAbstractSocket::IPv4Protocol ? 32 : 128});
        } else if (const auto network = QHostAddress::parseSubnet(text); network.second >= 0) {
            m_networks.append(network);
        }
    }
}

bool PeerList::contains(const QHostAddress& peer) const
{
    const QHostAddress plain = plainAddress(peer);
    return std::any_of(m_networks.begin(), m_networks.end(),
                       [&](const auto& network) { return plain.isInSubnet(network.first, network.second); });
}

} // namespace reserve
