import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { overviewItem } from '../../gallery/overview.ts'
import { template } from '../../lib/handoff/builders.ts'
import { inOptions } from '../options/in-options.tsx'
import { identity } from './identity.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const readAt = new Date().toISOString()
const formats = { locale: 'en-GB', timeZone: 'UTC' }

it('a reason of the company’s own template for a decline stands in the figures in words', async () => {
  const declined = overviewItem('declined', 2, { declineReasons: ['NOT_IN_SCOPE'] })
  const own = template([], {
    declineReasons: [{ code: 'NOT_IN_SCOPE', label: 'Is not in scope', goesTo: 'sender' }],
  })
  const answer = ({ request }: { readonly request: string }) =>
    request === 'template.list' ? [{ ...own, from: 'policy' }] : own
  vi.stubGlobal('fetch', async () => Response.json([]))
  await inOptions(answer, async () => {
    const { FiguresTab } = await import('../../../entrypoints/insights/figures-tab.tsx')
    const overview = { items: [declined], events: [], stages: [], isCut: false, readAt }
    return () => (
      <FiguresTab
        overview={{ ...overview, identity, mayLookAtAll: false }}
        chosenDays={90}
        days={90}
        onDays={() => undefined}
        formats={formats}
      />
    )
  })
  expect((await screen.findAllByText('Is not in scope')).length).toBeGreaterThan(0)
  expect(screen.queryByText('NOT_IN_SCOPE')).toBeNull()
})
