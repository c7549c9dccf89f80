import type { ReactNode } from 'react'
import type { Comment } from '#lib/handoff/comment.ts'
import type { Handoff } from '#lib/handoff/handoff.ts'
import { isTaken } from '#lib/handoff/chain.ts'
import { orphansOf } from '#lib/handoff/migrate.ts'
import type { TeachBackPrompt } from '#lib/handoff/teach-back.ts'
import type { Template } from '#lib/handoff/template.ts'
import { useFocusNearby } from '#components/ui/use-focus-nearby.ts'
import type { Formats } from '#components/ui/formats.ts'
import { Name } from '#components/ui/name.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { AskBar } from './ask-box.tsx'
import { CoverageLine } from './coverage-line.tsx'
import { useDesk } from './desk.ts'
import { Checklists } from './checklists.tsx'
import { ReportFriction } from './friction-box.tsx'
import { Bypassed, Happened } from './happened.tsx'
import { Ledger } from './ledger.tsx'
import { OutcomeBox } from './outcome-box.tsx'
import { Owed } from './owed.tsx'
import { PacketSection } from './packet-section.tsx'
import { PulseBox, type PulseBoxProps } from './pulse-box.tsx'
import { Ratings } from './ratings.tsx'
import { SaidBackView } from './said-back-view.tsx'
import { Standing } from './standing.tsx'
import { Thread } from './thread.tsx'
import { Traces } from './traces.tsx'
import { WithTemplate } from './question-at.ts'
import styles from './packet.module.css'

interface PacketViewProps {
  /** Null where this computer does not have it, undefined until that is known. */
  readonly template: Template | null | undefined
  readonly formats: Formats
  /** What the reader can do, beside the status. */
  readonly actions: ReactNode
  /** The two-minute reading, above the whole packet. */
  readonly brief: ReactNode
  /** Who speaks to the customer when, and what is still to be done. */
  readonly transition: ReactNode
  /** Whose the deal is and is to be. */
  readonly owner: ReactNode
  readonly prompts: readonly TeachBackPrompt[]
  /** The three questions to the customer, filled in. */
  readonly mail: PulseBoxProps['mail']
}

/** A handoff as it reads: its status, what can be done, the brief, then everything. */
export function PacketView(props: PacketViewProps) {
  const { formats, actions, brief, owner, transition, prompts, mail } = props
  const template = props.template ?? undefined
  const { handoff, now, role, typed, type } = useDesk()
  const { saidBack } = handoff
  const isRunning = isTaken(handoff)
  const isMissing = lacksQuestions(props.template, handoff)
  useFocusNearby()
  return (
    <WithTemplate value={template ?? null}>
      <article className={styles['packet']} tabIndex={-1} aria-label={`Handoff ${handoff.name}`}>
        <Standing {...{ handoff, template, formats, now }}>
          <CoverageLine template={template} />
        </Standing>
        <Owed />
        <Bypassed template={template} />
        {props.template !== undefined && <Unreadable isMissing={isMissing} />}
        {actions}
        <Shown when={isRunning}>
          {owner}
          {transition}
        </Shown>
        <Happened template={template} />
        <ReportFriction />
        {saidBack && <SaidBackView saidBack={saidBack} prompts={prompts} />}
        {isRunning && <Lived {...{ template, mail }} />}
        {brief}
        {/* Who has yet to decide reads first what it is about. */}
        <Shown when={!isRunning}>{transition}</Shown>
        {template && (
          // The sender has seen to theirs before sending.
          <Checklists
            lists={template.checklists}
            own={role === 'outgoing' ? null : role}
            {...{ typed, type }}
          />
        )}
        <Answered template={template} isMissing={isMissing} />
        {template && <AskBar template={template} />}
      </article>
    </WithTemplate>
  )
}

/** Whether the template is not here, or is another version that does not ask for all that was answered. */
function lacksQuestions(template: PacketViewProps['template'], handoff: Handoff): boolean {
  if (!template) return template === null
  const { packet } = handoff
  return (
    handoff.template.version !== template.version &&
    orphansOf(template, packet?.answers ?? {}).length > 0
  )
}

interface AnsweredProps {
  readonly template: Template | undefined
  readonly isMissing: boolean
}

/** Every answer at its question, the summary where some have none, and the remarks that stand at none of them. */
function Answered({ template, isMissing }: AnsweredProps) {
  const { packet, summary } = useDesk().handoff
  const sections = packet && template?.sections
  const isOther = (one: Comment) =>
    !sections?.some(({ key, questions }) =>
      one.question === null ? key === one.section : questions.some((q) => q.key === one.question),
    )
  return (
    <>
      {(!packet || !template || isMissing) && <pre className={styles['summary']}>{summary}</pre>}
      {sections?.map((section) => (
        <PacketSection key={section.key} section={section} answers={packet?.answers ?? {}} />
      ))}
      <Thread title="Other remarks" here={isOther} />
    </>
  )
}

/** Why there is only a summary to read, and who has what is missing. */
function Unreadable({ isMissing }: { readonly isMissing: boolean }) {
  const { template, outgoing, packet } = useDesk().handoff
  const { key, version } = template
  if (!isMissing && packet) return null
  const isBare = !isMissing || key === ''
  const title = isBare
    ? 'The answers of this handoff cannot be read'
    : `Written with “${key} ${version}”, which is not on this computer`
  return (
    <Notice tone="warning" title={title}>
      {isBare ? (
        'It was made by hand, comes from a newer version of Segue, or they are hidden from you.'
      ) : (
        <p>
          Ask <Name>{outgoing.name}</Name> or your admin for it, and import it in the settings.
          Until then you read the summary below, which leaves out what is for the recipient alone.
        </p>
      )}
    </Notice>
  )
}

function Shown({ when, children }: { readonly when: boolean; readonly children: ReactNode }) {
  return when && children
}

interface LivedProps extends Pick<PacketViewProps, 'mail'> {
  readonly template: Template | undefined
}

/** What becomes of a handoff once it is accepted. */
function Lived({ template, mail }: LivedProps) {
  const { role } = useDesk()
  return (
    <>
      <Ledger />
      <Ratings axes={template?.ratingAxes ?? []} />
      <PulseBox mail={role === 'incoming' ? mail : null} />
      <OutcomeBox />
      <Traces template={template} />
    </>
  )
}
