// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace reserve::practice {

enum class GraphType { Event, Message };

// As Graph names it where it refuses.
QString nameOf(GraphType type);
// Whether resources of this type have a property, here or in Microsoft's documentation of v1.0, in whatever case; what
// an eventMessage alone has as "microsoft.graph.eventMessage/meetingMessageType".
bool hasProperty(GraphType type, const QString& name);

} // namespace reserve::practice
