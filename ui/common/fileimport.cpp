// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/common/fileimport.h"

#include "models/items/filework.h"
#include "models/items/whenanswered.h"
#include "models/store/store.h"
#include "ui/common/importsheet.h"
#include "ui/common/prompt.h"

#include <QFileInfo>

namespace reserve {

FileImport::FileImport(Store& store, Prompt& prompt, ImportSheet& sheet, Take take, QWidget* over)
    : QObject(over)
    , m_store(store)
    , m_prompt(prompt)
    , m_sheet(sheet)
    , m_take(std::move(take))
    , m_over(over)
{
}

void FileImport::choose(const QString& title)
{
    m_prompt.openFile(m_over, {title, tr("CSV files (*.csv)"), QString()}, [this](const QString& path) {
        if (!path.isEmpty())
            read(path);
    });
}

void FileImport::read(const QString& path)
{
    const QString name = QFileInfo(path).fileName();
    whenAnswered(readWholeFile(path), this, [this, name](const Result<QByteArray>& bytes) {
        if (!bytes) {
            Q_EMIT failed(bytes.error().reason());
            return;
        }
        const auto written = m_store.write(WritePriority::Normal,
                                           [take = m_take, csv = *bytes](WriteUnit& unit) { return take(unit, csv); });
        whenAnswered(written, this, [this, name](const Result<ImportReport>& answer) {
            if (answer)
                report(name, *answer);
            else
                Q_EMIT failed(answer.error().reason());
        });
    });
}

void FileImport::report(const QString& fileName, const ImportReport& answer)
{
    if (answer.isClean() && answer.remarks.isEmpty()) {
        Q_EMIT imported();
    } else {
        m_sheet.setReport(fileName, answer);
        Q_EMIT sheetFilled();
    }
    if (answer.isClean())
        Q_EMIT done(tr("%1: %2 added, %3 changed, %4 as they were.")
                        .arg(fileName)
                        .arg(answer.added)
                        .arg(answer.changed)
                        .arg(answer.unchanged));
}

} // namespace reserve
