import type { Behaviour } from './behaviour.ts'

/** One contact role of a deal is primary, and the deal's `ContactId` follows it. */
export const contactRole: Behaviour = {
  settle: ({ writer, after }) => {
    if (after['IsPrimary'] !== true) return
    const roles = writer.state.store
      .table('OpportunityContactRole')
      .where('OpportunityId', after['OpportunityId'])
    for (const role of roles) {
      if (role['Id'] !== after['Id'] && role['IsPrimary'] === true) {
        writer.derive.update('OpportunityContactRole', { Id: role['Id'], IsPrimary: false })
      }
    }
    writer.derive.update('Opportunity', {
      Id: after['OpportunityId'],
      ContactId: after['ContactId'],
    })
  },
}

/** A deal made with a `ContactId` gets that contact as its primary contact role. */
export const primaryContact: Behaviour = {
  settle: ({ writer, before, after, given }) => {
    if (before || !given.has('ContactId') || typeof after['ContactId'] !== 'string') return
    writer.derive.insert('OpportunityContactRole', {
      OpportunityId: after['Id'],
      ContactId: after['ContactId'],
      IsPrimary: true,
    })
  },
}
