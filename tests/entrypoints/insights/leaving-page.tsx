import { screen } from '@testing-library/react'
import type { Blank, Book, Owner } from '#lib/handoff/book.ts'
import { commonQuestions } from '#lib/handoff/batch.ts'
import { templateByKey } from '#lib/templates/all.ts'
import { sessionStorage } from '../../components/session-storage.ts'
import { bookDeal } from '../../lib/handoff/book-deals.ts'
import { inOptions } from '../options/in-options.tsx'
import { identity } from './identity.ts'

const formats = { locale: 'en-GB', timeZone: 'UTC' }
export const noon = Date.parse('2026-11-23T12:00:00Z')

export const tove: Owner = {
  userId: '005000000000002AAA',
  name: 'Tove Anker',
  title: 'Key Account Manager',
  email: 'tove@acme.example',
  isActive: true,
}

const quarry = '001000000000001AAA'
const idOf = (at: number) => `00600000000000${at}AAA`

/** Three deals: a thin one that is large, a sound one, and one that is handed over already. */
export const bookOfTove: Book = {
  owner: tove,
  deals: [
    bookDeal('Quarry Lines', {
      opportunityId: idOf(1),
      accountId: quarry,
      accountName: 'Quarry Group',
      worth: 120_000,
      closeDate: '2026-12-13',
      contacts: ['Nora Lund'],
      lastActivity: '2026-10-11',
    }),
    bookDeal('Orchard Mills', { opportunityId: idOf(2), worth: 30_000 }),
    bookDeal('Harbor', {
      opportunityId: idOf(3),
      worth: 1000,
      handoff: { status: 'submitted', to: 'Ben Kowalski' },
    }),
  ],
  beside: [{ accountId: quarry, name: 'Yard', ownerName: 'Ana Ferreira' }],
  currency: 'EUR',
  hidden: [],
  isCut: false,
  mayBegin: true,
  origin: 'https://acme.lightning.force.com',
  readAt: '2026-11-23T12:00:00Z',
}

export const ok = (value: unknown) => ({ outcome: 'ok', value })
export const offline = {
  outcome: 'trouble',
  trouble: { kind: 'offline', detail: '', fields: [] },
}

const sponsor: Blank = {
  key: 'people.sponsor',
  label: 'Who stands behind it?',
  help: 'The one who signs.',
  section: 'Who is who',
  severity: 'blocks-submit',
}

type Answers = Readonly<Record<string, (params: { readonly fresh?: boolean }) => unknown>>

/** Opens the page in front of a worker that answers like this where it is said, else with what Tove has to hand over. */
export async function leavingPage(said: Answers = {}, hash = `leaving/${tove.userId}`) {
  const territory = templateByKey('territory')
  if (!territory) throw new Error('no such template')
  const begun: unknown[] = []
  const opened: unknown[] = []
  const answers: Answers = {
    'leaving.people': () => ok({ owners: [tove], mayLookAtAll: true }),
    'leaving.book': ({ fresh }) => ok(fresh ? bookOfTove : null),
    'leaving.blanks': () => ok([sponsor]),
    'deals.templates': () => [{ ...territory, common: commonQuestions(territory) }],
    'deals.begin': (params) => {
      begun.push(params)
      return ok('begun')
    },
    'users.search': () => ok([]),
    'record.open': (params) => {
      opened.push(Object(params).recordId)
      return {}
    },
    ...said,
  }
  const answer = ({ request, params }: { readonly request: string; readonly params: unknown }) =>
    answers[request]?.(Object(params)) ?? []
  location.hash = hash
  const page = await inOptions(answer, async () => {
    Reflect.set(chrome, 'storage', { session: sessionStorage().session })
    const { Leaving } = await import('../../../entrypoints/insights/leaving.tsx')
    const me = { ...identity, userName: 'Mara Delacroix' }
    return () => <Leaving me={me} formats={formats} now={noon} />
  })
  return { ...page, begun, opened }
}

export const button = (name: string | RegExp) => screen.findByRole('button', { name })
export const part = (name: string) => screen.findByRole('region', { name })
