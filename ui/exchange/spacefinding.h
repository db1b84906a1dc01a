// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/ids.h"
#include "models/items/spacestanding.h"
#include "ui/theme/meaning.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace reserve {

class AdminDraft;
class Label;
class SpaceModel;
class SpellingLines;

// What is wrong with one space, open below its row: evidence, consequence, buttons.
class SpaceFinding final : public QWidget
{
    Q_OBJECT

public:
    SpaceFinding(AdminDraft& draft, const SpaceModel& model, QWidget* parent = nullptr);

    // Whether there is anything to say of this space.
    static bool isWanted(const SpaceModel& model, qint64 spaceId);
    void setSpace(qint64 spaceId);
    QPushButton* spellingButton() const { return m_useSpelling; }

Q_SIGNALS:
    void traceRequested(reserve::TraceId id);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showDifference();
    void showDuplicate();
    void showUnmapped();
    void showProblems(const QStringList& problems);

    AdminDraft& m_draft;
    const SpaceModel& m_model;
    qint64 m_space = 0;
    Meaning m_meaning = Meaning::DiffersInCase;
    SpellingLines* m_lines;
    Label* m_text;
    QPushButton* m_useSpelling;
    QPushButton* m_showRequest;
    QPushButton* m_ignoreCase;
};

} // namespace reserve
