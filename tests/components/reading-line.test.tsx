import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { ReadingLine } from '#components/packet/reading-line.tsx'
import { formatsOf } from '#components/ui/formats.ts'
import { handoff } from '../gallery/deal.ts'
import { question, section, template, typed } from '../lib/handoff/builders.ts'

afterEach(cleanup)

const at = '2026-11-23T10:00:00.000Z'
const keys = ['one', 'two']
const sections = keys.map((key) => section([question({ key: `${key}.a` })], { key }))

it.each([
  [1, 'sections read: 1 of 1'],
  [2, 'sections read: 1 of 2'],
])('of sections that can be counted on one finger too, one is read: %i', (count, words) => {
  const shown = handoff('submitted')
  const answers = Object.fromEntries(keys.map((key) => [`${key}.a`, typed('Nine days')]))
  const packet = shown.packet && { ...shown.packet, answers }
  render(
    <ReadingLine
      handoff={{ ...shown, packet, firstViewedAt: at, reviewed: { one: at } }}
      template={template(sections.slice(0, count))}
      formats={formatsOf('en_GB', 'UTC')}
    />,
  )
  expect(screen.getByText(/opened it/).textContent).toMatch(new RegExp(`${words}$`))
})
