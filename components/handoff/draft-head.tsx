import { memo } from 'react'
import type { Assessment } from '#lib/handoff/assessment.ts'
import type { Draft } from '#lib/handoff/draft.ts'
import type { Finding } from '#lib/handoff/finding.ts'
import type { Template } from '#lib/handoff/template.ts'
import { OneQuestion, type PutOff } from './one-question.tsx'
import { PanelHeader } from './panel-header.tsx'
import { Progress } from './progress.tsx'
import { useSetting } from './setting.ts'
import { spanWords } from './span-words.ts'
import styles from './panel.module.css'

interface DraftHeadProps extends Pick<Draft, 'variant' | 'recipient'> {
  readonly template: Template
  readonly assessment: Assessment
  /** Nothing of it was ever sent. */
  readonly isNew: boolean
  readonly shortcut: string
  /** The deal is still on its way: one question a visit is enough. */
  readonly preparing: PutOff | null
  readonly labelOf: (question: string) => string
  /** Chooses another template; absent once one was sent. */
  readonly onChoose?: (() => void) | undefined
  readonly onClose: () => void
  readonly onGo: (finding: Finding) => void
  /** Shows all that is left. */
  readonly onList: () => void
}

/** What is being written, for whom, by when and how far it is. Few keys change any of it. */
export const DraftHead = memo(function DraftHead(props: DraftHeadProps) {
  const { template, variant, recipient, assessment, isNew, preparing, labelOf, onGo } = props
  const { me, deal } = useSetting()
  const { shortcut, onClose } = props
  return (
    <PanelHeader
      kind={`${template.name} · ${variant} · ${isNew ? 'draft' : 'needs work'}`}
      onKind={props.onChoose}
      dealName={deal.name}
      from={me.name}
      to={recipient?.name ?? null}
      why={recipient?.why}
      {...{ actingAs: me.name, shortcut, onClose }}
    >
      <p className={styles['soft']}>
        Decision due {spanWords(template.clocks.decision)} after you submit
      </p>
      <Progress
        {...{ assessment, labelOf, onGo, onList: props.onList }}
        instead={
          preparing && <OneQuestion {...preparing} {...{ template, assessment, labelOf, onGo }} />
        }
      />
    </PanelHeader>
  )
})
