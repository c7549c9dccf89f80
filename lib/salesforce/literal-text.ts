import type { Part } from './composite.ts'

/*
 * Composite expands `@{ref.field}` in the body of every part and in collections inside it, a graph does so
 * too, and none of them has a way to say "literally" (REST API guide, "Composite Subrequest": no escape is
 * documented; a JSON escape is undone before the expansion). So a user's own `@{` never enters a composite:
 * JSON that we store spells it with an escape of its own, other text goes in as `@(` and is set right after
 * the transaction by plain row calls, which know no references.
 */

/** JSON for a text field, in which no `@{` can be seen; parsing it gives the very same value. */
export function storedJson(value: unknown): string {
  // An `@` stands only inside JSON's strings, where this escape means just that character.
  return JSON.stringify(value).replaceAll('@{', String.raw`\u0040{`)
}

/** A row whose texts have to be set right after the transaction. */
export interface Wording {
  /** Such as `/sobjects/Handoff__c/Client_Key__c/…`. */
  readonly path: string
  readonly body: Readonly<Record<string, string>>
}

type Row = Readonly<Record<string, unknown>>

/** The row's texts that Salesforce would take for references; null when there are none. */
export function wordingOf(path: string, row: Row): Wording | null {
  const texts = Object.entries(row).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].includes('@{'),
  )
  return texts.length === 0 ? null : { path, body: Object.fromEntries(texts) }
}

/** The part with every `@{` in its body's texts made harmless, at the same length. */
export function withoutReferences(part: Part): Part {
  return { ...part, body: harmless(part.body) }
}

function harmless(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('@{', '@(')
  if (Array.isArray(value)) return value.map(harmless)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, harmless(inner)]))
}

/** The text of a row that cannot be set right afterwards, since nobody knows its id: a word joiner, which nobody sees, keeps `@{` from being taken for a reference. */
export function unreferenced(text: string): string {
  return text.replaceAll('@{', '@\u2060{')
}
