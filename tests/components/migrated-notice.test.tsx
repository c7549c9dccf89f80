import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { MigratedNotice } from '#components/handoff/migrated-notice.tsx'
import {
  draft,
  given,
  NOW,
  question,
  section,
  template as templateOf,
  typed,
} from '../lib/handoff/builders.ts'

afterEach(cleanup)

const asks = templateOf([section([question()])])

it.each([
  {
    from: '0.9.0',
    said: 'The template of this draft has changed: version 1.0.0 It was at 0.9.0. Every answer is kept. One question is new.',
  },
  {
    from: '1.0.0',
    said: 'The template of this draft has changed: version 1.0.0 It was at 1.0.0. Every answer is kept. One question is new.',
  },
  {
    from: '0.9.0',
    dropped: ['“Gold” (Plan)', '“Audit” (Needs)'],
    said: 'The template of this draft has changed: version 1.0.0 It was at 0.9.0. Every answer is kept. One question is new. No longer offered: “Gold” (Plan), “Audit” (Needs). Choose again.',
  },
])('what a template has made of a draft is said: $said', ({ from, said, ...rest }) => {
  const migrated = { from, ...rest, orphaned: [], converted: [], added: ['new'] }
  const template = { key: 'ae-csm', version: '1.0.0' }
  const { container } = render(
    <MigratedNotice
      draft={draft({}, { migrated, template })}
      asks={asks}
      onRead={() => undefined}
    />,
  )
  const words = [...container.querySelectorAll('strong, h2, h3, p')].map((one) => one.textContent)
  expect(words.join(' ').trim()).toBe(said)
})

it('counts the answers without a question that stand below, and none that Salesforce holds', () => {
  const provenance = { from: 'salesforce', label: 'Stage', asRead: 'Won', readAt: NOW } as const
  const answers = {
    mine: typed('Nine depots'),
    theirs: given({ type: 'text', text: 'Won' }, { provenance }),
  }
  const migrated = { from: '0.9.0', orphaned: ['mine', 'theirs'], converted: [], added: [] }
  const one = draft(answers, { migrated })
  const { container } = render(<MigratedNotice draft={one} asks={asks} onRead={() => undefined} />)
  expect(container.textContent).toContain('One answer has no question any more; it stands below.')
})
