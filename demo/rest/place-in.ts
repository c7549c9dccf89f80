import type * as z from 'zod'

/** Where in a body that cannot be read the first fault is: " at body.messageSegments". */
export function placeIn({ issues: [issue] }: z.ZodError): string {
  const place = (issue?.path ?? []).map(String).join('.')
  return place === '' ? '' : ` at ${place}`
}
