import type { Line } from './answer-lines.ts'
import { firstActions } from './brief-actions.ts'
import { changesSince } from './brief-changes.ts'
import { doNotAsk, doNotReopen, known, openQuestions } from './brief-lines.ts'
import { peopleLines } from './brief-people.ts'
import type { Asked, BriefAbout, BriefSource } from './brief-source.ts'
import { askedIn, redactedSource } from './brief-source.ts'
import { countWords, firstWords } from './clip.ts'
import { leadIn } from './lead-in.ts'
import type { Tier } from './tier.ts'

export const briefHeadings = [
  'first-actions',
  'people',
  'promised',
  'do-not-reopen',
  'do-not-ask',
  'risks',
  'open-questions',
  'changes',
  'success',
  'deal',
] as const
type BriefHeading = (typeof briefHeadings)[number]

/** One heading of the brief with its lines, in reading order. */
export interface BriefPart {
  readonly heading: BriefHeading
  readonly title: string
  readonly lines: readonly Line[]
  /** Lines left out to keep the reading short. */
  readonly more: number
}

/** What a recipient reads first. Parts without lines are left out. */
export interface Brief {
  readonly about: BriefAbout
  readonly parts: readonly BriefPart[]
}

type Lines = (asked: readonly Asked[], source: BriefSource) => readonly Line[]
interface Heading {
  readonly title: string
  /** Room for so many words. */
  readonly words: number
  readonly lines: Lines
}

// Two minutes at 230 words a minute.
const headings: { readonly [Name in BriefHeading]: Heading } = {
  'first-actions': { title: 'First three actions', words: 60, lines: firstActions },
  people: { title: 'Who is who', words: 70, lines: peopleLines },
  promised: { title: 'What was promised', words: 70, lines: (asked) => known(asked, 'promised') },
  'do-not-reopen': { title: 'Do not reopen', words: 45, lines: doNotReopen },
  'do-not-ask': { title: 'Do not ask again', words: 65, lines: doNotAsk },
  risks: { title: 'Risks', words: 45, lines: (asked) => known(asked, 'risks') },
  'open-questions': { title: 'Open questions', words: 45, lines: openQuestions },
  changes: {
    title: 'Changed since the previous handoff',
    words: 30,
    lines: (_, source) =>
      source.previous ? changesSince(source.previous, source) : (source.packet.since?.lines ?? []),
  },
  success: { title: 'What success is', words: 20, lines: (asked) => known(asked, 'success') },
  deal: { title: 'The deal', words: 10, lines: (asked) => known(asked, 'deal') },
}

const LINE_WORDS = 20
/** A longer label leaves room for its answer. */
const LABEL_WORDS = 12
const least = 8

/** The brief with every line in full, as readers of that tier may see it. */
export function fullBrief(source: BriefSource, reader: Tier): Brief {
  const visible = redactedSource(source, reader)
  const asked = askedIn(visible)
  const all = briefHeadings.map((heading) => ({
    heading,
    title: headings[heading].title,
    lines: headings[heading].lines(asked, visible),
    more: 0,
  }))
  return { about: source.about, parts: all.filter(({ lines }) => lines.length > 0) }
}

/** The start of a line, with more than its label. */
function startOf({ text, label }: Line, words: number): string {
  const lead = `${leadIn(label)} `
  if (!text.startsWith(lead)) return firstWords(text, words)
  const short = firstWords(lead, Math.max(least, words - (LINE_WORDS - LABEL_WORDS)))
  return firstWords(`${short} ${text.slice(lead.length)}`, words)
}

/** As many lines as the heading has room for, and always one. */
function shortened(part: BriefPart): BriefPart {
  const budget = headings[part.heading].words
  const lines: Line[] = []
  let words = 0
  for (const line of part.lines) {
    const text = startOf(line, Math.min(LINE_WORDS, budget))
    words += countWords(text)
    if (words > budget && lines.length > 0) break
    lines.push({ ...line, text })
  }
  return { ...part, lines, more: part.lines.length - lines.length }
}

/** The brief cut to a two-minute reading: long lines are shortened, the rest is counted in `more`. */
export function brief(source: BriefSource, reader: Tier): Brief {
  const full = fullBrief(source, reader)
  return { ...full, parts: full.parts.map(shortened) }
}
