import { describe, expect, it } from 'vitest'
import { acceptFindings, acceptObstacles } from '#lib/handoff/accept-gates.ts'
import type { Packet } from '#lib/handoff/handoff.ts'
import { readingOf } from '#lib/handoff/reading.ts'
import { deal, handoff, NOW, question, section, template, typed } from './builders.ts'

const demanded = question({
  key: 'why.pain',
  requirements: [{ severity: 'blocks-submit', when: { when: 'always' } }],
})
const wished = question({ key: 'more', requirements: [] })
const both = template([
  section([demanded], { key: 'why', title: 'Why' }),
  section([wished], { key: 'more', title: 'More' }),
  section([question({ key: 'silent' })], { key: 'silent', title: 'Silent' }),
])
const packet: Packet = {
  v: 1,
  template: { key: 'test', version: '1.0.0' },
  variant: 'standard',
  answers: { 'why.pain': typed('Nine days.'), more: typed('Something.') },
}

describe('before accepting', () => {
  it.each([
    { name: 'what was demanded has to be read', packet, reviewed: {}, left: ['“Why”'] },
    { name: 'nothing is left once it was read', packet, reviewed: { why: NOW }, left: [] },
    {
      name: 'an express handoff needs no ticks',
      packet: { ...packet, variant: 'express' as const },
      reviewed: {},
      left: [],
    },
    {
      name: 'nobody is held up by a packet that cannot be read',
      packet: null,
      reviewed: {},
      left: [],
    },
  ])('$name', ({ packet: given, reviewed, left }) => {
    const obstacles = acceptObstacles(given, { template: both, reviewed, findings: [] })
    expect(obstacles).toHaveLength(left.length)
    for (const [index, title] of left.entries()) expect(obstacles[index]).toContain(title)
  })
})

describe('a demand that keeps a handoff from being accepted', () => {
  const asking = question({
    key: 'goal',
    requirements: [{ severity: 'blocks-accept', when: { when: 'always' } }],
  })
  const terms = { deal: deal(), now: NOW }
  const waits = handoff({ packet, template: packet.template })

  it.each([
    { version: '1.0.0', holds: 'holds', found: ['goal'] },
    { version: '1.1.0', holds: 'asks for nothing', found: [] },
  ])('of version $version, where it was sent with 1.0.0, $holds', ({ version, found }) => {
    const now = template([section([asking])], { version })
    expect(acceptFindings(waits, now, terms).map((one) => one.question)).toEqual(found)
  })
})

describe('how far the recipient is', () => {
  it('counts the sections that say something', () => {
    const reviewed = { why: NOW, silent: NOW, gone: NOW }
    expect(readingOf(both, packet.answers, reviewed)).toEqual({ read: 1, of: 2 })
  })
})
