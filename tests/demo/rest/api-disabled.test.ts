import { expect, it } from 'vitest'
import { people } from '../small-org.ts'
import { served } from './served.ts'

it('whoever has no “API Enabled” is told so by the API, and who he is by the identity service', async () => {
  const admin = { id: people.admin.slice(0, 15), username: 'a@small.example', name: 'Ada Admin' }
  const { answer, send } = served({ org: { users: [{ ...admin, apiEnabled: false }] } })
  expect(await answer('GET', '/sobjects')).toEqual({
    status: 403,
    body: [
      {
        errorCode: 'API_DISABLED_FOR_ORG',
        message: 'The REST API is not enabled for this Organization.',
      },
    ],
  })
  expect((await send('/services/oauth2/userinfo', {})).status).toBe(200)
})
