import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const folder = 'docs/decisions'
const names = readdirSync(folder)

describe('the decisions', () => {
  it('are numbered without gaps', () => {
    const numbers = names.map((name) => Number(name.slice(0, 3)))
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  })

  it.each(names)(
    '%s is short and says date, status, context, decision and consequences',
    (name) => {
      const text = readFileSync(`${folder}/${name}`, 'utf8')
      expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(40)
      expect(text).toMatch(
        /^# \d{3} .+\n\nDate: \d{4}-\d\d-\d\d\n\nStatus: \w.*\n\n## Context\n[^]+\n## Decision\n[^]+\n## Consequences\n/,
      )
    },
  )

  it.each(names)('%s links to pages that exist', (name) => {
    const text = readFileSync(`${folder}/${name}`, 'utf8')
    const links = [...text.matchAll(/\]\((\d[^)]+\.md)\)/g)].map(([, link]) => link ?? '')
    expect(links.filter((link) => !names.includes(link))).toEqual([])
  })
})
