import { useEffect, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { EffectButton } from '#components/ui/effect-button.tsx'
import { Name } from '#components/ui/name.tsx'
import { useFocusInside } from '#components/ui/use-focus-inside.ts'
import { WordsField } from '#components/ui/words-field.tsx'
import type { Template } from '#lib/handoff/template.ts'
import { isUndecided } from '#lib/handoff/undecided.ts'
import { type Asking, useDesk, useTyped } from './desk.ts'
import { Happens } from './happens.tsx'
import styles from './discussion.module.css'

const nameOf = (question: string) => `ask:${question}`

interface AskBoxProps {
  readonly question: string
  readonly onClose: () => void
}

/** Where the recipient writes a question about one answer; several of them are asked together. */
export function AskBox({ question, onClose }: AskBoxProps) {
  const { outgoing } = useDesk().handoff
  const mayAsk = useMayAsk()
  const [text, setText] = useTyped(nameOf(question))
  // What stands there already was opened by nobody just now.
  const [isNew] = useState(text === '')
  const box = useFocusInside(isNew)
  const before = useRef(text)
  useEffect(() => {
    // Emptied by nobody who writes here: it was asked.
    const isAsked = before.current !== '' && text === ''
    before.current = text
    if (isAsked && !box.current?.contains(document.activeElement)) onClose()
  }, [text, onClose, box])
  return (
    <div ref={box} className={styles['box']}>
      <WordsField
        label={`What do you want to know from ${outgoing.name}?`}
        hint={
          mayAsk
            ? 'Questions are collected and asked together, from the bar below.'
            : 'It can no longer be asked here. Say it in a remark, so that it is read.'
        }
        value={text}
        onText={setText}
      />
      <div className={styles['row']}>
        <Button
          onClick={() => {
            setText('')
            onClose()
          }}
        >
          {text === '' ? 'Close' : 'Drop this question'}
        </Button>
      </div>
    </div>
  )
}

/** The questions that stand in boxes and were not asked yet, in the order of the template. */
function useCollected({ sections }: Template): readonly Asking[] {
  const { typed } = useDesk()
  return sections.flatMap(({ key: section, questions }) =>
    questions
      .map(({ key: question }) => ({ question, section, body: typed[nameOf(question)] ?? '' }))
      .filter(({ body }) => body.trim() !== ''),
  )
}

/** Whether a question about that answer stands in its box. */
export function useIsAsking(question: string): boolean {
  return (useDesk().typed[nameOf(question)] ?? '') !== ''
}

/** Whether the reader may ask: whoever is to decide does, until it is decided. */
export function useMayAsk(): boolean {
  const { role, handoff } = useDesk()
  return role === 'incoming' && isUndecided(handoff)
}

/** Asks everything that was collected, in one go. */
export function AskBar({ template }: { readonly template: Template }) {
  const { handoff, isBusy, acts, type } = useDesk()
  const asked = useCollected(template)
  const mayAsk = useMayAsk()
  if (!mayAsk || asked.length === 0) return null
  const ask = async () => {
    if (!(await acts.ask(asked))) return
    for (const { question } of asked) type(nameOf(question), '')
  }
  return (
    <section className={styles['bar']} aria-label="Questions to ask">
      <p>
        {asked.length === 1 ? 'One question' : `${asked.length} questions`} for{' '}
        <Name>{handoff.outgoing.name}</Name>. Your clock stands still until the answer.
      </p>
      <Happens status="clarification" />
      <EffectButton look="main" disabled={isBusy} onPress={() => void ask()}>
        {asked.length === 1 ? 'Ask it' : `Ask all ${asked.length}`}
      </EffectButton>
    </section>
  )
}
