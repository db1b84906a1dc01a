// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"
#include "models/items/fielddraft.h"

#include <QFuture>
#include <QLockFile>
#include <QObject>
#include <QTimer>

#include <optional>

namespace reserve {

class AdminDraft;

// What stands in a draft and is not applied, as it is kept in a file of this desk. Passwords are no part of a draft.
struct KeptDraft
{
    FieldDraft::State state;
    Instant keptAt;
};

QByteArray toBytes(const KeptDraft& kept);
// Nothing where the bytes are not a draft of this version.
std::optional<KeptDraft> keptDraftFrom(const QByteArray& bytes);

// Keeps the draft of Exchange Admin in a file, every few seconds while it changes and when the program ends, and offers
// what an earlier run left there: nothing typed is lost when a program ends before Apply. What is offered stays in the
// file, together with what is typed since, until it is taken up. The file belongs to one program at a time; a second
// one on the same desk keeps nothing. GUI thread.
class DraftKeeper final : public QObject
{
    Q_OBJECT

public:
    // The draft and the clock outlive the keeper. Folders are made; only their owner can read the file.
    DraftKeeper(AdminDraft& draft, const Clock& clock, const QString& file, QObject* parent = nullptr);
    ~DraftKeeper() override;

    // The file for a store, in a folder of the person's own.
    static QString fileFor(const QString& storeFile);

    bool isOffering() const { return m_offered.has_value(); }
    // Puts what is offered into the draft; Undo and Revert take it out again.
    void takeUp();

Q_SIGNALS:
    // The draft is read, and so many changes of an earlier run wait to be taken up.
    void offered(int changes, reserve::Instant keptAt);

private:
    void offer();
    void noteChange();
    void keep();
    FieldDraft::State wanted() const;

    AdminDraft& m_draft;
    const Clock& m_clock;
    const QString m_file;
    QLockFile m_lock;
    std::optional<KeptDraft> m_offered;
    FieldDraft::State m_keptState; // as the file has it
    QFuture<Result<void>> m_writing;
    QTimer m_soon;
};

} // namespace reserve
