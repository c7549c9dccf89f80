import { loadOrgFolder } from '#demo/org/load-folder.ts'
import type { OrgSeed } from '#demo/org/seed.ts'

/** Somebody of Mara's who has left lately, and still owns deals. */
export const tove = { userId: '005Hs0000000ZzqIAE', name: 'Tove Anker' }
export const quarry = '006Hs0000000ZzrIAE'
export const orchard = '006Hs0000000ZzsIAE'

/** The org after Tove Anker has left: one deal of hers has one contact and hardly a word, the other is in order. */
export function afterTove(seed: OrgSeed): OrgSeed {
  const { records, org } = seed
  const [model] = org.users
  if (!model) throw new Error('nobody works there')
  const user = {
    ...model,
    id: tove.userId,
    username: 'tove.anker@acme.example',
    name: tove.name,
    firstName: 'Tove',
    lastName: 'Anker',
    email: 'tove.anker@acme.example',
    alias: 'tanker',
    title: 'Key Account Manager',
    manager: '005Hs00000005MnIAI',
    active: false,
    role: 'Account Executive Enterprise',
    roleId: '00EHs00000008sDMAQ',
    permissionSets: ['Segue_User'],
  }
  const deals = [
    {
      Id: quarry,
      Name: 'Quarry Lines – Yard Planning',
      AccountId: '001Hs00000007SgIAI',
      Amount: 120_000,
      CloseDate: '2026-12-05',
      Description: 'See mail.',
      NextStep: null,
    },
    {
      Id: orchard,
      Name: 'Orchard Mills – Forecast',
      AccountId: '001Hs00000008XFIAY',
      Amount: 30_000,
      CloseDate: '2027-06-30',
      Description: 'Weekly forecast for four mills; finance has signed off the scope. '.repeat(4),
      NextStep: 'Demo on Friday',
    },
  ]
  const row = records['Opportunity']?.find(({ StageName: stage }) => stage === 'Negotiation/Review')
  const others = { OwnerId: tove.userId, LastActivityDate: null }
  const Opportunity = deals.map((deal) => Object.assign({}, row, deal, others))
  const role = (Id: string, OpportunityId: string, ContactId: unknown) => ({
    Id,
    OpportunityId,
    ContactId,
    Role: 'Decision Maker',
    IsPrimary: false,
  })
  const [one, other] = (records['Contact'] ?? []).map(({ Id }) => Id)
  const roles = [
    role('00KHs0000000Zz1MAE', quarry, one),
    role('00KHs0000000Zz2MAE', orchard, one),
    role('00KHs0000000Zz3MAE', orchard, other),
  ]
  return {
    ...seed,
    org: { ...org, users: [...org.users, user] },
    records: {
      ...records,
      Opportunity: [...(records['Opportunity'] ?? []), ...Opportunity],
      OpportunityContactRole: [...(records['OpportunityContactRole'] ?? []), ...roles],
    },
  }
}

/** The org of the repository after she has left. */
export const acmeAfterTove = () => afterTove(loadOrgFolder('demo/orgs/acme'))
