// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/items/fielddraft.h"
#include "ui/exchange/profileform.h"

#include <QSet>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QListWidget;
class QListWidgetItem;
class QPushButton;
class QStackedWidget;
QT_END_NAMESPACE

namespace reserve {

class AdminDraft;
class Banner;
class EmptyState;
class Label;

// R-SERVERS: the Exchange servers and tenants, how each stands, and the one that is edited. Rooms without a server are
// said below.
class ServersView final : public QWidget
{
    Q_OBJECT

public:
    ServersView(const ProfileForm::Desk& desk, AdminDraft& draft, QWidget* parent = nullptr);

    bool focusField(const FieldPath& path);
    ProfileForm* form() const { return m_form; }
    QListWidget* list() const { return m_list; }
    void addServer();
    Banner* practiceBanner() const { return m_practice; }

Q_SIGNALS:
    // The Practice Exchange of this console is to run.
    void practiceStartRequested();
    void done(const QString& sentence);
    void failed(const reserve::Reason& reason);

private:
    QWidget* makeList();
    void addRow();
    void refresh();
    void showRows(const QList<ServerProfile>& profiles);
    void keepChosen(const QList<ServerProfile>& profiles);
    void showRow(QListWidgetItem* item, const ServerProfile& profile);
    void showPractice(const QList<ServerProfile>& profiles);
    void showGaps(const QList<ServerProfile>& profiles);
    void choose();
    void removeServer();
    // What a server leaves in the keychain of this machine.
    void removeSecretsOfGoneServers();
    qint64 currentId() const;

    ProfileForm::Desk m_desk;
    AdminDraft& m_draft;
    QSet<qint64> m_stored; // ids, as last seen
    QWidget* m_side;       // nothing to choose from: not there
    QListWidget* m_list;
    QPushButton* m_remove;
    Label* m_gaps;
    Banner* m_practice; // above the form
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    ProfileForm* m_form;
    QString m_chosenName;
    QString m_awaited; // the name of one that was just applied and is not read yet
    bool m_refreshing = false;
};

} // namespace reserve
