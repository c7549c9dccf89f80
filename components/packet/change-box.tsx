import { useEffect } from 'react'
import type { Commitment, CommitmentState } from '#lib/handoff/commitment.ts'
import { promiseLimits } from '#lib/handoff/promise-limits.ts'
import { Button } from '#components/ui/button.tsx'
import { EffectButton } from '#components/ui/effect-button.tsx'
import { WordsField } from '#components/ui/words-field.tsx'
import { DayField } from './day-field.tsx'
import { useDesk, useTyped } from './desk.ts'
import discussion from './discussion.module.css'

const boxOf = (id: string, state: CommitmentState) => `promise:${id}:${state}`

// A day that was taken away is no day that was left as it is.
const noDay = 'none'

/** Whether a promise that stands so can come to stand like that: what was agreed anew can be agreed anew again. */
export const isOffered = (next: CommitmentState, now: CommitmentState) =>
  next !== now || next === 'renegotiated'

/** Which change of a promise was begun and not sent; null without one. */
export function useBegunChange({ id, state }: Commitment): CommitmentState | null {
  const { typed, role } = useDesk()
  if (role === null) return null
  const begun = (['renegotiated', 'broken'] as const).find((one) => {
    const box = boxOf(id, one)
    const isHeld = box in typed || `${box}:day` in typed
    return isOffered(one, state) && isHeld && !(`${box}:sent` in typed)
  })
  return begun ?? null
}

/** Lets go of the words of a change once Salesforce has it. Until then it may be refused, and they are needed again. */
export function useArrival({ id, state, note, due }: Commitment): void {
  const { typed, type } = useDesk()
  const box = boxOf(id, state)
  const { [box]: words = '', [`${box}:day`]: day = '' } = typed
  const isDue = day === '' || day === (due === '' ? noDay : due)
  const hasArrived = `${box}:sent` in typed && isDue && inOneLine(words) === inOneLine(note)
  useEffect(() => {
    if (hasArrived) for (const part of ['', ':day', ':sent']) type(`${box}${part}`, '')
  }, [hasArrived, box, type])
}

const inOneLine = (words: string) => words.trim().replaceAll(/\s+/g, ' ')

/** A change as it stands in its box. */
function useChange({ id, due }: Commitment, state: CommitmentState) {
  const box = boxOf(id, state)
  const [note, putNote] = useTyped(box)
  const [day, putDay] = useTyped(`${box}:day`)
  const [, putSent] = useTyped(`${box}:sent`)
  const kept = day === noDay ? '' : day
  return {
    note,
    due: day === '' ? due : kept,
    setNote: (text: string) => {
      putSent('')
      putNote(text)
    },
    setDue: (next: string) => {
      putSent('')
      putDay(next === '' ? noDay : next)
    },
    isEmpty: note === '' && day === '',
    drop: () => {
      for (const put of [putNote, putDay, putSent]) put('')
    },
    markSent: () => putSent('yes'),
  }
}

interface ChangeBoxProps {
  readonly promise: Commitment
  readonly state: CommitmentState
  readonly onClose: () => void
}

/** Where it is written why a promise was broken, or what was agreed instead. */
export function ChangeBox({ promise, state, onClose }: ChangeBoxProps) {
  const { isBusy, acts } = useDesk()
  const { note, due, setNote, setDue, isEmpty, drop, markSent } = useChange(promise, state)
  const isNew = state === 'renegotiated'
  const isSaid = note.trim() !== '' || (isNew && due !== promise.due)
  const isReady = isSaid && note.length <= promiseLimits.note
  const send = async () => {
    const change = { commitmentId: promise.id, state, note, ...(isNew ? { due } : {}) }
    if (!(await acts.change(change))) return
    markSent()
    onClose()
  }
  return (
    <div className={discussion['box']}>
      {isNew && <DayField label="New day" day={due} onDay={setDue} />}
      <WordsField
        label={isNew ? 'What was agreed instead?' : 'Why was it broken?'}
        limit={promiseLimits.note}
        value={note}
        onText={setNote}
      />
      <div className={discussion['row']}>
        <EffectButton look="main" disabled={isBusy || !isReady} onPress={() => void send()}>
          {isNew ? 'It was renegotiated' : 'It was broken'}
        </EffectButton>
        <Button
          onClick={() => {
            drop()
            onClose()
          }}
        >
          {isEmpty ? 'Cancel' : 'Drop it'}
        </Button>
      </div>
    </div>
  )
}
