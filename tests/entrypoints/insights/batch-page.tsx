import { screen } from '@testing-library/react'
import { vi } from 'vitest'
import { commonQuestions } from '#lib/handoff/batch.ts'
import type { Unhanded } from '#lib/handoff/unhanded.ts'
import { templateByKey } from '#lib/templates/all.ts'
import { sessionStorage } from '../../components/session-storage.ts'
import { inOptions } from '../options/in-options.tsx'

const formats = { locale: 'en-GB', timeZone: 'UTC' }
export const idOf = (at: number) => `006Hs000000000${at}IAA`
const names = ['Harbor', 'Kestrel', 'Ostrava', 'Präzision', 'Tidewell']
export const ben = { userId: '005Hs00000009f3IAA', name: 'Ben Kowalski' }
export const limit = { kind: 'limit-reached', detail: '', fields: [] }

interface Message {
  readonly request: string
  readonly params: unknown
}

interface Listed {
  readonly listed?: readonly string[]
  /** Those that are only found. */
  readonly others?: readonly string[]
}

/** A worker with Ana's deals; `onBegin` says what becomes of each, or that its draft is made. */
export function workerOfAna(
  onBegin: (name: string) => unknown = () => 'begun',
  { listed = names, others = [] }: Listed = {},
) {
  const all = [...listed, ...others]
  const found: string[] = []
  const drafts = new Map<string, unknown>()
  const deal = (name: string, at: number): Unhanded => ({
    opportunityId: idOf(at),
    name,
    accountName: `${name} Group`,
    stage: 'Proposal',
    amount: null,
    currency: '',
    closeDate: null,
    isWon: false,
    hasDraft: drafts.has(idOf(at)),
    readiness: drafts.has(idOf(at)) ? 0.4 : null,
  })
  const begin = async (params: unknown) => {
    const { opportunityId } = Object(params)
    const outcome = await onBegin(all.find((_, at) => idOf(at) === opportunityId) ?? '')
    if (typeof outcome === 'object') return { outcome: 'trouble', trouble: outcome }
    if (outcome === 'begun') drafts.set(opportunityId, params)
    return { outcome: 'ok', value: outcome }
  }
  const territory = templateByKey('territory')
  if (!territory) throw new Error('no such template')
  const offered = [{ ...territory, common: commonQuestions(territory) }]
  const answers: Readonly<Record<string, (params: unknown) => unknown>> = {
    'deals.read': () => ({
      outcome: 'ok',
      value: { deals: listed.map(deal), readAt: '2026-11-23T12:00:00Z' },
    }),
    'deals.find': (params) => {
      const { text } = Object(params)
      if (typeof text === 'string') found.push(...others.filter((name) => name.includes(text)))
      const value = all.map(deal).filter(({ name }) => found.includes(name))
      return { outcome: 'ok', value }
    },
    'deals.templates': () => offered,
    'deals.begin': begin,
    'users.search': () => ({
      outcome: 'ok',
      value: [{ ...ben, title: '', email: '', department: '', why: 'account team' }],
    }),
    'record.open': () => ({}),
  }
  const opened: unknown[] = []
  const answer = ({ request, params }: Message) => {
    if (request === 'record.open') opened.push(Object(params).recordId)
    return answers[request]?.(params) ?? []
  }
  return { answer, drafts, opened, stored: sessionStorage() }
}

/** Opens the page in front of a worker; what a page before it has kept is there. */
export async function pageOf({ answer, stored }: ReturnType<typeof workerOfAna>) {
  const onBack = vi.fn()
  const page = await inOptions(answer, async () => {
    Reflect.set(chrome, 'storage', { session: stored.session })
    const { Batch } = await import('../../../entrypoints/insights/batch.tsx')
    return () => <Batch user="00D:005" formats={formats} now={0} onBack={onBack} />
  })
  return { ...page, onBack }
}

export const box = (name: string | RegExp) => screen.findByRole('checkbox', { name })
export const button = (name: string | RegExp) => screen.getByRole('button', { name })
export const begins = (asked: readonly string[]) =>
  asked.filter((one) => one === 'deals.begin').length
