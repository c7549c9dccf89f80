import { describe, expect, it } from 'vitest'
import { acmeSeed } from './org-in-process.ts'
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

  it('what they do, whoever is near the deal is still proposed', async () => {
    const { world, gateway } = await anaSubmitting(withoutWords())
    const asked = { accountId: '', ids: [ben.userId], titles: ['success'] }
    const { users } = await gateway.colleagues(world.org, asked)
    expect(users).toMatchObject([ben])
  })
})
