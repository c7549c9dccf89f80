import { startOf } from './clip.ts'
import { FILE_LIMIT } from './evidence-limits.ts'
import type { EvidenceSource, TextFormat } from './evidence-source.ts'
import { formatOf, spokenLines } from './transcript.ts'
import { withinLimit } from './within-limit.ts'

/** What became of a file or pasted text: kept whole, kept in part, or not at all; always with a sentence. */
export type Taken =
  | { readonly outcome: 'taken'; readonly source: EvidenceSource; readonly sentence: string }
  | { readonly outcome: 'refused'; readonly sentence: string }

/** A file as the browser hands it over. `bytes` is null for one that was too large to be read. */
export interface GivenFile {
  readonly name: string
  readonly size: number
  readonly bytes: Uint8Array | null
}

const formats: Readonly<Record<string, TextFormat>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  vtt: 'vtt',
  srt: 'srt',
}

const kinds = '.txt, .md, .vtt and .srt files'
const megabytes = (bytes: number) => `${(bytes / (1024 * 1024)).toFixed(1)} MB`
const thousands = (count: number) => count.toLocaleString('en-US')

const refused = (sentence: string): Taken => ({ outcome: 'refused', sentence })

/** Takes a file as evidence, if it is a text. */
export function takeFile({ name, size, bytes }: GivenFile): Taken {
  const [, ending = ''] = /\.([^.]+)$/.exec(name.toLowerCase()) ?? []
  const format = formats[ending]
  if (format === undefined)
    return refused(`“${name}” was not added: Segue reads ${kinds}. Nothing of it was kept.`)
  if (size > FILE_LIMIT || bytes === null)
    return refused(
      `“${name}” was not added: it has ${megabytes(size)}, and ${megabytes(FILE_LIMIT)} is the most. Nothing of it was kept. Save the part you need as a file of its own, or paste it.`,
    )
  const text = decoded(bytes)
  if (text === null)
    return refused(
      `“${name}” was not added: it is not readable as text. Nothing of it was kept. Save it as plain text (UTF-8), or paste the words.`,
    )
  return takeText({ label: name, text, format })
}

/** Takes pasted or decoded text as evidence. */
export function takeText({
  label,
  text,
  format,
}: {
  readonly label: string
  readonly text: string
  readonly format: TextFormat
}): Taken {
  const name = startOf(label.trim(), 300) || 'Pasted text'
  if (text.trim() === '') return refused(`“${name}” was not added: it is empty.`)
  const kept = withinLimit(text)
  const { found, lines } = linesIn(kept, format)
  if (lines.length === 0)
    return refused(
      `“${name}” was not added: there are no spoken lines in it. Nothing of it was kept.`,
    )
  const source: EvidenceSource = { kind: 'text', label: name, format: found, text: kept }
  const [last] = lines.slice(-1)
  const until = last && last.at !== '' ? `, up to ${last.at}` : ''
  const sentence =
    kept.length < text.length
      ? `“${name}” is too long: its first ${thousands(kept.length)} of ${thousands(text.length)} characters were kept${until}.`
      : `“${name}” was added: ${thousands(lines.length)} ${lines.length === 1 ? 'line' : 'lines'}.`
  return { outcome: 'taken', source, sentence }
}

/** A transcript that has lost its line breaks, as a selection on a page does, is a text. */
function linesIn(text: string, format: TextFormat) {
  const found = formatOf(text, format)
  const lines = spokenLines(text, found)
  return lines.length > 0 ? { found, lines } : { found: format, lines: spokenLines(text, format) }
}

const marks: readonly (readonly [number, number, string])[] = [
  [0xff, 0xfe, 'utf-16le'],
  [0xfe, 0xff, 'utf-16be'],
]

/** The text of a file; null when it is none. Windows' own alphabet is tried when it is not UTF-8. */
export function decoded(bytes: Uint8Array): string | null {
  const marked = marks.find(([first, second]) => bytes[0] === first && bytes[1] === second)
  if (marked) return readAs(bytes, marked[2])
  const text = readAs(bytes, 'utf-8') ?? readAs(bytes, 'windows-1252')
  return text === null || isBinary(text) ? null : text
}

function readAs(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null // Not in this encoding: the next is tried.
  }
}

/** Text has no such characters; a picture or a document read as text is full of them. */
function isBinary(text: string): boolean {
  const start = text.slice(0, 10_000)
  if (start.includes('\0')) return true
  // eslint-disable-next-line no-control-regex
  const strange = start.match(/[\u0001-\u0008\u000E-\u001F\u007F-\u009F]/g)?.length ?? 0
  return strange > start.length / 100
}
