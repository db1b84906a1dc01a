// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/exporting/rowproblem.h"

#include <QObject>

#include <functional>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace reserve {

class ImportSheet;
class Prompt;
class Store;
class WriteUnit;

// The import of a CSV file that a person chooses: all or nothing, in one unit of work. The sheet gets what there is to
// read beyond the counts; the page shows and hides it. Lives on the GUI thread, no longer than what it is given.
class FileImport final : public QObject
{
    Q_OBJECT

public:
    using Take = std::function<Result<ImportReport>(WriteUnit& unit, const QByteArray& csv)>;

    FileImport(Store& store, Prompt& prompt, ImportSheet& sheet, Take take, QWidget* over);

    // `title` is that of the file dialog: "Import people".
    void choose(const QString& title);

Q_SIGNALS:
    // The sheet has problems, or remarks on what was imported.
    void sheetFilled();
    // Nothing is left to read.
    void imported();
    // What became of the rows, in a sentence, once they are in the store.
    void done(const QString& sentence);
    void failed(const Reason& reason);

private:
    void read(const QString& path);
    void report(const QString& fileName, const ImportReport& answer);

    Store& m_store;
    Prompt& m_prompt;
    ImportSheet& m_sheet;
    Take m_take;
    QWidget* m_over;
};

} // namespace reserve
