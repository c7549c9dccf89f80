import type { ReactNode } from 'react'
import * as z from 'zod/mini'
import type { DeclineOutcome } from '#lib/handoff/handoff.ts'
import { reasonsIn } from '#lib/handoff/decline-reason.ts'
import type { Template } from '#lib/handoff/template.ts'
import { EffectButton } from '#components/ui/effect-button.tsx'
import { Sheet } from '#components/ui/sheet.tsx'
import { Radio, TickBox } from '#components/ui/tick-box.tsx'
import { WordsField } from '#components/ui/words-field.tsx'
import { DayField } from './day-field.tsx'
import { DelayField, delayReason, delaySchema, noDelay } from './delay-field.tsx'
import { NamedAnswers } from './named-answers.tsx'
import { type SheetTexts, useTexts } from './sheet-texts.ts'

/** Why a handoff is declined. */
export interface Declining {
  readonly reasons: readonly string[]
  readonly comment: string
  readonly questions: readonly string[]
  readonly outcome: DeclineOutcome
  /** The day a recycled deal comes back; empty without one. */
  readonly until: string
  /** Why it comes late; empty when it does not. */
  readonly delayReason: string
  /** When the submission was sent that was declined. */
  readonly sent?: string | null
}

interface DeclineSheetProps extends SheetTexts {
  readonly template: Template | undefined
  readonly isSending: boolean
  /** Whether the due time has passed; then it is asked why. */
  readonly isLate?: boolean
  /** Whom reasons of the manager go to. */
  readonly manager?: string | undefined
  /** What it sets off. */
  readonly happens?: ReactNode
  readonly onDecline: (declining: Declining) => void
  readonly onClose: () => void
}

type Reasons = Template['declineReasons']

const outcomes = {
  'fix-and-resubmit': 'It is mended and comes back to me',
  recycle: 'It rests until a day',
  close: 'It ends here',
} as const satisfies Record<DeclineOutcome, string>

const asked = {
  'fix-and-resubmit': 'What would make it right?',
  recycle: 'What has to happen until then?',
  close: 'What should be known about it?',
} as const satisfies Record<DeclineOutcome, string>

const outcomeOrder = ['fix-and-resubmit', 'recycle', 'close'] as const

const texts = z.readonly(z.array(z.string()))

const writtenSchema = z.object({
  reasons: texts,
  comment: z.string(),
  /** Null while the reasons name them. */
  questions: z.nullable(texts),
  outcome: z.enum(outcomeOrder),
  until: z.string(),
  delay: z.optional(delaySchema),
})
type Written = z.infer<typeof writtenSchema>

/** The box in which all of it is kept until it is sent. */
export const declineBox = 'decline'

const noWords: Written = {
  reasons: [],
  comment: '',
  questions: null,
  outcome: 'fix-and-resubmit',
  until: '',
}

/** Sending a handoff back with reasons, so that the sender knows what to mend. */
export function DeclineSheet(props: DeclineSheetProps) {
  const { template, isSending, isLate = false, manager, onDecline, onClose } = props
  const { written, change, offered, chosen, questions } = useWritten(props)
  const { delay = noDelay, ...words } = written
  const why = isLate ? delayReason(delay) : ''
  const isReady = !isLacking(written, chosen, questions) && (!isLate || why !== '')
  return (
    <Sheet
      title="Decline this handoff"
      onClose={onClose}
      footer={
        <EffectButton
          look="danger"
          disabled={!isReady || isSending}
          onPress={() => onDecline({ ...words, questions, delayReason: why })}
        >
          Decline
        </EffectButton>
      }
    >
      <ReasonTicks {...{ offered, chosen, manager }} onReasons={(reasons) => change({ reasons })} />
      {template && chosen.length > 0 && (
        <NamedAnswers
          {...{ template, questions }}
          onQuestions={(next) => change({ questions: next })}
        />
      )}
      <WordsField
        label={asked[written.outcome]}
        needed
        value={written.comment}
        onText={(comment) => change({ comment })}
      />
      <OutcomeChoice {...written} onChange={change} />
      {isLate && <DelayField delay={delay} onDelay={(next) => change({ delay: next })} />}
      {props.happens}
    </Sheet>
  )
}

function useWritten(props: DeclineSheetProps) {
  const { template } = props
  const { typed, onType } = useTexts(props)
  const kept = typed[declineBox]
  const written = (kept && writtenSchema.safeParse(JSON.parse(kept)).data) || noWords
  const offered = reasonsIn(template)
  const chosen = offered.filter(({ code }) => written.reasons.includes(code))
  const named = chosen.flatMap((reason) => reason.questions ?? [])
  return {
    written,
    change: (next: Partial<Written>) => onType(declineBox, JSON.stringify({ ...written, ...next })),
    offered,
    chosen,
    questions: written.questions ?? [...new Set(named)],
  }
}

function isLacking(written: Written, chosen: Reasons, questions: readonly string[]): boolean {
  const { comment, outcome, until } = written
  const mustName = chosen.some(({ mustNameQuestions }) => mustNameQuestions === true)
  return (
    chosen.length === 0 ||
    comment.trim() === '' ||
    (outcome === 'recycle' && until === '') ||
    (mustName && questions.length === 0)
  )
}

interface ReasonTicksProps {
  readonly offered: Reasons
  readonly chosen: Reasons
  readonly manager: string | undefined
  readonly onReasons: (reasons: readonly string[]) => void
}

function ReasonTicks({ offered, chosen, manager, onReasons }: ReasonTicksProps) {
  const codes = chosen.map(({ code }) => code)
  const isForManager = chosen.some(({ goesTo }) => goesTo === 'manager')
  return (
    <fieldset>
      <legend>Why?</legend>
      {offered.map(({ code, label }) => (
        <TickBox
          key={code}
          checked={codes.includes(code)}
          onChecked={(isOn) =>
            onReasons(isOn ? [...codes, code] : codes.filter((one) => one !== code))
          }
        >
          {label}
        </TickBox>
      ))}
      {isForManager && <p>This goes to {manager ?? 'the sender’s manager'} as well.</p>}
    </fieldset>
  )
}

interface OutcomeChoiceProps extends Pick<Written, 'outcome' | 'until'> {
  readonly onChange: (change: Pick<Written, 'outcome'> | Pick<Written, 'until'>) => void
}

function OutcomeChoice({ outcome, until, onChange }: OutcomeChoiceProps) {
  return (
    <>
      <fieldset>
        <legend>What happens next?</legend>
        {outcomeOrder.map((one) => (
          <Radio
            key={one}
            group="outcome"
            checked={outcome === one}
            onChosen={() => onChange({ outcome: one })}
          >
            {outcomes[one]}
          </Radio>
        ))}
      </fieldset>
      {outcome === 'recycle' && (
        <DayField
          label="Until when?"
          needed
          day={until}
          onDay={(next) => onChange({ until: next })}
        />
      )}
    </>
  )
}
