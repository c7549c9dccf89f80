import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { TemplateList, type TemplateRow } from '#components/options/template-list.tsx'

afterEach(cleanup)

const row: TemplateRow = {
  key: 'acme-short',
  version: '1.0.0',
  name: 'Short',
  status: 'active',
  from: 'import',
  isLocked: false,
  isLeftOut: false,
  questions: 1,
}

it.each([
  [1, 'acme-short 1.0.0 · 1 question · Imported on this computer'],
  [2, 'acme-short 1.0.0 · 2 questions · Imported on this computer'],
])('a template of %i says so', (questions, words) => {
  const acts = { onTry: vi.fn(), onExport: vi.fn(), onStatus: vi.fn(), onRemove: vi.fn() }
  render(<TemplateList templates={[{ ...row, questions }]} {...acts} />)
  expect(screen.getByText(words)).toBeTruthy()
})
