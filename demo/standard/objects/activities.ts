import { field, lookup, picklist, readOnly } from '../../schema/field.ts'
import { auditFields, identityFields, object } from '../../schema/object.ts'
import type { StandardObject } from '../standard-object.ts'

const REQUIRED = { nillable: false }
const ONCE = { updateable: false }
const SUBJECTS = ['Call', 'Send Letter', 'Send Quote', 'Other']
/** Custom objects that allow activities join when they are deployed. */
const RELATED_TO = ['Account', 'Campaign', 'Case', 'Contract', 'Opportunity', 'Product2']

const task: StandardObject = {
  children: { WhoId: 'Tasks', WhatId: 'Tasks', AccountId: 'Tasks' },
  describe: object({
    name: 'Task',
    keyPrefix: '00T',
    flags: { searchable: true, mruEnabled: true },
    fields: [
      ...identityFields('Activity').slice(0, 1),
      lookup('WhoId', ['Contact', 'Lead'], { label: 'Name ID' }),
      lookup('WhatId', RELATED_TO, { label: 'Related To ID' }),
      { ...picklist('Subject', SUBJECTS, { nameField: true }), type: 'combobox', groupable: false },
      field('ActivityDate', 'date', { label: 'Due Date Only' }),
      picklist(
        'Status',
        ['*Not Started', 'In Progress', 'Completed', 'Waiting on someone else', 'Deferred'],
        { ...REQUIRED, defaultedOnCreate: true, length: 255 },
      ),
      picklist('Priority', ['High', '*Normal', 'Low'], { ...REQUIRED, defaultedOnCreate: true }),
      readOnly('IsHighPriority', 'boolean', { label: 'High Priority' }),
      lookup('OwnerId', ['Group', 'User'], {
        ...REQUIRED,
        defaultedOnCreate: true,
        label: 'Assigned To ID',
      }),
      field('Description', 'textarea', { label: 'Comments' }),
      readOnly('IsDeleted', 'boolean', { label: 'Deleted' }),
      lookup('AccountId', ['Account'], { createable: false, updateable: false }),
      readOnly('IsClosed', 'boolean', { label: 'Closed' }),
      ...auditFields(),
      readOnly('IsArchived', 'boolean', { label: 'Archived' }),
      field('CallDurationInSeconds', 'int', { label: 'Call Duration' }),
      picklist('CallType', ['Internal', 'Inbound', 'Outbound'], { length: 40 }),
      field('CallDisposition', 'string', { label: 'Call Result' }),
      field('CallObject', 'string', { label: 'Call Object Identifier' }),
      field('ReminderDateTime', 'datetime', { label: 'Reminder Date/Time' }),
      field('IsReminderSet', 'boolean', { label: 'Reminder Set' }),
      lookup('RecurrenceActivityId', ['Task'], {
        createable: false,
        updateable: false,
        relationshipName: null,
      }),
      field('IsRecurrence', 'boolean', { label: 'Create Recurring Series of Tasks', ...ONCE }),
      field('RecurrenceStartDateOnly', 'date'),
      field('RecurrenceEndDateOnly', 'date'),
      field('RecurrenceTimeZoneSidKey', 'picklist', { length: 40 }),
      picklist('RecurrenceType', ['RecursDaily', 'RecursWeekly', 'RecursMonthly', 'RecursYearly'], {
        restrictedPicklist: true,
        length: 40,
      }),
      field('RecurrenceInterval', 'int'),
      field('RecurrenceDayOfWeekMask', 'int'),
      field('RecurrenceDayOfMonth', 'int'),
      field('RecurrenceInstance', 'picklist', { length: 40 }),
      field('RecurrenceMonthOfYear', 'picklist', { length: 40 }),
      picklist('RecurrenceRegeneratedType', ['None', 'After due date', 'After date completed'], {
        length: 40,
      }),
      picklist('TaskSubtype', ['*Task', 'Email', 'ListEmail', 'Cadence', 'Call', 'LinkedIn'], {
        ...ONCE,
        restrictedPicklist: true,
        defaultedOnCreate: true,
        length: 40,
      }),
      readOnly('CompletedDateTime', 'datetime', { label: 'Completed Date' }),
    ],
  }),
}

const eventRelation: StandardObject = {
  children: { EventId: 'EventRelations', RelationId: 'EventRelations' },
  describe: object({
    name: 'EventRelation',
    keyPrefix: '0RE',
    flags: { triggerable: false },
    fields: [
      ...identityFields('Event Relation'),
      lookup('RelationId', ['Calendar', 'Contact', 'Lead', 'User'], { ...REQUIRED, ...ONCE }),
      lookup('EventId', ['Event'], { ...REQUIRED, ...ONCE, cascadeDelete: true }),
      picklist('Status', ['*New', 'Declined', 'Accepted', 'Uninvited', 'Maybe'], {
        restrictedPicklist: true,
        defaultedOnCreate: true,
      }),
      readOnly('RespondedDate', 'datetime'),
      field('Response', 'string'),
      field('IsInvitee', 'boolean', { ...ONCE, defaultValue: true }),
      ...auditFields(),
    ],
  }),
}

const emailMessage: StandardObject = {
  children: { ParentId: 'EmailMessages', RelatedToId: 'Emails' },
  describe: object({
    name: 'EmailMessage',
    keyPrefix: '02s',
    flags: { searchable: true },
    fields: [
      ...identityFields('Email Message'),
      lookup('ParentId', ['Case'], { ...ONCE, label: 'Case ID' }),
      lookup('ActivityId', ['Task'], ONCE),
      ...auditFields(),
      field('TextBody', 'textarea'),
      field('HtmlBody', 'textarea', { length: 131_072 }),
      field('Headers', 'textarea'),
      field('Subject', 'string', { length: 3000 }),
      readOnly('Name', 'string', { nameField: true }),
      field('FromName', 'string', { length: 1000 }),
      field('FromAddress', 'email', { length: 1000 }),
      field('ValidatedFromAddress', 'picklist', { length: 1333 }),
      ...['ToAddress', 'CcAddress', 'BccAddress'].map((name) =>
        field(name, 'string', { length: 4000 }),
      ),
      ...['ToIds', 'CcIds', 'BccIds', 'ContentDocumentIds', 'AttachmentIds'].map((name) =>
        field(name, 'string', { filterable: false, sortable: false, length: 4000 }),
      ),
      field('Incoming', 'boolean', { ...ONCE, label: 'Is Incoming' }),
      readOnly('HasAttachment', 'boolean'),
      picklist('Status', ['0', '1', '2', '3', '4', '5'], { ...REQUIRED, restrictedPicklist: true }),
      field('MessageDate', 'datetime'),
      readOnly('IsExternallyVisible', 'boolean'),
      field('MessageIdentifier', 'string', { idLookup: true }),
      field('ThreadIdentifier', 'string', { idLookup: true }),
      field('ClientThreadIdentifier', 'string'),
      lookup('FromId', ['Contact', 'Lead', 'User'], { ...ONCE, relationshipName: null }),
      field('IsClientManaged', 'boolean', ONCE),
      field('IsPrivateDraft', 'boolean', ONCE),
      lookup('RelatedToId', RELATED_TO),
      field('IsTracked', 'boolean'),
      field('IsOpened', 'boolean'),
      field('FirstOpenedDate', 'datetime'),
      field('LastOpenedDate', 'datetime'),
      field('IsBounced', 'boolean'),
      lookup('EmailTemplateId', ['EmailTemplate']),
      lookup('ReplyToEmailMessageId', ['EmailMessage'], ONCE),
    ],
  }),
}

/** Tasks, invitees and mails; Event itself is a recorded describe. */
export const activities: readonly StandardObject[] = [task, eventRelation, emailMessage]
