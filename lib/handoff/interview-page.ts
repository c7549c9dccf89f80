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
  /** The name of its deal; empty where the talk is about one. */
  readonly deal: string
  readonly ask: string
  readonly help: string
}

interface TalkDeal {
  readonly opportunityId: string
  readonly name: string
  readonly line: string
}

/** A talk as it stands on paper. */
export interface TalkPage {
  readonly title: string
  /** What Salesforce says of each deal, in a line. */
  readonly deals: readonly TalkDeal[]
  /** How many more deals of the account it is not about. */
  readonly more: number
  readonly parts: readonly TalkPart[]
}

/** What the talk is about. */
export interface TalkSubject {
  readonly account: string
  readonly person: string
  /** Whether that person can still be asked. */
  readonly isActive: boolean
  readonly deals: readonly TalkDeal[]
  readonly more: number
}

/** The talk from its first to its last minute, and what to ask in writing. */
export function talkPage(
  { opening, asked, closing, left }: Interview,
  subject: TalkSubject,
): TalkPage {
  const { deals, more } = subject
  const nameOf = (deal: string) =>
    deals.length > 1 ? (deals.find((one) => one.opportunityId === deal)?.name ?? '') : ''
  const questionOf = ({ deal, blank: { key, label, help } }: Interview['left'][number]) => ({
    key: `${deal} ${key}`,
    deal: nameOf(deal),
    ask: label,
    help,
  })
  const questions = asked.map((one) => ({
    time: between(one.from, one.to),
    title: one.blank.section,
    asks: [questionOf(one)],
  }))
  return {
    title: titleOf(subject),
    deals,
    more,
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
    deal: '',
    ask: 'What of this is wrong, or not so any more?',
    help: 'Read the lines above aloud.',
  },
]

const unwritten: readonly TalkQuestion[] = [
  {
    key: 'people',
    deal: '',
    ask: 'Who at the customer decides, who speaks against it, and who tells you the truth?',
    help: '',
  },
  {
    key: 'promises',
    deal: '',
    ask: 'What was promised that stands in no contract and in no mail?',
    help: '',
  },
  {
    key: 'introductions',
    deal: '',
    ask: 'Whom do you introduce to whom, and on which day this week?',
    help: 'Put it into both calendars now.',
  },
]

const between = (from: number, to: number) => `${from}–${to} min`

const headed = ({ time, title }: TalkPart) => (time === '' ? title : `${time} · ${title}`)

/** With the name of the deal in front, where there are several. */
const inFull = (name: string, words: string) => (name === '' ? words : `${name}: ${words}`)

/** What the script leaves out; empty where that is nothing. */
export function leftOut({ more }: Pick<TalkPage, 'more'>): string {
  if (more === 0) return ''
  const deals = more === 1 ? 'One more deal of this account is' : `${more} more deals are`
  return `${deals} not in this script.`
}

const linesOf = (page: TalkPage) =>
  [...page.deals.map(({ name, line }) => inFull(name, line)), leftOut(page)].filter(Boolean)

/** The page as text, with room for an answer below each question. */
export function talkAsText(page: TalkPage): string {
  const blocks = page.parts.map((each) =>
    [headed(each).toUpperCase(), each.asks.map(lineOf).join('\n\n')].join('\n'),
  )
  return `${[page.title, linesOf(page).map(onOneLine).join('\n'), ...blocks].join('\n\n')}\n`
}

const lineOf = ({ deal, ask, help }: TalkQuestion) =>
  `- ${onOneLine(inFull(deal, ask))}${help && `\n  (${onOneLine(help)})`}`

/** The page as Markdown, with a box to tick at each question. */
export function talkAsMarkdown(page: TalkPage): string {
  const plain = escapeMarkdown
  const box = ({ deal, ask, help }: TalkQuestion) =>
    `- [ ] ${plain(inFull(deal, ask))}${help && `\n  *${plain(help)}*`}`
  const blocks = page.parts.map((each) =>
    [`## ${plain(headed(each))}\n`, ...each.asks.map(box)].join('\n'),
  )
  const lines = linesOf(page).map((line) => `- ${plain(line)}`)
  return `${[`# ${plain(page.title)}`, lines.join('\n'), ...blocks].join('\n\n')}\n`
}
