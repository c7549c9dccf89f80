import type { ObjectDescribe } from '../schema/describe.ts'
import { fieldOf } from '../schema/schema.ts'

/** What is made at one go from anywhere: a record of one object, in a few fields. */
export interface QuickAction {
  readonly name: string
  readonly label: string
  readonly type: 'Create' | 'LogACall'
  readonly object: string
  readonly fields: readonly string[]
  /** What the record has where the user says nothing. */
  readonly values: Readonly<Record<string, string>>
}

const create = (object: string, fields: readonly string[]): QuickAction => ({
  name: `New${object}`,
  label: `New ${object}`,
  type: 'Create',
  object,
  fields,
  values: {},
})

/**
 * The global actions that a new org has.
 * https://help.salesforce.com/s/articleView?id=platform.actions_default_global.htm
 */
export const quickActions: readonly QuickAction[] = [
  create('Account', ['Name', 'Phone', 'OwnerId']),
  create('Case', ['ContactId', 'Status', 'Subject', 'Description', 'OwnerId']),
  create('Contact', ['FirstName', 'LastName', 'AccountId', 'Email', 'Phone', 'OwnerId']),
  create('Event', ['Subject', 'StartDateTime', 'EndDateTime', 'WhoId', 'WhatId', 'OwnerId']),
  create('Lead', ['FirstName', 'LastName', 'Company', 'Email', 'Phone', 'Status', 'OwnerId']),
  create('Opportunity', ['Name', 'AccountId', 'CloseDate', 'StageName', 'Amount', 'OwnerId']),
  create('Task', ['Subject', 'ActivityDate', 'WhoId', 'WhatId', 'Status', 'OwnerId']),
  {
    name: 'LogACall',
    label: 'Log a Call',
    type: 'LogACall',
    object: 'Task',
    fields: ['Subject', 'Description', 'WhoId', 'WhatId', 'OwnerId'],
    values: { Subject: 'Call', Status: 'Completed', TaskSubtype: 'Call' },
  },
]

/** The lookup by which a new record hangs on the one that the action was begun at. */
export function contextField(describe: ObjectDescribe, context: string): string | undefined {
  const isPerson = context === 'Contact' || context === 'Lead'
  const usual = [isPerson ? 'WhoId' : 'WhatId', `${context}Id`]
  return usual.find((name) => fieldOf(describe, name)?.referenceTo.includes(context))
}
