import type { ObjectDescribe } from '../schema/describe.ts'
import { account } from './behaviour/account.ts'
import { activity } from './behaviour/activity.ts'
import type { Behaviour } from './behaviour/behaviour.ts'
import { campaignMember } from './behaviour/campaign-member.ts'
import { supportCase } from './behaviour/case.ts'
import { compose } from './behaviour/compose.ts'
import { contactRole, primaryContact } from './behaviour/contact-role.ts'
import { contentDocumentLink, contentNote, contentVersion } from './behaviour/content.ts'
import { email } from './behaviour/email.ts'
import { event } from './behaviour/event.ts'
import { feedComment, feedItem } from './behaviour/feed.ts'
import { fieldHistory, stageHistory } from './behaviour/history.ts'
import { eventRelation, groupEvent } from './behaviour/invitation.ts'
import { lineItem } from './behaviour/line-item.ts'
import { masterAccess } from './behaviour/master-access.ts'
import { opportunity } from './behaviour/opportunity.ts'
import { owner } from './behaviour/owner.ts'
import { ownerChange } from './behaviour/owner-change.ts'
import { personAccount, personContact } from './behaviour/person-account.ts'
import { stateCountry } from './behaviour/state-country.ts'
import { named } from './behaviour/person-name.ts'
import { recordCurrency } from './behaviour/record-currency.ts'
import { regional } from './behaviour/regional.ts'
import { ownerShare, share } from './behaviour/share.ts'
import { task } from './behaviour/task.ts'
import { teamMember } from './behaviour/team-member.ts'

/** What Salesforce does by itself when records of an object are saved. */
const special: Readonly<Record<string, Behaviour>> = {
  Account: compose(account, personAccount),
  Opportunity: compose(opportunity, stageHistory, primaryContact),
  OpportunityContactRole: contactRole,
  OpportunityLineItem: lineItem,
  OpportunityTeamMember: teamMember('Opportunity'),
  AccountTeamMember: teamMember('Account'),
  CampaignMember: campaignMember,
  Case: supportCase,
  Contact: compose(named, personContact),
  Lead: named,
  User: compose(named, regional),
  Task: compose(task, activity),
  Event: compose(event, activity, groupEvent),
  EventRelation: eventRelation,
  EmailMessage: email,
  ContentVersion: contentVersion,
  ContentDocumentLink: contentDocumentLink,
  ContentNote: contentNote,
  FeedItem: feedItem,
  FeedComment: feedComment,
}

/** What happens to records of every object. */
const common = compose(
  recordCurrency,
  stateCountry,
  masterAccess,
  owner,
  ownerChange,
  ownerShare,
  fieldHistory,
)

const composed = new Map<string, Behaviour>()

/** The behaviour of an object. */
export function behaviourOf({ name }: ObjectDescribe): Behaviour {
  const known = composed.get(name) ?? compose(special[name] ?? ordinary(name), common)
  composed.set(name, known)
  return known
}

const ordinary = (name: string): Behaviour => (/(?:Share|__Share)$/.test(name) ? share : {})
