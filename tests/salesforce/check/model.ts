import { deep, isTrue, text, texts, type Element } from './element.ts'
import type { Component } from './package-files.ts'

/** A custom field, as the other files refer to it. */
export interface Field {
  readonly file: string
  readonly object: string
  readonly name: string
  readonly type: string
  readonly root: Element
}

/** An object and the fields this package adds to it. Standard objects have no `root`. */
export interface ObjectModel {
  readonly name: string
  readonly file: string
  readonly root: Element | undefined
  readonly fields: ReadonlyMap<string, Field>
}

/** Everything a package declares, by what it is. */
export interface Model {
  readonly objects: ReadonlyMap<string, ObjectModel>
  readonly components: readonly Component[]
}

function fieldFrom({ file, object, name, root }: Component): Field {
  return { file, object, name, root, type: text(root, 'type') ?? '' }
}

/** Returns the objects and fields that the components declare. */
export function modelOf(components: readonly Component[]): Model {
  const names = new Set(components.map(({ object }) => object).filter((name) => name !== ''))
  const objects = [...names].map((name): [string, ObjectModel] => {
    const own = components.filter(({ object }) => object === name)
    const declared = own.find(({ type }) => type === 'CustomObject')
    const fields = own.filter(({ type }) => type === 'CustomField').map(fieldFrom)
    const file = declared?.file ?? `objects/${name}`
    const byName = new Map(fields.map((field) => [field.name, field]))
    return [name, { name, file, root: declared?.root, fields: byName }]
  })
  return { objects: new Map(objects), components }
}

/** Returns the fields of an object. */
export function fieldsOf(object: ObjectModel): readonly Field[] {
  return Array.from(object.fields.values())
}

/** Returns the fields of all objects. */
export function everyField(model: Model): readonly Field[] {
  return Array.from(model.objects.values(), fieldsOf).flat()
}

/** Returns the components of one metadata type. */
export function ofType(model: Model, type: string): readonly Component[] {
  return model.components.filter((component) => component.type === type)
}

/** Whether every record must hold a value: field permissions cannot be given for such a field. */
export function isRequired(field: Field): boolean {
  return field.type === 'MasterDetail' || isTrue(field.root, 'required')
}

/** Whether the value is computed by Salesforce. */
export function isComputed(field: Field): boolean {
  return text(field.root, 'formula') !== undefined || ['AutoNumber', 'Summary'].includes(field.type)
}

/** Returns the API names of a picklist's values, or undefined when the field is no picklist. */
export function picklistValues(field: Field): readonly string[] | undefined {
  const [definition] = deep(field.root, 'valueSetDefinition')
  return definition?.children
    .filter(({ name }) => name === 'value')
    .flatMap((value) => texts(value, 'fullName'))
}

/** Whether the object's records follow the sharing of a master record, and so have no owner. */
export function followsParent(object: ObjectModel): boolean {
  return object.root !== undefined && text(object.root, 'sharingModel') === 'ControlledByParent'
}

const systemFields = new Set(['Id', 'Name', 'CreatedById', 'CreatedDate', 'LastModifiedById'])

/** Whether a custom object has a field of that API name, its own or one that Salesforce adds. */
export function hasField(object: ObjectModel, name: string): boolean {
  if (name === 'OwnerId') return !followsParent(object)
  return object.fields.has(name) || systemFields.has(name)
}
