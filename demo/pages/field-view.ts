import type { FieldDescribe } from '../schema/describe.ts'
import { nameOf, type Desk } from './desk.ts'
import { date, dateTime, money, number } from './format.ts'
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
  boolean: (_, value) => (value === true ? '✓' : '☐'),
  reference: (desk, value) => (typeof value === 'string' ? recordLink(desk, value) : ''),
  url: text,
}

/** One field's value as the page shows it. */
export function fieldView(desk: Desk, field: FieldDescribe, value: unknown): Child {
  return (writings[field.type] ?? text)(desk, value)
}

/** A link to a record by its name; the plain id where the user may not see it. */
export function recordLink(desk: Desk, id: string): Child {
  const objectName = desk.objectOf(id)
  const name = nameOf(desk, id)
  if (objectName === undefined || name === undefined) return id
  return html`<a href="/lightning/r/${objectName}/${id}/view">${name}</a>`
}
