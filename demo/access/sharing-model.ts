import type { OrgState } from '../org/state.ts'
import type { Level } from './levels.ts'

/** The parent a record's access follows, and what it takes there to change the child. */
export interface ParentLookup {
  readonly field: string
  readonly writeRequires: Level
  /** Those who have a record's parent may change what others have added to it, and not delete it. */
  readonly isOfAuthors?: boolean
}

/**
 * What belongs to whoever wrote it.
 * https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_feeditem.htm
 */
const OF_AUTHORS: ReadonlySet<string> = new Set(['FeedItem', 'FeedComment'])

/** Standard objects whose access follows a parent: the lookup, and what it takes to add or change. */
const PARENTS: Readonly<Record<string, readonly [field: string, writeRequires: Level]>> = {
  OpportunityContactRole: ['OpportunityId', 'Edit'],
  OpportunityLineItem: ['OpportunityId', 'Edit'],
  OpportunityHistory: ['OpportunityId', 'Edit'],
  OpportunityFieldHistory: ['OpportunityId', 'Edit'],
  OpportunityCompetitor: ['OpportunityId', 'Edit'],
  OpportunityPartner: ['OpportunityId', 'Edit'],
  OpportunityTeamMember: ['OpportunityId', 'All'],
  OpportunityShare: ['OpportunityId', 'All'],
  AccountTeamMember: ['AccountId', 'All'],
  AccountShare: ['AccountId', 'All'],
  ContactShare: ['ContactId', 'All'],
  LeadShare: ['LeadId', 'All'],
  CaseShare: ['CaseId', 'All'],
  Contract: ['AccountId', 'Edit'],
  Note: ['ParentId', 'Edit'],
  Attachment: ['ParentId', 'Edit'],
  // Whoever sees a record may post on it.
  FeedItem: ['ParentId', 'Read'],
  FeedComment: ['ParentId', 'Read'],
  EventRelation: ['EventId', 'Edit'],
}

const CONTROLLED = 'ControlledByParent'

/** What everyone starts from where the org folder says nothing. */
const MODELS: Readonly<Record<string, string>> = {
  Task: 'Private',
  Event: 'Private',
  ContentNote: 'Private',
  User: 'Read',
}

/** The organisation-wide default of an object. */
export function sharingModelOf(state: OrgState, objectName: string): string {
  if (parentLookup(state, objectName)) return CONTROLLED
  return (
    state.file.sharing[objectName] ??
    state.sharingModels.get(objectName) ??
    MODELS[objectName] ??
    'ReadWrite'
  )
}

/** The lookup that decides who may see a detail record; `undefined` for objects of their own. */
export function parentLookup(state: OrgState, objectName: string): ParentLookup | undefined {
  if ((state.file.sharing[objectName] ?? CONTROLLED) !== CONTROLLED) return undefined
  const standard = PARENTS[objectName]
  const isOfAuthors = OF_AUTHORS.has(objectName)
  if (standard) return { field: standard[0], writeRequires: standard[1], isOfAuthors }
  if (objectName === 'Contact') return { field: 'AccountId', writeRequires: 'Edit' }
  if (objectName.endsWith('__Share') || objectName.endsWith('__History')) {
    return { field: 'ParentId', writeRequires: 'All' }
  }
  return masterDetail(state, objectName)
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
