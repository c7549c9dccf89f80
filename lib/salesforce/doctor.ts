import { takenIn } from './installation.ts'
import { copies, type Names } from './names.ts'
import type { OrgFacts } from './org-facts.ts'
import type { Trouble } from './trouble.ts'

/** One line of what was looked at. */
export interface Check {
  readonly key: string
  /** `note`: Segue does without it. */
  readonly state: 'good' | 'note' | 'bad'
  /** What was looked at. */
  readonly what: string
  readonly finding: string
  /** Who can mend it, and how; empty when there is nothing to mend. */
  readonly mend: string
}

type Found = Omit<Check, 'key' | 'what'>

const good = (finding: string): Found => ({ state: 'good', finding, mend: '' })
const note = (finding: string, mend: string): Found => ({ state: 'note', finding, mend })
const bad = (finding: string, mend: string): Found => ({ state: 'bad', finding, mend })

type Look = (facts: OrgFacts, names: Names) => Found

/** What is looked at, in the order in which it has to be right. */
const looks: readonly (readonly [key: string, what: string, look: Look])[] = [
  ['signed-in', 'Signed in', ({ identity }) => good(`${identity.userName} in ${identity.host}`)],
  ['api', 'API', ({ version }) => good(`Open for you, version ${version}`)],
  ['objects', 'Objects of the package', objects],
  ['fields', 'Fields of the package', fields],
  ['rights', 'Writing handoffs', rights],
  ['permission-set', 'Permission set', permissionSet],
  ['opportunity', 'Opportunities', opportunity],
  [
    'team',
    'Opportunity teams',
    optional(
      'OpportunityTeamMember',
      'Team selling',
      'the team as readers and suggested recipients',
    ),
  ],
  [
    'contact-roles',
    'Contact roles',
    optional('OpportunityContactRole', 'Contact roles', 'the customer’s people'),
  ],
  ['chatter', 'Chatter', optional('FeedItem', 'Chatter', 'posts about a handoff')],
  [
    'history',
    'Field history',
    optional(
      'OpportunityFieldHistory',
      'Field history of opportunities',
      'who changed what on the deal',
    ),
  ],
]

/** What is right and wrong with the org for this user, line by line. */
export function diagnose(facts: OrgFacts, names: Names): readonly Check[] {
  return looks.map(([key, what, look]) => Object.assign(look(facts, names), { key, what }))
}

function ownObjects(names: Names): readonly string[] {
  return [names.handoff, names.event, names.comment, names.commitment].map(({ object }) => object)
}

const assign = 'A Salesforce admin assigns you the permission set “Segue User”.'

const nameIt = 'Say so under “Names in this org”, below.'

function objects({ shapes, deployedSets, elsewhere }: OrgFacts, names: Names): Found {
  if (elsewhere !== null) {
    const where = elsewhere === '' ? 'without a namespace' : `with the namespace “${elsewhere}”`
    return bad(`The package is in this org ${where}, and you have given other names`, nameIt)
  }
  const taken = takenIn({ shapes }, names)
  if (taken !== null)
    return bad(
      `${taken} of this org is not Segue’s`,
      `A Salesforce admin deploys the package under other names: salesforce/README.md. Where that is done: “Names in this org”, below.`,
    )
  const missing = ownObjects(names).filter((object) => !shapes[object])
  if (missing.length === 0) return good('All four are there, and you may see them')
  const list = missing.join(', ')
  if (deployedSets !== null && deployedSets.length > 0)
    return bad(`You may not see ${list}`, assign)
  return bad(
    `Not there, or hidden from you: ${list}`,
    'A Salesforce admin deploys the package: “Install in this org”, or docs/admin.md. Where it has other names: “Names in this org”, below.',
  )
}

function fields({ shapes }: OrgFacts, names: Names): Found {
  const own = [names.handoff, names.event, names.comment, names.commitment]
  const { forMe, overdue } = names.handoff.fields
  const computed: ReadonlySet<string> = new Set([forMe, overdue])
  const hidden = fieldsOf([...own, names.opportunity], shapes, (shape, name) =>
    name.endsWith('__c') ? !(name in shape.fields) : false,
  )
  const closed = fieldsOf(own, shapes, ({ createable, fields: seen }, name) =>
    computed.has(name) ? false : createable && seen[name]?.createable === false,
  )
  const { object, fields: ofHandoff } = names.handoff
  const spare = new Set(copies.map((key) => `${object}.${ofHandoff[key]}`))
  const isNeeded = (path: string) => !path.startsWith('Opportunity.') && !spare.has(path)
  const found = [
    ...(hidden.length > 0 ? [`Hidden from you, or of a newer version: ${hidden.join(', ')}`] : []),
    ...(closed.length > 0 ? [`You may see and not fill: ${closed.join(', ')}`] : []),
  ].join('. ')
  if (found === '') return good('All are there, and you may see them')
  if (![...hidden, ...closed].some(isNeeded))
    return note(
      found,
      'Segue works without; reports and lists then do not show them. A Salesforce admin can grant them.',
    )
  return bad(
    found,
    'A Salesforce admin makes them editable in the permission set, or deploys the newest package.',
  )
}

interface Table {
  readonly object: string
  readonly fields: Readonly<Record<string, string>>
}

/** The fields of those tables, as far as their objects are there, with their object in front. */
function fieldsOf(
  tables: readonly Table[],
  shapes: OrgFacts['shapes'],
  isMeant: (shape: OrgFacts['shapes'][string], name: string) => boolean,
): readonly string[] {
  return tables.flatMap(({ object, fields: own }) => {
    const shape = shapes[object]
    const meant = shape ? Object.values(own).filter((name) => isMeant(shape, name)) : []
    return meant.map((name) => `${object}.${name}`)
  })
}

function rights({ shapes }: OrgFacts, names: Names): Found {
  const handoff = shapes[names.handoff.object]
  if (!handoff) return note('Not known before the objects are there', '')
  const event = shapes[names.event.object]
  const mayWrite = handoff.createable && handoff.updateable && event?.createable === true
  return mayWrite
    ? good('You may make and change handoffs, and add to their log')
    : bad('You may not make or change handoffs', assign)
}

function permissionSet({ assignedSets }: OrgFacts): Found {
  if (assignedSets === null) return note('You may not see which sets you have', '')
  if (assignedSets.length > 0)
    return good(assignedSets.map((name) => name.replaceAll('_', ' ')).join(', '))
  return note(
    'None of Segue’s three is assigned to you',
    `${assign} Where a profile grants the same, nothing is amiss.`,
  )
}

function opportunity({ shapes }: OrgFacts, names: Names): Found {
  const { Opportunity: shape } = shapes
  if (!shape)
    return bad('You may not see opportunities', 'A Salesforce admin grants read on Opportunity.')
  const status = shape.fields[names.opportunity.fields.handoffStatus]
  if (shape.updateable && status?.updateable === true)
    return good('You may change those you have access to')
  return note(
    'You may not change the handoff’s status on opportunities',
    'Handoffs work without; lists of opportunities then do not show where they stand. A Salesforce admin can grant edit.',
  )
}

function optional(object: string, name: string, use: string): Look {
  return ({ shapes }) =>
    shapes[object]
      ? good('There, and you may see it')
      : note(
          `${name}: off, or hidden from you`,
          `Segue works without ${use}. A Salesforce admin can switch it on.`,
        )
}

const [reach, reaching] = ['reach', 'Reaching Salesforce'] as const

const stops: Readonly<Partial<Record<string, readonly [key: string, what: string, mend: string]>>> =
  {
    'api-blocked': [
      'api',
      'API',
      'Sign in with your company’s app below, or a Salesforce admin gives you “Use Any API Client”.',
    ],
    'api-disabled': ['api', 'API', 'A Salesforce admin gives you the permission “API Enabled”.'],
    'limit-reached': [
      'api',
      'API',
      'Wait until tomorrow, or a Salesforce admin looks at what uses the org’s API calls.',
    ],
    'needs-oauth': ['signed-in', 'Signed in', 'Sign in with your company’s app below.'],
    'site-blocked': [reach, reaching, 'Allow Segue on Salesforce above, then look again.'],
    offline: [reach, reaching, 'Go online, then look again.'],
    unreachable: [reach, reaching, 'Look again in a while.'],
    'org-not-allowed': [
      'signed-in',
      'Signed in',
      'Who manages this browser adds the org to the policy of Segue.',
    ],
  }

/** What is said when Salesforce cannot be asked at all. */
export function stopped({ kind, detail }: Trouble): readonly Check[] {
  const [key, what, mend] = stops[kind] ?? [
    'signed-in',
    'Signed in',
    'Sign in to Salesforce in this browser, then look again.',
  ]
  return [{ key, what, ...bad(detail, mend) }]
}

const marks = { good: 'OK', note: '–', bad: 'NOT OK' } as const

/** The checks as text, to be sent to an admin. */
export function checksAsText(checks: readonly Check[], heading: string): string {
  const lines = checks.map(({ state, what, finding, mend }) => {
    const line = `${marks[state]}  ${what}: ${finding}`
    return mend === '' ? line : `${line}\n    → ${mend}`
  })
  return [heading, '', ...lines].join('\n')
}
