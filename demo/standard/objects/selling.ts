import { field, lookup, picklist, readOnly } from '../../schema/field.ts'
import { auditFields, identityFields, object, viewedFields } from '../../schema/object.ts'
import type { StandardObject } from '../standard-object.ts'

const REQUIRED = { nillable: false }
const ONCE = { updateable: false }

const competitor: StandardObject = {
  children: { OpportunityId: 'OpportunityCompetitors' },
  describe: object({
    name: 'OpportunityCompetitor',
    label: 'Opportunity: Competitor',
    keyPrefix: '00J',
    fields: [
      ...identityFields('Competitor Id'),
      lookup('OpportunityId', ['Opportunity'], { ...REQUIRED, ...ONCE, cascadeDelete: true }),
      field('CompetitorName', 'string', { nameField: true }),
      field('Strengths', 'string', { length: 1000 }),
      field('Weaknesses', 'string', { length: 1000 }),
      ...auditFields(),
    ],
  }),
}

const partner: StandardObject = {
  children: { OpportunityId: 'OpportunityPartnersFrom' },
  describe: object({
    name: 'OpportunityPartner',
    label: 'Opportunity Partner',
    keyPrefix: '00I',
    fields: [
      ...identityFields('Opportunity Partner'),
      lookup('OpportunityId', ['Opportunity'], { ...REQUIRED, ...ONCE, cascadeDelete: true }),
      lookup('AccountToId', ['Account'], { ...REQUIRED, ...ONCE }),
      picklist(
        'Role',
        ['Advertiser', 'Agency', 'Consultant', 'System Integrator', 'VAR/Reseller'],
        {
          length: 40,
        },
      ),
      field('IsPrimary', 'boolean'),
      ...auditFields(),
    ],
  }),
}

const campaign: StandardObject = {
  children: { ParentId: 'ChildCampaigns', OwnerId: 'Campaigns' },
  describe: object({
    name: 'Campaign',
    keyPrefix: '701',
    flags: { searchable: true, deepCloneable: true, mruEnabled: true },
    fields: [
      ...identityFields('Campaign'),
      field('Name', 'string', { ...REQUIRED, length: 80, nameField: true }),
      lookup('ParentId', ['Campaign']),
      picklist('Type', ['Conference', 'Webinar', 'Trade Show', 'Partners', 'Email', 'Other']),
      picklist('Status', ['*Planned', 'In Progress', 'Completed', 'Aborted'], {
        defaultedOnCreate: true,
      }),
      field('StartDate', 'date'),
      field('EndDate', 'date'),
      field('ExpectedRevenue', 'currency'),
      field('BudgetedCost', 'currency'),
      field('ActualCost', 'currency'),
      field('ExpectedResponse', 'percent'),
      field('NumberSent', 'double'),
      field('IsActive', 'boolean', { label: 'Active' }),
      field('Description', 'textarea'),
      ...['NumberOfLeads', 'NumberOfContacts', 'NumberOfOpportunities'].map((name) =>
        readOnly(name, 'int'),
      ),
      lookup('OwnerId', ['User'], { ...REQUIRED, defaultedOnCreate: true }),
      ...auditFields(),
      readOnly('LastActivityDate', 'date'),
      ...viewedFields(),
    ],
  }),
}

const campaignMember: StandardObject = {
  children: {
    CampaignId: 'CampaignMembers',
    LeadId: 'CampaignMembers',
    ContactId: 'CampaignMembers',
  },
  describe: object({
    name: 'CampaignMember',
    keyPrefix: '00v',
    flags: { undeletable: false },
    fields: [
      ...identityFields('Campaign Member'),
      lookup('CampaignId', ['Campaign'], { ...REQUIRED, ...ONCE, cascadeDelete: true }),
      lookup('LeadId', ['Lead'], ONCE),
      lookup('ContactId', ['Contact'], ONCE),
      picklist('Status', ['*Sent', 'Responded'], { defaultedOnCreate: true }),
      readOnly('HasResponded', 'boolean'),
      readOnly('FirstRespondedDate', 'date'),
      ...auditFields(),
    ],
  }),
}

/** Who else is in the game, and where the deal came from. */
export const selling: readonly StandardObject[] = [competitor, partner, campaign, campaignMember]
