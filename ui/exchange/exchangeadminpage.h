// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/ids.h"
#include "models/items/fielddraft.h"
#include "ui/common/page.h"
#include "ui/common/prompt.h"

#include <memory>

QT_BEGIN_NAMESPACE
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTabBar;
QT_END_NAMESPACE

namespace reserve {

class AdminDraft;
class AgentForm;
class ChangesBar;
class ChangesList;
class DraftKeeper;
class FileImport;
class ImportSheet;
class NoticesView;
class PoliciesForm;
class SecretStore;
class ServersView;
class SettingsForm;
class ShellStatusWatcher;
class SpacesPanel;
class Store;
struct Reason;

// The page Exchange Admin: settings, spaces, servers, the words of mails and the agent. What is changed is a draft
// until Apply, which writes all of it in one transaction and tells the agent. Store, status and secrets outlive the
// page.
class ExchangeAdminPage final : public Page
{
    Q_OBJECT

public:
    enum Tab { SettingsTab, PoliciesTab, ServersTab, NoticesTab, AgentTab };

    ExchangeAdminPage(Store& store, ShellStatusWatcher& status, SecretStore* secrets, QWidget* parent = nullptr,
                      std::unique_ptr<Prompt> prompt = nullptr);
    ~ExchangeAdminPage() override;

    QList<QWidget*> regions() const override;
    bool escape() override;
    QWidget* filterField() const override;

    // What is typed and not applied is kept in this file, and what an earlier run left there is offered.
    void keepDraftIn(const QString& file);

    AdminDraft* draft() const { return m_draft; }
    SpacesPanel* spaces() const { return m_spaces; }
    PoliciesForm* policies() const { return m_policies; }
    ServersView* servers() const { return m_servers; }
    NoticesView* notices() const { return m_notices; }
    AgentForm* agent() const { return m_agent; }

public Q_SLOTS:
    void showTab(reserve::ExchangeAdminPage::Tab tab);
    // Writes the draft, or goes to the first field that cannot be applied.
    void apply();
    void revert();
    void addSpace();
    void importSpaces();
    void exportSpaces();

Q_SIGNALS:
    void unappliedChanges(int count);
    // A held request belongs to the page Monitor.
    void showTraceRequested(reserve::TraceId id);
    // The console's own Practice Exchange is to run.
    void practiceStartRequested();
    // The console's own agent is to run.
    void ownAgentRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildHead();
    void buildTabs();
    void buildFoot();
    void addCommands();
    void refresh();
    void showBanner();
    void updateTabs();
    void focusField(const FieldPath& path);
    void tellFailure(const Reason& reason);

    Store& m_store;
    std::unique_ptr<Prompt> m_prompt;
    AdminDraft* m_draft;
    QPushButton* m_undo;
    QTabBar* m_tabs;
    QStackedWidget* m_main; // tabs, or the sheet of an import
    QStackedWidget* m_pages;
    QSplitter* m_splitter;
    SettingsForm* m_settings;
    SpacesPanel* m_spaces;
    PoliciesForm* m_policies;
    ServersView* m_servers;
    NoticesView* m_notices;
    AgentForm* m_agent;
    ImportSheet* m_sheet;
    FileImport* m_import;
    ChangesList* m_changes;
    ChangesBar* m_bar;
    DraftKeeper* m_keeper = nullptr;
    QString m_failure;
    QString m_offer; // what an earlier run left
    bool m_narrow = false;
};

} // namespace reserve
