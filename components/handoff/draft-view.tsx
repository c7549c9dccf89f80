import { lazy, type ReactNode, Suspense, useCallback, useMemo, useState } from 'react'
import type { Answer } from '#lib/handoff/answer.ts'
import type { Assessment } from '#lib/handoff/assessment.ts'
import type { Draft } from '#lib/handoff/draft.ts'
import type { Finding } from '#lib/handoff/finding.ts'
import { questionsOf } from '#lib/handoff/prefill.ts'
import type { Template } from '#lib/handoff/template.ts'
import { DraftHead } from './draft-head.tsx'
import { jumpTo } from './jump.ts'
import type { PutOff } from './one-question.tsx'
import { Sections } from './sections.tsx'
import { SubmitBar } from './submit-bar.tsx'
import { TakenAway } from './taken-away.tsx'
import { textOfDraft } from './text-of-draft.ts'
import styles from './panel.module.css'

/** Loaded when it is opened. */
const FindingList = lazy(async () => ({
  default: (await import('./finding-list.tsx')).FindingList,
}))

const Listing = (props: Parameters<typeof FindingList>[0]) => (
  <Suspense>
    <FindingList {...props} />
  </Suspense>
)

interface DraftViewProps {
  readonly draft: Draft
  readonly template: Template
  readonly assessment: Assessment
  readonly saving: Parameters<typeof SubmitBar>[0]['saving']
  readonly shortcut: string
  /** The question that gets the focus when the draft appears. */
  readonly first: string | null
  readonly onAnswer: (question: string, answer: Answer | null) => void
  /** The question whose answer was just taken away or replaced; null when there is nothing to undo. */
  readonly changed: string | null
  readonly onUndo: () => void
  readonly onReview: () => void
  /** Chooses another template; absent once one was sent. */
  readonly onChoose?: (() => void) | undefined
  readonly onClose: () => void
  /** The deal is still on its way: one question a visit is enough. */
  readonly preparing?: PutOff | null
  /** What is on its way to Salesforce, or went wrong, above the questions. */
  readonly notices: ReactNode
}

/** The sender's side: a handoff being written. */
export function DraftView(props: DraftViewProps) {
  const { draft, template, assessment, saving, onAnswer, onReview } = props
  const [isListing, setListing] = useState(false)
  const list = useCallback(() => setListing(true), [])
  const labels = useMemo(
    () => new Map(questionsOf(template).map(({ key, label }) => [key, label])),
    [template],
  )
  const labelOf = useCallback((question: string) => labels.get(question) ?? question, [labels])
  const go = useCallback(
    (finding: Finding) => {
      setListing(false)
      // The list has to be gone first: while it is open, the browser gives the focus to nothing else.
      requestAnimationFrame(() => {
        if (!jumpTo(finding)) onReview()
      })
    },
    [onReview],
  )
  const { variant, recipient, handoffId } = draft
  const { preparing = null, shortcut, onChoose, onClose } = props
  return (
    <main className={styles['panel']}>
      <DraftHead
        {...{ template, variant, recipient, assessment, preparing, shortcut, labelOf }}
        isNew={handoffId === null}
        {...{ onChoose, onClose, onGo: go, onList: list }}
      />
      <div className={styles['scroll']}>
        {props.notices}
        <Sections
          {...{ template, assessment, onAnswer }}
          answers={draft.answers}
          first={props.first}
        />
      </div>
      {props.changed !== null && <TakenAway label={labelOf(props.changed)} onUndo={props.onUndo} />}
      <SubmitBar
        {...{ saving, onReview }}
        canSubmit={assessment.canSubmit}
        text={() => textOfDraft(template, draft)}
      />
      {isListing && (
        <Listing
          {...{ template, assessment, labelOf, onGo: go }}
          onClose={() => setListing(false)}
        />
      )}
    </main>
  )
}
