// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/reason.h"
#include "models/mail/messagereader.h"
#include "models/mail/parameterizedvalue.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace reserve {

// One part of a message; the views point into the message, which outlives the outline.
struct MimeNode
{
    QByteArrayView header;
    QByteArrayView body;
    ParameterizedValue type; // "text/plain" where none is said
    ParameterizedValue disposition;
    QByteArray encoding; // lower case, empty where none is said
    int parent = -1;
    int depth = 0;
    int ordinal = 1;      // among the parts of its parent
    int messageLevel = 0; // how many message/rfc822 are around it
    bool isContainer = false;

    bool isMultipart() const { return type.value.startsWith("multipart/"); }
    bool isMessage() const { return type.value == "message/rfc822" || type.value == "message/global"; }
};

struct MimeOutline
{
    QList<MimeNode> nodes; // in the order of the message; the first is the message itself
    QList<Reason> problems;

    // "1" for the message, "1.2" for its second part.
    QByteArray where(int node) const;
    // Whether `node` stands anywhere inside `ancestor`.
    bool isInside(int node, int ancestor) const;
};

// Finds the parts of a message in one walk without recursion, so that depth costs nothing, and stops at the
// limits. What is behind a limit belongs to the last part that was taken.
MimeOutline outlineMessage(QByteArrayView raw, const ReaderLimits& limits);

} // namespace reserve
