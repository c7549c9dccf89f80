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
    ...of('reference', 'CampaignId'),
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
  User: [
    ...of('id', 'Id'),
    ...of('string', 'Name FirstName LastName Title Department Alias'),
    ...of('email', 'Email'),
    ...of('boolean', 'IsActive'),
  ],
}

// Only these are read along with the deal; a formula that looks further would find nothing there.
const readAlong: ReadonlySet<string> = new Set(['AccountId', 'OwnerId', 'ContractId'])

const relations = (standardSchema['Opportunity'] ?? []).filter(({ name }) => readAlong.has(name))

/** The schema that describe gives, from types by path such as `Opportunity.Amount`; standard fields without any. */
export function schemaOf(types: Readonly<Record<string, string>> = {}): FormulaSchema {
  const paths = Object.entries(types)
  if (paths.length === 0) return standardSchema
  const schema: Record<string, DescribedField[]> = { User: [...(standardSchema['User'] ?? [])] }
  for (const [path, type] of paths) {
    const [object = '', name = ''] = path.split('.')
    const known = object === 'Opportunity' ? relations.find((one) => one.name === name) : undefined
    const own = (schema[object] ??= [])
    own.push(known ?? { name, type })
  }
  return schema
}
