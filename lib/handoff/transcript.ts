import type { TextFormat } from './evidence-source.ts'
import { withoutEntities } from './html-entities.ts'
import { plainBreaks } from './line-breaks.ts'

/** One line of a transcript or text: who said it and when, as far as that is known. */
export interface SpokenLine {
  /** `1:02:33`; empty without a time. */
  readonly at: string
  readonly speaker: string
  readonly text: string
}

/** No line is longer than this: quotations are picked line by line. */
const LINE_LENGTH = 400

/** The lines of a text from outside. Never fails: what is not understood is shown as it is. */
export function spokenLines(text: string, format: TextFormat): readonly SpokenLine[] {
  const lines = cleaned(text).split('\n')
  if (format === 'vtt' || format === 'srt') return cuesOf(lines)
  return lines.flatMap(plainLine)
}

/** What the text looks like, whatever its file is called. */
export function formatOf(text: string, fallback: TextFormat): TextFormat {
  const start = cleaned(text.slice(0, 2000)).trimStart()
  if (/^WEBVTT(?:[ \t\n]|$)/.test(start)) return 'vtt'
  return /^\d+[ \t]*\n[ \t]*(?:\d+:)?\d+:\d{2}[,.]\d{1,3}[ \t]*-->/.test(start) ? 'srt' : fallback
}

function cleaned(text: string): string {
  return plainBreaks(text.replace(/^\uFEFF/, ''))
}

const timing = /^\s*((?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3})\s*-->\s*(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}/

/** Cues are told by their times; a number or name before them, and notes between them, are left out. */
function cuesOf(lines: readonly string[]): SpokenLine[] {
  const spoken: SpokenLine[] = []
  let at: string | null = null
  let said: string[] = []
  const close = () => {
    if (at !== null) for (const line of cue(at, said)) spoken.push(line)
    said = []
    at = null
  }
  for (const line of lines) {
    const [, start] = timing.exec(line) ?? []
    if (start !== undefined) {
      close()
      at = clockOf(start)
    } else if (line.trim() === '') close()
    else if (at !== null) said.push(line)
  }
  close()
  return spoken
}

/** A cue may hold several voices, each on a line of its own or in a tag of its own. */
function cue(at: string, said: readonly string[]): SpokenLine[] {
  const voices: { speaker: string; text: string }[] = []
  for (const part of said.join('\n').split(/(?=<v[ .\t])|\n(?=\s*[-–] )/)) {
    const voice = voiceIn(part)
    if (voice.text !== '') voices.push(voice)
  }
  return voices.flatMap(({ speaker, text }) =>
    pieces(text).map((piece) => ({ at, speaker, text: piece })),
  )
}

function voiceIn(part: string): { speaker: string; text: string } {
  const [, tagged = ''] = /^<v(?:\.[^\s>]*)?\s+([^>]*)>/.exec(part) ?? []
  const text = withoutMarks(part)
  if (tagged.trim() !== '') return { speaker: tidy(withoutMarks(tagged)), text: tidy(text) }
  return named(tidy(text))
}

function withoutMarks(text: string): string {
  return withoutEntities(
    text.replaceAll(/<\/?(?:v|c|b|i|u|lang|ruby|rt|font|\d{1,3}:)[^<>]*>/gi, ''),
  )
}

const tidy = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

/** Up to five words, the first of them written large, and a colon: `Priya Nair (Acme): …`. */
const speakerBefore =
  /^\[?(\p{Lu}[\p{L}\p{M}'’.-]*(?:[ \u00A0][\p{L}\p{M}\d('’.&)/-]+){0,4})\]?:[ \t]+(?=\S)/u
/** Words before a colon that are no names. */
const labels =
  /^(?:note|notes|http|https|re|fw|fwd|subject|from|to|cc|date|attendees|agenda|action|actions|todo|decision|next steps?|ps)$/i

function named(text: string): { speaker: string; text: string } {
  const [before = '', speaker = ''] = speakerBefore.exec(text.slice(0, 120)) ?? []
  if (before === '' || labels.test(speaker)) return { speaker: '', text }
  return { speaker, text: text.slice(before.length) }
}

/** `[00:12:01] Priya: …` and `00:12:01 Priya: …`, as meeting tools export text. */
const timeBefore = /^[[(]?((?:\d{1,2}:)?\d{1,2}:\d{2})(?:[.,]\d{1,3})?[\])]?[ \t]+(?=\S)/

function plainLine(line: string): SpokenLine[] {
  const text = tidy(line)
  if (text === '') return []
  const [before = '', time = ''] = timeBefore.exec(text.slice(0, 40)) ?? []
  const voice = named(text.slice(before.length))
  const at = time === '' ? '' : clockOf(time)
  return pieces(voice.text).map((piece) => ({ at, speaker: voice.speaker, text: piece }))
}

/** A long line in pieces that end where a sentence does, or at least a word. */
function pieces(text: string): string[] {
  const found: string[] = []
  let rest = text
  while (rest.length > LINE_LENGTH) {
    const end = endOf(rest.slice(0, LINE_LENGTH))
    found.push(rest.slice(0, end).trim())
    rest = rest.slice(end).trimStart()
  }
  if (rest !== '') found.push(rest)
  return found
}

function endOf(start: string): number {
  const sentence = Math.max(...['. ', '! ', '? ', '。'].map((mark) => start.lastIndexOf(mark)))
  if (sentence > LINE_LENGTH / 4) return sentence + 1
  const space = start.lastIndexOf(' ')
  if (space > 0) return space
  // Never between the two halves of one character.
  return /[\uD800-\uDBFF]$/.test(start) ? start.length - 1 : start.length
}

/** `00:02:05.300` as people say it: `2:05`. */
function clockOf(time: string): string {
  const [, clock = time] = /^([\d:]+)/.exec(time) ?? []
  const short = clock.replace(/^(?:0+:)?0?(?=\d+:\d{2}$|\d:\d{2}:)/, '')
  return short.replace(/^0+(?=\d)/, '')
}
