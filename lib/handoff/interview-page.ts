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
  /** Tells it apart from what reads the same. */
  readonly key: string
  readonly ask: string
  readonly help: string
}

/** A talk as it stands on paper. */
export interface TalkPage {
  readonly title: string
  /** What Salesforce says of each deal, in a line. */
  readonly deals: readonly { readonly opportunityId: string; readonly line: string }[]
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
export function talkPage(
  { opening, asked, closing, left }: Interview,
  subject: TalkSubject,
): TalkPage {
  const questionOf = ({ deal, blank: { key, label, help } }: Interview['left'][number]) => ({
    key: `${deal} ${key}`,
    ask: subject.deals.size > 1 ? `${subject.deals.get(deal)?.name ?? ''}: ${label}` : label,
    help,
  })
  const questions = asked.map((one) => ({
    time: between(one.from, one.to),
    title: one.blank.section,
    asks: [questionOf(one)],
  }))
  return {
    title: titleOf(subject),
    deals: [...subject.deals].map(([opportunityId, { line }]) => ({ opportunityId, line })),
    parts: [
      { time: between(0, opening), title: 'What stands there', asks: standing },
      ...questions,
      { time: between(closing, TALK), title: 'What nobody has written down', asks: unwritten },
      ...(left.length > 0
        ? [{ time: '', title: 'To be answered in writing', asks: left.map(questionOf) }]
        : []),
    ],
  }
}

/** Somebody who has left cannot be asked: whoever worked with them can. */
const titleOf = ({ account, person, isActive }: TalkSubject) =>
  isActive
    ? `${account}: ${TALK} minutes with ${person}`
    : `${account}: ${TALK} minutes with whoever worked with ${person}`

const standing: readonly TalkQuestion[] = [
  {
    key: 'wrong',
    ask: 'What of this is wrong, or not so any more?',
    help: 'Read the lines above aloud.',
  },
]

const unwritten: readonly TalkQuestion[] = [
  {
    key: 'people',
    ask: 'Who at the customer decides, who speaks against it, and who tells you the truth?',
    help: '',
  },
  {
    key: 'promises',
    ask: 'What was promised that stands in no contract and in no mail?',
    help: '',
  },
  {
    key: 'introductions',
    ask: 'Whom do you introduce to whom, and on which day this week?',
    help: 'Put it into both calendars now.',
  },
]

const between = (from: number, to: number) => `${from}–${to} min`

const headed = ({ time, title }: TalkPart) => (time === '' ? title : `${time} · ${title}`)

/** The page as text, with room for an answer below each question. */
export function talkAsText({ title, deals, parts }: TalkPage): string {
  const blocks = parts.map((each) =>
    [headed(each).toUpperCase(), each.asks.map(lineOf).join('\n\n')].join('\n'),
  )
  return `${[title, deals.map(({ line }) => onOneLine(line)).join('\n'), ...blocks].join('\n\n')}\n`
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
  const lines = deals.map(({ line }) => `- ${plain(line)}`).join('\n')
  return `${[`# ${plain(title)}`, lines, ...blocks].join('\n\n')}\n`
}
