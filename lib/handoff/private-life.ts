import { changedPart } from './changed-part.ts'

/** How words of private life begin, in the languages that most of its users write. */
const stems = [
  'abortion',
  'alcoholi',
  'antidepress',
  'arrêt maladie',
  'asylum seek',
  'atheis',
  'autis',
  'baja (?:médica|maternal)',
  'bankrupt',
  'bipolar',
  'buddhis',
  'burn[- ]?out',
  'burnt out',
  'cancer',
  'catholic',
  'chemo',
  'congé (?:maladie|maternité)',
  'criminal record',
  'depress(?:ed|ion)',
  'diagnos(?:ed|is)',
  'disability',
  'disabled (?:person|people|man|woman|child|son|daughter|colleague|veteran)',
  'divorc',
  'drinking problem',
  'elternzeit',
  'embaraz',
  'enceinte',
  'ethnic',
  'gay\\b',
  'heart attack',
  'hindu',
  'his (?:illness|health|wife|husband)',
  'her (?:illness|health|wife|husband)',
  'hiv\\b',
  'homosexual',
  'hospitali[sz]ed',
  'jewish',
  'krankgeschrieben',
  'lesbian',
  'maternity',
  'medical leave',
  'mental health',
  'miscarriage',
  'muslim',
  'parental leave',
  'paternity',
  'pregnan',
  'rehab',
  'religio',
  'scheidung',
  'schwanger',
  'sexual',
  'sick leave',
  'suicid',
  'therapist',
  'trade union',
  'transgender',
]

// On small letters: asked to ignore case, an engine needs twice the time, at each key in a long text.
const pattern = new RegExp(String.raw`\b(?:${stems.join('|')})`)

const finds = (text: string): boolean => pattern.test(text.toLowerCase())

/** From here on a text is not read whole at each key. */
const LONG = 10_000
/** No stem finds more characters than it is written with; one more to each side tells where a word begins. */
const REACH = Math.max(...stems.map(({ length }) => length)) + 1

/** The last long text in which nothing was found. What is typed into it can add something only where it is typed. */
let clean = ''

/** Whether a text seems to be about health, belief, origin or family: what does not belong in a shared record. */
export function mentionsPrivateLife(text: string): boolean {
  if (text.length < LONG) return finds(text)
  const { from, to } = changedPart(clean, text)
  const around = text.slice(Math.max(0, from - REACH), to + REACH)
  // Cut out of its text, a part may seem to begin a word that it does not.
  if (finds(around) && finds(text)) return true
  clean = text
  return false
}
