// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

namespace reserve {

// Pieces of compact JSON (RFC 8259) in UTF-8, for rows that are written by the thousand: QJsonDocument builds and sorts
// a tree for each of them first. The text is what QJsonDocument would write.
void appendJson(QByteArray& json, const QString& text);
void appendJson(QByteArray& json, const QMap<QString, QString>& object);

} // namespace reserve
