import { notFound, refuseCall } from '../records/refusal.ts'

/** One segment of a path as it was meant; 404 when a percent sign in it stands for nothing. */
export function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch (error) {
    if (error instanceof URIError) throw notFound()
    throw error
  }
}

/** The address a part of a composite or a batch names, below the base; 400 when it is none. */
export function partAddress(text: string, base: string): URL {
  if (URL.canParse(text, base)) return new URL(text, base)
  throw refuseCall(400, 'INVALID_INPUT', `Invalid URL: ${text}`)
}
