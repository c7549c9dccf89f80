import type { FieldDescribe } from '#demo/schema/describe.ts'
import { instantOf } from './plain-date.ts'

/** The label of a picklist value (of each, in a multi-select one); other values as they are. */
export function labelled(field: FieldDescribe, value: unknown): unknown {
  if (typeof value !== 'string') return value
  return value
    .split(';')
    .map((each) => field.picklistValues.find((entry) => entry.value === each)?.label ?? each)
    .join(';')
}

const number = new Intl.NumberFormat('en-US')
const dollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' })
const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'short', timeZone: 'UTC' })
const moment = new Intl.DateTimeFormat('en-US', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'UTC',
})

const formats: Readonly<Record<string, (value: unknown) => string>> = {
  currency: (value) => dollars.format(Number(value)),
  double: (value) => number.format(Number(value)),
  int: (value) => number.format(Number(value)),
  percent: (value) => `${number.format(Number(value))}%`,
  date: (value) => day.format(instantOf(String(value))),
  datetime: (value) => moment.format(instantOf(String(value))),
}

/** The value as text for a United States user, as FORMAT() gives it. */
export function formatted(field: FieldDescribe, value: unknown): unknown {
  const format = formats[field.type]
  return value === null || !format ? value : format(value)
}
