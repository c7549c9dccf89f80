import { plainBreaks } from './line-breaks.ts'
import { moneyIn } from './money.ts'
import { isRowBlank } from './row-entry.ts'
import type { Row, RowKind } from './rows.ts'
import { spokenDay } from './spoken-day.ts'

type Sentences = { readonly [Kind in RowKind]: (row: Row<Kind>) => string }

/** The parts that say something, with a separator between them. */
export function joined(parts: readonly string[], separator = ', '): string {
  return parts
    .map((part) => plainBreaks(part).trim())
    .filter((part) => part !== '')
    .join(separator)
}

const said = (before: string, text: string) => (text.trim() === '' ? '' : `${before} ${text}`)
const day = (before: string, on: string) => (on === '' ? '' : `${before} ${spokenDay(on)}`)
const colon = (head: string, tail: string) => joined([head, tail], ': ')

/** A day or an instant as a day; a place in a recording, and any other words, as they are. */
export const whenOf = (at: string) => spokenDay(at.replace(/(?<=^[\d-]{10})T[\d:.+-]+Z?$/, ''))

const inContract = { yes: 'in the contract', no: 'not in the contract', unknown: '' } as const
const competitor = {
  incumbent: 'in place today',
  evaluated: 'evaluated',
  eliminated: 'eliminated',
} as const

const sentences: Sentences = {
  people: ({ name, title, role, finalSay, style, channel, cadence, taboos }) =>
    joined(
      [
        joined([name, title, role, finalSay ? 'has the final say' : '']),
        joined([style, channel, cadence]),
        said('avoid', taboos),
      ],
      '; ',
    ),
  commitments: ({ words, toWhom, byWhom, due, source, ...more }) =>
    joined([
      words.trim() === '' ? '' : `“${words.trim()}”`,
      said('to', toWhom),
      said('by', byWhom),
      day('due', due),
      source,
      inContract[more.inContract],
      more.stretch ? 'hard to keep' : '',
    ]),
  objections: ({ objection, raisedBy, handled, resonated, status, unstated, doNotReopen }) => {
    const about = joined([raisedBy, unstated ? 'sensed, not said' : ''])
    return joined(
      [
        colon(`${objection}${about === '' ? '' : ` (${about})`}`, handled),
        said('what worked:', resonated),
        status === 'open' ? 'still open' : '',
        doNotReopen ? 'do not reopen' : '',
      ],
      '; ',
    )
  },
  competitors: ({ name, status, why, threat }) =>
    joined([colon(joined([name, competitor[status]]), why), said('threat:', threat)], '; '),
  successCriteria: ({ useCase, metric, baseline, target, by, validated }) => {
    const measure = joined([metric, said('today', baseline), said('target', target), day('by', by)])
    const agreed = validated === 'customer' ? 'agreed with the customer' : 'our assumption'
    return joined([colon(useCase, measure), agreed], '; ')
  },
  risks: ({ risk, severity, mitigation, owner }) =>
    joined([`${risk} (${severity})`, mitigation, owner], '; '),
  links: ({ label, url, moment, recipientCanOpen }) =>
    joined([label, moment, url, recipientCanOpen ? '' : 'the recipient cannot open it yet']),
  evidence: ({ title, at, quote, url }) =>
    joined([joined([title, whenOf(at)]), quote === '' ? '' : `“${quote}”`, url]),
  products: ({ name, quantity, totalPrice }) =>
    joined([
      `${moneyIn(quantity, '')} × ${name}`,
      totalPrice === 0 ? '' : `${moneyIn(totalPrice, '')} in total`,
    ]),
  decisions: ({ decision, reason, on }) =>
    joined([decision, said('because', reason), day('on', on)]),
  responsibilities: ({ task, who, name }) => colon(task, name === '' ? who : name),
}

type RowsOf<Kind extends RowKind> = {
  [One in Kind]: { readonly type: One; readonly rows: readonly Row<One>[] }
}[Kind]

/** One row of a list in one sentence. */
export interface RowSentence {
  readonly row: string
  readonly text: string
}

/** Each row of a list in one sentence, with the row's id. What was added and left says nothing. */
export function rowSentences<Kind extends RowKind>(value: RowsOf<Kind>): readonly RowSentence[] {
  const sentence = sentences[value.type]
  return value.rows.map((row) => ({
    row: row.id,
    text: isRowBlank(value.type, row) ? '' : sentence(row),
  }))
}
