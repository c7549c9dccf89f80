import type { OrgState } from '../org/state.ts'
import type { Level } from './levels.ts'

/** The parent a record's access follows, and what it takes there to change the child. */
export interface ParentLookup {
  readonly field: string
  readonly writeRequires: Level
}

/** Standard objects whose access follows a parent. */
const PARENTS: Readonly<Record<string, string>> = {
  OpportunityContactRole: 'OpportunityId',
  OpportunityLineItem: 'OpportunityId',
  OpportunityHistory: 'OpportunityId',
  OpportunityFieldHistory: 'OpportunityId',
  OpportunityCompetitor: 'OpportunityId',
  OpportunityPartner: 'OpportunityId',
  OpportunityTeamMember: 'OpportunityId',
  OpportunityShare: 'OpportunityId',
  AccountTeamMember: 'AccountId',
  AccountShare: 'AccountId',
  Contract: 'AccountId',
  Note: 'ParentId',
  Attachment: 'ParentId',
  FeedItem: 'ParentId',
  FeedComment: 'ParentId',
  EventRelation: 'EventId',
}

/** What everyone starts from where the org folder says nothing. */
const MODELS: Readonly<Record<string, string>> = {
  Task: 'Private',
  Event: 'Private',
  ContentNote: 'Private',
  User: 'Read',
}

/** The organisation-wide default of an object. */
export function sharingModelOf(state: OrgState, objectName: string): string {
  if (parentLookup(state, objectName)) return 'ControlledByParent'
  return (
    state.file.sharing[objectName] ??
    state.sharingModels.get(objectName) ??
    MODELS[objectName] ??
    'ReadWrite'
  )
}

/** The lookup that decides who may see a detail record; `undefined` for objects of their own. */
export function parentLookup(state: OrgState, objectName: string): ParentLookup | undefined {
  const standard = PARENTS[objectName]
  if (standard) return { field: standard, writeRequires: 'Edit' }
  if (objectName === 'Contact') return contactParent(state)
  if (objectName.endsWith('__Share') || objectName.endsWith('__History')) {
    return { field: 'ParentId', writeRequires: 'All' }
  }
  return masterDetail(state, objectName)
}

function contactParent(state: OrgState): ParentLookup | undefined {
  const model = state.file.sharing['Contact'] ?? 'ControlledByParent'
  return model === 'ControlledByParent' ? { field: 'AccountId', writeRequires: 'Edit' } : undefined
}

function masterDetail(state: OrgState, objectName: string): ParentLookup | undefined {
  const master = state.schema
    .object(objectName)
    ?.fields.find((field) => field.custom && field['relationshipOrder'] === 0)
  if (!master) return undefined
  return {
    field: master.name,
    writeRequires: master['writeRequiresMasterRead'] === true ? 'Read' : 'Edit',
  }
}
