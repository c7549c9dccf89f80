import { TroubleState } from '#components/trouble/trouble-state.tsx'
import { troubles } from '#components/trouble/troubles.ts'
import { Button } from '#components/ui/button.tsx'
import { Name } from '#components/ui/name.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { SafeLink } from '#components/ui/safe-link.tsx'
import { Sheet } from '#components/ui/sheet.tsx'
import { blockingIn, tally, type TriedDeal } from '#lib/metrics/trial-tally.ts'
import type { Trouble } from '#lib/salesforce/trouble.ts'
import styles from './options.module.css'
import type { TemplateRow } from './template-list.tsx'

/** How far a template has been tried on past deals. */
export interface TrialState {
  readonly at: 'start' | 'reading' | 'stopped' | 'end'
  /** The deals to read; null until they are known. */
  readonly deals: readonly Pick<TriedDeal, 'opportunityId' | 'name'>[] | null
  readonly tried: readonly TriedDeal[]
  /** How many deals could not be read, while others could. */
  readonly unread: number
  /** Where the pages of the deals are. */
  readonly origin: string
  /** What stopped it, unless the user did. */
  readonly trouble: Trouble | null
}

interface TrialViewProps {
  readonly template: Pick<TemplateRow, 'name' | 'version'>
  readonly trial: TrialState
  readonly onRead: () => void
  readonly onStop: () => void
  readonly onClose: () => void
}

const presses: Readonly<Record<TrialState['at'], string>> = {
  start: 'Read the deals',
  reading: 'Stop',
  stopped: 'Go on',
  end: 'Read them again',
}

/** Says what is read before it is, shows how far that is, and what the template would have done to these deals. */
export function TrialView({ template, trial, onRead, onStop, onClose }: TrialViewProps) {
  const { at, trouble } = trial
  return (
    <Sheet
      title="Try it on past deals"
      onClose={onClose}
      footer={
        <Button look="main" onClick={at === 'reading' ? onStop : onRead}>
          {presses[at]}
        </Button>
      }
    >
      <p>
        <Name>{template.name}</Name> {template.version}, begun on the deals that were last won or
        handed over, with what Salesforce holds now and not a word added. Reads up to 20 deals, one
        call each. Nothing of it is kept or written.
      </p>
      {trouble && <Hindrance trouble={trouble} onRead={onRead} />}
      <Standing {...trial} />
      {trial.tried.length > 0 && <Outcome {...trial} />}
    </Sheet>
  )
}

/** Nobody writes here, and nothing goes on by itself: what keeps the next deal from being read now. */
const forNow: Partial<Record<Trouble['kind'], string>> = {
  offline: 'What was read stays here. Go on once you are online.',
  unreachable: 'What was read stays here. Go on in a while.',
  'limit-reached': 'What was read stays here. Go on once Salesforce takes calls again.',
}

interface HindranceProps extends Pick<TrialViewProps, 'onRead'> {
  readonly trouble: Trouble
}

function Hindrance({ trouble, onRead }: HindranceProps) {
  const { [trouble.kind]: words } = forNow
  if (words === undefined) return <TroubleState {...{ trouble }} beside={below} onAction={onRead} />
  return (
    <Notice tone="warning" title={troubles[trouble.kind].title}>
      <p>{words}</p>
    </Notice>
  )
}

/** The press that goes on is below. */
const below = ['try-again', 'look'] as const

function Standing({ at, deals, tried, unread }: TrialState) {
  const done = tried.length + unread
  const all = deals?.length
  if (at === 'reading')
    return (
      <div className={styles['progress']}>
        <progress aria-label="Deals read" value={done} max={all ?? 20} /> {done} of {all ?? '…'}
      </div>
    )
  return (
    <output>
      {at === 'stopped' &&
        (all === undefined ? 'No deal was read.' : `Stopped after ${done} of ${all} deals. `)}
      {all === 0 && 'There are no such deals that you may read.'}
      {tried.length > 0 &&
        `${tally(tried).ready.length} of ${tried.length} deals could be submitted as the record is.`}
      {unread > 0 && ` ${unread} could not be read.`}
    </output>
  )
}

function Outcome({ tried, origin }: TrialState) {
  const { blocking, milder } = tally(tried)
  const all = tried.length
  return (
    <section aria-label="What the template would have done" className={styles['facts']}>
      {blocking.map(({ question, label, deals }) => (
        <details key={question}>
          <summary>
            {Math.round((deals.length / all) * 100)} % would fail on <Name>{label}</Name>:{' '}
            {deals.length} of {all}
          </summary>
          <Deals {...{ deals, origin }} />
        </details>
      ))}
      {milder.length > 0 && (
        <details>
          <summary>What would only warn, or hold up the acceptance: {milder.length}</summary>
          <ul>
            {milder.map(({ question, label, deals }) => (
              <li key={question}>
                <Name>{label}</Name>: {deals.length} of {all}
              </li>
            ))}
          </ul>
        </details>
      )}
      <details>
        <summary>All deals: {all}</summary>
        <Deals deals={tried} origin={origin} />
      </details>
    </section>
  )
}

interface DealsProps extends Pick<TrialState, 'origin'> {
  readonly deals: readonly TriedDeal[]
}

function Deals({ deals, origin }: DealsProps) {
  return (
    <ul>
      {deals.map((deal) => (
        <li key={deal.opportunityId}>
          <SafeLink address={`${origin}/lightning/r/Opportunity/${deal.opportunityId}/view`}>
            <Name>{deal.name}</Name>
          </SafeLink>
          : {stops(blockingIn(deal).length)}
        </li>
      ))}
    </ul>
  )
}

function stops(questions: number): string {
  if (questions === 0) return 'could be submitted'
  return questions === 1 ? 'one question stops it' : `${questions} questions stop it`
}
