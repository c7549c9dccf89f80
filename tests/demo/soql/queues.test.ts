import { describe, expect, it } from 'vitest'
import { people, smallOrg } from '../small-org.ts'

const queue = '00Gxx0000012345EAA'

describe('a query of who owns a record', () => {
  // Public code asks so everywhere: WHERE Owner.Type = 'Queue'.
  it('calls a group that owns it a queue', () => {
    const { org } = smallOrg({
      records: {
        Group: [{ Id: queue, Name: 'Support', Type: 'Queue' }],
        Case: [
          { Subject: 'A', OwnerId: queue },
          { Subject: 'B', OwnerId: people.seller },
        ],
      },
    })
    const cases = org.as(people.admin).query('SELECT Owner.Type FROM Case ORDER BY Subject')
    expect(cases).toMatchObject([{ Owner: { Type: 'Queue' } }, { Owner: { Type: 'User' } }])
    const owned = "SELECT Subject FROM Case WHERE Owner.Type = 'Queue'"
    expect(org.as(people.admin).query(owned)).toMatchObject([{ Subject: 'A' }])
  })
})
