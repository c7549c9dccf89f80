import { useState } from 'react'
import { heardLimit } from '#lib/handoff/field-length.ts'
import type { LoggedEvent } from '#lib/handoff/logged-event.ts'
import type { Merged } from '#lib/handoff/merge-fields.ts'
import { Button } from '#components/ui/button.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { EffectButton } from '#components/ui/effect-button.tsx'
import { WordsField } from '#components/ui/words-field.tsx'
import { useDesk, useTyped } from './desk.ts'
import { MarkRow } from './mark-row.tsx'
import { Marks } from './marks.tsx'
import { MergedText } from './merged-text.tsx'
import styles from './packet.module.css'

export interface PulseBoxProps {
  /** The mail with the three questions, filled in; null for those who do not send it. */
  readonly mail: { readonly subject: Merged; readonly body: Merged } | null
}

const questions = [
  { key: 'repeat', label: 'I had to repeat what I had told you before.' },
  { key: 'delay', label: 'The change cost us time.' },
  { key: 'consistent', label: 'Everybody told me the same.' },
] as const

/** Three questions to the customer: the mail to send, and what came back. Others see what came back. */
export function PulseBox({ mail }: PulseBoxProps) {
  const { handoff } = useDesk()
  const [isOpen, setOpen] = useState(false)
  const heard = handoff.events?.findLast(({ details }) => details['pulse'] === 'customer')
  if (!mail && !heard) return null
  return (
    <section className={styles['section']} aria-label="Customer's view">
      <div className={styles['head']}>
        <h2>Customer’s view</h2>
        {mail && (
          <Button look="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {heard ? 'Record another answer' : 'Ask three questions'}
          </Button>
        )}
      </div>
      {heard && <Said {...heard} />}
      {isOpen && mail && <Mail {...mail} />}
      {isOpen && <Heard onDone={() => setOpen(false)} />}
    </section>
  )
}

/** What the customer has said, in marks and words. */
function Said({ details }: Pick<LoggedEvent, 'details'>) {
  return (
    <>
      <Marks axes={questions.filter(({ key }) => key in details)} marks={details} />
      {details['comment'] && <blockquote dir="auto">{details['comment']}</blockquote>}
    </>
  )
}

function Mail({ subject, body }: NonNullable<PulseBoxProps['mail']>) {
  return (
    <>
      <p className={styles['soft']}>Send this to the customer:</p>
      <div className={styles['mail']}>
        <MergedText merged={subject} />
        <MergedText merged={body} />
      </div>
      <div className={styles['actions']}>
        <CopyButton text={() => `${subject.text}\n\n${body.text}`}>Copy the mail</CopyButton>
      </div>
    </>
  )
}

function Heard({ onDone }: { readonly onDone: () => void }) {
  const { isBusy, acts, typed, type } = useDesk()
  const [comment, setComment] = useTyped('pulse:comment')
  const marks = questions.flatMap(({ key }) => {
    const mark = Number(typed[`pulse:${key}`])
    return mark > 0 ? [[key, mark] as const] : []
  })
  // Customers leave out what they like, or answer in words alone.
  const isSaid = (marks.length > 0 || comment.trim() !== '') && comment.length <= heardLimit
  const send = async () => {
    if (!(await acts.hear({ ...Object.fromEntries(marks), comment }))) return
    for (const { key } of questions) type(`pulse:${key}`, '')
    setComment('')
    onDone()
  }
  return (
    <>
      <p className={styles['soft']}>
        What came back, as far as they said it, from 1 (not at all) to 5 (very much):
      </p>
      {questions.map(({ key, label }) => (
        <MarkRow
          key={key}
          label={label}
          mark={typed[`pulse:${key}`] ?? ''}
          onMark={(mark) => type(`pulse:${key}`, mark)}
        />
      ))}
      <WordsField
        label="In the customer’s words"
        limit={heardLimit}
        value={comment}
        onText={setComment}
      />
      <div className={styles['actions']}>
        <EffectButton look="main" disabled={isBusy || !isSaid} onPress={() => void send()}>
          Record the answer
        </EffectButton>
      </div>
    </>
  )
}
