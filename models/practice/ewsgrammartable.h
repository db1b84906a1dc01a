// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

namespace reserve::practice {

// What a request of Exchange Web Services may look like (Exchange 2016), as far as it is understood here; read by
// ewsgrammar.cpp. One rule a line, long ones continued by a backslash:
//   name = places        a text that $name stands for
//   m TYPE places        a type whose elements are of the messages namespace (but for t/NAME), t of the types namespace
//   enum TYPE words      the values of a simple type
// A place is @NAME:KIND of an attribute (! required), or NAME:TYPE of an element, alternatives joined by |, with ?, *
// or + behind it. TYPE may be left out where it is NAME. "any" is not looked into; "text" and unknown kinds are free.
inline constexpr char ewsGrammarTable[] = R"(
path = FieldURI:UnindexedPath|IndexedFieldURI:IndexedPath|ExtendedFieldURI:ExtendedPath
search = \
And:Several|Or:Several|Not:One|Exists:PathOnly|IsEqualTo:Compare|IsNotEqualTo:Compare|IsGreaterThan:Compare|\
IsGreaterThanOrEqualTo:Compare|IsLessThan:Compare|IsLessThanOrEqualTo:Compare|Contains:Contains|Excludes:any
item = MimeContent:MimeContent? ItemId:ItemId? ParentFolderId:FolderId? ItemClass:text? Subject:text? \
Sensitivity:Sensitivity? Body:Body? Attachments:any? DateTimeReceived:dateTime? Size:int? Categories:Strings? \
Importance:Importance? InReplyTo:text? IsSubmitted:boolean? IsDraft:boolean? IsFromMe:boolean? IsResend:boolean? \
IsUnmodified:boolean? InternetMessageHeaders:any? DateTimeSent:dateTime? DateTimeCreated:dateTime? \
ResponseObjects:any? ReminderDueBy:dateTime? ReminderIsSet:boolean? ReminderNextTime:dateTime? \
ReminderMinutesBeforeStart:int? DisplayCc:text? DisplayTo:text? HasAttachments:boolean? \
ExtendedProperty:ExtendedProperty* Culture:text? EffectiveRights:any? LastModifiedName:text? \
LastModifiedTime:dateTime? IsAssociated:boolean? WebClientReadFormQueryString:text? \
WebClientEditFormQueryString:text? ConversationId:ItemId? UniqueBody:Body? Flag:any?
message = Sender:Recipient? ToRecipients:Recipients? CcRecipients:Recipients? BccRecipients:Recipients? \
IsReadReceiptRequested:boolean? IsDeliveryReceiptRequested:boolean? ConversationIndex:text? ConversationTopic:text? \
From:Recipient? InternetMessageId:text? IsRead:boolean? IsResponseRequested:boolean? References:text? \
ReplyTo:Recipients? ReceivedBy:Recipient? ReceivedRepresenting:Recipient?
calendar = UID:text? RecurrenceId:dateTime? DateTimeStamp:dateTime? Start:dateTime? End:dateTime? \
OriginalStart:dateTime? IsAllDayEvent:boolean? LegacyFreeBusyStatus:FreeBusy? Location:text? When:text? \
IsMeeting:boolean? IsCancelled:boolean? IsRecurring:boolean? MeetingRequestWasSent:boolean? \
IsResponseRequested:boolean? CalendarItemType:text? MyResponseType:text? Organizer:Recipient? \
RequiredAttendees:Attendees? OptionalAttendees:Attendees? Resources:Attendees? ConflictingMeetingCount:int? \
AdjacentMeetingCount:int? ConflictingMeetings:any? AdjacentMeetings:any? Duration:text? TimeZone:text? \
AppointmentReplyTime:dateTime? AppointmentSequenceNumber:int? AppointmentState:int? Recurrence:Recurrence? \
FirstOccurrence:any? LastOccurrence:any? ModifiedOccurrences:any? DeletedOccurrences:any? MeetingTimeZone:any? \
StartTimeZone:TimeZoneDefinition? EndTimeZone:TimeZoneDefinition? ConferenceType:int? AllowNewTimeProposal:boolean? \
IsOnlineMeeting:boolean? MeetingWorkspaceUrl:text? NetShowUrl:text? EnhancedLocation:any? StartWallClock:dateTime? \
EndWallClock:dateTime? StartTimeZoneId:text? EndTimeZoneId:text? IntendedFreeBusyStatus:FreeBusy?
response = ItemClass:text? Sensitivity:Sensitivity? Body:Body? Attachments:any? InternetMessageHeaders:any? \
Sender:Recipient? ToRecipients:Recipients? CcRecipients:Recipients? BccRecipients:Recipients? \
IsReadReceiptRequested:boolean? IsDeliveryReceiptRequested:boolean? From:Recipient? ReferenceItemId:ItemId? \
ReceivedBy:Recipient? ReceivedRepresenting:Recipient?
anyItem = \
Item:Item|Message:Message|CalendarItem:CalendarItem|Contact:any|DistributionList:any|MeetingMessage:any|\
MeetingRequest:any|MeetingResponse:any|MeetingCancellation:any|Task:any|PostItem:any|RoleMember:any|Network:any|\
Person:any
m FindItem @Traversal:Traversal! ItemShape \
IndexedPageItemView|FractionalPageItemView:any|SeekToConditionPageItemView:any|CalendarView|ContactsView:any? \
GroupBy:any|DistinguishedGroupBy:any? Restriction? SortOrder? ParentFolderIds:FolderIds QueryString:any?
m GetItem ItemShape ItemIds
m CreateItem @MessageDisposition:Disposition @SendMeetingInvitations:Invitations SavedItemFolderId:TargetFolder? \
Items:NewItems
m UpdateItem @ConflictResolution:ConflictResolution! @MessageDisposition:Disposition \
@SendMeetingInvitationsOrCancellations:UpdateInvitations @SuppressReadReceipts:boolean \
SavedItemFolderId:TargetFolder? ItemChanges
m DeleteItem @DeleteType:Disposal! @SendMeetingCancellations:Invitations @AffectedTaskOccurrences:text \
@SuppressReadReceipts:boolean ItemIds
m SendItem @SaveItemToFolder:boolean! ItemIds SavedItemFolderId:TargetFolder?
m GetFolder FolderShape FolderIds
m GetUserConfiguration UserConfigurationName:ConfigurationName UserConfigurationProperties:text
m FindFolder @Traversal:FolderTraversal! FolderShape \
IndexedPageFolderView:IndexedPageItemView|FractionalPageFolderView:any? Restriction? ParentFolderIds:FolderIds
m ConvertId @DestinationFormat:IdFormat! SourceIds:AlternateIds
m ResolveNames @ReturnFullContactData:boolean! @SearchScope:SearchScope @ContactDataShape:BaseShape \
ParentFolderIds:FolderIds? UnresolvedEntry:nonEmpty
m SyncFolderItems ItemShape SyncFolderId:TargetFolder SyncState:text? Ignore:ItemIds? MaxChangesReturned:int \
SyncScope:SyncScope? NumberOfDays:int? MaximumCount:int? MinimumCount:int?
m GetUserAvailabilityRequest t/TimeZone:ZoneBias? MailboxDataArray t/FreeBusyViewOptions? \
t/SuggestionsViewOptions:any?
t ItemShape BaseShape IncludeMimeContent:boolean? BodyType:BodyTypeResponse? UniqueBodyType:BodyTypeResponse? \
NormalizedBodyType:BodyTypeResponse? FilterHtmlContent:boolean? ConvertHtmlCodePageToUTF8:boolean? \
InlineImageUrlTemplate:text? BlockExternalImages:boolean? AddBlankTargetToLinks:boolean? MaximumBodySize:int? \
AdditionalProperties:Paths?
t FolderShape BaseShape AdditionalProperties:Paths?
t Paths FieldURI:UnindexedPath|IndexedFieldURI:IndexedPath|ExtendedFieldURI:ExtendedPath+
t UnindexedPath @FieldURI:FieldUri!
t IndexedPath @FieldURI:text! @FieldIndex:text!
t ExtendedPath @DistinguishedPropertySetId:PropertySet @PropertySetId:text @PropertyTag:text @PropertyName:text \
@PropertyId:int @PropertyType:PropertyType!
t IndexedPageItemView @MaxEntriesReturned:int @Offset:int! @BasePoint:BasePoint!
t CalendarView @MaxEntriesReturned:int @StartDate:dateTime! @EndDate:dateTime!
t Restriction $search
t Several \
And:Several|Or:Several|Not:One|Exists:PathOnly|IsEqualTo:Compare|IsNotEqualTo:Compare|IsGreaterThan:Compare|\
IsGreaterThanOrEqualTo:Compare|IsLessThan:Compare|IsLessThanOrEqualTo:Compare|Contains:Contains|Excludes:any+
t One $search
t PathOnly $path
t Compare $path FieldURIOrConstant
t FieldURIOrConstant FieldURI:UnindexedPath|IndexedFieldURI:IndexedPath|ExtendedFieldURI:ExtendedPath|Constant
t Constant @Value:text!
t Contains @ContainmentMode:Containment @ContainmentComparison:text $path Constant
t SortOrder FieldOrder+
t FieldOrder @Order:SortDirection! $path
t FolderIds FolderId|DistinguishedFolderId+
t ConfigurationName @Name:nonEmpty! FolderId|DistinguishedFolderId
t TargetFolder FolderId|DistinguishedFolderId|AddressListId:any|ConsumerCalendarId:any
t FolderId @Id:text! @ChangeKey:text
t DistinguishedFolderId @Id:FolderName! @ChangeKey:text Mailbox?
t Mailbox Name:text? EmailAddress:nonEmpty? RoutingType:nonEmpty? MailboxType:MailboxType? ItemId? \
OriginalDisplayName:text?
t Recipient Mailbox
t Recipients Mailbox*
t Attendees Attendee+
t Attendee Mailbox ResponseType:text? LastResponseTime:dateTime? ProposedStart:dateTime? ProposedEnd:dateTime?
t AlternateIds AlternateId|AlternatePublicFolderId:any|AlternatePublicFolderItemId:any+
t AlternateId @Format:IdFormat! @Id:text! @Mailbox:nonEmpty! @IsArchive:boolean
t ItemIds ItemId|OccurrenceItemId|RecurringMasterItemId|RecurringMasterItemIdRanges:any+
t ItemId @Id:text! @ChangeKey:text
t OccurrenceItemId @RecurringMasterId:text! @ChangeKey:text @InstanceIndex:int!
t RecurringMasterItemId @OccurrenceId:text! @ChangeKey:text
t NewItems \
Item:Item|Message:Message|CalendarItem:CalendarItem|Contact:any|DistributionList:any|MeetingMessage:any|\
MeetingRequest:any|MeetingResponse:any|MeetingCancellation:any|Task:any|PostItem:any|ReplyToItem:any|\
ForwardItem:any|ReplyAllToItem:any|AcceptItem:Answer|TentativelyAcceptItem:Answer|DeclineItem:Answer|\
CancelCalendarItem:Cancellation|RemoveItem:any|SuppressReadReceipt:any|PostReplyItem:any|\
AcceptSharingInvitation:any|RoleMember:any|Network:any|Person:any+
t Item $item
t Message $item $message
t CalendarItem $item $calendar
t Answer @ObjectName:text $response ProposedStart:dateTime? ProposedEnd:dateTime?
t Cancellation @ObjectName:text Subject:text? Body:Body? ToRecipients:Recipients? CcRecipients:Recipients? \
BccRecipients:Recipients? IsReadReceiptRequested:boolean? IsDeliveryReceiptRequested:boolean? From:Recipient? \
ReferenceItemId:ItemId? NewBodyContent:Body?
t Body @BodyType:BodyType! @IsTruncated:boolean
t MimeContent @CharacterSet:text
t Strings String:text*
t ExtendedProperty ExtendedFieldURI:ExtendedPath Value:text|Values:PropertyValues
t PropertyValues Value:text+
t Recurrence \
RelativeYearlyRecurrence:RelativeYearly|AbsoluteYearlyRecurrence:AbsoluteYearly|\
RelativeMonthlyRecurrence:RelativeMonthly|AbsoluteMonthlyRecurrence:AbsoluteMonthly|WeeklyRecurrence:Weekly|\
DailyRecurrence:Daily \
NoEndRecurrence:NoEnd|EndDateRecurrence:EndDated|NumberedRecurrence:Numbered
t RelativeYearly DaysOfWeek:Day DayOfWeekIndex:DayIndex Month:Month
t AbsoluteYearly DayOfMonth:int Month:Month
t RelativeMonthly Interval:int DaysOfWeek:Day DayOfWeekIndex:DayIndex
t AbsoluteMonthly Interval:int DayOfMonth:int
t Weekly Interval:int DaysOfWeek:Days FirstDayOfWeek:Day?
t Daily Interval:int
t NoEnd StartDate:date
t EndDated StartDate:date EndDate:date
t Numbered StartDate:date NumberOfOccurrences:int
t TimeZoneDefinition @Id:text @Name:text Periods:any? TransitionsGroups:any? Transitions:any?
t ItemChanges ItemChange+
t ItemChange ItemId|OccurrenceItemId|RecurringMasterItemId Updates
t Updates AppendToItemField:SetField|SetItemField:SetField|DeleteItemField:PathOnly+
t SetField $path $anyItem
t ZoneBias Bias:int StandardTime:ZoneTime DaylightTime:ZoneTime
t ZoneTime Bias:int Time:text DayOrder:int Month:int DayOfWeek:text Year:text?
t MailboxDataArray MailboxData+
t MailboxData Email AttendeeType:text ExcludeConflicts:boolean?
t Email Name:text? Address:nonEmpty RoutingType:text?
t FreeBusyViewOptions TimeWindow MergedFreeBusyIntervalInMinutes:int? RequestedView:text?
t TimeWindow StartTime:dateTime EndTime:dateTime
enum Traversal Shallow SoftDeleted Associated
enum FolderTraversal Shallow Deep SoftDeleted
enum IdFormat EwsLegacyId EwsId EntryId HexEntryId StoreId OwaId
enum BaseShape IdOnly Default AllProperties
enum BodyTypeResponse Best HTML Text
enum BodyType HTML Text
enum Disposition SaveOnly SendOnly SendAndSaveCopy
enum Invitations SendToNone SendOnlyToAll SendToAllAndSaveCopy
enum UpdateInvitations SendToNone SendOnlyToAll SendOnlyToChanged SendToAllAndSaveCopy SendToChangedAndSaveCopy
enum ConflictResolution NeverOverwrite AutoResolve AlwaysOverwrite
enum Disposal HardDelete SoftDelete MoveToDeletedItems
enum SearchScope ActiveDirectory ActiveDirectoryContacts Contacts ContactsActiveDirectory
enum SyncScope NormalItems NormalAndAssociatedItems
enum BasePoint Beginning End
enum SortDirection Ascending Descending
enum Containment FullString Prefixed Substring PrefixOnWords ExactPhrase
enum MailboxType Unknown OneOff Mailbox PublicDL PrivateDL Contact PublicFolder GroupMailbox
enum Sensitivity Normal Personal Private Confidential
enum Importance Low Normal High
enum FreeBusy Free Tentative Busy OOF WorkingElsewhere NoData
enum Day Sunday Monday Tuesday Wednesday Thursday Friday Saturday Day Weekday WeekendDay
enum Days Sunday Monday Tuesday Wednesday Thursday Friday Saturday Day Weekday WeekendDay
enum DayIndex First Second Third Fourth Last
enum Month January February March April May June July August September October November December
enum PropertySet Meeting Appointment Common PublicStrings Address InternetHeaders CalendarAssistant UnifiedMessaging \
Task Sharing
enum PropertyType ApplicationTime ApplicationTimeArray Binary BinaryArray Boolean CLSID CLSIDArray Currency \
CurrencyArray Double DoubleArray Error Float FloatArray Integer IntegerArray Long LongArray Null Object ObjectArray \
Short ShortArray SystemTime SystemTimeArray String StringArray
enum FolderName calendar contacts deleteditems drafts inbox journal notes outbox sentitems tasks msgfolderroot \
publicfoldersroot root junkemail searchfolders voicemail recoverableitemsroot recoverableitemsdeletions \
recoverableitemsversions recoverableitemspurges recoverableitemsdiscoveryholds archiveroot archivemsgfolderroot \
archivedeleteditems archiveinbox archiverecoverableitemsroot archiverecoverableitemsdeletions \
archiverecoverableitemsversions archiverecoverableitemspurges archiverecoverableitemsdiscoveryholds syncissues \
conflicts localfailures serverfailures recipientcache quickcontacts conversationhistory adminauditlogs todosearch \
mycontacts directory imcontactlist peopleconnect favorites mecontact personmetadata
enum FieldUri folder:FolderId folder:ParentFolderId folder:DisplayName folder:UnreadCount folder:TotalCount \
folder:ChildFolderCount folder:FolderClass folder:SearchParameters folder:ManagedFolderInformation \
folder:PermissionSet folder:EffectiveRights folder:SharingEffectiveRights folder:DistinguishedFolderId \
folder:PolicyTag folder:ArchiveTag folder:ReplicaList item:ItemId item:ParentFolderId item:ItemClass \
item:MimeContent item:Attachments item:Subject item:DateTimeReceived item:Size item:Categories item:HasAttachments \
item:Importance item:InReplyTo item:InternetMessageHeaders item:IsAssociated item:IsDraft item:IsFromMe \
item:IsResend item:IsSubmitted item:IsUnmodified item:DateTimeSent item:DateTimeCreated item:Body \
item:ResponseObjects item:Sensitivity item:ReminderDueBy item:ReminderIsSet item:ReminderNextTime \
item:ReminderMinutesBeforeStart item:DisplayTo item:DisplayCc item:Culture item:EffectiveRights \
item:LastModifiedName item:LastModifiedTime item:ConversationId item:UniqueBody item:Flag item:StoreEntryId \
item:InstanceKey item:NormalizedBody item:EntityExtractionResult item:PolicyTag item:ArchiveTag item:RetentionDate \
item:Preview item:NextPredictedAction item:GroupingAction item:PredictedActionReason item:IsClutter \
item:RightsManagementLicenseData item:BlockStatus item:HasBlockedImages item:WebClientReadFormQueryString \
item:WebClientEditFormQueryString item:TextBody item:IconIndex item:MimeContentUTF8 item:Hashtags item:Mentions \
item:MentionedMe item:PendingSocialActivityTagIds message:ConversationIndex message:ConversationTopic \
message:InternetMessageId message:IsRead message:IsResponseRequested message:IsReadReceiptRequested \
message:IsDeliveryReceiptRequested message:ReceivedBy message:ReceivedRepresenting message:References \
message:ReplyTo message:From message:Sender message:ToRecipients message:CcRecipients message:BccRecipients \
message:ApprovalRequestData message:VotingInformation message:ReminderMessageData meeting:AssociatedCalendarItemId \
meeting:IsDelegated meeting:IsOutOfDate meeting:HasBeenProcessed meeting:ResponseType meeting:ProposedStart \
meeting:ProposedEnd meetingRequest:MeetingRequestType meetingRequest:IntendedFreeBusyStatus \
meetingRequest:ChangeHighlights calendar:Start calendar:End calendar:OriginalStart calendar:StartWallClock \
calendar:EndWallClock calendar:StartTimeZoneId calendar:EndTimeZoneId calendar:IsAllDayEvent \
calendar:LegacyFreeBusyStatus calendar:Location calendar:EnhancedLocation calendar:When calendar:IsMeeting \
calendar:IsCancelled calendar:IsRecurring calendar:MeetingRequestWasSent calendar:IsResponseRequested \
calendar:CalendarItemType calendar:MyResponseType calendar:Organizer calendar:RequiredAttendees \
calendar:OptionalAttendees calendar:Resources calendar:ConflictingMeetingCount calendar:AdjacentMeetingCount \
calendar:ConflictingMeetings calendar:AdjacentMeetings calendar:InboxReminders calendar:Duration calendar:TimeZone \
calendar:AppointmentReplyTime calendar:AppointmentSequenceNumber calendar:AppointmentState calendar:Recurrence \
calendar:FirstOccurrence calendar:LastOccurrence calendar:ModifiedOccurrences calendar:DeletedOccurrences \
calendar:MeetingTimeZone calendar:ConferenceType calendar:AllowNewTimeProposal calendar:IsOnlineMeeting \
calendar:MeetingWorkspaceUrl calendar:NetShowUrl calendar:UID calendar:RecurrenceId calendar:DateTimeStamp \
calendar:StartTimeZone calendar:EndTimeZone calendar:JoinOnlineMeetingUrl calendar:OnlineMeetingSettings \
calendar:IsOrganizer
)";

} // namespace reserve::practice
