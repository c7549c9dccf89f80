/** A field as describe tells of it, as far as formulas care. */
export interface DescribedField {
  readonly name: string
  readonly type: string
  readonly relationshipName?: string | null | undefined
  readonly referenceTo?: readonly string[] | null | undefined
  readonly picklistValues?:
    | readonly { readonly value: string; readonly label: string | null }[]
    | null
    | undefined
}

/** The fields of each object, by the object's API name. */
export type FormulaSchema = Readonly<Record<string, readonly DescribedField[]>>

const of = (type: string, names: string): DescribedField[] =>
  names.split(' ').map((name) => ({ name, type }))

const lookup = (name: string, relationshipName: string, object: string): DescribedField => ({
  name,
  type: 'reference',
  relationshipName,
  referenceTo: [object],
})

/** Standard fields, for when the org's describe has not been read. */
export const standardSchema: FormulaSchema = {
  Opportunity: [
    ...of('id', 'Id'),
    ...of('string', 'Name NextStep'),
    ...of('textarea', 'Description'),
    ...of('picklist', 'StageName Type LeadSource ForecastCategoryName'),
    ...of('currency', 'Amount ExpectedRevenue'),
    ...of('percent', 'Probability'),
    ...of('double', 'TotalOpportunityQuantity'),
    ...of('date', 'CloseDate'),
    ...of('boolean', 'IsWon IsClosed IsPrivate HasOpportunityLineItem HasOpenActivity'),
    ...of('datetime', 'CreatedDate LastModifiedDate LastStageChangeDate'),
    lookup('AccountId', 'Account', 'Account'),
    lookup('OwnerId', 'Owner', 'User'),
    lookup('CampaignId', 'Campaign', 'Campaign'),
    lookup('ContractId', 'Contract', 'Contract'),
  ],
  Account: [
    ...of('id', 'Id'),
    ...of('string', 'Name BillingCountry BillingCity Phone'),
    ...of('url', 'Website'),
    ...of('textarea', 'Description'),
    ...of('picklist', 'Industry Type Rating'),
    ...of('currency', 'AnnualRevenue'),
    ...of('int', 'NumberOfEmployees'),
    lookup('OwnerId', 'Owner', 'User'),
    lookup('ParentId', 'Parent', 'Account'),
  ],
  Contract: [
    ...of('id', 'Id'),
    ...of('picklist', 'Status'),
    ...of('date', 'StartDate EndDate'),
    ...of('int', 'ContractTerm'),
  ],
  Campaign: [...of('id', 'Id'), ...of('string', 'Name'), ...of('picklist', 'Type Status')],
  User: [
    ...of('id', 'Id'),
    ...of('string', 'Name FirstName LastName Title Department Alias'),
    ...of('email', 'Email'),
    ...of('boolean', 'IsActive'),
  ],
}

const lookups: Readonly<Record<string, readonly string[]>> = {
  // Only these are read along with the deal; a formula that looks further would find nothing there.
  Opportunity: ['AccountId', 'OwnerId', 'ContractId'],
}

/** The schema that describe gives, from types by path such as `Opportunity.Amount`; standard fields without any. */
export function schemaOf(types: Readonly<Record<string, string>> | undefined): FormulaSchema {
  if (!types || Object.keys(types).length === 0) return standardSchema
  const fields = Object.entries(types).map(([path, type]) => {
    const [object = '', name = ''] = path.split('.')
    const relation = lookups[object]?.includes(name)
      ? standardSchema[object]?.find((known) => known.name === name)
      : undefined
    return { object, field: relation ?? { name, type } }
  })
  const described = Object.groupBy(fields, ({ object }) => object)
  return {
    User: standardSchema['User'] ?? [],
    ...Object.fromEntries(
      Object.entries(described).map(([object, own = []]) => [
        object,
        own.map(({ field }) => field),
      ]),
    ),
  }
}
