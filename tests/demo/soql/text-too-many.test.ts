import { expect, it } from 'vitest'
import { refusalOf, smallOrg } from './small-org.ts'

it('a query is pointed into where a text stands too many', () => {
  const { code, message } = refusalOf("SELECT Id FROM Account WHERE Name = 'a' 'b'", smallOrg({}))
  expect(code).toBe('MALFORMED_QUERY')
  expect(message).toContain("Row:1:Column:41\nunexpected token: 'b'")
})
