import { describe, expect, it } from 'vitest'

import { castOf } from '#demo/launch/cast.ts'
import { openFolder } from '#demo/launch/start-orgs.ts'

describe('who plays whom', () => {
  it.each([
    {
      folder: 'acme',
      outgoing: 'Ana Ferreira',
      recipient: 'Ben Kowalski',
      deal: 'Brightwater Logistics – Planning Platform 2027',
    },
    {
      folder: 'nordwind',
      outgoing: 'Paul Ritter',
      recipient: 'Aylin Şahin',
      deal: 'Wartungsplanung Hohe Geest',
    },
  ])('is found in $folder', ({ folder, outgoing, recipient, deal }) => {
    const cast = castOf(openFolder(`demo/orgs/${folder}`))
    expect(cast.outgoing.name).toBe(outgoing)
    expect(cast.recipient.name).toBe(recipient)
    expect(cast.opportunity.name).toBe(deal)
  })
})
