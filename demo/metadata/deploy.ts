import { sharingModelOf } from '../access/sharing-model.ts'
import type { OrgState } from '../org/state.ts'
import { insertDerived } from '../records/insert.ts'
import { writerFor } from '../records/writer-for.ts'
import { readCustomField, withNumbers, type CustomField } from './custom-field.ts'
import { customObject, customShare, withFields } from './custom-object.ts'
import { freeKeyPrefix } from './key-prefix.ts'
import { problemOf } from './problems.ts'
import { sourceOf, type SourceFile } from './source-files.ts'
import { readPermissionSet } from './permission-set.ts'
import { makeAttachable } from '../schema/attachable.ts'
import { fieldHistoryObject } from '../standard/objects/histories.ts'
import { isTrue, textOf } from './xml.ts'

/** What a deployment could not do, as Salesforce lists component failures. */
export interface ComponentFailure {
  readonly fileName: string
  readonly fullName: string
  readonly componentType: string
  readonly problem: string
}

/** One component that a deployment holds. */
export interface Component {
  readonly fileName: string
  readonly fullName: string
  readonly componentType: string
}

/** What a deployment did: nothing at all when anything failed. */
export interface Deployed {
  readonly successes: readonly Component[]
  readonly failures: readonly ComponentFailure[]
}

/** How a deployment goes about it. */
export interface DeployManner {
  readonly checkOnly?: boolean
  /** False: what can be deployed is, although other components fail. */
  readonly rollbackOnError?: boolean
  /** The namespace of the package that is installed so; none for what an admin deploys. */
  readonly namespace?: string | null
}

/** Deploys metadata files (path → text): objects and fields first, then rules, then permission sets. */
export function deploy(
  state: OrgState,
  files: Readonly<Record<string, string>>,
  { checkOnly = false, rollbackOnError = true, namespace = null }: DeployManner = {},
): Deployed {
  const source = sourceOf(files)
  const problems = new Map(source.map((file) => [file, problemOf(file, source, state.schema)]))
  const sound = source.filter((file) => problems.get(file) === undefined)
  const failures = source.flatMap((file) => {
    const problem = problems.get(file)
    return problem === undefined ? [] : [{ ...componentOf(file), problem }]
  })
  if (failures.length > 0 && rollbackOnError) return { successes: [], failures }
  if (!checkOnly) {
    deployObjects(state, sound)
    deployRules(state, sound)
    deployPermissionSets(state, sound, namespace)
  }
  return { successes: sound.map(componentOf), failures }
}

function deployObjects(state: OrgState, source: readonly SourceFile[]): void {
  const objects = source.filter(isObject)
  const standing = new Set(
    source.filter(({ kind }) => kind === 'CustomField').map(({ object }) => object),
  )
  for (const file of objects) putObject(state, file, fieldsOf(source, file.fullName))
  const extended = [...standing].filter(
    (name) => !objects.some(({ fullName }) => fullName === name),
  )
  for (const name of extended) extendObject(state, name, fieldsOf(source, name))
  // A child may stand before its parent in the files: links are made once all objects are there.
  for (const { fullName: name } of objects) linkToParents(state, name, fieldsOf(source, name))
}

function linkToParents(state: OrgState, name: string, fields: readonly CustomField[]): void {
  const describe = state.schema.object(name)
  if (describe) state.schema.put(describe, childNames(fields))
}

function putObject(state: OrgState, file: SourceFile, fields: readonly CustomField[]): void {
  const { fullName: name, element } = file
  if (state.schema.object(name)) return extendObject(state, name, fields)
  const describe = customObject({ name, element, fields, keyPrefix: freeKeyPrefix(state.schema) })
  state.schema.put(describe, childNames(fields))
  makeAttachable(state.schema, name, {
    activities: isTrue(element, 'enableActivities'),
    feeds: isTrue(element, 'enableFeeds'),
  })
  state.sharingModels.set(name, textOf(element, 'sharingModel') ?? 'ReadWrite')
  state.grants.guardedObjects.add(name.toLowerCase())
  guardFields(state, name, fields)
  putHistory(state, file, fields)
  // Of what everybody may edit nothing can be shared: Salesforce has no object for that then.
  const isOpen = sharingModelOf(state, name) === 'ReadWrite'
  if (isOpen || !describe.fields.some((one) => one.name === 'OwnerId')) return
  const share = customShare(name, freeKeyPrefix(state.schema, '02c'))
  state.schema.put(share, { ParentId: 'Shares' })
}

/** Objects that keep history get a history table, for the fields that ask for it. */
function putHistory(state: OrgState, file: SourceFile, fields: readonly CustomField[]): void {
  if (!isTrue(file.element, 'enableHistory')) return
  const { describe, children } = fieldHistoryObject(file.fullName, 'ParentId')
  state.schema.put(describe, children)
  const tracked = fields.filter((one) => one.tracked).map((one) => one.field.name)
  state.trackedFields.set(file.fullName, ['OwnerId', ...tracked])
}

function extendObject(state: OrgState, name: string, fields: readonly CustomField[]): void {
  const describe = state.schema.object(name)
  if (!describe) return
  state.schema.put(withFields(describe, fields), childNames(fields))
  guardFields(state, describe.name, fields)
}

function childNames(fields: readonly CustomField[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    fields.flatMap(({ field, childName }) => (childName ? [[field.name, `${childName}__r`]] : [])),
  )
}

function guardFields(state: OrgState, object: string, fields: readonly CustomField[]): void {
  for (const { field, guarded } of fields) {
    if (guarded) state.grants.guardedFields.add(`${object}.${field.name}`.toLowerCase())
  }
}

function fieldsOf(source: readonly SourceFile[], object: string): readonly CustomField[] {
  return source
    .filter((file) => file.kind === 'CustomField' && file.object === object)
    .flatMap((file) => readCustomField(file.element) ?? [])
    .flatMap(withNumbers)
}

function deployRules(state: OrgState, source: readonly SourceFile[]): void {
  for (const { kind, element, object, fullName } of source) {
    if (kind !== 'ValidationRule') continue
    const at = state.validationRules.findIndex(
      (one) => one.object === object && one.name === fullName,
    )
    const rule = {
      object,
      name: fullName,
      active: isTrue(element, 'active'),
      formula: textOf(element, 'errorConditionFormula') ?? '',
      message: textOf(element, 'errorMessage') ?? '',
      field: textOf(element, 'errorDisplayField') ?? null,
    }
    if (at < 0) state.validationRules.push(rule)
    else state.validationRules.splice(at, 1, rule)
  }
}

function deployPermissionSets(
  state: OrgState,
  source: readonly SourceFile[],
  NamespacePrefix: string | null,
): void {
  const writer = writerFor(state, '')
  for (const { kind, element, fullName } of source) {
    if (kind !== 'PermissionSet') continue
    const set = readPermissionSet(fullName, element)
    state.grants.permissionSets.set(fullName.toLowerCase(), set)
    const known = state.store.table('PermissionSet').where('Name', fullName)
    if (known.length === 0) {
      const { label: Label } = set
      insertDerived(writer, 'PermissionSet', { Name: fullName, Label, NamespacePrefix })
    }
  }
}

const isObject = ({ kind }: SourceFile) => kind === 'CustomObject'

function componentOf({ path, fullName, object, kind }: SourceFile): Component {
  const name =
    kind === 'CustomField' || kind === 'ValidationRule' ? `${object}.${fullName}` : fullName
  return { fileName: path, fullName: name, componentType: kind }
}
