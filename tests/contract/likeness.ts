/** Which id of ours stands for which recorded one. */
export type KnownIds = Map<string, string>

// Either in full or masked by the recorder, as "0010xACCOUNTID0000".
const ID = /^[0-9A-Za-z]{15}(?:[0-9A-Za-z]{3,4})?$/

/** Learns the ids of our answer from where they stand in the recorded one. */
export function learnIds(recorded: unknown, ours: unknown, ids: KnownIds): void {
  if (isId(recorded) && isId(ours)) {
    ids.set(recorded, ours)
  } else if (Array.isArray(recorded) && Array.isArray(ours)) {
    for (const [index, each] of recorded.entries()) learnIds(each, ours[index], ids)
  } else if (isObject(recorded) && isObject(ours)) {
    for (const [key, value] of Object.entries(recorded)) learnIds(value, ours[key], ids)
  }
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value)
}

/** The recorded value as our org, with its own ids and version, would have written it. */
export function translated(recorded: unknown, ids: KnownIds, version: string): unknown {
  const text = [...ids].reduce(
    (json, [theirs, our]) => json.replaceAll(theirs, our),
    JSON.stringify(recorded) ?? 'null',
  )
  return JSON.parse(text.replaceAll('vxx.0', `v${version}`))
}

/** Where the key sets or the types of two values differ; nothing when they are alike. */
export function differences(recorded: unknown, ours: unknown, path = '$'): string[] {
  const [theirs, our] = [typeOf(recorded), typeOf(ours)]
  if (theirs !== our) return [`${path}: ${theirs} was recorded, ${our} was given`]
  if (Array.isArray(recorded) && Array.isArray(ours)) {
    return recorded.flatMap((each, index) => differences(each, ours[index], `${path}[${index}]`))
  }
  if (!isObject(recorded) || !isObject(ours)) return []
  const missing = Object.keys(recorded).filter((key) => !Object.hasOwn(ours, key))
  const surplus = Object.keys(ours).filter((key) => !Object.hasOwn(recorded, key))
  const shared = Object.keys(recorded).filter((key) => Object.hasOwn(ours, key))
  return [
    ...missing.map((key) => `${path}.${key} is missing`),
    ...surplus.map((key) => `${path}.${key} was never recorded`),
    ...shared.flatMap((key) => differences(recorded[key], ours[key], `${path}.${key}`)),
  ]
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

/** Whether a JSON value is an object and neither null nor an array. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
