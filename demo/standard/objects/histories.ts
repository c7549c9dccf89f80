import { field, lookup, picklist, readOnly } from '../../schema/field.ts'
import { DERIVED_ONLY, auditFields, identityFields, object } from '../../schema/object.ts'
import type { StandardObject } from '../standard-object.ts'

const READ = { createable: false, updateable: false }
const STAMP = { ...READ, nillable: false, defaultedOnCreate: true }
const CREATED = [
  field('CreatedDate', 'datetime', STAMP),
  lookup('CreatedById', ['User'], STAMP),
] as const

const opportunityHistory: StandardObject = {
  children: { OpportunityId: 'OpportunityHistories' },
  describe: object({
    name: 'OpportunityHistory',
    label: 'Opportunity: Stage History',
    labelPlural: 'Opportunity: Stage History',
    keyPrefix: '008',
    flags: DERIVED_ONLY,
    fields: [
      ...identityFields('Opportunity History').slice(0, 1),
      lookup('OpportunityId', ['Opportunity'], { ...READ, nillable: false, cascadeDelete: true }),
      ...CREATED,
      readOnly('StageName', 'picklist'),
      readOnly('Amount', 'currency'),
      readOnly('ExpectedRevenue', 'currency'),
      readOnly('CloseDate', 'date'),
      readOnly('Probability', 'percent', { precision: 3, scale: 0 }),
      readOnly('ForecastCategory', 'picklist', { length: 40 }),
      readOnly('PrevAmount', 'currency'),
      readOnly('PrevCloseDate', 'date'),
      readOnly('PrevForecastUpdate', 'datetime'),
      readOnly('SystemModstamp', 'datetime', STAMP),
      readOnly('IsDeleted', 'boolean'),
    ],
  }),
}

/** Before and after of each tracked field; for objects recorded or deployed with history. */
export function fieldHistoryObject(parent: string, parentField: string): StandardObject {
  const custom = parent.endsWith('__c')
  const name = custom ? parent.replace(/__c$/, '__History') : `${parent}FieldHistory`
  return {
    children: { [parentField]: 'Histories' },
    describe: object({
      name,
      keyPrefix: null,
      flags: { ...DERIVED_ONLY, custom, replicateable: false },
      fields: [
        ...identityFields('History'),
        lookup(parentField, [parent], {
          ...READ,
          nillable: false,
          cascadeDelete: true,
          ...(custom ? { relationshipName: 'Parent' } : {}),
        }),
        ...CREATED,
        readOnly('Field', 'picklist', { nillable: false }),
        readOnly('DataType', 'picklist', { length: 40 }),
        readOnly('OldValue', 'anyType'),
        readOnly('NewValue', 'anyType'),
      ],
    }),
  }
}

const opportunityStage: StandardObject = {
  describe: object({
    name: 'OpportunityStage',
    keyPrefix: '01J',
    flags: DERIVED_ONLY,
    fields: [
      ...identityFields('Opportunity Stage').slice(0, 1),
      readOnly('MasterLabel', 'string', { nameField: true }),
      readOnly('ApiName', 'string'),
      readOnly('IsActive', 'boolean'),
      readOnly('SortOrder', 'int'),
      readOnly('IsClosed', 'boolean'),
      readOnly('IsWon', 'boolean'),
      picklist('ForecastCategory', ['Omitted', 'Pipeline', 'BestCase', 'Forecast', 'Closed'], READ),
      readOnly('ForecastCategoryName', 'picklist'),
      readOnly('DefaultProbability', 'percent', { precision: 3, scale: 0 }),
      readOnly('Description', 'string'),
      ...auditFields(),
    ],
  }),
}

function masterLabelStatus(name: string, keyPrefix: string | null): StandardObject {
  return {
    describe: object({
      name,
      keyPrefix,
      flags: DERIVED_ONLY,
      fields: [
        ...identityFields(name).slice(0, 1),
        readOnly('MasterLabel', 'string', { nameField: true }),
        readOnly('ApiName', 'string'),
        readOnly('SortOrder', 'int'),
        readOnly('IsDefault', 'boolean'),
        readOnly('IsClosed', 'boolean'),
        ...auditFields(),
      ],
    }),
  }
}

/** What became of a deal, and the lists its fields choose from. */
export const histories: readonly StandardObject[] = [
  opportunityHistory,
  fieldHistoryObject('Opportunity', 'OpportunityId'),
  opportunityStage,
  masterLabelStatus('TaskStatus', null),
]
