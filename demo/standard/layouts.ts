import type { ObjectDescribe } from '../schema/describe.ts'

/** One related list: whose rows point back at the record, and what is shown of them. */
export interface RelatedList {
  /** As it stands in the address `/related/<name>/view`. */
  readonly name: string
  readonly title: string
  readonly object: string
  /** The lookup of the rows that holds the record's id. */
  readonly lookup: string
  readonly columns: readonly string[]
  readonly order?: string
}

/** How a record of one object is laid out; fields the user may not see are left out. */
export interface Layout {
  readonly highlights: readonly string[]
  readonly sections: readonly Section[]
  readonly related: readonly RelatedList[]
}

/** A titled group of fields in two columns. */
interface Section {
  readonly title: string
  readonly fields: readonly string[]
}

/** Who made and last changed the record; the end of every layout. */
const systemSection: Section = {
  title: 'System Information',
  fields: ['CreatedById', 'CreatedDate', 'LastModifiedById', 'LastModifiedDate'],
}

const handoffs: Omit<RelatedList, 'lookup'> = {
  name: 'Handoffs__r',
  title: 'Handoffs',
  object: 'Handoff__c',
  columns: ['Name', 'Status__c', 'Incoming_Owner__c', 'Submitted_At__c'],
  order: 'CreatedDate DESC',
}

const opportunity: Layout = {
  highlights: ['AccountId', 'CloseDate', 'Amount', 'OwnerId'],
  sections: [
    {
      title: 'Opportunity Information',
      fields: [
        'OwnerId',
        'Amount',
        'CurrencyIsoCode',
        'Name',
        'CloseDate',
        'AccountId',
        'StageName',
        'Type',
        'Probability',
        'LeadSource',
        'ForecastCategoryName',
        'NextStep',

        'TotalOpportunityQuantity',
        'CampaignId',
      ],
    },
    { title: 'Handoff', fields: ['Handoff_Status__c', 'Handoff_Readiness__c'] },
    { title: 'Description', fields: ['Description'] },
    systemSection,
  ],
  related: [
    { ...handoffs, lookup: 'Opportunity__c' },
    {
      name: 'OpportunityContactRoles',
      title: 'Contact Roles',
      object: 'OpportunityContactRole',
      lookup: 'OpportunityId',
      columns: ['ContactId', 'Role', 'IsPrimary'],
      order: 'IsPrimary DESC',
    },
    {
      name: 'OpportunityLineItems',
      title: 'Products',
      object: 'OpportunityLineItem',
      lookup: 'OpportunityId',
      columns: ['Product2Id', 'Quantity', 'UnitPrice', 'TotalPrice'],
      order: 'SortOrder',
    },
    {
      name: 'OpportunityTeamMembers',
      title: 'Opportunity Team',
      object: 'OpportunityTeamMember',
      lookup: 'OpportunityId',
      columns: ['UserId', 'TeamMemberRole', 'OpportunityAccessLevel'],
    },
    {
      name: 'OpportunityCompetitors',
      title: 'Competitors',
      object: 'OpportunityCompetitor',
      lookup: 'OpportunityId',
      columns: ['CompetitorName', 'Strengths', 'Weaknesses'],
    },
    {
      name: 'OpportunityHistories',
      title: 'Stage History',
      object: 'OpportunityHistory',
      lookup: 'OpportunityId',
      columns: ['StageName', 'Amount', 'Probability', 'CloseDate', 'CreatedById', 'CreatedDate'],
      order: 'CreatedDate DESC',
    },
  ],
}

const account: Layout = {
  highlights: ['Type', 'Phone', 'Website', 'OwnerId', 'Industry'],
  sections: [
    {
      title: 'Account Information',
      fields: [
        'OwnerId',
        'Rating',
        'Name',
        'Phone',
        'Type',
        'Website',
        'Industry',
        'ParentId',
        'NumberOfEmployees',
        'AnnualRevenue',
        'AccountSource',
        'Ownership',
      ],
    },
    {
      title: 'Address',
      fields: ['BillingStreet', 'BillingCity', 'BillingPostalCode', 'BillingCountry'],
    },
    { title: 'Description', fields: ['Description'] },
    systemSection,
  ],
  related: [
    {
      name: 'Opportunities',
      title: 'Opportunities',
      object: 'Opportunity',
      lookup: 'AccountId',
      columns: ['Name', 'StageName', 'Amount', 'CloseDate', 'OwnerId'],
      order: 'CloseDate DESC',
    },
    {
      name: 'Contacts',
      title: 'Contacts',
      object: 'Contact',
      lookup: 'AccountId',
      columns: ['Name', 'Title', 'Email', 'Phone'],
      order: 'Name',
    },
    {
      name: 'Cases',
      title: 'Cases',
      object: 'Case',
      lookup: 'AccountId',
      columns: ['CaseNumber', 'Subject', 'Status', 'Priority', 'CreatedDate'],
      order: 'CreatedDate DESC',
    },
    {
      name: 'Contracts',
      title: 'Contracts',
      object: 'Contract',
      lookup: 'AccountId',
      columns: ['ContractNumber', 'Status', 'StartDate', 'EndDate', 'ContractTerm'],
    },
    { ...handoffs, lookup: 'Account__c' },
  ],
}

const contact: Layout = {
  highlights: ['Title', 'AccountId', 'Phone', 'Email', 'OwnerId'],
  sections: [
    {
      title: 'Contact Information',
      fields: [
        'OwnerId',
        'Phone',
        'Name',
        'MobilePhone',
        'AccountId',
        'Email',
        'Title',
        'ReportsToId',
        'Department',
        'LeadSource',
        'MailingCity',
        'MailingCountry',
      ],
    },
    { title: 'Description', fields: ['Description'] },
    systemSection,
  ],
  related: [
    {
      name: 'OpportunityContactRoles',
      title: 'Opportunities',
      object: 'OpportunityContactRole',
      lookup: 'ContactId',
      columns: ['OpportunityId', 'Role', 'IsPrimary'],
    },
    {
      name: 'Cases',
      title: 'Cases',
      object: 'Case',
      lookup: 'ContactId',
      columns: ['CaseNumber', 'Subject', 'Status', 'Priority'],
    },
  ],
}

/** The layouts that were made by hand; every other object is laid out from its describe. */
export const layouts: Readonly<Record<string, Layout>> = {
  Opportunity: opportunity,
  Account: account,
  Contact: contact,
}

/** How the records of an object are laid out: by hand, else by its describe, with the fields that an org added itself. */
export function layoutOf(describe: ObjectDescribe): Layout {
  const own = layouts[describe.name]
  return own ? withOwnFields(describe, own) : layoutFrom(describe)
}

/** A layout for an object that has none of its own: every field, in the describe's order. */
function layoutFrom(describe: ObjectDescribe): Layout {
  const system = new Set([...systemSection.fields, 'Id', 'IsDeleted', 'SystemModstamp'])
  const names = describe.fields.map(({ name }) => name).filter((name) => !system.has(name))
  const information: Section = { title: `${describe.label} Information`, fields: names }
  return { highlights: names.slice(0, 4), sections: [information, systemSection], related: [] }
}

/** The fields an org added itself, before the system's section; their layout nobody made by hand. */
function withOwnFields(describe: ObjectDescribe, layout: Layout): Layout {
  const known = new Set(layout.sections.flatMap(({ fields }) => fields))
  const own = describe.fields.filter(({ name, custom }) => custom && !known.has(name))
  if (own.length === 0) return layout
  const section = { title: 'Additional Information', fields: own.map(({ name }) => name) }
  return { ...layout, sections: layout.sections.toSpliced(-1, 0, section) }
}
