import { describe, expect, it } from 'vitest'
import { served } from './served.ts'

const corsAllowlist = [
  'https://app.example.com',
  'https://*.shop.example',
  'http://localhost:5173',
  `chrome-extension://${'a'.repeat(32)}`,
]
const org = { corsAllowlist, myDomain: 'small' }
const path = '/services/data/v67.0/query?q=SELECT+Id+FROM+Account'
const asked = {
  'Access-Control-Request-Method': 'GET',
  'Access-Control-Request-Headers': 'authorization,content-type',
}

describe('a page of another site', () => {
  it.each([...corsAllowlist.filter((one) => !one.includes('*')), 'https://a.b.shop.example'])(
    '%s, which is on the CORS allowlist, may read what the API answers',
    async (origin) => {
      const { send } = served({ org })
      const preflight = await send(path, {
        method: 'OPTIONS',
        headers: { Origin: origin, Authorization: '', ...asked },
      })
      expect(preflight.status).toBe(200)
      expect(preflight.headers.get('Access-Control-Allow-Origin')).toBe(origin)
      expect(preflight.headers.get('Access-Control-Allow-Methods')).toContain('PATCH')
      expect(preflight.headers.get('Access-Control-Allow-Headers')).toBe(
        'authorization,content-type',
      )
      const answered = await send(path, { headers: { Origin: origin } })
      expect(answered.status).toBe(200)
      expect(answered.headers.get('Access-Control-Allow-Origin')).toBe(origin)
      // Also what is refused is for it to read.
      const refused = await send(path, { headers: { Origin: origin, Authorization: 'Bearer no' } })
      expect(refused.status).toBe(401)
      expect(refused.headers.get('Access-Control-Allow-Origin')).toBe(origin)
    },
  )

  it.each(['https://example.com', 'https://shop.example', 'http://app.example.com', 'null'])(
    '%s, which is not, may not',
    async (origin) => {
      const { send } = served({ org })
      const headers = { Origin: origin, Authorization: '', ...asked }
      const preflight = await send(path, { method: 'OPTIONS', headers })
      expect(preflight.status).toBe(403)
      const answered = await send(path, { headers: { Origin: origin } })
      expect(answered.headers.get('Access-Control-Allow-Origin')).toBeNull()
    },
  )
})
