import { heardLimit } from '#lib/handoff/field-length.ts'
import type { Handoff } from '#lib/handoff/handoff.ts'
import { rated } from '#lib/handoff/rated.ts'
import type { Template } from '#lib/handoff/template.ts'
import { EffectButton } from '#components/ui/effect-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { WordsField } from '#components/ui/words-field.tsx'
import { useDesk, useTyped } from './desk.ts'
import { MarkRow } from './mark-row.tsx'
import { Marks } from './marks.tsx'
import styles from './packet.module.css'

interface RatingsProps {
  readonly axes: Template['ratingAxes']
}

/** Both are asked so long after the acceptance, when it has shown what the handoff was worth, or once it is completed. */
const askedAfter = 14 * 24 * 60 * 60 * 1000

function isTime({ decidedAt, status }: Handoff, now: number): boolean {
  if (status === 'completed') return true
  return decidedAt !== null && now - Date.parse(decidedAt) >= askedAfter
}

const senderAxes: Template['ratingAxes'] = [
  { key: 'start', label: 'The customer was in good hands from the start' },
]

const managerAxes: Template['ratingAxes'] = [
  { key: 'manager', label: 'As their manager sees it, it went well' },
]

/** What each rates: the recipient the handoff, the sender the recipient's start, who is named as its manager all of it. Others see what was given. */
export function Ratings({ axes: asked }: RatingsProps) {
  const { handoff, role, now } = useDesk()
  // Others have no field: what is answered would be lost, and asked again.
  const axes = asked.filter(({ key }) => rated.includes(key))
  const { ratings = {} } = handoff
  const asking = { incoming: axes, outgoing: senderAxes, manager: managerAxes, system: [] }
  const own = role === null ? [] : asking[role]
  const isOpen = isTime(handoff, now) && own.some(({ key }) => ratings[key] === undefined)
  const given = Object.values(asking)
    .flat()
    .filter(({ key }) => ratings[key] !== undefined)
  if (given.length === 0 && !isOpen) return null
  return (
    <section className={styles['section']} aria-label="Ratings">
      <h2>Ratings</h2>
      {given.length > 0 && <Marks axes={given} marks={ratings} />}
      {isOpen && <Rating axes={own} />}
    </section>
  )
}

const nameOf = (key: string) => `rate:${key}`

function Rating({ axes }: RatingsProps) {
  const { isBusy, acts, typed, type, role } = useDesk()
  const [comment, setComment] = useTyped('rate:comment')
  const marks = axes.flatMap(({ key }) => {
    const mark = Number(typed[nameOf(key)] ?? '')
    return mark === 0 ? [] : [[key, mark] as const]
  })
  const send = async () => {
    if (!(await acts.rate(Object.fromEntries(marks), comment))) return
    for (const { key } of axes) type(nameOf(key), '')
    setComment('')
  }
  return (
    <>
      <Notice
        tone="calm"
        title={role === 'outgoing' ? 'How did it start?' : 'How good was this handoff?'}
      >
        <p>1 is not at all, 5 is very much.{axes.length > 1 && ' Each needs a mark.'}</p>
      </Notice>
      {axes.map(({ key, label }) => (
        <MarkRow
          key={key}
          label={label}
          mark={typed[nameOf(key)] ?? ''}
          onMark={(mark) => type(nameOf(key), mark)}
        />
      ))}
      <WordsField label="Anything else?" limit={heardLimit} value={comment} onText={setComment} />
      <div className={styles['actions']}>
        <EffectButton
          look="main"
          disabled={isBusy || marks.length < axes.length || comment.length > heardLimit}
          onPress={() => void send()}
        >
          Send the rating
        </EffectButton>
      </div>
    </>
  )
}
