import { faultIn } from './json-fault.ts'

/** The largest built-in template has 60 kB. */
const LONGEST = 1_000_000
/** Conditions inside conditions; beyond it reading them would exhaust the stack. */
const DEEPEST = 60

/** The JSON of a text, or the sentence that says why it can be none of a template. Never throws. */
export function templateJson(
  text: string,
): { readonly json: unknown } | { readonly fault: string } {
  if (text.length > LONGEST)
    return { fault: 'This is too long for a template: at most 1,000,000 characters.' }
  if (depthOf(text) > DEEPEST) return { fault: 'Too much stands inside each other here.' }
  const json = text.replace(/^\uFEFF/, '')
  try {
    return { json: JSON.parse(json) }
  } catch (error) {
    return { fault: faultIn(json, error instanceof Error ? error.message : '') }
  }
}

function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  // A string without an end goes on to the last character: it is not tried anew from each quote in it.
  for (const sign of text.replace(/"(?:[^"\\]|\\.?)*(?:"|$)/gs, '')) {
    if (sign === '{' || sign === '[') depth += 1
    if (sign === '}' || sign === ']') depth -= 1
    deepest = Math.max(deepest, depth)
  }
  return deepest
}
