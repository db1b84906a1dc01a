// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/common/page.h"

#include "ui/common/banner.h"
#include "ui/common/pagehead.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace reserve {

Page::Page(const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_head(new PageHead(title))
    , m_banner(new Banner)
    , m_body(new QVBoxLayout)
    , m_foot(new QVBoxLayout)
{
    setAccessibleName(title);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_head);
    auto* bannerRow = new QHBoxLayout;
    bannerRow->setContentsMargins(px(design::pageMargin), 0, px(design::pageMargin), 0);
    bannerRow->addWidget(m_banner);
    layout->addLayout(bannerRow);
    m_body->setContentsMargins({});
    m_body->setSpacing(0);
    layout->addLayout(m_body, 1);
    m_foot->setContentsMargins({});
    m_foot->setSpacing(0);
    layout->addLayout(m_foot);
}

QString Page::title() const
{
    return m_head->title();
}

void Page::activate() {}

void Page::deactivate() {}

QList<QWidget*> Page::regions() const
{
    return {m_head};
}

bool Page::escape()
{
    return false;
}

QWidget* Page::filterField() const
{
    return nullptr;
}

void Page::setProblems(int count)
{
    if (std::exchange(m_problems, count) != count)
        Q_EMIT problemsChanged(count);
}

void Page::setChanges(int count)
{
    if (std::exchange(m_changes, count) != count)
        Q_EMIT changesChanged(count);
}

} // namespace reserve
