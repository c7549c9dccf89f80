import { day, type Formats, moment, number } from '#components/ui/formats.ts'
import type { FieldValue } from '#lib/handoff/primitives.ts'
import { spokenTime } from '#lib/handoff/spoken-day.ts'

interface Reading {
  readonly formats: Formats
  /** The field's choices, when it is a picklist: several of them are parted by semicolons. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[] | undefined
}

/** A field's value for reading, as Salesforce would show it to this user: nothing is said as "empty". */
export function shown(value: FieldValue, { formats, choices = [] }: Reading): string {
  if (value === null || value === '') return 'empty'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return number(value, formats)
  const labelOf = (one: string) => choices.find((choice) => choice.value === one)?.label
  if (choices.length > 0 && value.includes(';'))
    return value
      .split(';')
      .map((one) => labelOf(one) ?? one)
      .join(', ')
  return labelOf(value) ?? textShown(value, formats)
}

function textShown(value: string, formats: Formats): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return day(value, formats)
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/.test(value)
    ? moment(value, formats)
    : spokenTime(value)
}
