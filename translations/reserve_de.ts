<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>CalendarTexts</name>
    <message>
        <source>%1 – %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 – %3 %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dddd d MMMM yyyy</source>
        <comment>date with weekday, for screen readers</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ddd d MMMM</source>
        <comment>short weekday, day and month</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exchange not told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of an accessible name</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConsoleApplication</name>
    <message>
        <source>The sample building is being loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConsoleWindow</name>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MonitorTables</name>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonTable</name>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingLabels</name>
    <message>
        <source>Default Reserve User Email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create External Contact for Unknown Exchange User?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted requester domains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ignore case in mailbox addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reserve sub-domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone of spaces that name none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exchange Retry Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address to listen on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host name in the greeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted peers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port of the Exchange send connector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SMTP root</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outgoing mail server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port of the outgoing mail server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User name at the outgoing mail server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sender of notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notices to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep mail for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep traces for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail domains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NTLM Domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Building</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Floor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exchange Mailbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delegate contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working hours from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working hours to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set-up minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear-up minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::AgentForm</name>
    <message>
        <source>Both ports are %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exchange sends to port %1 and the agent listens on port %2, so no request arrives. Set both to the same number, or forward one port to the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody may send from outside this machine yet, so the agent refuses to listen on %1. Name the addresses of the Exchange servers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No outgoing mail server is set: answers wait in the outbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent is asked to listen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent is asked to stop listening.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it listens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>127.0.0.1 takes mail from this machine only; 0.0.0.0 from everywhere the accepted peers name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SMTP_PORT of the properties file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the Exchange administrator set; Exchange Online always sends to port 25.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left empty, the machine&apos;s own name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses or ranges such as 10.1.0.0/16, separated by commas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In bytes; a larger message is refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeping what arrives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each message is also stored as a file (SMTP_KEEP_EMAIL). It takes effect at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder for these files (TRIRIGA_RESERVE_SMTP_ROOT), made when missing. Left empty, a folder beside the store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outgoing mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers and confirmations go out through it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left empty, the server is used without signing in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password of the outgoing mail server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The From of notices, and the envelope sender of everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who hears of what is held, failed or paused; separated by commas, one digest in 15 minutes at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No agent runs on this store. Start this console with its own agent, or run reserve-agent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent lacks a password. On its machine, run: reserve-agent settings set-secret %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run by %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It listens already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No agent runs on this store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not listen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::AnswerBars</name>
    <message>
        <source>Answers today</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Accepted %1, Tentative %2, Declined %3, Refused %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::CalendarPage</name>
    <message>
        <source>Calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter spaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline of all spaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no spaces yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add spaces and their Exchange mailboxes; their reservations appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add spaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show one day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the work week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all spaces of one day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the calendar again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose calendar: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::ChangesBar</name>
    <message>
        <source>Show changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 change not applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n changes not applied</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The changes are being applied.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::ChangesList</name>
    <message>
        <source>Changes not applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::ChipBar</name>
    <message>
        <source>Filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>filter, count</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::ChoicePanel</name>
    <message>
        <source>Whose calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter spaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter people</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::Cli</name>
    <message>
        <source>an address and port such as 127.0.0.1:8025</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an e-mail address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a date such as 2026-11-18</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>who invites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the organizer&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a delegate who sends in the organizer&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a room&apos;s mailbox; may be repeated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody else invited; may be repeated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start, such as 2026-11-18T09:30, in the zone of --zone; with Z at the end in UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end; without it --minutes after the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>length; 60 without it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole day, in place of --start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time zone, such as Europe/Berlin; without it this machine&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words of the invitation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancels the meeting of --uid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>identity of the meeting; without it a new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version of the meeting; 0 without it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as which program writes: exchange (without it) or plain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lists what had to be told and how far it is, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only one state: waiting, delivering, done, failed, given-up, bounced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tries one entry, or all that wait, at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the entry; without it all that wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gives one entry up, with a reason for those who look later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>why, in words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adds and changes people from a CSV file; all rows or, when one has a problem, none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>columns control_number and email, and as wanted first_name, last_name, status, time_zone; - for standard input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>writes all people as CSV, as import takes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where to; without it standard output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lists all people, external contacts and retired ones too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Control Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only this space, by its Exchange Mailbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only what ends after this time, such as 2026-11-18 or 2026-11-18T09:00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only what starts before this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requester</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reservations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lists reservations, past, declined and cancelled ones too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>writes reservations into a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>runs the agent: takes mail, decides it and answers, until SIGTERM or Ctrl+C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>listens here in place of smtp.address and smtp.port; port 0: any free one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goes on and tries again while the port is taken or another agent works on the store, instead of ending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sends a stored message, or a meeting request made of the options, to an agent over SMTP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a stored message (.eml); - for standard input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where the agent listens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sender of the envelope; without it the message&apos;s From; &apos;&apos; for none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recipient of the envelope; may be repeated; without it the rooms, or the file&apos;s To and Cc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shows the value in force of one setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the setting, such as smtp.port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lists every setting with the value in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changes one setting; an empty value clears it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the new value; lists with commas; &apos;&apos; clears</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stores a secret, read from standard input, on this machine: in the system keychain or, for a service, in an owner-only file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removes the secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value of %1 (not shown):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adds and changes spaces from a CSV file; all rows or, when one has a problem, none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>columns name and mailbox, and as wanted building, floor, capacity, delegate_contact, time_zone, work_days, work_start, work_end, bookable; - for standard input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>writes all spaces as CSV, as import takes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lists all spaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Building</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Floor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exchange Mailbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copies the store into a file while it is in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>puts a backup in place of the store; what was there is set aside, never overwritten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a time such as 2026-11-18T09:30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a time zone such as Europe/Berlin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message-ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shows what happened to messages, newest first, one entry a message and recipient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how many; 20 without it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one entry with all its steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the store; without it this desk&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit status: 0 good, 1 found something or failed, 2 wrong usage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: %1 [options]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arguments:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Reserve SMTP Agent: takes meeting requests, reserves spaces and answers; and the commands to set it up, look into it and repair it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options of every command:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>help on a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the program&apos;s version</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::CommandList</name>
    <message>
        <source>Type a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1    %2</source>
        <comment>command, keys</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::DraftField</name>
    <message>
        <source>Somebody else cleared this while it was being changed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else set this to %1 while it was being changed here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::DraftForm</name>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS from the first byte</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::DuplicateBox</name>
    <message numerus="yes">
        <source>%n people share this e-mail</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smallest number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retire %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::EmptyState</name>
    <message>
        <source>Clear filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::ExchangeAdminPage</name>
    <message>
        <source>Exchange Admin</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) applied.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of Exchange Admin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revert changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import spaces…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent still runs with the old values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) cannot be applied yet.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was changed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Somebody else changed %n value(s) that are changed here too. Apply keeps yours, Revert takes theirs.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Settings and spaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reserve SMTP Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import spaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 added, %3 changed, %4 as they were.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::FirstRunView</name>
    <message>
        <source>How do you want to start?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reserve Console answers meeting requests for your rooms. Everything can be changed later, and the sample building can be replaced by your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone of the building</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All-day meetings, and times that name no zone, mean this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a time zone of the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load the sample building</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start empty</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::FirstSteps</name>
    <message>
        <source>Spaces and people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sample building, or your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who may book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under Exchange Admin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monitor shows its whole way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::FormField</name>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::HelpWindow</name>
    <message>
        <source>Manual – Reserve Console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::ImportSheet</name>
    <message>
        <source>Rows with problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of %1 is imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) cannot be taken. Mend them in the file and import it again.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::LaneView</name>
    <message numerus="yes">
        <source>%n at once</source>
        <comment>reservations of one space</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of an accessible name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free, outside working hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::MainWindow</name>
    <message>
        <source>Go to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every command…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rail wide or narrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>time, message</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reserve Console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1[*] – %2</source>
        <comment>page, program</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::Meaning</name>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tentative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Exchange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queued for Exchange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differs only in case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>External contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::MinuteBars</name>
    <message>
        <source>Messages a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last 60 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none in this hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>peak %1 at %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::MonitorPage</name>
    <message>
        <source>Monitor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay at the newest message (F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold the lists still; nothing is lost (P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From, space or subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies the chosen message as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes the messages of this filter to a JSON file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) fit. %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paused. %n message(s) came meanwhile.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Paused. Nothing came since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers wait: no outgoing mail server is set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set it in Exchange Admin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No message has arrived yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent listens on %1. Exchange has sent nothing there so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent does not listen, so Exchange can send nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trace is copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are written to %1.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reserve::MonthPicker</name>
    <message>
        <source>Month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dddd d MMMM yyyy</source>
        <comment>date with weekday, for screen readers</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>month and year</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::OutboxModel</name>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last failure</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::OutboxPane</name>
    <message>
        <source>Try now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is given up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is never told; the list keeps your reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why first: the list keeps the reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an entry to see why it waits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Tried %n time(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1, next try %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is tried now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is given up.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::PageHead</name>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::PageId</name>
    <message>
        <source>Calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monitor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exchange Admin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meeting Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Troubleshoot</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::PeoplePage</name>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same e-mail twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>External contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, e-mail or Control Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes everybody to a CSV file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups of people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorted by e-mail. Groups first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A request is matched to a person by e-mail. Without people, every request is refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import people…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 added, %3 changed, %4 as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody is written to %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::PersonDelegate</name>
    <message>
        <source>Default</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::PersonFinding</name>
    <message>
        <source>Set time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reservation made in this console for %1 fails until a time zone is set. Requests from Outlook are not affected.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::PersonForm</name>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Control Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits only. Of several people with one e-mail, the smallest number wins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests from this address belong to this person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reservation made in this console needs one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add person</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::PersonModel</name>
    <message>
        <source>Everyone else</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, found %n time(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Retired people are never matched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 The smallest Control Number wins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Control Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::PersonProfile</name>
    <message>
        <source>Wins the match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a person to see the profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Control Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next reservation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make active again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retired people are never matched; reservations stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is retired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is active again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time zone of %1 is set.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::ProfileForm</name>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it is called here, for instance Head office.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exchange Server, on premises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exchange Online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail domains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separated by commas. A room goes to the server with the longest domain that matches; people of these domains may book.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For instance https://mail.mycompany.com/EWS/Exchange.asmx.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How we sign in to Exchange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anonymous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User name and password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OAuth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NTLM Authentication?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off means Basic: the user name is then user@domain or DOMAIN\user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NTLM Domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only with user name and password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only with NTLM Authentication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not needed when anonymous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You typed %1. We split it: no slashes are needed, on Windows or Linux.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is handled by %2 as well. Its rooms go to the first of the two.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::Rail</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, 1 problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, 1 change not applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %n problems</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n changes not applied</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Practice Exchange, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name, keys</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reserve Console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice Exchange</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::RequestBox</name>
    <message>
        <source>Who would get this request?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail of a requester</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a whole e-mail address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, Control Number %2, has this e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No active person has this e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Domain %1 is accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Domain %1 is not accepted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::ReservationPopup</name>
    <message>
        <source>Show the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The way of this request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a place</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the organizer: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set-up %1 min before, clear-up %2 min after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Control Number %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a person&apos;s line</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n invited</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Room seats %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, room seats %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::SecretField</name>
    <message>
        <source>Replace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program was started without a place for passwords</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No place for passwords</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in the system keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password is kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::ServersView</name>
    <message>
        <source>Remove server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No server is set up yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A server names the mail domains it handles. Their people may book, and rooms find their server by them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New server</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n space(s) have a mailbox whose domain no server handles.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reserve::SessionModel</name>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::SessionPane</name>
    <message>
        <source>No session chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines of the session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were not recorded here.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reserve::SettingsForm</name>
    <message>
        <source>%1, Control Number %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, Control Number %2, is retired. Retired people are never matched, so requests from unknown people are refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has this e-mail, so requests from unknown people are refused. Add the person on the page People.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who may book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests from unknown people go to this person. Left empty, requests from unknown people are refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new person is made from the requester&apos;s e-mail and gets the reservation. Works only while a Default Reserve User Email is set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown people of these domains may book too, separated by commas. The domains of the default user and of the servers are accepted already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which mail means a space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The domain that Exchange forwards to, whole or its leading labels (TRIRIGA_RESERVE_SUB_DOMAIN).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off, mailboxes compare letter by letter, as in Reserve: a request that differs only in case is held.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All-day and floating times mean this zone where a space names none, for instance Europe/Berlin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When Exchange is away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reserving goes on. What must be told waits and is tried again this often, until it is told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long it is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw and kept mail is removed after this time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traces are removed after this time. The audit is never removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No Default Reserve User Email is set, so unknown people are refused and no contact is made. Set one above.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::SpaceDelegate</name>
    <message>
        <source>Type or paste a mailbox</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::SpaceFinding</name>
    <message>
        <source>Use Exchange&apos;s spelling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ignore case in mailbox addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mailboxes are compared letter by letter, so meetings for %1 are not booked. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) wait.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has the same mailbox. A request names one space only: give each its own mailbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No request can mean this space while it has no mailbox. Type or paste the address of its room mailbox in Exchange.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::SpaceModel</name>
    <message>
        <source>Mapped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unmapped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differs only in case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exchange Mailbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Building</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Floor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delegate contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set-up minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear-up minutes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::SpacesPanel</name>
    <message>
        <source>Exchange Spaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter spaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a space first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>States of mailboxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mapped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unmapped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differs only in case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No space can be booked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A space is a room with a mailbox in Exchange. Import the list, or type the first one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a space</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::SpellingLines</name>
    <message>
        <source>Here %1, in Exchange %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Exchange</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::StartChoice</name>
    <message>
        <source>Sample building</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A building with 14 spaces, 24 people and two weeks of meetings, to look around and to try things.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two people share an e-mail, one has no time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send it a meeting and watch it being decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is told: the addresses do not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is filled in. Spaces and people are imported from CSV files or typed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import spaces and people from CSV files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set who may book under Exchange Admin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent listens from the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to start</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::StateLegend</name>
    <message>
        <source>, </source>
        <comment>between the parts of an accessible name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 reservation</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n reservations</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The room answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exchange knows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::StatePills</name>
    <message>
        <source>, </source>
        <comment>between states</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::StatusFeed</name>
    <message>
        <source>This desk (SQLite), %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (SQLite), %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reserve::StatusStrip</name>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent cannot listen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listening on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inbox, %1 not yet decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>oldest %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outbox, nothing waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next try %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::StepList</name>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::TimelineView</name>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 again</source>
        <comment>the hour that is repeated when clocks go back</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spaces in use at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most: %1 of %2 at %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ddd d MMMM yyyy</source>
        <comment>the day shown</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>start and requester</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::Toast</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::TraceModel</name>
    <message>
        <source>no sender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message-ID %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bytes on disk, then 250 was said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differs only in case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queued</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::TracePane</name>
    <message>
        <source>The message as it came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headers of the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views of the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The way of the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use Exchange&apos;s spelling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends this message: nothing is booked and nobody is answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that waits to be told is tried at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies the trace as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No message chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a message in the list to see its way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decides this message as if its sender were in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decides this message once more, with what is set up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipient was refused before any message came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is the mailbox now. What was held is decided.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message is decided again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message is put aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that waits is tried now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trace is copied.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::WaitLines</name>
    <message>
        <source>Request to decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>middle, slowest 1 % %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing decided in this hour</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::WaitingSteps</name>
    <message>
        <source>Waiting to be told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>oldest %n min</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>next try %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>everything is told</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::WayLine</name>
    <message>
        <source>The way of this request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Durable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Told to Exchange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requester informed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::WeekView</name>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 again</source>
        <comment>the hour that is repeated when clocks go back</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ddd d MMMM yyyy</source>
        <comment>the day shown</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>days of one month</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>days of two months</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reserve::ZoneChoice</name>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>states</name>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tentative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read from Exchange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queued for Exchange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Exchange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Employee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>External contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quarantined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meeting request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meeting cancellation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other calendar message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivery report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail of our own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unreadable mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent cannot listen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Durable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Told to Exchange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requester informed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>times</name>
    <message>
        <source>{day}, {time} ({zone})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}, all day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} to {last}, all day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}, {start} to {end} ({zone})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{startDay}, {start} to {endDay}, {end} ({zone})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>Port {port} is held by {holder} (process {process}, user {user}). The agent cannot listen on {address}. Use port {free}, which is free, or stop {holder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port {port} is held by {holder} (process {process}). The agent cannot listen on {address}. Use another port or stop {holder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port {port} is held by a program of the user {user}. The agent cannot listen on {address}. Use port {free}, which is free, or stop that program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port {port} is held by another program. The agent cannot listen on {address}. Use port {free}, which is free, or stop that program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port {port} is held by another program. The agent cannot listen on {address}. Use another port or stop that program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent does not listen on {address}: beyond this machine it takes mail only from accepted peers, and none are set. Set smtp.accepted-peers to the addresses of the Exchange servers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent cannot listen on {address}, port {port}: {detail}. Choose an address of this machine and a port above 1023.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent was told to stop listening. Start it under Exchange Admin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command lacks its argument &quot;{name}&quot;, so nothing was done. Use a console of the same version as the agent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An earlier message for the same space comes first. This one follows by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another agent works on this store: {holder}, since {since}. Only one can. Stop that one first, or go on using it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another agent works on this store: {holder}. Only one can. Stop that one first, or go on using it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another agent took this store over: {holder}. This one decides and delivers nothing more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another agent took this store over. This one decides and delivers nothing more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our mail came back: {recipient} cannot be reached ({status}). Check the address and tell the person another way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our mail came back: {recipient} cannot be reached. Check the address and tell the person another way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No outgoing mail server is set, so this waits. Set the server under Exchange Admin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password of {user} for the outgoing mail server is missing on the agent&apos;s machine, so mail waits. Run there: reserve-agent settings set-secret outgoing.password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password for the outgoing mail server cannot be read, so mail waits: {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outgoing mail server refused the password, so delivery is paused. Correct user or password, then retry. Details: {remote}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outgoing mail server refused the password, so delivery is paused. Correct user or password, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail of this entry cannot be read, so it was not sent. Tell the recipient another way and give it up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail server took the mail to {recipient}. Details: {remote}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No address for notices is set any more, so this notice goes to nobody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{actor} gave this up: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{actor} gave this up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no outbox entry with number {id}. List them with: reserve-agent outbox list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer to {recipient} waits in the outbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The organizer asked for no answer, so none is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The confirmation to {recipient} waits in the outbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message is kept as {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message cannot be kept at {path}: {detail}. It is decided all the same. Check the SMTP root folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%actor put the message aside. Nothing is booked, and nobody is answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A person released the message. It is decided now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no message with number {id}. List them with: reserve-agent trace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message number {id} or its space is not in the store any more. Somebody else removed it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deciding this message ended the agent {attempts} times. It is set aside, and nothing is booked. Report it with the stored message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This message cannot be decided: {detail}. It is set aside, and nothing is booked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Exchange Mailbox is now spelt as {recipient}. The message is decided.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>250 was said after {bytes} bytes were safely on disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no command with number {id}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipient is the Exchange Mailbox of this space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipient is the delegate contact of this space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipient is the Exchange Mailbox of this space. Upper and lower case were ignored, as set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{recipient} differs only in case from the Exchange Mailbox {here}, so the message is held and nothing is booked. Use Exchange&apos;s spelling, or ignore case in mailbox addresses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail to postmaster is always taken and kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No space has the mailbox {recipient}. Add it under Exchange Spaces, or correct the address in Exchange.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The domain of {recipient} is not one of ours, and mail is not passed on. Add the space or its domain under Exchange Admin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The requester {requester} is {person} (Control Number {control-number}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{requester} is the organizer of a reservation that stands, and may change or cancel it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has the e-mail {requester}. The Default Reserve User Email lets the request in, and an external contact is created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has the e-mail {requester}. The request goes to the default user, {person}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message has no sender, as bounces and receipts have. It is kept, and nothing is booked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail to postmaster is kept, and nothing is booked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No active person has the e-mail {requester}, and no Default Reserve User Email is set. Add the person under People, or set a default user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message names no requester, and no Default Reserve User Email is set. It is refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No active person has the e-mail {requester}. External contacts are created only while a Default Reserve User Email is set. Set one under Exchange Admin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message names no requester. It is refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No active person has the e-mail {requester}, and none has the Default Reserve User Email {default-user} either. Add one of them under People.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No active person has the Default Reserve User Email {default-user}. Add that person under People.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No active person has the e-mail {requester}, and the domain {domain} is not accepted. Add the person, or add the domain to the accepted requester domains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message names no requester whose domain is accepted. It is refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sender} sent this in the name of {organizer} without being named as sent-by. It is held, and nobody is answered. Release it if that is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The external contact {email} has Control Number {control-number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reservation stands in the calendar of {person}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{space} is free: {start..end}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reservation moved. {space} is free: {start..end}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{space} is taken by {holder}: {start..end}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{space} is taken: {start..end}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{space} is closed ({why}): {start..end}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{space} is closed: {start..end}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{space} cannot be reserved at present. It is marked as not bookable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meeting ends the moment it begins, at {start}. There is nothing to reserve.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meeting was over at {end}. Nothing is booked, and nobody is answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The organizer took {space} off the meeting. The space is free again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only texts changed. The answer given before stands, and nobody is answered again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a series, or one date of a series. It is held and waits for a person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same request came before and was decided then. Nothing changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer version of this meeting is known (number {known-sequence}, this one is {sequence}). This one changes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer version of this meeting is known. This one changes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meeting was cancelled before its request came. Older versions of it change nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meeting was cancelled before. Nothing changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{organizer} cancelled the meeting. The space is free again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meeting has no time zone of its own, and {space} has none either. Set the time zone of the space, then decide again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A {method} message is not for rooms. Nothing is booked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message is meant for no space. It is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The space was removed meanwhile. Nothing is booked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{space} is reserved already: {start..end}. Choose another time or another space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The space is reserved already at that time. Choose another time or another space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This meeting has a reservation in this space already (number {id}). Change that one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no reservation with number {id}. It may have been removed by somebody else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reservation of this message is not known any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calendar part holds no calendar, so nothing can be reserved. Send the invitation again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calendar part is larger than {limit} bytes, so it is not read. Send the meeting without its long description.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calendar part nests more than {limit} levels deep, so it is not read. Send the invitation again from a calendar program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calendar part holds more than {limit} parts, so it is not read. Send one meeting, not a whole calendar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calendar part has more than {limit} lines, so it is not read. Send one meeting, not a whole calendar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calendar part holds no meeting, so there is nothing to reserve.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meeting cannot be read, so nothing is reserved. Send the invitation again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meeting has no identity of its own (UID), so later changes could not be matched to it. Send it from a calendar program that writes one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meeting has no start, so there is nothing to reserve.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The start &quot;{value}&quot; is not a time, so nothing is reserved. Send the invitation again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end &quot;{value}&quot; is not a time, so nothing is reserved. Send the invitation again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The date &quot;{value}&quot; of the series cannot be read, so nothing is reserved. Send the invitation again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meeting ends before it starts, so nothing is reserved. Correct its time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start and end are of different kinds, so the length is not known and nothing is reserved. Send the invitation again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meeting lies outside the years 1 to 9999, so nothing is reserved. Correct its time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time zone &quot;{zone}&quot; is not known and the message does not describe it, so nothing is reserved. Send the meeting in a zone with a usual name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meeting has no time zone of its own, and the space has none. Set the time zone of the space or reserve.time-zone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meeting starts and ends at the same moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calendar part ends early. It is read as far as it goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calendar part is not UTF-8. Its bytes are taken for Latin-1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meeting has no readable DTSTAMP. The time of receipt stands in for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value of the meeting is malformed and left out: {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of attendees is longer than {limit}. The rest is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message&apos;s own rules for the zone &quot;{zone}&quot; cannot be used. The zone {iana} of this machine is taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the zone &quot;{zone}&quot; only the offset {offset} is known. Daylight saving time is not considered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message&apos;s rules for &quot;{zone}&quot; differ at this time from {iana} on this machine. The message&apos;s rules are used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end has no zone. The one of the start, &quot;{zone}&quot;, is taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} does not exist in {zone} on that day, because clocks go forward. The time one hour later on the clock is taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} happens twice in {zone} on that day, because clocks go back. The first one is taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--{option} is missing. More: reserve-agent send --help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is sent as it is, so it takes no options that describe a meeting. Leave one of both out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No space has the Exchange Mailbox {mailbox}. List them with: reserve-agent spaces list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A command is missing. Commands: {known}. More: reserve-agent --help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no command &quot;{command}&quot;. Commands: {known}. More: reserve-agent --help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{command} needs one of: {known}. More: reserve-agent {command} --help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{command} has no &quot;{action}&quot;, only: {known}. More: reserve-agent {command} --help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{detail}. More: reserve-agent {command} --help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{command} needs {argument}. More: reserve-agent {command} --help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{command} does not take &quot;{argument}&quot;. More: reserve-agent {command} --help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{value}&quot; does not fit --{option}. Use {expected}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no format &quot;{value}&quot; here, only: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read: {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be written: {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The output cannot be written: {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Nothing was imported: %n row(s) of {path} have a problem.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Line {line}, column {column}: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported {path}: {added} added, {changed} changed, {unchanged} unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing came on standard input, so {name} was not changed. To remove it: reserve-agent settings set-secret {name} --remove.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is kept in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is kept in the system keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secrets are never shown. {name} is kept in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secrets are never shown. {name} is kept in the system keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a secret and is not written into the store. Use: reserve-agent settings set-secret {name}, and give it on standard input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store is copied to {path}, and the copy is verified.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup {path} is in place. The store that was there is kept as {aside}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup {path} is in place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{server} took the message for {recipient}. Details: {remote}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{server} did not take the message for {recipient}. Details: {remote}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n entry is(are) due at once.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Entry {id} is given up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no secret {name}. Known: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret {name} is not set on this machine. Set it with: reserve-agent settings set-secret {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system keychain did not answer within {seconds} seconds. Unlock it, or use a folder of secrets beside the store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system keychain cannot be used: {detail}. Unlock it, or use a folder of secrets beside the store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system keychain was not opened: {detail}. Allow the program to use it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} can be read or changed by others, so it is not used. Take those rights away: chmod 600.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be used: {detail}. Run the command as the user whose agent it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is given to this service by systemd ({path}). Change it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program ended before the keychain answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{peer} connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender introduced itself as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender&apos;s address was taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender&apos;s address was taken, though written with a blank after the colon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message&apos;s content began.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A piece of {octets} bytes came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A piece of the message came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole message is here, {octets} bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole message is here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message was taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message was refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender said goodbye.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender began anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender asked whether the agent is still there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender asked about an address. The agent tells nobody who exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender hung up without a goodbye.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender hung up in the middle of a message. Nothing of it was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent stops and ended the session. The sender tries again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender said nothing for too long, so the session was ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender was too slow, so the session was ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender spoke before it was greeted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The peer speaks {protocol}, not SMTP. The connection was closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender used a command that the agent does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender used a command that the agent does not offer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A command line was too long and was refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A command line ended with a bare line feed and was refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender sent content before it was asked to. The session was ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender used a command at the wrong moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender used a command with a wrong argument.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender used a parameter that the agent does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender made too many mistakes, so the session was ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender sent too many commands that lead nowhere, so the session was ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message has more recipients than are allowed. The sender sends the rest separately.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As many sessions are open as are allowed. The connection was refused, and the sender tries again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{peer} has as many sessions open as are allowed for one address. Its new connection was refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{peer} is not among the accepted peers, so its connection was refused. If it is one of your mail servers, add it to smtp.accepted-peers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many messages wait to be decided. The sender was asked to come back later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is almost full, so no mail is taken. Free some space. The sender tries again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message has more than {limit} bytes and was refused. Raise smtp.max-message-bytes if such mail is wanted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message is larger than allowed and was refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message went round in a circle ({count} stations) and was refused. Check the forwarding rules.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message went round in a circle and was refused. Check the forwarding rules.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line of the message is longer than allowed, so it was refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An address in the envelope is malformed and was refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An address in the envelope is too long and was refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An address in the envelope is not UTF-8 and was refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An address in the envelope has letters beyond ASCII, and the sender did not announce them (SMTPUTF8). It was refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A command holds a control character and was refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message has bare line feeds. It is kept as it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message has bare carriage returns. It is kept as it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message has very long lines. It is kept as it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message has NUL bytes. It is kept as it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message has letters beyond ASCII that the sender did not announce. It is kept as it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The head of the message is malformed. It is read as far as it goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The head of the message is larger than {limit} bytes. The rest is not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The head of the message is too large. The rest is not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A field in the head of the message is longer than {limit} bytes and was cut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message has more than one From. The first one counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message nests more than {limit} levels deep. What lies deeper is not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message nests too deep. What lies deeper is not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message has more than {limit} parts. The rest is not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message has too many parts. The rest is not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message has too many lines that might divide its parts. The rest is not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calendar part is too large ({octets} bytes) and is not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calendar part is too large and is not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The winmail.dat attachment is too large ({octets} bytes) and is not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calendar part names no character set. It was recognised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calendar part names a character set that is not known. Its letters may be wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calendar part breaks its character set. Its letters may be wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message carries a calendar part ({method}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message carries a calendar part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message reports that a mail could not be delivered ({status}). It is kept and never answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message is a delivery report. It is kept and never answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message reports, in words only, that a mail could not be delivered. It is kept and never answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message is a receipt. It is kept and never answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message is an automatic reply. It is kept and never answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message is one of our own that came back. It is kept and never answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message carries no meeting request. It is kept and never answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message carries a calendar that asks for nothing. It is kept and never answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meeting comes only inside a winmail.dat attachment, which cannot be read. Set Exchange to send iCalendar for this domain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message is encrypted and cannot be read. It is kept. Ask the requester to send the invitation without encryption.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message goes beyond what is read, so no meeting request was found. It is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted: {subject}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tentative: {subject}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tentative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declined: {subject}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{space} is reserved. {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reservation of {space} moved. {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{space} is held, but not yet confirmed. {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{space} is not reserved. {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time that was held in {space} before is free again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free instead:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{space}: {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reserved: {space}, {subject}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reserved: {space}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved: {space}, {subject}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved: {space}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{space} is reserved for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your reservation of {space} moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Building</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the calendar of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To change or cancel it, change or cancel the meeting in your calendar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Reserve: %n item(s) need attention</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>These items wait for a person:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message &quot;{subject}&quot; from {requester} to {recipient}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message from {requester} to {recipient}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message to {recipient}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail to {recipient}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivery of mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Open Reserve Console, page Monitor, to deal with them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail server {host} is not found. Check the name under Exchange Admin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail server {host} does not take a connection on port {port}. Check server, port and firewall. Details: {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail server {host} does not answer in time. Details: {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to the mail server {host} broke off. Details: {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail server {host} asks to try again later. Details: {remote}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail server {host} does not take mail from here at present. Details: {remote}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail server cannot take mail for {recipient} now. Details: {remote}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail server does not take mail for {recipient}. Check the address. Details: {remote}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail server {host} cannot prove who it is, so nothing is sent to it. Check its certificate or the server&apos;s name. Details: {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail server {host} offers no encryption on port {port} (STARTTLS), so nothing is sent to it. Choose TLS and its port, or no encryption if the line is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The talk with the mail server {host} failed. Details: {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending was stopped because the program ends. It is tried again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail server {host} refused the mail. Details: {remote}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail server {host} does not take mail from {sender}. Check outgoing.from and what the server allows this user. Details: {remote}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail server {host} does not take mail without a sender. Set outgoing.from. Details: {remote}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail server {host} refused user {user} or the password. Details: {remote}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail server {host} wants a user name and password. Set them under Exchange Admin. Details: {remote}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password is not sent to {host} without encryption. Choose STARTTLS or TLS, or clear the user name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No outgoing mail server is set, so nothing is sent. Set one under Exchange Admin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail has no recipient, so it is not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{address}&quot; is not an e-mail address, so the mail is not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Control Number {number} belongs to {person}. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Control Number {number} is taken. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Control Number of {email} is missing or has other characters than digits. Use 1 to 18 digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Control Number has 1 to 18 digits and nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{email}&quot; is not an e-mail address. Correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The person needs an e-mail address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no time zone &quot;{zone}&quot; on this machine. Use a name such as Europe/Berlin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This person (number {id}) is not in the store any more. Somebody else removed it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The space with the mailbox {mailbox} needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A space needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{space} needs an Exchange Mailbox. Without one no request finds it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A space needs an Exchange Mailbox. Without one no request finds it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mailbox} is the Exchange Mailbox of {space} already. Each space has its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{space} has %n reservation(s) and cannot be removed. Mark it as not bookable instead.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This space (number {id}) is not in the store any more. Somebody else removed it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{value}&quot; is not an e-mail address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{value}&quot; is not a number of seats.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no time zone &quot;{value}&quot; on this machine. Use a name such as Europe/Berlin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{value}&quot; is not a list of week days. Write Mon,Tue,Wed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{value}&quot; is not a time of day. Write 08:00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{value}&quot; is neither true nor false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{value}&quot; is not a number of minutes of a day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The working hours end at {end}, which is not after their start at {start}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This closure (number {id}) is not in the store any more. Somebody else removed it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A closure ends after it starts. Correct its times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A server needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{value}&quot; is not a mail domain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{value}&quot; is not an address that begins with https:// or http://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else removed this meanwhile. Revert the change to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read: {detail}. Check the file and its rights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is larger than {megabytes} MB, more than any list of people or spaces. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be written: {detail}. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has no head line, so its columns are not known. Write the column names into the first line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not UTF-8 text. Save it as CSV UTF-8 and import it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quoted field that begins in line {line} never ends. Close the quotation mark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In line {line} text follows a closing quotation mark. Put the whole field in quotation marks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column {column} stands twice in the head line. Remove one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line} has {fields} fields, but the head line has {columns}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The head line has no column {column}. Add it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mailbox {mailbox} stands in line {line} already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{value}&quot; is not a Control Number. It has 1 to 18 digits and nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Control Number {number} stands in line {line} already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{value}&quot; is neither active nor retired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {file} of the sample building cannot be read. The program is not installed whole. Install it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command line is not understood: {detail}. More: reserve-console --help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture {file} cannot be written. Check the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no page &quot;{page}&quot;. Pages: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no setting {key}. The nearest is {nearest}. List them with: reserve-agent settings list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no setting {key}. List them with: reserve-agent settings list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{value}&quot; does not fit {key}. Use true or false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{value}&quot; does not fit {key}. Use a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} does not fit {key}. Use a number from {minimum} to {maximum}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{value}&quot; does not fit {key}. Use an e-mail address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{value}&quot; does not fit {key}. Use a domain such as mycompany.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{value}&quot; does not fit {key}. Use an IP address or a range such as 192.0.2.0/24.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{value}&quot; does not fit {key}. Use an IP address of this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{value}&quot; does not fit {key}. Use a host name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{value}&quot; does not fit {key}. Use none, starttls or tls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} is stored, but the agent does not listen on {value} while smtp.accepted-peers is empty. Set the addresses of the Exchange servers there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} is stored, but it has no effect: no active person has the e-mail {value}. Add that person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} is stored, but it has no effect while reserve.default-user-email is empty. Set a default user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} is stored, but it has no effect: no active person has the Default Reserve User Email. Add that person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} is stored, but the password is not sent while outgoing.security is none. Set it to starttls or tls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} is stored, but it has no effect while outgoing.host is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No store is named. Give a file after --store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A store at {scheme}:// cannot be opened by this version. Use a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no store at {path}. Check the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store {path} cannot be opened or made: {detail}. Check the folder and its rights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store {path} cannot be opened or made. Check the folder and its rights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store {path} was made by a newer version of the program (format {version}; this one knows {known}). Install the newer version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store {path} was made by a newer version of the program. Install the newer version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store {path} is damaged. It was set aside as {aside}, and nothing was overwritten. Restore a backup with: reserve-agent store restore.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store {path} is damaged. Restore a backup with: reserve-agent store restore.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store is damaged: {detail}. Stop all programs that use it and restore a backup with: reserve-agent store restore.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store is damaged. Stop all programs that use it and restore a backup with: reserve-agent store restore.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a store of Reserve. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store {path} lies on a network file system, which cannot keep it safe. Use a local disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store {path} is in use. Stop the agent and close every console, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store {path} is busy with the work of another program. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store is busy with the work of another program. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk of the store {path} is full, so nothing can be saved. Free some space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full, so nothing can be saved. Free some space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store {path} cannot be changed by this user. Check the rights of the file and its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store cannot be changed by this user. Check the rights of the file and its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk of the store does not work: {detail}. Check the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store cannot be brought to this version (step {number}): {detail}. It is unchanged. Restore a backup or use the older version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database driver {driver} is not installed. Install the package libqt6sql6-sqlite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store refused the work: {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bytes of this message were removed after the time set in store.keep-mail-days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no backup at {path}. Check the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup {path} is damaged and is not used: {detail}. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup {path} is damaged and is not used. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup {path} was made by a newer version of the program. Install the newer version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup {path} would overwrite the store itself. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server (number {id}) is not in the store any more. Somebody else removed it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {name} of this message is gone from the folder beside the store. Restore it from a backup of the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file of this message is gone from the folder beside the store. Restore it from a backup of the disk.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
