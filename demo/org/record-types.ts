import * as z from 'zod'
import type { RecordTypeGrant } from '../access/grants.ts'
import type { UserRights } from '../access/object-rights.ts'
import { textOf } from '../records/text.ts'
import type { ObjectDescribe } from '../schema/describe.ts'
import { lookup } from '../schema/field.ts'
import { recordTypeInfo } from '../schema/object.ts'
import { fieldOf } from '../schema/schema.ts'
import { defaultRow } from './default-row.ts'
import { toLongId } from './ids.ts'
import { offeredValues } from './offered-values.ts'
import { toDateTime } from '../records/datetime.ts'
import type { OrgSeed } from './seed.ts'
import type { OrgState } from './state.ts'
import { systemUser } from './system-user.ts'

/** A record type of one object, and the picklist values it offers where that is not all of them. */
export interface RecordType {
  readonly id: string
  readonly object: string
  readonly name: string
  readonly developerName: string
  readonly active: boolean
  readonly isDefault: boolean
  readonly picklistValues: Readonly<Record<string, readonly string[]>>
}

const infoSchema = z.looseObject({
  recordTypeId: z.string(),
  name: z.string(),
  developerName: z.string().nullish(),
  active: z.boolean().default(true),
  defaultRecordTypeMapping: z.boolean().default(false),
  master: z.boolean().default(false),
})

/** Gives objects the record types that the folder tells of: in their describe, as a field, as records. */
export function putRecordTypes(state: OrgState, seed: OrgSeed): void {
  const told = [...given(state, seed), ...recorded(seed), ...described(state, seed)]
  const types = told.filter(({ id }, at) => told.findIndex((one) => one.id === id) === at)
  for (const objectName of new Set(types.map(({ object }) => object))) {
    const describe = state.schema.object(objectName)
    const own = types.filter(({ object }) => object === objectName)
    if (describe) state.schema.put(withTypes(describe, own))
  }
  state.recordTypes.push(...types)
  putRows(state, types)
}

/** What a record gets whose caller names no type: the default one of the profile, else of the folder, else none. */
export function defaultRecordType(
  { recordTypes }: Pick<OrgState, 'recordTypes'>,
  { name }: ObjectDescribe,
  rights: Pick<UserRights, 'recordType'>,
): string | null {
  const own = recordTypes.filter(({ object, active }) => object === name && active)
  return own.find((type) => grantOf(rights, type).isDefault)?.id ?? null
}

/** What a user may do with a record type. */
export function grantOf(
  { recordType }: Pick<UserRights, 'recordType'>,
  { object, developerName, active, isDefault }: RecordType,
): RecordTypeGrant {
  const spelled = recordType(object, developerName)
  return spelled ?? { visible: active, isDefault }
}

function infosOf(describe: ObjectDescribe): readonly z.infer<typeof infoSchema>[] {
  return z.array(infoSchema).safeParse(describe['recordTypeInfos']).data ?? []
}

function given({ store, schema }: OrgState, { recordTypes }: OrgSeed): RecordType[] {
  return recordTypes.map((told) => {
    const describe = schema.object(told.object)
    return {
      ...told,
      object: describe?.name ?? told.object,
      id: told.id ?? store.nextId('RecordType', '012'),
      developerName: told.developerName ?? told.name.replaceAll(/\W+/g, '_'),
      picklistValues: offeredValues(describe, told),
    }
  })
}

/** `records/RecordType.json`, which says nothing of values and defaults. */
function recorded({ records }: OrgSeed): RecordType[] {
  const rows = records['RecordType'] ?? []
  for (const [at, row] of rows.entries()) {
    if (row['Id'] !== undefined) continue
    process.emitWarning(
      `records/RecordType, ${at}.Id is missing, and without it no record can be of that type; record-types.json gives it one.`,
    )
  }
  return rows
    .filter((row) => row['Id'] !== undefined)
    .map((row) => ({
      id: toLongId(textOf(row['Id'])),
      object: textOf(row['SobjectType']),
      name: textOf(row['Name']),
      developerName: textOf(row['DeveloperName']),
      active: row['IsActive'] !== false,
      isDefault: false,
      picklistValues: {},
    }))
}

/** What a describe that the folder brings says of its object, if its records have a type at all. */
function described({ schema }: OrgState, { describes }: OrgSeed): RecordType[] {
  const typed = describes
    .flatMap(({ name }) => schema.object(name) ?? [])
    .filter((describe) => fieldOf(describe, 'RecordTypeId'))
  return typed.flatMap((describe) =>
    infosOf(describe)
      .filter(({ master }) => !master)
      .map((info) => ({
        id: toLongId(info.recordTypeId),
        object: describe.name,
        name: info.name,
        developerName: info.developerName ?? info.name,
        active: info.active,
        isDefault: info.defaultRecordTypeMapping,
        picklistValues: {},
      })),
  )
}

function withTypes(describe: ObjectDescribe, types: readonly RecordType[]): ObjectDescribe {
  const before = infosOf(describe)
  const isKnown = ({ id }: RecordType) => before.some((info) => toLongId(info.recordTypeId) === id)
  const added = types.filter((type) => !isKnown(type))
  const isMaster = !types.some(({ isDefault }) => isDefault)
  const infos = before.map((info) =>
    info.master ? Object.assign({}, info, { defaultRecordTypeMapping: isMaster }) : info,
  )
  const field = lookup('RecordTypeId', ['RecordType'], { label: 'Record Type ID' })
  return {
    ...describe,
    fields: fieldOf(describe, field.name) ? describe.fields : [...describe.fields, field],
    recordTypeInfos: [...added.map((type) => recordTypeInfo(describe.name, type)), ...infos],
  }
}

function putRows(state: OrgState, types: readonly RecordType[]): void {
  const { schema, store } = state
  const describe = schema.object('RecordType')
  if (!describe) return
  const base = defaultRow(describe, { now: toDateTime(state.now()), userId: systemUser(state) })
  for (const { id, object, name, developerName, active } of types) {
    const row = { Name: name, DeveloperName: developerName, SobjectType: object, IsActive: active }
    store.put('RecordType', { ...base, ...row, Id: id })
  }
}
