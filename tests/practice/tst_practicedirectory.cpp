// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/practice/xmltree.h"
#include "tests/practice/practicedesk.h"

#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

QByteArray distinguished(const QByteArray& name)
{
    return "<t:DistinguishedFolderId Id=\"" + name + "\"/>";
}

QByteArray shapeOf(const QByteArray& base, const QByteArray& properties = {})
{
    const QByteArray more
        = properties.isEmpty() ? QByteArray() : "<t:AdditionalProperties>" + properties + "</t:AdditionalProperties>";
    return "<m:FolderShape><t:BaseShape>" + base + "</t:BaseShape>" + more + "</m:FolderShape>";
}

QByteArray findFolder(const QByteArray& parent, const QByteArray& behindShape = {},
                      const QByteArray& traversal = "Shallow", const QByteArray& shape = shapeOf("Default"))
{
    return "<m:FindFolder Traversal=\"" + traversal + "\">" + shape + behindShape + "<m:ParentFolderIds>" + parent
        + "</m:ParentFolderIds></m:FindFolder>";
}

QByteArray equals(const QByteArray& uri, const QByteArray& value)
{
    return "<t:IsEqualTo>" + uri + "<t:FieldURIOrConstant><t:Constant Value=\"" + value
        + "\"/></t:FieldURIOrConstant></t:IsEqualTo>";
}

QByteArray where(const QByteArray& expression)
{
    return "<m:Restriction>" + expression + "</m:Restriction>";
}

QByteArray page(int most, int offset, const QByteArray& from)
{
    return "<m:IndexedPageFolderView MaxEntriesReturned=\"" + QByteArray::number(most) + "\" Offset=\""
        + QByteArray::number(offset) + "\" BasePoint=\"" + from + "\"/>";
}

QByteArray convert(const QByteArray& format, const QString& id, const QByteArray& to,
                   const QByteArray& mailbox = roomAddress.toUtf8(), const QByteArray& more = {})
{
    return "<m:ConvertId DestinationFormat=\"" + to + "\"><m:SourceIds><t:AlternateId Format=\"" + format + "\" Id=\""
        + id.toUtf8() + "\" Mailbox=\"" + mailbox + "\"" + more + "/></m:SourceIds></m:ConvertId>";
}

QByteArray autodiscoverRequest(const QString& address, const QByteArray& form = "2006a")
{
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?><Autodiscover "
           "xmlns=\"http://schemas.microsoft.com/exchange/autodiscover/outlook/requestschema/"
           "2006\"><Request><EMailAddress>"
        + address.toUtf8()
        + "</EMailAddress><AcceptableResponseSchema>http://schemas.microsoft.com/exchange/autodiscover/"
          "outlook/"
          "responseschema/"
        + form + "</AcceptableResponseSchema></Request></Autodiscover>";
}

QStringList shownNames(const WebReply& reply)
{
    QStringList names;
    for (const QByteArray& part : reply.body.split('<')) {
        if (part.startsWith("t:DisplayName>"))
            names.append(QString::fromUtf8(part.mid(int(qstrlen("t:DisplayName>")))));
    }
    return names;
}

} // namespace

// How programs find their way about a Practice Exchange: Autodiscover, folders, ids. Every answer of EWS is
// held against the schema where RESERVE_CORPUS has it.
class tst_PracticeDirectory final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<PracticeDesk>(); }
    void cleanup()
    {
        QVERIFY2(m_desk->schemaErrors().isEmpty(), qPrintable(m_desk->schemaErrors().join(QLatin1Char('\n'))));
    }

    void foldersAreFoundFromTheRoot();
    void whatIsFoundCanBeAskedAbout();
    void foldersAreRestrictedAndPaged();
    void whatIsNotOfferedIsRefused();
    void idsAreConvertedBack_data();
    void idsAreConvertedBack();
    void idsThatAreNone_data();
    void idsThatAreNone();
    void autodiscoverTellsTheAddress();
    void autodiscoverRefuses_data();
    void autodiscoverRefuses();
    void autodiscoverLetsOnlyTheAccountIn();

private:
    WebReply discover(const QByteArray& body, const QByteArray& method = "POST")
    {
        QUrl url = m_desk->exchange().ewsUrl();
        url.setPath(QStringLiteral("/Autodiscover/Autodiscover.xml"));
        return m_desk->send(method, url, body,
                            {{"Authorization", m_desk->basic()}, {"Content-Type", "text/xml; charset=utf-8"}});
    }

    std::unique_ptr<PracticeDesk> m_desk;
};

void tst_PracticeDirectory::foldersAreFoundFromTheRoot()
{
    m_desk->invite();
    const QByteArray ofRoom = "<t:DistinguishedFolderId Id=\"msgfolderroot\"><t:Mailbox><t:EmailAddress>"
        + roomAddress.toUtf8() + "</t:EmailAddress></t:Mailbox></t:DistinguishedFolderId>";
    const WebReply found = m_desk->ews(findFolder(ofRoom));
    const QStringList all{QStringLiteral("Calendar"), QStringLiteral("Deleted Items"), QStringLiteral("Drafts"),
                          QStringLiteral("Inbox"), QStringLiteral("Sent Items")};
    QCOMPARE(shownNames(found), all);
    QVERIFY(found.has("TotalItemsInView=\"5\" IncludesLastItemInRange=\"true\""));
    QVERIFY(found.has("<t:CalendarFolder>"));
    // The tentative item of the request.
    QCOMPARE(found.between("<t:TotalCount>", "<"), QStringLiteral("1"));
    const QStringList top{QStringLiteral("Top of Information Store")};
    QCOMPARE(shownNames(m_desk->ews(findFolder(distinguished("root")))), top);
    QCOMPARE(shownNames(m_desk->ews(findFolder(distinguished("root"), {}, "Deep"))), top + all);
    QVERIFY(shownNames(m_desk->ews(findFolder(distinguished("inbox"), {}, "Deep"))).isEmpty());
    QVERIFY(shownNames(m_desk->ews(findFolder(distinguished("msgfolderroot"), {}, "SoftDeleted"))).isEmpty());
}

// Ids lead on: into the parent, and from there to what is in it.
void tst_PracticeDirectory::whatIsFoundCanBeAskedAbout()
{
    const WebReply found = m_desk->ews(findFolder(distinguished("root"), {}, "Shallow", shapeOf("AllProperties")));
    QVERIFY(found.has("<t:DistinguishedFolderId>msgfolderroot</t:DistinguishedFolderId>"));
    QCOMPARE(found.between("<t:ChildFolderCount>", "<"), QStringLiteral("5"));
    const QString top = found.between("<t:FolderId Id=\"", "\"");
    const QByteArray id = "<t:FolderId Id=\"" + top.toUtf8() + "\"/>";
    const WebReply children = m_desk->ews(findFolder(id, {}, "Shallow", shapeOf("AllProperties")));
    QCOMPARE(shownNames(children).size(), 5);
    QCOMPARE(children.between("<t:ParentFolderId Id=\"", "\""), top);
    const WebReply parent
        = m_desk->ews("<m:GetFolder>" + shapeOf("Default") + "<m:FolderIds>" + id + "</m:FolderIds></m:GetFolder>");
    QCOMPARE(shownNames(parent), QStringList{QStringLiteral("Top of Information Store")});
    const WebReply root = m_desk->ews("<m:GetFolder>" + shapeOf("AllProperties") + "<m:FolderIds>"
                                      + distinguished("root") + "</m:FolderIds></m:GetFolder>");
    QVERIFY(!root.has("<t:ParentFolderId"));
}

void tst_PracticeDirectory::foldersAreRestrictedAndPaged()
{
    const QByteArray top = distinguished("msgfolderroot");
    const QByteArray containerClass = "<t:ExtendedFieldURI PropertyTag=\"0x3613\" PropertyType=\"String\"/>";
    const auto namesOf = [this](const QByteArray& request) { return shownNames(m_desk->ews(request)); };
    const QStringList calendar{QStringLiteral("Calendar")};
    QCOMPARE(
        namesOf(findFolder(top, where(equals("<t:FieldURI FieldURI=\"folder:FolderClass\"/>", "IPF.Appointment")))),
        calendar);
    QCOMPARE(namesOf(findFolder(top, where(equals(containerClass, "IPF.Appointment")))), calendar);
    QCOMPARE(
        namesOf(findFolder(top,
                           where("<t:And><t:Not>" + equals(containerClass, "IPF.Appointment")
                                 + "</t:Not><t:Contains ContainmentMode=\"Substring\" "
                                   "ContainmentComparison=\"IgnoreCase\"><t:FieldURI FieldURI=\"folder:DisplayName\"/>"
                                   "<t:Constant Value=\"items\"/></t:Contains></t:And>"))),
        (QStringList{QStringLiteral("Deleted Items"), QStringLiteral("Sent Items")}));
    const WebReply first = m_desk->ews(findFolder(top, page(2, 0, "Beginning")));
    QCOMPARE(shownNames(first), (QStringList{QStringLiteral("Calendar"), QStringLiteral("Deleted Items")}));
    QVERIFY(first.has("IndexedPagingOffset=\"2\" TotalItemsInView=\"5\" IncludesLastItemInRange=\"false\""));
    const WebReply last = m_desk->ews(findFolder(top, page(2, 4, "Beginning")));
    QCOMPARE(shownNames(last), QStringList{QStringLiteral("Sent Items")});
    QVERIFY(last.has("IncludesLastItemInRange=\"true\""));
    QCOMPARE(namesOf(findFolder(top, page(1, 0, "End"))), QStringList{QStringLiteral("Sent Items")});
    // As asked for, and nothing else.
    const WebReply lean = m_desk->ews(findFolder(top, where(equals(containerClass, "IPF.Appointment")), "Shallow",
                                                 shapeOf("IdOnly", containerClass)));
    QVERIFY(lean.has("<t:Value>IPF.Appointment</t:Value>"));
    QVERIFY(!lean.has("DisplayName"));
}

void tst_PracticeDirectory::whatIsNotOfferedIsRefused()
{
    const QByteArray top = distinguished("msgfolderroot");
    const auto said
        = [this](const QByteArray& request) { return m_desk->ews(request).between("<m:ResponseCode>", "<"); };
    QCOMPARE(said(findFolder(distinguished("tasks"))), QStringLiteral("ErrorFolderNotFound"));
    QCOMPARE(said(findFolder("<t:FolderId Id=\"AAAA\"/>")), QStringLiteral("ErrorInvalidFolderId"));
    QCOMPARE(said(findFolder(top, {}, "Shallow", shapeOf("IdOnly", "<t:FieldURI FieldURI=\"item:Subject\"/>"))),
             QStringLiteral("ErrorInvalidPropertyRequest"));
    QCOMPARE(said(findFolder(top, where(equals("<t:FieldURI FieldURI=\"item:Subject\"/>", "x")))),
             QStringLiteral("ErrorUnsupportedPathForQuery"));
    QCOMPARE(said(findFolder(distinguished("inbox"), where(equals("<t:FieldURI FieldURI=\"item:Subject\"/>", "x")))),
             QStringLiteral("ErrorUnsupportedPathForQuery"));
    QCOMPARE(said(findFolder(
                 top, "<m:FractionalPageFolderView MaxEntriesReturned=\"1\" Numerator=\"1\" Denominator=\"2\"/>")),
             QStringLiteral("ErrorInvalidOperation"));
    QVERIFY(m_desk->ews(findFolder(top, {}, "Sideways")).has(">ErrorSchemaValidation<"));
}

void tst_PracticeDirectory::idsAreConvertedBack_data()
{
    QTest::addColumn<QByteArray>("format");
    for (const char* format : {"EwsLegacyId", "EntryId", "HexEntryId", "StoreId", "OwaId"})
        QTest::newRow(format) << QByteArray(format);
}

void tst_PracticeDirectory::idsAreConvertedBack()
{
    QFETCH(const QByteArray, format);
    m_desk->invite();
    const QString item = m_desk
                             ->ews("<m:FindItem "
                                   "Traversal=\"Shallow\"><m:ItemShape><t:BaseShape>IdOnly</t:BaseShape></m:ItemShape>"
                                   "<m:ParentFolderIds>"
                                   + distinguished("calendar") + "</m:ParentFolderIds></m:FindItem>")
                             .between("<t:ItemId Id=\"", "\"");
    const QString folder = m_desk->ews(findFolder(distinguished("msgfolderroot"))).between("<t:FolderId Id=\"", "\"");
    QVERIFY(!item.isEmpty() && !folder.isEmpty());
    for (const QString& id : {item, folder}) {
        const WebReply there = m_desk->ews(convert("EwsId", id, format));
        QVERIFY2(there.has("ResponseClass=\"Success\""), there.body.constData());
        QCOMPARE(there.between(" Format=\"", "\""), QString::fromLatin1(format));
        QCOMPARE(there.between(" Mailbox=\"", "\""), roomAddress);
        const QString converted = there.between("\" Id=\"", "\"");
        QVERIFY(!converted.isEmpty());
        const WebReply back = m_desk->ews(convert(format, converted, "EwsId"));
        QCOMPARE(back.between("\" Id=\"", "\""), id);
    }
}

void tst_PracticeDirectory::idsThatAreNone_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QString>("code");
    const QString malformed = QStringLiteral("ErrorInvalidIdMalformed");
    QTest::newRow("nonsense") << convert("EwsId", QStringLiteral("nonsense"), "HexEntryId") << malformed;
    QTest::newRow("no hex") << convert("HexEntryId", QStringLiteral("xyz"), "EwsId") << malformed;
    QTest::newRow("an entry for a store") << convert("StoreId", QStringLiteral("QUFNaw=="), "EwsId") << malformed;
    QTest::newRow("empty") << convert("OwaId", {}, "EwsId") << malformed;
    QTest::newRow("nobody's mailbox") << convert("EwsId", QStringLiteral("x"), "EntryId", "nobody@x.example")
                                      << QStringLiteral("ErrorNonExistentMailbox");
    QTest::newRow("archive") << convert("EwsId", QStringLiteral("x"), "EntryId", roomAddress.toUtf8(),
                                        " IsArchive=\"true\"")
                             << QStringLiteral("ErrorArchiveMailboxNotEnabled");
    QTest::newRow("public folder") << QByteArray("<m:ConvertId DestinationFormat=\"EwsId\"><m:SourceIds>"
                                                 "<t:AlternatePublicFolderId Format=\"EntryId\" FolderId=\"AAAA\"/>"
                                                 "</m:SourceIds></m:ConvertId>")
                                   << QStringLiteral("ErrorUnsupportedTypeForConversion");
}

void tst_PracticeDirectory::idsThatAreNone()
{
    QFETCH(const QByteArray, request);
    QFETCH(const QString, code);
    const WebReply reply = m_desk->ews(request);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.between("<m:ResponseCode>", "<"), code);
    QVERIFY(m_desk->ews(convert("EwsId", QStringLiteral("x"), "Sideways")).has(">ErrorSchemaValidation<"));
}

void tst_PracticeDirectory::autodiscoverTellsTheAddress()
{
    const WebReply reply = discover(autodiscoverRequest(roomAddress));
    QCOMPARE(reply.status, 200);
    const auto root = practice::readXml(reply.body);
    QVERIFY2(root, reply.body.constData());
    QCOMPARE(root->name, QStringLiteral("Autodiscover"));
    QCOMPARE(root->space, QStringLiteral("http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006"));
    const practice::XmlElement* response = root->child(QLatin1String("Response"));
    QVERIFY(response);
    QCOMPARE(response->space,
             QStringLiteral("http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a"));
    const practice::XmlElement* account = response->child(QLatin1String("Account"));
    QVERIFY(account);
    QCOMPARE(account->childText(QLatin1String("Action")), QStringLiteral("settings"));
    QCOMPARE(response->at({QLatin1String("User"), QLatin1String("AutoDiscoverSMTPAddress")})->text, roomAddress);
    QStringList types;
    for (const practice::XmlElement& protocol : account->children) {
        if (protocol.name != QLatin1String("Protocol"))
            continue;
        types.append(protocol.childText(QLatin1String("Type")));
        QCOMPARE(protocol.childText(QLatin1String("EwsUrl")), m_desk->exchange().ewsUrl().toString());
    }
    QCOMPARE(types, (QStringList{QStringLiteral("EXCH"), QStringLiteral("EXPR")}));
    QVERIFY(m_desk->exchange().setSwitch(QStringLiteral("other-case"), QStringLiteral("on")));
    QVERIFY(discover(autodiscoverRequest(roomAddress)).has("<AutoDiscoverSMTPAddress>cr1@reserve.northgate.example<"));
}

void tst_PracticeDirectory::autodiscoverRefuses_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("nobody") << QByteArray("POST") << autodiscoverRequest(QStringLiteral("nobody@x.example"))
                            << QByteArray("500");
    QTest::newRow("no request") << QByteArray("GET") << QByteArray() << QByteArray("600");
    QTest::newRow("no address") << QByteArray("POST") << autodiscoverRequest({}) << QByteArray("600");
    QTest::newRow("no XML") << QByteArray("POST") << QByteArray("<Autodiscover") << QByteArray("600");
    QTest::newRow("another form") << QByteArray("POST") << autodiscoverRequest(roomAddress, "2019b")
                                  << QByteArray("601");
}

void tst_PracticeDirectory::autodiscoverRefuses()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, code);
    const WebReply reply = discover(body, method);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.between("<ErrorCode>", "<"), QString::fromLatin1(code));
    QVERIFY(!reply.has("EwsUrl"));
}

void tst_PracticeDirectory::autodiscoverLetsOnlyTheAccountIn()
{
    QVERIFY(m_desk->exchange().setSwitch(QStringLiteral("wrong-password"), QStringLiteral("on")));
    const WebReply reply = discover(autodiscoverRequest(roomAddress));
    QCOMPARE(reply.status, 401);
    QVERIFY(reply.header("WWW-Authenticate").contains("Basic"));
}

QTEST_GUILESS_MAIN(tst_PracticeDirectory)
#include "tst_practicedirectory.moc"
