import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { objectDescribeSchema } from '../schema/describe-schema.ts'
import type { ObjectDescribe } from '../schema/describe.ts'
import { recordTypesOf } from './object-info.ts'
import { activities } from './objects/activities.ts'
import { activityLists } from './objects/activity-lists.ts'
import { chatter } from './objects/chatter.ts'
import { currencies } from './objects/currencies.ts'
import { definitions } from './objects/definitions.ts'
import { files } from './objects/files.ts'
import { histories } from './objects/histories.ts'
import { people } from './objects/people.ts'
import { permissions } from './objects/permissions.ts'
import { products } from './objects/products.ts'
import { selling } from './objects/selling.ts'
import { setup } from './objects/setup.ts'
import { teams } from './objects/teams.ts'
import type { StandardObject } from './standard-object.ts'

/** Objects whose describe answers were recorded; what their lookups call their children. */
const RECORDED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Account: { OwnerId: 'Accounts' },
  Contact: { OwnerId: 'Contacts' },
  Lead: { OwnerId: 'Leads' },
  Case: { OwnerId: 'Cases' },
  Opportunity: {
    OwnerId: 'Opportunities',
    CampaignId: 'Opportunities',
    Pricebook2Id: 'Opportunities',
  },
  OpportunityContactRole: {},
  Event: { OwnerId: 'Events' },
}

/** Every object an org has before anyone adds to it; `needs` tells which switch brings it. */
export function standardObjects(): readonly StandardObject[] {
  return [
    ...people,
    ...permissions,
    ...setup,
    ...currencies,
    ...selling,
    ...products,
    ...Object.entries(RECORDED).map(([name, children]) => recorded(name, children)),
    ...teams,
    ...activities,
    ...activityLists,
    ...histories,
    ...files,
    ...chatter,
    ...definitions,
  ]
}

function recorded(name: string, children: Readonly<Record<string, string>>): StandardObject {
  const file = join(import.meta.dirname, 'describe', `${name}.json`)
  const describe = objectDescribeSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  return { children, describe: withoutRecordTypes(describe) }
}

/** The recorded org had a record type of its own; which there are here, only the org folder says. */
function withoutRecordTypes(describe: ObjectDescribe): ObjectDescribe {
  const masters = recordTypesOf(describe).filter(({ master }) => master === true)
  const isDefault = { defaultRecordTypeMapping: true }
  const recordTypeInfos = masters.map((info) => Object.assign({}, info, isDefault))
  return { ...describe, recordTypeInfos }
}
