import { refuse } from '../refusal.ts'
import type { Behaviour } from './behaviour.ts'

/** Nobody is a member of a campaign twice; the text as reported in openstax/tutor-server #1653. */
export const campaignMember: Behaviour = {
  check: ({ writer, after }) => {
    const isSame = (name: string, other: unknown) => (after[name] ?? null) === (other ?? null)
    const others = writer.state.store
      .table('CampaignMember')
      .where('CampaignId', after['CampaignId'])
      .filter(({ Id }) => !isSame('Id', Id))
    if (others.every((row) => !['ContactId', 'LeadId'].every((name) => isSame(name, row[name]))))
      return
    throw refuse('DUPLICATE_VALUE', 'Already a campaign member.')
  },
}
