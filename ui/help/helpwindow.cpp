// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/help/helpwindow.h"

#include "ui/common/card.h"
#include "ui/help/chapterlook.h"
#include "ui/theme/metrics.h"

#include <QCoreApplication>
#include <QFile>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QLocale>
#include <QTextBrowser>
#include <QUrl>

#include <algorithm>

namespace reserve {

namespace {

constexpr int listWidth = 220;

}

HelpWindow::HelpWindow(QWidget* parent)
    : QWidget(parent, Qt::Window)
    , m_chapters(manualChapters(QLocale().uiLanguages()))
    , m_list(new QListWidget(this))
    , m_text(new QTextBrowser(this))
{
    // Who asks for help is asked for the version.
    setWindowTitle(tr("Manual – Reserve Console %1").arg(QCoreApplication::applicationVersion()).trimmed());
    resize(px(960), px(680));
    m_list->setAccessibleName(tr("Chapters"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setSpacing(u(0.5));
    m_text->setAccessibleName(tr("Chapter"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    m_text->document()->setDocumentMargin(u(8));
    for (const ManualChapter& chapter : m_chapters) {
        auto* item = new QListWidgetItem(chapter.title, m_list);
        item->setSizeHint({0, px(design::railItem)});
    }

    auto* side = new Surface(Surface::Ground::Surface);
    side->setHairlines(Qt::RightEdge);
    side->setFixedWidth(px(listWidth));
    auto* sideLayout = new QHBoxLayout(side);
    sideLayout->setContentsMargins(u(2), u(3), u(2), u(3));
    sideLayout->addWidget(m_list);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(side);
    layout->addWidget(m_text, 1);
    setTabOrder(m_list, m_text);
    m_list->setFocus();

    connect(m_list, &QListWidget::currentRowChanged, this, &HelpWindow::open);
    connect(m_text, &QTextBrowser::anchorClicked, this,
            [this](const QUrl& link) { showChapter(link.fileName().section(QLatin1Char('.'), 0, 0)); });
    m_list->setCurrentRow(0);
}

void HelpWindow::showChapter(const QString& key)
{
    const auto chapter
        = std::find_if(m_chapters.begin(), m_chapters.end(), [&key](const ManualChapter& c) { return c.key == key; });
    m_list->setCurrentRow(chapter == m_chapters.end() ? 0 : int(std::distance(m_chapters.begin(), chapter)));
}

void HelpWindow::open(int row)
{
    if (row < 0 || row >= m_chapters.size())
        return;
    QFile file(m_chapters.at(row).path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    m_text->setMarkdown(QString::fromUtf8(file.readAll()));
    dressChapter(*m_text->document());
}

void HelpWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

void HelpWindow::changeEvent(QEvent* event)
{
    // The colours of a rendered chapter are fixed when it is made.
    if (event->type() == QEvent::PaletteChange)
        open(m_list->currentRow());
    QWidget::changeEvent(event);
}

} // namespace reserve
