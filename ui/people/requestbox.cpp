// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/people/requestbox.h"

#include "models/base/address.h"
#include "models/items/whenanswered.h"
#include "models/store/changefeed.h"
#include "models/store/store.h"
#include "models/wording/wording.h"
#include "ui/common/card.h"
#include "ui/common/label.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace reserve {

namespace {

using namespace std::chrono_literals;

constexpr int lineCount = 3;

bool domainIsAccepted(const GateFacts& facts)
{
    const QStringView domain = domainOf(facts.requester);
    return domainMatches(domain, domainOf(facts.defaultUserEmail))
        || std::any_of(facts.acceptedDomains.begin(), facts.acceptedDomains.end(),
                       [domain](const QString& accepted) { return domainMatches(domain, accepted); });
}

Meaning meaningOf(const GateJudgement& judgement)
{
    if (!judgement.open)
        return Meaning::Failed;
    return judgement.finding.match == GateMatch::NewContact ? Meaning::ExternalContact : Meaning::Good;
}

} // namespace

RequestBox::RequestBox(Store& store, QWidget* parent)
    : QWidget(parent)
    , m_store(store)
    , m_requester(new QLineEdit)
{
    auto* ground = new Surface(Surface::Ground::Alt);
    ground->setHairlines(Qt::TopEdge);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(ground);
    auto* layout = new QVBoxLayout(ground);
    layout->setContentsMargins(u(4), u(3), u(4), u(4));
    layout->setSpacing(u(2));
    auto* title = new Label(tr("Who would get this request?"), Type::CaptionStrong, Ink::Secondary);
    title->setBuddy(m_requester);
    m_requester->setPlaceholderText(tr("E-mail of a requester"));
    m_requester->setAccessibleName(tr("Who would get this request?"));
    layout->addWidget(title);
    layout->addWidget(m_requester);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(u(2));
    grid->setVerticalSpacing(u(1.5));
    grid->setColumnStretch(1, 1);
    for (int i = 0; i < lineCount; ++i) {
        m_lines.append({new QLabel, Label::paragraph({})});
        m_lines[i].text->setMinimumWidth(1); // an address in it breaks nowhere
        grid->addWidget(m_lines[i].mark, i, 0, Qt::AlignTop);
        grid->addWidget(m_lines[i].text, i, 1);
    }
    layout->addLayout(grid);
    m_soon.setSingleShot(true);
    m_soon.setInterval(200ms);
    connect(&m_soon, &QTimer::timeout, this, &RequestBox::read);
    connect(m_requester, &QLineEdit::textChanged, this, [this] { m_soon.start(); });
    connect(
        &store.changes(), &ChangeFeed::changed, this,
        [this](const QList<Change>& changes) {
            const bool concerns = std::any_of(changes.begin(), changes.end(), [](const Change& change) {
                return change.subject == ChangeSubject::People || change.subject == ChangeSubject::Settings
                    || change.subject == ChangeSubject::ServerProfiles;
            });
            if (concerns)
                m_soon.start();
        },
        Qt::QueuedConnection);
    read();
}

void RequestBox::ask(const QString& requester)
{
    m_requester->setText(requester);
}

QString RequestBox::answer() const
{
    return m_lines.last().text->text();
}

void RequestBox::setLine(int line, Meaning meaning, const QString& text, bool strong)
{
    auto* mark = qobject_cast<QLabel*>(m_lines[line].mark);
    mark->setPixmap(icon(stateIcon(meaning), meaning).pixmap(px(design::smallIcon)));
    mark->setVisible(!text.isEmpty());
    m_lines[line].text->setText(text);
    m_lines[line].text->setVisible(!text.isEmpty());
    m_lines[line].text->setType(strong ? Type::CaptionStrong : Type::Caption);
    m_lines[line].text->setInk(strong ? Ink::Text : Ink::Secondary);
}

void RequestBox::read()
{
    const quint64 generation = ++m_generation;
    const QString requester = m_requester->text().trimmed();
    if (!looksLikeAddress(requester)) {
        for (int i = 0; i < lineCount; ++i)
            setLine(i, Meaning::NotApplicable, {}, false);
        if (!requester.isEmpty())
            setLine(0, Meaning::NotApplicable, tr("Type a whole e-mail address."), false);
        return;
    }
    const auto read = m_store.read([requester](const ReadUnit& unit) { return simulateRequest(unit, requester); });
    whenAnswered(read, this, [this, generation](const Result<RequestSimulation>& simulation) {
        if (generation != m_generation)
            return;
        if (simulation)
            show(*simulation);
        else
            setLine(0, Meaning::Unknown, sentence(simulation.error()), false);
    });
}

void RequestBox::show(const RequestSimulation& simulation)
{
    const GateFacts& facts = simulation.facts;
    if (facts.requesterMatch) {
        setLine(0, Meaning::Good,
                tr("%1, Control Number %2, has this e-mail")
                    .arg(facts.requesterMatch->displayName(), facts.requesterMatch->controlNumber.text()),
                false);
        setLine(1, Meaning::NotApplicable, {}, false);
    } else {
        const QString domain = domainOf(facts.requester).toString();
        const bool accepted = domainIsAccepted(facts);
        setLine(0, Meaning::NotApplicable, tr("No active person has this e-mail"), false);
        setLine(1, accepted ? Meaning::Good : Meaning::NotApplicable,
                accepted ? tr("Domain %1 is accepted").arg(domain) : tr("Domain %1 is not accepted").arg(domain),
                false);
    }
    setLine(2, meaningOf(simulation.judgement), sentence(simulation.judgement.reason), true);
}

} // namespace reserve
