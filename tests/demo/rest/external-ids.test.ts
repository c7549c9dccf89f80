import { describe, expect, it } from 'vitest'
import { deal, one } from '../small-org.ts'
import { served } from './served.ts'

describe('an external id', () => {
  it('of fifteen letters and digits is no record id', async () => {
    const { answer, me } = served()
    const id = me.create('Opportunity', { ...deal, Name: 'AcmeRenewal2026' })
    const path = '/sobjects/Opportunity/Name/AcmeRenewal2026'
    expect((await answer('GET', path)).body).toMatchObject({ Id: id })
    const changed = await answer('PATCH', path, { body: { NextStep: 'Call' } })
    expect(changed).toMatchObject({ status: 200, body: { id, created: false } })
    expect(one(me, 'SELECT NextStep FROM Opportunity')['NextStep']).toBe('Call')
  })
})
