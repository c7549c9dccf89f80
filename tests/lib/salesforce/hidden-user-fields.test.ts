import { describe, expect, it } from 'vitest'
import { acmeSeed, acmeUsers, callsOf } from './org-in-process.ts'
import { profiled } from './profiled.ts'
import { anaSubmitting, ben } from './submitting.ts'

const fields = ['User.Title', 'User.Email', 'User.Department']

describe('where it is hidden of users', () => {
  const withoutWords = () => profiled(acmeSeed(), { fields })

  it('what they do and where they are written to, they are found by name', async () => {
    const { world, gateway } = await anaSubmitting(withoutWords())
    const found = await gateway.searchUsers(world.org, 'kowal')
    expect(found).toMatchObject([{ ...ben, title: '', email: '', department: '' }])
    expect(await gateway.managers(world.org)).toMatchObject([{ name: 'Mara Delacroix' }])
  })

  it('who manages them, handoffs are in the inbox, and nobody is asked for it again', async () => {
    const { world, gateway, write } = await anaSubmitting(
      profiled(acmeSeed(), { fields: ['User.ManagerId'] }),
    )
    const { handoffId } = await write()
    callsOf(world)
    const waits = [{ id: handoffId, escalatesTo: null }]
    expect((await gateway.pending(world.org)).items).toMatchObject(waits)
    expect(callsOf(world)).toHaveLength(3)
    expect((await gateway.pending(world.org)).items).toMatchObject(waits)
    expect(callsOf(world)).toHaveLength(1)
  })

  it('who manages them, whoever is named as the manager of a handoff is still known to be it', async () => {
    const { world, gateway, write } = await anaSubmitting(
      profiled(acmeSeed(), { fields: ['User.ManagerId'] }),
    )
    const { handoffId } = await write()
    const jonas = '005Hs00000007VvIAI'
    const manager = { Manager__c: jonas }
    world.demo.as(acmeUsers.ana).update('Handoff__c', handoffId, manager)
    const share = { ParentId: handoffId, UserOrGroupId: jonas, AccessLevel: 'Edit' }
    world.demo.as(acmeUsers.ana).create('Handoff__Share', share)
    world.browser.signIn(jonas)
    expect(await gateway.manages(world.org, handoffId)).toBe(true)
  })

  it('what they do, whoever is near the deal is still proposed', async () => {
    const { world, gateway } = await anaSubmitting(withoutWords())
    const asked = { accountId: '', ids: [ben.userId], titles: ['success'] }
    const { users } = await gateway.colleagues(world.org, asked)
    expect(users).toMatchObject([ben])
  })
})
