<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>CalendarTexts</name>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 %2 – %3 %4</source>
        <translation>%1 %2 – %3 %4</translation>
    </message>
    <message>
        <source>dddd d MMMM yyyy</source>
        <comment>date with weekday, for screen readers</comment>
        <translation>dddd, d. MMMM yyyy</translation>
    </message>
    <message>
        <source>ddd d MMMM</source>
        <comment>short weekday, day and month</comment>
        <translation>ddd d. MMMM</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privat</translation>
    </message>
    <message>
        <source>No subject</source>
        <translation>Kein Betreff</translation>
    </message>
    <message>
        <source>Exchange not told</source>
        <translation>Exchange nicht benachrichtigt</translation>
    </message>
    <message>
        <source>all day</source>
        <translation>ganztägig</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 to %2, %3</source>
        <translation>%1 bis %2, %3</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of an accessible name</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Busy until %1</source>
        <translation>Belegt bis %1</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Belegt</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Not bookable</source>
        <translation>Nicht buchbar</translation>
    </message>
    <message>
        <source>Cancelled by the organizer</source>
        <translation>Vom Organisator abgesagt</translation>
    </message>
    <message>
        <source>No longer invited</source>
        <translation>Nicht mehr eingeladen</translation>
    </message>
    <message numerus="yes">
        <source>%n declined</source>
        <comment>requests at the same time</comment>
        <translation>
            <numerusform>%n abgelehnt</numerusform>
            <numerusform>%n abgelehnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <comment>requests at the same time</comment>
        <translation>
            <numerusform>%n abgesagt</numerusform>
            <numerusform>%n abgesagt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n declined or cancelled</source>
        <comment>requests at the same time</comment>
        <translation>
            <numerusform>%n abgelehnt oder abgesagt</numerusform>
            <numerusform>%n abgelehnt oder abgesagt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2, %3</source>
        <comment>time, title and answer of one of several</comment>
        <translation>%1 %2, %3</translation>
    </message>
    <message>
        <source>%1 is held until the move is decided</source>
        <translation>%1 ist gehalten, bis über die Verlegung entschieden ist</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day and times</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Is to move to %1</source>
        <comment>a time</comment>
        <translation>Soll auf %1 verlegt werden</translation>
    </message>
    <message>
        <source>Is to move to %1, %2</source>
        <comment>a space and a time</comment>
        <translation>Soll nach %1 verlegt werden, %2</translation>
    </message>
    <message>
        <source>held until the move is decided: %1</source>
        <translation>gehalten, bis über die Verlegung entschieden ist: %1</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>short weekday, day and short month</comment>
        <translation>ddd d. MMM</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day and time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 again</source>
        <comment>the hour that is repeated when clocks go back</comment>
        <translation>noch einmal %1</translation>
    </message>
</context>
<context>
    <name>ConsoleApplication</name>
    <message>
        <source>The sample building is being loaded.</source>
        <translation>Das Beispielgebäude wird geladen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ConsoleWindow</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
</context>
<context>
    <name>ItemTexts</name>
    <message>
        <source>sorted, smallest first</source>
        <translation>sortiert, kleinste zuerst</translation>
    </message>
    <message>
        <source>sorted, largest first</source>
        <translation>sortiert, größte zuerst</translation>
    </message>
    <message>
        <source>No subject</source>
        <translation>Kein Betreff</translation>
    </message>
</context>
<context>
    <name>MonitorTables</name>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Genehmigungen</translation>
    </message>
</context>
<context>
    <name>PersonTable</name>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
</context>
<context>
    <name>ServerRemark</name>
    <message>
        <source>Exchange Server</source>
        <translation>Exchange Server</translation>
    </message>
    <message>
        <source>Exchange Online</source>
        <translation>Exchange Online</translation>
    </message>
    <message>
        <source>Mail only</source>
        <translation>Nur Mail</translation>
    </message>
    <message>
        <source>Paused: password refused</source>
        <translation>Angehalten: Kennwort abgelehnt</translation>
    </message>
    <message>
        <source>Paused: secret ended</source>
        <translation>Angehalten: Geheimnis abgelaufen</translation>
    </message>
    <message>
        <source>Paused: consent missing</source>
        <translation>Angehalten: Zustimmung fehlt</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Away since %1</source>
        <translation>Weg seit %1</translation>
    </message>
    <message>
        <source>Throttled until %1</source>
        <translation>Gedrosselt bis %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Not applied yet</source>
        <translation>Noch nicht angewendet</translation>
    </message>
    <message>
        <source>Secret missing</source>
        <translation>Geheimnis fehlt</translation>
    </message>
    <message>
        <source>Secret ended</source>
        <translation>Geheimnis abgelaufen</translation>
    </message>
    <message numerus="yes">
        <source>Secret ends in %n day(s)</source>
        <translation>
            <numerusform>Geheimnis läuft in %n Tag ab</numerusform>
            <numerusform>Geheimnis läuft in %n Tagen ab</numerusform>
        </translation>
    </message>
    <message>
        <source>The certificate has ended, so nobody is let in. Put in a new one.</source>
        <translation>Das Zertifikat ist abgelaufen, daher wird niemand eingelassen. Ein neues eintragen.</translation>
    </message>
    <message>
        <source>The client secret has ended, so nobody is let in. Make a new one in Microsoft Entra.</source>
        <translation>Der geheime Clientschlüssel ist abgelaufen, daher wird niemand eingelassen. In Microsoft Entra einen neuen anlegen.</translation>
    </message>
    <message numerus="yes">
        <source>The certificate ends in %n day(s). Put in a new one before.</source>
        <translation>
            <numerusform>Das Zertifikat läuft in %n Tag ab. Vorher ein neues eintragen.</numerusform>
            <numerusform>Das Zertifikat läuft in %n Tagen ab. Vorher ein neues eintragen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The client secret ends in %n day(s). Make a new one in Microsoft Entra before.</source>
        <translation>
            <numerusform>Der geheime Clientschlüssel läuft in %n Tag ab. Vorher in Microsoft Entra einen neuen anlegen.</numerusform>
            <numerusform>Der geheime Clientschlüssel läuft in %n Tagen ab. Vorher in Microsoft Entra einen neuen anlegen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not running</source>
        <translation>Läuft nicht</translation>
    </message>
</context>
<context>
    <name>SettingLabels</name>
    <message>
        <source>Default Reserve User Email</source>
        <translation>E-Mail des Standardbenutzers von Reserve</translation>
    </message>
    <message>
        <source>Create External Contact for Unknown Exchange User?</source>
        <translation>Externen Kontakt für unbekannte Exchange-Benutzer anlegen?</translation>
    </message>
    <message>
        <source>Accepted requester domains</source>
        <translation>Zugelassene Domänen von Anfragenden</translation>
    </message>
    <message>
        <source>Ignore case in mailbox addresses</source>
        <translation>Groß- und Kleinschreibung in Postfachadressen ignorieren</translation>
    </message>
    <message>
        <source>Reserve sub-domain</source>
        <translation>Unterdomäne von Reserve</translation>
    </message>
    <message>
        <source>Time zone of spaces that name none</source>
        <translation>Zeitzone von Räumen ohne eigene</translation>
    </message>
    <message>
        <source>Exchange Retry Duration</source>
        <translation>Wiederholungsabstand für Exchange</translation>
    </message>
    <message>
        <source>Address to listen on</source>
        <translation>Adresse, an der gelauscht wird</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Host name in the greeting</source>
        <translation>Rechnername in der Begrüßung</translation>
    </message>
    <message>
        <source>Accepted peers</source>
        <translation>Zugelassene Gegenstellen</translation>
    </message>
    <message>
        <source>Port of the Exchange send connector</source>
        <translation>Port des Sendeconnectors von Exchange</translation>
    </message>
    <message>
        <source>Keep email</source>
        <translation>E-Mail aufbewahren</translation>
    </message>
    <message>
        <source>SMTP root</source>
        <translation>SMTP-Stammordner</translation>
    </message>
    <message>
        <source>Largest message</source>
        <translation>Größte Nachricht</translation>
    </message>
    <message>
        <source>Outgoing mail server</source>
        <translation>Postausgangsserver</translation>
    </message>
    <message>
        <source>Port of the outgoing mail server</source>
        <translation>Port des Postausgangsservers</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>User name at the outgoing mail server</source>
        <translation>Benutzername am Postausgangsserver</translation>
    </message>
    <message>
        <source>Sender of notices</source>
        <translation>Absender von Hinweisen</translation>
    </message>
    <message>
        <source>Notices to</source>
        <translation>Hinweise an</translation>
    </message>
    <message>
        <source>Keep mail for</source>
        <translation>Mail aufbewahren für</translation>
    </message>
    <message>
        <source>Keep traces for</source>
        <translation>Verläufe aufbewahren für</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind of server</source>
        <translation>Art des Servers</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Adresse des Servers</translation>
    </message>
    <message>
        <source>Mail domains</source>
        <translation>Mail-Domänen</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>NTLM Domain</source>
        <translation>NTLM-Domäne</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>Gebäude</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>Etage</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>Exchange Mailbox</source>
        <translation>Exchange-Postfach</translation>
    </message>
    <message>
        <source>Delegate contact</source>
        <translation>Stellvertreterkontakt</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Work days</source>
        <translation>Arbeitstage</translation>
    </message>
    <message>
        <source>Working hours from</source>
        <translation>Öffnungszeit von</translation>
    </message>
    <message>
        <source>Working hours to</source>
        <translation>Öffnungszeit bis</translation>
    </message>
    <message>
        <source>Booking</source>
        <translation>Buchung</translation>
    </message>
    <message>
        <source>Set-up minutes</source>
        <translation>Minuten zum Herrichten</translation>
    </message>
    <message>
        <source>Clear-up minutes</source>
        <translation>Minuten zum Aufräumen</translation>
    </message>
    <message>
        <source> minutes</source>
        <translation> Minuten</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>New space</source>
        <translation>Neuer Raum</translation>
    </message>
    <message>
        <source>New server</source>
        <translation>Neuer Server</translation>
    </message>
    <message>
        <source>Run an agent in this console</source>
        <translation>Agenten in dieser Konsole betreiben</translation>
    </message>
    <message>
        <source>As a process of its own</source>
        <translation>Als eigener Prozess</translation>
    </message>
    <message>
        <source>Without a building</source>
        <translation>Ohne Gebäude</translation>
    </message>
    <message>
        <source>Language of mails</source>
        <translation>Sprache der Mails</translation>
    </message>
    <message>
        <source>Act as the room</source>
        <translation>Als der Raum handeln</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>Anmeldestelle</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Bereich (Scope)</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>The client secret ends on</source>
        <translation>Der geheime Clientschlüssel läuft ab am</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Trusted certificate authorities</source>
        <translation>Vertraute Zertifizierungsstellen</translation>
    </message>
    <message>
        <source>Answer by mail where the request is not found</source>
        <translation>Per Mail antworten, wo die Anfrage nicht gefunden wird</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
</context>
<context>
    <name>notices</name>
    <message>
        <source>Moved: {space}, {subject}</source>
        <translation>Verlegt: {space}, {subject}</translation>
    </message>
    <message>
        <source>Your reservation of {space} moved.

Room: {space}
Building: {building}
Meeting: {subject}
When: {when}
Organizer: {organizer}
In the calendar of: {person}

{dates}

{how-to-change}</source>
        <translation>Ihre Reservierung von {space} wurde verlegt.

Raum: {space}
Gebäude: {building}
Besprechung: {subject}
Wann: {when}
Organisator: {organizer}
Im Kalender von: {person}

{dates}

{how-to-change}</translation>
    </message>
    <message>
        <source>Changed: {space}, {subject}</source>
        <translation>Geändert: {space}, {subject}</translation>
    </message>
    <message>
        <source>Your reservation of {space} was changed. This is how it stands now.

Room: {space}
Building: {building}
Meeting: {subject}
When: {when}
Organizer: {organizer}
In the calendar of: {person}

{dates}

{how-to-change}</source>
        <translation>Ihre Reservierung von {space} wurde geändert. So steht sie jetzt da.

Raum: {space}
Gebäude: {building}
Besprechung: {subject}
Wann: {when}
Organisator: {organizer}
Im Kalender von: {person}

{dates}

{how-to-change}</translation>
    </message>
    <message>
        <source>Cancelled: {space}, {subject}</source>
        <translation>Storniert: {space}, {subject}</translation>
    </message>
    <message>
        <source>Your reservation of {space} is cancelled. The time is free again.

Room: {space}
Building: {building}
Meeting: {subject}
When: {when}
Organizer: {organizer}
In the calendar of: {person}

{dates}

{how-to-change}</source>
        <translation>Ihre Reservierung von {space} ist storniert. Die Zeit ist wieder frei.

Raum: {space}
Gebäude: {building}
Besprechung: {subject}
Wann: {when}
Organisator: {organizer}
Im Kalender von: {person}

{dates}

{how-to-change}</translation>
    </message>
    <message>
        <source>Reserved: {space}, {subject}</source>
        <translation>Reserviert: {space}, {subject}</translation>
    </message>
    <message>
        <source>{space} is reserved for you.

Room: {space}
Building: {building}
Meeting: {subject}
When: {when}
Organizer: {organizer}
In the calendar of: {person}

{dates}

{how-to-change}</source>
        <translation>{space} ist für Sie reserviert.

Raum: {space}
Gebäude: {building}
Besprechung: {subject}
Wann: {when}
Organisator: {organizer}
Im Kalender von: {person}

{dates}

{how-to-change}</translation>
    </message>
    <message>
        <source>Declined: {subject}</source>
        <translation>Abgelehnt: {subject}</translation>
    </message>
    <message>
        <source>{space} is not reserved. {when}
{reason}
{freed}

Free instead:
{alternatives}</source>
        <translation>{space} ist nicht reserviert. {when}
{reason}
{freed}

Stattdessen frei:
{alternatives}</translation>
    </message>
    <message>
        <source>Approve? {space}, {subject} [{token}]</source>
        <translation>Genehmigen? {space}, {subject} [{token}]</translation>
    </message>
    <message>
        <source>{requester} asks for {space}, and you are asked to approve that. The time is held until you answer.

Room: {space}
Building: {building}
Meeting: {subject}
When: {when}
Organizer: {organizer}
In the calendar of: {person}
Out of policy: {policy}

{dates}

Reply to this mail with one word on the first line: approve, decline or tentative. Leave the subject as it is. The first answer counts.</source>
        <translation>{requester} bittet um {space}, und Sie werden um Genehmigung gebeten. Die Zeit ist gehalten, bis Sie antworten.

Raum: {space}
Gebäude: {building}
Besprechung: {subject}
Wann: {when}
Organisator: {organizer}
Im Kalender von: {person}
Verletzte Richtlinie: {policy}

{dates}

Antworten Sie auf diese Mail mit einem Wort in der ersten Zeile: genehmigt, abgelehnt oder vorbehaltlich. Lassen Sie den Betreff, wie er ist. Die erste Antwort zählt.</translation>
    </message>
    <message>
        <source>Reserve: items that need attention ({count})</source>
        <translation>Reserve: Einträge, die Aufmerksamkeit brauchen ({count})</translation>
    </message>
    <message>
        <source>These items wait for a person:

{items}

Open Reserve Console, page Monitor, to deal with them.</source>
        <translation>Diese Einträge warten auf eine Person:

{items}

In Reserve Console die Seite Monitor öffnen, um sie zu bearbeiten.</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Reserviert</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Verlegt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Approval asked</source>
        <translation>Genehmigung</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Sammelmail</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>To the requester, once a space is reserved.</source>
        <translation>An die anfragende Person, sobald ein Raum reserviert ist.</translation>
    </message>
    <message>
        <source>To the requester, once a reservation has another time.</source>
        <translation>An die anfragende Person, sobald eine Reservierung eine andere Zeit hat.</translation>
    </message>
    <message>
        <source>To the person, once a reservation made in the console is changed.</source>
        <translation>An die Person, sobald eine in der Konsole gemachte Reservierung geändert wird.</translation>
    </message>
    <message>
        <source>To the person, once a reservation made in the console is cancelled.</source>
        <translation>An die Person, sobald eine in der Konsole gemachte Reservierung storniert wird.</translation>
    </message>
    <message>
        <source>The room&apos;s answer to the organizer, with what is free instead.</source>
        <translation>Die Antwort des Raums an den Organisator, mit dem, was stattdessen frei ist.</translation>
    </message>
    <message>
        <source>To the approvers of a space. Their reply decides.</source>
        <translation>An die Genehmigenden eines Raums. Ihre Antwort entscheidet.</translation>
    </message>
    <message>
        <source>To the addresses under Notices to, with what is held, failed, paused or waits for an approver.</source>
        <translation>An die Adressen unter „Hinweise an“, mit dem, was zurückgehalten wurde, fehlschlug, stillsteht oder auf eine Genehmigung wartet.</translation>
    </message>
    <message>
        <source>Name of the space</source>
        <translation>Name des Raums</translation>
    </message>
    <message>
        <source>Its building</source>
        <translation>Sein Gebäude</translation>
    </message>
    <message>
        <source>Subject of the meeting</source>
        <translation>Betreff der Besprechung</translation>
    </message>
    <message>
        <source>Day, begin, end and time zone</source>
        <translation>Tag, Beginn, Ende und Zeitzone</translation>
    </message>
    <message>
        <source>Day and time of the begin, with time zone</source>
        <translation>Tag und Uhrzeit des Beginns, mit Zeitzone</translation>
    </message>
    <message>
        <source>Day and time of the end, with time zone</source>
        <translation>Tag und Uhrzeit des Endes, mit Zeitzone</translation>
    </message>
    <message>
        <source>Time zone of these times</source>
        <translation>Zeitzone dieser Zeiten</translation>
    </message>
    <message>
        <source>Of a series: its dates and those not reserved</source>
        <translation>Bei einer Serie: ihre Termine und die nicht reservierten</translation>
    </message>
    <message>
        <source>Who called the meeting</source>
        <translation>Wer die Besprechung einberief</translation>
    </message>
    <message>
        <source>Address of the requester</source>
        <translation>Adresse der anfragenden Person</translation>
    </message>
    <message>
        <source>In whose calendar it stands</source>
        <translation>In wessen Kalender sie steht</translation>
    </message>
    <message>
        <source>Why it is declined</source>
        <translation>Warum sie abgelehnt ist</translation>
    </message>
    <message>
        <source>The nearest free times and spaces</source>
        <translation>Die nächsten freien Zeiten und Räume</translation>
    </message>
    <message>
        <source>That the time held before is free again</source>
        <translation>Dass die vorher gehaltene Zeit wieder frei ist</translation>
    </message>
    <message>
        <source>The policy that is broken</source>
        <translation>Die verletzte Richtlinie</translation>
    </message>
    <message>
        <source>By which the reply is known</source>
        <translation>Woran die Antwort erkannt wird</translation>
    </message>
    <message>
        <source>How to change or cancel it</source>
        <translation>Wie man sie ändert oder absagt</translation>
    </message>
    <message>
        <source>How many items there are</source>
        <translation>Wie viele Einträge es sind</translation>
    </message>
    <message>
        <source>The items, each with what to do</source>
        <translation>Die Einträge, jeweils mit dem, was zu tun ist</translation>
    </message>
    <message>
        <source>Name of the site</source>
        <translation>Name des Standorts</translation>
    </message>
</context>
<context>
    <name>reserve::AccountView</name>
    <message>
        <source>%1: %2</source>
        <comment>a label and its text</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>reserve::AddressField</name>
    <message>
        <source>Find by Autodiscover</source>
        <translation>Mit Autodiscover suchen</translation>
    </message>
    <message>
        <source>The agent is being asked.</source>
        <translation>Der Agent wird gefragt.</translation>
    </message>
    <message>
        <source>Autodiscover leads to this address.</source>
        <translation>Autodiscover führt zu dieser Adresse.</translation>
    </message>
</context>
<context>
    <name>reserve::AgentForm</name>
    <message>
        <source>Both ports are %1</source>
        <translation>Beide Ports sind %1</translation>
    </message>
    <message>
        <source>Exchange sends to port %1 and the agent listens on port %2, so no request arrives. Set both to the same number, or forward one port to the other.</source>
        <translation>Exchange sendet an Port %1, der Agent lauscht an Port %2, daher kommt keine Anfrage an. Beide auf dieselbe Nummer setzen oder den einen Port an den anderen weiterleiten.</translation>
    </message>
    <message>
        <source>Nobody may send from outside this machine yet, so the agent refuses to listen on %1. Name the addresses of the Exchange servers.</source>
        <translation>Von außerhalb dieses Rechners darf noch niemand senden, daher lauscht der Agent nicht an %1. Die Adressen der Exchange-Server eintragen.</translation>
    </message>
    <message>
        <source>No outgoing mail server is set: answers wait in the outbox.</source>
        <translation>Es ist kein Postausgangsserver eingestellt: Antworten warten im Ausgang.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>The agent is asked to listen.</source>
        <translation>Der Agent soll lauschen.</translation>
    </message>
    <message>
        <source>The agent is asked to stop listening.</source>
        <translation>Der Agent soll nicht mehr lauschen.</translation>
    </message>
    <message>
        <source>Where it listens</source>
        <translation>Wo er lauscht</translation>
    </message>
    <message>
        <source>127.0.0.1 takes mail from this machine only; 0.0.0.0 from everywhere the accepted peers name.</source>
        <translation>127.0.0.1 nimmt nur Mail von diesem Rechner an, 0.0.0.0 von überall, was die zugelassenen Gegenstellen nennen.</translation>
    </message>
    <message>
        <source>SMTP_PORT of the properties file.</source>
        <translation>SMTP_PORT der Eigenschaftendatei.</translation>
    </message>
    <message>
        <source>What the Exchange administrator set; Exchange Online always sends to port 25.</source>
        <translation>Was bei Exchange eingestellt ist; Exchange Online sendet immer an Port 25.</translation>
    </message>
    <message>
        <source>Left empty, the machine&apos;s own name.</source>
        <translation>Leer: der Name dieses Rechners.</translation>
    </message>
    <message>
        <source>Addresses or ranges such as 10.1.0.0/16, separated by commas.</source>
        <translation>Adressen oder Bereiche wie 10.1.0.0/16, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>In bytes; a larger message is refused.</source>
        <translation>In Bytes; eine größere Nachricht wird abgewiesen.</translation>
    </message>
    <message>
        <source>Keeping what arrives</source>
        <translation>Aufbewahren, was ankommt</translation>
    </message>
    <message>
        <source>Each message is also stored as a file (SMTP_KEEP_EMAIL). It takes effect at once.</source>
        <translation>Jede Nachricht wird auch als Datei abgelegt (SMTP_KEEP_EMAIL). Das wirkt sofort.</translation>
    </message>
    <message>
        <source>The folder for these files (TRIRIGA_RESERVE_SMTP_ROOT), made when missing. Left empty, a folder beside the store.</source>
        <translation>Der Ordner für diese Dateien (TRIRIGA_RESERVE_SMTP_ROOT); er wird angelegt, wenn er fehlt. Leer: ein Ordner neben dem Datenbestand.</translation>
    </message>
    <message>
        <source>Outgoing mail</source>
        <translation>Ausgehende Mail</translation>
    </message>
    <message>
        <source>Answers and confirmations go out through it.</source>
        <translation>Antworten und Bestätigungen gehen über ihn hinaus.</translation>
    </message>
    <message>
        <source>Left empty, the server is used without signing in.</source>
        <translation>Leer: der Server wird ohne Anmeldung benutzt.</translation>
    </message>
    <message>
        <source>Password of the outgoing mail server</source>
        <translation>Kennwort des Postausgangsservers</translation>
    </message>
    <message>
        <source>The From of notices, and the envelope sender of everything.</source>
        <translation>Absender von Hinweisen und Umschlagabsender von allem.</translation>
    </message>
    <message>
        <source>Who hears of what is held, failed, paused or waits for an approver; separated by commas, one digest in 15 minutes at most.</source>
        <translation>Wer erfährt, was zurückgehalten wird, scheitert, ruht oder auf eine Genehmigung wartet; durch Kommas getrennt, höchstens eine Sammelmail in 15 Minuten.</translation>
    </message>
    <message>
        <source>The agent lacks a password. On its machine, run: reserve-agent settings set-secret %1</source>
        <translation>Dem Agenten fehlt ein Kennwort. Auf seinem Rechner ausführen: reserve-agent settings set-secret %1</translation>
    </message>
    <message>
        <source>Run by %1.</source>
        <translation>Ausgeführt von %1.</translation>
    </message>
    <message>
        <source>It listens already</source>
        <translation>Er lauscht bereits</translation>
    </message>
    <message>
        <source>No agent runs on this store</source>
        <translation>Auf diesem Datenbestand läuft kein Agent</translation>
    </message>
    <message>
        <source>It does not listen</source>
        <translation>Er lauscht nicht</translation>
    </message>
    <message>
        <source>Use port %1</source>
        <translation>Port %1 verwenden</translation>
    </message>
    <message>
        <source>The agent of this console</source>
        <translation>Der Agent dieser Konsole</translation>
    </message>
    <message>
        <source>While the window is open, it takes mail itself. Turn it off where reserve-agent runs as a service: one agent works on a store, the other one only waits.</source>
        <translation>Solange das Fenster offen ist, nimmt es selbst Mail an. Ausschalten, wo reserve-agent als Dienst läuft: ein Agent arbeitet auf einem Datenbestand, der andere wartet nur.</translation>
    </message>
    <message>
        <source>Should a message ever bring the agent down, this window stays open and starts the agent again. As a part of the window it starts faster and takes less memory. Applied, it moves at once; it does not listen for a moment.</source>
        <translation>Bringt eine Nachricht den Agenten je zum Absturz, bleibt dieses Fenster offen und startet ihn wieder. Als Teil des Fensters startet er schneller und braucht weniger Speicher. Er zieht um, sobald es angewendet ist, und lauscht einen Augenblick lang nicht.</translation>
    </message>
    <message>
        <source>No agent runs on this store. Start begins the one of this console.</source>
        <translation>Auf diesem Datenbestand läuft kein Agent. Starten beginnt den dieser Konsole.</translation>
    </message>
    <message>
        <source>No agent runs on this store. Let this console run its own, further down, or run reserve-agent.</source>
        <translation>Auf diesem Datenbestand läuft kein Agent. Weiter unten diese Konsole einen eigenen betreiben lassen oder reserve-agent ausführen.</translation>
    </message>
    <message>
        <source>Only while this console runs an agent</source>
        <translation>Nur solange diese Konsole einen Agenten betreibt</translation>
    </message>
    <message>
        <source>Run by process %1 on %2.</source>
        <translation>Ausgeführt von Prozess %1 auf %2.</translation>
    </message>
    <message>
        <source>That is %1.</source>
        <translation>Das sind %1.</translation>
    </message>
</context>
<context>
    <name>reserve::AnswerBars</name>
    <message>
        <source>Answers today</source>
        <translation>Antworten heute</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n Anfrage</numerusform>
            <numerusform>%n Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>Accepted %1, Tentative %2, Declined %3, Refused %4</source>
        <translation>Zugesagt %1, Mit Vorbehalt %2, Abgelehnt %3, Abgewiesen %4</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgewiesen</translation>
    </message>
</context>
<context>
    <name>reserve::ApprovalModel</name>
    <message>
        <source>Asked</source>
        <translation>Angefragt</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>Anfragender</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Besprechung</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>reserve::ApprovalPane</name>
    <message>
        <source>%1 asks for %2.</source>
        <translation>%1 bittet um %2.</translation>
    </message>
    <message numerus="yes">
        <source>A series of %n date(s); the first is named here.</source>
        <translation>
            <numerusform>Eine Serie mit %n Termin; er ist hier genannt.</numerusform>
            <numerusform>Eine Serie mit %n Terminen; der erste ist hier genannt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them cannot be had and will be declined.</source>
        <translation>
            <numerusform>%n davon ist belegt und wird abgelehnt.</numerusform>
            <numerusform>%n davon sind belegt und werden abgelehnt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Decided by %1.</source>
        <translation>Entschieden von %1.</translation>
    </message>
    <message>
        <source>Decided by %1: %2</source>
        <translation>Entschieden von %1: %2</translation>
    </message>
    <message>
        <source>Words for the requester</source>
        <translation>Worte an die anfragende Person</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Genehmigen</translation>
    </message>
    <message>
        <source>Answer tentatively</source>
        <translation>Mit Vorbehalt antworten</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>No request chosen</source>
        <translation>Keine Anfrage gewählt</translation>
    </message>
    <message>
        <source>Choose a request in the list to decide it.</source>
        <translation>Eine Anfrage in der Liste wählen, um sie zu entscheiden.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a requester and what was decided</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>reserve::CalendarBooking</name>
    <message>
        <source>Cancelled: %1, %2</source>
        <translation>Abgesagt: %1, %2</translation>
    </message>
    <message>
        <source>Waits for an approver: %1, %2</source>
        <translation>Wartet auf einen Genehmiger: %1, %2</translation>
    </message>
    <message>
        <source>Reserved: %1, %2</source>
        <translation>Reserviert: %1, %2</translation>
    </message>
    <message>
        <source>Moved: %1, %2</source>
        <translation>Verschoben: %1, %2</translation>
    </message>
    <message>
        <source>Changed: %1, %2</source>
        <translation>Geändert: %1, %2</translation>
    </message>
    <message>
        <source>Release to reserve</source>
        <translation>Loslassen, um zu reservieren</translation>
    </message>
    <message>
        <source>Taken by %1 until %2</source>
        <translation>Belegt durch %1 bis %2</translation>
    </message>
    <message>
        <source>Free in %1</source>
        <translation>Frei in %1</translation>
    </message>
    <message>
        <source>An approver decides in %1</source>
        <translation>Ein Genehmiger entscheidet in %1</translation>
    </message>
    <message>
        <source>Cancel &quot;%1&quot;?</source>
        <translation>„%1“ absagen?</translation>
    </message>
    <message>
        <source>%1 is free again, Exchange and the person are told.</source>
        <translation>%1 wird wieder frei; Exchange und die Person erfahren es.</translation>
    </message>
    <message>
        <source>It was booked by mail. The room declines it to %1, in whose calendar the meeting stays.</source>
        <translation>Sie wurde per Mail gebucht. Der Raum lehnt sie %1 gegenüber ab; in deren Kalender bleibt die Besprechung.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Cancel this date</source>
        <translation>Diesen Termin absagen</translation>
    </message>
    <message>
        <source>Cancel the reservation</source>
        <translation>Reservierung absagen</translation>
    </message>
    <message>
        <source>Cancel the whole series</source>
        <translation>Ganze Serie absagen</translation>
    </message>
    <message>
        <source>Why, for the person (may be empty)</source>
        <translation>Warum, für die Person (darf leer sein)</translation>
    </message>
    <message>
        <source>Move this date or the whole series?</source>
        <translation>Diesen Termin oder die ganze Serie verschieben?</translation>
    </message>
    <message>
        <source>&quot;%1&quot; repeats. The whole series moves by as much as this date.</source>
        <translation>„%1“ wiederholt sich. Die ganze Serie verschiebt sich um ebenso viel wie dieser Termin.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Lassen</translation>
    </message>
    <message>
        <source>This date</source>
        <translation>Diesen Termin</translation>
    </message>
    <message>
        <source>Whole series</source>
        <translation>Ganze Serie</translation>
    </message>
    <message>
        <source>Done again. %1</source>
        <translation>Wiederholt. %1</translation>
    </message>
    <message>
        <source>Undone. %1</source>
        <translation>Zurückgenommen. %1</translation>
    </message>
</context>
<context>
    <name>reserve::CalendarPage</name>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Filter spaces</source>
        <translation>Räume filtern</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Work week</source>
        <translation>Arbeitswoche</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Timeline of all spaces</source>
        <translation>Zeitleiste aller Räume</translation>
    </message>
    <message>
        <source>There are no spaces yet</source>
        <translation>Es gibt noch keine Räume</translation>
    </message>
    <message>
        <source>Add spaces and their Exchange mailboxes; their reservations appear here.</source>
        <translation>Räume mit ihren Exchange-Postfächern hinzufügen; ihre Reservierungen erscheinen hier.</translation>
    </message>
    <message>
        <source>Add spaces</source>
        <translation>Räume hinzufügen</translation>
    </message>
    <message>
        <source>Show one day</source>
        <translation>Einen Tag zeigen</translation>
    </message>
    <message>
        <source>Show the work week</source>
        <translation>Die Arbeitswoche zeigen</translation>
    </message>
    <message>
        <source>Show the week</source>
        <translation>Die Woche zeigen</translation>
    </message>
    <message>
        <source>Show all spaces of one day</source>
        <translation>Alle Räume an einem Tag zeigen</translation>
    </message>
    <message>
        <source>Go to today</source>
        <translation>Zu heute gehen</translation>
    </message>
    <message>
        <source>Go to a date</source>
        <translation>Zu einem Datum gehen</translation>
    </message>
    <message>
        <source>Read the calendar again</source>
        <translation>Den Kalender neu lesen</translation>
    </message>
    <message>
        <source>Choose a space</source>
        <translation>Raum wählen</translation>
    </message>
    <message>
        <source>Whose calendar: %1</source>
        <translation>Wessen Kalender: %1</translation>
    </message>
    <message>
        <source>Calendar of %1</source>
        <translation>Kalender von %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>New reservation</source>
        <translation>Neue Reservierung</translation>
    </message>
    <message>
        <source>Undo the last change of a reservation</source>
        <translation>Letzte Änderung einer Reservierung zurücknehmen</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>Wiederholen</translation>
    </message>
</context>
<context>
    <name>reserve::CalendarView</name>
    <message>
        <source>Reservations here</source>
        <translation>Reservierungen an dieser Stelle</translation>
    </message>
</context>
<context>
    <name>reserve::ChangesBar</name>
    <message>
        <source>Show changes</source>
        <translation>Änderungen zeigen</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>1 change not applied</source>
        <translation>1 Änderung nicht angewendet</translation>
    </message>
    <message numerus="yes">
        <source>%n changes not applied</source>
        <translation>
            <numerusform>%n Änderung nicht angewendet</numerusform>
            <numerusform>%n Änderungen nicht angewendet</numerusform>
        </translation>
    </message>
    <message>
        <source>The changes are being applied.</source>
        <translation>Die Änderungen werden angewendet.</translation>
    </message>
</context>
<context>
    <name>reserve::ChangesList</name>
    <message>
        <source>Changes not applied</source>
        <translation>Nicht angewendete Änderungen</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>inherited</source>
        <translation>geerbt</translation>
    </message>
</context>
<context>
    <name>reserve::ChipBar</name>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>filter, count</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>reserve::ChoicePanel</name>
    <message>
        <source>Whose calendar</source>
        <translation>Wessen Kalender</translation>
    </message>
    <message>
        <source>Filter spaces</source>
        <translation>Räume filtern</translation>
    </message>
    <message>
        <source>Spaces</source>
        <translation>Räume</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Filter people</source>
        <translation>Personen filtern</translation>
    </message>
    <message>
        <source>No space fits this filter.</source>
        <translation>Kein Raum passt zu diesem Filter.</translation>
    </message>
    <message>
        <source>No person fits this filter.</source>
        <translation>Keine Person passt zu diesem Filter.</translation>
    </message>
</context>
<context>
    <name>reserve::Cli</name>
    <message>
        <source>an address and port such as 127.0.0.1:8025</source>
        <translation>eine Adresse mit Port wie 127.0.0.1:8025</translation>
    </message>
    <message>
        <source>an e-mail address</source>
        <translation>eine E-Mail-Adresse</translation>
    </message>
    <message>
        <source>a date such as 2026-11-18</source>
        <translation>ein Datum wie 2026-11-18</translation>
    </message>
    <message>
        <source>who invites</source>
        <translation>wer einlädt</translation>
    </message>
    <message>
        <source>the organizer&apos;s name</source>
        <translation>Name des Organisators</translation>
    </message>
    <message>
        <source>a delegate who sends in the organizer&apos;s name</source>
        <translation>ein Stellvertreter, der im Namen des Organisators sendet</translation>
    </message>
    <message>
        <source>a room&apos;s mailbox; may be repeated</source>
        <translation>Postfach eines Raums; mehrfach erlaubt</translation>
    </message>
    <message>
        <source>somebody else invited; may be repeated</source>
        <translation>wer sonst eingeladen ist; mehrfach erlaubt</translation>
    </message>
    <message>
        <source>start, such as 2026-11-18T09:30, in the zone of --zone; with Z at the end in UTC</source>
        <translation>Beginn, etwa 2026-11-18T09:30, in der Zone von --zone; mit Z am Ende in UTC</translation>
    </message>
    <message>
        <source>end; without it --minutes after the start</source>
        <translation>Ende; ohne diese Angabe --minutes nach dem Beginn</translation>
    </message>
    <message>
        <source>length; 60 without it</source>
        <translation>Dauer; sonst 60</translation>
    </message>
    <message>
        <source>a whole day, in place of --start</source>
        <translation>ein ganzer Tag anstelle von --start</translation>
    </message>
    <message>
        <source>time zone, such as Europe/Berlin; without it this machine&apos;s</source>
        <translation>Zeitzone, etwa Europe/Berlin; sonst die dieses Rechners</translation>
    </message>
    <message>
        <source>subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>words of the invitation</source>
        <translation>Text der Einladung</translation>
    </message>
    <message>
        <source>cancels the meeting of --uid</source>
        <translation>sagt die Besprechung von --uid ab</translation>
    </message>
    <message>
        <source>identity of the meeting; without it a new one</source>
        <translation>Kennung der Besprechung; sonst eine neue</translation>
    </message>
    <message>
        <source>version of the meeting; 0 without it</source>
        <translation>Fassung der Besprechung; sonst 0</translation>
    </message>
    <message>
        <source>as which program writes: exchange (without it) or plain</source>
        <translation>wie welches Programm geschrieben wird: exchange (sonst) oder plain</translation>
    </message>
    <message>
        <source>lists what had to be told and how far it is, newest first</source>
        <translation>listet auf, was mitzuteilen war und wie weit es ist, das Neueste zuerst</translation>
    </message>
    <message>
        <source>only one state: waiting, delivering, done, failed, given-up, bounced</source>
        <translation>nur ein Zustand: waiting, delivering, done, failed, given-up, bounced</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Nächster Versuch</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>the entry; without it all that wait</source>
        <translation>der Eintrag; sonst alle wartenden</translation>
    </message>
    <message>
        <source>gives one entry up, with a reason for those who look later</source>
        <translation>gibt einen Eintrag auf, mit einem Grund für alle, die später nachsehen</translation>
    </message>
    <message>
        <source>the entry</source>
        <translation>der Eintrag</translation>
    </message>
    <message>
        <source>why, in words</source>
        <translation>warum, in Worten</translation>
    </message>
    <message>
        <source>adds and changes people from a CSV file; all rows or, when one has a problem, none</source>
        <translation>fügt Personen aus einer CSV-Datei hinzu und ändert sie; alle Zeilen oder, wenn eine nicht passt, keine</translation>
    </message>
    <message>
        <source>columns control_number and email, and as wanted first_name, last_name, status, time_zone; - for standard input</source>
        <translation>Spalten control_number und email, nach Wunsch first_name, last_name, status, time_zone; - für die Standardeingabe</translation>
    </message>
    <message>
        <source>writes all people as CSV, as import takes it</source>
        <translation>schreibt alle Personen als CSV, wie import sie annimmt</translation>
    </message>
    <message>
        <source>where to; without it standard output</source>
        <translation>wohin; sonst die Standardausgabe</translation>
    </message>
    <message>
        <source>lists all people, external contacts and retired ones too</source>
        <translation>listet alle Personen auf, auch externe Kontakte und ausgeschiedene</translation>
    </message>
    <message>
        <source>Control Number</source>
        <translation>Kontrollnummer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>only this space, by its Exchange Mailbox</source>
        <translation>nur dieser Raum, nach seinem Exchange-Postfach</translation>
    </message>
    <message>
        <source>only what ends after this time, such as 2026-11-18 or 2026-11-18T09:00</source>
        <translation>nur was nach dieser Zeit endet, etwa 2026-11-18 oder 2026-11-18T09:00</translation>
    </message>
    <message>
        <source>only what starts before this time</source>
        <translation>nur was vor dieser Zeit beginnt</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>Anfragender</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>Reservations</source>
        <translation>Reservierungen</translation>
    </message>
    <message>
        <source>lists reservations, past, declined and cancelled ones too</source>
        <translation>listet Reservierungen auf, auch vergangene, abgelehnte und abgesagte</translation>
    </message>
    <message>
        <source>writes reservations into a file</source>
        <translation>schreibt Reservierungen in eine Datei</translation>
    </message>
    <message>
        <source>runs the agent: takes mail, decides it and answers, until SIGTERM or Ctrl+C</source>
        <translation>führt den Agenten aus: nimmt Mail an, entscheidet und antwortet, bis SIGTERM oder Strg+C</translation>
    </message>
    <message>
        <source>listens here in place of smtp.address and smtp.port; port 0: any free one</source>
        <translation>lauscht hier anstelle von smtp.address und smtp.port; Port 0: irgendein freier</translation>
    </message>
    <message>
        <source>goes on and tries again while the port is taken or another agent works on the store, instead of ending</source>
        <translation>macht weiter und versucht es erneut, solange der Port belegt ist oder ein anderer Agent auf dem Datenbestand arbeitet, statt zu enden</translation>
    </message>
    <message>
        <source>sends a stored message, or a meeting request made of the options, to an agent over SMTP</source>
        <translation>sendet eine gespeicherte Nachricht oder eine aus den Optionen gemachte Besprechungsanfrage per SMTP an einen Agenten</translation>
    </message>
    <message>
        <source>a stored message (.eml); - for standard input</source>
        <translation>eine gespeicherte Nachricht (.eml); - für die Standardeingabe</translation>
    </message>
    <message>
        <source>where the agent listens</source>
        <translation>wo der Agent lauscht</translation>
    </message>
    <message>
        <source>sender of the envelope; without it the message&apos;s From; &apos;&apos; for none</source>
        <translation>Absender des Umschlags; sonst der From der Nachricht; &apos;&apos; für keinen</translation>
    </message>
    <message>
        <source>recipient of the envelope; may be repeated; without it the rooms, or the file&apos;s To and Cc</source>
        <translation>Empfänger des Umschlags; mehrfach erlaubt; sonst die Räume oder To und Cc der Datei</translation>
    </message>
    <message>
        <source>shows the value in force of one setting</source>
        <translation>zeigt den geltenden Wert einer Einstellung</translation>
    </message>
    <message>
        <source>the setting, such as smtp.port</source>
        <translation>die Einstellung, etwa smtp.port</translation>
    </message>
    <message>
        <source>lists every setting with the value in force</source>
        <translation>listet jede Einstellung mit dem geltenden Wert auf</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>changes one setting; an empty value clears it</source>
        <translation>ändert eine Einstellung; ein leerer Wert löscht sie</translation>
    </message>
    <message>
        <source>the new value; lists with commas; &apos;&apos; clears</source>
        <translation>der neue Wert; Listen mit Kommas; &apos;&apos; löscht</translation>
    </message>
    <message>
        <source>stores a secret, read from standard input, on this machine: in the system keychain or, for a service, in an owner-only file</source>
        <translation>legt ein Geheimnis, von der Standardeingabe gelesen, auf diesem Rechner ab: im Schlüsselbund des Systems oder, für einen Dienst, in einer Datei nur für ihren Eigentümer</translation>
    </message>
    <message>
        <source>removes the secret</source>
        <translation>entfernt das Geheimnis</translation>
    </message>
    <message>
        <source>Value of %1 (not shown):</source>
        <translation>Wert von %1 (wird nicht gezeigt):</translation>
    </message>
    <message>
        <source>adds and changes spaces from a CSV file; all rows or, when one has a problem, none</source>
        <translation>fügt Räume aus einer CSV-Datei hinzu und ändert sie; alle Zeilen oder, wenn eine nicht passt, keine</translation>
    </message>
    <message>
        <source>columns name and mailbox, and as wanted building, floor, capacity, delegate_contact, time_zone, work_days, work_start, work_end, bookable, setup_minutes, clearup_minutes; - for standard input</source>
        <translation>Spalten name und mailbox, nach Wunsch building, floor, capacity, delegate_contact, time_zone, work_days, work_start, work_end, bookable, setup_minutes, clearup_minutes; - für die Standardeingabe</translation>
    </message>
    <message>
        <source>writes all spaces as CSV, as import takes it</source>
        <translation>schreibt alle Räume als CSV, wie import sie annimmt</translation>
    </message>
    <message>
        <source>lists all spaces</source>
        <translation>listet alle Räume auf</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>Gebäude</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>Etage</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>Exchange Mailbox</source>
        <translation>Exchange-Postfach</translation>
    </message>
    <message>
        <source>Bookable</source>
        <translation>Buchbar</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>copies the store into a file while it is in use</source>
        <translation>kopiert den Datenbestand in eine Datei, während er benutzt wird</translation>
    </message>
    <message>
        <source>where to</source>
        <translation>wohin</translation>
    </message>
    <message>
        <source>puts a backup in place of the store; what was there is set aside, never overwritten</source>
        <translation>setzt eine Sicherung an die Stelle des Datenbestands; was dort war, wird beiseitegelegt, nie überschrieben</translation>
    </message>
    <message>
        <source>the backup</source>
        <translation>die Sicherung</translation>
    </message>
    <message>
        <source>a time such as 2026-11-18T09:30</source>
        <translation>eine Zeit wie 2026-11-18T09:30</translation>
    </message>
    <message>
        <source>a time zone such as Europe/Berlin</source>
        <translation>eine Zeitzone wie Europe/Berlin</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>eine ganze Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Eingegangen</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Absender</translation>
    </message>
    <message>
        <source>Message-ID</source>
        <translation>Message-ID</translation>
    </message>
    <message>
        <source>shows what happened to messages, newest first, one entry a message and recipient</source>
        <translation>zeigt, was mit Nachrichten geschah, das Neueste zuerst, ein Eintrag je Nachricht und Empfänger</translation>
    </message>
    <message>
        <source>how many; 20 without it</source>
        <translation>wie viele; sonst 20</translation>
    </message>
    <message>
        <source>one entry with all its steps</source>
        <translation>ein Eintrag mit allen Schritten</translation>
    </message>
    <message>
        <source>one of: %1</source>
        <translation>eines von: %1</translation>
    </message>
    <message>
        <source>the store; without it this desk&apos;s own</source>
        <translation>der Datenbestand; sonst der eigene dieses Arbeitsplatzes</translation>
    </message>
    <message>
        <source>this help</source>
        <translation>diese Hilfe</translation>
    </message>
    <message>
        <source>Exit status: 0 good, 1 found something or failed, 2 wrong usage.</source>
        <translation>Rückgabewert: 0 gut, 1 etwas gefunden oder fehlgeschlagen, 2 falsch aufgerufen.</translation>
    </message>
    <message>
        <source>Usage: %1 [options]</source>
        <translation>Aufruf: %1 [Optionen]</translation>
    </message>
    <message>
        <source>Arguments:</source>
        <translation>Argumente:</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>Optionen:</translation>
    </message>
    <message>
        <source>Actions:</source>
        <translation>Aktionen:</translation>
    </message>
    <message>
        <source>More: %1</source>
        <translation>Mehr: %1</translation>
    </message>
    <message>
        <source>The Reserve SMTP Agent: takes meeting requests, reserves spaces and answers; and the commands to set it up, look into it and repair it.</source>
        <translation>Der SMTP-Agent von Reserve: nimmt Besprechungsanfragen an, reserviert Räume und antwortet; dazu die Befehle, um ihn einzurichten, hineinzusehen und zu reparieren.</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>Befehle:</translation>
    </message>
    <message>
        <source>Options of every command:</source>
        <translation>Optionen jedes Befehls:</translation>
    </message>
    <message>
        <source>help on a command</source>
        <translation>Hilfe zu einem Befehl</translation>
    </message>
    <message>
        <source>the program&apos;s version</source>
        <translation>die Version des Programms</translation>
    </message>
    <message>
        <source>lists the requests that wait for an approver, the oldest first</source>
        <translation>listet die Anfragen, die auf eine Genehmigung warten, die älteste zuerst</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Besprechung</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Out of policy</source>
        <translation>Verletzte Richtlinie</translation>
    </message>
    <message>
        <source>the request, as approvals list numbers it</source>
        <translation>die Anfrage, wie approvals list sie nummeriert</translation>
    </message>
    <message>
        <source>why, in words that the requester reads</source>
        <translation>warum, in Worten, die die anfragende Person liest</translation>
    </message>
    <message>
        <source>reserves what a request asks for, and answers it</source>
        <translation>reserviert, worum eine Anfrage bittet, und beantwortet sie</translation>
    </message>
    <message>
        <source>declines a request, and answers it</source>
        <translation>lehnt eine Anfrage ab und beantwortet sie</translation>
    </message>
    <message>
        <source>answers a request tentatively; the time stays held, and it can be decided later</source>
        <translation>beantwortet eine Anfrage mit Vorbehalt; die Zeit bleibt gehalten, entschieden werden kann später</translation>
    </message>
    <message>
        <source>(no building)</source>
        <translation>(ohne Gebäude)</translation>
    </message>
    <message>
        <source>lists booking policies: of one space or building all in force, else what is set anywhere</source>
        <translation>listet Buchungsrichtlinien: eines Raums oder Gebäudes alle geltenden, sonst was irgendwo gesetzt ist</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>shows the value in force of one booking policy</source>
        <translation>zeigt den geltenden Wert einer Buchungsrichtlinie</translation>
    </message>
    <message>
        <source>Exchange&apos;s name, such as AllowConflicts</source>
        <translation>ihr Name in Exchange, etwa AllowConflicts</translation>
    </message>
    <message>
        <source>sets one booking policy of a space or a building</source>
        <translation>setzt eine Buchungsrichtlinie eines Raums oder Gebäudes</translation>
    </message>
    <message>
        <source>the new value; addresses with commas, &apos;&apos; for none of them</source>
        <translation>der neue Wert; Adressen mit Kommas, &apos;&apos; für keine</translation>
    </message>
    <message>
        <source>takes one booking policy of a space or a building back, so that it is inherited again</source>
        <translation>nimmt eine Buchungsrichtlinie eines Raums oder Gebäudes zurück, sodass sie wieder geerbt wird</translation>
    </message>
    <message>
        <source>of one space, by its Exchange Mailbox</source>
        <translation>eines Raums, nach seinem Exchange-Postfach</translation>
    </message>
    <message>
        <source>of one building; &apos;&apos; means the spaces without one</source>
        <translation>eines Gebäudes; &apos;&apos; meint die Räume ohne Gebäude</translation>
    </message>
    <message>
        <source>shows what is understood of a message and what would be decided and told, and changes nothing</source>
        <translation>zeigt, was von einer Nachricht verstanden wird und was entschieden und mitgeteilt würde, und ändert nichts</translation>
    </message>
    <message>
        <source>a stored message (.eml) or a calendar (.ics); - for standard input</source>
        <translation>eine gespeicherte Nachricht (.eml) oder ein Kalender (.ics); - für die Standardeingabe</translation>
    </message>
    <message>
        <source>recipient of the envelope; may be repeated; without it the spaces among the attendees, else among the addressees</source>
        <translation>Empfänger des Umschlags; mehrfach möglich; ohne Angabe die Räume unter den Teilnehmern, sonst unter den Adressaten</translation>
    </message>
    <message>
        <source>sender of the envelope; without it Return-Path, else From; &apos;&apos; for none</source>
        <translation>Absender des Umschlags; ohne Angabe Return-Path, sonst From; &apos;&apos; für keinen</translation>
    </message>
    <message>
        <source>as if it arrived at this time, such as 2026-11-18T09:30; without it now</source>
        <translation>als käme sie zu dieser Zeit an, etwa 2026-11-18T09:30; ohne Angabe jetzt</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n Byte</numerusform>
            <numerusform>%n Bytes</numerusform>
        </translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Every step it would take</source>
        <translation>Jeder Schritt, den sie nähme</translation>
    </message>
    <message>
        <source>only what is to come in a time zone whose clocks are set otherwise now than when it was reserved</source>
        <translation>nur Kommendes in einer Zeitzone, deren Uhren jetzt anders gestellt werden als bei der Reservierung</translation>
    </message>
    <message>
        <source>a Control Number, digits only</source>
        <translation>eine Kontrollnummer, nur Ziffern</translation>
    </message>
    <message>
        <source>when it begins, such as 2026-11-18T09:30, in the person&apos;s time zone</source>
        <translation>wann sie beginnt, etwa 2026-11-18T09:30, in der Zeitzone der Person</translation>
    </message>
    <message>
        <source>when it ends; of all-day reservations the last day</source>
        <translation>wann sie endet; bei ganztägigen der letzte Tag</translation>
    </message>
    <message>
        <source>what it is about</source>
        <translation>worum es geht</translation>
    </message>
    <message>
        <source>more about it, for the person and the room&apos;s calendar</source>
        <translation>mehr dazu, für die Person und den Kalender des Raums</translation>
    </message>
    <message>
        <source>how it repeats, such as FREQ=WEEKLY;BYDAY=MO;COUNT=10 (RFC 5545)</source>
        <translation>wie sie sich wiederholt, etwa FREQ=WEEKLY;BYDAY=MO;COUNT=10 (RFC 5545)</translation>
    </message>
    <message>
        <source>only says what would come of it</source>
        <translation>sagt nur, was daraus würde</translation>
    </message>
    <message>
        <source>reserves a space for a person, decided like a meeting request</source>
        <translation>reserviert einen Raum für eine Person, entschieden wie eine Besprechungsanfrage</translation>
    </message>
    <message>
        <source>which space, by its Exchange Mailbox</source>
        <translation>welcher Raum, nach seinem Exchange-Postfach</translation>
    </message>
    <message>
        <source>for whom, by Control Number</source>
        <translation>für wen, nach Kontrollnummer</translation>
    </message>
    <message>
        <source>whole days, those of the space&apos;s time zone</source>
        <translation>ganze Tage, die der Zeitzone des Raums</translation>
    </message>
    <message>
        <source>others see neither subject nor person</source>
        <translation>andere sehen weder Betreff noch Person</translation>
    </message>
    <message>
        <source>the room invites the person, in place of a mail</source>
        <translation>der Raum lädt die Person ein, statt einer Mail</translation>
    </message>
    <message>
        <source>changes a reservation that was made here: its time, space, subject or person</source>
        <translation>ändert eine hier angelegte Reservierung: Zeit, Raum, Betreff oder Person</translation>
    </message>
    <message>
        <source>the reservation, as reservations list numbers it</source>
        <translation>die Reservierung, wie reservations list sie nummeriert</translation>
    </message>
    <message>
        <source>into this space, by its Exchange Mailbox</source>
        <translation>in diesen Raum, nach seinem Exchange-Postfach</translation>
    </message>
    <message>
        <source>for somebody else, by Control Number</source>
        <translation>für jemand anderen, nach Kontrollnummer</translation>
    </message>
    <message>
        <source>the whole series, not this date alone</source>
        <translation>die ganze Serie, nicht nur diesen Termin</translation>
    </message>
    <message>
        <source>cancels a reservation; one that came by mail, the room declines</source>
        <translation>sagt eine Reservierung ab; eine, die per Mail kam, lehnt der Raum ab</translation>
    </message>
    <message>
        <source>why, in words that the person reads</source>
        <translation>warum, in Worten, die die Person liest</translation>
    </message>
    <message>
        <source>the language of the mail, such as en or de; else the one in force</source>
        <translation>die Sprache der Mail, etwa en oder de; sonst die geltende</translation>
    </message>
    <message>
        <source>Subject: %1</source>
        <translation>Betreff: %1</translation>
    </message>
    <message>
        <source>lists the texts of mails in every language, and which were written here</source>
        <translation>listet die Texte der Mails in jeder Sprache und welche hier geschrieben wurden</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>own</source>
        <translation>eigene</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>eingebaut</translation>
    </message>
    <message>
        <source>shows the text of one mail with its place holders</source>
        <translation>zeigt den Text einer Mail mit seinen Platzhaltern</translation>
    </message>
    <message>
        <source>the built-in text, also where another one was written</source>
        <translation>den eingebauten Text, auch wo ein anderer geschrieben wurde</translation>
    </message>
    <message>
        <source>writes subject or text of one mail in place of the built-in one</source>
        <translation>schreibt Betreff oder Text einer Mail anstelle des eingebauten</translation>
    </message>
    <message>
        <source>the subject, such as &apos;Reserved: {space}&apos;</source>
        <translation>der Betreff, etwa &apos;Reserviert: {space}&apos;</translation>
    </message>
    <message>
        <source>a file with the text of the mail; - reads standard input</source>
        <translation>eine Datei mit dem Text der Mail; - liest die Standardeingabe</translation>
    </message>
    <message>
        <source>takes subject and text of one mail back to the built-in ones</source>
        <translation>führt Betreff und Text einer Mail auf die eingebauten zurück</translation>
    </message>
    <message>
        <source>the subject alone</source>
        <translation>nur den Betreff</translation>
    </message>
    <message>
        <source>the text alone</source>
        <translation>nur den Text</translation>
    </message>
    <message>
        <source>shows one mail as its reader would have it</source>
        <translation>zeigt eine Mail, wie sie ankommt</translation>
    </message>
    <message>
        <source>with the facts of this reservation instead of a sample</source>
        <translation>mit den Angaben dieser Reservierung statt eines Beispiels</translation>
    </message>
    <message>
        <source>with a sample that is a series</source>
        <translation>mit einem Beispiel, das eine Serie ist</translation>
    </message>
    <message>
        <source>tries one entry, all that wait, or all that wait or failed on a server, at once</source>
        <translation>versucht einen Eintrag, alle wartenden oder alle wartenden und fehlgeschlagenen eines Servers sofort</translation>
    </message>
    <message>
        <source>only what goes to this server, failed entries too; done by the running agent</source>
        <translation>nur was an diesen Server geht, auch Fehlgeschlagenes; das tut der laufende Agent</translation>
    </message>
    <message>
        <source>sends a confirmation or a request for approval to another address, and tries it again</source>
        <translation>sendet eine Bestätigung oder Genehmigungsanfrage an eine andere Adresse und versucht es erneut</translation>
    </message>
    <message>
        <source>the address, and copies after commas</source>
        <translation>die Adresse, und Kopien nach Kommas</translation>
    </message>
    <message>
        <source>an e-mail address, or ADDRESS=NAME</source>
        <translation>eine E-Mail-Adresse oder ADRESSE=NAME</translation>
    </message>
    <message>
        <source>a PEM file that can be read</source>
        <translation>eine lesbare PEM-Datei</translation>
    </message>
    <message>
        <source>EWS: server profile of kind EWS, URL %1, user %2, NTLM domain %3, password %4</source>
        <translation>EWS: Serverprofil der Art EWS, URL %1, Benutzer %2, NTLM-Domäne %3, Kennwort %4</translation>
    </message>
    <message>
        <source>Graph: server profile of kind Graph, URL %1, authority %2, tenant %3, client %4, secret %5</source>
        <translation>Graph: Serverprofil der Art Graph, URL %1, Autorität %2, Mandant %3, Client %4, Geheimnis %5</translation>
    </message>
    <message>
        <source>Mail: outgoing.host 127.0.0.1, outgoing.port %1, outgoing.security none</source>
        <translation>Mail: outgoing.host 127.0.0.1, outgoing.port %1, outgoing.security none</translation>
    </message>
    <message>
        <source>runs a Practice Exchange on this machine to rehearse with, until SIGTERM, Ctrl+C or &quot;quit&quot;</source>
        <translation>betreibt auf diesem Rechner einen Übungs-Exchange zum Ausprobieren, bis SIGTERM, Strg+C oder „quit“</translation>
    </message>
    <message>
        <source>where EWS, Graph and tokens are; 8026 without it, 0: any free port</source>
        <translation>wo EWS, Graph und Token sind; sonst 8026, mit 0 irgendein freier Port</translation>
    </message>
    <message>
        <source>where mail is taken; 8027 without it, 0: any free port</source>
        <translation>wo Mail angenommen wird; sonst 8027, mit 0 irgendein freier Port</translation>
    </message>
    <message>
        <source>where requests are forwarded to; 127.0.0.1:8025 without it</source>
        <translation>wohin Anfragen weitergeleitet werden; sonst 127.0.0.1:8025</translation>
    </message>
    <message>
        <source>a switch, such as slow=2000; may be repeated</source>
        <translation>ein Schalter, etwa slow=2000; darf mehrfach stehen</translation>
    </message>
    <message>
        <source>a room; may be repeated; without it the spaces of the store</source>
        <translation>ein Raum; darf mehrfach stehen; sonst die Räume des Datenbestands</translation>
    </message>
    <message>
        <source>password and client secret; &quot;practice&quot; without it</source>
        <translation>Kennwort und Client-Geheimnis; sonst „practice“</translation>
    </message>
    <message>
        <source>certificate whose key may sign for the OAuth client</source>
        <translation>Zertifikat, mit dessen Schlüssel sich der OAuth-Client ausweisen darf</translation>
    </message>
    <message>
        <source>turns a switch</source>
        <translation>stellt einen Schalter</translation>
    </message>
    <message>
        <source>shows all switches</source>
        <translation>zeigt alle Schalter</translation>
    </message>
    <message>
        <source>has a person invite a room; tells the UID</source>
        <translation>lässt eine Person einen Raum einladen; nennt die UID</translation>
    </message>
    <message>
        <source>moves a meeting that was sent</source>
        <translation>verschiebt eine Besprechung, die geschickt wurde</translation>
    </message>
    <message>
        <source>cancels a meeting that was sent</source>
        <translation>sagt eine Besprechung ab, die geschickt wurde</translation>
    </message>
    <message>
        <source>lists the mailboxes</source>
        <translation>zeigt die Postfächer</translation>
    </message>
    <message>
        <source>shows what lies in a mailbox</source>
        <translation>zeigt, was in einem Postfach liegt</translation>
    </message>
    <message>
        <source>shows the mails that people received</source>
        <translation>zeigt die Mails, die Personen bekommen haben</translation>
    </message>
    <message>
        <source>shows this</source>
        <translation>zeigt dies</translation>
    </message>
    <message>
        <source>ends the Practice Exchange</source>
        <translation>beendet den Übungs-Exchange</translation>
    </message>
    <message>
        <source>lists the Exchange servers and tenants</source>
        <translation>listet die Exchange-Server und Mandanten auf</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Mail domains</source>
        <translation>Mail-Domänen</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>shows what is set for one server, and the secrets it needs</source>
        <translation>zeigt, was für einen Server eingetragen ist und welche Geheimnisse er braucht</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>removes one server and its secrets on this machine</source>
        <translation>entfernt einen Server und seine Geheimnisse auf diesem Rechner</translation>
    </message>
    <message>
        <source>writes all servers as JSON, as import takes it; without secrets</source>
        <translation>schreibt alle Server als JSON, wie import es nimmt; ohne Geheimnisse</translation>
    </message>
    <message>
        <source>adds and changes servers from a JSON file, known by name; all of them or, when one has a problem, none</source>
        <translation>fügt Server aus einer JSON-Datei hinzu und ändert sie, am Namen erkannt; alle oder, wenn einer nicht passt, keinen</translation>
    </message>
    <message>
        <source>as export writes it; - for standard input</source>
        <translation>wie export sie schreibt; - für die Standardeingabe</translation>
    </message>
    <message>
        <source>says which server handles an address</source>
        <translation>sagt, welcher Server eine Adresse bedient</translation>
    </message>
    <message>
        <source>a room&apos;s mailbox</source>
        <translation>Postfach eines Raums</translation>
    </message>
    <message>
        <source>the server&apos;s name, or its number from servers list</source>
        <translation>der Name des Servers oder seine Nummer aus servers list</translation>
    </message>
    <message>
        <source>changes fields of one server, or adds it</source>
        <translation>ändert Felder eines Servers oder fügt ihn hinzu</translation>
    </message>
    <message>
        <source>such as kind=ews, mail_domains=mycompany.com,cloud.mycompany.com, authentication=ntlm or certificate=@client.pem; an empty value clears; servers show has all names</source>
        <translation>etwa kind=ews, mail_domains=mycompany.com,cloud.mycompany.com, authentication=ntlm oder certificate=@client.pem; ein leerer Wert leert; servers show hat alle Namen</translation>
    </message>
    <message>
        <source>has the running agent sign in to one server, and says what came of it</source>
        <translation>lässt den laufenden Agenten sich an einem Server anmelden und sagt, was daraus wurde</translation>
    </message>
    <message>
        <source>a room&apos;s mailbox that is to be opened too</source>
        <translation>Postfach eines Raums, das auch geöffnet werden soll</translation>
    </message>
    <message>
        <source>how long to wait for the agent (120)</source>
        <translation>wie lange auf den Agenten gewartet wird (120)</translation>
    </message>
    <message>
        <source>the server whose secret it is, by name: NAME is then password, client-secret or private-key</source>
        <translation>der Server, dem das Geheimnis gehört, mit Namen: NAME ist dann password, client-secret oder private-key</translation>
    </message>
    <message>
        <source>has the running agent look for the address of one Exchange Server by Autodiscover, and says it</source>
        <translation>lässt den laufenden Agenten die Adresse eines Exchange-Servers per Autodiscover suchen und nennt sie</translation>
    </message>
    <message>
        <source>the mailbox to ask by; without it that of the server&apos;s first room</source>
        <translation>das Postfach, mit dem gefragt wird; sonst das des ersten Raums dieses Servers</translation>
    </message>
</context>
<context>
    <name>reserve::CommandList</name>
    <message>
        <source>Type a command</source>
        <translation>Befehl eingeben</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>command, keys</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>reserve::DraftField</name>
    <message>
        <source>Somebody else cleared this while it was being changed here.</source>
        <translation>Jemand anderes hat dies geleert, während es hier geändert wurde.</translation>
    </message>
    <message>
        <source>Somebody else set this to %1 while it was being changed here.</source>
        <translation>Jemand anderes hat dies auf %1 gesetzt, während es hier geändert wurde.</translation>
    </message>
</context>
<context>
    <name>reserve::DraftForm</name>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <translation>STARTTLS</translation>
    </message>
    <message>
        <source>TLS from the first byte</source>
        <translation>TLS vom ersten Byte an</translation>
    </message>
</context>
<context>
    <name>reserve::DuplicateBox</name>
    <message numerus="yes">
        <source>%n people share this e-mail</source>
        <translation>
            <numerusform>%n Person hat diese E-Mail</numerusform>
            <numerusform>%n Personen teilen sich diese E-Mail</numerusform>
        </translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>smallest number</source>
        <translation>kleinste Nummer</translation>
    </message>
    <message>
        <source>Retire %1</source>
        <translation>%1 ausscheiden lassen</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>nicht benutzt</translation>
    </message>
</context>
<context>
    <name>reserve::EmptyState</name>
    <message>
        <source>Clear filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Nichts passt</translation>
    </message>
</context>
<context>
    <name>reserve::ExchangeAdminPage</name>
    <message>
        <source>Exchange Admin</source>
        <translation>Exchange-Verwaltung</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) applied.</source>
        <translation>
            <numerusform>%n Änderung angewendet.</numerusform>
            <numerusform>%n Änderungen angewendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Parts of Exchange Admin</source>
        <translation>Teile der Exchange-Verwaltung</translation>
    </message>
    <message>
        <source>Apply changes</source>
        <translation>Änderungen anwenden</translation>
    </message>
    <message>
        <source>Revert changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Add space</source>
        <translation>Raum hinzufügen</translation>
    </message>
    <message>
        <source>Import spaces…</source>
        <translation>Räume importieren…</translation>
    </message>
    <message>
        <source>The agent still runs with the old values.</source>
        <translation>Der Agent arbeitet noch mit den alten Werten.</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) cannot be applied yet.</source>
        <translation>
            <numerusform>%n Wert kann noch nicht angewendet werden.</numerusform>
            <numerusform>%n Werte können noch nicht angewendet werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was changed yet</source>
        <translation>Noch ist nichts geändert</translation>
    </message>
    <message numerus="yes">
        <source>Somebody else changed %n value(s) that are changed here too. Apply keeps yours, Revert takes theirs.</source>
        <translation>
            <numerusform>Jemand anderes hat %n Wert geändert, der auch hier geändert ist. Anwenden behält den eigenen, Verwerfen nimmt den anderen.</numerusform>
            <numerusform>Jemand anderes hat %n Werte geändert, die auch hier geändert sind. Anwenden behält die eigenen, Verwerfen nimmt die anderen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Settings and spaces</source>
        <translation>Einstellungen und Räume</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Reserve SMTP Agent</source>
        <translation>SMTP-Agent von Reserve</translation>
    </message>
    <message>
        <source>Import spaces</source>
        <translation>Räume importieren</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>Sort the spaces by the chosen column</source>
        <translation>Die Räume nach der gewählten Spalte sortieren</translation>
    </message>
    <message>
        <source>Take up</source>
        <translation>Wieder aufnehmen</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of %1 were not applied when the console ended. Take them up to look at them; Revert drops them.</source>
        <translation>
            <numerusform>%n Änderung von %1 war nicht angewendet, als die Konsole endete. Zum Ansehen wieder aufnehmen; Verwerfen nimmt sie ganz weg.</numerusform>
            <numerusform>%n Änderungen von %1 waren nicht angewendet, als die Konsole endete. Zum Ansehen wieder aufnehmen; Verwerfen nimmt sie ganz weg.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Export spaces…</source>
        <translation>Räume exportieren…</translation>
    </message>
    <message>
        <source>Export spaces</source>
        <translation>Räume exportieren</translation>
    </message>
    <message>
        <source>All spaces are written to %1.</source>
        <translation>Alle Räume sind nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>Booking policies</source>
        <translation>Buchungsrichtlinien</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Mails</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of an accessible name</comment>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>reserve::Explaining</name>
    <message>
        <source>%1. %2</source>
        <comment>an answer and its reason</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Reservation</source>
        <translation>Reservierung</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state and time of a reservation</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>Bietet an</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a free space and its time</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>Mitgeteilt</translation>
    </message>
    <message>
        <source>%1 to %2: %3</source>
        <comment>what is told, to whom, and the answer</comment>
        <translation>%1 an %2: %3</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>what is told, and to whom</comment>
        <translation>%1 an %2</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemandem</translation>
    </message>
    <message>
        <source>What would be decided for %1, %2</source>
        <translation>Was für %1, %2 entschieden würde</translation>
    </message>
    <message>
        <source>What would be decided for %1</source>
        <translation>Was für %1 entschieden würde</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>&quot;%1&quot;, by the rules that the message brings</source>
        <translation>„%1“, nach den Regeln, die die Nachricht mitbringt</translation>
    </message>
    <message>
        <source>&quot;%1&quot;, by the rules that the message brings; the name means %2</source>
        <translation>„%1“, nach den Regeln, die die Nachricht mitbringt; der Name bedeutet %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot;, which means %2</source>
        <translation>„%1“, das bedeutet %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot;, of which only the offset is known</source>
        <translation>„%1“, davon ist nur der Abstand zu UTC bekannt</translation>
    </message>
    <message>
        <source>The message names none: that of the space, %1</source>
        <translation>Die Nachricht nennt keine: die des Raums, %1</translation>
    </message>
    <message>
        <source>The message names none, and the space has none</source>
        <translation>Die Nachricht nennt keine, und der Raum hat keine</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known here</source>
        <translation>„%1“ ist hier nicht bekannt</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>winmail.dat</source>
        <translation>winmail.dat</translation>
    </message>
    <message>
        <source>Read: the meeting comes from part %1</source>
        <translation>Gelesen: Die Besprechung stammt aus Teil %1</translation>
    </message>
    <message>
        <source>There is one; it is not needed</source>
        <translation>Ist dabei, wird aber nicht gebraucht</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>kind of a message, its method</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Absender</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>Anfragender</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>Message-ID</source>
        <translation>Message-ID</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Part %1</source>
        <translation>Teil %1</translation>
    </message>
    <message>
        <source>Why so</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>The mail</source>
        <translation>Die Mail</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>length of a meeting</comment>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <comment>length of a meeting</comment>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <comment>length of a meeting</comment>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Date of the series</source>
        <translation>Termin der Serie</translation>
    </message>
    <message>
        <source>%1, and all that follow</source>
        <translation>%1, und alle danach</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Wiederholt sich</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Termine</translation>
    </message>
    <message numerus="yes">
        <source>%n or more</source>
        <translation>
            <numerusform>%n oder mehr</numerusform>
            <numerusform>%n oder mehr</numerusform>
        </translation>
    </message>
    <message>
        <source>First dates</source>
        <translation>Erste Termine</translation>
    </message>
    <message>
        <source>Organizer</source>
        <translation>Organisator</translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation>Gesendet von</translation>
    </message>
    <message>
        <source>Sender check</source>
        <translation>Absenderprüfung</translation>
    </message>
    <message>
        <source>The sender may speak for the organizer</source>
        <translation>Der Absender darf für den Organisator sprechen</translation>
    </message>
    <message>
        <source>The sender is neither the organizer nor a delegate</source>
        <translation>Der Absender ist weder der Organisator noch ein Stellvertreter</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Räume</translation>
    </message>
    <message>
        <source>Attendees</source>
        <translation>Teilnehmer</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Vertraulichkeit</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privat</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>Gewünscht</translation>
    </message>
    <message>
        <source>Not wanted</source>
        <translation>Nicht gewünscht</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Fassung</translation>
    </message>
    <message>
        <source>Number %1, written %2</source>
        <translation>Nummer %1, geschrieben %2</translation>
    </message>
    <message>
        <source>In the way</source>
        <translation>Im Weg</translation>
    </message>
    <message>
        <source>One date of a series</source>
        <translation>Ein Termin einer Serie</translation>
    </message>
    <message>
        <source>The series</source>
        <translation>Die Serie</translation>
    </message>
    <message>
        <source>The meeting</source>
        <translation>Die Besprechung</translation>
    </message>
    <message numerus="yes">
        <source>%n further date(s)</source>
        <comment>of a series, in one message</comment>
        <translation>
            <numerusform>%n weiterer Termin</numerusform>
            <numerusform>%n weitere Termine</numerusform>
        </translation>
    </message>
    <message>
        <source>first</source>
        <translation>ersten</translation>
    </message>
    <message>
        <source>second</source>
        <translation>zweiten</translation>
    </message>
    <message>
        <source>third</source>
        <translation>dritten</translation>
    </message>
    <message>
        <source>fourth</source>
        <translation>vierten</translation>
    </message>
    <message>
        <source>fifth</source>
        <translation>fünften</translation>
    </message>
    <message>
        <source>last</source>
        <translation>letzten</translation>
    </message>
    <message>
        <source>%1. from the end</source>
        <comment>an ordinal number</comment>
        <translation>%1. vom Ende</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>an ordinal number</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>the %1 %2</source>
        <comment>an ordinal and a weekday</comment>
        <translation>dem %1 %2</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Jeden Tag</translation>
    </message>
    <message numerus="yes">
        <source>Every %n day(s)</source>
        <translation>
            <numerusform>Jeden Tag</numerusform>
            <numerusform>Alle %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>Jede Woche</translation>
    </message>
    <message numerus="yes">
        <source>Every %n week(s)</source>
        <translation>
            <numerusform>Jede Woche</numerusform>
            <numerusform>Alle %n Wochen</numerusform>
        </translation>
    </message>
    <message>
        <source>Every month</source>
        <translation>Jeden Monat</translation>
    </message>
    <message numerus="yes">
        <source>Every %n month(s)</source>
        <translation>
            <numerusform>Jeden Monat</numerusform>
            <numerusform>Alle %n Monate</numerusform>
        </translation>
    </message>
    <message>
        <source>Every year</source>
        <translation>Jedes Jahr</translation>
    </message>
    <message numerus="yes">
        <source>Every %n year(s)</source>
        <translation>
            <numerusform>Jedes Jahr</numerusform>
            <numerusform>Alle %n Jahre</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>every week, Monday</comment>
        <translation>%1, am %2</translation>
    </message>
    <message>
        <source>%1 on day %2</source>
        <comment>every month, 15</comment>
        <translation>%1, am %2. Tag</translation>
    </message>
    <message>
        <source>%1 on %2 %3</source>
        <comment>every year, 18, November</comment>
        <translation>%1, am %2. %3</translation>
    </message>
    <message>
        <source>on day %1 of the month</source>
        <translation>an Tag %1 des Monats</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>months</comment>
        <translation>im %1</translation>
    </message>
    <message>
        <source>in calendar week %1</source>
        <translation>in Kalenderwoche %1</translation>
    </message>
    <message>
        <source>on day %1 of the year</source>
        <translation>an Tag %1 des Jahres</translation>
    </message>
    <message>
        <source>at the hours %1</source>
        <translation>zu den Stunden %1</translation>
    </message>
    <message>
        <source>at the minutes %1</source>
        <translation>zu den Minuten %1</translation>
    </message>
    <message>
        <source>of these only the %1</source>
        <translation>davon nur am %1</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <comment>how often a series repeats</comment>
        <translation>
            <numerusform>%n Mal</numerusform>
            <numerusform>%n Mal</numerusform>
        </translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>without end</source>
        <translation>ohne Ende</translation>
    </message>
    <message numerus="yes">
        <source>and on %n further date(s)</source>
        <translation>
            <numerusform>und an %n weiteren Termin</numerusform>
            <numerusform>und an %n weiteren Terminen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On %n date(s) of its own</source>
        <translation>
            <numerusform>An %n eigenen Termin</numerusform>
            <numerusform>An %n eigenen Terminen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>except on %n date(s)</source>
        <translation>
            <numerusform>außer an %n Termin</numerusform>
            <numerusform>außer an %n Terminen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reserve::FileImport</name>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>%1: %2 added, %3 changed, %4 as they were.</source>
        <translation>%1: %2 hinzugefügt, %3 geändert, %4 wie sie waren.</translation>
    </message>
</context>
<context>
    <name>reserve::FirstRunView</name>
    <message>
        <source>How do you want to start?</source>
        <translation>Wie soll es losgehen?</translation>
    </message>
    <message>
        <source>Reserve Console answers meeting requests for your rooms. Everything can be changed later, and the sample building can be replaced by your own.</source>
        <translation>Reserve Console beantwortet Besprechungsanfragen für Ihre Räume. Alles lässt sich später ändern, und das Beispielgebäude lässt sich durch das eigene ersetzen.</translation>
    </message>
    <message>
        <source>Time zone of the building</source>
        <translation>Zeitzone des Gebäudes</translation>
    </message>
    <message>
        <source>All-day meetings, and times that name no zone, mean this one.</source>
        <translation>Ganztägige Besprechungen und Zeiten ohne Zone meinen diese.</translation>
    </message>
    <message>
        <source>Choose a time zone of the list.</source>
        <translation>Eine Zeitzone der Liste wählen.</translation>
    </message>
    <message>
        <source>Load the sample building</source>
        <translation>Beispielgebäude laden</translation>
    </message>
    <message>
        <source>Start empty</source>
        <translation>Leer beginnen</translation>
    </message>
    <message>
        <source>Run the Practice Exchange, so that answers can be tried without a real one</source>
        <translation>Den Übungs-Exchange betreiben, damit sich Antworten ohne einen echten ausprobieren lassen</translation>
    </message>
</context>
<context>
    <name>reserve::FirstSteps</name>
    <message>
        <source>Spaces and people</source>
        <translation>Räume und Personen</translation>
    </message>
    <message>
        <source>A sample building, or your own</source>
        <translation>Ein Beispielgebäude oder das eigene</translation>
    </message>
    <message>
        <source>Who may book</source>
        <translation>Wer buchen darf</translation>
    </message>
    <message>
        <source>Under Exchange Admin</source>
        <translation>In der Exchange-Verwaltung</translation>
    </message>
    <message>
        <source>The first meeting</source>
        <translation>Die erste Besprechung</translation>
    </message>
    <message>
        <source>Monitor shows its whole way</source>
        <translation>Der Monitor zeigt ihren ganzen Weg</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
</context>
<context>
    <name>reserve::FormField</name>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
</context>
<context>
    <name>reserve::HelpWindow</name>
    <message>
        <source>Chapters</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>Manual – Reserve Console %1</source>
        <translation>Handbuch – Reserve Console %1</translation>
    </message>
</context>
<context>
    <name>reserve::ImportSheet</name>
    <message>
        <source>Rows with problems</source>
        <translation>Zeilen, die nicht passen</translation>
    </message>
    <message>
        <source>Import again…</source>
        <translation>Erneut importieren…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Nothing of %1 is imported</source>
        <translation>Aus %1 wird nichts importiert</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) cannot be taken. Mend them in the file and import it again.</source>
        <translation>
            <numerusform>%n Zeile kann nicht übernommen werden. In der Datei verbessern und erneut importieren.</numerusform>
            <numerusform>%n Zeilen können nicht übernommen werden. In der Datei verbessern und erneut importieren.</numerusform>
        </translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
    <message>
        <source>%1 is imported</source>
        <translation>%1 ist importiert</translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) of it were left out.</source>
        <translation>
            <numerusform>Eine Spalte daraus blieb weg.</numerusform>
            <numerusform>%n Spalten daraus blieben weg.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reserve::LaneView</name>
    <message numerus="yes">
        <source>%n at once</source>
        <comment>reservations of one space or one person</comment>
        <translation>
            <numerusform>%n zugleich</numerusform>
            <numerusform>%n zugleich</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of an accessible name</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>closed: %1</source>
        <translation>geschlossen: %1</translation>
    </message>
    <message>
        <source>free, outside working hours</source>
        <translation>frei, außerhalb der Öffnungszeit</translation>
    </message>
    <message>
        <source>free</source>
        <translation>frei</translation>
    </message>
    <message>
        <source>not on this day, the clocks change</source>
        <translation>an diesem Tag nicht, die Uhr wird umgestellt</translation>
    </message>
    <message>
        <source>Clocks go forward</source>
        <translation>Die Uhr wird vorgestellt</translation>
    </message>
</context>
<context>
    <name>reserve::MainWindow</name>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Recent messages</source>
        <translation>Letzte Meldungen</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Every command…</source>
        <translation>Alle Befehle…</translation>
    </message>
    <message>
        <source>Filter this page</source>
        <translation>Diese Seite filtern</translation>
    </message>
    <message>
        <source>Rail wide or narrow</source>
        <translation>Leiste breit oder schmal</translation>
    </message>
    <message>
        <source>Next region</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Previous region</source>
        <translation>Voriger Bereich</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>time, message</comment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Copies the message</source>
        <translation>Kopiert die Meldung</translation>
    </message>
    <message>
        <source>Reserve Console</source>
        <translation>Reserve Console</translation>
    </message>
    <message>
        <source>%1[*] – %2</source>
        <comment>page, program</comment>
        <translation>%1[*] – %2</translation>
    </message>
</context>
<context>
    <name>reserve::Meaning</name>
    <message>
        <source>Accepted</source>
        <translation>Zugesagt</translation>
    </message>
    <message>
        <source>Tentative</source>
        <translation>Mit Vorbehalt</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgesagt</translation>
    </message>
    <message>
        <source>In Exchange</source>
        <translation>In Exchange</translation>
    </message>
    <message>
        <source>Queued for Exchange</source>
        <translation>Wartet auf Exchange</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Differs only in case</source>
        <translation>Nur Groß/klein anders</translation>
    </message>
    <message>
        <source>External contact</source>
        <translation>Externer Kontakt</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>Ausgeschieden</translation>
    </message>
    <message>
        <source>Only here</source>
        <translation>Nur hier</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Could not tell</source>
        <translation>Nicht feststellbar</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>Nicht zutreffend</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Held until the move is decided</source>
        <translation>Gehalten, bis über die Verlegung entschieden ist</translation>
    </message>
    <message>
        <source>Answered by mail</source>
        <translation>Per Mail beantwortet</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>Wartet auf Genehmigung</translation>
    </message>
</context>
<context>
    <name>reserve::MessageViews</name>
    <message>
        <source>What it says</source>
        <translation>Was sie sagt</translation>
    </message>
    <message>
        <source>Headers of the message</source>
        <translation>Kopf der Nachricht</translation>
    </message>
    <message>
        <source>The message as it came</source>
        <translation>Die Nachricht, wie sie kam</translation>
    </message>
    <message>
        <source>Parts of the message</source>
        <translation>Teile der Nachricht</translation>
    </message>
    <message>
        <source>Save as .eml</source>
        <translation>Als .eml sichern</translation>
    </message>
    <message>
        <source>Writes the whole message to a file, as it came</source>
        <translation>Schreibt die ganze Nachricht, wie sie kam, in eine Datei</translation>
    </message>
    <message>
        <source>The message was refused, so nothing of it was kept.</source>
        <translation>Die Nachricht wurde abgewiesen, also ist nichts von ihr aufgehoben.</translation>
    </message>
    <message>
        <source>The first %1 of %2</source>
        <translation>Die ersten %1 von %2</translation>
    </message>
    <message>
        <source>All of it, %1</source>
        <translation>Alles, %1</translation>
    </message>
</context>
<context>
    <name>reserve::MinuteBars</name>
    <message>
        <source>Messages a minute</source>
        <translation>Nachrichten je Minute</translation>
    </message>
    <message>
        <source>last 60 min</source>
        <translation>letzte 60 min</translation>
    </message>
    <message>
        <source>none in this hour</source>
        <translation>keine in dieser Stunde</translation>
    </message>
    <message>
        <source>peak %1 at %2</source>
        <translation>Höchstwert %1 um %2</translation>
    </message>
</context>
<context>
    <name>reserve::MonitorPage</name>
    <message>
        <source>Monitor</source>
        <translation>Monitor</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Stay at the newest message (F)</source>
        <translation>Bei der neuesten Nachricht bleiben (F)</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Hold the lists still; nothing is lost (P)</source>
        <translation>Die Listen stillhalten; nichts geht verloren (P)</translation>
    </message>
    <message>
        <source>From, space or subject</source>
        <translation>Von, Raum oder Betreff</translation>
    </message>
    <message>
        <source>Search messages</source>
        <translation>Nachrichten suchen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copies the chosen message as JSON</source>
        <translation>Kopiert die gewählte Nachricht als JSON</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Writes the messages of this filter to a JSON file</source>
        <translation>Schreibt die Nachrichten dieses Filters in eine JSON-Datei</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>Live.</source>
        <translation>Laufend.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) fit. %1</source>
        <translation>
            <numerusform>%n Nachricht passt. %1</numerusform>
            <numerusform>%n Nachrichten passen. %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paused. %n message(s) came meanwhile.</source>
        <translation>
            <numerusform>Angehalten. Inzwischen kam %n Nachricht.</numerusform>
            <numerusform>Angehalten. Inzwischen kamen %n Nachrichten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Paused. Nothing came since.</source>
        <translation>Angehalten. Seitdem kam nichts.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Answers wait: no outgoing mail server is set.</source>
        <translation>Antworten warten: es ist kein Postausgangsserver eingestellt.</translation>
    </message>
    <message>
        <source>Set it in Exchange Admin</source>
        <translation>In der Exchange-Verwaltung einstellen</translation>
    </message>
    <message>
        <source>No message has arrived yet</source>
        <translation>Es ist noch keine Nachricht angekommen</translation>
    </message>
    <message>
        <source>The agent listens on %1. Exchange has sent nothing there so far.</source>
        <translation>Der Agent lauscht an %1. Exchange hat bisher nichts dorthin gesendet.</translation>
    </message>
    <message>
        <source>The agent does not listen, so Exchange can send nothing.</source>
        <translation>Der Agent lauscht nicht, daher kann Exchange nichts senden.</translation>
    </message>
    <message>
        <source>Look at the agent</source>
        <translation>Nach dem Agenten sehen</translation>
    </message>
    <message>
        <source>The trace is copied.</source>
        <translation>Der Verlauf ist kopiert.</translation>
    </message>
    <message>
        <source>Export messages</source>
        <translation>Nachrichten exportieren</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>JSON-Dateien (*.json)</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are written to %1.</source>
        <translation>
            <numerusform>%n Nachricht ist nach %1 geschrieben.</numerusform>
            <numerusform>%n Nachrichten sind nach %1 geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a list and how much is in it</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Genehmigungen</translation>
    </message>
    <message>
        <source>Save the message</source>
        <translation>Nachricht sichern</translation>
    </message>
    <message>
        <source>Mail (*.eml)</source>
        <translation>Mail (*.eml)</translation>
    </message>
    <message>
        <source>The message is written to %1.</source>
        <translation>Die Nachricht steht in %1.</translation>
    </message>
    <message>
        <source>Sort the list by the chosen column</source>
        <translation>Die Liste nach der gewählten Spalte ordnen</translation>
    </message>
    <message>
        <source>Sort by the first column, newest first, to follow what arrives</source>
        <translation>Nach der ersten Spalte ordnen, Neuestes zuerst, um dem zu folgen, was ankommt</translation>
    </message>
    <message>
        <source>Nothing waits for an approval</source>
        <translation>Nichts wartet auf eine Genehmigung</translation>
    </message>
    <message>
        <source>Reservations that a booking policy lets an approver decide stand here.</source>
        <translation>Hier stehen Reservierungen, über die nach einer Buchungsrichtlinie ein Genehmigender entscheidet.</translation>
    </message>
    <message>
        <source>Nothing is to be told</source>
        <translation>Nichts ist mitzuteilen</translation>
    </message>
    <message>
        <source>Answers and notices that Exchange or a person must still be told stand here.</source>
        <translation>Hier stehen Antworten und Mitteilungen, die Exchange oder einer Person noch zuzustellen sind.</translation>
    </message>
    <message>
        <source>Nobody has connected yet</source>
        <translation>Noch niemand hat sich verbunden</translation>
    </message>
    <message>
        <source>Sorted: the newest %1, and all that waits. %2</source>
        <translation>Sortiert sind die neuesten %1 und alles, was wartet. %2</translation>
    </message>
</context>
<context>
    <name>reserve::MonthPicker</name>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation>Voriger Monat</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>Nächster Monat</translation>
    </message>
    <message>
        <source>dddd d MMMM yyyy</source>
        <comment>date with weekday, for screen readers</comment>
        <translation>dddd, d. MMMM yyyy</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>month and year</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>reserve::NoticeEditor</name>
    <message>
        <source>Use the built-in texts</source>
        <translation>Eingebaute Texte verwenden</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Place holders</source>
        <translation>Platzhalter</translation>
    </message>
    <message>
        <source>Insert %1: %2</source>
        <translation>%1 einfügen: %2</translation>
    </message>
    <message>
        <source>These are the built-in texts</source>
        <translation>Das sind die eingebauten Texte</translation>
    </message>
</context>
<context>
    <name>reserve::NoticePane</name>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>A calendar file is attached.</source>
        <translation>Eine Kalenderdatei ist angehängt.</translation>
    </message>
    <message>
        <source>The text cannot be used yet. This shows it as far as it goes.</source>
        <translation>Der Text kann noch nicht verwendet werden. Hier steht er, soweit es geht.</translation>
    </message>
    <message>
        <source>A sample meeting</source>
        <translation>Eine Beispielbesprechung</translation>
    </message>
    <message>
        <source>A sample series</source>
        <translation>Eine Beispielserie</translation>
    </message>
    <message>
        <source>Subject of the preview</source>
        <translation>Betreff der Vorschau</translation>
    </message>
    <message>
        <source>Preview of the mail</source>
        <translation>Vorschau der Mail</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Shown with</source>
        <translation>Gezeigt mit</translation>
    </message>
    <message>
        <source>A digest is about no single meeting</source>
        <translation>Eine Sammelmail handelt von keiner einzelnen Besprechung</translation>
    </message>
</context>
<context>
    <name>reserve::NoticesView</name>
    <message>
        <source>Notices</source>
        <translation>Mails</translation>
    </message>
    <message>
        <source>As on the agent&apos;s machine</source>
        <translation>Wie auf dem Rechner des Agenten</translation>
    </message>
    <message>
        <source>In which all mails are written. The texts of the other languages wait.</source>
        <translation>In ihr werden alle Mails geschrieben. Die Texte der anderen Sprachen warten.</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Own text</source>
        <translation>Eigener Text</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>Eingebaut</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
</context>
<context>
    <name>reserve::OutboxModel</name>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Nächster Versuch</translation>
    </message>
    <message>
        <source>Last failure</source>
        <translation>Letzter Fehlschlag</translation>
    </message>
</context>
<context>
    <name>reserve::OutboxPane</name>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Why it is given up</source>
        <translation>Warum es aufgegeben wird</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Aufgeben</translation>
    </message>
    <message>
        <source>It is never told; the list keeps your reason</source>
        <translation>Es wird nie mitgeteilt; die Liste behält den Grund</translation>
    </message>
    <message>
        <source>Say why first: the list keeps the reason</source>
        <translation>Zuerst den Grund nennen: die Liste behält ihn</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Nichts gewählt</translation>
    </message>
    <message>
        <source>Choose an entry to see why it waits.</source>
        <translation>Einen Eintrag wählen, um zu sehen, warum er wartet.</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>An %1</translation>
    </message>
    <message numerus="yes">
        <source>Tried %n time(s)</source>
        <translation>
            <numerusform>%n Mal versucht</numerusform>
            <numerusform>%n Mal versucht</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, next try %2</source>
        <translation>%1, nächster Versuch %2</translation>
    </message>
    <message>
        <source>It is tried now.</source>
        <translation>Es wird jetzt versucht.</translation>
    </message>
    <message>
        <source>It is given up.</source>
        <translation>Es ist aufgegeben.</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>An address, and copies after commas</source>
        <translation>Eine Adresse, und Kopien nach Kommas</translation>
    </message>
    <message>
        <source>Send there</source>
        <translation>Dorthin senden</translation>
    </message>
    <message>
        <source>It goes to %1.</source>
        <translation>Es geht an %1.</translation>
    </message>
    <message>
        <source>Not tried yet</source>
        <translation>Noch nicht versucht</translation>
    </message>
</context>
<context>
    <name>reserve::PageHead</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>reserve::PageId</name>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Monitor</source>
        <translation>Monitor</translation>
    </message>
    <message>
        <source>Exchange Admin</source>
        <translation>Exchange-Verwaltung</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Meeting Test</source>
        <translation>Besprechungstest</translation>
    </message>
    <message>
        <source>Troubleshoot</source>
        <translation>Fehlersuche</translation>
    </message>
</context>
<context>
    <name>reserve::PartModel</name>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Charset</source>
        <translation>Zeichensatz</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>reserve::PemField</name>
    <message>
        <source>%1, valid until %2</source>
        <translation>%1, gültig bis %2</translation>
    </message>
    <message>
        <source>%1, issued by %2, valid until %3</source>
        <translation>%1, ausgestellt von %2, gültig bis %3</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Choose a file for %1</source>
        <translation>Datei wählen für %1</translation>
    </message>
    <message>
        <source>Clear %1</source>
        <translation>%1 leeren</translation>
    </message>
    <message>
        <source>Paste the PEM text here: -----BEGIN CERTIFICATE-----</source>
        <translation>PEM-Text hier einfügen: -----BEGIN CERTIFICATE-----</translation>
    </message>
    <message>
        <source>The private key that stood with the certificate was taken out: it is a secret and has a field of its own.</source>
        <translation>Der private Schlüssel, der beim Zertifikat stand, wurde herausgenommen: Er ist ein Geheimnis und hat ein eigenes Feld.</translation>
    </message>
    <message>
        <source>Choose a certificate</source>
        <translation>Zertifikat wählen</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt *.cer);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>SHA-256 %1</source>
        <translation>SHA-256 %1</translation>
    </message>
    <message>
        <source>Thumbprint %1</source>
        <translation>Fingerabdruck (Thumbprint) %1</translation>
    </message>
</context>
<context>
    <name>reserve::PeoplePage</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Same e-mail twice</source>
        <translation>Dieselbe E-Mail mehrfach</translation>
    </message>
    <message>
        <source>Without time zone</source>
        <translation>Ohne Zeitzone</translation>
    </message>
    <message>
        <source>External contacts</source>
        <translation>Externe Kontakte</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>Ausgeschieden</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Name, e-mail or Control Number</source>
        <translation>Name, E-Mail oder Kontrollnummer</translation>
    </message>
    <message>
        <source>Search people</source>
        <translation>Personen suchen</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Writes everybody to a CSV file</source>
        <translation>Schreibt alle in eine CSV-Datei</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Neue Person</translation>
    </message>
    <message>
        <source>Groups of people</source>
        <translation>Gruppen von Personen</translation>
    </message>
    <message>
        <source>Sorted by e-mail. Groups first.</source>
        <translation>Nach E-Mail geordnet. Gruppen zuerst.</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>%1 is saved.</source>
        <translation>%1 ist gespeichert.</translation>
    </message>
    <message>
        <source>Nobody is here yet</source>
        <translation>Hier ist noch niemand</translation>
    </message>
    <message>
        <source>A request is matched to a person by e-mail. Without people, every request is refused.</source>
        <translation>Eine Anfrage wird nach der E-Mail einer Person zugeordnet. Ohne Personen wird jede Anfrage abgewiesen.</translation>
    </message>
    <message>
        <source>Import people…</source>
        <translation>Personen importieren…</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Person hinzufügen</translation>
    </message>
    <message>
        <source>Import people</source>
        <translation>Personen importieren</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>Export people</source>
        <translation>Personen exportieren</translation>
    </message>
    <message>
        <source>Everybody is written to %1.</source>
        <translation>Alle sind nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>Sort the people by the chosen column</source>
        <translation>Die Personen nach der gewählten Spalte sortieren</translation>
    </message>
</context>
<context>
    <name>reserve::PersonDelegate</name>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
</context>
<context>
    <name>reserve::PersonFinding</name>
    <message>
        <source>Set time zone</source>
        <translation>Zeitzone setzen</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>%1 has no time zone</source>
        <translation>%1 hat keine Zeitzone</translation>
    </message>
    <message>
        <source>A reservation made in this console for %1 fails until a time zone is set. Requests from Outlook are not affected.</source>
        <translation>Eine in dieser Konsole gemachte Reservierung für %1 scheitert, bis eine Zeitzone gesetzt ist. Anfragen aus Outlook sind nicht betroffen.</translation>
    </message>
</context>
<context>
    <name>reserve::PersonForm</name>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Control Number</source>
        <translation>Kontrollnummer</translation>
    </message>
    <message>
        <source>Digits only. Of several people with one e-mail, the smallest number wins.</source>
        <translation>Nur Ziffern. Von mehreren Personen mit derselben E-Mail gewinnt die kleinste Nummer.</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Requests from this address belong to this person.</source>
        <translation>Anfragen von dieser Adresse gehören zu dieser Person.</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>A reservation made in this console needs one.</source>
        <translation>Eine in dieser Konsole gemachte Reservierung braucht eine.</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Neue Person</translation>
    </message>
    <message>
        <source>Add person</source>
        <translation>Person hinzufügen</translation>
    </message>
    <message>
        <source>Somebody else cleared this while it was being changed here. Save again keeps yours.</source>
        <translation>Jemand anderes hat dies geleert, während es hier geändert wurde. Noch einmal Speichern behält den eigenen Wert.</translation>
    </message>
    <message>
        <source>Somebody else set this to %1 while it was being changed here. Save again keeps yours.</source>
        <translation>Jemand anderes hat dies auf %1 gesetzt, während es hier geändert wurde. Noch einmal Speichern behält den eigenen Wert.</translation>
    </message>
</context>
<context>
    <name>reserve::PersonModel</name>
    <message>
        <source>Everyone else</source>
        <translation>Alle anderen</translation>
    </message>
    <message numerus="yes">
        <source>%1, found %n time(s).</source>
        <translation>
            <numerusform>%1, %n Mal gefunden.</numerusform>
            <numerusform>%1, %n Mal gefunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Retired people are never matched.</source>
        <translation>%1 Ausgeschiedene Personen werden nie zugeordnet.</translation>
    </message>
    <message>
        <source>%1 The smallest Control Number wins.</source>
        <translation>%1 Die kleinste Kontrollnummer gewinnt.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Control Number</source>
        <translation>Kontrollnummer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Bookings</source>
        <translation>Buchungen</translation>
    </message>
</context>
<context>
    <name>reserve::PersonPicker</name>
    <message>
        <source>People found</source>
        <translation>Gefundene Personen</translation>
    </message>
    <message>
        <source>Name, e-mail or Control Number</source>
        <translation>Name, E-Mail oder Kontrollnummer</translation>
    </message>
</context>
<context>
    <name>reserve::PersonProfile</name>
    <message>
        <source>Wins the match</source>
        <translation>Gewinnt die Zuordnung</translation>
    </message>
    <message>
        <source>Choose a person to see the profile.</source>
        <translation>Eine Person wählen, um das Profil zu sehen.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Show in calendar</source>
        <translation>Im Kalender zeigen</translation>
    </message>
    <message>
        <source>Control Number</source>
        <translation>Kontrollnummer</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Next reservation</source>
        <translation>Nächste Reservierung</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>Ausscheiden lassen</translation>
    </message>
    <message>
        <source>Make active again</source>
        <translation>Wieder aktiv machen</translation>
    </message>
    <message>
        <source>Retired people are never matched; reservations stay</source>
        <translation>Ausgeschiedene Personen werden nie zugeordnet; Reservierungen bleiben</translation>
    </message>
    <message>
        <source>%1 is retired.</source>
        <translation>%1 ist ausgeschieden.</translation>
    </message>
    <message>
        <source>%1 is active again.</source>
        <translation>%1 ist wieder aktiv.</translation>
    </message>
    <message>
        <source>The time zone of %1 is set.</source>
        <translation>Die Zeitzone von %1 ist gesetzt.</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privat</translation>
    </message>
</context>
<context>
    <name>reserve::PoliciesForm</name>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>Without a building</source>
        <translation>Ohne Gebäude</translation>
    </message>
    <message>
        <source>Who may book</source>
        <translation>Wer buchen darf</translation>
    </message>
    <message>
        <source>Everybody books at once what keeps to the policies.</source>
        <translation>Jeder bucht sofort, was die Richtlinien einhält.</translation>
    </message>
    <message>
        <source>Who books at once where not everybody does. E-mail addresses with commas.</source>
        <translation>Wer sofort bucht, wo es nicht jeder darf. E-Mail-Adressen mit Kommas.</translation>
    </message>
    <message>
        <source>Everybody else may ask an approver.</source>
        <translation>Alle anderen dürfen um Genehmigung bitten.</translation>
    </message>
    <message>
        <source>Who may ask an approver where not everybody may.</source>
        <translation>Wer um Genehmigung bitten darf, wo es nicht jeder darf.</translation>
    </message>
    <message>
        <source>Everybody may ask an approver for what breaks a policy.</source>
        <translation>Jeder darf um Genehmigung für etwas bitten, das eine Richtlinie verletzt.</translation>
    </message>
    <message>
        <source>Who may ask for what breaks a policy where not everybody may.</source>
        <translation>Wer um etwas bitten darf, das eine Richtlinie verletzt, wo es nicht jeder darf.</translation>
    </message>
    <message>
        <source>The approvers. They get a mail, and their reply decides.</source>
        <translation>Die Genehmigenden. Sie bekommen eine Mail, und ihre Antwort entscheidet.</translation>
    </message>
    <message>
        <source>Also people who are no employees and of no accepted domain.</source>
        <translation>Auch Leute, die weder Angestellte noch aus einer zugelassenen Domäne sind.</translation>
    </message>
    <message>
        <source>What a meeting has to keep to</source>
        <translation>Woran sich eine Besprechung hält</translation>
    </message>
    <message>
        <source>How many days ahead it may begin; 0 is today only.</source>
        <translation>Wie viele Tage im Voraus sie beginnen darf; 0 ist nur heute.</translation>
    </message>
    <message>
        <source>Of each date; 0 is without limit.</source>
        <translation>Je Termin; 0 ist ohne Grenze.</translation>
    </message>
    <message>
        <source>Of each date.</source>
        <translation>Je Termin.</translation>
    </message>
    <message>
        <source>Only within the working hours of the space.</source>
        <translation>Nur in den Arbeitszeiten des Raums.</translation>
    </message>
    <message>
        <source>No more people than the space seats.</source>
        <translation>Nicht mehr Leute, als der Raum Plätze hat.</translation>
    </message>
    <message>
        <source>Meetings may overlap, as at a shared desk.</source>
        <translation>Besprechungen dürfen sich überlappen, wie an einem geteilten Tisch.</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Serien</translation>
    </message>
    <message>
        <source>Series are taken.</source>
        <translation>Serien werden angenommen.</translation>
    </message>
    <message>
        <source>Yes: a series that goes on behind the booking window is declined. No: it is reserved up to there.</source>
        <translation>Ja: Eine Serie, die über das Buchungsfenster hinausgeht, wird abgelehnt. Nein: Sie wird bis dorthin reserviert.</translation>
    </message>
    <message>
        <source>How many dates of a series may be taken, in percent; those are declined.</source>
        <translation>Wie viele Termine einer Serie belegt sein dürfen, in Prozent; diese werden abgelehnt.</translation>
    </message>
    <message>
        <source>And how many at most. Both must hold.</source>
        <translation>Und wie viele höchstens. Beides muss erfüllt sein.</translation>
    </message>
    <message>
        <source>What the calendar keeps</source>
        <translation>Was der Kalender behält</translation>
    </message>
    <message>
        <source>The organizer&apos;s name takes the place of the subject.</source>
        <translation>Der Name des Organisators steht statt des Betreffs.</translation>
    </message>
    <message>
        <source>No subject is kept.</source>
        <translation>Es wird kein Betreff behalten.</translation>
    </message>
    <message>
        <source>Private meetings are shown like any other.</source>
        <translation>Private Besprechungen werden wie andere gezeigt.</translation>
    </message>
    <message>
        <source>For which spaces</source>
        <translation>Für welche Räume</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>Gebäude</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>Add a space first.</source>
        <translation>Fügen Sie zuerst einen Raum hinzu.</translation>
    </message>
    <message>
        <source>All spaces of the building</source>
        <translation>Alle Räume des Gebäudes</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) of its own; the rest is inherited from its building.</source>
        <translation>
            <numerusform>%n eigener Wert; der Rest ist vom Gebäude geerbt.</numerusform>
            <numerusform>%n eigene Werte; der Rest ist vom Gebäude geerbt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) set; the rest is as Exchange has it. Spaces may differ.</source>
        <translation>
            <numerusform>%n Wert ist gesetzt; der Rest ist wie in Exchange. Räume können abweichen.</numerusform>
            <numerusform>%n Werte sind gesetzt; der Rest ist wie in Exchange. Räume können abweichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>Vorgabe: %1</translation>
    </message>
    <message>
        <source>Inherited from the building: %1</source>
        <translation>Geerbt vom Gebäude: %1</translation>
    </message>
    <message>
        <source>Inherited from %1: %2</source>
        <translation>Geerbt von %1: %2</translation>
    </message>
    <message>
        <source>Nothing is set; everything is inherited from its building.</source>
        <translation>Nichts ist gesetzt; alles kommt vom Gebäude.</translation>
    </message>
    <message>
        <source>Nothing is set; everything is as Exchange has it. Spaces may differ.</source>
        <translation>Nichts ist gesetzt; alles ist wie in Exchange. Räume können abweichen.</translation>
    </message>
</context>
<context>
    <name>reserve::PracticeMenu</name>
    <message>
        <source>Practice Exchange</source>
        <translation>Übungs-Exchange</translation>
    </message>
    <message>
        <source>What goes wrong</source>
        <translation>Was schiefgeht</translation>
    </message>
    <message>
        <source>Exchange is away</source>
        <translation>Exchange ist weg</translation>
    </message>
    <message>
        <source>Answers come after 3 seconds</source>
        <translation>Antworten kommen nach 3 Sekunden</translation>
    </message>
    <message>
        <source>Requests are throttled for 30 seconds</source>
        <translation>Anfragen werden für 30 Sekunden gedrosselt</translation>
    </message>
    <message>
        <source>The password is refused</source>
        <translation>Das Kennwort wird abgelehnt</translation>
    </message>
    <message>
        <source>Tokens have expired</source>
        <translation>Token sind abgelaufen</translation>
    </message>
    <message>
        <source>Rooms answer by themselves (AutoAccept)</source>
        <translation>Räume antworten selbst (AutoAccept)</translation>
    </message>
    <message>
        <source>Mailboxes are spelled in another case</source>
        <translation>Postfächer sind in anderer Groß- und Kleinschreibung geschrieben</translation>
    </message>
    <message>
        <source>The request is not in the mailbox</source>
        <translation>Die Anfrage liegt nicht im Postfach</translation>
    </message>
    <message>
        <source>Answers are cut off</source>
        <translation>Antworten brechen ab</translation>
    </message>
    <message>
        <source>Answers are a sign-in page</source>
        <translation>Antworten sind eine Anmeldeseite</translation>
    </message>
    <message>
        <source>Stop the Practice Exchange</source>
        <translation>Übungs-Exchange beenden</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Answers get lost after the deed</source>
        <translation>Antworten gehen nach der Tat verloren</translation>
    </message>
    <message>
        <source>The app may not read mail (Graph)</source>
        <translation>Die App darf keine Mail lesen (Graph)</translation>
    </message>
</context>
<context>
    <name>reserve::ProfileForm</name>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>As it is called here, for instance Head office.</source>
        <translation>Wie er hier heißt, zum Beispiel Zentrale.</translation>
    </message>
    <message>
        <source>Mail only</source>
        <translation>Nur Mail</translation>
    </message>
    <message>
        <source>Kind of server</source>
        <translation>Art des Servers</translation>
    </message>
    <message>
        <source>Mail domains</source>
        <translation>Mail-Domänen</translation>
    </message>
    <message>
        <source>Separated by commas. A room goes to the server with the longest domain that matches; people of these domains may book.</source>
        <translation>Durch Kommas getrennt. Ein Raum geht an den Server mit der längsten passenden Domäne; Personen dieser Domänen dürfen buchen.</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Adresse des Servers</translation>
    </message>
    <message>
        <source>How we sign in to Exchange</source>
        <translation>Wie wir uns bei Exchange anmelden</translation>
    </message>
    <message>
        <source>Anonymous</source>
        <translation>Anonym</translation>
    </message>
    <message>
        <source>User name and password</source>
        <translation>Benutzername und Kennwort</translation>
    </message>
    <message>
        <source>OAuth</source>
        <translation>OAuth</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>NTLM Authentication?</source>
        <translation>NTLM-Authentifizierung?</translation>
    </message>
    <message>
        <source>Off means Basic: the user name is then user@domain or DOMAIN\user.</source>
        <translation>Aus bedeutet Basic: der Benutzername ist dann benutzer@domäne oder DOMÄNE\benutzer.</translation>
    </message>
    <message>
        <source>NTLM Domain</source>
        <translation>NTLM-Domäne</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>You typed %1. We split it: no slashes are needed, on Windows or Linux.</source>
        <translation>Eingegeben ist %1. Es wird getrennt: Schrägstriche sind nicht nötig, weder unter Windows noch unter Linux.</translation>
    </message>
    <message>
        <source>Exchange Server, on premises (EWS)</source>
        <translation>Exchange Server im Haus (EWS)</translation>
    </message>
    <message>
        <source>Exchange Online (Microsoft Graph)</source>
        <translation>Exchange Online (Microsoft Graph)</translation>
    </message>
    <message>
        <source>For instance https://mail.mycompany.com/EWS/Exchange.asmx. Left empty, the agent finds an Exchange Server by Autodiscover, and takes the usual address of Exchange Online.</source>
        <translation>Zum Beispiel https://mail.mycompany.com/EWS/Exchange.asmx. Leer findet der Agent einen Exchange Server per Autodiscover und nimmt für Exchange Online die übliche Adresse.</translation>
    </message>
    <message>
        <source>Kerberos</source>
        <translation>Kerberos</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kennwort</translation>
    </message>
    <message>
        <source>Act as the room</source>
        <translation>Als der Raum handeln</translation>
    </message>
    <message>
        <source>By the role ApplicationImpersonation. Off, the user opens the rooms&apos; mailboxes with rights of its own.</source>
        <translation>Mit der Rolle ApplicationImpersonation. Ausgeschaltet öffnet der Benutzer die Postfächer der Räume mit eigenen Rechten.</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Directory (tenant) ID of the app registration, or a domain such as mycompany.onmicrosoft.com.</source>
        <translation>Verzeichnis-ID (Mandant) der App-Registrierung oder eine Domäne wie mycompany.onmicrosoft.com.</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Application (client) ID of the app registration.</source>
        <translation>Anwendungs-ID (Client) der App-Registrierung.</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Geheimer Clientschlüssel</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>The client secret ends on</source>
        <translation>Der geheime Clientschlüssel läuft ab am</translation>
    </message>
    <message>
        <source>As Microsoft Entra says, for instance 2027-05-31. You are reminded 30 days before.</source>
        <translation>Wie Microsoft Entra es sagt, zum Beispiel 2027-05-31. 30 Tage vorher werden Sie erinnert.</translation>
    </message>
    <message>
        <source>The one of the app registration. You are reminded 30 days before it ends.</source>
        <translation>Das der App-Registrierung. 30 Tage bevor es abläuft, werden Sie erinnert.</translation>
    </message>
    <message>
        <source>Private key of the certificate</source>
        <translation>Privater Schlüssel des Zertifikats</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>Anmeldestelle</translation>
    </message>
    <message>
        <source>Left empty, https://login.microsoftonline.com.</source>
        <translation>Leer: https://login.microsoftonline.com.</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Bereich (Scope)</translation>
    </message>
    <message>
        <source>Left empty, the usual one of this kind of server.</source>
        <translation>Leer: der übliche für diese Art von Server.</translation>
    </message>
    <message>
        <source>The way to it</source>
        <translation>Der Weg dorthin</translation>
    </message>
    <message>
        <source>Answer by mail where the request is not found</source>
        <translation>Per Mail antworten, wo die Anfrage nicht gefunden wird</translation>
    </message>
    <message>
        <source>When the room&apos;s mailbox does not have the request, its organizer gets the answer by mail.</source>
        <translation>Hat das Postfach des Raums die Anfrage nicht, bekommt der Organisator die Antwort per Mail.</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>For instance proxy.mycompany.com:3128. Left empty, as the agent&apos;s machine is set up.</source>
        <translation>Zum Beispiel proxy.mycompany.com:3128. Leer gilt, was auf dem Rechner des Agenten eingestellt ist.</translation>
    </message>
    <message>
        <source>Trusted certificate authorities</source>
        <translation>Vertraute Zertifizierungsstellen</translation>
    </message>
    <message>
        <source>For a server whose certificate your company issued itself. With any here, they alone are trusted; compare the fingerprint with the administrator&apos;s. A wrong certificate is never ignored.</source>
        <translation>Für einen Server, dessen Zertifikat Ihr Haus selbst ausgestellt hat. Stehen hier welche, wird nur ihnen vertraut; vergleichen Sie den Fingerabdruck mit dem des Administrators. Ein falsches Zertifikat wird nie übergangen.</translation>
    </message>
    <message>
        <source>Does it work?</source>
        <translation>Geht es?</translation>
    </message>
    <message>
        <source>Who handles what</source>
        <translation>Wer was bedient</translation>
    </message>
    <message>
        <source>With the ticket of the user whose agent it is. No password is kept.</source>
        <translation>Mit dem Ticket des Benutzers, dessen Agent es ist. Es wird kein Kennwort aufbewahrt.</translation>
    </message>
    <message>
        <source>The agent lacks it, so it cannot sign in.</source>
        <translation>Es fehlt dem Agenten, daher kann er sich nicht anmelden.</translation>
    </message>
    <message>
        <source>Apply the server first, then it can be tried.</source>
        <translation>Erst den Server anwenden, dann lässt er sich testen.</translation>
    </message>
    <message>
        <source>Apply the changes first: what is applied is tried.</source>
        <translation>Erst die Änderungen anwenden: Getestet wird, was angewendet ist.</translation>
    </message>
    <message>
        <source>No agent runs on this store, and the agent signs in.</source>
        <translation>Auf diesem Datenbestand läuft kein Agent, und der Agent meldet sich an.</translation>
    </message>
    <message>
        <source>It names no mail domain yet, so no room goes to this server.</source>
        <translation>Es ist noch keine Mail-Domäne genannt, daher gehört kein Raum zu diesem Server.</translation>
    </message>
    <message>
        <source>%1 is named by %2 as well. Its rooms go to this server, which was there first.</source>
        <translation>%1 nennt auch %2. Die Räume gehören zu diesem Server, der zuerst da war.</translation>
    </message>
    <message>
        <source>%1 is named by %2 as well. Its rooms go there, because that was there first.</source>
        <translation>%1 nennt auch %2. Die Räume gehören dorthin, weil der zuerst da war.</translation>
    </message>
    <message numerus="yes">
        <source>%n space(s) go to this server.</source>
        <translation>
            <numerusform>%n Raum gehört zu diesem Server.</numerusform>
            <numerusform>%n Räume gehören zu diesem Server.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reserve::Rail</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>%1, 1 problem</source>
        <translation>%1, 1 Problem</translation>
    </message>
    <message>
        <source>%1, 1 change not applied</source>
        <translation>%1, 1 Änderung nicht angewendet</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n problems</source>
        <translation>
            <numerusform>%1, %n Problem</numerusform>
            <numerusform>%1, %n Probleme</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n changes not applied</source>
        <translation>
            <numerusform>%1, %n Änderung nicht angewendet</numerusform>
            <numerusform>%1, %n Änderungen nicht angewendet</numerusform>
        </translation>
    </message>
    <message>
        <source>Practice Exchange, %1</source>
        <translation>Übungs-Exchange, %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name, keys</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Reserve Console</source>
        <translation>Reserve Console</translation>
    </message>
    <message>
        <source>Practice Exchange</source>
        <translation>Übungs-Exchange</translation>
    </message>
</context>
<context>
    <name>reserve::ReplayPanel</name>
    <message>
        <source>What would be decided now</source>
        <translation>Was jetzt entschieden würde</translation>
    </message>
    <message>
        <source>Every step it would take</source>
        <translation>Jeder Schritt, den sie nähme</translation>
    </message>
    <message>
        <source>Replay this message?</source>
        <translation>Diese Nachricht noch einmal entscheiden?</translation>
    </message>
    <message>
        <source>The agent takes the kept message as if it had just arrived and decides it with what is set up and booked now. It gets a trace of its own; this one stays. A meeting that is decided already usually stays as it is, and nobody is told again.</source>
        <translation>Der Agent nimmt die aufgehobene Nachricht, als wäre sie eben angekommen, und entscheidet sie mit dem, was jetzt eingestellt und gebucht ist. Sie bekommt einen eigenen Verlauf; dieser bleibt. Eine Besprechung, die schon entschieden ist, bleibt meist, wie sie ist, und niemand bekommt noch einmal Bescheid.</translation>
    </message>
    <message>
        <source>Replay now</source>
        <translation>Jetzt entscheiden</translation>
    </message>
    <message>
        <source>Back to the message</source>
        <translation>Zurück zur Nachricht</translation>
    </message>
    <message>
        <source>The agent&apos;s rules are asked…</source>
        <translation>Die Regeln des Agenten werden gefragt…</translation>
    </message>
    <message>
        <source>The agent decides the message again.</source>
        <translation>Der Agent entscheidet die Nachricht noch einmal.</translation>
    </message>
</context>
<context>
    <name>reserve::RequestBox</name>
    <message>
        <source>Who would get this request?</source>
        <translation>Wer bekäme diese Anfrage?</translation>
    </message>
    <message>
        <source>E-mail of a requester</source>
        <translation>E-Mail eines Anfragenden</translation>
    </message>
    <message>
        <source>Type a whole e-mail address.</source>
        <translation>Eine ganze E-Mail-Adresse eingeben.</translation>
    </message>
    <message>
        <source>%1, Control Number %2, has this e-mail</source>
        <translation>%1, Kontrollnummer %2, hat diese E-Mail</translation>
    </message>
    <message>
        <source>No active person has this e-mail</source>
        <translation>Keine aktive Person hat diese E-Mail</translation>
    </message>
    <message>
        <source>Domain %1 is accepted</source>
        <translation>Die Domäne %1 ist zugelassen</translation>
    </message>
    <message>
        <source>Domain %1 is not accepted</source>
        <translation>Die Domäne %1 ist nicht zugelassen</translation>
    </message>
</context>
<context>
    <name>reserve::ReservationDialog</name>
    <message>
        <source>An approver decides; until then the time is held.</source>
        <translation>Ein Genehmiger entscheidet; bis dahin ist die Zeit gehalten.</translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 dates are taken and left out.</source>
        <translation>
            <numerusform>%n von %1 Terminen ist belegt und fällt aus.</numerusform>
            <numerusform>%n von %1 Terminen sind belegt und fallen aus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is free on all %n dates.</source>
        <translation>
            <numerusform>%1 ist an %n Termin frei.</numerusform>
            <numerusform>%1 ist an allen %n Terminen frei.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is free: %2.</source>
        <translation>%1 ist frei: %2.</translation>
    </message>
    <message>
        <source>What is changed</source>
        <translation>Was geändert wird</translation>
    </message>
    <message>
        <source>New reservation</source>
        <translation>Neue Reservierung</translation>
    </message>
    <message>
        <source>Reserve</source>
        <translation>Reservieren</translation>
    </message>
    <message>
        <source>Change the reservation</source>
        <translation>Reservierung ändern</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>This date</source>
        <translation>Diesen Termin</translation>
    </message>
    <message>
        <source>Whole series</source>
        <translation>Ganze Serie</translation>
    </message>
    <message>
        <source>What would come of it</source>
        <translation>Was daraus würde</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Choose for whom it is.</source>
        <translation>Wählen Sie, für wen sie ist.</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>Noch ist nichts geändert.</translation>
    </message>
    <message>
        <source>Somebody else was faster. %1</source>
        <translation>Jemand anderes war schneller. %1</translation>
    </message>
    <message>
        <source>%1 is free: %2</source>
        <translation>%1 ist frei: %2</translation>
    </message>
    <message>
        <source>Set %1 in the profile</source>
        <translation>%1 im Profil setzen</translation>
    </message>
    <message>
        <source>It is being stored</source>
        <translation>Es wird gespeichert</translation>
    </message>
    <message>
        <source>It begins on %1.</source>
        <translation>Sie beginnt am %1.</translation>
    </message>
</context>
<context>
    <name>reserve::ReservationForm</name>
    <message>
        <source>All day</source>
        <translation>Ganztägig</translation>
    </message>
    <message>
        <source>Private: others see neither subject nor person</source>
        <translation>Privat: Andere sehen weder Betreff noch Person</translation>
    </message>
    <message>
        <source>By mail, with a calendar file</source>
        <translation>Per Mail, mit Kalenderdatei</translation>
    </message>
    <message>
        <source>By an invitation of the room</source>
        <translation>Durch eine Einladung des Raums</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a space, its building</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Times in %1</source>
        <translation>Zeiten in %1</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>every </source>
        <comment>before a number: every 2</comment>
        <translation>alle </translation>
    </message>
    <message>
        <source>How many apart</source>
        <translation>In welchem Abstand</translation>
    </message>
    <message>
        <source>Number of dates</source>
        <translation>Anzahl der Termine</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>The series ends by</source>
        <translation>Die Serie endet nach</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Wiederholt sich</translation>
    </message>
    <message>
        <source>How the person is told</source>
        <translation>Wie die Person es erfährt</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Jeden Tag</translation>
    </message>
    <message>
        <source>Every work day</source>
        <translation>Jeden Arbeitstag</translation>
    </message>
    <message>
        <source>Every week on %1</source>
        <translation>Jede Woche am %1</translation>
    </message>
    <message>
        <source>Every month on day %1</source>
        <translation>Jeden Monat am %1.</translation>
    </message>
    <message>
        <source>As it is: %1</source>
        <translation>Wie bisher: %1</translation>
    </message>
    <message>
        <source>Belongs to the whole series</source>
        <translation>Gehört zur ganzen Serie</translation>
    </message>
</context>
<context>
    <name>reserve::ReservationPopup</name>
    <message>
        <source>Show the message</source>
        <translation>Nachricht zeigen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The way of this request</source>
        <translation>Der Weg dieser Anfrage</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privat</translation>
    </message>
    <message>
        <source>No subject</source>
        <translation>Kein Betreff</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a place</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>For the organizer: %1</source>
        <translation>Für den Organisator: %1</translation>
    </message>
    <message>
        <source>Set-up %1 min before, clear-up %2 min after</source>
        <translation>Herrichten %1 min davor, Aufräumen %2 min danach</translation>
    </message>
    <message>
        <source>Control Number %1</source>
        <translation>Kontrollnummer %1</translation>
    </message>
    <message>
        <source>sent by %1</source>
        <translation>gesendet von %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a person&apos;s line</comment>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>%n invited</source>
        <translation>
            <numerusform>%n eingeladen</numerusform>
            <numerusform>%n eingeladen</numerusform>
        </translation>
    </message>
    <message>
        <source>Room seats %1</source>
        <translation>Raum mit %1 Plätzen</translation>
    </message>
    <message>
        <source>%1, room seats %2</source>
        <translation>%1, Raum mit %2 Plätzen</translation>
    </message>
    <message>
        <source>Informed</source>
        <comment>the requester, in the short form</comment>
        <translation>Benachrichtigt</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation>Absagen</translation>
    </message>
    <message>
        <source>Booked by mail: it belongs to its organizer, who alone can move it. Cancelling it here makes the room decline it.</source>
        <translation>Per Mail gebucht: Sie gehört ihrem Organisator, der allein sie verschieben kann. Wird sie hier abgesagt, lehnt der Raum sie ab.</translation>
    </message>
    <message>
        <source>Read from the room&apos;s calendar in Exchange. It is changed there.</source>
        <translation>Aus dem Kalender des Raums in Exchange gelesen. Sie wird dort geändert.</translation>
    </message>
    <message>
        <source>%1 is held until the move is decided</source>
        <translation>%1 ist gehalten, bis über die Verlegung entschieden ist</translation>
    </message>
</context>
<context>
    <name>reserve::RoutingTrial</name>
    <message>
        <source>Which server handles this address?</source>
        <translation>Welcher Server bedient diese Adresse?</translation>
    </message>
    <message>
        <source>A room&apos;s mailbox</source>
        <translation>Postfach eines Raums</translation>
    </message>
    <message>
        <source>By the mail domains as they stand here, applied or not. The longest domain that matches wins.</source>
        <translation>Nach den Mail-Domänen, wie sie hier stehen, angewendet oder nicht. Die längste passende Domäne gewinnt.</translation>
    </message>
    <message>
        <source>No server handles it. Its answers go out by the outgoing mail server.</source>
        <translation>Kein Server bedient sie. Ihre Antworten gehen über den Postausgangsserver hinaus.</translation>
    </message>
    <message>
        <source>%1 handles it. No space has this mailbox.</source>
        <translation>%1 bedient sie. Kein Raum hat dieses Postfach.</translation>
    </message>
    <message>
        <source>%1 handles it, for %2.</source>
        <translation>%1 bedient sie, für %2.</translation>
    </message>
</context>
<context>
    <name>reserve::SecretField</name>
    <message>
        <source>Replace…</source>
        <translation>Ersetzen…</translation>
    </message>
    <message>
        <source>Replace %1</source>
        <translation>%1 ersetzen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>This program was started without a place for passwords</source>
        <translation>Dieses Programm wurde ohne einen Ort für Kennwörter gestartet</translation>
    </message>
    <message>
        <source>No place for passwords</source>
        <translation>Kein Ort für Kennwörter</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Nicht gesetzt</translation>
    </message>
    <message>
        <source>Kept in the system keychain</source>
        <translation>Im Schlüsselbund des Systems aufbewahrt</translation>
    </message>
    <message>
        <source>Kept in %1</source>
        <translation>In %1 aufbewahrt</translation>
    </message>
    <message>
        <source>The place for passwords is being asked.</source>
        <translation>Der Kennwortspeicher wird gefragt.</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Choose a file for %1</source>
        <translation>Datei wählen für %1</translation>
    </message>
    <message>
        <source>%1 is kept.</source>
        <translation>%1 ist aufbewahrt.</translation>
    </message>
    <message>
        <source>Choose a private key</source>
        <translation>Privaten Schlüssel wählen</translation>
    </message>
    <message>
        <source>Private keys (*.pem *.key);;All files (*)</source>
        <translation>Private Schlüssel (*.pem *.key);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>reserve::ServerSecretField</name>
    <message>
        <source>It can be given once the server is applied.</source>
        <translation>Es kann angegeben werden, sobald der Server angewendet ist.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Command that sets it</source>
        <translation>Befehl, der es setzt</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Den Befehl kopieren</translation>
    </message>
    <message>
        <source>The agent runs on %1, and the secret lies on its machine. Run there:</source>
        <translation>Der Agent läuft auf %1, und das Geheimnis liegt auf seinem Rechner. Dort ausführen:</translation>
    </message>
</context>
<context>
    <name>reserve::ServerTrial</name>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Room to open</source>
        <translation>Zu öffnender Raum</translation>
    </message>
    <message>
        <source>A room&apos;s mailbox, or nothing</source>
        <translation>Postfach eines Raums, oder nichts</translation>
    </message>
    <message>
        <source>Name a room: the agent finds the server by its address (Autodiscover), and signs in.</source>
        <translation>Einen Raum nennen: Der Agent findet den Server an dessen Adresse (Autodiscover) und meldet sich an.</translation>
    </message>
    <message>
        <source>The agent signs in, because the password lies on its machine. With a room, it opens that mailbox too.</source>
        <translation>Der Agent meldet sich an, denn das Kennwort liegt auf seinem Rechner. Mit einem Raum öffnet er auch dessen Postfach.</translation>
    </message>
    <message>
        <source>The agent is being asked.</source>
        <translation>Der Agent wird gefragt.</translation>
    </message>
</context>
<context>
    <name>reserve::ServersView</name>
    <message>
        <source>Remove server</source>
        <translation>Server entfernen</translation>
    </message>
    <message>
        <source>No server is set up yet</source>
        <translation>Es ist noch kein Server eingerichtet</translation>
    </message>
    <message>
        <source>A server names the mail domains it handles. Their people may book, and rooms find their server by them.</source>
        <translation>Ein Server nennt die Mail-Domänen, die er bedient. Ihre Personen dürfen buchen, und Räume finden darüber ihren Server.</translation>
    </message>
    <message>
        <source>Add a server</source>
        <translation>Einen Server hinzufügen</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Add server</source>
        <translation>Server hinzufügen</translation>
    </message>
    <message>
        <source>New server</source>
        <translation>Neuer Server</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n space(s) have a mailbox whose domain no server handles: %1</source>
        <translation>
            <numerusform>%n Raum hat ein Postfach, dessen Domäne kein Server bedient: %1</numerusform>
            <numerusform>%n Räume haben ein Postfach, dessen Domäne kein Server bedient: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The Practice Exchange is not running. What is for its rooms waits until it is started again, or until another server handles them.</source>
        <translation>Der Übungs-Exchange läuft nicht. Was für seine Räume ist, wartet, bis er wieder gestartet wird oder ein anderer Server sie bedient.</translation>
    </message>
    <message>
        <source>Start the Practice Exchange</source>
        <translation>Übungs-Exchange starten</translation>
    </message>
</context>
<context>
    <name>reserve::SessionModel</name>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Host name</source>
        <translation>Rechnername</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Last reply</source>
        <translation>Letzte Antwort</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
</context>
<context>
    <name>reserve::SessionPane</name>
    <message>
        <source>No session chosen</source>
        <translation>Keine Sitzung gewählt</translation>
    </message>
    <message>
        <source>Lines of the session</source>
        <translation>Zeilen der Sitzung</translation>
    </message>
    <message>
        <source>Session %1</source>
        <translation>Sitzung %1</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were not recorded here.</source>
        <translation>
            <numerusform>%n Zeile wurde hier nicht aufgezeichnet.</numerusform>
            <numerusform>%n Zeilen wurden hier nicht aufgezeichnet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reserve::SettingsForm</name>
    <message>
        <source>%1, Control Number %2, %3</source>
        <translation>%1, Kontrollnummer %2, %3</translation>
    </message>
    <message>
        <source>%1, Control Number %2, is retired. Retired people are never matched, so requests from unknown people are refused.</source>
        <translation>%1, Kontrollnummer %2, ist ausgeschieden. Ausgeschiedene Personen werden nie zugeordnet, daher werden Anfragen Unbekannter abgewiesen.</translation>
    </message>
    <message>
        <source>Nobody has this e-mail, so requests from unknown people are refused. Add the person on the page People.</source>
        <translation>Niemand hat diese E-Mail, daher werden Anfragen Unbekannter abgewiesen. Die Person auf der Seite Personen hinzufügen.</translation>
    </message>
    <message>
        <source>Who may book</source>
        <translation>Wer buchen darf</translation>
    </message>
    <message>
        <source>Requests from unknown people go to this person. Left empty, requests from unknown people are refused.</source>
        <translation>Anfragen Unbekannter gehen an diese Person. Leer: Anfragen Unbekannter werden abgewiesen.</translation>
    </message>
    <message>
        <source>A new person is made from the requester&apos;s e-mail and gets the reservation. Works only while a Default Reserve User Email is set.</source>
        <translation>Aus der E-Mail des Anfragenden wird eine neue Person gemacht, die die Reservierung bekommt. Wirkt nur, solange eine E-Mail des Standardbenutzers gesetzt ist.</translation>
    </message>
    <message>
        <source>Unknown people of these domains may book too, separated by commas. The domains of the default user and of the servers are accepted already.</source>
        <translation>Auch Unbekannte dieser Domänen dürfen buchen, durch Kommas getrennt. Die Domänen des Standardbenutzers und der Server sind schon zugelassen.</translation>
    </message>
    <message>
        <source>Which mail means a space</source>
        <translation>Welche Mail einen Raum meint</translation>
    </message>
    <message>
        <source>The domain that Exchange forwards to, whole or its leading labels (TRIRIGA_RESERVE_SUB_DOMAIN).</source>
        <translation>Die Domäne, an die Exchange weiterleitet, ganz oder ihre führenden Teile (TRIRIGA_RESERVE_SUB_DOMAIN).</translation>
    </message>
    <message>
        <source>Off, mailboxes compare letter by letter, as in Reserve: a request that differs only in case is held.</source>
        <translation>Aus: Postfächer werden Buchstabe für Buchstabe verglichen, wie in Reserve; eine Anfrage, die nur in Groß- und Kleinschreibung abweicht, wird zurückgehalten.</translation>
    </message>
    <message>
        <source>All-day and floating times mean this zone where a space names none, for instance Europe/Berlin.</source>
        <translation>Ganztägige Zeiten und Zeiten ohne Zone meinen diese Zone, wo ein Raum keine nennt, zum Beispiel Europe/Berlin.</translation>
    </message>
    <message>
        <source>When Exchange is away</source>
        <translation>Wenn Exchange nicht erreichbar ist</translation>
    </message>
    <message>
        <source>Reserving goes on. What must be told waits and is tried again this often, until it is told.</source>
        <translation>Das Reservieren geht weiter. Was mitzuteilen ist, wartet und wird so oft versucht, bis es mitgeteilt ist.</translation>
    </message>
    <message>
        <source>How long it is kept</source>
        <translation>Wie lange es aufbewahrt wird</translation>
    </message>
    <message>
        <source>Raw and kept mail is removed after this time.</source>
        <translation>Rohe und aufbewahrte Mail wird nach dieser Zeit entfernt.</translation>
    </message>
    <message>
        <source>Traces are removed after this time. The audit is never removed.</source>
        <translation>Verläufe werden nach dieser Zeit entfernt. Das Änderungsprotokoll nie.</translation>
    </message>
    <message>
        <source>No Default Reserve User Email is set, so unknown people are refused and no contact is made. Set one above.</source>
        <translation>Es ist keine E-Mail des Standardbenutzers gesetzt, daher werden Unbekannte abgewiesen und kein Kontakt angelegt. Oben eine setzen.</translation>
    </message>
</context>
<context>
    <name>reserve::SpaceDelegate</name>
    <message>
        <source>Type or paste a mailbox</source>
        <translation>Postfach eingeben oder einfügen</translation>
    </message>
</context>
<context>
    <name>reserve::SpaceFinding</name>
    <message>
        <source>Use Exchange&apos;s spelling</source>
        <translation>Schreibweise von Exchange übernehmen</translation>
    </message>
    <message>
        <source>Show the request</source>
        <translation>Anfrage zeigen</translation>
    </message>
    <message>
        <source>Ignore case in mailbox addresses</source>
        <translation>Groß- und Kleinschreibung in Postfachadressen ignorieren</translation>
    </message>
    <message>
        <source>Mailboxes are compared letter by letter, so meetings for %1 are not booked. %2</source>
        <translation>Postfächer werden Buchstabe für Buchstabe verglichen, daher werden Besprechungen für %1 nicht gebucht. %2</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) wait.</source>
        <translation>
            <numerusform>%n Anfrage wartet.</numerusform>
            <numerusform>%n Anfragen warten.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has the same mailbox. A request names one space only: give each its own mailbox.</source>
        <translation>%1 hat dasselbe Postfach. Eine Anfrage meint nur einen Raum: jedem ein eigenes Postfach geben.</translation>
    </message>
    <message>
        <source>No request can mean this space while it has no mailbox. Type or paste the address of its room mailbox in Exchange.</source>
        <translation>Ohne Postfach kann keine Anfrage diesen Raum meinen. Die Adresse seines Raumpostfachs in Exchange eingeben oder einfügen.</translation>
    </message>
</context>
<context>
    <name>reserve::SpaceModel</name>
    <message>
        <source>Mapped</source>
        <translation>Zugeordnet</translation>
    </message>
    <message>
        <source>Unmapped</source>
        <translation>Nicht zugeordnet</translation>
    </message>
    <message>
        <source>Differs only in case</source>
        <translation>Nur Groß/klein anders</translation>
    </message>
    <message>
        <source>Duplicate of %1</source>
        <translation>Doppelt mit %1</translation>
    </message>
    <message>
        <source>Bookable</source>
        <translation>Buchbar</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>Exchange Mailbox</source>
        <translation>Exchange-Postfach</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>Gebäude</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>Etage</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>Delegate contact</source>
        <translation>Stellvertreterkontakt</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Work days</source>
        <translation>Arbeitstage</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Booking</source>
        <translation>Buchung</translation>
    </message>
    <message>
        <source>Set-up minutes</source>
        <translation>Minuten zum Herrichten</translation>
    </message>
    <message>
        <source>Clear-up minutes</source>
        <translation>Minuten zum Aufräumen</translation>
    </message>
    <message>
        <source>Cannot be applied</source>
        <translation>Nicht anwendbar</translation>
    </message>
    <message>
        <source>No server</source>
        <translation>Kein Server</translation>
    </message>
</context>
<context>
    <name>reserve::SpacesPanel</name>
    <message>
        <source>Exchange Spaces</source>
        <translation>Exchange-Räume</translation>
    </message>
    <message>
        <source>Filter spaces</source>
        <translation>Räume filtern</translation>
    </message>
    <message>
        <source>Import CSV…</source>
        <translation>CSV importieren…</translation>
    </message>
    <message>
        <source>Add space</source>
        <translation>Raum hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Choose a space first</source>
        <translation>Zuerst einen Raum wählen</translation>
    </message>
    <message>
        <source>States of mailboxes</source>
        <translation>Zustände der Postfächer</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Mapped</source>
        <translation>Zugeordnet</translation>
    </message>
    <message>
        <source>Unmapped</source>
        <translation>Nicht zugeordnet</translation>
    </message>
    <message>
        <source>Differs only in case</source>
        <translation>Nur Groß/klein anders</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Doppelt</translation>
    </message>
    <message>
        <source>No space can be booked yet</source>
        <translation>Noch kann kein Raum gebucht werden</translation>
    </message>
    <message>
        <source>A space is a room with a mailbox in Exchange. Import the list, or type the first one.</source>
        <translation>Ein Raum ist ein Zimmer mit einem Postfach in Exchange. Die Liste importieren oder den ersten eingeben.</translation>
    </message>
    <message>
        <source>Add a space</source>
        <translation>Einen Raum hinzufügen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Writes all spaces to a CSV file, without what is not applied yet</source>
        <translation>Schreibt alle Räume in eine CSV-Datei, ohne was noch nicht angewendet ist</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Mailbox</source>
        <comment>columns of the table of spaces</comment>
        <translation>Postfach</translation>
    </message>
    <message>
        <source>Server</source>
        <comment>columns of the table of spaces</comment>
        <translation>Server</translation>
    </message>
    <message>
        <source>Place</source>
        <comment>columns of the table of spaces</comment>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Hours</source>
        <comment>columns of the table of spaces</comment>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Booking</source>
        <comment>columns of the table of spaces</comment>
        <translation>Buchung</translation>
    </message>
    <message>
        <source>Chooses which columns stand beside the space</source>
        <translation>Wählt, welche Spalten neben dem Raum stehen</translation>
    </message>
</context>
<context>
    <name>reserve::SpellingLines</name>
    <message>
        <source>Here %1, in Exchange %2</source>
        <translation>Hier %1, in Exchange %2</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>In Exchange</source>
        <translation>In Exchange</translation>
    </message>
</context>
<context>
    <name>reserve::StartChoice</name>
    <message>
        <source>Sample building</source>
        <translation>Beispielgebäude</translation>
    </message>
    <message>
        <source>A building with 14 spaces, 24 people and two weeks of meetings, to look around and to try things.</source>
        <translation>Ein Gebäude mit 14 Räumen, 24 Personen und zwei Wochen voller Besprechungen, zum Umsehen und Ausprobieren.</translation>
    </message>
    <message>
        <source>Two people share an e-mail, one has no time zone</source>
        <translation>Zwei Personen teilen sich eine E‑Mail, eine hat keine Zeitzone</translation>
    </message>
    <message>
        <source>Send it a meeting and watch it being decided</source>
        <translation>Eine Besprechung hinsenden und zusehen, wie entschieden wird</translation>
    </message>
    <message>
        <source>Nobody is told: the addresses do not exist</source>
        <translation>Niemand wird benachrichtigt: die Adressen gibt es nicht</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Nothing is filled in. Spaces and people are imported from CSV files or typed.</source>
        <translation>Nichts ist ausgefüllt. Räume und Personen werden aus CSV-Dateien importiert oder eingegeben.</translation>
    </message>
    <message>
        <source>Import spaces and people from CSV files</source>
        <translation>Räume und Personen aus CSV-Dateien importieren</translation>
    </message>
    <message>
        <source>Set who may book under Exchange Admin</source>
        <translation>In der Exchange-Verwaltung festlegen, wer buchen darf</translation>
    </message>
    <message>
        <source>The agent listens from the start</source>
        <translation>Der Agent lauscht von Anfang an</translation>
    </message>
    <message>
        <source>How to start</source>
        <translation>Wie begonnen wird</translation>
    </message>
</context>
<context>
    <name>reserve::StateLegend</name>
    <message>
        <source>, </source>
        <comment>between the parts of an accessible name</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>1 reservation</source>
        <translation>1 Reservierung</translation>
    </message>
    <message numerus="yes">
        <source>%n reservations</source>
        <translation>
            <numerusform>%n Reservierung</numerusform>
            <numerusform>%n Reservierungen</numerusform>
        </translation>
    </message>
    <message>
        <source>The room answered</source>
        <translation>Der Raum antwortete</translation>
    </message>
    <message>
        <source>Exchange knows</source>
        <translation>Exchange weiß</translation>
    </message>
</context>
<context>
    <name>reserve::StatePills</name>
    <message>
        <source>, </source>
        <comment>between states</comment>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>reserve::StatusFeed</name>
    <message>
        <source>This desk (SQLite), %1</source>
        <translation>Dieser Arbeitsplatz (SQLite), %1</translation>
    </message>
    <message>
        <source>%1 (SQLite), %2</source>
        <translation>%1 (SQLite), %2</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reserve::StatusStrip</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Agent unknown</source>
        <translation>Agent unbekannt</translation>
    </message>
    <message>
        <source>Agent starting</source>
        <translation>Agent startet</translation>
    </message>
    <message>
        <source>Agent listening</source>
        <translation>Agent lauscht</translation>
    </message>
    <message>
        <source>Agent stopped</source>
        <translation>Agent angehalten</translation>
    </message>
    <message>
        <source>Agent cannot listen</source>
        <translation>Agent kann nicht lauschen</translation>
    </message>
    <message>
        <source>Listening on %1</source>
        <translation>Lauscht an %1</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Inbox, %1 not yet decided</source>
        <translation>Eingang, %1 noch nicht entschieden</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 wartend</translation>
    </message>
    <message>
        <source>oldest %1</source>
        <translation>älteste %1</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Outbox, nothing waits</source>
        <translation>Ausgang, nichts wartet</translation>
    </message>
    <message>
        <source>Next try %1</source>
        <translation>Nächster Versuch %1</translation>
    </message>
    <message>
        <source>Store: %1</source>
        <translation>Datenbestand: %1</translation>
    </message>
    <message>
        <source>Time zone: %1</source>
        <translation>Zeitzone: %1</translation>
    </message>
</context>
<context>
    <name>reserve::StepList</name>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
</context>
<context>
    <name>reserve::TimelineView</name>
    <message>
        <source>Space</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Belegt</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Spaces in use at once</source>
        <translation>Gleichzeitig belegte Räume</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Most: %1 of %2 at %3</source>
        <translation>Höchstens: %1 von %2 um %3</translation>
    </message>
    <message>
        <source>ddd d MMMM yyyy</source>
        <comment>the day shown</comment>
        <translation>ddd, d. MMMM yyyy</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>start and requester</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>reserve::Toast</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>reserve::TraceModel</name>
    <message>
        <source>no sender</source>
        <translation>kein Absender</translation>
    </message>
    <message>
        <source>Message-ID %1</source>
        <translation>Message-ID %1</translation>
    </message>
    <message>
        <source>Nothing was taken</source>
        <translation>Nichts wurde angenommen</translation>
    </message>
    <message>
        <source>%1 bytes on disk, then 250 was said</source>
        <translation>%1 Bytes auf der Platte, dann wurde 250 gesagt</translation>
    </message>
    <message>
        <source>Differs only in case</source>
        <translation>Nur Groß/klein anders</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>Not told</source>
        <translation>Nicht mitgeteilt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Eingereiht</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privat</translation>
    </message>
    <message>
        <source>Did not come by mail</source>
        <translation>Kam nicht per Mail</translation>
    </message>
</context>
<context>
    <name>reserve::TracePane</name>
    <message>
        <source>Trace</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>Views of the message</source>
        <translation>Ansichten der Nachricht</translation>
    </message>
    <message>
        <source>The way of the request</source>
        <translation>Der Weg der Anfrage</translation>
    </message>
    <message>
        <source>Every step</source>
        <translation>Jeder Schritt</translation>
    </message>
    <message>
        <source>Use Exchange&apos;s spelling</source>
        <translation>Schreibweise von Exchange übernehmen</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>Beiseitelegen</translation>
    </message>
    <message>
        <source>Ends this message: nothing is booked and nobody is answered</source>
        <translation>Beendet diese Nachricht: nichts wird gebucht, niemand bekommt eine Antwort</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Everything that waits to be told is tried at once</source>
        <translation>Alles, was mitzuteilen ist, wird sofort versucht</translation>
    </message>
    <message>
        <source>Show in calendar</source>
        <translation>Im Kalender zeigen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copies the trace as JSON</source>
        <translation>Kopiert den Verlauf als JSON</translation>
    </message>
    <message>
        <source>No message chosen</source>
        <translation>Keine Nachricht gewählt</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>sender and recipient</comment>
        <translation>%1 an %2</translation>
    </message>
    <message>
        <source>Choose a message in the list to see its way.</source>
        <translation>Eine Nachricht der Liste wählen, um ihren Weg zu sehen.</translation>
    </message>
    <message>
        <source>Decide again</source>
        <translation>Erneut entscheiden</translation>
    </message>
    <message>
        <source>Decides this message as if its sender were in order</source>
        <translation>Entscheidet diese Nachricht, als wäre ihr Absender in Ordnung</translation>
    </message>
    <message>
        <source>Decides this message once more, with what is set up now</source>
        <translation>Entscheidet diese Nachricht noch einmal, nach dem jetzigen Stand der Einrichtung</translation>
    </message>
    <message>
        <source>%1 is the mailbox now. What was held is decided.</source>
        <translation>%1 ist jetzt das Postfach. Was zurückgehalten war, wird entschieden.</translation>
    </message>
    <message>
        <source>The message is decided again.</source>
        <translation>Die Nachricht wird erneut entschieden.</translation>
    </message>
    <message>
        <source>The message is put aside.</source>
        <translation>Die Nachricht ist beiseitegelegt.</translation>
    </message>
    <message>
        <source>Everything that waits is tried now.</source>
        <translation>Alles, was wartet, wird jetzt versucht.</translation>
    </message>
    <message>
        <source>The trace is copied.</source>
        <translation>Der Verlauf ist kopiert.</translation>
    </message>
    <message>
        <source>Says</source>
        <translation>Sagt</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>What the message says, in plain words</source>
        <translation>Was die Nachricht sagt, in einfachen Worten</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Was sie sagt</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Shows what would be decided if this message arrived now, before anything is done</source>
        <translation>Zeigt, was entschieden würde, käme die Nachricht jetzt an, bevor etwas geschieht</translation>
    </message>
    <message>
        <source>Show the replay</source>
        <translation>Die Wiederholung zeigen</translation>
    </message>
    <message>
        <source>Show the first time</source>
        <translation>Das erste Mal zeigen</translation>
    </message>
</context>
<context>
    <name>reserve::WaitLines</name>
    <message>
        <source>Request to decision</source>
        <translation>Von der Anfrage zur Entscheidung</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>middle, slowest 1 % %1</source>
        <translation>Mitte, langsamste 1 % %1</translation>
    </message>
    <message>
        <source>nothing decided in this hour</source>
        <translation>nichts entschieden in dieser Stunde</translation>
    </message>
</context>
<context>
    <name>reserve::WaitingSteps</name>
    <message>
        <source>Waiting to be told</source>
        <translation>Noch mitzuteilen</translation>
    </message>
    <message>
        <source>outbox</source>
        <translation>Ausgang</translation>
    </message>
    <message numerus="yes">
        <source>oldest %n min</source>
        <translation>
            <numerusform>älteste %n min</numerusform>
            <numerusform>älteste %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>next try %1</source>
        <translation>nächster Versuch %1</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>everything is told</source>
        <translation>alles ist mitgeteilt</translation>
    </message>
</context>
<context>
    <name>reserve::WayLine</name>
    <message>
        <source>The way of this request</source>
        <translation>Der Weg dieser Anfrage</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Durable</source>
        <translation>Gesichert</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Verstanden</translation>
    </message>
    <message>
        <source>Matched</source>
        <translation>Zugeordnet</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Eingereiht</translation>
    </message>
    <message>
        <source>Told to Exchange</source>
        <translation>Exchange mitgeteilt</translation>
    </message>
    <message>
        <source>Requester informed</source>
        <translation>Anfragender benachrichtigt</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>working</source>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>weicht ab</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>reserve::WeekView</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>all day</source>
        <translation>ganztägig</translation>
    </message>
    <message>
        <source>ddd d MMMM yyyy</source>
        <comment>the day shown</comment>
        <translation>ddd, d. MMMM yyyy</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>days of one month</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>days of two months</comment>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>reserve::ZoneChoice</name>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
</context>
<context>
    <name>states</name>
    <message>
        <source>Accepted</source>
        <translation>Zugesagt</translation>
    </message>
    <message>
        <source>Tentative</source>
        <translation>Mit Vorbehalt</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>Wartet auf Genehmigung</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgesagt</translation>
    </message>
    <message>
        <source>By mail</source>
        <translation>Per Mail</translation>
    </message>
    <message>
        <source>In the console</source>
        <translation>In der Konsole</translation>
    </message>
    <message>
        <source>Read from Exchange</source>
        <translation>Aus Exchange gelesen</translation>
    </message>
    <message>
        <source>Only here</source>
        <translation>Nur hier</translation>
    </message>
    <message>
        <source>Queued for Exchange</source>
        <translation>Wartet auf Exchange</translation>
    </message>
    <message>
        <source>In Exchange</source>
        <translation>In Exchange</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Employee</source>
        <translation>Mitarbeiter</translation>
    </message>
    <message>
        <source>External contact</source>
        <translation>Externer Kontakt</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>Ausgeschieden</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>Übergangen</translation>
    </message>
    <message>
        <source>Quarantined</source>
        <translation>In Quarantäne</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Meeting request</source>
        <translation>Besprechungsanfrage</translation>
    </message>
    <message>
        <source>Meeting cancellation</source>
        <translation>Besprechungsabsage</translation>
    </message>
    <message>
        <source>Other calendar message</source>
        <translation>Andere Kalendernachricht</translation>
    </message>
    <message>
        <source>Delivery report</source>
        <translation>Zustellbericht</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Empfangsbestätigung</translation>
    </message>
    <message>
        <source>Automatic reply</source>
        <translation>Automatische Antwort</translation>
    </message>
    <message>
        <source>Mail of our own</source>
        <translation>Eigene Mail</translation>
    </message>
    <message>
        <source>Unreadable mail</source>
        <translation>Unlesbare Mail</translation>
    </message>
    <message>
        <source>Other mail</source>
        <translation>Andere Mail</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Confirmation</source>
        <translation>Bestätigung</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Aufgegeben</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>Zurückgekommen</translation>
    </message>
    <message>
        <source>Agent stopped</source>
        <translation>Agent angehalten</translation>
    </message>
    <message>
        <source>Agent starting</source>
        <translation>Agent startet</translation>
    </message>
    <message>
        <source>Agent listening</source>
        <translation>Agent lauscht</translation>
    </message>
    <message>
        <source>Agent cannot listen</source>
        <translation>Agent kann nicht lauschen</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Durable</source>
        <translation>Gesichert</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Verstanden</translation>
    </message>
    <message>
        <source>Matched</source>
        <translation>Zugeordnet</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Eingereiht</translation>
    </message>
    <message>
        <source>Told to Exchange</source>
        <translation>Exchange mitgeteilt</translation>
    </message>
    <message>
        <source>Requester informed</source>
        <translation>Anfragender benachrichtigt</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>Gebäude</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Genehmigung</translation>
    </message>
    <message>
        <source>Waits for an approver</source>
        <translation>Wartet auf Genehmigung</translation>
    </message>
    <message>
        <source>Answered tentatively</source>
        <translation>Mit Vorbehalt beantwortet</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Genehmigt</translation>
    </message>
    <message>
        <source>Declined by an approver</source>
        <translation>Nicht genehmigt</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Hinfällig</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Rückfrage</translation>
    </message>
    <message>
        <source>Calendar entry</source>
        <translation>Kalendereintrag</translation>
    </message>
    <message>
        <source>Answered by mail</source>
        <translation>Per Mail beantwortet</translation>
    </message>
</context>
<context>
    <name>times</name>
    <message>
        <source>{day}, {time} ({zone})</source>
        <translation>{day}, {time} ({zone})</translation>
    </message>
    <message>
        <source>{day}, all day</source>
        <translation>{day}, ganztägig</translation>
    </message>
    <message>
        <source>{first} to {last}, all day</source>
        <translation>{first} bis {last}, ganztägig</translation>
    </message>
    <message>
        <source>{day}, {start} to {end} ({zone})</source>
        <translation>{day}, {start} bis {end} ({zone})</translation>
    </message>
    <message>
        <source>{startDay}, {start} to {endDay}, {end} ({zone})</source>
        <translation>{startDay}, {start} bis {endDay}, {end} ({zone})</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>Port {port} is held by {holder} (process {process}, user {user}). The agent cannot listen on {address}. Use port {free}, which is free, or stop {holder}.</source>
        <translation>Port {port} ist von {holder} belegt (Prozess {process}, Benutzer {user}). Der Agent kann nicht an {address} lauschen. Port {free} nehmen, der frei ist, oder {holder} beenden.</translation>
    </message>
    <message>
        <source>Port {port} is held by {holder} (process {process}). The agent cannot listen on {address}. Use another port or stop {holder}.</source>
        <translation>Port {port} ist von {holder} belegt (Prozess {process}). Der Agent kann nicht an {address} lauschen. Einen anderen Port nehmen oder {holder} beenden.</translation>
    </message>
    <message>
        <source>Port {port} is held by a program of the user {user}. The agent cannot listen on {address}. Use port {free}, which is free, or stop that program.</source>
        <translation>Port {port} ist von einem Programm des Benutzers {user} belegt. Der Agent kann nicht an {address} lauschen. Port {free} nehmen, der frei ist, oder dieses Programm beenden.</translation>
    </message>
    <message>
        <source>Port {port} is held by another program. The agent cannot listen on {address}. Use port {free}, which is free, or stop that program.</source>
        <translation>Port {port} ist von einem anderen Programm belegt. Der Agent kann nicht an {address} lauschen. Port {free} nehmen, der frei ist, oder dieses Programm beenden.</translation>
    </message>
    <message>
        <source>Port {port} is held by another program. The agent cannot listen on {address}. Use another port or stop that program.</source>
        <translation>Port {port} ist von einem anderen Programm belegt. Der Agent kann nicht an {address} lauschen. Einen anderen Port nehmen oder dieses Programm beenden.</translation>
    </message>
    <message>
        <source>The agent does not listen on {address}: beyond this machine it takes mail only from accepted peers, and none are set. Set smtp.accepted-peers to the addresses of the Exchange servers.</source>
        <translation>Der Agent lauscht nicht an {address}: von außerhalb dieses Rechners nimmt er Mail nur von zugelassenen Gegenstellen an, und keine ist gesetzt. smtp.accepted-peers auf die Adressen der Exchange-Server setzen.</translation>
    </message>
    <message>
        <source>The agent cannot listen on {address}, port {port}: {detail}. Choose an address of this machine and a port above 1023.</source>
        <translation>Der Agent kann nicht an {address}, Port {port}, lauschen: {detail}. Eine Adresse dieses Rechners und einen Port über 1023 wählen.</translation>
    </message>
    <message>
        <source>The agent was told to stop listening. Start it under Exchange Admin.</source>
        <translation>Dem Agenten wurde gesagt, nicht mehr zu lauschen. In der Exchange-Verwaltung starten.</translation>
    </message>
    <message>
        <source>The command lacks its argument &quot;{name}&quot;, so nothing was done. Use a console of the same version as the agent.</source>
        <translation>Dem Befehl fehlt die Angabe „{name}“, daher geschah nichts. Eine Konsole derselben Version wie der Agent benutzen.</translation>
    </message>
    <message>
        <source>An earlier message for the same space comes first. This one follows by itself.</source>
        <translation>Eine frühere Nachricht für denselben Raum kommt zuerst. Diese folgt von selbst.</translation>
    </message>
    <message>
        <source>Another agent works on this store: {holder}, since {since}. Only one can. Stop that one first, or go on using it.</source>
        <translation>Ein anderer Agent arbeitet auf diesem Datenbestand: {holder}, seit {since}. Nur einer kann es. Den anderen zuerst beenden oder ihn weiter benutzen.</translation>
    </message>
    <message>
        <source>Another agent works on this store: {holder}. Only one can. Stop that one first, or go on using it.</source>
        <translation>Ein anderer Agent arbeitet auf diesem Datenbestand: {holder}. Nur einer kann es. Den anderen zuerst beenden oder ihn weiter benutzen.</translation>
    </message>
    <message>
        <source>Another agent took this store over: {holder}. This one decides and delivers nothing more.</source>
        <translation>Ein anderer Agent hat diesen Datenbestand übernommen: {holder}. Dieser entscheidet und verschickt nichts mehr.</translation>
    </message>
    <message>
        <source>Another agent took this store over. This one decides and delivers nothing more.</source>
        <translation>Ein anderer Agent hat diesen Datenbestand übernommen. Dieser entscheidet und verschickt nichts mehr.</translation>
    </message>
    <message>
        <source>Our mail came back: {recipient} cannot be reached ({status}). Check the address and tell the person another way.</source>
        <translation>Unsere Mail kam zurück: {recipient} ist nicht erreichbar ({status}). Die Adresse prüfen und die Person auf anderem Weg benachrichtigen.</translation>
    </message>
    <message>
        <source>Our mail came back: {recipient} cannot be reached. Check the address and tell the person another way.</source>
        <translation>Unsere Mail kam zurück: {recipient} ist nicht erreichbar. Die Adresse prüfen und die Person auf anderem Weg benachrichtigen.</translation>
    </message>
    <message>
        <source>No outgoing mail server is set, so this waits. Set the server under Exchange Admin.</source>
        <translation>Es ist kein Postausgangsserver eingestellt, daher wartet dies. Den Server in der Exchange-Verwaltung einstellen.</translation>
    </message>
    <message>
        <source>The password of {user} for the outgoing mail server is missing on the agent&apos;s machine, so mail waits. Run there: reserve-agent settings set-secret outgoing.password.</source>
        <translation>Das Kennwort von {user} für den Postausgangsserver fehlt auf dem Rechner des Agenten, daher wartet die Mail. Dort ausführen: reserve-agent settings set-secret outgoing.password.</translation>
    </message>
    <message>
        <source>The outgoing mail server refused the password, so delivery is paused. Correct user or password, then retry. Details: {remote}</source>
        <translation>Der Postausgangsserver hat das Kennwort abgewiesen, daher ruht der Versand. Benutzer oder Kennwort berichtigen, dann erneut versuchen. Einzelheiten: {remote}</translation>
    </message>
    <message>
        <source>The outgoing mail server refused the password, so delivery is paused. Correct user or password, then retry.</source>
        <translation>Der Postausgangsserver hat das Kennwort abgewiesen, daher ruht der Versand. Benutzer oder Kennwort berichtigen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>The mail of this entry cannot be read, so it was not sent. Tell the recipient another way and give it up.</source>
        <translation>Die Mail dieses Eintrags kann nicht gelesen werden und wurde daher nicht gesendet. Den Empfänger auf anderem Weg benachrichtigen und den Eintrag aufgeben.</translation>
    </message>
    <message>
        <source>The mail server took the mail to {recipient}. Details: {remote}</source>
        <translation>Der Mailserver hat die Mail an {recipient} angenommen. Einzelheiten: {remote}</translation>
    </message>
    <message>
        <source>No address for notices is set any more, so this notice goes to nobody.</source>
        <translation>Es ist keine Adresse für Hinweise mehr gesetzt, daher geht dieser Hinweis an niemanden.</translation>
    </message>
    <message>
        <source>{actor} gave this up: {why}</source>
        <translation>{actor} hat dies aufgegeben: {why}</translation>
    </message>
    <message>
        <source>{actor} gave this up.</source>
        <translation>{actor} hat dies aufgegeben.</translation>
    </message>
    <message>
        <source>There is no outbox entry with number {id}. List them with: reserve-agent outbox list.</source>
        <translation>Es gibt keinen Eintrag Nummer {id} im Ausgang. Auflisten mit: reserve-agent outbox list.</translation>
    </message>
    <message>
        <source>The answer to {recipient} waits in the outbox.</source>
        <translation>Die Antwort an {recipient} wartet im Ausgang.</translation>
    </message>
    <message>
        <source>The organizer asked for no answer, so none is sent.</source>
        <translation>Der Organisator wollte keine Antwort, daher geht keine hinaus.</translation>
    </message>
    <message>
        <source>The confirmation to {recipient} waits in the outbox.</source>
        <translation>Die Bestätigung an {recipient} wartet im Ausgang.</translation>
    </message>
    <message>
        <source>The message is kept as {file}.</source>
        <translation>Die Nachricht ist als {file} aufbewahrt.</translation>
    </message>
    <message>
        <source>The first {kept} of {octets} bytes of the message are kept as {file}. The rest was read and dropped.</source>
        <translation>Die ersten {kept} von {octets} Byte der Nachricht sind als {file} aufbewahrt. Der Rest wurde gelesen und verworfen.</translation>
    </message>
    <message>
        <source>The message cannot be kept at {path}: {detail}. What becomes of it does not depend on that. Check the SMTP root folder.</source>
        <translation>Die Nachricht kann nicht unter {path} aufbewahrt werden: {detail}. Was aus ihr wird, hängt davon nicht ab. Den SMTP-Stammordner prüfen.</translation>
    </message>
    <message>
        <source>The message cannot be kept, because the folder {path} cannot be made: {detail}. What becomes of it does not depend on that. Check the SMTP root folder.</source>
        <translation>Die Nachricht kann nicht aufbewahrt werden, weil sich der Ordner {path} nicht anlegen lässt: {detail}. Was aus ihr wird, hängt davon nicht ab. Den SMTP-Stammordner prüfen.</translation>
    </message>
    <message>
        <source>{actor} put the message aside. Nothing is booked, and nobody is answered.</source>
        <translation>{actor} hat die Nachricht beiseitegelegt. Nichts wird gebucht, und niemand bekommt eine Antwort.</translation>
    </message>
    <message>
        <source>A person released the message. It is decided now.</source>
        <translation>Eine Person hat die Nachricht freigegeben. Sie wird jetzt entschieden.</translation>
    </message>
    <message>
        <source>There is no message with number {id}. List them with: reserve-agent trace.</source>
        <translation>Es gibt keine Nachricht Nummer {id}. Auflisten mit: reserve-agent trace.</translation>
    </message>
    <message>
        <source>The message number {id} or its space is not in the store any more. Somebody else removed it.</source>
        <translation>Die Nachricht Nummer {id} oder ihr Raum ist nicht mehr im Datenbestand. Jemand anderes hat sie entfernt.</translation>
    </message>
    <message>
        <source>Deciding this message ended the agent {attempts} times. It is set aside, and nothing is booked. Report it with the stored message.</source>
        <translation>Das Entscheiden dieser Nachricht hat den Agenten {attempts} Mal beendet. Sie ist beiseitegelegt, und nichts wird gebucht. Mit der gespeicherten Nachricht melden.</translation>
    </message>
    <message>
        <source>The Exchange Mailbox is now spelt as {recipient}. The message is decided.</source>
        <translation>Das Exchange-Postfach heißt jetzt {recipient}. Die Nachricht wird entschieden.</translation>
    </message>
    <message>
        <source>250 was said after {bytes} bytes were safely on disk.</source>
        <translation>250 wurde gesagt, nachdem {bytes} Bytes sicher auf der Platte waren.</translation>
    </message>
    <message>
        <source>There is no command with number {id}.</source>
        <translation>Es gibt keinen Befehl Nummer {id}.</translation>
    </message>
    <message>
        <source>The recipient is the Exchange Mailbox of this space.</source>
        <translation>Der Empfänger ist das Exchange-Postfach dieses Raums.</translation>
    </message>
    <message>
        <source>The recipient is the delegate contact of this space.</source>
        <translation>Der Empfänger ist der Stellvertreterkontakt dieses Raums.</translation>
    </message>
    <message>
        <source>The recipient is the Exchange Mailbox of this space. Upper and lower case were ignored, as set.</source>
        <translation>Der Empfänger ist das Exchange-Postfach dieses Raums. Groß- und Kleinschreibung wurde, wie eingestellt, ignoriert.</translation>
    </message>
    <message>
        <source>{recipient} differs only in case from the Exchange Mailbox {here}, so the message is held and nothing is booked. Use Exchange&apos;s spelling, or ignore case in mailbox addresses.</source>
        <translation>{recipient} weicht nur in Groß- und Kleinschreibung vom Exchange-Postfach {here} ab, daher wird die Nachricht zurückgehalten und nichts gebucht. Die Schreibweise von Exchange übernehmen oder Groß- und Kleinschreibung in Postfachadressen ignorieren.</translation>
    </message>
    <message>
        <source>Mail to postmaster is always taken and kept.</source>
        <translation>Mail an postmaster wird immer angenommen und aufbewahrt.</translation>
    </message>
    <message>
        <source>No space has the mailbox {recipient}. Add it under Exchange Spaces, or correct the address in Exchange.</source>
        <translation>Kein Raum hat das Postfach {recipient}. Es unter Exchange-Räume hinzufügen oder die Adresse in Exchange berichtigen.</translation>
    </message>
    <message>
        <source>The domain of {recipient} is not one of ours, and mail is not passed on. Add the space or its domain under Exchange Admin.</source>
        <translation>Die Domäne von {recipient} ist keine der unseren, und Mail wird nicht weitergereicht. Den Raum oder seine Domäne in der Exchange-Verwaltung hinzufügen.</translation>
    </message>
    <message>
        <source>The requester {requester} is {person} (Control Number {control-number}).</source>
        <translation>Der Anfragende {requester} ist {person} (Kontrollnummer {control-number}).</translation>
    </message>
    <message>
        <source>{requester} is the organizer of a reservation that stands, and may change or cancel it.</source>
        <translation>{requester} ist Organisator einer bestehenden Reservierung und darf sie ändern oder absagen.</translation>
    </message>
    <message>
        <source>Nobody has the e-mail {requester}. The Default Reserve User Email lets the request in, and an external contact is created.</source>
        <translation>Niemand hat die E-Mail {requester}. Die E-Mail des Standardbenutzers lässt die Anfrage ein, und ein externer Kontakt wird angelegt.</translation>
    </message>
    <message>
        <source>Nobody has the e-mail {requester}. The request goes to the default user, {person}.</source>
        <translation>Niemand hat die E-Mail {requester}. Die Anfrage geht an den Standardbenutzer, {person}.</translation>
    </message>
    <message>
        <source>The message has no sender, as bounces and receipts have. It is kept, and nothing is booked.</source>
        <translation>Die Nachricht hat keinen Absender, wie Zustellberichte und Empfangsbestätigungen. Sie wird aufbewahrt, und nichts wird gebucht.</translation>
    </message>
    <message>
        <source>Mail to postmaster is kept, and nothing is booked.</source>
        <translation>Mail an postmaster wird aufbewahrt, und nichts wird gebucht.</translation>
    </message>
    <message>
        <source>No active person has the e-mail {requester}, and no Default Reserve User Email is set. Add the person under People, or set a default user.</source>
        <translation>Keine aktive Person hat die E-Mail {requester}, und keine E-Mail des Standardbenutzers ist gesetzt. Die Person unter Personen hinzufügen oder einen Standardbenutzer setzen.</translation>
    </message>
    <message>
        <source>The message names no requester, and no Default Reserve User Email is set. It is refused.</source>
        <translation>Die Nachricht nennt keinen Anfragenden, und keine E-Mail des Standardbenutzers ist gesetzt. Sie wird abgewiesen.</translation>
    </message>
    <message>
        <source>No active person has the e-mail {requester}. External contacts are created only while a Default Reserve User Email is set. Set one under Exchange Admin.</source>
        <translation>Keine aktive Person hat die E-Mail {requester}. Externe Kontakte werden nur angelegt, solange eine E-Mail des Standardbenutzers gesetzt ist. Eine in der Exchange-Verwaltung setzen.</translation>
    </message>
    <message>
        <source>The message names no requester. It is refused.</source>
        <translation>Die Nachricht nennt keinen Anfragenden. Sie wird abgewiesen.</translation>
    </message>
    <message>
        <source>No active person has the e-mail {requester}, and none has the Default Reserve User Email {default-user} either. Add one of them under People.</source>
        <translation>Keine aktive Person hat die E-Mail {requester}, und auch die E-Mail des Standardbenutzers {default-user} hat keine. Eine von beiden unter Personen hinzufügen.</translation>
    </message>
    <message>
        <source>No active person has the Default Reserve User Email {default-user}. Add that person under People.</source>
        <translation>Keine aktive Person hat die E-Mail des Standardbenutzers {default-user}. Diese Person unter Personen hinzufügen.</translation>
    </message>
    <message>
        <source>No active person has the e-mail {requester}, and the domain {domain} is not accepted. Add the person, or add the domain to the accepted requester domains.</source>
        <translation>Keine aktive Person hat die E-Mail {requester}, und die Domäne {domain} ist nicht zugelassen. Die Person hinzufügen oder die Domäne zulassen.</translation>
    </message>
    <message>
        <source>The message names no requester whose domain is accepted. It is refused.</source>
        <translation>Die Nachricht nennt keinen Anfragenden mit zugelassener Domäne. Sie wird abgewiesen.</translation>
    </message>
    <message>
        <source>{sender} sent this in the name of {organizer} without being named as sent-by. It is held, and nobody is answered. Release it if that is right.</source>
        <translation>{sender} hat dies im Namen von {organizer} gesendet, ohne als SENT-BY genannt zu sein. Es wird zurückgehalten, und niemand bekommt eine Antwort. Freigeben, wenn das seine Richtigkeit hat.</translation>
    </message>
    <message>
        <source>This came in the name of {organizer}, and the mail names no sender (From). It is held, and nobody is answered. Release it if that is right.</source>
        <translation>Dies kam im Namen von {organizer}, und die Mail nennt keinen Absender (From). Es wird zurückgehalten, und niemand bekommt eine Antwort. Freigeben, wenn das seine Richtigkeit hat.</translation>
    </message>
    <message>
        <source>The external contact {email} has Control Number {control-number}.</source>
        <translation>Der externe Kontakt {email} hat die Kontrollnummer {control-number}.</translation>
    </message>
    <message>
        <source>The reservation stands in the calendar of {person}.</source>
        <translation>Die Reservierung steht im Kalender von {person}.</translation>
    </message>
    <message>
        <source>{space} is free: {start..end}.</source>
        <translation>{space} ist frei: {start..end}.</translation>
    </message>
    <message>
        <source>The reservation moved. {space} is free: {start..end}.</source>
        <translation>Die Reservierung wurde verlegt. {space} ist frei: {start..end}.</translation>
    </message>
    <message>
        <source>{space} is taken by {holder}: {start..end}.</source>
        <translation>{space} ist von {holder} belegt: {start..end}.</translation>
    </message>
    <message>
        <source>{space} is taken: {start..end}.</source>
        <translation>{space} ist belegt: {start..end}.</translation>
    </message>
    <message>
        <source>{space} is closed ({why}): {start..end}.</source>
        <translation>{space} ist geschlossen ({why}): {start..end}.</translation>
    </message>
    <message>
        <source>{space} is closed: {start..end}.</source>
        <translation>{space} ist geschlossen: {start..end}.</translation>
    </message>
    <message>
        <source>{space} cannot be reserved at present. It is marked as not bookable.</source>
        <translation>{space} kann zurzeit nicht reserviert werden. Der Raum ist als nicht buchbar gekennzeichnet.</translation>
    </message>
    <message>
        <source>The meeting ends the moment it begins, at {start}. There is nothing to reserve.</source>
        <translation>Die Besprechung endet in dem Augenblick, in dem sie beginnt: {start}. Es gibt nichts zu reservieren.</translation>
    </message>
    <message>
        <source>The meeting was over at {end}. Nothing is booked, and nobody is answered.</source>
        <translation>Die Besprechung war vorbei: {end}. Nichts wird gebucht, und niemand bekommt eine Antwort.</translation>
    </message>
    <message>
        <source>The organizer took {space} off the meeting. The space is free again.</source>
        <translation>Der Organisator hat {space} aus der Besprechung genommen. Der Raum ist wieder frei.</translation>
    </message>
    <message>
        <source>Only texts changed. The answer given before stands, and nobody is answered again.</source>
        <translation>Nur Texte haben sich geändert. Die frühere Antwort gilt weiter, und niemand bekommt noch eine.</translation>
    </message>
    <message>
        <source>The same request came before and was decided then. Nothing changes.</source>
        <translation>Dieselbe Anfrage kam schon früher und wurde damals entschieden. Nichts ändert sich.</translation>
    </message>
    <message>
        <source>A newer version of this meeting is known (number {known-sequence}, this one is {sequence}). This one changes nothing.</source>
        <translation>Eine neuere Fassung dieser Besprechung ist bekannt (Nummer {known-sequence}, diese ist {sequence}). Diese ändert nichts.</translation>
    </message>
    <message>
        <source>A newer version of this meeting is known. This one changes nothing.</source>
        <translation>Eine neuere Fassung dieser Besprechung ist bekannt. Diese ändert nichts.</translation>
    </message>
    <message>
        <source>The meeting was cancelled before its request came. Older versions of it change nothing.</source>
        <translation>Die Besprechung wurde abgesagt, bevor ihre Anfrage kam. Ältere Fassungen davon ändern nichts.</translation>
    </message>
    <message>
        <source>The meeting was cancelled before. Nothing changes.</source>
        <translation>Die Besprechung wurde schon früher abgesagt. Nichts ändert sich.</translation>
    </message>
    <message>
        <source>{organizer} cancelled the meeting. The space is free again.</source>
        <translation>{organizer} hat die Besprechung abgesagt. Der Raum ist wieder frei.</translation>
    </message>
    <message>
        <source>The meeting has no time zone of its own, and {space} has none either. Set the time zone of the space, then decide again.</source>
        <translation>Die Besprechung hat keine eigene Zeitzone, und {space} auch nicht. Die Zeitzone des Raums setzen, dann erneut entscheiden.</translation>
    </message>
    <message>
        <source>A {method} message is not for rooms. Nothing is booked.</source>
        <translation>Eine Nachricht der Art {method} ist nicht für Räume gedacht. Nichts wird gebucht.</translation>
    </message>
    <message>
        <source>The message does not say what it asks for, or by a word that no standard knows (METHOD). Nothing is booked.</source>
        <translation>Die Nachricht sagt nicht, worum sie bittet, oder mit einem Wort, das kein Standard kennt (METHOD). Nichts wird gebucht.</translation>
    </message>
    <message>
        <source>The message is meant for no space. It is kept.</source>
        <translation>Die Nachricht meint keinen Raum. Sie wird aufbewahrt.</translation>
    </message>
    <message>
        <source>The space was removed meanwhile. Nothing is booked.</source>
        <translation>Der Raum wurde inzwischen entfernt. Nichts wird gebucht.</translation>
    </message>
    <message>
        <source>{space} is reserved already: {start..end}. Choose another time or another space.</source>
        <translation>{space} ist schon reserviert: {start..end}. Eine andere Zeit oder einen anderen Raum wählen.</translation>
    </message>
    <message>
        <source>The space is reserved already at that time. Choose another time or another space.</source>
        <translation>Der Raum ist zu dieser Zeit schon reserviert. Eine andere Zeit oder einen anderen Raum wählen.</translation>
    </message>
    <message>
        <source>This meeting has a reservation in this space already (number {id}). Change that one.</source>
        <translation>Diese Besprechung hat in diesem Raum schon eine Reservierung (Nummer {id}). Jene ändern.</translation>
    </message>
    <message>
        <source>There is no reservation with number {id}. It may have been removed by somebody else.</source>
        <translation>Es gibt keine Reservierung Nummer {id}. Vielleicht hat jemand anderes sie entfernt.</translation>
    </message>
    <message>
        <source>The reservation of this message is not known any more.</source>
        <translation>Die Reservierung dieser Nachricht ist nicht mehr bekannt.</translation>
    </message>
    <message>
        <source>The calendar part holds no calendar, so nothing can be reserved. Send the invitation again.</source>
        <translation>Der Kalenderteil enthält keinen Kalender, daher kann nichts reserviert werden. Die Einladung erneut senden.</translation>
    </message>
    <message>
        <source>The calendar part is larger than {limit} bytes, so it is not read. Send the meeting without its long description.</source>
        <translation>Der Kalenderteil ist größer als {limit} Bytes und wird daher nicht gelesen. Die Besprechung ohne die lange Beschreibung senden.</translation>
    </message>
    <message>
        <source>The calendar part nests more than {limit} levels deep, so it is not read. Send the invitation again from a calendar program.</source>
        <translation>Der Kalenderteil ist mehr als {limit} Stufen tief geschachtelt und wird daher nicht gelesen. Die Einladung erneut aus einem Kalenderprogramm senden.</translation>
    </message>
    <message>
        <source>The calendar part holds more than {limit} parts, so it is not read. Send one meeting, not a whole calendar.</source>
        <translation>Der Kalenderteil enthält mehr als {limit} Teile und wird daher nicht gelesen. Eine Besprechung senden, nicht einen ganzen Kalender.</translation>
    </message>
    <message>
        <source>The calendar part has more than {limit} lines, so it is not read. Send one meeting, not a whole calendar.</source>
        <translation>Der Kalenderteil hat mehr als {limit} Zeilen und wird daher nicht gelesen. Eine Besprechung senden, nicht einen ganzen Kalender.</translation>
    </message>
    <message>
        <source>The calendar part holds no meeting, so there is nothing to reserve.</source>
        <translation>Der Kalenderteil enthält keine Besprechung, daher gibt es nichts zu reservieren.</translation>
    </message>
    <message>
        <source>The meeting cannot be read, so nothing is reserved. Send the invitation again.</source>
        <translation>Die Besprechung kann nicht gelesen werden, daher wird nichts reserviert. Die Einladung erneut senden.</translation>
    </message>
    <message>
        <source>The meeting has no identity of its own (UID), so later changes could not be matched to it. Send it from a calendar program that writes one.</source>
        <translation>Die Besprechung hat keine eigene Kennung (UID), daher ließen sich spätere Änderungen nicht zuordnen. Sie aus einem Kalenderprogramm senden, das eine schreibt.</translation>
    </message>
    <message>
        <source>The meeting has no start, so there is nothing to reserve.</source>
        <translation>Die Besprechung hat keinen Beginn, daher gibt es nichts zu reservieren.</translation>
    </message>
    <message>
        <source>The start &quot;{value}&quot; is not a time, so nothing is reserved. Send the invitation again.</source>
        <translation>Der Beginn „{value}“ ist keine Zeit, daher wird nichts reserviert. Die Einladung erneut senden.</translation>
    </message>
    <message>
        <source>The end &quot;{value}&quot; is not a time, so nothing is reserved. Send the invitation again.</source>
        <translation>Das Ende „{value}“ ist keine Zeit, daher wird nichts reserviert. Die Einladung erneut senden.</translation>
    </message>
    <message>
        <source>The date &quot;{value}&quot; of the series cannot be read, so nothing is reserved. Send the invitation again.</source>
        <translation>Der Termin „{value}“ der Serie kann nicht gelesen werden, daher wird nichts reserviert. Die Einladung erneut senden.</translation>
    </message>
    <message>
        <source>The meeting ends before it starts, so nothing is reserved. Correct its time.</source>
        <translation>Die Besprechung endet, bevor sie beginnt, daher wird nichts reserviert. Die Zeit berichtigen.</translation>
    </message>
    <message>
        <source>Start and end are of different kinds, so the length is not known and nothing is reserved. Send the invitation again.</source>
        <translation>Beginn und Ende sind von verschiedener Art, daher ist die Dauer unbekannt und nichts wird reserviert. Die Einladung erneut senden.</translation>
    </message>
    <message>
        <source>The meeting lies outside the years 1 to 9999, so nothing is reserved. Correct its time.</source>
        <translation>Die Besprechung liegt außerhalb der Jahre 1 bis 9999, daher wird nichts reserviert. Die Zeit berichtigen.</translation>
    </message>
    <message>
        <source>The time zone &quot;{zone}&quot; is not known and the message does not describe it, so nothing is reserved. Send the meeting in a zone with a usual name.</source>
        <translation>Die Zeitzone „{zone}“ ist unbekannt, und die Nachricht beschreibt sie nicht, daher wird nichts reserviert. Die Besprechung in einer Zone mit üblichem Namen senden.</translation>
    </message>
    <message>
        <source>The meeting has no time zone of its own, and the space has none. Set the time zone of the space or reserve.time-zone.</source>
        <translation>Die Besprechung hat keine eigene Zeitzone, und der Raum auch nicht. Die Zeitzone des Raums oder reserve.time-zone setzen.</translation>
    </message>
    <message>
        <source>The meeting starts and ends at the same moment.</source>
        <translation>Die Besprechung beginnt und endet im selben Augenblick.</translation>
    </message>
    <message>
        <source>The calendar part ends early. It is read as far as it goes.</source>
        <translation>Der Kalenderteil endet vorzeitig. Er wird gelesen, so weit er reicht.</translation>
    </message>
    <message>
        <source>The calendar part is not UTF-8. Its bytes are taken for Latin-1.</source>
        <translation>Der Kalenderteil ist kein UTF-8. Seine Bytes werden als Latin-1 gelesen.</translation>
    </message>
    <message>
        <source>The meeting has no readable DTSTAMP. The time of receipt stands in for it.</source>
        <translation>Die Besprechung hat keinen lesbaren DTSTAMP. Die Zeit des Eingangs steht dafür.</translation>
    </message>
    <message>
        <source>A value of the meeting is malformed and left out: {detail}</source>
        <translation>Ein Wert der Besprechung ist fehlgeformt und wird ausgelassen: {detail}</translation>
    </message>
    <message>
        <source>The list of attendees is longer than {limit}. The rest is left out.</source>
        <translation>Die Liste der Eingeladenen ist länger als {limit}. Der Rest wird ausgelassen.</translation>
    </message>
    <message>
        <source>The message&apos;s own rules for the zone &quot;{zone}&quot; cannot be used. The zone {iana} of this machine is taken.</source>
        <translation>Die Regeln der Nachricht für die Zone „{zone}“ sind nicht brauchbar. Die Zone {iana} dieses Rechners wird genommen.</translation>
    </message>
    <message>
        <source>Of the zone &quot;{zone}&quot; only the offset {offset} is known. Daylight saving time is not considered.</source>
        <translation>Von der Zone „{zone}“ ist nur der Abstand {offset} bekannt. Sommerzeit wird nicht beachtet.</translation>
    </message>
    <message>
        <source>The message&apos;s rules for &quot;{zone}&quot; differ at this time from {iana} on this machine. The message&apos;s rules are used.</source>
        <translation>Die Regeln der Nachricht für „{zone}“ weichen zu dieser Zeit von {iana} auf diesem Rechner ab. Die Regeln der Nachricht gelten.</translation>
    </message>
    <message>
        <source>The end has no zone. The one of the start, &quot;{zone}&quot;, is taken.</source>
        <translation>Das Ende hat keine Zone. Die des Beginns, „{zone}“, wird genommen.</translation>
    </message>
    <message>
        <source>{time} does not exist in {zone} on that day, because clocks go forward. The time one hour later on the clock is taken.</source>
        <translation>{time} gibt es in {zone} an diesem Tag nicht, weil die Uhren vorgestellt werden. Die Zeit eine Stunde später auf der Uhr wird genommen.</translation>
    </message>
    <message>
        <source>{time} happens twice in {zone} on that day, because clocks go back. The first one is taken.</source>
        <translation>{time} gibt es in {zone} an diesem Tag zweimal, weil die Uhren zurückgestellt werden. Die erste wird genommen.</translation>
    </message>
    <message>
        <source>{path} is sent as it is, so it takes no options that describe a meeting. Leave one of both out.</source>
        <translation>{path} wird gesendet, wie es ist, und nimmt daher keine Optionen, die eine Besprechung beschreiben. Eines von beiden weglassen.</translation>
    </message>
    <message>
        <source>No space has the Exchange Mailbox {mailbox}. List them with: reserve-agent spaces list.</source>
        <translation>Kein Raum hat das Exchange-Postfach {mailbox}. Auflisten mit: reserve-agent spaces list.</translation>
    </message>
    <message>
        <source>A command is missing. Commands: {known}. More: reserve-agent --help.</source>
        <translation>Ein Befehl fehlt. Befehle: {known}. Mehr: reserve-agent --help.</translation>
    </message>
    <message>
        <source>There is no command &quot;{command}&quot;. Commands: {known}. More: reserve-agent --help.</source>
        <translation>Es gibt keinen Befehl „{command}“. Befehle: {known}. Mehr: reserve-agent --help.</translation>
    </message>
    <message>
        <source>{command} needs one of: {known}. More: reserve-agent {command} --help.</source>
        <translation>{command} braucht eines von: {known}. Mehr: reserve-agent {command} --help.</translation>
    </message>
    <message>
        <source>{command} has no &quot;{action}&quot;, only: {known}. More: reserve-agent {command} --help.</source>
        <translation>{command} kennt kein „{action}“, nur: {known}. Mehr: reserve-agent {command} --help.</translation>
    </message>
    <message>
        <source>{detail}. More: reserve-agent {command} --help.</source>
        <translation>{detail}. Mehr: reserve-agent {command} --help.</translation>
    </message>
    <message>
        <source>{command} needs {argument}. More: reserve-agent {command} --help.</source>
        <translation>{command} braucht {argument}. Mehr: reserve-agent {command} --help.</translation>
    </message>
    <message>
        <source>{command} does not take &quot;{argument}&quot;. More: reserve-agent {command} --help.</source>
        <translation>{command} nimmt „{argument}“ nicht an. Mehr: reserve-agent {command} --help.</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; does not fit --{option}. Use {expected}.</source>
        <translation>„{value}“ passt nicht zu --{option}. Erwartet: {expected}.</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; does not fit {argument}. Use {expected}.</source>
        <translation>„{value}“ passt nicht zu {argument}. Erwartet: {expected}.</translation>
    </message>
    <message>
        <source>There is no format &quot;{value}&quot; here, only: {known}.</source>
        <translation>Das Format „{value}“ gibt es hier nicht, nur: {known}.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {detail}.</source>
        <translation>{path} kann nicht gelesen werden: {detail}.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {detail}.</source>
        <translation>{path} kann nicht geschrieben werden: {detail}.</translation>
    </message>
    <message>
        <source>The output cannot be written: {detail}.</source>
        <translation>Die Ausgabe kann nicht geschrieben werden: {detail}.</translation>
    </message>
    <message numerus="yes">
        <source>Nothing was imported: %n row(s) of {path} have a problem.</source>
        <translation>
            <numerusform>Nichts wurde importiert: %n Zeile von {path} passt nicht.</numerusform>
            <numerusform>Nichts wurde importiert: %n Zeilen von {path} passen nicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Line {line}, column {column}: {problem}</source>
        <translation>Zeile {line}, Spalte {column}: {problem}</translation>
    </message>
    <message>
        <source>Line {line}: {problem}</source>
        <translation>Zeile {line}: {problem}</translation>
    </message>
    <message>
        <source>Imported {path}: {added} added, {changed} changed, {unchanged} unchanged.</source>
        <translation>{path} importiert: {added} hinzugefügt, {changed} geändert, {unchanged} unverändert.</translation>
    </message>
    <message>
        <source>Nothing came on standard input, so {name} was not changed. To remove it: reserve-agent settings set-secret {name} --remove.</source>
        <translation>Auf der Standardeingabe kam nichts, daher blieb {name} unverändert. Zum Entfernen: reserve-agent settings set-secret {name} --remove.</translation>
    </message>
    <message>
        <source>{name} is kept in {folder}.</source>
        <translation>{name} ist in {folder} aufbewahrt.</translation>
    </message>
    <message>
        <source>{name} is kept in the system keychain.</source>
        <translation>{name} ist im Schlüsselbund des Systems aufbewahrt.</translation>
    </message>
    <message>
        <source>{name} is removed.</source>
        <translation>{name} ist entfernt.</translation>
    </message>
    <message>
        <source>Secrets are never shown. {name} is kept in {folder}.</source>
        <translation>Geheimnisse werden nie gezeigt. {name} ist in {folder} aufbewahrt.</translation>
    </message>
    <message>
        <source>Secrets are never shown. {name} is kept in the system keychain.</source>
        <translation>Geheimnisse werden nie gezeigt. {name} ist im Schlüsselbund des Systems aufbewahrt.</translation>
    </message>
    <message>
        <source>{name} is a secret and is not written into the store. Use: reserve-agent settings set-secret {name}, and give it on standard input.</source>
        <translation>{name} ist ein Geheimnis und wird nicht in den Datenbestand geschrieben. Ausführen: reserve-agent settings set-secret {name}, und es auf der Standardeingabe angeben.</translation>
    </message>
    <message>
        <source>The store is copied to {path}, and the copy is verified.</source>
        <translation>Der Datenbestand ist nach {path} kopiert, und die Kopie ist geprüft.</translation>
    </message>
    <message>
        <source>The backup {path} is in place. The store that was there is kept as {aside}.</source>
        <translation>Die Sicherung {path} ist an ihrem Platz. Der bisherige Datenbestand liegt als {aside} bereit.</translation>
    </message>
    <message>
        <source>The backup {path} is in place.</source>
        <translation>Die Sicherung {path} ist an ihrem Platz.</translation>
    </message>
    <message>
        <source>UID of the meeting: {uid}</source>
        <translation>UID der Besprechung: {uid}</translation>
    </message>
    <message>
        <source>{server} took the message for {recipient}. Details: {remote}</source>
        <translation>{server} hat die Nachricht für {recipient} angenommen. Einzelheiten: {remote}</translation>
    </message>
    <message>
        <source>{server} did not take the message for {recipient}. Details: {remote}</source>
        <translation>{server} hat die Nachricht für {recipient} nicht angenommen. Einzelheiten: {remote}</translation>
    </message>
    <message numerus="yes">
        <source>%n entry is(are) due at once.</source>
        <translation>
            <numerusform>%n Eintrag ist sofort fällig.</numerusform>
            <numerusform>%n Einträge sind sofort fällig.</numerusform>
        </translation>
    </message>
    <message>
        <source>Entry {id} is given up.</source>
        <translation>Eintrag {id} ist aufgegeben.</translation>
    </message>
    <message>
        <source>There is no secret {name}. Known: {known}.</source>
        <translation>Es gibt kein Geheimnis {name}. Bekannt: {known}.</translation>
    </message>
    <message>
        <source>The secret {name} is not set on this machine. Set it with: reserve-agent settings set-secret {name}.</source>
        <translation>Das Geheimnis {name} ist auf diesem Rechner nicht gesetzt. Setzen mit: reserve-agent settings set-secret {name}.</translation>
    </message>
    <message>
        <source>The system keychain did not answer within {seconds} seconds. Unlock it, or use a folder of secrets beside the store.</source>
        <translation>Der Schlüsselbund des Systems antwortete nicht innerhalb von {seconds} Sekunden. Ihn entsperren oder einen Ordner für Geheimnisse neben dem Datenbestand benutzen.</translation>
    </message>
    <message>
        <source>The system keychain cannot be used: {detail}. Unlock it, or use a folder of secrets beside the store.</source>
        <translation>Der Schlüsselbund des Systems kann nicht benutzt werden: {detail}. Ihn entsperren oder einen Ordner für Geheimnisse neben dem Datenbestand benutzen.</translation>
    </message>
    <message>
        <source>The system keychain was not opened: {detail}. Allow the program to use it, then try again.</source>
        <translation>Der Schlüsselbund des Systems wurde nicht geöffnet: {detail}. Dem Programm die Benutzung erlauben, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>{path} can be read or changed by others, so it is not used. Take those rights away: chmod 600.</source>
        <translation>{path} kann von anderen gelesen oder geändert werden und wird daher nicht benutzt. Diese Rechte wegnehmen: chmod 600.</translation>
    </message>
    <message>
        <source>{path} cannot be used: {detail}. Run the command as the user whose agent it is.</source>
        <translation>{path} kann nicht benutzt werden: {detail}. Den Befehl als der Benutzer ausführen, dessen Agent es ist.</translation>
    </message>
    <message>
        <source>{name} is given to this service by systemd ({path}). Change it there.</source>
        <translation>{name} wird diesem Dienst von systemd gegeben ({path}). Dort ändern.</translation>
    </message>
    <message>
        <source>The program ended before the keychain answered.</source>
        <translation>Das Programm endete, bevor der Schlüsselbund antwortete.</translation>
    </message>
    <message>
        <source>{peer} connected.</source>
        <translation>{peer} hat sich verbunden.</translation>
    </message>
    <message>
        <source>The sender introduced itself as {name}.</source>
        <translation>Der Sender stellte sich als {name} vor.</translation>
    </message>
    <message>
        <source>The sender&apos;s address was taken.</source>
        <translation>Die Adresse des Absenders wurde angenommen.</translation>
    </message>
    <message>
        <source>The sender&apos;s address was taken, though written with a blank after the colon.</source>
        <translation>Die Adresse des Absenders wurde angenommen, obwohl mit einem Leerzeichen nach dem Doppelpunkt geschrieben.</translation>
    </message>
    <message>
        <source>The message&apos;s content began.</source>
        <translation>Der Inhalt der Nachricht begann.</translation>
    </message>
    <message>
        <source>A piece of {octets} bytes came.</source>
        <translation>Ein Stück von {octets} Bytes kam.</translation>
    </message>
    <message>
        <source>A piece of the message came.</source>
        <translation>Ein Stück der Nachricht kam.</translation>
    </message>
    <message>
        <source>The whole message is here, {octets} bytes.</source>
        <translation>Die ganze Nachricht ist da, {octets} Bytes.</translation>
    </message>
    <message>
        <source>The whole message is here.</source>
        <translation>Die ganze Nachricht ist da.</translation>
    </message>
    <message>
        <source>The message was taken.</source>
        <translation>Die Nachricht wurde angenommen.</translation>
    </message>
    <message>
        <source>The message was refused.</source>
        <translation>Die Nachricht wurde abgewiesen.</translation>
    </message>
    <message>
        <source>The sender said goodbye.</source>
        <translation>Der Sender verabschiedete sich.</translation>
    </message>
    <message>
        <source>The sender began anew.</source>
        <translation>Der Sender begann von vorn.</translation>
    </message>
    <message>
        <source>The sender asked whether the agent is still there.</source>
        <translation>Der Sender fragte, ob der Agent noch da ist.</translation>
    </message>
    <message>
        <source>The sender asked about an address. The agent tells nobody who exists.</source>
        <translation>Der Sender fragte nach einer Adresse. Der Agent sagt niemandem, wen es gibt.</translation>
    </message>
    <message>
        <source>The sender hung up without a goodbye.</source>
        <translation>Der Sender legte ohne Abschied auf.</translation>
    </message>
    <message>
        <source>The sender hung up in the middle of a message. Nothing of it was kept.</source>
        <translation>Der Sender legte mitten in einer Nachricht auf. Nichts davon wurde behalten.</translation>
    </message>
    <message>
        <source>The agent stops and ended the session. The sender tries again later.</source>
        <translation>Der Agent hält an und beendete die Sitzung. Der Sender versucht es später erneut.</translation>
    </message>
    <message>
        <source>The sender said nothing for too long, so the session was ended.</source>
        <translation>Der Sender sagte zu lange nichts, daher wurde die Sitzung beendet.</translation>
    </message>
    <message>
        <source>The sender was too slow, so the session was ended.</source>
        <translation>Der Sender war zu langsam, daher wurde die Sitzung beendet.</translation>
    </message>
    <message>
        <source>The sender spoke before it was greeted.</source>
        <translation>Der Sender sprach, bevor er begrüßt wurde.</translation>
    </message>
    <message>
        <source>The peer speaks {protocol}, not SMTP. The connection was closed.</source>
        <translation>Die Gegenstelle spricht {protocol}, nicht SMTP. Die Verbindung wurde geschlossen.</translation>
    </message>
    <message>
        <source>The sender used a command that the agent does not know.</source>
        <translation>Der Sender benutzte einen Befehl, den der Agent nicht kennt.</translation>
    </message>
    <message>
        <source>The sender used a command that the agent does not offer.</source>
        <translation>Der Sender benutzte einen Befehl, den der Agent nicht anbietet.</translation>
    </message>
    <message>
        <source>A command line was too long and was refused.</source>
        <translation>Eine Befehlszeile war zu lang und wurde abgewiesen.</translation>
    </message>
    <message>
        <source>A command line ended with a bare line feed and was refused.</source>
        <translation>Eine Befehlszeile endete mit einem bloßen Zeilenvorschub und wurde abgewiesen.</translation>
    </message>
    <message>
        <source>The sender sent content before it was asked to. The session was ended.</source>
        <translation>Der Sender schickte Inhalt, bevor er dazu aufgefordert wurde. Die Sitzung wurde beendet.</translation>
    </message>
    <message>
        <source>The sender used a command at the wrong moment.</source>
        <translation>Der Sender benutzte einen Befehl zur falschen Zeit.</translation>
    </message>
    <message>
        <source>The sender used a command with a wrong argument.</source>
        <translation>Der Sender benutzte einen Befehl mit falscher Angabe.</translation>
    </message>
    <message>
        <source>The sender used a parameter that the agent does not know.</source>
        <translation>Der Sender benutzte einen Parameter, den der Agent nicht kennt.</translation>
    </message>
    <message>
        <source>The sender made too many mistakes, so the session was ended.</source>
        <translation>Der Sender machte zu viele Fehler, daher wurde die Sitzung beendet.</translation>
    </message>
    <message>
        <source>The sender sent too many commands that lead nowhere, so the session was ended.</source>
        <translation>Der Sender schickte zu viele Befehle, die zu nichts führen, daher wurde die Sitzung beendet.</translation>
    </message>
    <message>
        <source>The message has more recipients than are allowed. The sender sends the rest separately.</source>
        <translation>Die Nachricht hat mehr Empfänger als erlaubt. Der Sender schickt die übrigen getrennt.</translation>
    </message>
    <message>
        <source>As many sessions are open as are allowed. The connection was refused, and the sender tries again later.</source>
        <translation>So viele Sitzungen wie erlaubt sind offen. Die Verbindung wurde abgewiesen, der Sender versucht es später erneut.</translation>
    </message>
    <message>
        <source>{peer} has as many sessions open as are allowed for one address. Its new connection was refused.</source>
        <translation>{peer} hat so viele Sitzungen offen, wie für eine Adresse erlaubt sind. Die neue Verbindung wurde abgewiesen.</translation>
    </message>
    <message>
        <source>{peer} is not among the accepted peers, so its connection was refused. If it is one of your mail servers, add it to smtp.accepted-peers.</source>
        <translation>{peer} gehört nicht zu den zugelassenen Gegenstellen, daher wurde die Verbindung abgewiesen. Ist es einer Ihrer Mailserver, ihn zu smtp.accepted-peers hinzufügen.</translation>
    </message>
    <message>
        <source>Too many messages wait to be decided. The sender was asked to come back later.</source>
        <translation>Zu viele Nachrichten warten auf eine Entscheidung. Der Sender wurde gebeten, später wiederzukommen.</translation>
    </message>
    <message>
        <source>The disk is almost full, so no mail is taken. Free some space. The sender tries again later.</source>
        <translation>Die Platte ist fast voll, daher wird keine Mail angenommen. Platz schaffen. Der Sender versucht es später erneut.</translation>
    </message>
    <message>
        <source>The message has more than {limit} bytes and was refused. Raise smtp.max-message-bytes if such mail is wanted.</source>
        <translation>Die Nachricht hat mehr als {limit} Bytes und wurde abgewiesen. smtp.max-message-bytes erhöhen, wenn solche Mail erwünscht ist.</translation>
    </message>
    <message>
        <source>The message is larger than allowed and was refused.</source>
        <translation>Die Nachricht ist größer als erlaubt und wurde abgewiesen.</translation>
    </message>
    <message>
        <source>The message went round in a circle ({count} stations) and was refused. Check the forwarding rules.</source>
        <translation>Die Nachricht lief im Kreis ({count} Stationen) und wurde abgewiesen. Die Weiterleitungen prüfen.</translation>
    </message>
    <message>
        <source>The message went round in a circle and was refused. Check the forwarding rules.</source>
        <translation>Die Nachricht lief im Kreis und wurde abgewiesen. Die Weiterleitungen prüfen.</translation>
    </message>
    <message>
        <source>A line of the message is longer than allowed, so it was refused.</source>
        <translation>Eine Zeile der Nachricht ist länger als erlaubt, daher wurde sie abgewiesen.</translation>
    </message>
    <message>
        <source>An address in the envelope is malformed and was refused.</source>
        <translation>Eine Adresse im Umschlag ist fehlgeformt und wurde abgewiesen.</translation>
    </message>
    <message>
        <source>An address in the envelope is too long and was refused.</source>
        <translation>Eine Adresse im Umschlag ist zu lang und wurde abgewiesen.</translation>
    </message>
    <message>
        <source>An address in the envelope is not UTF-8 and was refused.</source>
        <translation>Eine Adresse im Umschlag ist kein UTF-8 und wurde abgewiesen.</translation>
    </message>
    <message>
        <source>An address in the envelope has letters beyond ASCII, and the sender did not announce them (SMTPUTF8). It was refused.</source>
        <translation>Eine Adresse im Umschlag hat Buchstaben jenseits von ASCII, die der Sender nicht angekündigt hat (SMTPUTF8). Sie wurde abgewiesen.</translation>
    </message>
    <message>
        <source>A command holds a control character and was refused.</source>
        <translation>Ein Befehl enthält ein Steuerzeichen und wurde abgewiesen.</translation>
    </message>
    <message>
        <source>The message has bare line feeds. It is kept as it came.</source>
        <translation>Die Nachricht hat bloße Zeilenvorschübe. Sie wird aufbewahrt, wie sie kam.</translation>
    </message>
    <message>
        <source>The message has bare carriage returns. It is kept as it came.</source>
        <translation>Die Nachricht hat bloße Wagenrückläufe. Sie wird aufbewahrt, wie sie kam.</translation>
    </message>
    <message>
        <source>The message has very long lines. It is kept as it came.</source>
        <translation>Die Nachricht hat sehr lange Zeilen. Sie wird aufbewahrt, wie sie kam.</translation>
    </message>
    <message>
        <source>The message has NUL bytes. It is kept as it came.</source>
        <translation>Die Nachricht hat NUL-Bytes. Sie wird aufbewahrt, wie sie kam.</translation>
    </message>
    <message>
        <source>The message has letters beyond ASCII that the sender did not announce. It is kept as it came.</source>
        <translation>Die Nachricht hat Buchstaben jenseits von ASCII, die der Sender nicht angekündigt hat. Sie wird aufbewahrt, wie sie kam.</translation>
    </message>
    <message>
        <source>The message is empty.</source>
        <translation>Die Nachricht ist leer.</translation>
    </message>
    <message>
        <source>The head of the message is malformed. It is read as far as it goes.</source>
        <translation>Der Kopf der Nachricht ist fehlgeformt. Er wird gelesen, so weit es geht.</translation>
    </message>
    <message>
        <source>The head of the message is larger than {limit} bytes. The rest is not read.</source>
        <translation>Der Kopf der Nachricht ist größer als {limit} Bytes. Der Rest wird nicht gelesen.</translation>
    </message>
    <message>
        <source>The head of the message is too large. The rest is not read.</source>
        <translation>Der Kopf der Nachricht ist zu groß. Der Rest wird nicht gelesen.</translation>
    </message>
    <message>
        <source>A field in the head of the message is longer than {limit} bytes and was cut.</source>
        <translation>Ein Feld im Kopf der Nachricht ist länger als {limit} Bytes und wurde gekürzt.</translation>
    </message>
    <message>
        <source>The message has more than one From. The first one counts.</source>
        <translation>Die Nachricht hat mehr als einen From. Der erste gilt.</translation>
    </message>
    <message>
        <source>The message nests more than {limit} levels deep. What lies deeper is not read.</source>
        <translation>Die Nachricht ist mehr als {limit} Stufen tief geschachtelt. Was tiefer liegt, wird nicht gelesen.</translation>
    </message>
    <message>
        <source>The message nests too deep. What lies deeper is not read.</source>
        <translation>Die Nachricht ist zu tief geschachtelt. Was tiefer liegt, wird nicht gelesen.</translation>
    </message>
    <message>
        <source>The message has more than {limit} parts. The rest is not read.</source>
        <translation>Die Nachricht hat mehr als {limit} Teile. Der Rest wird nicht gelesen.</translation>
    </message>
    <message>
        <source>The message has too many parts. The rest is not read.</source>
        <translation>Die Nachricht hat zu viele Teile. Der Rest wird nicht gelesen.</translation>
    </message>
    <message>
        <source>The message has too many lines that might divide its parts. The rest is not read.</source>
        <translation>Die Nachricht hat zu viele Zeilen, die ihre Teile trennen könnten. Der Rest wird nicht gelesen.</translation>
    </message>
    <message>
        <source>The calendar part is too large ({octets} bytes) and is not read.</source>
        <translation>Der Kalenderteil ist zu groß ({octets} Bytes) und wird nicht gelesen.</translation>
    </message>
    <message>
        <source>The calendar part is too large and is not read.</source>
        <translation>Der Kalenderteil ist zu groß und wird nicht gelesen.</translation>
    </message>
    <message>
        <source>The winmail.dat attachment is too large ({octets} bytes) and is not read.</source>
        <translation>Der Anhang winmail.dat ist zu groß ({octets} Bytes) und wird nicht gelesen.</translation>
    </message>
    <message>
        <source>The calendar part names no character set. It was recognised.</source>
        <translation>Der Kalenderteil nennt keinen Zeichensatz. Er wurde erkannt.</translation>
    </message>
    <message>
        <source>The calendar part names a character set that is not known. Its letters may be wrong.</source>
        <translation>Der Kalenderteil nennt einen unbekannten Zeichensatz. Buchstaben können falsch sein.</translation>
    </message>
    <message>
        <source>The calendar part breaks its character set. Its letters may be wrong.</source>
        <translation>Der Kalenderteil verletzt seinen Zeichensatz. Buchstaben können falsch sein.</translation>
    </message>
    <message>
        <source>The message carries a calendar part ({method}).</source>
        <translation>Die Nachricht trägt einen Kalenderteil ({method}).</translation>
    </message>
    <message>
        <source>The message carries a calendar part.</source>
        <translation>Die Nachricht trägt einen Kalenderteil.</translation>
    </message>
    <message>
        <source>The message reports that a mail could not be delivered ({status}). It is kept and never answered.</source>
        <translation>Die Nachricht meldet, dass eine Mail nicht zugestellt werden konnte ({status}). Sie wird aufbewahrt und nie beantwortet.</translation>
    </message>
    <message>
        <source>The message is a delivery report. It is kept and never answered.</source>
        <translation>Die Nachricht ist ein Zustellbericht. Sie wird aufbewahrt und nie beantwortet.</translation>
    </message>
    <message>
        <source>The message reports, in words only, that a mail could not be delivered. It is kept and never answered.</source>
        <translation>Die Nachricht meldet, nur in Worten, dass eine Mail nicht zugestellt werden konnte. Sie wird aufbewahrt und nie beantwortet.</translation>
    </message>
    <message>
        <source>The message is a receipt. It is kept and never answered.</source>
        <translation>Die Nachricht ist eine Empfangsbestätigung. Sie wird aufbewahrt und nie beantwortet.</translation>
    </message>
    <message>
        <source>The message is an automatic reply. It is kept and never answered.</source>
        <translation>Die Nachricht ist eine automatische Antwort. Sie wird aufbewahrt und nie beantwortet.</translation>
    </message>
    <message>
        <source>The message is one of our own that came back. It is kept and never answered.</source>
        <translation>Die Nachricht ist eine eigene, die zurückkam. Sie wird aufbewahrt und nie beantwortet.</translation>
    </message>
    <message>
        <source>The message carries no meeting request. It is kept and never answered.</source>
        <translation>Die Nachricht trägt keine Besprechungsanfrage. Sie wird aufbewahrt und nie beantwortet.</translation>
    </message>
    <message>
        <source>The message carries a calendar that asks for nothing. It is kept and never answered.</source>
        <translation>Die Nachricht trägt einen Kalender, der um nichts bittet. Sie wird aufbewahrt und nie beantwortet.</translation>
    </message>
    <message>
        <source>The message is encrypted and cannot be read. It is kept. Ask the requester to send the invitation without encryption.</source>
        <translation>Die Nachricht ist verschlüsselt und kann nicht gelesen werden. Sie wird aufbewahrt. Den Anfragenden bitten, die Einladung ohne Verschlüsselung zu senden.</translation>
    </message>
    <message>
        <source>The message goes beyond what is read, so no meeting request was found. It is kept.</source>
        <translation>Die Nachricht geht über das hinaus, was gelesen wird, daher wurde keine Besprechungsanfrage gefunden. Sie wird aufbewahrt.</translation>
    </message>
    <message>
        <source>Accepted: {subject}</source>
        <translation>Zugesagt: {subject}</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Zugesagt</translation>
    </message>
    <message>
        <source>Tentative: {subject}</source>
        <translation>Mit Vorbehalt: {subject}</translation>
    </message>
    <message>
        <source>Tentative</source>
        <translation>Mit Vorbehalt</translation>
    </message>
    <message>
        <source>{space} is reserved. {when}</source>
        <translation>{space} ist reserviert. {when}</translation>
    </message>
    <message>
        <source>The reservation of {space} moved. {when}</source>
        <translation>Die Reservierung von {space} wurde verlegt. {when}</translation>
    </message>
    <message>
        <source>{space} is held, but not yet confirmed. {when}</source>
        <translation>{space} wird freigehalten, ist aber noch nicht bestätigt. {when}</translation>
    </message>
    <message>
        <source>The time that was held in {space} before is free again.</source>
        <translation>Die bisher in {space} belegte Zeit ist wieder frei.</translation>
    </message>
    <message>
        <source>{space}: {when}</source>
        <translation>{space}: {when}</translation>
    </message>
    <message>
        <source>To change or cancel it, change or cancel the meeting in your calendar.</source>
        <translation>Zum Ändern oder Absagen die Besprechung im eigenen Kalender ändern oder absagen.</translation>
    </message>
    <message>
        <source>Message &quot;{subject}&quot; from {requester} to {recipient}</source>
        <translation>Nachricht „{subject}“ von {requester} an {recipient}</translation>
    </message>
    <message>
        <source>Message from {requester} to {recipient}</source>
        <translation>Nachricht von {requester} an {recipient}</translation>
    </message>
    <message>
        <source>Message to {recipient}</source>
        <translation>Nachricht an {recipient}</translation>
    </message>
    <message>
        <source>Request &quot;{subject}&quot; from {requester} for {space}, {start..end}</source>
        <translation>Anfrage „{subject}“ von {requester} für {space}, {start..end}</translation>
    </message>
    <message>
        <source>Request from {requester} for {space}, {start..end}</source>
        <translation>Anfrage von {requester} für {space}, {start..end}</translation>
    </message>
    <message>
        <source>Request &quot;{subject}&quot; from {requester} for {space}</source>
        <translation>Anfrage „{subject}“ von {requester} für {space}</translation>
    </message>
    <message>
        <source>Request from {requester} for {space}</source>
        <translation>Anfrage von {requester} für {space}</translation>
    </message>
    <message>
        <source>Mail to {recipient}</source>
        <translation>Mail an {recipient}</translation>
    </message>
    <message>
        <source>Delivery of mail</source>
        <translation>Versand von Mail</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>The mail server {host} is not found. Check the name under Exchange Admin.</source>
        <translation>Der Mailserver {host} wird nicht gefunden. Den Namen in der Exchange-Verwaltung prüfen.</translation>
    </message>
    <message>
        <source>The mail server {host} does not take a connection on port {port}. Check server, port and firewall. Details: {detail}</source>
        <translation>Der Mailserver {host} nimmt an Port {port} keine Verbindung an. Server, Port und Firewall prüfen. Einzelheiten: {detail}</translation>
    </message>
    <message>
        <source>The mail server {host} does not answer in time. Details: {detail}</source>
        <translation>Der Mailserver {host} antwortet nicht rechtzeitig. Einzelheiten: {detail}</translation>
    </message>
    <message>
        <source>The connection to the mail server {host} broke off. Details: {detail}</source>
        <translation>Die Verbindung zum Mailserver {host} brach ab. Einzelheiten: {detail}</translation>
    </message>
    <message>
        <source>The mail server {host} asks to try again later. Details: {remote}</source>
        <translation>Der Mailserver {host} bittet, es später zu versuchen. Einzelheiten: {remote}</translation>
    </message>
    <message>
        <source>The mail server {host} does not take mail from here at present. Details: {remote}</source>
        <translation>Der Mailserver {host} nimmt von hier zurzeit keine Mail an. Einzelheiten: {remote}</translation>
    </message>
    <message>
        <source>The mail server cannot take mail for {recipient} now. Details: {remote}</source>
        <translation>Der Mailserver kann zurzeit keine Mail für {recipient} annehmen. Einzelheiten: {remote}</translation>
    </message>
    <message>
        <source>The mail server does not take mail for {recipient}. Check the address. Details: {remote}</source>
        <translation>Der Mailserver nimmt keine Mail für {recipient} an. Die Adresse prüfen. Einzelheiten: {remote}</translation>
    </message>
    <message>
        <source>The mail server {host} cannot prove who it is, so nothing is sent to it. Check its certificate or the server&apos;s name. Details: {detail}</source>
        <translation>Der Mailserver {host} kann nicht beweisen, wer er ist, daher wird ihm nichts gesendet. Sein Zertifikat oder den Namen des Servers prüfen. Einzelheiten: {detail}</translation>
    </message>
    <message>
        <source>The mail server {host} offers no encryption on port {port} (STARTTLS), so nothing is sent to it. Choose TLS and its port, or no encryption if the line is safe.</source>
        <translation>Der Mailserver {host} bietet an Port {port} keine Verschlüsselung an (STARTTLS), daher wird ihm nichts gesendet. TLS und dessen Port wählen oder, wenn die Leitung sicher ist, keine Verschlüsselung.</translation>
    </message>
    <message>
        <source>The talk with the mail server {host} failed. Details: {detail}</source>
        <translation>Das Gespräch mit dem Mailserver {host} scheiterte. Einzelheiten: {detail}</translation>
    </message>
    <message>
        <source>Sending was stopped because the program ends. It is tried again.</source>
        <translation>Das Senden wurde abgebrochen, weil das Programm endet. Es wird erneut versucht.</translation>
    </message>
    <message>
        <source>The mail server {host} refused the mail. Details: {remote}</source>
        <translation>Der Mailserver {host} hat die Mail abgewiesen. Einzelheiten: {remote}</translation>
    </message>
    <message>
        <source>The mail server {host} does not take mail from {sender}. Check outgoing.from and what the server allows this user. Details: {remote}</source>
        <translation>Der Mailserver {host} nimmt keine Mail von {sender} an. outgoing.from prüfen, und was der Server diesem Benutzer erlaubt. Einzelheiten: {remote}</translation>
    </message>
    <message>
        <source>The mail server {host} does not take mail without a sender. Set outgoing.from. Details: {remote}</source>
        <translation>Der Mailserver {host} nimmt keine Mail ohne Absender an. outgoing.from setzen. Einzelheiten: {remote}</translation>
    </message>
    <message>
        <source>The mail server {host} refused user {user} or the password. Details: {remote}</source>
        <translation>Der Mailserver {host} hat den Benutzer {user} oder das Kennwort abgewiesen. Einzelheiten: {remote}</translation>
    </message>
    <message>
        <source>The mail server {host} wants a user name and password. Set them under Exchange Admin. Details: {remote}</source>
        <translation>Der Mailserver {host} verlangt Benutzername und Kennwort. In der Exchange-Verwaltung setzen. Einzelheiten: {remote}</translation>
    </message>
    <message>
        <source>The password is not sent to {host} without encryption. Choose STARTTLS or TLS, or clear the user name.</source>
        <translation>Das Kennwort wird nicht unverschlüsselt an {host} gesendet. STARTTLS oder TLS wählen oder den Benutzernamen löschen.</translation>
    </message>
    <message>
        <source>No outgoing mail server is set, so nothing is sent. Set one under Exchange Admin.</source>
        <translation>Es ist kein Postausgangsserver eingestellt, daher wird nichts gesendet. Einen in der Exchange-Verwaltung einstellen.</translation>
    </message>
    <message>
        <source>The mail has no recipient, so it is not sent.</source>
        <translation>Die Mail hat keinen Empfänger und wird daher nicht gesendet.</translation>
    </message>
    <message>
        <source>&quot;{address}&quot; is not an e-mail address, so the mail is not sent.</source>
        <translation>„{address}“ ist keine E-Mail-Adresse, daher wird die Mail nicht gesendet.</translation>
    </message>
    <message>
        <source>Control Number {number} belongs to {person}. Choose another one.</source>
        <translation>Die Kontrollnummer {number} gehört {person}. Eine andere wählen.</translation>
    </message>
    <message>
        <source>Control Number {number} is taken. Choose another one.</source>
        <translation>Die Kontrollnummer {number} ist vergeben. Eine andere wählen.</translation>
    </message>
    <message>
        <source>The Control Number of {email} is missing or has other characters than digits. Use 1 to 18 digits.</source>
        <translation>Die Kontrollnummer von {email} fehlt oder hat andere Zeichen als Ziffern. 1 bis 18 Ziffern nehmen.</translation>
    </message>
    <message>
        <source>A Control Number has 1 to 18 digits and nothing else.</source>
        <translation>Eine Kontrollnummer hat 1 bis 18 Ziffern und sonst nichts.</translation>
    </message>
    <message>
        <source>&quot;{email}&quot; is not an e-mail address. Correct it.</source>
        <translation>„{email}“ ist keine E-Mail-Adresse. Sie berichtigen.</translation>
    </message>
    <message>
        <source>The person needs an e-mail address.</source>
        <translation>Die Person braucht eine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>There is no time zone &quot;{zone}&quot; on this machine. Use a name such as Europe/Berlin.</source>
        <translation>Die Zeitzone „{zone}“ gibt es auf diesem Rechner nicht. Einen Namen wie Europe/Berlin nehmen.</translation>
    </message>
    <message>
        <source>This person (number {id}) is not in the store any more. Somebody else removed it.</source>
        <translation>Diese Person (Nummer {id}) ist nicht mehr im Datenbestand. Jemand anderes hat sie entfernt.</translation>
    </message>
    <message>
        <source>The space with the mailbox {mailbox} needs a name.</source>
        <translation>Der Raum mit dem Postfach {mailbox} braucht einen Namen.</translation>
    </message>
    <message>
        <source>A space needs a name.</source>
        <translation>Ein Raum braucht einen Namen.</translation>
    </message>
    <message>
        <source>{space} needs an Exchange Mailbox. Without one no request finds it.</source>
        <translation>{space} braucht ein Exchange-Postfach. Ohne eines findet ihn keine Anfrage.</translation>
    </message>
    <message>
        <source>A space needs an Exchange Mailbox. Without one no request finds it.</source>
        <translation>Ein Raum braucht ein Exchange-Postfach. Ohne eines findet ihn keine Anfrage.</translation>
    </message>
    <message>
        <source>{mailbox} is the Exchange Mailbox of {space} already. Each space has its own.</source>
        <translation>{mailbox} ist schon das Exchange-Postfach von {space}. Jeder Raum hat ein eigenes.</translation>
    </message>
    <message numerus="yes">
        <source>{space} has %n reservation(s) and cannot be removed. Mark it as not bookable instead.</source>
        <translation>
            <numerusform>{space} hat %n Reservierung und kann nicht entfernt werden. Ihn stattdessen als nicht buchbar kennzeichnen.</numerusform>
            <numerusform>{space} hat %n Reservierungen und kann nicht entfernt werden. Ihn stattdessen als nicht buchbar kennzeichnen.</numerusform>
        </translation>
    </message>
    <message>
        <source>This space (number {id}) is not in the store any more. Somebody else removed it.</source>
        <translation>Dieser Raum (Nummer {id}) ist nicht mehr im Datenbestand. Jemand anderes hat ihn entfernt.</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; is not an e-mail address.</source>
        <translation>„{value}“ ist keine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; is not a number of seats.</source>
        <translation>„{value}“ ist keine Anzahl von Plätzen.</translation>
    </message>
    <message>
        <source>There is no time zone &quot;{value}&quot; on this machine. Use a name such as Europe/Berlin.</source>
        <translation>Die Zeitzone „{value}“ gibt es auf diesem Rechner nicht. Einen Namen wie Europe/Berlin nehmen.</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; is not a list of week days. Write Mon,Tue,Wed.</source>
        <translation>„{value}“ ist keine Liste von Wochentagen. Mon,Tue,Wed schreiben.</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; is not a time of day. Write 08:00.</source>
        <translation>„{value}“ ist keine Uhrzeit. 08:00 schreiben.</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; is neither true nor false.</source>
        <translation>„{value}“ ist weder true noch false.</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; is not a number of minutes of a day.</source>
        <translation>„{value}“ ist keine Zahl von Minuten eines Tages.</translation>
    </message>
    <message>
        <source>The working hours begin and end at {start}. Write 00:00 and 24:00 for a space that is open day and night; an end before the start is one of the next day.</source>
        <translation>Die Öffnungszeit beginnt und endet um {start}. Für einen Raum, der Tag und Nacht offen ist, 00:00 und 24:00 schreiben; ein Ende vor dem Beginn ist eines am nächsten Tag.</translation>
    </message>
    <message>
        <source>This closure (number {id}) is not in the store any more. Somebody else removed it.</source>
        <translation>Diese Schließzeit (Nummer {id}) ist nicht mehr im Datenbestand. Jemand anderes hat sie entfernt.</translation>
    </message>
    <message>
        <source>A closure ends after it starts. Correct its times.</source>
        <translation>Eine Schließzeit endet, nachdem sie beginnt. Ihre Zeiten berichtigen.</translation>
    </message>
    <message>
        <source>A server needs a name.</source>
        <translation>Ein Server braucht einen Namen.</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; is not a mail domain.</source>
        <translation>„{value}“ ist keine Mail-Domäne.</translation>
    </message>
    <message>
        <source>Somebody else removed this meanwhile. Revert the change to it.</source>
        <translation>Jemand anderes hat dies inzwischen entfernt. Die Änderung daran verwerfen.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {detail}. Check the file and its rights.</source>
        <translation>{path} kann nicht gelesen werden: {detail}. Die Datei und ihre Rechte prüfen.</translation>
    </message>
    <message>
        <source>{path} is larger than {megabytes} MB, more than any list of people or spaces. Choose another file.</source>
        <translation>{path} ist größer als {megabytes} MB, mehr als jede Liste von Personen oder Räumen. Eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {detail}. Choose another folder.</source>
        <translation>{path} kann nicht geschrieben werden: {detail}. Einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>The file has no head line, so its columns are not known. Write the column names into the first line.</source>
        <translation>Die Datei hat keine Kopfzeile, daher sind ihre Spalten unbekannt. Die Spaltennamen in die erste Zeile schreiben.</translation>
    </message>
    <message>
        <source>The file is not UTF-8 text. Save it as CSV UTF-8 and import it again.</source>
        <translation>Die Datei ist kein UTF-8-Text. Als CSV UTF-8 speichern und erneut importieren.</translation>
    </message>
    <message>
        <source>A quoted field that begins in line {line} never ends. Close the quotation mark.</source>
        <translation>Ein Feld in Anführungszeichen, das in Zeile {line} beginnt, endet nie. Das Anführungszeichen schließen.</translation>
    </message>
    <message>
        <source>In line {line} text follows a closing quotation mark. Put the whole field in quotation marks.</source>
        <translation>In Zeile {line} folgt Text auf ein schließendes Anführungszeichen. Das ganze Feld in Anführungszeichen setzen.</translation>
    </message>
    <message>
        <source>The column {column} stands twice in the head line. Remove one.</source>
        <translation>Die Spalte {column} steht zweimal in der Kopfzeile. Eine entfernen.</translation>
    </message>
    <message>
        <source>Line {line} has {fields} fields, but the head line has {columns}.</source>
        <translation>Zeile {line} hat {fields} Felder, die Kopfzeile aber {columns}.</translation>
    </message>
    <message>
        <source>The head line has no column {column}. Add it.</source>
        <translation>In der Kopfzeile fehlt die Spalte {column}. Sie hinzufügen.</translation>
    </message>
    <message>
        <source>The mailbox {mailbox} stands in line {line} already.</source>
        <translation>Das Postfach {mailbox} steht schon in Zeile {line}.</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; is not a Control Number. It has 1 to 18 digits and nothing else.</source>
        <translation>„{value}“ ist keine Kontrollnummer. Sie hat 1 bis 18 Ziffern und sonst nichts.</translation>
    </message>
    <message>
        <source>The Control Number {number} stands in line {line} already.</source>
        <translation>Die Kontrollnummer {number} steht schon in Zeile {line}.</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; is neither active nor retired.</source>
        <translation>„{value}“ ist weder active noch retired.</translation>
    </message>
    <message>
        <source>The file {file} of the sample building cannot be read. The program is not installed whole. Install it again.</source>
        <translation>Die Datei {file} des Beispielgebäudes kann nicht gelesen werden. Das Programm ist nicht vollständig installiert. Es erneut installieren.</translation>
    </message>
    <message>
        <source>The command line is not understood: {detail}. More: reserve-console --help.</source>
        <translation>Die Befehlszeile ist nicht verständlich: {detail}. Mehr: reserve-console --help.</translation>
    </message>
    <message>
        <source>The picture {file} cannot be written. Check the folder.</source>
        <translation>Das Bild {file} kann nicht geschrieben werden. Den Ordner prüfen.</translation>
    </message>
    <message>
        <source>There is no page &quot;{page}&quot;. Pages: {known}.</source>
        <translation>Die Seite „{page}“ gibt es nicht. Seiten: {known}.</translation>
    </message>
    <message>
        <source>There is no setting {key}. The nearest is {nearest}. List them with: reserve-agent settings list.</source>
        <translation>Die Einstellung {key} gibt es nicht. Am nächsten kommt {nearest}. Auflisten mit: reserve-agent settings list.</translation>
    </message>
    <message>
        <source>There is no setting {key}. List them with: reserve-agent settings list.</source>
        <translation>Die Einstellung {key} gibt es nicht. Auflisten mit: reserve-agent settings list.</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; does not fit {key}. Use true or false.</source>
        <translation>„{value}“ passt nicht zu {key}. true oder false nehmen.</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; does not fit {key}. Use a whole number.</source>
        <translation>„{value}“ passt nicht zu {key}. Eine ganze Zahl nehmen.</translation>
    </message>
    <message>
        <source>{value} does not fit {key}. Use a number from {minimum} to {maximum}.</source>
        <translation>{value} passt nicht zu {key}. Eine Zahl von {minimum} bis {maximum} nehmen.</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; does not fit {key}. Use an e-mail address.</source>
        <translation>„{value}“ passt nicht zu {key}. Eine E-Mail-Adresse nehmen.</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; does not fit {key}. Use a domain such as mycompany.com.</source>
        <translation>„{value}“ passt nicht zu {key}. Eine Domäne wie mycompany.com nehmen.</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; does not fit {key}. Use an IP address or a range such as 192.0.2.0/24.</source>
        <translation>„{value}“ passt nicht zu {key}. Eine IP-Adresse oder einen Bereich wie 192.0.2.0/24 nehmen.</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; does not fit {key}. Use an IP address of this machine.</source>
        <translation>„{value}“ passt nicht zu {key}. Eine IP-Adresse dieses Rechners nehmen.</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; does not fit {key}. Use a host name.</source>
        <translation>„{value}“ passt nicht zu {key}. Einen Rechnernamen nehmen.</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; does not fit {key}. Use none, starttls or tls.</source>
        <translation>„{value}“ passt nicht zu {key}. none, starttls oder tls nehmen.</translation>
    </message>
    <message>
        <source>{key} is stored, but the agent does not listen on {value} while smtp.accepted-peers is empty. Set the addresses of the Exchange servers there.</source>
        <translation>{key} ist gespeichert, aber der Agent lauscht nicht an {value}, solange smtp.accepted-peers leer ist. Dort die Adressen der Exchange-Server setzen.</translation>
    </message>
    <message>
        <source>{key} is stored, but it has no effect: no active person has the e-mail {value}. Add that person.</source>
        <translation>{key} ist gespeichert, bleibt aber ohne Wirkung: keine aktive Person hat die E-Mail {value}. Diese Person hinzufügen.</translation>
    </message>
    <message>
        <source>{key} is stored, but it has no effect while reserve.default-user-email is empty. Set a default user.</source>
        <translation>{key} ist gespeichert, bleibt aber ohne Wirkung, solange reserve.default-user-email leer ist. Einen Standardbenutzer setzen.</translation>
    </message>
    <message>
        <source>{key} is stored, but it has no effect: no active person has the Default Reserve User Email. Add that person.</source>
        <translation>{key} ist gespeichert, bleibt aber ohne Wirkung: keine aktive Person hat die E-Mail des Standardbenutzers. Diese Person hinzufügen.</translation>
    </message>
    <message>
        <source>{key} is stored, but the password is not sent while outgoing.security is none. Set it to starttls or tls.</source>
        <translation>{key} ist gespeichert, aber das Kennwort wird nicht gesendet, solange outgoing.security auf none steht. Auf starttls oder tls setzen.</translation>
    </message>
    <message>
        <source>{key} is stored, but it has no effect while outgoing.host is empty.</source>
        <translation>{key} ist gespeichert, bleibt aber ohne Wirkung, solange outgoing.host leer ist.</translation>
    </message>
    <message>
        <source>No store is named. Give a file after --store.</source>
        <translation>Kein Datenbestand ist genannt. Nach --store eine Datei angeben.</translation>
    </message>
    <message>
        <source>A store at {scheme}:// cannot be opened by this version. Use a file.</source>
        <translation>Ein Datenbestand unter {scheme}:// kann mit dieser Version nicht geöffnet werden. Eine Datei nehmen.</translation>
    </message>
    <message>
        <source>There is no store at {path}. Check the path.</source>
        <translation>Unter {path} gibt es keinen Datenbestand. Den Pfad prüfen.</translation>
    </message>
    <message>
        <source>The store {path} cannot be opened or made: {detail}. Check the folder and its rights.</source>
        <translation>Der Datenbestand {path} kann weder geöffnet noch angelegt werden: {detail}. Den Ordner und seine Rechte prüfen.</translation>
    </message>
    <message>
        <source>The store {path} cannot be opened or made. Check the folder and its rights.</source>
        <translation>Der Datenbestand {path} kann weder geöffnet noch angelegt werden. Den Ordner und seine Rechte prüfen.</translation>
    </message>
    <message>
        <source>The store {path} is shared by the group {group}, and this user is not in that group. Have an administrator add the user to it, then log in again.</source>
        <translation>Den Datenbestand {path} teilt sich die Gruppe {group}, zu der dieser Benutzer nicht gehört. Ihn von der Systemverwaltung in die Gruppe aufnehmen lassen, dann neu anmelden.</translation>
    </message>
    <message>
        <source>The store {path} was made by a newer version of the program (format {version}; this one knows {known}). Install the newer version.</source>
        <translation>Der Datenbestand {path} stammt von einer neueren Version des Programms (Format {version}; diese kennt {known}). Die neuere Version installieren.</translation>
    </message>
    <message>
        <source>The store {path} was made by a newer version of the program. Install the newer version.</source>
        <translation>Der Datenbestand {path} stammt von einer neueren Version des Programms. Die neuere Version installieren.</translation>
    </message>
    <message>
        <source>The store {path} is damaged. Restore a backup with: reserve-agent store restore.</source>
        <translation>Der Datenbestand {path} ist beschädigt. Eine Sicherung zurückholen mit: reserve-agent store restore.</translation>
    </message>
    <message>
        <source>The store is damaged: {detail}. Stop all programs that use it and restore a backup with: reserve-agent store restore.</source>
        <translation>Der Datenbestand ist beschädigt: {detail}. Alle Programme beenden, die ihn benutzen, und eine Sicherung zurückholen mit: reserve-agent store restore.</translation>
    </message>
    <message>
        <source>The store is damaged. Stop all programs that use it and restore a backup with: reserve-agent store restore.</source>
        <translation>Der Datenbestand ist beschädigt. Alle Programme beenden, die ihn benutzen, und eine Sicherung zurückholen mit: reserve-agent store restore.</translation>
    </message>
    <message>
        <source>{path} is not a store of Reserve. Choose another file.</source>
        <translation>{path} ist kein Datenbestand von Reserve. Eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>{path} is not a store of Reserve: it is no database at all. It was left as it is. Choose another file, or move this one away.</source>
        <translation>{path} ist kein Datenbestand von Reserve, sondern gar keine Datenbank. Die Datei blieb, wie sie ist. Eine andere wählen oder diese woandershin legen.</translation>
    </message>
    <message>
        <source>The store {path} lies on a network file system, which cannot keep it safe. Use a local disk.</source>
        <translation>Der Datenbestand {path} liegt auf einem Netzlaufwerk, das ihn nicht sicher bewahren kann. Eine Platte dieses Rechners nehmen.</translation>
    </message>
    <message>
        <source>The store {path} is in use. Stop the agent and close every console, then try again.</source>
        <translation>Der Datenbestand {path} wird benutzt. Den Agenten anhalten und jede Konsole schließen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>The store {path} is busy with the work of another program. Try again in a moment.</source>
        <translation>Der Datenbestand {path} ist mit der Arbeit eines anderen Programms beschäftigt. Gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The store is busy with the work of another program. Try again in a moment.</source>
        <translation>Der Datenbestand ist mit der Arbeit eines anderen Programms beschäftigt. Gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The disk of the store {path} is full, so nothing can be saved. Free some space.</source>
        <translation>Die Platte des Datenbestands {path} ist voll, daher kann nichts gespeichert werden. Platz schaffen.</translation>
    </message>
    <message>
        <source>The disk is full, so nothing can be saved. Free some space.</source>
        <translation>Die Platte ist voll, daher kann nichts gespeichert werden. Platz schaffen.</translation>
    </message>
    <message>
        <source>The store {path} cannot be changed by this user. Check the rights of the file and its folder.</source>
        <translation>Dieser Benutzer darf den Datenbestand {path} nicht ändern. Die Rechte der Datei und ihres Ordners prüfen.</translation>
    </message>
    <message>
        <source>The store cannot be changed by this user. Check the rights of the file and its folder.</source>
        <translation>Dieser Benutzer darf den Datenbestand nicht ändern. Die Rechte der Datei und ihres Ordners prüfen.</translation>
    </message>
    <message>
        <source>The disk of the store does not work: {detail}. Check the disk.</source>
        <translation>Die Platte des Datenbestands arbeitet nicht: {detail}. Die Platte prüfen.</translation>
    </message>
    <message>
        <source>The store cannot be brought to this version (step {number}): {detail}. It is unchanged. Restore a backup or use the older version.</source>
        <translation>Der Datenbestand kann nicht auf diese Version gebracht werden (Schritt {number}): {detail}. Er ist unverändert. Eine Sicherung zurückholen oder die ältere Version benutzen.</translation>
    </message>
    <message>
        <source>The store refused the work: {detail}</source>
        <translation>Der Datenbestand wies die Arbeit ab: {detail}</translation>
    </message>
    <message>
        <source>The bytes of this message were removed after the time set in store.keep-mail-days.</source>
        <translation>Die Bytes dieser Nachricht wurden nach der in store.keep-mail-days gesetzten Zeit entfernt.</translation>
    </message>
    <message>
        <source>There is no backup at {path}. Check the path.</source>
        <translation>Unter {path} gibt es keine Sicherung. Den Pfad prüfen.</translation>
    </message>
    <message>
        <source>The backup {path} is damaged and is not used: {detail}. Choose another one.</source>
        <translation>Die Sicherung {path} ist beschädigt und wird nicht benutzt: {detail}. Eine andere wählen.</translation>
    </message>
    <message>
        <source>The backup {path} is damaged and is not used. Choose another one.</source>
        <translation>Die Sicherung {path} ist beschädigt und wird nicht benutzt. Eine andere wählen.</translation>
    </message>
    <message>
        <source>The backup {path} was made by a newer version of the program. Install the newer version.</source>
        <translation>Die Sicherung {path} stammt von einer neueren Version des Programms. Die neuere Version installieren.</translation>
    </message>
    <message>
        <source>The backup {path} would overwrite the store itself. Choose another file.</source>
        <translation>Die Sicherung {path} würde den Datenbestand selbst überschreiben. Eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>This server (number {id}) is not in the store any more. Somebody else removed it.</source>
        <translation>Dieser Server (Nummer {id}) ist nicht mehr im Datenbestand. Jemand anderes hat ihn entfernt.</translation>
    </message>
    <message>
        <source>The file {name} of this message is gone from the folder beside the store. Restore it from a backup of the disk.</source>
        <translation>Die Datei {name} dieser Nachricht fehlt im Ordner neben dem Datenbestand. Aus einer Sicherung der Platte zurückholen.</translation>
    </message>
    <message>
        <source>The file of this message is gone from the folder beside the store. Restore it from a backup of the disk.</source>
        <translation>Die Datei dieser Nachricht fehlt im Ordner neben dem Datenbestand. Aus einer Sicherung der Platte zurückholen.</translation>
    </message>
    <message>
        <source>The rule of the series cannot be followed at &quot;{detail}&quot;, so nothing is reserved. Send the series with a usual pattern.</source>
        <translation>Der Regel der Serie ist bei „{detail}“ nicht zu folgen; es wird nichts reserviert. Die Serie mit einem üblichen Muster senden.</translation>
    </message>
    <message>
        <source>The series repeats too often for a room ({detail}), so nothing is reserved. Send a series that repeats daily or less often.</source>
        <translation>Die Serie wiederholt sich für einen Raum zu oft ({detail}); es wird nichts reserviert. Eine Serie senden, die sich täglich oder seltener wiederholt.</translation>
    </message>
    <message>
        <source>The series has several rules at once, so its dates are not certain and nothing is reserved. Send a series with one rule.</source>
        <translation>Die Serie hat mehrere Regeln zugleich; ihre Termine stehen nicht fest, und es wird nichts reserviert. Eine Serie mit einer Regel senden.</translation>
    </message>
    <message>
        <source>The rule of the series hardly ever comes true. It is followed for 2,000 years and no farther.</source>
        <translation>Die Regel der Serie trifft fast nie zu. Ihr wird 2.000 Jahre weit gefolgt, nicht weiter.</translation>
    </message>
    <message>
        <source>The series names more than {limit} single dates, so nothing is reserved. Send it in several parts.</source>
        <translation>Die Serie nennt mehr als {limit} einzelne Termine; es wird nichts reserviert. Sie in mehreren Teilen senden.</translation>
    </message>
    <message>
        <source>The series has more than {limit} dates in the time that can be booked, so nothing is reserved. Send it in several parts.</source>
        <translation>Die Serie hat in der buchbaren Zeit mehr als {limit} Termine; es wird nichts reserviert. Sie in mehreren Teilen senden.</translation>
    </message>
    <message>
        <source>The meeting ({method}) is read from the winmail.dat attachment.</source>
        <translation>Die Besprechung ({method}) wurde aus dem Anhang winmail.dat gelesen.</translation>
    </message>
    <message>
        <source>The winmail.dat attachment is not what its name says. It may be a meeting, so it is held. Let Exchange send iCalendar: Set-RemoteDomain -TNEFEnabled $false.</source>
        <translation>Der Anhang winmail.dat ist nicht, was sein Name sagt. Er kann eine Besprechung sein und wird deshalb zurückgehalten. Lassen Sie Exchange iCalendar senden: Set-RemoteDomain -TNEFEnabled $false.</translation>
    </message>
    <message>
        <source>The winmail.dat attachment is damaged at byte {octet}. It may be a meeting, so it is held. Let Exchange send iCalendar: Set-RemoteDomain -TNEFEnabled $false.</source>
        <translation>Der Anhang winmail.dat ist bei Byte {octet} beschädigt. Er kann eine Besprechung sein und wird deshalb zurückgehalten. Lassen Sie Exchange iCalendar senden: Set-RemoteDomain -TNEFEnabled $false.</translation>
    </message>
    <message>
        <source>The meeting in the winmail.dat attachment is larger than {limit} bytes, so it is held. Let Exchange send iCalendar: Set-RemoteDomain -TNEFEnabled $false.</source>
        <translation>Die Besprechung im Anhang winmail.dat ist größer als {limit} Bytes und wird deshalb zurückgehalten. Lassen Sie Exchange iCalendar senden: Set-RemoteDomain -TNEFEnabled $false.</translation>
    </message>
    <message>
        <source>The winmail.dat attachment has more than {limit} attributes, so it is held. Let Exchange send iCalendar: Set-RemoteDomain -TNEFEnabled $false.</source>
        <translation>Der Anhang winmail.dat hat mehr als {limit} Attribute und wird deshalb zurückgehalten. Lassen Sie Exchange iCalendar senden: Set-RemoteDomain -TNEFEnabled $false.</translation>
    </message>
    <message>
        <source>The winmail.dat attachment has more than {limit} properties, so it is held. Let Exchange send iCalendar: Set-RemoteDomain -TNEFEnabled $false.</source>
        <translation>Der Anhang winmail.dat hat mehr als {limit} Eigenschaften und wird deshalb zurückgehalten. Lassen Sie Exchange iCalendar senden: Set-RemoteDomain -TNEFEnabled $false.</translation>
    </message>
    <message>
        <source>The meeting in the winmail.dat attachment has more than {limit} recipients, so it is held. Let Exchange send iCalendar: Set-RemoteDomain -TNEFEnabled $false.</source>
        <translation>Die Besprechung im Anhang winmail.dat hat mehr als {limit} Empfänger und wird deshalb zurückgehalten. Lassen Sie Exchange iCalendar senden: Set-RemoteDomain -TNEFEnabled $false.</translation>
    </message>
    <message>
        <source>The properties in the winmail.dat attachment cannot be read, so the meeting is held. Let Exchange send iCalendar: Set-RemoteDomain -TNEFEnabled $false.</source>
        <translation>Die Eigenschaften im Anhang winmail.dat sind nicht lesbar, deshalb wird die Besprechung zurückgehalten. Lassen Sie Exchange iCalendar senden: Set-RemoteDomain -TNEFEnabled $false.</translation>
    </message>
    <message>
        <source>The winmail.dat attachment does not say what it is. It may be a meeting, so it is held. Let Exchange send iCalendar: Set-RemoteDomain -TNEFEnabled $false.</source>
        <translation>Der Anhang winmail.dat sagt nicht, was er ist. Er kann eine Besprechung sein und wird deshalb zurückgehalten. Lassen Sie Exchange iCalendar senden: Set-RemoteDomain -TNEFEnabled $false.</translation>
    </message>
    <message>
        <source>The meeting in the winmail.dat attachment has no identity of its own, so it is held. Let Exchange send iCalendar: Set-RemoteDomain -TNEFEnabled $false.</source>
        <translation>Die Besprechung im Anhang winmail.dat hat keine eigene Kennung und wird deshalb zurückgehalten. Lassen Sie Exchange iCalendar senden: Set-RemoteDomain -TNEFEnabled $false.</translation>
    </message>
    <message>
        <source>The meeting in the winmail.dat attachment has no time, so it is held. Let Exchange send iCalendar: Set-RemoteDomain -TNEFEnabled $false.</source>
        <translation>Die Besprechung im Anhang winmail.dat hat keine Zeit und wird deshalb zurückgehalten. Lassen Sie Exchange iCalendar senden: Set-RemoteDomain -TNEFEnabled $false.</translation>
    </message>
    <message>
        <source>The message concerns one date of a series ({day}), but the winmail.dat attachment does not say at what time, so it is held. Let Exchange send iCalendar: Set-RemoteDomain -TNEFEnabled $false.</source>
        <translation>Die Nachricht betrifft einen Termin einer Serie ({day}), aber der Anhang winmail.dat sagt nicht, zu welcher Uhrzeit; deshalb wird sie zurückgehalten. Lassen Sie Exchange iCalendar senden: Set-RemoteDomain -TNEFEnabled $false.</translation>
    </message>
    <message>
        <source>The winmail.dat attachment announces a series without its rule, so it is held. Let Exchange send iCalendar: Set-RemoteDomain -TNEFEnabled $false.</source>
        <translation>Der Anhang winmail.dat kündigt eine Serie ohne ihre Regel an und wird deshalb zurückgehalten. Lassen Sie Exchange iCalendar senden: Set-RemoteDomain -TNEFEnabled $false.</translation>
    </message>
    <message>
        <source>The rule of the series in the winmail.dat attachment cannot be read, so it is held. Let Exchange send iCalendar: Set-RemoteDomain -TNEFEnabled $false.</source>
        <translation>Die Regel der Serie im Anhang winmail.dat ist nicht lesbar, deshalb wird sie zurückgehalten. Lassen Sie Exchange iCalendar senden: Set-RemoteDomain -TNEFEnabled $false.</translation>
    </message>
    <message>
        <source>The series follows a calendar that is not the Gregorian one (number {calendar}), so it is held. Ask for single meetings, or for a series by days or weeks.</source>
        <translation>Die Serie folgt einem Kalender, der nicht der gregorianische ist (Nummer {calendar}), und wird deshalb zurückgehalten. Bitten Sie um einzelne Besprechungen oder um eine Serie nach Tagen oder Wochen.</translation>
    </message>
    <message>
        <source>The series in the winmail.dat attachment has more than {limit} changed or removed dates, so it is held. Let Exchange send iCalendar: Set-RemoteDomain -TNEFEnabled $false.</source>
        <translation>Die Serie im Anhang winmail.dat hat mehr als {limit} geänderte oder entfernte Termine und wird deshalb zurückgehalten. Lassen Sie Exchange iCalendar senden: Set-RemoteDomain -TNEFEnabled $false.</translation>
    </message>
    <message>
        <source>The series in the winmail.dat attachment names no time zone that is known, so it is held. Let Exchange send iCalendar: Set-RemoteDomain -TNEFEnabled $false.</source>
        <translation>Die Serie im Anhang winmail.dat nennt keine bekannte Zeitzone und wird deshalb zurückgehalten. Lassen Sie Exchange iCalendar senden: Set-RemoteDomain -TNEFEnabled $false.</translation>
    </message>
    <message>
        <source>The series in the winmail.dat attachment begins at {start} by its start and at {rule} by its rule, so it is held. Let Exchange send iCalendar: Set- RemoteDomain -TNEFEnabled $false.</source>
        <translation>Die Serie im Anhang winmail.dat beginnt nach ihrem Anfang um {start} und nach ihrer Regel um {rule}; deshalb wird sie zurückgehalten. Lassen Sie Exchange iCalendar senden: Set-RemoteDomain -TNEFEnabled $false.</translation>
    </message>
    <message>
        <source>The winmail.dat attachment is too large to be read. It may be a meeting, so it is held. Let Exchange send iCalendar: Set-RemoteDomain -TNEFEnabled $false.</source>
        <translation>Der Anhang winmail.dat ist zu groß, um gelesen zu werden. Er kann eine Besprechung sein und wird deshalb zurückgehalten. Lassen Sie Exchange iCalendar senden: Set-RemoteDomain -TNEFEnabled $false.</translation>
    </message>
    <message>
        <source>There is no display, so no window can open. Start it on a desktop, or run the agent alone: reserve-agent run.</source>
        <translation>Es gibt keine Anzeige, daher kann sich kein Fenster öffnen. Das Programm auf einem Desktop starten oder den Agenten allein: reserve-agent run.</translation>
    </message>
    <message numerus="yes">
        <source>{space} is free on all %n date(s) of the series: {start..end}.</source>
        <translation>
            <numerusform>{space} ist an dem einen Termin der Serie frei: {start..end}.</numerusform>
            <numerusform>{space} ist an allen %n Terminen der Serie frei: {start..end}.</numerusform>
        </translation>
    </message>
    <message>
        <source>{space} is reserved for the series but for {conflicts} of its {count} dates.</source>
        <translation>{space} ist für die Serie reserviert, bis auf {conflicts} ihrer {count} Termine.</translation>
    </message>
    <message>
        <source>{space} cannot be had on {conflicts} of the {count} dates of the series, first {start..end}, and the policy {policy} does not allow that. Choose another time, or leave those dates out.</source>
        <translation>{space} ist an {conflicts} der {count} Termine der Serie nicht zu haben, zuerst {start..end}, und die Richtlinie {policy} lässt das nicht zu. Eine andere Zeit wählen oder diese Termine auslassen.</translation>
    </message>
    <message>
        <source>{space} cannot be had on {conflicts} of the {count} dates of the series, and the policy {policy} does not allow that.</source>
        <translation>{space} ist an {conflicts} der {count} Termine der Serie nicht zu haben, und die Richtlinie {policy} lässt das nicht zu.</translation>
    </message>
    <message>
        <source>{space} is free on this further date of the series.</source>
        <translation>{space} ist an diesem weiteren Termin der Serie frei.</translation>
    </message>
    <message>
        <source>{space} takes no series (policy {policy}). Reserve its dates one by one.</source>
        <translation>{space} nimmt keine Serien an (Richtlinie {policy}). Die Termine einzeln reservieren.</translation>
    </message>
    <message>
        <source>The series goes on after {until}, and {space} can be reserved {days} days ahead (policy {policy}). Let the series end before.</source>
        <translation>Die Serie geht über {until} hinaus, und {space} kann {days} Tage im Voraus reserviert werden (Richtlinie {policy}). Die Serie vorher enden lassen.</translation>
    </message>
    <message>
        <source>The series has no date on which {space} could be reserved. Correct its pattern.</source>
        <translation>Die Serie hat keinen Termin, an dem {space} reserviert werden könnte. Ihr Muster berichtigen.</translation>
    </message>
    <message>
        <source>All dates of the series are past. Nothing is booked, and nobody is answered.</source>
        <translation>Alle Termine der Serie sind vorbei. Es wird nichts gebucht, und niemand erhält eine Antwort.</translation>
    </message>
    <message>
        <source>A newer version of the series has this date no more. The space is free again.</source>
        <translation>Eine neuere Fassung der Serie enthält diesen Termin nicht mehr. Der Raum ist wieder frei.</translation>
    </message>
    <message>
        <source>There is no series with number {id}. It may have been removed by somebody else.</source>
        <translation>Es gibt keine Serie mit der Nummer {id}. Vielleicht hat sie jemand anders entfernt.</translation>
    </message>
    <message numerus="yes">
        <source>The series has %n date(s).</source>
        <translation>
            <numerusform>Die Serie hat %n Termin.</numerusform>
            <numerusform>Die Serie hat %n Termine.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is reserved until {until}. Later dates follow when they can be booked.</source>
        <translation>Reserviert ist bis {until}. Spätere Termine folgen, sobald sie gebucht werden können.</translation>
    </message>
    <message>
        <source>Not reserved:</source>
        <translation>Nicht reserviert:</translation>
    </message>
    <message>
        <source>{when}: {why}</source>
        <translation>{when}: {why}</translation>
    </message>
    <message>
        <source>The program reserve-agent was not found, so the agent of this console cannot run as a process of its own. Install it beside the console, or turn that setting off.</source>
        <translation>Das Programm reserve-agent wurde nicht gefunden, daher kann der Agent dieser Konsole nicht als eigener Prozess laufen. Es neben der Konsole installieren oder diese Einstellung ausschalten.</translation>
    </message>
    <message>
        <source>{program} could not be started, so the agent of this console does not run: {detail}</source>
        <translation>{program} konnte nicht gestartet werden, daher läuft der Agent dieser Konsole nicht: {detail}</translation>
    </message>
    <message>
        <source>The agent ended right after its start and is not started again by itself. Start tries again; what it wrote before it ended stands in the console&apos;s output.</source>
        <translation>Der Agent endete gleich nach seinem Start und wird nicht von selbst wieder gestartet. Starten versucht es erneut; was er zuvor schrieb, steht in der Ausgabe der Konsole.</translation>
    </message>
    <message>
        <source>The store {path} is damaged. It was set aside as {aside}, and nothing was overwritten. Restore a backup with: reserve-agent store restore, or start again with an empty store.</source>
        <translation>Der Datenbestand {path} ist beschädigt. Er wurde als {aside} beiseitegelegt, und nichts wurde überschrieben. Eine Sicherung zurückholen mit: reserve-agent store restore, oder mit einem leeren neu starten.</translation>
    </message>
    <message>
        <source>Request {id} of {requester}: {state}.</source>
        <translation>Anfrage {id} von {requester}: {state}.</translation>
    </message>
    <message>
        <source>--space and --building are given. Leave one of both out.</source>
        <translation>--space und --building sind angegeben. Lassen Sie eines davon weg.</translation>
    </message>
    <message>
        <source>For which space or building? Give --space MAILBOX or --building NAME.</source>
        <translation>Für welchen Raum oder welches Gebäude? Geben Sie --space POSTFACH oder --building NAME an.</translation>
    </message>
    <message>
        <source>Free instead: {space}, {when}</source>
        <translation>Stattdessen frei: {space}, {when}</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privat</translation>
    </message>
    <message>
        <source>{requester} is neither an employee nor of an accepted domain, and {space} takes no requests from outside (policy {policy}).</source>
        <translation>{requester} ist weder angestellt noch aus einer zugelassenen Domäne, und {space} nimmt keine Anfragen von außen an (Richtlinie {policy}).</translation>
    </message>
    <message>
        <source>The meeting begins at {start}, and {space} can be reserved {days} days ahead (policy {policy}). Ask again nearer to it.</source>
        <translation>Die Besprechung beginnt am {start}, und {space} lässt sich {days} Tage im Voraus reservieren (Richtlinie {policy}). Fragen Sie näher daran wieder an.</translation>
    </message>
    <message>
        <source>The meeting lasts {minutes} minutes, and {space} can be reserved for {limit} at most (policy {policy}). Make it shorter, or divide it.</source>
        <translation>Die Besprechung dauert {minutes} Minuten, und {space} lässt sich für höchstens {limit} reservieren (Richtlinie {policy}). Kürzen oder teilen Sie sie.</translation>
    </message>
    <message>
        <source>The meeting lasts {minutes} minutes, and {space} is reserved for {limit} at least (policy {policy}). Make it longer.</source>
        <translation>Die Besprechung dauert {minutes} Minuten, und {space} wird für mindestens {limit} reserviert (Richtlinie {policy}). Verlängern Sie sie.</translation>
    </message>
    <message>
        <source>{space} can only be reserved within its working hours, {opens} to {closes} (policy {policy}): {start..end} lies outside. Choose another time.</source>
        <translation>{space} lässt sich nur in den Arbeitszeiten reservieren, {opens} bis {closes} (Richtlinie {policy}): {start..end} liegt außerhalb. Wählen Sie eine andere Zeit.</translation>
    </message>
    <message>
        <source>{seats} people come, {taken} from other meetings are there at that time, and {space} seats {capacity} (policy {policy}). Choose another time or a larger space.</source>
        <translation>{seats} Personen kommen, {taken} aus anderen Besprechungen sind zu der Zeit schon da, und {space} hat {capacity} Plätze (Richtlinie {policy}). Wählen Sie eine andere Zeit oder einen größeren Raum.</translation>
    </message>
    <message>
        <source>{seats} people come, the organizer included, and {space} seats {capacity} (policy {policy}). Choose a larger space.</source>
        <translation>{seats} Personen kommen, Organisator eingeschlossen, und {space} hat {capacity} Plätze (Richtlinie {policy}). Wählen Sie einen größeren Raum.</translation>
    </message>
    <message>
        <source>{requester} is not among those who may reserve {space} (policy {policy}). Ask the people who look after it.</source>
        <translation>{requester} gehört nicht zu denen, die {space} reservieren dürfen (Richtlinie {policy}). Fragen Sie die, die den Raum verwalten.</translation>
    </message>
    <message>
        <source>{requester} may reserve {space} without an approval (policy {policy}).</source>
        <translation>{requester} darf {space} ohne Genehmigung reservieren (Richtlinie {policy}).</translation>
    </message>
    <message>
        <source>The request waits for an approver of {space} (policy {policy}). The time is held until then.</source>
        <translation>Die Anfrage wartet auf eine Genehmigung für {space} (Richtlinie {policy}). Die Zeit ist bis dahin gehalten.</translation>
    </message>
    <message>
        <source>{space} can only be reserved within its working hours, and it has no time zone. Set the time zone of the space, then decide again.</source>
        <translation>{space} lässt sich nur in den Arbeitszeiten reservieren und hat keine Zeitzone. Tragen Sie die Zeitzone des Raums ein, und entscheiden Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>The mail that asks {approvers} for an approval waits in the outbox.</source>
        <translation>Die Mail, die {approvers} um Genehmigung bittet, wartet im Postausgang.</translation>
    </message>
    <message>
        <source>{space} has no approvers (policy ResourceDelegates), so nobody is asked by mail. Approve or decline the request here.</source>
        <translation>{space} hat keine Genehmigenden (Richtlinie ResourceDelegates), also wird niemand per Mail gefragt. Genehmigen Sie die Anfrage hier, oder lehnen Sie sie ab.</translation>
    </message>
    <message>
        <source>{by} approved the request: {why}</source>
        <translation>{by} hat die Anfrage genehmigt: {why}</translation>
    </message>
    <message>
        <source>{by} approved the request.</source>
        <translation>{by} hat die Anfrage genehmigt.</translation>
    </message>
    <message>
        <source>An approver approved the request.</source>
        <translation>Die Anfrage ist genehmigt.</translation>
    </message>
    <message>
        <source>{by} declined the request: {why}</source>
        <translation>{by} hat die Anfrage abgelehnt: {why}</translation>
    </message>
    <message>
        <source>An approver of {space} declined the request: {why}</source>
        <translation>Die Anfrage für {space} wurde nicht genehmigt: {why}</translation>
    </message>
    <message>
        <source>{by} declined the request.</source>
        <translation>{by} hat die Anfrage abgelehnt.</translation>
    </message>
    <message>
        <source>An approver of {space} declined the request.</source>
        <translation>Die Anfrage für {space} wurde nicht genehmigt.</translation>
    </message>
    <message>
        <source>{by} answered tentatively: {why}</source>
        <translation>{by} hat mit Vorbehalt geantwortet: {why}</translation>
    </message>
    <message>
        <source>{by} answered tentatively. The time stays held.</source>
        <translation>{by} hat mit Vorbehalt geantwortet. Die Zeit bleibt gehalten.</translation>
    </message>
    <message>
        <source>An approver answered tentatively. The time stays held.</source>
        <translation>Die Antwort steht mit Vorbehalt. Die Zeit bleibt gehalten.</translation>
    </message>
    <message>
        <source>A newer version of the meeting came before an approver decided, so this one needs no decision.</source>
        <translation>Eine neuere Fassung der Besprechung kam vor der Genehmigung; diese braucht keine Entscheidung mehr.</translation>
    </message>
    <message>
        <source>There is no request for approval with number {id}. List them with: reserve-agent approvals list.</source>
        <translation>Es gibt keine Genehmigungsanfrage mit der Nummer {id}. Eine Liste gibt: reserve-agent approvals list.</translation>
    </message>
    <message>
        <source>The request for approval number {id} was decided by {by} already. Nothing changes.</source>
        <translation>Die Genehmigungsanfrage Nummer {id} hat {by} schon entschieden. Es ändert sich nichts.</translation>
    </message>
    <message>
        <source>The request for approval number {id} needs no decision any more: its meeting was changed or cancelled.</source>
        <translation>Die Genehmigungsanfrage Nummer {id} braucht keine Entscheidung mehr: Ihre Besprechung wurde geändert oder abgesagt.</translation>
    </message>
    <message>
        <source>The meeting of the request for approval number {id} is over. There is nothing to decide.</source>
        <translation>Die Besprechung der Genehmigungsanfrage Nummer {id} ist vorbei. Es gibt nichts zu entscheiden.</translation>
    </message>
    <message>
        <source>{by} decided a request for approval with this mail.</source>
        <translation>{by} hat mit dieser Mail über eine Genehmigung entschieden.</translation>
    </message>
    <message>
        <source>The mail answers a request for approval, but its subject lacks the token of that mail. It is kept, and nothing is decided.</source>
        <translation>Die Mail antwortet auf eine Genehmigungsanfrage, aber in ihrem Betreff fehlt deren Kennzeichen. Sie wird aufgehoben, und nichts ist entschieden.</translation>
    </message>
    <message>
        <source>{sender} answers a request for approval, but is no approver of {space}. The mail is kept, and nothing is decided.</source>
        <translation>{sender} antwortet auf eine Genehmigungsanfrage, darf {space} aber nicht genehmigen. Die Mail wird aufgehoben, und nichts ist entschieden.</translation>
    </message>
    <message>
        <source>The mail answers a request for approval, but does not begin with approve, decline or tentative. It is kept, and nothing is decided.</source>
        <translation>Die Mail antwortet auf eine Genehmigungsanfrage, beginnt aber nicht mit genehmigt, abgelehnt oder vorbehaltlich. Sie wird aufgehoben, und nichts ist entschieden.</translation>
    </message>
    <message>
        <source>There is no booking policy {policy}. The nearest is {nearest}. List them with: reserve-agent policies list.</source>
        <translation>Es gibt keine Buchungsrichtlinie {policy}. Am nächsten kommt {nearest}. Eine Liste gibt: reserve-agent policies list.</translation>
    </message>
    <message>
        <source>There is no booking policy {policy}. List them with: reserve-agent policies list.</source>
        <translation>Es gibt keine Buchungsrichtlinie {policy}. Eine Liste gibt: reserve-agent policies list.</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; does not fit {policy}. Use true or false.</source>
        <translation>„{value}“ passt nicht zu {policy}. Verwenden Sie true oder false.</translation>
    </message>
    <message>
        <source>{policy} needs a value. Use true or false.</source>
        <translation>{policy} braucht einen Wert. Verwenden Sie true oder false.</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; does not fit {policy}. Use a whole number.</source>
        <translation>„{value}“ passt nicht zu {policy}. Verwenden Sie eine ganze Zahl.</translation>
    </message>
    <message>
        <source>{policy} needs a value. Use a whole number.</source>
        <translation>{policy} braucht einen Wert. Verwenden Sie eine ganze Zahl.</translation>
    </message>
    <message>
        <source>{value} does not fit {policy}. Use a number from {minimum} to {maximum}.</source>
        <translation>{value} passt nicht zu {policy}. Verwenden Sie eine Zahl von {minimum} bis {maximum}.</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; does not fit {policy}. Use e-mail addresses, separated by commas.</source>
        <translation>„{value}“ passt nicht zu {policy}. Verwenden Sie E-Mail-Adressen, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>No space is in the building &quot;{building}&quot;. Buildings: {known}.</source>
        <translation>Im Gebäude „{building}“ ist kein Raum. Gebäude: {known}.</translation>
    </message>
    <message>
        <source>No space is in the building &quot;{building}&quot;. Give the spaces their building first.</source>
        <translation>Im Gebäude „{building}“ ist kein Raum. Tragen Sie bei den Räumen zuerst das Gebäude ein.</translation>
    </message>
    <message>
        <source>{policy} is stored, but it has no effect while AllBookInPolicy is true: everybody books at once. Set AllBookInPolicy to false.</source>
        <translation>{policy} ist gespeichert, wirkt aber nicht, solange AllBookInPolicy true ist: Jeder bucht sofort. Setzen Sie AllBookInPolicy auf false.</translation>
    </message>
    <message>
        <source>{policy} is stored, but it has no effect while AllBookInPolicy is true: nobody needs an approval. Set AllBookInPolicy to false.</source>
        <translation>{policy} ist gespeichert, wirkt aber nicht, solange AllBookInPolicy true ist: Niemand braucht eine Genehmigung. Setzen Sie AllBookInPolicy auf false.</translation>
    </message>
    <message>
        <source>{policy} is stored, but no approver gets mail of such requests: they wait in the console alone. Set ResourceDelegates.</source>
        <translation>{policy} ist gespeichert, aber von solchen Anfragen bekommt niemand eine Mail: Sie warten nur in der Liste. Setzen Sie ResourceDelegates.</translation>
    </message>
    <message>
        <source>{policy} is stored, but a series with conflicts is declined while either of ConflictPercentageAllowed and MaximumConflictInstances is 0. Set both.</source>
        <translation>{policy} ist gespeichert, aber eine Serie mit belegten Terminen wird abgelehnt, solange ConflictPercentageAllowed oder MaximumConflictInstances 0 ist. Setzen Sie beide.</translation>
    </message>
    <message>
        <source>{policy} is stored, but it has no effect while AllowConflicts is true.</source>
        <translation>{policy} ist gespeichert, wirkt aber nicht, solange AllowConflicts true ist.</translation>
    </message>
    <message>
        <source>{policy} is stored, but no meeting fits: MinimumDurationInMinutes is above MaximumDurationInMinutes.</source>
        <translation>{policy} ist gespeichert, aber keine Besprechung passt: MinimumDurationInMinutes ist größer als MaximumDurationInMinutes.</translation>
    </message>
    <message>
        <source>{actor} had this kept message decided again as if it had just arrived. The first time was number {trace}.</source>
        <translation>{actor} ließ diese aufgehobene Nachricht noch einmal entscheiden, als wäre sie eben angekommen. Das erste Mal war Nummer {trace}.</translation>
    </message>
    <message>
        <source>{actor} had this message decided again: number {trace}.</source>
        <translation>{actor} ließ diese Nachricht noch einmal entscheiden: Nummer {trace}.</translation>
    </message>
    <message>
        <source>The message number {id} was not taken, so there is nothing to decide again. Ask the sender to send it once more.</source>
        <translation>Die Nachricht Nummer {id} wurde nicht angenommen, also gibt es nichts noch einmal zu entscheiden. Bitten Sie den Absender, sie noch einmal zu senden.</translation>
    </message>
    <message>
        <source>The message number {id} is not decided yet. Decide it first; then it can be replayed.</source>
        <translation>Die Nachricht Nummer {id} ist noch nicht entschieden. Entscheiden Sie sie erst; dann lässt sie sich noch einmal entscheiden.</translation>
    </message>
    <message>
        <source>None of the people and rooms in this message is a space here, so nothing is decided. Name the space&apos;s mailbox with --to.</source>
        <translation>Niemand in dieser Nachricht ist ein Raum von hier, also wird nichts entschieden. Nennen Sie das Postfach des Raums mit --to.</translation>
    </message>
    <message>
        <source>The message changes one date of a series and all that follow, and the series itself has not come yet. It is held, and decided as soon as the series comes.</source>
        <translation>Die Nachricht ändert einen Termin einer Serie und alle folgenden, und die Serie selbst ist noch nicht gekommen. Sie wird zurückgehalten und entschieden, sobald die Serie kommt.</translation>
    </message>
    <message>
        <source>The series has been changed in more than {limit} parts. This change is left out, and nobody is answered. Ask the organizer for a new series.</source>
        <translation>Die Serie wurde in mehr als {limit} Teilen geändert. Diese Änderung bleibt unberücksichtigt, und niemand erhält eine Antwort. Bitten Sie den Organisator um eine neue Serie.</translation>
    </message>
    <message>
        <source>The series has no such date as far as it is known here. The message is held, and decided as soon as a newer version of the series comes. Release it to reserve the date all the same.</source>
        <translation>Die Serie hat, soweit sie hier bekannt ist, keinen solchen Termin. Die Nachricht wird zurückgehalten und entschieden, sobald eine neuere Fassung der Serie kommt. Geben Sie sie frei, um den Termin dennoch zu reservieren.</translation>
    </message>
    <message>
        <source>The message publishes a meeting for information (PUBLISH). It asks for no room, so nothing is booked, and nobody is answered.</source>
        <translation>Die Nachricht gibt eine Besprechung nur bekannt (PUBLISH). Sie fragt nach keinem Raum, daher wird nichts gebucht, und niemand erhält eine Antwort.</translation>
    </message>
    <message>
        <source>The message is somebody&apos;s answer to an invitation (REPLY), meant for its organizer. Nothing changes.</source>
        <translation>Die Nachricht ist die Antwort von jemandem auf eine Einladung (REPLY) und für deren Organisator bestimmt. Es ändert sich nichts.</translation>
    </message>
    <message>
        <source>The message proposes another time to the organizer (COUNTER). The reservation stays as it is until the organizer sends a new request.</source>
        <translation>Die Nachricht schlägt dem Organisator eine andere Zeit vor (COUNTER). Die Reservierung bleibt, wie sie ist, bis der Organisator eine neue Anfrage sendet.</translation>
    </message>
    <message>
        <source>The organizer keeps to the time that was asked for (DECLINECOUNTER). The reservation stays as it is.</source>
        <translation>Der Organisator bleibt bei der angefragten Zeit (DECLINECOUNTER). Die Reservierung bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>The message asks the organizer to send the meeting again (REFRESH). It is not meant for a room. Nothing changes.</source>
        <translation>Die Nachricht bittet den Organisator, die Besprechung erneut zu senden (REFRESH). Sie ist nicht für einen Raum bestimmt. Es ändert sich nichts.</translation>
    </message>
    <message>
        <source>Clocks in {zone} will show UTC{now} then, not UTC{before} as when this was reserved. Ask the organizer which time is meant.</source>
        <translation>Die Uhren in {zone} gehen dann nach UTC{now}, nicht nach UTC{before} wie bei der Reservierung. Fragen Sie den Organisator, welche Zeit gemeint ist.</translation>
    </message>
    <message>
        <source>The mail that asks {recipient} for the meeting itself waits in the outbox.</source>
        <translation>Die Mail, die {recipient} um die Besprechung selbst bittet, wartet im Postausgang.</translation>
    </message>
    <message>
        <source>The message adds dates to a meeting that is not known here. It is held, and decided as soon as the meeting itself comes.</source>
        <translation>Die Nachricht fügt einer Besprechung, die hier nicht bekannt ist, Termine hinzu. Sie wird zurückgehalten und entschieden, sobald die Besprechung selbst kommt.</translation>
    </message>
    <message>
        <source>Dates were added to this meeting, but the meeting itself is not known here. Send it once more with {space} invited. Until then nothing is reserved for the dates that were added.</source>
        <translation>Zu dieser Besprechung kamen Termine hinzu, die Besprechung selbst ist hier aber nicht bekannt. Senden Sie sie noch einmal mit Einladung an {space}. Bis dahin ist für die neuen Termine nichts reserviert.</translation>
    </message>
    <message>
        <source>Send the meeting again: {subject}</source>
        <translation>Besprechung erneut senden: {subject}</translation>
    </message>
    <message>
        <source>Send the meeting again</source>
        <translation>Besprechung erneut senden</translation>
    </message>
    <message>
        <source>Working out further dates of this series ended the agent {attempts} times. What is reserved stays, and no further dates follow. Report it with the stored message.</source>
        <translation>Das Ermitteln weiterer Termine dieser Serie hat den Agenten {attempts} Mal beendet. Was reserviert ist, bleibt; weitere Termine folgen nicht. Mit der gespeicherten Nachricht melden.</translation>
    </message>
    <message>
        <source>{policy} is stored, but the agent refuses mail of {approver}, so no reply decides: no active person has that e-mail. Add the person.</source>
        <translation>{policy} ist gespeichert, aber der Agent weist Mail von {approver} ab, also entscheidet keine Antwort: Keine aktive Person hat diese E-Mail. Nehmen Sie die Person auf.</translation>
    </message>
    <message>
        <source>{recipient} was asked for other meetings not long ago, one mail in ten minutes, so no further mail asks for this one. The message waits for a person.</source>
        <translation>{recipient} wurde vor Kurzem nach anderen Besprechungen gefragt, mit einer Mail in zehn Minuten; nach dieser fragt daher keine weitere. Die Nachricht wartet auf eine Person.</translation>
    </message>
    <message>
        <source>{name} is kept, but {server} does not ask for it as it is set up.</source>
        <translation>{name} ist aufbewahrt, aber {server} fragt so, wie er eingerichtet ist, nicht danach.</translation>
    </message>
    <message>
        <source>A reservation is for somebody. Choose a person.</source>
        <translation>Eine Reservierung ist für jemanden. Wählen Sie eine Person.</translation>
    </message>
    <message>
        <source>{person} (Control Number {control-number}) is retired and cannot reserve. Choose somebody else, or set the person active.</source>
        <translation>{person} (Kontrollnummer {control-number}) ist ausgeschieden und kann nicht reservieren. Wählen Sie jemand anderen, oder setzen Sie die Person auf aktiv.</translation>
    </message>
    <message>
        <source>{person} (Control Number {control-number}) has no time zone. A reservation made in the console needs one. Set it in the profile.</source>
        <translation>{person} (Kontrollnummer {control-number}) hat keine Zeitzone. Eine hier angelegte Reservierung braucht eine. Setzen Sie sie im Profil.</translation>
    </message>
    <message>
        <source>The space is not there any more. Choose another one.</source>
        <translation>Den Raum gibt es nicht mehr. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The end is not after the start. Choose a later end.</source>
        <translation>Das Ende liegt nicht nach dem Beginn. Wählen Sie ein späteres Ende.</translation>
    </message>
    <message>
        <source>&quot;{rule}&quot; is no rule of a series. Write one such as FREQ=WEEKLY;BYDAY=MO;COUNT=10.</source>
        <translation>„{rule}“ ist keine Regel einer Serie. Schreiben Sie eine wie FREQ=WEEKLY;BYDAY=MO;COUNT=10.</translation>
    </message>
    <message>
        <source>This meeting was booked by mail and belongs to {organizer}, in whose calendar it would not move. Ask {organizer} to move it, or cancel it here: the room then declines it.</source>
        <translation>Diese Besprechung wurde per Mail gebucht und gehört {organizer}; im Kalender dort würde sie sich nicht verschieben. Bitten Sie {organizer}, sie zu verschieben, oder sagen Sie sie hier ab: Der Raum lehnt sie dann ab.</translation>
    </message>
    <message>
        <source>This was read from the calendar of {space} in Exchange. Change it there.</source>
        <translation>Das wurde aus dem Kalender von {space} in Exchange gelesen. Ändern Sie es dort.</translation>
    </message>
    <message>
        <source>This reservation does not stand any more. Somebody else changed it meanwhile.</source>
        <translation>Diese Reservierung gilt nicht mehr. Jemand anderes hat sie inzwischen geändert.</translation>
    </message>
    <message>
        <source>{space} is reserved so already: nothing changes, and nobody is told.</source>
        <translation>{space} ist schon so reserviert: Es ändert sich nichts, und niemand hört davon.</translation>
    </message>
    <message numerus="yes">
        <source>%n date(s) that were changed or cancelled by themselves do not stay so.</source>
        <translation>
            <numerusform>%n Termin, der einzeln geändert oder abgesagt wurde, bleibt nicht so.</numerusform>
            <numerusform>%n Termine, die einzeln geändert oder abgesagt wurden, bleiben nicht so.</numerusform>
        </translation>
    </message>
    <message>
        <source>Person, text, all-day, invitation and repetition belong to the whole series. Choose &quot;whole series&quot; to change them.</source>
        <translation>Person, Text, Ganztägig, Einladung und Wiederholung gehören zur ganzen Serie. Wählen Sie „Ganze Serie“, um sie zu ändern.</translation>
    </message>
    <message>
        <source>The series repeats on fixed days ({rule}), which do not move with it. Move it within its day, or change the repetition.</source>
        <translation>Die Serie wiederholt sich an festen Tagen ({rule}), die nicht mitwandern. Verschieben Sie sie innerhalb des Tages, oder ändern Sie die Wiederholung.</translation>
    </message>
    <message>
        <source>The calendar of {space} in Exchange keeps the dates of a series in order, each on a day of its own. This date would share the day of its neighbour, run into it or go past it: {start..end}. Choose a time between its neighbours, or cancel this date and reserve the new time by itself.</source>
        <translation>Der Kalender von {space} in Exchange hält die Termine einer Serie in ihrer Reihenfolge, jeden an einem eigenen Tag. Dieser Termin käme auf den Tag seines Nachbarn, liefe in ihn hinein oder ginge an ihm vorbei: {start..end}. Wählen Sie eine Zeit zwischen seinen Nachbarn, oder sagen Sie diesen Termin ab und reservieren Sie die neue Zeit einzeln.</translation>
    </message>
    <message>
        <source>The calendar of {space} in Exchange keeps the dates of a series in order, each on a day of its own. A date that was changed by itself would come to {start..end} and share the day of its neighbour, run into it or go past it: {neighbour}. Move that date to where its series has it, or cancel it and reserve its time by itself; then change the series.</source>
        <translation>Der Kalender von {space} in Exchange hält die Termine einer Serie in ihrer Reihenfolge, jeden an einem eigenen Tag. Ein einzeln geänderter Termin käme auf {start..end} und damit auf den Tag seines Nachbarn, liefe in ihn hinein oder ginge an ihm vorbei: {neighbour}. Verschieben Sie diesen Termin dorthin, wo seine Serie ihn hat, oder sagen Sie ihn ab und reservieren Sie seine Zeit einzeln; ändern Sie danach die Serie.</translation>
    </message>
    <message>
        <source>The same meeting stands in {space} by mail already. Cancel it there first.</source>
        <translation>Dieselbe Besprechung steht in {space} schon durch eine Mail. Sagen Sie sie dort zuerst ab.</translation>
    </message>
    <message>
        <source>Cancelled by {by}: {why}</source>
        <translation>Abgesagt von {by}: {why}</translation>
    </message>
    <message>
        <source>Cancelled by {by}.</source>
        <translation>Abgesagt von {by}.</translation>
    </message>
    <message>
        <source>Cancelled by the people of the room: {why}</source>
        <translation>Abgesagt von der Raumverwaltung: {why}</translation>
    </message>
    <message>
        <source>Cancelled by the people of the room.</source>
        <translation>Abgesagt von der Raumverwaltung.</translation>
    </message>
    <message>
        <source>Moved to {space} by {by}.</source>
        <translation>Von {by} nach {space} verlegt.</translation>
    </message>
    <message>
        <source>Moved to {space}.</source>
        <translation>Nach {space} verlegt.</translation>
    </message>
    <message>
        <source>This reservation of {space} was made in Reserve Console and is changed there only. Nothing changes by mail.</source>
        <translation>Diese Reservierung von {space} wurde in Reserve Console angelegt und wird nur dort geändert. Per Mail ändert sich nichts.</translation>
    </message>
    <message>
        <source>The people of {space} need the time back: {why}</source>
        <translation>Die Verwaltung von {space} braucht die Zeit zurück: {why}</translation>
    </message>
    <message>
        <source>The people of {space} need the time back.</source>
        <translation>Die Verwaltung von {space} braucht die Zeit zurück.</translation>
    </message>
    <message>
        <source>Nothing is to become otherwise. Say what: --start, --end, --space, --person, --subject, --text or --rule.</source>
        <translation>Nichts soll anders werden. Sagen Sie, was: --start, --end, --space, --person, --subject, --text oder --rule.</translation>
    </message>
    <message>
        <source>Reserved as number {id}: {space}, {start..end}.</source>
        <translation>Reserviert als Nummer {id}: {space}, {start..end}.</translation>
    </message>
    <message numerus="yes">
        <source>Reserved as a series from number {id} on: {space}, %n date(s), first {start..end}.</source>
        <translation>
            <numerusform>Reserviert als Serie ab Nummer {id}: {space}, %n Termin, zuerst {start..end}.</numerusform>
            <numerusform>Reserviert als Serie ab Nummer {id}: {space}, %n Termine, zuerst {start..end}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Number {id} holds {space}, {start..end}, until an approver decides.</source>
        <translation>Nummer {id} hält {space}, {start..end}, bis ein Genehmiger entscheidet.</translation>
    </message>
    <message>
        <source>Number {id} is now: {space}, {start..end}.</source>
        <translation>Nummer {id} ist jetzt: {space}, {start..end}.</translation>
    </message>
    <message>
        <source>Number {id} is so already: {space}, {start..end}. Nothing changes, and nobody is told.</source>
        <translation>Nummer {id} ist schon so: {space}, {start..end}. Es ändert sich nichts, und niemand hört davon.</translation>
    </message>
    <message>
        <source>Number {id} is cancelled: {space}, {start..end}.</source>
        <translation>Nummer {id} ist abgesagt: {space}, {start..end}.</translation>
    </message>
    <message>
        <source>This would be reserved: {space}, {start..end}.</source>
        <translation>Das würde reserviert: {space}, {start..end}.</translation>
    </message>
    <message>
        <source>Free instead: {space}, {start..end}.</source>
        <translation>Stattdessen frei: {space}, {start..end}.</translation>
    </message>
    <message>
        <source>No person has the Control Number {number}. List them with: reserve-agent people list.</source>
        <translation>Keine Person hat die Kontrollnummer {number}. Eine Liste gibt: reserve-agent people list.</translation>
    </message>
    <message>
        <source>Not reserved: {start..end}. {why}</source>
        <translation>Nicht reserviert: {start..end}. {why}</translation>
    </message>
    <message>
        <source>{host} cannot be reached: {detail}. Nothing is lost: what must be told waits and is tried again.</source>
        <translation>{host} ist nicht erreichbar: {detail}. Nichts geht verloren: Was mitzuteilen ist, wartet und wird erneut versucht.</translation>
    </message>
    <message>
        <source>{host} cannot be reached. Nothing is lost: what must be told waits and is tried again.</source>
        <translation>{host} ist nicht erreichbar. Nichts geht verloren: Was mitzuteilen ist, wartet und wird erneut versucht.</translation>
    </message>
    <message>
        <source>Exchange cannot be reached. Nothing is lost: what must be told waits and is tried again.</source>
        <translation>Exchange ist nicht erreichbar. Nichts geht verloren: Was mitzuteilen ist, wartet und wird erneut versucht.</translation>
    </message>
    <message>
        <source>{host} did not answer in time. What must be told waits and is tried again.</source>
        <translation>{host} hat nicht rechtzeitig geantwortet. Was mitzuteilen ist, wartet und wird erneut versucht.</translation>
    </message>
    <message>
        <source>Exchange did not answer in time. What must be told waits and is tried again.</source>
        <translation>Exchange hat nicht rechtzeitig geantwortet. Was mitzuteilen ist, wartet und wird erneut versucht.</translation>
    </message>
    <message>
        <source>The connection to {host} broke before the answer was there. This is tried again; what Exchange did already is found and not done twice.</source>
        <translation>Die Verbindung zu {host} brach ab, bevor die Antwort da war. Es wird erneut versucht; was Exchange schon getan hat, wird gefunden und nicht doppelt getan.</translation>
    </message>
    <message>
        <source>The connection to Exchange broke before the answer was there. This is tried again; what Exchange did already is found and not done twice.</source>
        <translation>Die Verbindung zu Exchange brach ab, bevor die Antwort da war. Es wird erneut versucht; was Exchange schon getan hat, wird gefunden und nicht doppelt getan.</translation>
    </message>
    <message>
        <source>Exchange cannot do this at the moment: {remote}. It is tried again.</source>
        <translation>Exchange kann das im Augenblick nicht tun: {remote}. Es wird erneut versucht.</translation>
    </message>
    <message>
        <source>Exchange cannot do this at the moment (status {status}). It is tried again.</source>
        <translation>Exchange kann das im Augenblick nicht tun (Status {status}). Es wird erneut versucht.</translation>
    </message>
    <message>
        <source>Exchange cannot do this at the moment. It is tried again.</source>
        <translation>Exchange kann das im Augenblick nicht tun. Es wird erneut versucht.</translation>
    </message>
    <message>
        <source>{url} answers with status {status}, which is not what Exchange says. It is tried again. If it stays so, check the URL in the server profile: for EWS it ends in /EWS/Exchange.asmx.</source>
        <translation>{url} antwortet mit Status {status}; so antwortet Exchange nicht. Es wird erneut versucht. Bleibt es dabei, prüfen Sie die URL im Serverprofil: Für EWS endet sie auf /EWS/Exchange.asmx.</translation>
    </message>
    <message>
        <source>The server&apos;s answer cannot be read ({detail}). It is tried again. If it stays so, check the URL in the server profile and whether a proxy or a log-in page stands in between.</source>
        <translation>Die Antwort des Servers ist nicht lesbar ({detail}). Es wird erneut versucht. Bleibt es dabei, prüfen Sie die URL im Serverprofil und ob ein Proxy oder eine Anmeldeseite dazwischensteht.</translation>
    </message>
    <message>
        <source>The server&apos;s answer cannot be read. It is tried again. If it stays so, check the URL in the server profile and whether a proxy or a log-in page stands in between.</source>
        <translation>Die Antwort des Servers ist nicht lesbar. Es wird erneut versucht. Bleibt es dabei, prüfen Sie die URL im Serverprofil und ob ein Proxy oder eine Anmeldeseite dazwischensteht.</translation>
    </message>
    <message>
        <source>The certificate of {host} is not trusted: {detail}. Nothing is sent to it. Have the certificate renewed, or name its authority in the server profile.</source>
        <translation>Dem Zertifikat von {host} wird nicht vertraut: {detail}. Es wird nichts dorthin gesendet. Lassen Sie das Zertifikat erneuern, oder nennen Sie seine Zertifizierungsstelle im Serverprofil.</translation>
    </message>
    <message>
        <source>The certificate of the server is not trusted. Nothing is sent to it. Have the certificate renewed, or name its authority in the server profile.</source>
        <translation>Dem Zertifikat des Servers wird nicht vertraut. Es wird nichts dorthin gesendet. Lassen Sie das Zertifikat erneuern, oder nennen Sie seine Zertifizierungsstelle im Serverprofil.</translation>
    </message>
    <message>
        <source>The request was cut off because the server profile changed or the agent stopped. It is tried again.</source>
        <translation>Die Anfrage wurde abgebrochen, weil sich das Serverprofil geändert hat oder der Agent beendet wurde. Sie wird erneut versucht.</translation>
    </message>
    <message>
        <source>Exchange asks for a pause until {until}. What must be told waits and goes on by itself.</source>
        <translation>Exchange bittet um eine Pause bis {until}. Was mitzuteilen ist, wartet und geht von selbst weiter.</translation>
    </message>
    <message>
        <source>Exchange asks for a pause: {remote}. What must be told waits and goes on by itself.</source>
        <translation>Exchange bittet um eine Pause: {remote}. Was mitzuteilen ist, wartet und geht von selbst weiter.</translation>
    </message>
    <message>
        <source>Exchange asks for a pause. What must be told waits and goes on by itself.</source>
        <translation>Exchange bittet um eine Pause. Was mitzuteilen ist, wartet und geht von selbst weiter.</translation>
    </message>
    <message>
        <source>{host} does not offer the way of authentication that is set ({scheme}), only {offered}. Nothing more is tried on this server. Change the authentication in its profile or on the server, then test it.</source>
        <translation>{host} bietet die eingestellte Anmeldeart ({scheme}) nicht an, nur {offered}. Auf diesem Server wird nichts mehr versucht. Ändern Sie die Anmeldung im Profil oder auf dem Server, und prüfen Sie ihn dann.</translation>
    </message>
    <message>
        <source>Exchange refused the password of {user}. To keep the account from being locked nothing more is tried on this server. Correct user or password in its profile, then test it.</source>
        <translation>Exchange hat das Kennwort von {user} abgelehnt. Damit das Konto nicht gesperrt wird, wird auf diesem Server nichts mehr versucht. Berichtigen Sie Benutzer oder Kennwort im Profil, und prüfen Sie ihn dann.</translation>
    </message>
    <message>
        <source>Exchange refused user or password. To keep the account from being locked nothing more is tried on this server. Correct them in its profile, then test it.</source>
        <translation>Exchange hat Benutzer oder Kennwort abgelehnt. Damit das Konto nicht gesperrt wird, wird auf diesem Server nichts mehr versucht. Berichtigen Sie beides im Profil, und prüfen Sie ihn dann.</translation>
    </message>
    <message>
        <source>The secret of this server is missing on the agent&apos;s machine, so nothing is tried. Set it there, then test the server.</source>
        <translation>Das Geheimnis dieses Servers fehlt auf dem Rechner des Agenten; deshalb wird nichts versucht. Setzen Sie es dort, und prüfen Sie den Server dann.</translation>
    </message>
    <message>
        <source>The item is not in the calendar of {mailbox} any more: somebody removed or cancelled it in Exchange. Reserve the time again, or give this up.</source>
        <translation>Der Eintrag steht nicht mehr im Kalender von {mailbox}: Jemand hat ihn in Exchange entfernt oder abgesagt. Reservieren Sie die Zeit erneut, oder geben Sie dies auf.</translation>
    </message>
    <message>
        <source>The item is not in the room&apos;s calendar any more: somebody removed or cancelled it in Exchange. Reserve the time again, or give this up.</source>
        <translation>Der Eintrag steht nicht mehr im Kalender des Raums: Jemand hat ihn in Exchange entfernt oder abgesagt. Reservieren Sie die Zeit erneut, oder geben Sie dies auf.</translation>
    </message>
    <message>
        <source>The item changed in Exchange at the same moment, so nothing was overwritten. It is looked at again and tried again.</source>
        <translation>Der Eintrag hat sich im selben Augenblick in Exchange geändert; nichts wurde überschrieben. Er wird neu gelesen, und es wird erneut versucht.</translation>
    </message>
    <message>
        <source>Exchange refuses this and would refuse it again: {remote}</source>
        <translation>Exchange lehnt dies ab und würde es wieder ablehnen: {remote}</translation>
    </message>
    <message>
        <source>Exchange refuses this and would refuse it again.</source>
        <translation>Exchange lehnt dies ab und würde es wieder ablehnen.</translation>
    </message>
    <message>
        <source>Exchange calls the mailbox {mailbox} otherwise: {spelled}. Enter that as the Exchange Mailbox of the space, then try again.</source>
        <translation>Exchange nennt das Postfach {mailbox} anders: {spelled}. Tragen Sie das als Exchange-Postfach des Raums ein, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Exchange knows no mailbox {mailbox}. Correct the Exchange Mailbox of the space, or the server profile that handles its domain, then try again.</source>
        <translation>Exchange kennt kein Postfach {mailbox}. Berichtigen Sie das Exchange-Postfach des Raums oder das Serverprofil, das seine Domäne bedient, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Exchange does not know this mailbox. Correct the Exchange Mailbox of the space, then try again.</source>
        <translation>Exchange kennt dieses Postfach nicht. Berichtigen Sie das Exchange-Postfach des Raums, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>The account lacks rights in the calendar of {mailbox}: {rights}. Grant it full access to the mailbox, or the role ApplicationImpersonation for the rooms, then try again.</source>
        <translation>Dem Konto fehlen Rechte im Kalender von {mailbox}: {rights}. Geben Sie ihm Vollzugriff auf das Postfach oder die Rolle ApplicationImpersonation für die Räume, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>The account may not work in {mailbox}: {remote}. Grant it the role ApplicationImpersonation for the rooms, or full access to the mailbox, then try again.</source>
        <translation>Das Konto darf in {mailbox} nicht arbeiten: {remote}. Geben Sie ihm die Rolle ApplicationImpersonation für die Räume oder Vollzugriff auf das Postfach, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>The account may not work in {mailbox}. Grant it the role ApplicationImpersonation for the rooms, or full access to the mailbox, then try again.</source>
        <translation>Das Konto darf in {mailbox} nicht arbeiten. Geben Sie ihm die Rolle ApplicationImpersonation für die Räume oder Vollzugriff auf das Postfach, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>The account may not do this in Exchange. Grant it rights to the mailboxes of the rooms, then try again.</source>
        <translation>Das Konto darf dies in Exchange nicht. Geben Sie ihm Rechte auf die Postfächer der Räume, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Exchange Online lets nobody in by EWS any more: Microsoft blocks it since October 2026 and removes it in April 2027. Nothing more is tried. Set the kind of this server to Microsoft Graph.</source>
        <translation>Exchange Online lässt über EWS niemanden mehr ein: Microsoft sperrt es seit Oktober 2026 und entfernt es im April 2027. Es wird nichts mehr versucht. Stellen Sie die Art dieses Servers auf Microsoft Graph.</translation>
    </message>
    <message>
        <source>This server cannot do that ({remote}), so it is not tried again. EWS needs Exchange 2013 SP1 or later.</source>
        <translation>Dieser Server kann das nicht ({remote}); es wird nicht erneut versucht. EWS braucht Exchange 2013 SP1 oder neuer.</translation>
    </message>
    <message>
        <source>This server cannot do that, so it is not tried again.</source>
        <translation>Dieser Server kann das nicht; es wird nicht erneut versucht.</translation>
    </message>
    <message>
        <source>The server profile cannot work as it is: its URL is not usable, or the password would go there in clear. Correct it under Exchange Admin.</source>
        <translation>Das Serverprofil kann so nicht arbeiten: Seine URL ist nicht brauchbar, oder das Kennwort ginge unverschlüsselt dorthin. Berichtigen Sie es unter Exchange Admin.</translation>
    </message>
    <message>
        <source>The server profile has no URL, and there is no mailbox by whose address Autodiscover could find one. Enter the URL of EWS, or name a mailbox to test with.</source>
        <translation>Das Serverprofil hat keine URL, und es gibt kein Postfach, mit dessen Adresse Autodiscover eine finden könnte. Tragen Sie die URL von EWS ein, oder nennen Sie ein Postfach zum Prüfen.</translation>
    </message>
    <message>
        <source>Exchange has no way to say this recurrence ({rule}), so the series is not in the room&apos;s calendar there. Reserve its dates singly, or choose a plainer recurrence.</source>
        <translation>Exchange kann diese Wiederholung nicht ausdrücken ({rule}); die Serie steht deshalb dort nicht im Kalender des Raums. Reservieren Sie die Termine einzeln, oder wählen Sie eine einfachere Wiederholung.</translation>
    </message>
    <message>
        <source>Exchange has no name for the time zone {zone}, so the series or whole day is not in the room&apos;s calendar there. Choose another time zone in the profile of the person.</source>
        <translation>Exchange hat für die Zeitzone {zone} keinen Namen; die Serie oder der ganze Tag steht deshalb dort nicht im Kalender des Raums. Wählen Sie im Profil der Person eine andere Zeitzone.</translation>
    </message>
    <message>
        <source>From {start} on more items begin within a minute in the calendar of {mailbox} than Exchange tells at once, so the calendar cannot be listed. Clear that time in Outlook.</source>
        <translation>Ab {start} beginnen im Kalender von {mailbox} innerhalb einer Minute mehr Einträge, als Exchange auf einmal nennt; der Kalender ist deshalb nicht auflistbar. Räumen Sie diese Zeit in Outlook auf.</translation>
    </message>
    <message>
        <source>Autodiscover of {domain} leads to {url}, which is not in that domain. The password is not sent there. If it is the right server, enter that URL in the server profile yourself.</source>
        <translation>Autodiscover von {domain} führt zu {url}; das liegt nicht in dieser Domäne. Das Kennwort wird nicht dorthin gesendet. Ist es der richtige Server, tragen Sie diese URL selbst im Serverprofil ein.</translation>
    </message>
    <message>
        <source>Autodiscover of {domain} leads to {url}, which is not encrypted. It is not followed. Have the server offer https, or enter its https URL in the server profile.</source>
        <translation>Autodiscover von {domain} führt zu {url}; das ist nicht verschlüsselt. Dem wird nicht gefolgt. Lassen Sie den Server https anbieten, oder tragen Sie seine https-URL im Serverprofil ein.</translation>
    </message>
    <message>
        <source>Exchange leaves the answer to others (AutomateProcessing {processing}), as it should.</source>
        <translation>Exchange überlässt die Antwort anderen (AutomateProcessing {processing}), wie es sein soll.</translation>
    </message>
    <message>
        <source>The server {host} is not found. Check its name, and the name server of this machine.</source>
        <translation>Der Server {host} wird nicht gefunden. Prüfen Sie seinen Namen und den Namensdienst dieses Rechners.</translation>
    </message>
    <message>
        <source>The server {host} takes no connection. Check address, port and firewall. Details: {detail}</source>
        <translation>Der Server {host} nimmt keine Verbindung an. Prüfen Sie Adresse, Port und Firewall. Einzelheiten: {detail}</translation>
    </message>
    <message>
        <source>The server {host} does not answer in time.</source>
        <translation>Der Server {host} antwortet nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>The connection to the server {host} broke off. Details: {detail}</source>
        <translation>Die Verbindung zum Server {host} ist abgebrochen. Einzelheiten: {detail}</translation>
    </message>
    <message>
        <source>The server {host} cannot prove who it is, so nothing is sent to it. Check its certificate, or name its authority in the server profile. Details: {detail}</source>
        <translation>Der Server {host} kann nicht beweisen, wer er ist, daher wird ihm nichts gesendet. Prüfen Sie sein Zertifikat oder nennen Sie dessen Zertifizierungsstelle im Serverprofil. Einzelheiten: {detail}</translation>
    </message>
    <message>
        <source>The authorities that are to be trusted hold no certificate. Paste them as PEM, with the lines BEGIN and END CERTIFICATE.</source>
        <translation>Die Zertifizierungsstellen, denen vertraut werden soll, enthalten kein Zertifikat. Fügen Sie sie als PEM ein, mit den Zeilen BEGIN und END CERTIFICATE.</translation>
    </message>
    <message>
        <source>The server {host} refused user {user} or the password. It is not tried again, so that the account is not locked. Correct them in the server profile.</source>
        <translation>Der Server {host} hat den Benutzer {user} oder das Kennwort abgelehnt. Es wird nicht noch einmal versucht, damit das Konto nicht gesperrt wird. Berichtigen Sie beides im Serverprofil.</translation>
    </message>
    <message>
        <source>The server {host} refused the account that this program runs under. Let it have a Kerberos ticket and rights on the server.</source>
        <translation>Der Server {host} hat das Konto abgelehnt, unter dem dieses Programm läuft. Geben Sie ihm ein Kerberos-Ticket und Rechte auf dem Server.</translation>
    </message>
    <message>
        <source>The server {host} does not take the authentication that is set ({scheme}); it offers: {offered}. Choose one of these in the server profile.</source>
        <translation>Der Server {host} nimmt die eingestellte Anmeldung ({scheme}) nicht an; er bietet: {offered}. Wählen Sie eine davon im Serverprofil.</translation>
    </message>
    <message>
        <source>The server {host} sends more than the {limit} bytes that are read of an answer.</source>
        <translation>Der Server {host} sendet mehr als die {limit} Bytes, die von einer Antwort gelesen werden.</translation>
    </message>
    <message>
        <source>No password is sent to {host} without encryption. Enter an address that begins with https.</source>
        <translation>An {host} wird ohne Verschlüsselung kein Kennwort gesendet. Geben Sie eine Adresse ein, die mit https beginnt.</translation>
    </message>
    <message>
        <source>&quot;{url}&quot; is no address of a server. Enter one that begins with https and names the server, without user and password.</source>
        <translation>„{url}“ ist keine Adresse eines Servers. Geben Sie eine ein, die mit https beginnt und den Server nennt, ohne Benutzer und Kennwort.</translation>
    </message>
    <message>
        <source>&quot;{proxy}&quot; is no address of a proxy. Enter its name and port: host:port.</source>
        <translation>„{proxy}“ ist keine Adresse eines Proxys. Geben Sie seinen Namen und Port ein: host:port.</translation>
    </message>
    <message>
        <source>The proxy on the way to {host} does not let this through. Check the proxy in the server profile. Details: {detail}</source>
        <translation>Der Proxy auf dem Weg zu {host} lässt dies nicht durch. Prüfen Sie den Proxy im Serverprofil. Einzelheiten: {detail}</translation>
    </message>
    <message>
        <source>The server {host} does not answer as a web server does. Check its address and port. Details: {detail}</source>
        <translation>Der Server {host} antwortet nicht wie ein Webserver. Prüfen Sie seine Adresse und seinen Port. Einzelheiten: {detail}</translation>
    </message>
    <message>
        <source>The request to {host} was stopped because the program ends or the profile changes. It is tried again.</source>
        <translation>Die Anfrage an {host} wurde abgebrochen, weil das Programm endet oder das Profil sich ändert. Sie wird erneut versucht.</translation>
    </message>
    <message>
        <source>Port {port} of {address} cannot be used. Choose another one. Details: {detail}</source>
        <translation>Port {port} von {address} kann nicht benutzt werden. Wählen Sie einen anderen. Einzelheiten: {detail}</translation>
    </message>
    <message>
        <source>{address} is not an address of this machine alone (127.0.0.1 or ::1), so nothing listens there.</source>
        <translation>{address} ist keine Adresse allein dieses Rechners (127.0.0.1 oder ::1), daher lauscht dort nichts.</translation>
    </message>
    <message>
        <source>The attached file puts it into your calendar. To change or cancel it, turn to those who look after the room.</source>
        <translation>Die angehängte Datei trägt sie in Ihren Kalender ein. Zum Ändern oder Absagen wenden Sie sich an die, die den Raum betreuen.</translation>
    </message>
    <message>
        <source>The attached file marks it as cancelled in your calendar.</source>
        <translation>Die angehängte Datei kennzeichnet sie in Ihrem Kalender als abgesagt.</translation>
    </message>
    <message>
        <source>There is no notice &quot;{kind}&quot;. The notices are {known}.</source>
        <translation>Es gibt keine Mail „{kind}“. Die Mails sind {known}.</translation>
    </message>
    <message>
        <source>There are no notices in the language &quot;{language}&quot;. The languages are {known}.</source>
        <translation>In der Sprache „{language}“ gibt es keine Mails. Die Sprachen sind {known}.</translation>
    </message>
    <message>
        <source>&quot;{language}&quot; is no code of a language. Use one such as en or de.</source>
        <translation>„{language}“ ist kein Kürzel einer Sprache. Eines wie en oder de verwenden.</translation>
    </message>
    <message>
        <source>Nothing is said that could be set. Give --subject, --body or both.</source>
        <translation>Es ist nichts angegeben, das gesetzt werden könnte. --subject, --body oder beides angeben.</translation>
    </message>
    <message>
        <source>There is no reservation {id} to show the notice with.</source>
        <translation>Es gibt keine Reservierung {id}, mit der die Mail gezeigt werden könnte.</translation>
    </message>
    <message>
        <source>The digest is about no reservation. Leave --reservation out.</source>
        <translation>Die Sammelmail handelt von keiner Reservierung. --reservation weglassen.</translation>
    </message>
    <message>
        <source>The text is empty. Write one, or reset it to the built-in text.</source>
        <translation>Der Text ist leer. Einen schreiben oder auf den eingebauten Text zurücksetzen.</translation>
    </message>
    <message>
        <source>The text is longer than {limit} characters. Shorten it.</source>
        <translation>Der Text ist länger als {limit} Zeichen. Er muss kürzer werden.</translation>
    </message>
    <message>
        <source>A subject is one line. Take the line breaks out.</source>
        <translation>Ein Betreff ist eine Zeile. Die Zeilenumbrüche herausnehmen.</translation>
    </message>
    <message>
        <source>A brace is left open at &quot;{near}&quot;. Close it, or double it to have a brace in the mail.</source>
        <translation>Bei „{near}“ bleibt eine geschweifte Klammer offen. Sie schließen, oder sie verdoppeln, damit in der Mail eine Klammer steht.</translation>
    </message>
    <message>
        <source>&quot;{placeholder}&quot; is no place holder of this notice; &quot;{nearest}&quot; is. All of them: {known}.</source>
        <translation>„{placeholder}“ ist kein Platzhalter dieser Mail, „{nearest}“ ist einer. Alle: {known}.</translation>
    </message>
    <message>
        <source>&quot;{placeholder}&quot; is no place holder of this notice. It has {known}.</source>
        <translation>„{placeholder}“ ist kein Platzhalter dieser Mail. Sie hat {known}.</translation>
    </message>
    <message>
        <source>A place holder without a name stands in the text. This notice has {known}.</source>
        <translation>Im Text steht ein Platzhalter ohne Namen. Diese Mail hat {known}.</translation>
    </message>
    <message>
        <source>&quot;{placeholder}&quot; stands for several lines, and a subject is one. Use it in the text of the mail.</source>
        <translation>„{placeholder}“ steht für mehrere Zeilen, ein Betreff ist eine. Im Text der Mail verwenden.</translation>
    </message>
    <message>
        <source>Neither subject nor text has the place holder &quot;{placeholder}&quot;, so the reader is not told that.</source>
        <translation>Weder Betreff noch Text hat den Platzhalter „{placeholder}“, daher erfährt man das beim Lesen nicht.</translation>
    </message>
    <message>
        <source>The tenant does not accept the client secret of the application {user}, so nothing more is tried. Set the secret again: its value, not its ID. The tenant says: {remote}</source>
        <translation>Der Mandant nimmt den geheimen Clientschlüssel der Anwendung {user} nicht an; deshalb wird nichts weiter versucht. Tragen Sie den Schlüssel neu ein: seinen Wert, nicht seine ID. Der Mandant meldet: {remote}</translation>
    </message>
    <message>
        <source>The tenant gives the application {user} no token, so nothing more is tried. The tenant says: {remote}</source>
        <translation>Der Mandant gibt der Anwendung {user} kein Token; deshalb wird nichts weiter versucht. Der Mandant meldet: {remote}</translation>
    </message>
    <message>
        <source>The tenant gives the application {user} no token, so nothing more is tried. Compare authority, tenant and client ID with Microsoft Entra.</source>
        <translation>Der Mandant gibt der Anwendung {user} kein Token; deshalb wird nichts weiter versucht. Vergleichen Sie Autorität, Mandant und Client-ID mit Microsoft Entra.</translation>
    </message>
    <message>
        <source>Exchange does not accept the token of the application {user}, so nothing more is tried. Check scope and permissions. Exchange says: {remote}</source>
        <translation>Exchange nimmt das Token der Anwendung {user} nicht an; deshalb wird nichts weiter versucht. Prüfen Sie Bereich und Berechtigungen. Exchange meldet: {remote}</translation>
    </message>
    <message>
        <source>Exchange does not accept the token of the application, so nothing more is tried. Check scope and permissions of the server profile.</source>
        <translation>Exchange nimmt das Token der Anwendung nicht an; deshalb wird nichts weiter versucht. Prüfen Sie Bereich und Berechtigungen des Serverprofils.</translation>
    </message>
    <message>
        <source>The application may not work in {mailbox}: {remote}. Grant it Calendars.ReadWrite in Microsoft Entra, and let its access policy or role include the mailbox.</source>
        <translation>Die Anwendung darf in {mailbox} nicht arbeiten: {remote}. Erteilen Sie ihr in Microsoft Entra Calendars.ReadWrite, und nehmen Sie das Postfach in ihre Zugriffsrichtlinie oder Rolle auf.</translation>
    </message>
    <message>
        <source>The application may not work in {mailbox}. Grant it Calendars.ReadWrite in Microsoft Entra, and let its access policy or role include the mailbox.</source>
        <translation>Die Anwendung darf in {mailbox} nicht arbeiten. Erteilen Sie ihr in Microsoft Entra Calendars.ReadWrite, und nehmen Sie das Postfach in ihre Zugriffsrichtlinie oder Rolle auf.</translation>
    </message>
    <message>
        <source>The client secret of the application {user} has expired, so Exchange is not asked any more. Make a new one in Microsoft Entra and set it in the server profile. The tenant says: {remote}</source>
        <translation>Der geheime Clientschlüssel der Anwendung {user} ist abgelaufen; Exchange wird deshalb nicht mehr gefragt. Legen Sie in Microsoft Entra einen neuen an und tragen Sie ihn im Serverprofil ein. Der Mandant meldet: {remote}</translation>
    </message>
    <message>
        <source>The application {user} lacks permissions, so Exchange does nothing for it. Have an administrator grant consent in Microsoft Entra (Calendars.ReadWrite, Mail.Read, Mail.Send). The tenant says: {remote}</source>
        <translation>Der Anwendung {user} fehlen Berechtigungen; Exchange tut deshalb nichts für sie. Lassen Sie einen Administrator in Microsoft Entra die Zustimmung erteilen (Calendars.ReadWrite, Mail.Read, Mail.Send). Der Mandant meldet: {remote}</translation>
    </message>
    <message>
        <source>The application lacks permissions, so Exchange does nothing for it. Have an administrator grant consent in Microsoft Entra (Calendars.ReadWrite, Mail.Read, Mail.Send).</source>
        <translation>Der Anwendung fehlen Berechtigungen; Exchange tut deshalb nichts für sie. Lassen Sie einen Administrator in Microsoft Entra die Zustimmung erteilen (Calendars.ReadWrite, Mail.Read, Mail.Send).</translation>
    </message>
    <message>
        <source>The tenant {tenant} does not know the application {user}, or it is disabled there. Compare tenant and client ID with Microsoft Entra. The tenant says: {remote}</source>
        <translation>Der Mandant {tenant} kennt die Anwendung {user} nicht, oder sie ist dort deaktiviert. Vergleichen Sie Mandant und Client-ID mit Microsoft Entra. Der Mandant meldet: {remote}</translation>
    </message>
    <message>
        <source>There is no tenant {tenant}. Correct the tenant of the server profile. The sign-in service says: {remote}</source>
        <translation>Es gibt keinen Mandanten {tenant}. Berichtigen Sie den Mandanten im Serverprofil. Der Anmeldedienst meldet: {remote}</translation>
    </message>
    <message>
        <source>The tenant gives no token for {scope}. Leave the scope of the server profile empty, or enter one that ends in /.default. The tenant says: {remote}</source>
        <translation>Der Mandant gibt kein Token für {scope}. Lassen Sie den Bereich im Serverprofil leer oder tragen Sie einen ein, der auf /.default endet. Der Mandant meldet: {remote}</translation>
    </message>
    <message>
        <source>The tenant does not accept the certificate of the application {user}: it is not registered there, or has ended. Upload the certificate in Microsoft Entra. The tenant says: {remote}</source>
        <translation>Der Mandant nimmt das Zertifikat der Anwendung {user} nicht an: Es ist dort nicht hinterlegt oder abgelaufen. Laden Sie das Zertifikat in Microsoft Entra hoch. Der Mandant meldet: {remote}</translation>
    </message>
    <message>
        <source>The tenant does not accept the time of this machine. Set its clock. The tenant says: {remote}</source>
        <translation>Der Mandant nimmt die Uhrzeit dieses Rechners nicht an. Stellen Sie seine Uhr. Der Mandant meldet: {remote}</translation>
    </message>
    <message>
        <source>The authority &quot;{url}&quot; is not used, because secrets go by https alone. Enter an address like https://login.microsoftonline.com.</source>
        <translation>Die Autorität „{url}“ wird nicht benutzt, weil Geheimnisse nur über https gesendet werden. Tragen Sie eine Adresse wie https://login.microsoftonline.com ein.</translation>
    </message>
    <message>
        <source>The certificate of the server profile cannot be read. Paste it as PEM, from &quot;BEGIN CERTIFICATE&quot; to &quot;END CERTIFICATE&quot;.</source>
        <translation>Das Zertifikat des Serverprofils ist nicht lesbar. Fügen Sie es als PEM ein, von „BEGIN CERTIFICATE“ bis „END CERTIFICATE“.</translation>
    </message>
    <message>
        <source>The private key of the server profile cannot be read. Set it as PEM, from &quot;BEGIN PRIVATE KEY&quot; to &quot;END PRIVATE KEY&quot;.</source>
        <translation>Der private Schlüssel des Serverprofils ist nicht lesbar. Tragen Sie ihn als PEM ein, von „BEGIN PRIVATE KEY“ bis „END PRIVATE KEY“.</translation>
    </message>
    <message>
        <source>The private key of the server profile is encrypted, and nobody is there to type its password. Set the key without one: openssl pkey -in key.pem.</source>
        <translation>Der private Schlüssel des Serverprofils ist verschlüsselt, und niemand ist da, der das Kennwort eingibt. Tragen Sie den Schlüssel ohne Kennwort ein: openssl pkey -in key.pem.</translation>
    </message>
    <message>
        <source>The private key of the server profile is of a kind that tenants do not take. Make an RSA key of {bits} bits or more.</source>
        <translation>Der private Schlüssel des Serverprofils ist von einer Art, die Mandanten nicht annehmen. Erzeugen Sie einen RSA-Schlüssel mit {bits} Bit oder mehr.</translation>
    </message>
    <message>
        <source>The private key of the server profile does not sign. Set it again.</source>
        <translation>Mit dem privaten Schlüssel des Serverprofils lässt sich nicht signieren. Tragen Sie ihn erneut ein.</translation>
    </message>
    <message>
        <source>The address &quot;{url}&quot; is not used, because tokens go by https alone. Leave the URL of the server profile empty for Microsoft Graph, or enter that of your national cloud.</source>
        <translation>Die Adresse „{url}“ wird nicht benutzt, weil Token nur über https gesendet werden. Lassen Sie die URL des Serverprofils für Microsoft Graph leer oder tragen Sie die Ihrer nationalen Cloud ein.</translation>
    </message>
    <message>
        <source>Microsoft Graph lets programs in by OAuth alone. Set the authentication of the server profile &quot;{profile}&quot; to OAuth.</source>
        <translation>Microsoft Graph lässt Programme nur mit OAuth ein. Stellen Sie die Authentifizierung des Serverprofils „{profile}“ auf OAuth.</translation>
    </message>
    <message>
        <source>The mailbox {mailbox} is itself the organizer of this meeting, so there is nobody to answer.</source>
        <translation>Das Postfach {mailbox} ist selbst der Organisator dieser Besprechung; es gibt niemanden, dem zu antworten wäre.</translation>
    </message>
    <message>
        <source>Entry {id} is told or given up already, so nothing is changed.</source>
        <translation>Eintrag {id} ist schon mitgeteilt oder aufgegeben, daher ändert sich nichts.</translation>
    </message>
    <message>
        <source>Entry {id} goes to the organizer or to a room&apos;s mailbox, which is not chosen here. Correct the Exchange Mailbox of the space, then try again.</source>
        <translation>Eintrag {id} geht an den Organisator oder an das Postfach eines Raums, und das wird nicht hier gewählt. Berichtigen Sie das Exchange-Postfach des Raums und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>&quot;{recipient}&quot; is no e-mail address. Write one, and copies after commas.</source>
        <translation>„{recipient}“ ist keine E-Mail-Adresse. Schreiben Sie eine, und Kopien nach Kommas.</translation>
    </message>
    <message>
        <source>No server with calendars handles {mailbox}, so this waits. Add a server for its mail domain under Exchange Admin.</source>
        <translation>Kein Server mit Kalendern ist für {mailbox} zuständig, daher wartet dies. Fügen Sie unter Exchange-Verwaltung einen Server für die Maildomäne hinzu.</translation>
    </message>
    <message>
        <source>The secret {name} of {server} is missing on the agent&apos;s machine, so this waits. Run there: reserve-agent settings set-secret {name}.</source>
        <translation>Das Geheimnis {name} von {server} fehlt auf dem Rechner des Agenten, daher wartet dies. Führen Sie dort aus: reserve-agent settings set-secret {name}.</translation>
    </message>
    <message>
        <source>Exchange sent the mail to {recipient} from {mailbox}.</source>
        <translation>Exchange hat die Mail an {recipient} von {mailbox} gesendet.</translation>
    </message>
    <message>
        <source>Exchange answered for {mailbox}; the meeting was found in its calendar.</source>
        <translation>Exchange hat für {mailbox} geantwortet; die Besprechung fand sich im Kalender.</translation>
    </message>
    <message>
        <source>Exchange answered for {mailbox}; the request was found in its Inbox.</source>
        <translation>Exchange hat für {mailbox} geantwortet; die Anfrage fand sich im Posteingang.</translation>
    </message>
    <message>
        <source>Exchange answered for {mailbox}; the request was found in its Deleted Items. Somebody or a rule moves requests there: look at the rules of that mailbox.</source>
        <translation>Exchange hat für {mailbox} geantwortet; die Anfrage fand sich in den gelöschten Elementen. Jemand oder eine Regel verschiebt Anfragen dorthin: Sehen Sie die Regeln dieses Postfachs durch.</translation>
    </message>
    <message>
        <source>The meeting in {mailbox} was answered like this already, so it is not answered again.</source>
        <translation>Die Besprechung in {mailbox} war schon so beantwortet, daher wird sie nicht noch einmal beantwortet.</translation>
    </message>
    <message>
        <source>The answer went to {recipient} by mail in place of Exchange. Details: {remote}</source>
        <translation>Die Antwort ging statt über Exchange per Mail an {recipient}. Einzelheiten: {remote}</translation>
    </message>
    <message>
        <source>The answer went to {recipient} by mail in place of Exchange.</source>
        <translation>Die Antwort ging statt über Exchange per Mail an {recipient}.</translation>
    </message>
    <message>
        <source>The request is not in {mailbox} yet. It is looked for again for some minutes.</source>
        <translation>Die Anfrage ist noch nicht in {mailbox}. Sie wird einige Minuten lang wieder gesucht.</translation>
    </message>
    <message>
        <source>The calendar of {mailbox} in Exchange holds the reservation.</source>
        <translation>Der Kalender von {mailbox} in Exchange enthält die Reservierung.</translation>
    </message>
    <message>
        <source>The reservation is taken out of the calendar of {mailbox} in Exchange.</source>
        <translation>Die Reservierung ist aus dem Kalender von {mailbox} in Exchange entfernt.</translation>
    </message>
    <message>
        <source>{profile} answers and opens {mailbox}: {version}.</source>
        <translation>{profile} antwortet und öffnet {mailbox}: {version}.</translation>
    </message>
    <message>
        <source>{profile} answers: {version}.</source>
        <translation>{profile} antwortet: {version}.</translation>
    </message>
    <message>
        <source>{profile} handles mail only: there is no server to reach. The outgoing mail server sends its answers.</source>
        <translation>{profile} ist nur für Mail da: Es gibt keinen Server zu erreichen. Der Postausgangsserver sendet die Antworten.</translation>
    </message>
    <message>
        <source>There is no server {server}. Known: {known}.</source>
        <translation>Es gibt keinen Server {server}. Bekannt: {known}.</translation>
    </message>
    <message>
        <source>The agent tries what goes to {server}.</source>
        <translation>Der Agent versucht, was an {server} geht.</translation>
    </message>
    <message>
        <source>Entry {id} goes to {recipient}.</source>
        <translation>Eintrag {id} geht an {recipient}.</translation>
    </message>
    <message>
        <source>&quot;{command}&quot; is no command of the Practice Exchange. &quot;help&quot; lists them.</source>
        <translation>„{command}“ ist kein Befehl des Übungs-Exchange. „help“ zeigt die Befehle.</translation>
    </message>
    <message>
        <source>&quot;{command}&quot; is written like this: {usage}</source>
        <translation>„{command}“ wird so geschrieben: {usage}</translation>
    </message>
    <message>
        <source>The request for {recipient} was forwarded to the agent.</source>
        <translation>Die Anfrage für {recipient} wurde an den Agenten weitergeleitet.</translation>
    </message>
    <message>
        <source>The request for {recipient} waits: the agent does not take it yet ({remote}). It is tried again by itself.</source>
        <translation>Die Anfrage für {recipient} wartet: Der Agent nimmt sie noch nicht an ({remote}). Sie wird von selbst erneut versucht.</translation>
    </message>
    <message>
        <source>The agent refused the request for {recipient}: {remote}</source>
        <translation>Der Agent hat die Anfrage für {recipient} abgelehnt: {remote}</translation>
    </message>
    <message>
        <source>The Practice Exchange has no mailbox {mailbox}. &quot;mailboxes&quot; lists them.</source>
        <translation>Der Übungs-Exchange hat kein Postfach {mailbox}. „mailboxes“ zeigt die Postfächer.</translation>
    </message>
    <message>
        <source>Mail for {mailbox} from {from}: {subject}</source>
        <translation>Mail für {mailbox} von {from}: {subject}</translation>
    </message>
    <message>
        <source>No meeting with the UID {uid} was sent from here, so there is nothing to change. &quot;send&quot; tells the UID of a new one.</source>
        <translation>Von hier wurde keine Besprechung mit der UID {uid} geschickt, also gibt es nichts zu ändern. „send“ nennt die UID einer neuen.</translation>
    </message>
    <message>
        <source>The calendar item of this request is not in the mailbox, so it cannot be answered.</source>
        <translation>Der Kalendereintrag zu dieser Anfrage liegt nicht im Postfach, deshalb lässt sie sich nicht beantworten.</translation>
    </message>
    <message>
        <source>There are no rooms: name them with --room, or import spaces into the store. The Practice Exchange has no mailboxes to rehearse with.</source>
        <translation>Es gibt keine Räume: Nennen Sie sie mit --room, oder importieren Sie Räume in den Datenbestand. Der Übungs-Exchange hat keine Postfächer zum Üben.</translation>
    </message>
    <message>
        <source>The mailbox is the organizer of this meeting and has nothing to answer.</source>
        <translation>Das Postfach ist Organisator dieser Besprechung und hat nichts zu beantworten.</translation>
    </message>
    <message>
        <source>The Practice Exchange cannot take mail on port {port}: {detail}. Choose another port.</source>
        <translation>Der Übungs-Exchange kann auf Port {port} keine Mail annehmen: {detail}. Wählen Sie einen anderen Port.</translation>
    </message>
    <message>
        <source>&quot;{switch}&quot; is no switch of the Practice Exchange. There are {known}.</source>
        <translation>„{switch}“ ist kein Schalter des Übungs-Exchange. Es gibt {known}.</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; does not fit the switch &quot;{switch}&quot;. It takes {expected}.</source>
        <translation>„{value}“ passt nicht zum Schalter „{switch}“. Er nimmt {expected}.</translation>
    </message>
    <message>
        <source>Taken: the Practice Exchange takes mail for everybody.</source>
        <translation>Angenommen: Der Übungs-Exchange nimmt Mail für alle an.</translation>
    </message>
    <message>
        <source>The document cannot be read at line {line}: {detail}</source>
        <translation>Das Dokument ist in Zeile {line} nicht lesbar: {detail}</translation>
    </message>
    <message>
        <source>There is a server {name} already. Give this one another name.</source>
        <translation>Es gibt schon einen Server {name}. Diesem einen anderen Namen geben.</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; is none of: {known}.</source>
        <translation>&quot;{value}&quot; ist keines von: {known}.</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; is not an address that begins with https://.</source>
        <translation>&quot;{value}&quot; ist keine Adresse, die mit https:// beginnt.</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; is not encrypted, so passwords and meetings could be read on the way. Begin the address with https://; http:// is for this machine alone.</source>
        <translation>&quot;{value}&quot; ist nicht verschlüsselt, Kennwörter und Besprechungen wären unterwegs lesbar. Die Adresse mit https:// beginnen; http:// gilt nur für diesen Rechner.</translation>
    </message>
    <message>
        <source>The address holds a user name or password. Give those in their own fields: the password is a secret.</source>
        <translation>Die Adresse enthält einen Benutzernamen oder ein Kennwort. Diese in ihre eigenen Felder eintragen: Das Kennwort ist ein Geheimnis.</translation>
    </message>
    <message>
        <source>The user name holds a line break or control character.</source>
        <translation>Der Benutzername enthält einen Zeilenumbruch oder ein Steuerzeichen.</translation>
    </message>
    <message>
        <source>Signing in with a password needs a user name.</source>
        <translation>Die Anmeldung mit Kennwort braucht einen Benutzernamen.</translation>
    </message>
    <message>
        <source>With NTLM the domain has a field of its own. Leave only the user in &quot;{user}&quot;.</source>
        <translation>Mit NTLM hat die Domäne ein eigenes Feld. In &quot;{user}&quot; nur den Benutzer stehen lassen.</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; is not the name of a domain: it carries no slash, @ or blank.</source>
        <translation>&quot;{value}&quot; ist kein Domänenname: Er trägt weder Schrägstrich noch @ noch Leerzeichen.</translation>
    </message>
    <message>
        <source>NTLM needs the domain of the user, such as MYCOMPANY.</source>
        <translation>NTLM braucht die Domäne des Benutzers, etwa MYCOMPANY.</translation>
    </message>
    <message>
        <source>Microsoft Graph takes OAuth only: Exchange Online has no passwords for programs any more. Choose OAuth, or another kind of server.</source>
        <translation>Microsoft Graph nimmt nur OAuth: Exchange Online kennt keine Kennwörter für Programme mehr. OAuth wählen oder eine andere Art von Server.</translation>
    </message>
    <message>
        <source>OAuth needs the tenant: its id, or a domain of it such as mycompany.onmicrosoft.com.</source>
        <translation>OAuth braucht den Mandanten: seine ID oder eine Domäne wie mycompany.onmicrosoft.com.</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; is neither the id of a tenant nor a domain of it.</source>
        <translation>&quot;{value}&quot; ist weder die ID eines Mandanten noch eine Domäne von ihm.</translation>
    </message>
    <message>
        <source>OAuth needs the Application (client) ID of the app registration.</source>
        <translation>OAuth braucht die Anwendungs-ID (Client) der App-Registrierung.</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; is not an Application (client) ID.</source>
        <translation>&quot;{value}&quot; ist keine Anwendungs-ID (Client).</translation>
    </message>
    <message>
        <source>The scope holds a line break or control character.</source>
        <translation>Der Bereich (Scope) enthält einen Zeilenumbruch oder ein Steuerzeichen.</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; is not a date. Write 2027-05-31.</source>
        <translation>&quot;{value}&quot; ist kein Datum. So schreiben: 2027-05-31.</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; is not a proxy. Write proxy.mycompany.com:3128.</source>
        <translation>&quot;{value}&quot; ist kein Proxy. So schreiben: proxy.mycompany.com:3128.</translation>
    </message>
    <message>
        <source>Signing in with a certificate needs the certificate, as PEM text.</source>
        <translation>Die Anmeldung mit Zertifikat braucht das Zertifikat als PEM-Text.</translation>
    </message>
    <message>
        <source>This certificate ended on {end}, so no server takes it. Put in one that is valid.</source>
        <translation>Dieses Zertifikat ist am {end} abgelaufen, kein Server nimmt es an. Ein gültiges eintragen.</translation>
    </message>
    <message>
        <source>This certificate is valid from {start} on, so no server takes it yet.</source>
        <translation>Dieses Zertifikat gilt erst ab {start}, noch nimmt es kein Server an.</translation>
    </message>
    <message>
        <source>This is no certificate in PEM form. It begins with -----BEGIN CERTIFICATE----- and ends with -----END CERTIFICATE-----.</source>
        <translation>Das ist kein Zertifikat in PEM-Form. Es beginnt mit -----BEGIN CERTIFICATE----- und endet mit -----END CERTIFICATE-----.</translation>
    </message>
    <message>
        <source>A private key stands with the certificate. It is a secret and is not written into the store: give the certificate alone here, and the key as the secret private-key.</source>
        <translation>Beim Zertifikat steht ein privater Schlüssel. Er ist ein Geheimnis und kommt nicht in den Datenbestand: hier nur das Zertifikat angeben, den Schlüssel als Geheimnis private-key.</translation>
    </message>
    <message>
        <source>This holds no private key in PEM form. It begins with -----BEGIN PRIVATE KEY-----.</source>
        <translation>Darin steht kein privater Schlüssel in PEM-Form. Er beginnt mit -----BEGIN PRIVATE KEY-----.</translation>
    </message>
    <message>
        <source>This private key is locked with a passphrase. Take that off first: openssl pkey -in locked.pem -out key.pem.</source>
        <translation>Dieser private Schlüssel ist mit einer Passphrase verschlossen. Diese erst entfernen: openssl pkey -in locked.pem -out key.pem.</translation>
    </message>
    <message>
        <source>{domain} is handled by several servers. Its rooms go to {server}.</source>
        <translation>{domain} bedienen mehrere Server. Die Räume gehören zu {server}.</translation>
    </message>
    <message>
        <source>No agent runs on this store, and the agent is who signs in. Start one under Reserve SMTP Agent.</source>
        <translation>Auf diesem Datenbestand läuft kein Agent, und der Agent meldet sich an. Einen unter SMTP-Agent von Reserve starten.</translation>
    </message>
    <message>
        <source>The agent did not answer within two minutes. Look under Reserve SMTP Agent whether it still works, then try again.</source>
        <translation>Der Agent hat zwei Minuten lang nicht geantwortet. Unter SMTP-Agent von Reserve nachsehen, ob er noch arbeitet, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>This is no JSON (at byte {offset}): {detail}. Take what servers export writes.</source>
        <translation>Das ist kein JSON (bei Byte {offset}): {detail}. Nehmen, was servers export schreibt.</translation>
    </message>
    <message>
        <source>This is no list of servers. Take what servers export writes.</source>
        <translation>Das ist keine Liste von Servern. Nehmen, was servers export schreibt.</translation>
    </message>
    <message>
        <source>This entry is no server.</source>
        <translation>Dieser Eintrag ist kein Server.</translation>
    </message>
    <message>
        <source>A server has no field {field}.</source>
        <translation>Ein Server hat kein Feld {field}.</translation>
    </message>
    <message>
        <source>{field} is a secret and is not written into the store. Take it out of the file, and set it with: reserve-agent settings set-secret.</source>
        <translation>{field} ist ein Geheimnis und kommt nicht in den Datenbestand. Aus der Datei nehmen und setzen mit: reserve-agent settings set-secret.</translation>
    </message>
    <message>
        <source>This is neither a text, a list of texts, true nor false.</source>
        <translation>Das ist weder ein Text noch eine Liste von Texten, weder true noch false.</translation>
    </message>
    <message>
        <source>The server {name} stands twice in this file.</source>
        <translation>Der Server {name} steht zweimal in dieser Datei.</translation>
    </message>
    <message>
        <source>There is no server {name}. Known: {known}.</source>
        <translation>Es gibt keinen Server {name}. Bekannt: {known}.</translation>
    </message>
    <message>
        <source>There is no server {name}: none is set up yet. Set one up with: reserve-agent servers set.</source>
        <translation>Es gibt keinen Server {name}: Noch ist keiner eingerichtet. Einen einrichten mit: reserve-agent servers set.</translation>
    </message>
    <message>
        <source>Several servers are called {name}. Give the number of one: {numbers}.</source>
        <translation>Mehrere Server heißen {name}. Die Nummer von einem angeben: {numbers}.</translation>
    </message>
    <message>
        <source>{server} is added.</source>
        <translation>{server} ist hinzugefügt.</translation>
    </message>
    <message>
        <source>{server} is changed.</source>
        <translation>{server} ist geändert.</translation>
    </message>
    <message>
        <source>{server} is removed.</source>
        <translation>{server} ist entfernt.</translation>
    </message>
    <message>
        <source>{server} needs {name}. On the agent&apos;s machine, run: reserve-agent settings set-secret {name}.</source>
        <translation>{server} braucht {name}. Auf dem Rechner des Agenten ausführen: reserve-agent settings set-secret {name}.</translation>
    </message>
    <message numerus="yes">
        <source>Nothing was imported: %n value(s) of {path} have a problem.</source>
        <translation>
            <numerusform>Nichts wurde importiert: %n Wert aus {path} passt nicht.</numerusform>
            <numerusform>Nichts wurde importiert: %n Werte aus {path} passen nicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Server {number}, {field}: {problem}</source>
        <translation>Server {number}, {field}: {problem}</translation>
    </message>
    <message>
        <source>Server {number}: {problem}</source>
        <translation>Server {number}: {problem}</translation>
    </message>
    <message>
        <source>{problem}</source>
        <translation>{problem}</translation>
    </message>
    <message>
        <source>No server handles {address}. Add its domain to the mail domains of one.</source>
        <translation>Kein Server bedient {address}. Die Domäne bei den Mail-Domänen eines Servers eintragen.</translation>
    </message>
    <message>
        <source>No agent runs on this store, and the agent is who signs in. Start one with: reserve-agent run.</source>
        <translation>Auf diesem Datenbestand läuft kein Agent, und der Agent meldet sich an. Einen starten mit: reserve-agent run.</translation>
    </message>
    <message>
        <source>The agent did not answer within {seconds} seconds. Wait longer with --seconds, or look at what it says of itself.</source>
        <translation>Der Agent hat {seconds} Sekunden lang nicht geantwortet. Mit --seconds länger warten oder nachsehen, was er von sich sagt.</translation>
    </message>
    <message>
        <source>A server has no secret {name}, only password, client-secret and private-key.</source>
        <translation>Ein Server hat kein Geheimnis {name}, nur password, client-secret und private-key.</translation>
    </message>
    <message>
        <source>&quot;{text}&quot; is not FIELD=VALUE with one of the fields: {known}.</source>
        <translation>&quot;{text}&quot; ist nicht FELD=WERT mit einem der Felder: {known}.</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; is no code of a language. Use one such as en or de.</source>
        <translation>„{value}“ ist kein Kürzel einer Sprache. Eines wie en oder de verwenden.</translation>
    </message>
    <message>
        <source>There are no notices in the language &quot;{value}&quot;. They are written in that of the agent&apos;s machine. Use one of {known}.</source>
        <translation>In der Sprache „{value}“ gibt es keine Mails. Sie werden in der des Rechners geschrieben, auf dem der Agent läuft. Eine von {known} verwenden.</translation>
    </message>
    <message>
        <source>The password for the outgoing mail server cannot be read, so mail waits. {cause}</source>
        <translation>Das Kennwort für den Postausgangsserver ist nicht lesbar, deshalb wartet die Mail. {cause}</translation>
    </message>
    <message>
        <source>This message cannot be decided, so it is set aside and nothing is booked. {cause}</source>
        <translation>Diese Nachricht lässt sich nicht entscheiden; sie wird beiseitegelegt, und nichts wird gebucht. {cause}</translation>
    </message>
    <message>
        <source>The server profile cannot work as it is. {cause}</source>
        <translation>So, wie das Serverprofil ist, kann es nicht arbeiten. {cause}</translation>
    </message>
    <message>
        <source>Server {server}</source>
        <translation>Server {server}</translation>
    </message>
    <message>
        <source>The server profile is not complete, so no token can be asked for. {cause}</source>
        <translation>Das Serverprofil ist nicht vollständig, deshalb kann kein Token angefordert werden. {cause}</translation>
    </message>
    <message>
        <source>The certificate of the server profile ended on {end}, so nobody is let in with it. Make a new one, upload it in Microsoft Entra, and put it and its key into the server profile.</source>
        <translation>Das Zertifikat des Serverprofils ist am {end} abgelaufen, also wird damit niemand eingelassen. Erstellen Sie ein neues, laden Sie es in Microsoft Entra hoch, und setzen Sie es mit seinem Schlüssel in das Serverprofil ein.</translation>
    </message>
    <message>
        <source>Certificate and private key of the server profile do not belong together, so nobody is let in with them. Set the key with which the certificate was made.</source>
        <translation>Zertifikat und privater Schlüssel des Serverprofils gehören nicht zusammen, also wird damit niemand eingelassen. Setzen Sie den Schlüssel, mit dem das Zertifikat erstellt wurde.</translation>
    </message>
    <message>
        <source>The secret of {server} cannot be read on the agent&apos;s machine, so this waits. {cause}</source>
        <translation>Das Geheimnis von {server} ist auf dem Rechner des Agenten nicht lesbar, deshalb wartet dies. {cause}</translation>
    </message>
    <message>
        <source>Autodiscover leads {mailbox} to {url}. Nothing is changed yet.</source>
        <translation>Autodiscover führt {mailbox} zu {url}. Geändert ist noch nichts.</translation>
    </message>
    <message>
        <source>Autodiscover found no Exchange Server for {mailbox}. Asked: {tried}. Check that autodiscover.{domain} is known in the network of the agent and leads to the server by https, or enter the address yourself; it ends in /EWS/Exchange.asmx.</source>
        <translation>Autodiscover hat für {mailbox} keinen Exchange-Server gefunden. Gefragt wurde: {tried}. Prüfen Sie, ob autodiscover.{domain} im Netz des Agenten bekannt ist und per https zum Server führt, oder tragen Sie die Adresse selbst ein; sie endet auf /EWS/Exchange.asmx.</translation>
    </message>
    <message>
        <source>Autodiscover asks by the mailbox of a room, and no room belongs to {profile} yet. Name a mailbox, or set up a space with one in its mail domains.</source>
        <translation>Autodiscover fragt mit dem Postfach eines Raums, und zu {profile} gehört noch keiner. Nennen Sie ein Postfach, oder richten Sie einen Raum mit einem in den Mail-Domänen dieses Servers ein.</translation>
    </message>
    <message>
        <source>Autodiscover finds Exchange Servers on premises, and {profile} is none. Exchange Online needs no address, mail only has none.</source>
        <translation>Autodiscover findet Exchange-Server im Haus, und {profile} ist keiner. Exchange Online braucht keine Adresse, „Nur Mail“ hat keine.</translation>
    </message>
    <message numerus="yes">
        <source>The client secret of {server} ends in %n day(s), on {end}. Make a new one in Microsoft Entra before, and set it; then nothing stops.</source>
        <translation>
            <numerusform>Der geheime Clientschlüssel von {server} läuft in %n Tag ab, am {end}. Erstellen Sie vorher in Microsoft Entra einen neuen und setzen Sie ihn; dann steht nichts still.</numerusform>
            <numerusform>Der geheime Clientschlüssel von {server} läuft in %n Tagen ab, am {end}. Erstellen Sie vorher in Microsoft Entra einen neuen und setzen Sie ihn; dann steht nichts still.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The certificate of {server} ends in %n day(s), on {end}. Put in a new one and its key before; then nothing stops.</source>
        <translation>
            <numerusform>Das Zertifikat von {server} läuft in %n Tag ab, am {end}. Setzen Sie vorher ein neues mit seinem Schlüssel ein; dann steht nichts still.</numerusform>
            <numerusform>Das Zertifikat von {server} läuft in %n Tagen ab, am {end}. Setzen Sie vorher ein neues mit seinem Schlüssel ein; dann steht nichts still.</numerusform>
        </translation>
    </message>
    <message>
        <source>The client secret of {server} ended on {end}, so nobody is let in there. Make a new one in Microsoft Entra, and set it.</source>
        <translation>Der geheime Clientschlüssel von {server} ist am {end} abgelaufen, also wird dort niemand eingelassen. Erstellen Sie in Microsoft Entra einen neuen und setzen Sie ihn.</translation>
    </message>
    <message>
        <source>The certificate of {server} ended on {end}, so nobody is let in there. Put in a new one and its key.</source>
        <translation>Das Zertifikat von {server} ist am {end} abgelaufen, also wird dort niemand eingelassen. Setzen Sie ein neues mit seinem Schlüssel ein.</translation>
    </message>
    <message>
        <source>{url} gives no tokens (status {status}). It is tried again. If it stays so, correct authority and tenant of the server profile.</source>
        <translation>{url} gibt keine Token aus (Status {status}). Es wird wieder versucht. Bleibt es so, berichtigen Sie Autorität und Mandant im Serverprofil.</translation>
    </message>
    <message>
        <source>{url} sends us elsewhere (status {status}), to {location}. That is not followed: password and mail go to the address of the server profile alone. It is tried again. If {location} is the right address, enter it as the URL of the server profile; if it is a log-in page, the URL is not that of a service: for EWS it ends in /EWS/Exchange.asmx.</source>
        <translation>{url} schickt uns anderswohin (Status {status}), nach {location}. Dem wird nicht gefolgt: Kennwort und Mail gehen allein an die Adresse des Serverprofils. Es wird wieder versucht. Ist {location} die richtige Adresse, tragen Sie sie als URL des Serverprofils ein; ist es eine Anmeldeseite, dann ist die URL nicht die eines Dienstes: Für EWS endet sie auf /EWS/Exchange.asmx.</translation>
    </message>
    <message>
        <source>{url} sends us elsewhere (status {status}) and does not say where. It is tried again. If it stays so, check the URL in the server profile: for EWS it ends in /EWS/Exchange.asmx.</source>
        <translation>{url} schickt uns anderswohin (Status {status}) und sagt nicht, wohin. Es wird wieder versucht. Bleibt es so, prüfen Sie die URL im Serverprofil: Für EWS endet sie auf /EWS/Exchange.asmx.</translation>
    </message>
    <message>
        <source>No message found: the request is in neither calendar, Inbox nor Deleted Items of {mailbox}, so Exchange gave no answer for it. Likely causes: Exchange answered it first by itself (Get-CalendarProcessing shows AutomateProcessing AutoAccept; run Set-CalendarProcessing -Identity &quot;{mailbox}&quot; -AutomateProcessing AutoUpdate), or the room that was invited has another address (Get-Mailbox {mailbox} shows its EmailAddresses; enter the address of the request as the Exchange Mailbox of the space).</source>
        <translation>Keine Nachricht gefunden: Die Anfrage liegt weder im Kalender noch im Posteingang noch in den gelöschten Elementen von {mailbox}, also hat Exchange keine Antwort darauf gegeben. Wahrscheinliche Ursachen: Exchange hat sie zuerst selbst beantwortet (Get-CalendarProcessing zeigt AutomateProcessing AutoAccept; führen Sie aus: Set-CalendarProcessing -Identity &quot;{mailbox}&quot; -AutomateProcessing AutoUpdate), oder der eingeladene Raum hat eine andere Adresse (Get-Mailbox {mailbox} zeigt seine EmailAddresses; tragen Sie die Adresse der Anfrage als Exchange-Postfach des Raums ein).</translation>
    </message>
    <message>
        <source>No message found: the request is in neither calendar, Inbox nor Deleted Items of the room, so Exchange gave no answer for it. Likely causes: Exchange answered it first by itself (AutoAccept; set AutomateProcessing to AutoUpdate with Set-CalendarProcessing), or the room that was invited has another address than the Exchange Mailbox of the space.</source>
        <translation>Keine Nachricht gefunden: Die Anfrage liegt weder im Kalender noch im Posteingang noch in den gelöschten Elementen des Raums, also hat Exchange keine Antwort darauf gegeben. Wahrscheinliche Ursachen: Exchange hat sie zuerst selbst beantwortet (AutoAccept; stellen Sie AutomateProcessing mit Set-CalendarProcessing auf AutoUpdate), oder der eingeladene Raum hat eine andere Adresse als das Exchange-Postfach des Raums.</translation>
    </message>
    <message>
        <source>This mail may have been sent already, and it is not in Sent Items of {mailbox} yet. It is looked for there once more before it is sent again.</source>
        <translation>Diese Mail wurde vielleicht schon gesendet und liegt noch nicht in den gesendeten Elementen von {mailbox}. Dort wird noch einmal nachgesehen, bevor sie wieder gesendet wird.</translation>
    </message>
    <message>
        <source>This mail may have been sent already: the answer to an earlier try was lost, and the app may not look into Sent Items of {mailbox}. So that nobody gets it twice, it is not sent again. Grant the app the permission {permission} for this mailbox, with admin consent, and choose Try now; or look there yourself, and give it up when it was sent.</source>
        <translation>Diese Mail wurde vielleicht schon gesendet: Die Antwort auf einen früheren Versuch ging verloren, und die App darf nicht in die gesendeten Elemente von {mailbox} sehen. Damit niemand sie zweimal bekommt, wird sie nicht noch einmal gesendet. Erteilen Sie der App die Berechtigung {permission} für dieses Postfach, mit Administratorzustimmung, und wählen Sie „Jetzt versuchen“; oder sehen Sie selbst dort nach und geben Sie sie auf, wenn sie gesendet wurde.</translation>
    </message>
    <message>
        <source>This mail may have been sent already: the answer to an earlier try was lost, and the account may not look into Sent Items of {mailbox}. So that nobody gets it twice, it is not sent again. Grant the account the role ApplicationImpersonation for the rooms, or full access to the mailbox, and choose Try now; or look there yourself, and give it up when it was sent.</source>
        <translation>Diese Mail wurde vielleicht schon gesendet: Die Antwort auf einen früheren Versuch ging verloren, und das Konto darf nicht in die gesendeten Elemente von {mailbox} sehen. Damit niemand sie zweimal bekommt, wird sie nicht noch einmal gesendet. Geben Sie dem Konto die Rolle ApplicationImpersonation für die Räume oder Vollzugriff auf das Postfach und wählen Sie „Jetzt versuchen“; oder sehen Sie selbst dort nach und geben Sie sie auf, wenn sie gesendet wurde.</translation>
    </message>
    <message>
        <source>This meeting may have been declined already: an earlier try was cut off, the meeting is not in the calendar of {mailbox}, and the app may not look into its Sent Items. So that the organizer does not hear it twice, it is not declined again. Grant the app the permission {permission} for this mailbox, with admin consent, and choose Try now; or look there yourself, and give it up when it was declined.</source>
        <translation>Diese Besprechung wurde vielleicht schon abgelehnt: Ein früherer Versuch brach ab, die Besprechung ist nicht im Kalender von {mailbox}, und die App darf nicht in dessen gesendete Elemente sehen. Damit der Organisator es nicht zweimal hört, wird sie nicht noch einmal abgelehnt. Erteilen Sie der App die Berechtigung {permission} für dieses Postfach, mit Administratorzustimmung, und wählen Sie „Jetzt versuchen“; oder sehen Sie selbst dort nach und geben Sie es auf, wenn abgelehnt wurde.</translation>
    </message>
    <message>
        <source>This meeting may have been declined already: an earlier try was cut off, and {mailbox} does not show whether the answer was given. So that the organizer does not hear it twice, it is not declined again. Look into Sent Items and Deleted Items of that mailbox: give this up when the answer is there, else decline the meeting in Outlook.</source>
        <translation>Diese Besprechung wurde vielleicht schon abgelehnt: Ein früherer Versuch brach ab, und {mailbox} zeigt nicht, ob die Antwort gegeben wurde. Damit der Organisator es nicht zweimal hört, wird sie nicht noch einmal abgelehnt. Sehen Sie in den gesendeten und den gelöschten Elementen dieses Postfachs nach: Geben Sie es auf, wenn die Antwort dort liegt, sonst lehnen Sie die Besprechung in Outlook ab.</translation>
    </message>
    <message>
        <source>Exchange answers requests for this mailbox by itself (AutomateProcessing {processing}), before the room&apos;s answer can be given here. Run Set-CalendarProcessing -Identity &quot;{mailbox}&quot; -AutomateProcessing AutoUpdate.</source>
        <translation>Exchange beantwortet Anfragen an dieses Postfach selbst (AutomateProcessing {processing}), bevor die Antwort des Raums hier gegeben werden kann. Führen Sie aus: Set-CalendarProcessing -Identity &quot;{mailbox}&quot; -AutomateProcessing AutoUpdate.</translation>
    </message>
    <message>
        <source>Microsoft Graph does not tell whether Exchange answers for this mailbox by itself. Look with Get-CalendarProcessing; where AutomateProcessing is AutoAccept, run Set-CalendarProcessing -Identity &quot;{mailbox}&quot; -AutomateProcessing AutoUpdate.</source>
        <translation>Microsoft Graph verrät nicht, ob Exchange für dieses Postfach selbst antwortet. Sehen Sie mit Get-CalendarProcessing nach; wo AutomateProcessing AutoAccept ist, führen Sie aus: Set-CalendarProcessing -Identity &quot;{mailbox}&quot; -AutomateProcessing AutoUpdate.</translation>
    </message>
    <message>
        <source>The agent ended while this was being told. It is looked first what is told already.</source>
        <translation>Der Agent endete, während dies mitgeteilt wurde. Zuerst wird nachgesehen, was schon mitgeteilt ist.</translation>
    </message>
    <message>
        <source>The meeting in {mailbox} stood answered like this before the room&apos;s answer came, so it is not answered again. Likely cause: Exchange answers by itself (Get-CalendarProcessing shows AutomateProcessing AutoAccept; run Set-CalendarProcessing -Identity &quot;{mailbox}&quot; -AutomateProcessing AutoUpdate). Otherwise somebody answered in the mailbox.</source>
        <translation>Die Besprechung in {mailbox} war schon so beantwortet, bevor die Antwort des Raums kam, und wird nicht noch einmal beantwortet. Wahrscheinliche Ursache: Exchange antwortet selbst (Get-CalendarProcessing zeigt AutomateProcessing AutoAccept; führen Sie aus: Set-CalendarProcessing -Identity &quot;{mailbox}&quot; -AutomateProcessing AutoUpdate). Sonst hat jemand im Postfach geantwortet.</translation>
    </message>
    <message>
        <source>No message found: the request is in neither calendar, Inbox nor Deleted Items of {mailbox}, so the answer goes by mail. Likely causes: Exchange answered it first by itself (Get-CalendarProcessing shows AutomateProcessing AutoAccept; run Set-CalendarProcessing -Identity &quot;{mailbox}&quot; -AutomateProcessing AutoUpdate), or the Exchange Mailbox of the space is not the one that was invited (compare it with the request).</source>
        <translation>Keine Nachricht gefunden: Die Anfrage liegt weder im Kalender noch im Posteingang noch in den gelöschten Elementen von {mailbox}, also geht die Antwort per Mail. Wahrscheinliche Ursachen: Exchange hat sie zuerst selbst beantwortet (Get-CalendarProcessing zeigt AutomateProcessing AutoAccept; führen Sie aus: Set-CalendarProcessing -Identity &quot;{mailbox}&quot; -AutomateProcessing AutoUpdate), oder das Exchange-Postfach des Raums ist nicht das eingeladene (vergleichen Sie es mit der Anfrage).</translation>
    </message>
    <message>
        <source>{profile} answers and opens {mailbox}: {version}. But Exchange answers requests for this mailbox by itself (AutoAccept), before the room&apos;s answer can be given here. Run Set-CalendarProcessing -Identity &quot;{mailbox}&quot; -AutomateProcessing AutoUpdate.</source>
        <translation>{profile} antwortet und öffnet {mailbox}: {version}. Aber Exchange beantwortet Anfragen an dieses Postfach selbst (AutoAccept), bevor die Antwort des Raums hier gegeben werden kann. Führen Sie aus: Set-CalendarProcessing -Identity &quot;{mailbox}&quot; -AutomateProcessing AutoUpdate.</translation>
    </message>
    <message>
        <source>{profile} answers and opens {mailbox}: {version}. It does not tell whether Exchange answers requests for this mailbox by itself. Look with Get-CalendarProcessing; where AutomateProcessing is AutoAccept, run Set-CalendarProcessing -Identity &quot;{mailbox}&quot; -AutomateProcessing AutoUpdate.</source>
        <translation>{profile} antwortet und öffnet {mailbox}: {version}. Ob Exchange Anfragen an dieses Postfach selbst beantwortet, ist nicht zu erfahren. Sehen Sie mit Get-CalendarProcessing nach; wo AutomateProcessing AutoAccept ist, führen Sie aus: Set-CalendarProcessing -Identity &quot;{mailbox}&quot; -AutomateProcessing AutoUpdate.</translation>
    </message>
    <message>
        <source>Message about a private meeting from {requester} to {recipient}</source>
        <translation>Nachricht über eine private Besprechung von {requester} an {recipient}</translation>
    </message>
    <message>
        <source>Message about a private meeting to {recipient}</source>
        <translation>Nachricht über eine private Besprechung an {recipient}</translation>
    </message>
    <message>
        <source>{requester} may change and cancel what stands in {space}, and the message brings a further meeting. That one is not booked, and nobody is answered. Add the person under People, or set a default user; the organizer can send it again then.</source>
        <translation>{requester} darf ändern und absagen, was in {space} steht, und die Nachricht bringt eine weitere Besprechung. Diese wird nicht gebucht, und niemand bekommt eine Antwort. Nehmen Sie die Person unter „Personen“ auf, oder stellen Sie einen Standardbenutzer ein; dann kann der Organisator sie noch einmal senden.</translation>
    </message>
    <message>
        <source>Only texts changed. The request waits for an approver as before, and nobody is answered.</source>
        <translation>Nur Texte haben sich geändert. Die Anfrage wartet wie zuvor auf eine Genehmigung, und niemand bekommt eine Antwort.</translation>
    </message>
    <message>
        <source>The message is about several meetings or dates: {accepted} accepted, {declined} declined, {cancelled} cancelled, {others} otherwise. Its steps say why.</source>
        <translation>Die Nachricht betrifft mehrere Besprechungen oder Termine: {accepted} zugesagt, {declined} abgelehnt, {cancelled} abgesagt, {others} anders. Ihre Schritte sagen, warum.</translation>
    </message>
    <message>
        <source>The meeting was moved to a time that was over at {end}. {space} is free again at the time it held, and nobody is answered.</source>
        <translation>Die Besprechung wurde auf eine Zeit verschoben, die um {end} vorbei war. {space} ist zu der Zeit, die sie belegte, wieder frei, und niemand bekommt eine Antwort.</translation>
    </message>
    <message>
        <source>The series was moved to dates that are all past. {space} is free again on those it held, and nobody is answered.</source>
        <translation>Die Serie wurde auf Termine verschoben, die alle vorbei sind. {space} ist an denen, die sie belegte, wieder frei, und niemand bekommt eine Antwort.</translation>
    </message>
    <message numerus="yes">
        <source>{space} is reserved already on all %n date(s) of the series: {start..end}.</source>
        <translation>
            <numerusform>{space} ist für den einen Termin der Serie schon reserviert: {start..end}.</numerusform>
            <numerusform>{space} ist für alle %n Termine der Serie schon reserviert: {start..end}.</numerusform>
        </translation>
    </message>
    <message>
        <source>The series that this date of {space} belongs to waits for an approver, and so does the date. The time is held until then.</source>
        <translation>Die Serie, zu der dieser Termin von {space} gehört, wartet auf eine Genehmigung, und der Termin mit ihr. Die Zeit bleibt bis dahin belegt.</translation>
    </message>
    <message>
        <source>The room declined, and nobody was told, because no answer was asked for. {cause}</source>
        <translation>Der Raum hat abgelehnt, und niemand hat es erfahren, weil keine Antwort verlangt war. {cause}</translation>
    </message>
    <message>
        <source>The room declined, and nobody was told, because no answer was asked for.</source>
        <translation>Der Raum hat abgelehnt, und niemand hat es erfahren, weil keine Antwort verlangt war.</translation>
    </message>
    <message>
        <source>Our own mails go out from this address (outgoing.from), so what comes back of them is taken here. Nothing is booked.</source>
        <translation>Von dieser Adresse gehen unsere eigenen Mails aus (outgoing.from), daher wird hier angenommen, was von ihnen zurückkommt. Gebucht wird nichts.</translation>
    </message>
    <message>
        <source>A newer decision about this meeting was made before this could be told, so it is not told any more. It had failed. {cause}</source>
        <translation>Über diese Besprechung fiel eine neuere Entscheidung, bevor dies mitgeteilt werden konnte, daher wird es nicht mehr mitgeteilt. Es war fehlgeschlagen. {cause}</translation>
    </message>
    <message>
        <source>A newer decision about this meeting was made before this could be told, so it is not told any more.</source>
        <translation>Über diese Besprechung fiel eine neuere Entscheidung, bevor dies mitgeteilt werden konnte, daher wird es nicht mehr mitgeteilt.</translation>
    </message>
    <message>
        <source>A newer decision about this meeting was made, so this is not tried again. An earlier attempt may have arrived: its confirmation was lost.</source>
        <translation>Über diese Besprechung fiel eine neuere Entscheidung, daher wird dies nicht noch einmal versucht. Ein früherer Versuch ist vielleicht angekommen: Die Rückmeldung ging verloren.</translation>
    </message>
    <message>
        <source>A newer decision about this meeting was made while this is being told, so it is not tried again.</source>
        <translation>Während dies mitgeteilt wird, fiel über diese Besprechung eine neuere Entscheidung, daher wird es nicht noch einmal versucht.</translation>
    </message>
    <message>
        <source>{recipient} is the delegate contact of one space alone now. The message is decided.</source>
        <translation>{recipient} ist jetzt der Stellvertreterkontakt eines einzigen Raums. Über die Nachricht wird entschieden.</translation>
    </message>
    <message>
        <source>{recipient} is the delegate contact of several spaces ({spaces}), so it does not say which one is meant: the message is held and nothing is booked. Give each space a delegate contact of its own under Exchange Spaces.</source>
        <translation>{recipient} ist der Stellvertreterkontakt mehrerer Räume ({spaces}) und sagt deshalb nicht, welcher gemeint ist: Die Nachricht wird zurückgehalten, gebucht wird nichts. Geben Sie unter Exchange-Räume jedem Raum einen eigenen Stellvertreterkontakt.</translation>
    </message>
    <message>
        <source>--{option} is missing. More: reserve-agent {command} --help.</source>
        <translation>--{option} fehlt. Mehr: reserve-agent {command} --help.</translation>
    </message>
    <message>
        <source>--{option} is missing.</source>
        <translation>--{option} fehlt.</translation>
    </message>
    <message>
        <source>The calendar of {space} in Exchange repeats on one day of the month, and one that every month has; it cannot hold this series ({rule}). Choose a day from the 1st to the 28th, or the last one (FREQ=MONTHLY;BYMONTHDAY=-1); reserve several days as a series each.</source>
        <translation>Der Kalender von {space} in Exchange wiederholt an einem Tag des Monats, den jeder Monat hat; diese Serie kann er nicht aufnehmen ({rule}). Wählen Sie einen Tag vom 1. bis zum 28. oder den letzten (FREQ=MONTHLY;BYMONTHDAY=-1); mehrere Tage reservieren Sie je als eigene Serie.</translation>
    </message>
    <message>
        <source>The calendar of {space} in Exchange repeats on days of the week, or on the first, second, third, fourth or last of one weekday in the month; it cannot hold this series ({rule}). Choose one such as FREQ=WEEKLY;BYDAY=MO,WE or FREQ=MONTHLY;BYDAY=1MO, or reserve a series for each day.</source>
        <translation>Der Kalender von {space} in Exchange wiederholt an Wochentagen, oder am ersten, zweiten, dritten, vierten oder letzten eines Wochentags im Monat; diese Serie kann er nicht aufnehmen ({rule}). Wählen Sie eine wie FREQ=WEEKLY;BYDAY=MO,WE oder FREQ=MONTHLY;BYDAY=1MO, oder reservieren Sie für jeden Tag eine eigene Serie.</translation>
    </message>
    <message>
        <source>The calendar of {space} in Exchange cannot hold such a series ({rule}). Choose one that repeats every so many days, weeks, months or, up to 8, years, such as FREQ=WEEKLY;BYDAY=MO, or reserve its dates singly.</source>
        <translation>Der Kalender von {space} in Exchange kann eine solche Serie nicht aufnehmen ({rule}). Wählen Sie eine, die sich alle so und so viele Tage, Wochen, Monate oder, bis zu 8, Jahre wiederholt, etwa FREQ=WEEKLY;BYDAY=MO, oder reservieren Sie die Termine einzeln.</translation>
    </message>
    <message>
        <source>The message carries no meeting request, and no sender in its envelope: mail systems write such mail by themselves. It is kept and never answered.</source>
        <translation>Die Nachricht enthält keine Besprechungsanfrage, und ihr Umschlag nennt keinen Absender: Solche Mail schreiben Mailsysteme von sich aus. Sie wird aufgehoben und nie beantwortet.</translation>
    </message>
    <message>
        <source>The message is empty: it has neither head nor body. It is kept and never answered.</source>
        <translation>Die Nachricht ist leer: Sie hat weder Kopf noch Text. Sie wird aufgehoben und nie beantwortet.</translation>
    </message>
    <message numerus="yes">
        <source>%n date(s) of the series lie(s) in the time that can be booked now; it goes on.</source>
        <translation>
            <numerusform>Ein Termin der Serie liegt in der Zeit, die jetzt gebucht werden kann; sie geht weiter.</numerusform>
            <numerusform>%n Termine der Serie liegen in der Zeit, die jetzt gebucht werden kann; sie geht weiter.</numerusform>
        </translation>
    </message>
    <message>
        <source>A newer change of the same reservation took the place of this one.</source>
        <translation>Eine neuere Änderung derselben Reservierung ist an die Stelle dieser getreten.</translation>
    </message>
    <message>
        <source>The reservation was cancelled before Exchange held it, so there is nothing to tell it.</source>
        <translation>Die Reservierung wurde abgesagt, bevor sie in Exchange stand; dort ist nichts zu sagen.</translation>
    </message>
    <message>
        <source>{contact} is the delegate contact of {space} already. A request to it would not say which of the two is meant: give each space a contact of its own.</source>
        <translation>{contact} ist schon der Stellvertreterkontakt von {space}. Eine Anfrage dorthin sagte nicht, welcher der beiden gemeint ist: Geben Sie jedem Raum einen eigenen.</translation>
    </message>
    <message>
        <source>{contact} is the Exchange Mailbox of {space}. A request to it means that space: give this one another delegate contact.</source>
        <translation>{contact} ist das Exchange-Postfach von {space}. Eine Anfrage dorthin meint jenen Raum: Geben Sie diesem einen anderen Stellvertreterkontakt.</translation>
    </message>
    <message>
        <source>{mailbox} is the delegate contact of {space}. A request to it would not say which of the two is meant: give {space} another delegate contact first.</source>
        <translation>{mailbox} ist der Stellvertreterkontakt von {space}. Eine Anfrage dorthin sagte nicht, welcher der beiden gemeint ist: Geben Sie {space} zuerst einen anderen Stellvertreterkontakt.</translation>
    </message>
    <message>
        <source>The column {column} is not known and was left out. If {nearest} is meant, correct the head line and import the file again.</source>
        <translation>Die Spalte {column} ist nicht bekannt und blieb weg. Ist {nearest} gemeint, berichtigen Sie die Kopfzeile und importieren Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>The column {column} is not known and was left out.</source>
        <translation>Die Spalte {column} ist nicht bekannt und blieb weg.</translation>
    </message>
    <message>
        <source>{path} is no backup of a store: it is no database at all, or cannot be read. Choose a file that was written by: reserve-agent store backup.</source>
        <translation>{path} ist keine Sicherung eines Speichers: Die Datei ist gar keine Datenbank oder nicht lesbar. Wählen Sie eine, die geschrieben wurde mit: reserve-agent store backup.</translation>
    </message>
    <message>
        <source>{space} cannot be had on {conflicts} of the {count} dates of the series, first {start..end}.</source>
        <translation>{space} ist an {conflicts} der {count} Termine der Serie nicht zu haben, zuerst {start..end}.</translation>
    </message>
    <message>
        <source>{space} cannot be had on {conflicts} of the {count} dates of the series.</source>
        <translation>{space} ist an {conflicts} der {count} Termine der Serie nicht zu haben.</translation>
    </message>
    <message>
        <source>The series begins after {until}, and {space} can be reserved {days} days ahead (policy {policy}). Ask again when its first date is nearer.</source>
        <translation>Die Serie beginnt nach {until}, und {space} kann {days} Tage im Voraus reserviert werden (Richtlinie {policy}). Fragen Sie noch einmal an, wenn ihr erster Termin näher ist.</translation>
    </message>
    <message>
        <source>The series stands already. Somebody else brought it back meanwhile.</source>
        <translation>Die Serie besteht schon. Jemand anders hat sie inzwischen zurückgeholt.</translation>
    </message>
    <message numerus="yes">
        <source>The series is back but for %n of its {count} dates. The first: {cause}</source>
        <translation>
            <numerusform>Die Serie ist wieder da, bis auf %n ihrer {count} Termine. Dieser: {cause}</numerusform>
            <numerusform>Die Serie ist wieder da, bis auf %n ihrer {count} Termine. Der erste: {cause}</numerusform>
        </translation>
    </message>
    <message>
        <source>The calendar of {space} in Exchange knows no time zone whose clocks go like those of {zone} as long as this series does, so its dates would be at another time there. Reserve its dates singly, or choose another time zone in the profile of the person.</source>
        <translation>Der Kalender von {space} in Exchange kennt keine Zeitzone, deren Uhren so lange wie die von {zone} gehen, wie diese Serie dauert; ihre Termine lägen dort zu einer anderen Zeit. Reservieren Sie die Termine einzeln, oder wählen Sie im Profil der Person eine andere Zeitzone.</translation>
    </message>
    <message>
        <source>The calendar of {space} in Exchange knows no time zone whose clocks go like those of {zone}, so whole days would begin at another time there. Reserve from one time to another, or choose another time zone for {space}.</source>
        <translation>Der Kalender von {space} in Exchange kennt keine Zeitzone, deren Uhren wie die von {zone} gehen; ganze Tage begännen dort zu einer anderen Zeit. Reservieren Sie von einer Uhrzeit bis zu einer anderen, oder wählen Sie für {space} eine andere Zeitzone.</translation>
    </message>
    <message>
        <source>{host} sends more than the {limit} bytes that are read of an answer. It is tried again. If it stays so, check the URL in the server profile and whether a proxy stands in between.</source>
        <translation>{host} sendet mehr als die {limit} Bytes, die von einer Antwort gelesen werden. Es wird noch einmal versucht. Bleibt es so, prüfen Sie die URL im Serverprofil und ob ein Proxy dazwischen steht.</translation>
    </message>
    <message>
        <source>No message found: the item in {mailbox} that has the UID of the request is of another organizer, {organizer}, so it is not answered in its place. If {organizer} is the same person, have the request sent by that address.</source>
        <translation>Keine Nachricht gefunden: Das Element in {mailbox} mit der UID der Anfrage ist von einem anderen Organisator, {organizer}, und wird nicht an ihrer Stelle beantwortet. Ist {organizer} dieselbe Person, lassen Sie die Anfrage von dieser Adresse senden.</translation>
    </message>
    <message>
        <source>No message found: the request lies in {folder} of {mailbox}, but Exchange has made no calendar item of it, and Microsoft Graph answers calendar items alone. Likely cause: the mailbox does not process requests (Get-CalendarProcessing shows AutomateProcessing None; run Set-CalendarProcessing -Identity &quot;{mailbox}&quot; -AutomateProcessing AutoUpdate).</source>
        <translation>Keine Nachricht gefunden: Die Anfrage liegt in {folder} von {mailbox}, doch Exchange hat keinen Kalendereintrag daraus gemacht, und Microsoft Graph beantwortet nur Kalendereinträge. Wahrscheinliche Ursache: Das Postfach verarbeitet keine Anfragen (Get-CalendarProcessing zeigt AutomateProcessing None; führen Sie Set-CalendarProcessing -Identity &quot;{mailbox}&quot; -AutomateProcessing AutoUpdate aus).</translation>
    </message>
    <message>
        <source>The mailbox {mailbox} already holds a newer version of this meeting, at another time ({start..end}), so this answer to the older one is not given. Since {since} it waits for the newer request. If that does not come: Exchange does not forward it to the agent (look at the mail flow rule and the connector), or it was refused or is held here (look into the monitor).</source>
        <translation>Das Postfach {mailbox} enthält schon eine neuere Fassung dieser Besprechung, zu einer anderen Zeit ({start..end}); diese Antwort auf die ältere wird deshalb nicht gegeben. Seit {since} wartet sie auf die neuere Anfrage. Kommt diese nicht: Exchange leitet sie nicht an den Agenten weiter (Nachrichtenflussregel und Connector prüfen), oder sie wurde hier abgewiesen oder zurückgehalten (im Monitor nachsehen).</translation>
    </message>
    <message>
        <source>The mailbox {mailbox} already holds a newer version of this meeting, so this answer to the older one is not given. Since {since} it waits for the newer request. If that does not come: Exchange does not forward it to the agent (look at the mail flow rule and the connector), or it was refused or is held here (look into the monitor).</source>
        <translation>Das Postfach {mailbox} enthält schon eine neuere Fassung dieser Besprechung; diese Antwort auf die ältere wird deshalb nicht gegeben. Seit {since} wartet sie auf die neuere Anfrage. Kommt diese nicht: Exchange leitet sie nicht an den Agenten weiter (Nachrichtenflussregel und Connector prüfen), oder sie wurde hier abgewiesen oder zurückgehalten (im Monitor nachsehen).</translation>
    </message>
    <message>
        <source>The mailbox {mailbox} already holds a newer version of this meeting, so the answer to the older one is not given.</source>
        <translation>Das Postfach {mailbox} enthält schon eine neuere Fassung dieser Besprechung; die Antwort auf die ältere wird deshalb nicht gegeben.</translation>
    </message>
    <message>
        <source>Since {since} the mailbox {mailbox} holds a newer version of this meeting that was not decided here, so the answer to the older one is not given. Likely causes: Exchange does not forward the newer request to the agent (look at the mail flow rule and the connector), or it was refused or is held here (look into the monitor). Have the organizer send it again, then give this up.</source>
        <translation>Seit {since} enthält das Postfach {mailbox} eine neuere Fassung dieser Besprechung, über die hier nicht entschieden wurde; die Antwort auf die ältere wird deshalb nicht gegeben. Wahrscheinliche Ursachen: Exchange leitet die neuere Anfrage nicht an den Agenten weiter (Nachrichtenflussregel und Connector prüfen), oder sie wurde hier abgewiesen oder zurückgehalten (im Monitor nachsehen). Lassen Sie den Organisator sie noch einmal senden und geben Sie dies dann auf.</translation>
    </message>
    <message>
        <source>Autodiscover found no EWS for {domain} ({detail}). It is tried again. If it stays so, enter the URL in the server profile: https://mail.{domain}/EWS/Exchange.asmx or the like.</source>
        <translation>Autodiscover hat für {domain} kein EWS gefunden ({detail}). Es wird noch einmal versucht. Bleibt es so, tragen Sie die URL im Serverprofil ein: https://mail.{domain}/EWS/Exchange.asmx oder ähnlich.</translation>
    </message>
    <message>
        <source>Autodiscover found no EWS for {domain}. It is tried again. If it stays so, enter the URL in the server profile.</source>
        <translation>Autodiscover hat für {domain} kein EWS gefunden. Es wird noch einmal versucht. Bleibt es so, tragen Sie die URL im Serverprofil ein.</translation>
    </message>
    <message>
        <source>Entry {id} about the same meeting goes before it.</source>
        <translation>Eintrag {id} zu derselben Besprechung geht vor.</translation>
    </message>
    <message>
        <source>Entry {id} about the same meeting goes before it, and has failed. Try that one again or give it up; then this one goes on.</source>
        <translation>Eintrag {id} zu derselben Besprechung geht vor und ist fehlgeschlagen. Versuchen Sie ihn noch einmal oder geben Sie ihn auf; dann geht es hier weiter.</translation>
    </message>
    <message>
        <source>The mailbox {mailbox} already holds a newer version of this meeting. The answer to the older one is not given and waits for the newer request.</source>
        <translation>Das Postfach {mailbox} enthält schon eine neuere Fassung dieser Besprechung. Die Antwort auf die ältere wird nicht gegeben und wartet auf die neuere Anfrage.</translation>
    </message>
    <message>
        <source>The meeting was cancelled by its organizer, so it is not answered.</source>
        <translation>Die Besprechung wurde vom Organisator abgesagt und wird nicht beantwortet.</translation>
    </message>
    <message>
        <source>The item is neither a request nor in the calendar, so it is not answered.</source>
        <translation>Das Element ist weder eine Anfrage noch im Kalender und wird nicht beantwortet.</translation>
    </message>
    <message>
        <source>A later request took the place of this one, so it is not answered.</source>
        <translation>Eine spätere Anfrage ist an die Stelle dieser getreten; sie wird nicht beantwortet.</translation>
    </message>
    <message>
        <source>The series has {count} dates in the time that {space} can be reserved ahead; at most {limit} are reserved at once. Let it end earlier, or reserve it as several series, such as one for each time of the day.</source>
        <translation>Die Serie hat {count} Termine in der Zeit, für die {space} im Voraus reserviert werden kann; auf einmal werden höchstens {limit} reserviert. Lassen Sie sie früher enden, oder reservieren Sie mehrere Serien, etwa eine für jede Uhrzeit.</translation>
    </message>
</context>
</TS>
