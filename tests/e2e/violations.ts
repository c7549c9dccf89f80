import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Frame } from '@playwright/test'
import { expect } from './stage.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8')

/** Checks all of WCAG 2.2 AA that axe can check, inside the frame: a closed shadow root hides the panel from a run over the whole page. */
export async function expectNoViolations(frame: Frame): Promise<void> {
  await frame.evaluate(axe)
  const found: unknown = await frame.evaluate(
    "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | ')))",
  )
  expect(found).toEqual([])
}
