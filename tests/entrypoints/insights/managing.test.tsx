import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { template } from '../../lib/handoff/builders.ts'
import { overviewItem } from '../../gallery/overview.ts'
import { sessionStorage } from '../../components/session-storage.ts'
import { inOptions } from '../options/in-options.tsx'
import { identity } from './identity.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const formats = { locale: 'en-GB', timeZone: 'UTC' }
const overview = {
  identity,
  items: [overviewItem('declined', 2, { opportunityName: 'Northwind renewal' })],
  events: [],
  stages: [],
  mayLookAtAll: true,
  isCut: false,
  readAt: new Date().toISOString(),
}
const refusal = { outcome: 'trouble', trouble: { kind: 'unreachable', detail: '', fields: [] } }

it('all handoffs, when they are refused, leave those of the team in sight and the way back to them', async () => {
  const answer = ({ request, params }: { readonly request: string; readonly params: unknown }) => {
    if (request !== 'overview.read') return []
    const isAll = JSON.stringify(params).includes('"all"')
    const isFresh = JSON.stringify(params).includes('"fresh":true')
    if (isAll && isFresh) return refusal
    return { outcome: 'ok', value: isAll ? null : overview }
  }
  const { user } = await inOptions(answer, async () => {
    const { Managing } = await import('../../../entrypoints/insights/managing.tsx')
    return () => <Managing tab="team" userId={identity.userId} formats={formats} now={Date.now()} />
  })
  const all = await screen.findByRole('checkbox', { name: /^All handoffs that I may see/ })
  await user.click(all)
  expect(await screen.findByText(/^Still what was read/)).toBeDefined()
  expect(screen.getByText('Northwind renewal')).toBeDefined()
  await user.click(screen.getByRole('checkbox', { name: /^All handoffs that I may see/ }))
  expect(screen.queryByText(/^Still what was read/)).toBeNull()
})

it('what cancelling sets off is said before, as the template of the handoff has it', async () => {
  const [item] = overview.items
  if (!item) throw new Error('no handoff')
  const own = template([], {
    ...item.template,
    onStatus: [{ status: 'cancelled', post: '{{deal}} stays with {{outgoing}}.' }],
  })
  const { key, version } = own
  const answers: Readonly<Record<string, unknown>> = {
    'overview.read': { outcome: 'ok', value: overview },
    'template.list': [{ key, version, name: own.name, from: 'imported' }],
    'template.read': own,
    'context.read': { outcome: 'ok', value: null },
  }
  const answer = ({ request }: { readonly request: string }) => answers[request] ?? []
  const { user } = await inOptions(answer, async () => {
    Reflect.set(chrome, 'storage', { session: sessionStorage().session })
    vi.stubGlobal('fetch', async () => Response.json([]))
    const { Managing } = await import('../../../entrypoints/insights/managing.tsx')
    return () => <Managing tab="team" userId={identity.userId} formats={formats} now={Date.now()} />
  })
  await user.click(await screen.findByRole('button', { name: /^Cancel/ }))
  expect(
    await screen.findByText(`“Northwind renewal stays with ${item.outgoing.name}.” is posted`, {
      exact: false,
    }),
  ).toBeDefined()
})
