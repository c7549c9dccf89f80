import { field, lookup, readOnly } from '../../schema/field.ts'
import { auditFields, DERIVED_ONLY, identityFields, object } from '../../schema/object.ts'
import type { StandardObject } from '../standard-object.ts'

const READ = { createable: false, updateable: false }

/** Tasks and events in one list; a subquery of their parent is the only way to read them. */
function activityList(name: string): StandardObject {
  return {
    describe: object({
      name,
      keyPrefix: null,
      flags: { ...DERIVED_ONLY, queryable: false, retrieveable: false, replicateable: false },
      fields: [
        ...identityFields('Activity'),
        lookup('AccountId', ['Account'], READ),
        lookup('WhatId', ['Account', 'Opportunity', 'Case', 'Campaign', 'Contract'], READ),
        lookup('WhoId', ['Contact', 'Lead'], READ),
        readOnly('Subject', 'combobox', { nameField: true }),
        readOnly('IsTask', 'boolean', { label: 'Task' }),
        readOnly('ActivityDate', 'date', { label: 'Date' }),
        readOnly('StartDateTime', 'datetime'),
        readOnly('EndDateTime', 'datetime'),
        lookup('OwnerId', ['User', 'Group'], READ),
        readOnly('Status', 'picklist'),
        readOnly('Priority', 'picklist'),
        readOnly('IsHighPriority', 'boolean', { label: 'High Priority' }),
        readOnly('ActivityType', 'picklist', { label: 'Type' }),
        readOnly('ActivitySubtype', 'picklist'),
        readOnly('IsClosed', 'boolean', { label: 'Closed' }),
        readOnly('IsAllDayEvent', 'boolean', { label: 'All Day Event' }),
        readOnly('DurationInMinutes', 'int'),
        readOnly('Location', 'string'),
        field('Description', 'textarea', { ...READ, label: 'Comments' }),
        readOnly('CallDurationInSeconds', 'int'),
        readOnly('CallType', 'picklist'),
        readOnly('CallDisposition', 'string'),
        readOnly('ReminderDateTime', 'datetime'),
        readOnly('IsReminderSet', 'boolean', { label: 'Reminder Set' }),
        ...auditFields(),
      ],
    }),
  }
}

/** What is still to be done about a record, and what was. */
export const activityLists: readonly StandardObject[] = [
  activityList('OpenActivity'),
  activityList('ActivityHistory'),
]
