import type { Offset } from '#lib/handoff/template.ts'

const units = {
  hours: ['hour', 'hours'],
  days: ['day', 'days'],
  'business-hours': ['business hour', 'business hours'],
  'business-days': ['business day', 'business days'],
} as const satisfies Record<Offset['unit'], readonly [string, string]>

/** A span of a template's clocks in words, such as "2 business days". */
export function spanWords({ amount, unit }: Offset): string {
  const [one, many] = units[unit]
  return `${amount} ${amount === 1 ? one : many}`
}
