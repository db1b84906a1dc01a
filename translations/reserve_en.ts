<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>CalendarTexts</name>
    <message numerus="yes">
        <source>%n declined</source>
        <comment>requests at the same time</comment>
        <translation>
            <numerusform>%n declined</numerusform>
            <numerusform>%n declined</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <comment>requests at the same time</comment>
        <translation>
            <numerusform>%n cancelled</numerusform>
            <numerusform>%n cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n declined or cancelled</source>
        <comment>requests at the same time</comment>
        <translation>
            <numerusform>%n declined or cancelled</numerusform>
            <numerusform>%n declined or cancelled</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServerRemark</name>
    <message numerus="yes">
        <source>Secret ends in %n day(s)</source>
        <translation>
            <numerusform>Secret ends in %n day</numerusform>
            <numerusform>Secret ends in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The certificate ends in %n day(s). Put in a new one before.</source>
        <translation>
            <numerusform>The certificate ends in %n day. Put in a new one before.</numerusform>
            <numerusform>The certificate ends in %n days. Put in a new one before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The client secret ends in %n day(s). Make a new one in Microsoft Entra before.</source>
        <translation>
            <numerusform>The client secret ends in %n day. Make a new one in Microsoft Entra before.</numerusform>
            <numerusform>The client secret ends in %n days. Make a new one in Microsoft Entra before.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reserve::AnswerBars</name>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reserve::ApprovalPane</name>
    <message numerus="yes">
        <source>A series of %n date(s); the first is named here.</source>
        <translation>
            <numerusform>A series of %n date; it is named here.</numerusform>
            <numerusform>A series of %n dates; the first is named here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them cannot be had and will be declined.</source>
        <translation>
            <numerusform>%n of them cannot be had and will be declined.</numerusform>
            <numerusform>%n of them cannot be had and will be declined.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reserve::ChangesBar</name>
    <message numerus="yes">
        <source>%n changes not applied</source>
        <translation>
            <numerusform>%n change not applied</numerusform>
            <numerusform>%n changes not applied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reserve::Cli</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reserve::DuplicateBox</name>
    <message numerus="yes">
        <source>%n people share this e-mail</source>
        <translation>
            <numerusform>%n person has this e-mail</numerusform>
            <numerusform>%n people share this e-mail</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reserve::ExchangeAdminPage</name>
    <message numerus="yes">
        <source>%n change(s) applied.</source>
        <translation>
            <numerusform>%n change applied.</numerusform>
            <numerusform>%n changes applied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) cannot be applied yet.</source>
        <translation>
            <numerusform>%n value cannot be applied yet.</numerusform>
            <numerusform>%n values cannot be applied yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Somebody else changed %n value(s) that are changed here too. Apply keeps yours, Revert takes theirs.</source>
        <translation>
            <numerusform>Somebody else changed %n value that is changed here too. Apply keeps yours, Revert takes theirs.</numerusform>
            <numerusform>Somebody else changed %n values that are changed here too. Apply keeps yours, Revert takes theirs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of %1 were not applied when the console ended. Take them up to look at them; Revert drops them.</source>
        <translation>
            <numerusform>%n change of %1 was not applied when the console ended. Take it up to look at it; Revert drops it.</numerusform>
            <numerusform>%n changes of %1 were not applied when the console ended. Take them up to look at them; Revert drops them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reserve::Explaining</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>length of a meeting</comment>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <comment>length of a meeting</comment>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <comment>length of a meeting</comment>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n or more</source>
        <translation>
            <numerusform>%n or more</numerusform>
            <numerusform>%n or more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n further date(s)</source>
        <comment>of a series, in one message</comment>
        <translation>
            <numerusform>%n further date</numerusform>
            <numerusform>%n further dates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n day(s)</source>
        <translation>
            <numerusform>Every %n day</numerusform>
            <numerusform>Every %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n week(s)</source>
        <translation>
            <numerusform>Every %n week</numerusform>
            <numerusform>Every %n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n month(s)</source>
        <translation>
            <numerusform>Every %n month</numerusform>
            <numerusform>Every %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n year(s)</source>
        <translation>
            <numerusform>Every %n year</numerusform>
            <numerusform>Every %n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <comment>how often a series repeats</comment>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and on %n further date(s)</source>
        <translation>
            <numerusform>and on %n further date</numerusform>
            <numerusform>and on %n further dates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On %n date(s) of its own</source>
        <translation>
            <numerusform>On %n date of its own</numerusform>
            <numerusform>On %n dates of its own</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>except on %n date(s)</source>
        <translation>
            <numerusform>except on %n date</numerusform>
            <numerusform>except on %n dates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reserve::ImportSheet</name>
    <message numerus="yes">
        <source>%n row(s) cannot be taken. Mend them in the file and import it again.</source>
        <translation>
            <numerusform>%n row cannot be taken. Mend it in the file and import it again.</numerusform>
            <numerusform>%n rows cannot be taken. Mend them in the file and import it again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) of it were left out.</source>
        <translation>
            <numerusform>%n column of it was left out.</numerusform>
            <numerusform>%n columns of it were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reserve::LaneView</name>
    <message numerus="yes">
        <source>%n at once</source>
        <comment>reservations of one space or one person</comment>
        <translation>
            <numerusform>%n at once</numerusform>
            <numerusform>%n at once</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reserve::MonitorPage</name>
    <message numerus="yes">
        <source>%n message(s) fit. %1</source>
        <translation>
            <numerusform>%n message fits. %1</numerusform>
            <numerusform>%n messages fit. %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paused. %n message(s) came meanwhile.</source>
        <translation>
            <numerusform>Paused. %n message came meanwhile.</numerusform>
            <numerusform>Paused. %n messages came meanwhile.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are written to %1.</source>
        <translation>
            <numerusform>%n message is written to %1.</numerusform>
            <numerusform>%n messages are written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reserve::OutboxPane</name>
    <message numerus="yes">
        <source>Tried %n time(s)</source>
        <translation>
            <numerusform>Tried once</numerusform>
            <numerusform>Tried %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reserve::PersonModel</name>
    <message numerus="yes">
        <source>%1, found %n time(s).</source>
        <translation>
            <numerusform>%1, found once.</numerusform>
            <numerusform>%1, found %n times.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reserve::PoliciesForm</name>
    <message numerus="yes">
        <source>%n value(s) of its own; the rest is inherited from its building.</source>
        <translation>
            <numerusform>%n value of its own; the rest is inherited from its building.</numerusform>
            <numerusform>%n values of its own; the rest is inherited from its building.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) set; the rest is as Exchange has it. Spaces may differ.</source>
        <translation>
            <numerusform>%n value set; the rest is as Exchange has it. Spaces may differ.</numerusform>
            <numerusform>%n values set; the rest is as Exchange has it. Spaces may differ.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reserve::ProfileForm</name>
    <message numerus="yes">
        <source>%n space(s) go to this server.</source>
        <translation>
            <numerusform>%n space goes to this server.</numerusform>
            <numerusform>%n spaces go to this server.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reserve::Rail</name>
    <message numerus="yes">
        <source>%1, %n problems</source>
        <translation>
            <numerusform>%1, %n problem</numerusform>
            <numerusform>%1, %n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n changes not applied</source>
        <translation>
            <numerusform>%1, %n change not applied</numerusform>
            <numerusform>%1, %n changes not applied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reserve::ReservationDialog</name>
    <message numerus="yes">
        <source>%n of %1 dates are taken and left out.</source>
        <translation>
            <numerusform>%n of %1 dates is taken and left out.</numerusform>
            <numerusform>%n of %1 dates are taken and left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is free on all %n dates.</source>
        <translation>
            <numerusform>%1 is free on its one date.</numerusform>
            <numerusform>%1 is free on all %n dates.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reserve::ReservationPopup</name>
    <message numerus="yes">
        <source>%n invited</source>
        <translation>
            <numerusform>%n invited</numerusform>
            <numerusform>%n invited</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reserve::ServersView</name>
    <message numerus="yes">
        <source>%n space(s) have a mailbox whose domain no server handles: %1</source>
        <translation>
            <numerusform>%n space has a mailbox whose domain no server handles: %1</numerusform>
            <numerusform>%n spaces have a mailbox whose domain no server handles: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reserve::SessionPane</name>
    <message numerus="yes">
        <source>%n line(s) were not recorded here.</source>
        <translation>
            <numerusform>%n line was not recorded here.</numerusform>
            <numerusform>%n lines were not recorded here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reserve::SpaceFinding</name>
    <message numerus="yes">
        <source>%n request(s) wait.</source>
        <translation>
            <numerusform>%n request waits.</numerusform>
            <numerusform>%n requests wait.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reserve::StateLegend</name>
    <message numerus="yes">
        <source>%n reservations</source>
        <translation>
            <numerusform>%n reservation</numerusform>
            <numerusform>%n reservations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reserve::StatusFeed</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reserve::WaitingSteps</name>
    <message numerus="yes">
        <source>oldest %n min</source>
        <translation>
            <numerusform>oldest %n min</numerusform>
            <numerusform>oldest %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message numerus="yes">
        <source>Nothing was imported: %n row(s) of {path} have a problem.</source>
        <translation>
            <numerusform>Nothing was imported: %n row of {path} has a problem.</numerusform>
            <numerusform>Nothing was imported: %n rows of {path} have a problem.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry is(are) due at once.</source>
        <translation>
            <numerusform>%n entry is due at once.</numerusform>
            <numerusform>%n entries are due at once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{space} has %n reservation(s) and cannot be removed. Mark it as not bookable instead.</source>
        <translation>
            <numerusform>{space} has %n reservation and cannot be removed. Mark it as not bookable instead.</numerusform>
            <numerusform>{space} has %n reservations and cannot be removed. Mark it as not bookable instead.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{space} is free on all %n date(s) of the series: {start..end}.</source>
        <translation>
            <numerusform>{space} is free on the one date of the series: {start..end}.</numerusform>
            <numerusform>{space} is free on all %n dates of the series: {start..end}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The series has %n date(s).</source>
        <translation>
            <numerusform>The series has %n date.</numerusform>
            <numerusform>The series has %n dates.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n date(s) that were changed or cancelled by themselves do not stay so.</source>
        <translation>
            <numerusform>%n date that was changed or cancelled by itself does not stay so.</numerusform>
            <numerusform>%n dates that were changed or cancelled by themselves do not stay so.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reserved as a series from number {id} on: {space}, %n date(s), first {start..end}.</source>
        <translation>
            <numerusform>Reserved as a series from number {id} on: {space}, %n date, first {start..end}.</numerusform>
            <numerusform>Reserved as a series from number {id} on: {space}, %n dates, first {start..end}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing was imported: %n value(s) of {path} have a problem.</source>
        <translation>
            <numerusform>Nothing was imported: %n value of {path} has a problem.</numerusform>
            <numerusform>Nothing was imported: %n values of {path} have a problem.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The client secret of {server} ends in %n day(s), on {end}. Make a new one in Microsoft Entra before, and set it; then nothing stops.</source>
        <translation>
            <numerusform>The client secret of {server} ends in %n day, on {end}. Make a new one in Microsoft Entra before, and set it; then nothing stops.</numerusform>
            <numerusform>The client secret of {server} ends in %n days, on {end}. Make a new one in Microsoft Entra before, and set it; then nothing stops.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The certificate of {server} ends in %n day(s), on {end}. Put in a new one and its key before; then nothing stops.</source>
        <translation>
            <numerusform>The certificate of {server} ends in %n day, on {end}. Put in a new one and its key before; then nothing stops.</numerusform>
            <numerusform>The certificate of {server} ends in %n days, on {end}. Put in a new one and its key before; then nothing stops.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{space} is reserved already on all %n date(s) of the series: {start..end}.</source>
        <translation>
            <numerusform>{space} is reserved already on the one date of the series: {start..end}.</numerusform>
            <numerusform>{space} is reserved already on all %n dates of the series: {start..end}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n date(s) of the series lie(s) in the time that can be booked now; it goes on.</source>
        <translation>
            <numerusform>%n date of the series lies in the time that can be booked now; it goes on.</numerusform>
            <numerusform>%n dates of the series lie in the time that can be booked now; it goes on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The series is back but for %n of its {count} dates. The first: {cause}</source>
        <translation>
            <numerusform>The series is back but for %n of its {count} dates. That one: {cause}</numerusform>
            <numerusform>The series is back but for %n of its {count} dates. The first: {cause}</numerusform>
        </translation>
    </message>
</context>
</TS>
