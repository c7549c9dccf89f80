import { nameFieldOf } from '../schema/schema.ts'
import type { FieldDescribe, ObjectDescribe } from '../schema/describe.ts'
import type { Row } from '../soql/source.ts'
import { nameOf, type Desk } from './desk.ts'
import { date, dateTime, inItsCurrency, money, number } from './format.ts'
import { html, type Child } from './markup.ts'

type Writing = (desk: Desk, value: unknown) => Child

const text: Writing = (_, value) => (typeof value === 'string' ? value : '')

/** How a value is shown, by the type of its field. */
const writings: Readonly<Record<string, Writing>> = {
  currency: money,
  double: number,
  int: number,
  percent: (desk, value) => (typeof value === 'number' ? `${number(desk, value)}%` : ''),
  date,
  datetime: dateTime,
  boolean: (_, value) =>
    html`<span class="tick" role="img" aria-label="${value === true ? 'True' : 'False'}"
      >${value === true && '✓'}</span
    >`,
  reference: (desk, value) => (typeof value === 'string' ? recordLink(desk, value) : ''),
  email: (_, value) =>
    typeof value === 'string' && html`<a href="mailto:${value}" data-whole-page>${value}</a>`,
  url: (_, value) => typeof value === 'string' && html`<span class="url">${value}</span>`,
}

/** One field of a row as the page shows it. */
export function fieldView(desk: Desk, field: FieldDescribe, row: Row): Child {
  return (writings[field.type] ?? text)(inItsCurrency(desk, row), row[field.name])
}

/** A field of a row; the name of the record is a link to it. */
export function cellView(desk: Desk, describe: ObjectDescribe, { field, row }: Cell): Child {
  const id = row['Id']
  if (field.name === nameFieldOf(describe) && typeof id === 'string' && isOpenable(describe)) {
    return recordLink(desk, id)
  }
  return fieldView(desk, field, row)
}

interface Cell {
  readonly field: FieldDescribe
  readonly row: Row
}

/** Lookups are called by what they lead to, not by the id they hold. */
export function labelOf({ label, type }: FieldDescribe): string {
  return type === 'reference' ? label.replace(/ ID$/, '') : label
}

/** A link to a record by its name; the plain id where the user may not see it. */
export function recordLink(desk: Desk, id: string): Child {
  const objectName = desk.objectOf(id)
  const name = nameOf(desk, id)
  if (objectName === undefined || name === undefined) return id
  return html`<a dir="auto" href="/lightning/r/${objectName}/${id}/view">${name}</a>`
}

/** The fields of an object by name, those the user may not see left out. */
export function fieldsNamed(
  describe: ObjectDescribe,
  names: readonly string[],
): readonly FieldDescribe[] {
  return names.flatMap((name) => describe.fields.find((field) => field.name === name) ?? [])
}

function isOpenable({ keyPrefix }: ObjectDescribe): boolean {
  return keyPrefix !== null
}
