import type { Evidence } from './answer.ts'
import type { LinkSource, TextSource } from './evidence-source.ts'
import type { HistoryItem } from './history.ts'
import { spokenDay } from './spoken-day.ts'
import type { SpokenLine } from './transcript.ts'

const kinds = {
  call: 'call',
  meeting: 'meeting',
  email: 'email',
  note: 'note',
  task: 'task',
  stage: 'other',
  owner: 'other',
} as const satisfies Record<HistoryItem['kind'], Evidence['kind']>

const blank = { recordId: '', at: '', quote: '', url: '' }

/** A thing of the deal's history as evidence, with the words quoted from it. */
export function evidenceOfItem(item: HistoryItem, quote: string, id: string): Evidence {
  const kind = kinds[item.kind]
  // Changes of stage and owner have no page of their own.
  const recordId = kind === 'other' ? '' : item.id
  return { ...blank, id, kind, title: item.subject, recordId, at: item.at, quote }
}

/** Lines of a text from outside as evidence: what was said, by whom and when. */
export function evidenceOfLines(
  { label, format }: Pick<TextSource, 'label' | 'format'>,
  lines: readonly SpokenLine[],
  id: string,
): Evidence {
  const [first] = lines
  const speakers = new Set(lines.map(({ speaker }) => speaker))
  const quote =
    speakers.size === 1
      ? lines.map(({ text }) => text).join(' ')
      : lines.map(({ speaker, text }) => (speaker === '' ? text : `${speaker}: ${text}`)).join('\n')
  const speaker = speakers.size === 1 ? (first?.speaker ?? '') : ''
  const at = [speaker, first?.at ?? ''].filter((part) => part !== '').join(', ')
  return { ...blank, id, kind: format === 'pasted' ? 'other' : 'file', title: label, at, quote }
}

/** A link to a recording as evidence. */
export function evidenceOfLink(link: LinkSource, quote: string, id: string): Evidence {
  const { label: title, url, moment, on, recipientCanOpen } = link
  const place = [on === '' ? '' : spokenDay(on), moment === '' ? '' : `at ${moment}`]
  const at = place.filter((part) => part !== '').join(', ')
  return { ...blank, id, kind: 'link', title, url, at, quote, recipientCanOpen }
}
