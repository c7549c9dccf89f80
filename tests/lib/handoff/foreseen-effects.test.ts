import { describe, expect, it } from 'vitest'
import { foreseenEffects } from '#lib/handoff/foreseen-effects.ts'
import { deal, handoff, mara, NOW, template } from './builders.ts'

const about = {
  handoff: handoff({ status: 'submitted' }),
  context: { may: { edit: false }, deal: deal(), labels: {} },
  timeZone: 'UTC',
  now: NOW,
}
const asking = template([], {
  onStatus: [{ status: 'clarification', post: '{{incoming}} asks.' }],
})

describe('what a new status sets off', () => {
  it('is said before it comes about, with what stays as it is', () => {
    expect(foreseenEffects(asking, 'clarification', about)).toEqual([
      expect.stringMatching(/^You may not edit the opportunity/),
      expect.stringContaining('“Ben Bauer asks.” is posted'),
    ])
  })

  it('is nothing where the handoff has that status already', () => {
    const again = { ...about, handoff: handoff({ status: 'clarification' }) }
    expect(foreseenEffects(asking, 'clarification', again)).toEqual([])
  })

  it('is nothing to be told of a question where the template says nothing of it', () => {
    expect(foreseenEffects(template([]), 'clarification', about)).toEqual([])
    expect(foreseenEffects(template([]), 'accepted', about)).toHaveLength(1)
  })

  it('names who is to decide from now on', () => {
    const given = template([], { onStatus: [{ status: 'submitted', post: 'For {{incoming}}.' }] })
    const open = { ...about, handoff: handoff({ status: 'clarification' }), incoming: mara }
    expect(foreseenEffects(given, 'submitted', open).at(-1)).toContain(`For ${mara.name}.`)
  })

  it('is what is known where the deal is not at hand', () => {
    const given = template([], {
      onStatus: [{ status: 'cancelled', set: { 'Opportunity.NextStep': 'None' } }],
    })
    expect(foreseenEffects(given, 'cancelled', { ...about, context: null })).toEqual([
      'Opportunity › Next Step is set to “None”.',
    ])
  })
})
