import { type Interview, TALK } from './interview.ts'
import { onOneLine } from './line-breaks.ts'
import { escapeMarkdown } from './markdown.ts'

/** What is asked in some of the minutes of a talk. */
export interface TalkPart {
  /** Such as “2–4 min”; empty for what is left over. */
  readonly time: string
  readonly title: string
  readonly asks: readonly TalkQuestion[]
}

/** A question, and what helps to ask it. */
interface TalkQuestion {
  readonly ask: string
  readonly help: string
}

/** A talk as it stands on paper. */
export interface TalkPage {
  readonly title: string
  /** What Salesforce says of each deal, in a line. */
  readonly deals: readonly string[]
  readonly parts: readonly TalkPart[]
}

/** What the talk is about. */
export interface TalkSubject {
  readonly account: string
  readonly person: string
  /** Whether that person can still be asked. */
  readonly isActive: boolean
  /** By the id of the deal: its name, and what Salesforce says of it in a line. */
  readonly deals: ReadonlyMap<string, { readonly name: string; readonly line: string }>
}

/** The talk from its first to its last minute, and what to ask in writing. */
export function talkPage({ opening, asked, closing, left }: Interview, subject: TalkSubject) {
  const named = (deal: string, label: string) =>
    subject.deals.size > 1 ? `${subject.deals.get(deal)?.name ?? ''}: ${label}` : label
  const questions = asked.map(({ deal, blank, from, to }) =>
    part(between(from, to), blank.section, [[named(deal, blank.label), blank.help]]),
  )
  const rest = left.map(({ deal, blank }) => [named(deal, blank.label), blank.help] as const)
  return {
    title: titleOf(subject),
    deals: [...subject.deals.values()].map(({ line }) => line),
    parts: [
      part(between(0, opening), 'What stands there', [
        ['What of this is wrong, or not so any more?', 'Read the lines above aloud.'],
      ]),
      ...questions,
      part(between(closing, TALK), 'What nobody has written down', unwritten),
      ...(rest.length > 0 ? [part('', 'To be answered in writing', rest)] : []),
    ],
  } satisfies TalkPage
}

/** Somebody who has left cannot be asked: whoever worked with them can. */
const titleOf = ({ account, person, isActive }: TalkSubject) =>
  isActive
    ? `${account}: ${TALK} minutes with ${person}`
    : `${account}: ${TALK} minutes with whoever worked with ${person}`

const unwritten = [
  ['Who at the customer decides, who speaks against it, and who tells you the truth?', ''],
  ['What was promised that stands in no contract and in no mail?', ''],
  ['Whom do you introduce to whom, and on which day this week?', 'Put it into both calendars now.'],
] as const

const between = (from: number, to: number) => `${from}–${to} min`

function part(
  time: string,
  title: string,
  asks: readonly (readonly [ask: string, help: string])[],
): TalkPart {
  return { time, title, asks: asks.map(([ask, help]) => ({ ask, help })) }
}

const headed = ({ time, title }: TalkPart) => (time === '' ? title : `${time} · ${title}`)

/** The page as text, with room for an answer below each question. */
export function talkAsText({ title, deals, parts }: TalkPage): string {
  const blocks = parts.map((each) =>
    [headed(each).toUpperCase(), each.asks.map(lineOf).join('\n\n')].join('\n'),
  )
  return `${[title, deals.map(onOneLine).join('\n'), ...blocks].join('\n\n')}\n`
}

const lineOf = ({ ask, help }: TalkQuestion) =>
  `- ${onOneLine(ask)}${help && `\n  (${onOneLine(help)})`}`

/** The page as Markdown, with a box to tick at each question. */
export function talkAsMarkdown({ title, deals, parts }: TalkPage): string {
  const plain = escapeMarkdown
  const blocks = parts.map((each) =>
    [
      `## ${plain(headed(each))}\n`,
      ...each.asks.map(({ ask, help }) => `- [ ] ${plain(ask)}${help && `\n  *${plain(help)}*`}`),
    ].join('\n'),
  )
  const lines = deals.map((line) => `- ${plain(line)}`).join('\n')
  return `${[`# ${plain(title)}`, lines, ...blocks].join('\n\n')}\n`
}
