import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { frictionPicture, gapsPicture } from '#components/insights/improvement-pictures.ts'
import { SuggestionsView } from '#components/insights/suggestions-view.tsx'
import type { Suggested } from '#lib/metrics/suggestions.ts'
import { overviewItem } from '../gallery/overview.ts'
import { entry } from '../lib/metrics/log.ts'

afterEach(cleanup)

const formats = { locale: 'fr-FR', timeZone: 'UTC' }
const template = { key: 'ae-csm', name: 'Sales to customer success' }

const shown = (suggested: readonly Suggested[]) => {
  render(<SuggestionsView {...{ suggested, formats }} />)
  return within(screen.getByRole('region', { name: 'Suggestions for the templates' }))
}

it('a suggestion stands under its template, with the figure as the user writes it', () => {
  const suggestion = { about: 'docs', label: 'Documents', change: 'drop-question' as const }
  const view = shown([
    { template, handoffs: 1200, suggestions: [{ ...suggestion, part: 1150, whole: 1200 }] },
  ])
  expect(view.getByRole('heading', { level: 3, name: template.name })).toBeDefined()
  expect(view.getByRole('listitem').textContent).toBe(
    'Drop “Documents” It was left empty in 96\u00A0% of 1\u202F200 handoffs.',
  )
})

it('that nothing speaks for a change is said, and that there are too few handoffs to tell', () => {
  const quiet = shown([{ template, handoffs: 12, suggestions: [] }])
  expect(quiet.getByText('Nothing in 12 handoffs speaks for a change.')).toBeDefined()
  cleanup()
  expect(shown([]).getByText(/from 10 handoffs on/)).toBeDefined()
})

it('what was reported stands by step and cause, with the newest words', () => {
  const friction = { step: 'submitted', label: 'Waiting', cause: 'NO_TIME', words: 'Year end' }
  const { bars } = frictionPicture({ items: [], events: [entry({ friction })], formats })
  expect(bars).toMatchObject([{ label: 'Waiting: Too much else was due', shown: '1 “Year end”' }])
})

it('what new owners added is held against how many were accepted', () => {
  const items = [overviewItem('accepted', 1), overviewItem('accepted', 2)]
  const events = [entry({ kind: 'Surprise_Promise' }), entry({ fills: 'why.us' })]
  expect(gapsPicture({ items, events, formats }).bars.map(({ shown: words }) => words)).toEqual([
    '1',
    '1',
    '1 of 2 accepted',
  ])
  expect(gapsPicture({ items, events: [], formats }).bars).toEqual([])
})
