import { createOrg, type Org, type UserDesk } from '#demo/org/org.ts'
import type { OrgSeedInput } from '#demo/org/seed.ts'
import type { Row } from '#demo/soql/source.ts'
import { Refusal } from '#demo/records/refusal.ts'

/** People every small org has: a manager above two sellers, an administrator, one who has left. */
export const people = {
  manager: '005Hu00000ManagIAB',
  seller: '005Hu00000SelleIAB',
  other: '005Hu00000OtherIAB',
  admin: '005Hu00000AdminIAB',
  gone: '005Hu00000GoneyIAB',
} as const

const START = new Date('2026-11-23T10:00:00Z')

/** A clock that a test sets by hand. */
export interface HandClock {
  readonly now: () => Date
  readonly advance: (seconds: number) => void
}

/** A seed without what the small org brings itself. */
export type SmallSeed = Partial<Omit<OrgSeedInput, 'org'>> & {
  readonly org?: Partial<OrgSeedInput['org']>
}

/** An org with a handful of people and whatever else a test needs, and the clock it goes by. */
export function smallOrg(seed: SmallSeed = {}): {
  readonly org: Org
  readonly clock: HandClock
} {
  let time = START.getTime()
  const clock: HandClock = {
    now: () => new Date(time),
    advance: (seconds) => {
      time += seconds * 1000
    },
  }
  const { switches, ...rest } = seed.org ?? {}
  const org = createOrg(
    {
      ...seed,
      org: {
        myDomain: 'small',
        timeZone: 'UTC',
        users: [
          user(people.manager, 'Mo Manager', { manager: null }),
          user(people.seller, 'Sal Seller', { manager: people.manager }),
          user(people.other, 'Ola Other', { manager: people.manager }),
          user(people.admin, 'Ada Admin', { profile: 'System Administrator' }),
          user(people.gone, 'Gil Gone', { active: false }),
        ],
        ...rest,
        switches: { teamSelling: true, notes: true, ...switches },
      },
    },
    { now: clock.now, random: () => 0.5 },
  )
  return { org, clock }
}

/** What a deal needs at least. */
export const deal = { Name: 'Deal', StageName: 'Prospecting', CloseDate: '2026-12-31' } as const

/** The codes and fields of a refusal; fails when the work is not refused. */
export function refusalOf(work: () => unknown): {
  code: string
  fields: readonly string[]
  text: string
} {
  try {
    work()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const [entry] = error.entries
    return { code: entry?.errorCode ?? '', fields: entry?.fields ?? [], text: entry?.message ?? '' }
  }
  throw new Error('Nothing was refused')
}

/** The only row that a query gives. */
export function one(desk: UserDesk, soql: string): Row {
  const rows = desk.query(soql)
  const [row] = rows
  if (!row || rows.length > 1) throw new Error(`${rows.length} rows for ${soql}`)
  return row
}

function user(id: string, name: string, more: Record<string, unknown>) {
  return { id: id.slice(0, 15), username: `${id}@small.example`, name, permissionSets: [], ...more }
}
