import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import type { PlannedContactRole } from '#lib/handoff/contact-roles.ts'
import type { Draft } from '#lib/handoff/draft.ts'
import type { Finding } from '#lib/handoff/finding.ts'
import type { FieldChange } from '#lib/handoff/plan.ts'
import type { Person } from '#lib/handoff/primitives.ts'
import { roleName, rolesPath } from '#lib/handoff/role-names.ts'
import type { DatedMilestone } from '#lib/handoff/transition.ts'
import { useSetting } from '#components/handoff/setting.ts'
import { Button } from '#components/ui/button.tsx'
import { EffectButton } from '#components/ui/effect-button.tsx'
import { Sheet } from '#components/ui/sheet.tsx'
import type { SearchUsers } from '#components/ui/user-search.tsx'
import { Bypass } from './bypass.tsx'
import { ContactRoleList } from './contact-role-list.tsx'
import { FieldChangeList } from './field-change-list.tsx'
import { ReaderList } from './reader-list.tsx'
import type { Readers } from './readers.ts'
import { RecipientPicker } from './recipient-picker.tsx'
import { Timetable } from './timetable.tsx'
import styles from './review.module.css'

interface ReviewSheetProps {
  readonly draft: Draft
  readonly changes: readonly FieldChange[]
  readonly unticked: readonly FieldChange[]
  /** The steps after the acceptance, as the sender wants them. */
  readonly steps: readonly DatedMilestone[]
  readonly outgoing: Person
  readonly roles: readonly PlannedContactRole[]
  readonly accountName: string
  /** What will happen, each in one sentence; empty while something blocks. */
  readonly inWords: readonly string[]
  /** Who reads which answers. */
  readonly readers: readonly Readers[]
  readonly blocking: readonly Finding[]
  /** Whether a manager may stand behind what is not complete. */
  readonly mayBypass: boolean
  readonly canSubmit: boolean
  readonly isSending: boolean
  readonly search: SearchUsers
  readonly searchManagers: SearchUsers
  /** What is to be said of what the recipient may open. */
  readonly access: ReactNode
  /** What was begun and is not sent. */
  readonly begun: ReactNode
  /** What the sender sees to before sending. */
  readonly checklist: ReactNode
  /** What stood in the way of the last try. */
  readonly problem: ReactNode
  readonly onChange: (
    change: Partial<Pick<Draft, 'recipient' | 'unticked' | 'bypass' | 'milestones'>>,
  ) => void
  readonly onGo: (finding: Finding) => void
  readonly onSubmit: () => void
  readonly onClose: () => void
}

/** The last look: who takes over, what will be written, and one button. */
export function ReviewSheet(props: ReviewSheetProps) {
  const { draft, changes, unticked, inWords, readers, search } = props
  const { steps, outgoing, onChange, onClose } = props
  const { picklists } = useSetting()
  const tick = (path: string, isOn: boolean) => {
    const others = draft.unticked.filter((one) => one !== path)
    onChange({ unticked: isOn ? others : [...others, path] })
  }
  return (
    <Sheet title="Review and submit" onClose={onClose} footer={<LastWord {...props} />}>
      <div className={styles['review']}>
        {props.problem}
        <RecipientPicker
          recipient={draft.recipient}
          search={search}
          onRecipient={(recipient) => onChange({ recipient })}
        />
        {props.access}
        <Blocking {...props} />
        {props.begun}
        <section>
          <h3>Fields of the opportunity</h3>
          <FieldChangeList {...{ changes, unticked }} answers={draft.answers} onTick={tick} />
        </section>
        <ContactRoleList
          roles={props.roles}
          unticked={draft.unticked}
          accountName={props.accountName}
          nameOf={(role) => roleName(role, picklists[rolesPath])}
          onTick={tick}
        />
        <WhatHappens inWords={inWords} />
        <ReaderList readers={readers} />
        <Timetable
          steps={steps}
          changes={draft.milestones ?? {}}
          outgoing={outgoing}
          incoming={draft.recipient}
          onChanges={(milestones) => onChange({ milestones })}
        />
        {props.checklist}
      </div>
    </Sheet>
  )
}

type LastWordProps = Pick<ReviewSheetProps, 'canSubmit' | 'isSending' | 'onSubmit'>

function LastWord({ canSubmit, isSending, onSubmit }: LastWordProps) {
  const write = useRef<HTMLButtonElement>(null)
  useSubmitKey(write)
  return (
    <div className={styles['last']}>
      <p>{canSubmit ? 'One write: all of it or nothing.' : 'Not ready to submit yet.'}</p>
      <EffectButton
        ref={write}
        look="main"
        disabled={!canSubmit || isSending}
        aria-keyshortcuts="Control+Enter"
        onPress={onSubmit}
      >
        {isSending ? 'Writing…' : 'Write to Salesforce'}
      </EffectButton>
    </div>
  )
}

function WhatHappens({ inWords }: Pick<ReviewSheetProps, 'inWords'>) {
  if (inWords.length === 0) return null
  return (
    <section>
      <h3>What happens</h3>
      <ul className={styles['words']}>
        {inWords.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  )
}

/** Ctrl or Cmd+Enter presses the button. */
function useSubmitKey(button: RefObject<HTMLButtonElement | null>): void {
  useEffect(() => {
    const controller = new AbortController()
    const pressed = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) button.current?.click()
    }
    addEventListener('keydown', pressed, { signal: controller.signal })
    return () => controller.abort()
  }, [button])
}

function Blocking({
  blocking,
  draft,
  searchManagers,
  mayBypass,
  onChange,
  onGo,
}: ReviewSheetProps) {
  const fromAnswers = blocking.filter(({ question }) => question !== null)
  if (fromAnswers.length === 0) return null
  return (
    <section aria-label="What still blocks">
      <h3>Still needed</h3>
      <ul className={styles['needed']}>
        {fromAnswers.map((finding) => (
          <li key={`${finding.question}${finding.rule}${finding.row}`}>
            <span>{finding.sentence}</span>
            <Button look="link" onClick={() => onGo(finding)}>
              Go
            </Button>
          </li>
        ))}
      </ul>
      {mayBypass ? (
        <Bypass
          bypass={draft.bypass}
          draftKey={draft.key}
          search={searchManagers}
          onBypass={(bypass) => onChange({ bypass })}
        />
      ) : (
        <p>Nobody may send this incomplete: your company, or the template, does not allow it.</p>
      )}
    </section>
  )
}
