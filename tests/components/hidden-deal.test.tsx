import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { HiddenDeal } from '#components/packet/hidden-deal.tsx'
import { ana, ben, deal } from '../gallery/deal.ts'
import { handoff } from '../lib/handoff/builders.ts'
import { inSetting } from './in-setting.tsx'

const sent = handoff({ outgoing: ana, incoming: ben, status: 'submitted' })
const taken = { ...sent, status: 'accepted' as const }
const words = () => document.body.textContent

describe('a deal of which only the handoff is shared', () => {
  afterEach(cleanup)

  it('is asked for by its recipient before they take over', () => {
    inSetting(<HiddenDeal handoff={sent} />, { me: ben, deal: { ...deal, owner: ana } })
    expect(words()).toContain('This deal is not shared with you yet')
    expect(words()).toContain('decide on it. Ask Ana Ferreira to share')
    expect(words()).toContain('before you take over')
    // One sentence: what lies beside one another in a notice is drawn line by line.
    const [, ...lines] = screen.getByRole('status').querySelectorAll('p')
    expect(lines.map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^You may read its handoff.*Ask Ana Ferreira.*take over\.$/),
    ])
  })

  it('is asked of its new owner by whoever has given it away', () => {
    inSetting(<HiddenDeal handoff={taken} />, { me: ana, deal: { ...deal, owner: ben } })
    expect(words()).toContain('You may read its handoff. Ask Ben Kowalski to share')
    expect(words()).not.toMatch(/take over|decide/)
  })

  it('is asked of its owner where nobody knows who that is', () => {
    inSetting(<HiddenDeal handoff={taken} />, { me: ana, deal: { ...deal, owner: ana } })
    expect(words()).toContain('Ask its owner to share')
  })
})
