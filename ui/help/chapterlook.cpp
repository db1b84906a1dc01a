// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/help/chapterlook.h"

#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextTable>

namespace reserve {

namespace {

constexpr int lineHeight = 130; // per cent

void dressBlock(const QTextBlock& block)
{
    QTextCursor cursor(block);
    QTextBlockFormat format;
    format.setLineHeight(lineHeight, QTextBlockFormat::ProportionalHeight);
    const int level = block.blockFormat().headingLevel();
    if (level > 0) {
        format.setTopMargin(level == 1 ? 0 : u(4));
        format.setBottomMargin(u(1.5));
        QTextCharFormat heading;
        heading.setFont(typeface(level == 1 ? Type::Figure : Type::Section));
        cursor.select(QTextCursor::BlockUnderCursor);
        cursor.mergeCharFormat(heading);
    }
    if (block.blockFormat().hasProperty(QTextFormat::BlockCodeLanguage) || block.blockFormat().nonBreakableLines())
        format.setBackground(Theme::current().sunken);
    cursor.mergeBlockFormat(format);
}

void dressCode(const QTextBlock& block)
{
    for (auto part = block.begin(); !part.atEnd(); ++part) {
        const QTextFragment fragment = part.fragment();
        if (!fragment.charFormat().fontFixedPitch())
            continue;
        QTextCursor cursor(block);
        cursor.setPosition(fragment.position());
        cursor.setPosition(fragment.position() + fragment.length(), QTextCursor::KeepAnchor);
        QTextCharFormat code;
        code.setFont(typeface(Type::Fixed));
        cursor.mergeCharFormat(code);
    }
}

void dressTable(QTextTable& table)
{
    QTextTableFormat format = table.format();
    format.setCellPadding(u(1.5));
    format.setCellSpacing(0);
    format.setBorder(1);
    format.setBorderCollapse(true);
    format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBorderBrush(Theme::current().line);
    format.setTopMargin(u(2));
    format.setBottomMargin(u(3));
    table.setFormat(format);
    for (int column = 0; column < table.columns(); ++column) {
        QTextTableCell cell = table.cellAt(0, column);
        QTextCharFormat head = cell.format();
        head.setBackground(Theme::current().alt);
        cell.setFormat(head);
    }
}

} // namespace

void dressChapter(QTextDocument& chapter)
{
    for (QTextBlock block = chapter.begin(); block.isValid(); block = block.next()) {
        dressBlock(block);
        dressCode(block);
    }
    const QList<QTextFrame*> frames = chapter.rootFrame()->childFrames();
    for (QTextFrame* frame : frames) {
        if (auto* table = qobject_cast<QTextTable*>(frame))
            dressTable(*table);
    }
}

} // namespace reserve
