import * as z from 'zod/mini'
import { firstWords } from './clip.ts'
import { TEXT_LIMIT } from './evidence-limits.ts'
import { ADDRESS_LIMIT } from './page-address.ts'
import { daySchema, instantSchema } from './primitives.ts'

export const textFormats = ['vtt', 'srt', 'text', 'markdown', 'pasted'] as const
export type TextFormat = (typeof textFormats)[number]

const label = z.string().check(z.minLength(1), z.maxLength(300))
const link = {
  kind: z.literal('link'),
  label,
  url: z.string().check(z.regex(/^https:\/\//i), z.maxLength(2000)),
  /** Where in the recording, as `12:30`; empty for the whole. */
  moment: z.string(),
  on: z.union([daySchema, z.literal('')]),
  recipientCanOpen: z.boolean(),
}
const text = {
  kind: z.literal('text'),
  label,
  format: z.enum(textFormats),
  /** The page it was selected on. It stays on this computer, as the text does: quotations do not carry it. */
  url: z.optional(z.string().check(z.regex(/^https?:\/\//i), z.maxLength(ADDRESS_LIMIT))),
}

/** Something from outside Salesforce that answers are backed with. A text never leaves this computer: only quotations do. */
export const evidenceSourceSchema = z.discriminatedUnion('kind', [
  z.object({ ...text, text: z.string().check(z.minLength(1), z.maxLength(TEXT_LIMIT)) }),
  z.object(link),
])
export type EvidenceSource = z.infer<typeof evidenceSourceSchema>
export type LinkSource = Extract<EvidenceSource, { kind: 'link' }>
export type TextSource = Extract<EvidenceSource, { kind: 'text' }>

/** A source without its text, for lists. */
export const sourceCardSchema = z.object({
  id: z.string(),
  addedAt: instantSchema,
  source: z.discriminatedUnion('kind', [
    z.object({
      ...text,
      characters: z.number(),
      /** The first words of a selection: on one page many are made. */
      start: z.optional(z.string()),
    }),
    z.object(link),
  ]),
})
export type SourceCard = z.infer<typeof sourceCardSchema>

/** What a list shows of a source. */
export function cardOf(id: string, addedAt: string, source: EvidenceSource): SourceCard {
  if (source.kind === 'link') return { id, addedAt, source }
  const { text: whole, ...about } = source
  const start = about.url === undefined ? {} : { start: firstWords(whole, 8) }
  return { id, addedAt, source: { ...about, ...start, characters: whole.length } }
}
