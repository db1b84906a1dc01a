// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/common/paintedwidget.h"
#include "ui/shell/stripstatus.h"
#include "ui/theme/icons.h"

#include <QColor>
#include <QList>

namespace reserve {

// The foot of the window: agent, address, inbox, outbox, next try, long work, store, time zone. Each segment leads to
// where it is explained. When it is narrow they drop out from "Next try" on, the agent last.
class StatusStrip final : public PaintedWidget
{
    Q_OBJECT
public:
    enum class Segment { Agent, Address, Inbox, Outbox, NextTry, Server, Work, Store, Zone };

    explicit StatusStrip(QWidget* parent = nullptr);

    void setStatus(const StripStatus& status);
    const StripStatus& status() const { return m_status; }

    // "Agent listening".
    static QString agentWord(AgentSign state);

    int itemCount() const override { return int(m_pieces.size()); }
    Item item(int index) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void segmentChosen(reserve::StatusStrip::Segment segment);

protected:
    void itemActivated(int index) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    // A part of a segment's text; what counts is strong.
    struct Words
    {
        QString text;
        bool strong = false;
    };

    struct Piece
    {
        Segment segment;
        QList<Words> words = {};
        std::optional<Icon> icon = {};
        std::optional<Meaning> meaning = {}; // its ink instead of text2
        QString name = {};
        QString description = {};
        bool atEnd = false;
        QRect rect = {};
    };

    void rebuild();
    void addAgent();
    void addQueues();
    void add(Piece piece);
    void arrange();
    int pieceWidth(const Piece& piece) const;
    QColor inkOf(const Piece& piece) const;

    StripStatus m_status;
    QList<Piece> m_pieces;
};

} // namespace reserve
