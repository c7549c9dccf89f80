import { type ReactNode, useState } from 'react'
import type { Texts } from '#components/hooks/use-typed-texts.ts'
import type { TeachBackPrompt } from '#lib/handoff/teach-back.ts'
import type { SaidBack } from '#lib/handoff/said-back.ts'
import { EffectButton } from '#components/ui/effect-button.tsx'
import { Sheet } from '#components/ui/sheet.tsx'
import { TickBox } from '#components/ui/tick-box.tsx'
import { WordsField } from '#components/ui/words-field.tsx'
import { DelayField, delayReason, delaySchema, noDelay } from './delay-field.tsx'
import styles from './packet.module.css'
import { type SheetTexts, useTexts } from './sheet-texts.ts'

type Said = SaidBack['said']

interface AcceptSheetProps extends SheetTexts {
  readonly isSending: boolean
  /** Whether the due time has passed; then it is asked why. */
  readonly isLate?: boolean
  /** What is to be said back in one's own words; none where the packet is not at hand. */
  readonly prompts?: readonly TeachBackPrompt[]
  /** What keeps it from being accepted, each in a sentence. */
  readonly obstacles?: readonly string[]
  /** What it sets off. */
  readonly happens?: ReactNode
  readonly onAccept: (note: string, delay: string, said: Said) => void
  readonly onClose: () => void
}

/** Taking a deal over: saying back what counts, and a word to the sender. */
export function AcceptSheet(props: AcceptSheetProps) {
  const { isSending, isLate = false, prompts = [], obstacles = [], onAccept, onClose } = props
  const { typed, onType } = useTexts(props)
  const [isMine, setMine] = useState(false)
  const kept = typed[acceptDelay]
  const delay = (kept && delaySchema.safeParse(JSON.parse(kept)).data) || noDelay
  const why = isLate ? delayReason(delay) : ''
  const said = saidIn(prompts, typed)
  const needed = [isMine, obstacles.length === 0, said.length === prompts.length]
  const isReady = [...needed, !isLate || why !== ''].every(Boolean)
  return (
    <Sheet
      title="Accept this handoff"
      onClose={onClose}
      footer={
        <EffectButton
          look="main"
          disabled={isSending || !isReady}
          onPress={() => onAccept(typed[acceptNote] ?? '', why, said)}
        >
          Accept
        </EffectButton>
      }
    >
      <Obstacles obstacles={obstacles} />
      <Words {...{ prompts, typed, onType }} />
      {isLate && (
        <DelayField delay={delay} onDelay={(next) => onType(acceptDelay, JSON.stringify(next))} />
      )}
      {props.happens}
      <TickBox checked={isMine} onChecked={setMine}>
        I have read it, and I take this customer over.
      </TickBox>
    </Sheet>
  )
}

/** The box of the word to the sender. */
export const acceptNote = 'accept:note'
/** The box of why it comes late. */
export const acceptDelay = 'accept:delay'
const nameOf = (about: Said[number]['about']) => `accept:${about}`

interface WordsProps {
  readonly prompts: readonly TeachBackPrompt[]
  readonly typed: Texts
  readonly onType: (name: string, text: string) => void
}

function Words({ prompts, typed, onType }: WordsProps) {
  const plainHint = 'Say back the goal and the biggest risk in your own words.'
  return (
    <>
      {prompts.map(({ about, prompt }) => (
        <WordsField
          key={about}
          label={prompt}
          hint="In your own words."
          needed
          value={typed[nameOf(about)] ?? ''}
          onText={(text) => onType(nameOf(about), text)}
        />
      ))}
      <WordsField
        label="A word to the sender"
        hint={prompts.length === 0 ? plainHint : undefined}
        value={typed[acceptNote] ?? ''}
        onText={(text) => onType(acceptNote, text)}
      />
    </>
  )
}

function Obstacles({ obstacles }: { readonly obstacles: readonly string[] }) {
  if (obstacles.length === 0) return null
  return (
    <div className={styles['obstacles']}>
      <p>Before you can accept:</p>
      <ul>
        {obstacles.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  )
}

function saidIn(prompts: readonly TeachBackPrompt[], typed: Texts): Said {
  return prompts
    .map(({ about, prompt }) => ({
      about,
      prompt,
      words: (typed[nameOf(about)] ?? '').trim(),
    }))
    .filter(({ words }) => words !== '')
}
