import { all, isTrue, text, type Element } from './element.ts'
import {
  fieldsOf,
  isComputed,
  isRequired,
  ofType,
  type Field,
  type Model,
  type ObjectModel,
} from './model.ts'
import type { Component } from './package-files.ts'
import { problemsOf, type Problem } from './problem.ts'

function fieldAt(path: string, model: Model): Field | undefined {
  const [object = '', name = ''] = path.split('.')
  return model.objects.get(object)?.fields.get(name)
}

function fieldProblems(grant: Element, model: Model): string[] {
  const path = text(grant, 'field') ?? ''
  const field = fieldAt(path, model)
  if (!field) return [`there is no field ${path}`]
  if (isRequired(field)) return [`${path} is required: it cannot be granted`]
  if (!isTrue(grant, 'editable')) return []
  return [
    ...(isComputed(field) ? [`${path} is computed: it cannot be edited`] : []),
    ...(isTrue(grant, 'readable') ? [] : [`${path} is edited unread`]),
  ]
}

/** What a permission on an object stands on. Salesforce refuses a set that grants one without the other. */
const standsOn: Readonly<Record<string, readonly string[]>> = {
  allowCreate: ['allowRead'],
  allowEdit: ['allowRead'],
  allowDelete: ['allowRead', 'allowEdit'],
  viewAllRecords: ['allowRead'],
  modifyAllRecords: ['allowRead', 'allowEdit', 'allowDelete', 'viewAllRecords'],
}

function masterOf(object: ObjectModel): string | undefined {
  const master = fieldsOf(object).find(({ type }) => type === 'MasterDetail')
  return master && text(master.root, 'referenceTo')
}

function objectProblems(grant: Element, model: Model, set: Element): string[] {
  const name = text(grant, 'object') ?? ''
  const object = model.objects.get(name)
  if (!object) return [`there is no object ${name}`]
  const master = masterOf(object)
  const onMaster = all(set, 'objectPermissions').find((each) => text(each, 'object') === master)
  const isMasterRead = master === undefined || (onMaster && isTrue(onMaster, 'allowRead'))
  const unfounded = Object.entries(standsOn).flatMap(([permission, needed]) =>
    isTrue(grant, permission)
      ? needed.filter((each) => !isTrue(grant, each)).map((each) => `${permission} needs ${each}`)
      : [],
  )
  return [
    ...unfounded.map((sentence) => `${name}: ${sentence}`),
    ...(isTrue(grant, 'allowRead') && !isMasterRead ? [`${name} needs ${master} to be read`] : []),
  ]
}

function repeated(set: Element, list: string, key: string): string[] {
  const names = all(set, list).map((grant) => text(grant, key) ?? '')
  const twice = names.filter((name, index) => names.indexOf(name) < index)
  return twice.map((name) => `${name} is granted twice`)
}

function setProblems({ root }: Component, model: Model): string[] {
  const tabs = new Set(ofType(model, 'CustomTab').map(({ name }) => name))
  const visible = all(root, 'tabSettings').map((setting) => text(setting, 'tab') ?? '')
  return [
    ...all(root, 'fieldPermissions').flatMap((grant) => fieldProblems(grant, model)),
    ...all(root, 'objectPermissions').flatMap((grant) => objectProblems(grant, model, root)),
    ...visible.filter((tab) => !tabs.has(tab)).map((tab) => `there is no tab ${tab}`),
    ...repeated(root, 'fieldPermissions', 'field'),
    ...repeated(root, 'objectPermissions', 'object'),
  ]
}

/** Returns what Salesforce would refuse in permission sets. */
export function permissionProblems(model: Model): Problem[] {
  return ofType(model, 'PermissionSet').flatMap((set) =>
    problemsOf(set.file)(...setProblems(set, model)),
  )
}
