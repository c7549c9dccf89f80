import type { Value } from './answer.ts'

/** A text reduced to what two people would call the same words. */
export function normalised(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const notApplicable = new Set(['n a', 'na', 'not applicable', 'not relevant', 'does not apply'])

const placeholders = new Set([
  ...notApplicable,
  'tbd',
  'tbc',
  'tba',
  'todo',
  'to do',
  'to be done',
  'to be defined',
  'to be discussed',
  'to be confirmed',
  'to be determined',
  'none',
  'nothing',
  'no',
  'nil',
  'null',
  'unknown',
  'not known',
  'no idea',
  'ask me',
  'call me',
  'see notes',
  'see above',
  'see below',
  'see crm',
  'see salesforce',
  'see attached',
  'see email',
  'see mail',
  'see emails',
  'same',
  'same as above',
  'as above',
  'as discussed',
  'ditto',
  'idem',
  'later',
  'pending',
  'wip',
  'test',
  'testing',
  'asdf',
  'qwerty',
  'foo',
  'bar',
  'foo bar',
  'lorem ipsum',
  'blah',
  'blah blah',
  'ok',
  'good',
  'fine',
  'all good',
  'standard',
  'as usual',
  'various',
  'misc',
])

/** No placeholder is longer; a long text need not be looked at. */
const LONGEST = 60

/** Whether a text is only a way to say "does not apply". */
export function saysNotApplicable(text: string): boolean {
  return text.length <= LONGEST && notApplicable.has(normalised(text))
}

/** Whether a text fills a field without saying anything: "N/A", "tbd", "see notes", "xxx", "---". */
export function isFiller(text: string): boolean {
  if (text.length > LONGEST) return /^\s*lorem ipsum/i.test(text) || !/[\p{L}\p{N}]/u.test(text)
  const words = normalised(text)
  if (words === '') return text.trim() !== ''
  return placeholders.has(words) || /^(\S)\1{2,}$/.test(words) || words.startsWith('lorem ipsum')
}

/** Whether a value is a text that says nothing. */
export function isPlaceholder(value: Value): boolean {
  return value.type === 'text' && isFiller(value.text)
}
