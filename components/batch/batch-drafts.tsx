import { type ReactNode, useEffect, useRef, useState } from 'react'
import { UnhandedList } from '#components/inbox/unhanded-list.tsx'
import { Button } from '#components/ui/button.tsx'
import type { Formats } from '#components/ui/formats.ts'
import { Name } from '#components/ui/name.tsx'
import type { Unhanded } from '#lib/handoff/unhanded.ts'
import styles from './batch.module.css'

interface BatchDraftsProps {
  readonly deals: readonly Unhanded[]
  /** What became of each deal, by its id: one of the words below, or what stood in the way. */
  readonly outcomes: ReadonlyMap<string, string>
  readonly isRunning: boolean
  readonly formats: Formats
  readonly now: number
  /** What was in the way of all of them; nothing where nothing was. */
  readonly notice: ReactNode
  readonly onOpen: (opportunityId: string) => void
  readonly onStop: () => void
  /** Begins those that were not begun. */
  readonly onGoOn: (opportunityIds: readonly string[]) => void
  readonly onMore: () => void
  readonly onBack: () => void
  /** What the way back says. */
  readonly back?: string | undefined
}

/** A deal of which it is not known yet what becomes of it. */
export const waiting = 'waiting'

const hadDraft: ReadonlySet<string> = new Set(['begun', 'kept'])

const words: Readonly<Record<string, string>> = {
  'under-way': 'is being handed over already',
  'not-yours': 'has another owner now',
  [waiting]: 'not begun',
}

/** What became of the deals that were begun together: their drafts, to go from one to the next. */
export function BatchDrafts(props: BatchDraftsProps) {
  const { deals, outcomes, isRunning, formats, now, onOpen } = props
  const [opened, setOpened] = useState('')
  const drafts = deals.filter((one) => one.hasDraft && outcomes.has(one.opportunityId))
  const ids = new Set(drafts.map(({ opportunityId }) => opportunityId))
  const others = [...outcomes].filter(([id, outcome]) => !ids.has(id) && !hadDraft.has(outcome))
  const left = others.flatMap(([id, outcome]) => (outcome === waiting ? [id] : []))
  const open = (opportunityId: string) => {
    setOpened(opportunityId)
    onOpen(opportunityId)
  }
  return (
    <section aria-label="Drafts begun together" className={styles['batch']}>
      <header className={styles['head']}>
        <Title key={String(isRunning)}>
          {isRunning ? 'Beginning the drafts…' : 'Drafts begun together'}
        </Title>
        {isRunning ? (
          <Progress done={outcomes.size - left.length} all={outcomes.size} />
        ) : (
          <Button look="link" onClick={props.onBack}>
            {props.back ?? 'Back to the inbox'}
          </Button>
        )}
        <output>{isRunning ? '' : summaryOf(outcomes, ids)}</output>
      </header>
      <div className={styles['scroll']} data-scrolls>
        {props.notice && <div className={styles['notice']}>{props.notice}</div>}
        <UnhandedList label="Drafts" deals={drafts} isWhole {...{ formats, now }} onOpen={open} />
        {!isRunning && <Others {...{ others, deals }} />}
      </div>
      <footer className={styles['foot']}>
        {isRunning ? (
          <Button onClick={props.onStop}>Stop</Button>
        ) : (
          <Ways {...props} {...{ drafts, opened, left }} onOpen={open} />
        )}
      </footer>
    </section>
  )
}

function Progress({ done, all }: { readonly done: number; readonly all: number }) {
  return (
    <>
      <progress aria-label="Deals done" value={done} max={all} />
      <p>
        {done} of {all}. What is begun stays, whether you stop or leave this page.
      </p>
    </>
  )
}

/** Takes the focus when what was pressed has gone: to begin them, or to stop. */
function Title({ children }: { readonly children: string }) {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (document.activeElement === document.body) title.current?.focus()
  }, [])
  return (
    <h2 ref={title} tabIndex={-1}>
      {children}
    </h2>
  )
}

interface OthersProps extends Pick<BatchDraftsProps, 'deals'> {
  readonly others: readonly (readonly [id: string, outcome: string])[]
}

/** The deals that have no draft of this, and why. */
function Others({ others, deals }: OthersProps) {
  const nameOf = (id: string) => deals.find(({ opportunityId }) => opportunityId === id)?.name
  return (
    <ul className={styles['others']}>
      {others.map(([id, outcome]) => (
        <li key={id}>
          <Name>{nameOf(id) ?? 'A deal that was listed'}</Name>: {words[outcome] ?? outcome}
        </li>
      ))}
    </ul>
  )
}

interface WaysProps extends Pick<BatchDraftsProps, 'onMore' | 'onGoOn' | 'onOpen'> {
  readonly drafts: readonly Unhanded[]
  /** The one that was opened last. */
  readonly opened: string
  readonly left: readonly string[]
}

/** Where to go on from here; after the last draft that is the first one again. */
function Ways({ drafts, opened, left, onMore, onGoOn, onOpen }: WaysProps) {
  const here = drafts.findIndex(({ opportunityId }) => opportunityId === opened)
  const next = drafts[here + 1] ?? drafts[0]
  return (
    <>
      <Button onClick={onMore}>Choose more deals</Button>
      {left.length > 0 && (
        <Button onClick={() => onGoOn(left)}>Begin the {left.length} that are left</Button>
      )}
      {next && (
        <Button look="main" onClick={() => onOpen(next.opportunityId)}>
          Open {here < 0 ? 'first' : 'next'}: <Name>{next.name}</Name>
        </Button>
      )}
    </>
  )
}

/** How many there are of each outcome. What has a draft was begun, also where this page could not hear of it. */
function summaryOf(outcomes: ReadonlyMap<string, string>, drafts: ReadonlySet<string>): string {
  const all = [...outcomes].map(([id, outcome]) => {
    const isDraft = drafts.has(id)
    return { isDraft, outcome: isDraft && outcome !== 'kept' ? 'begun' : outcome }
  })
  const count = (wanted: string) => all.filter(({ outcome }) => outcome === wanted).length
  const gone = all.filter(({ isDraft, outcome }) => !isDraft && hadDraft.has(outcome)).length
  const others = [
    ['had a draft, left as it was', count('kept')],
    ['not begun, and still chosen', count(waiting)],
    ['sent since, or taken away', gone],
  ] as const
  const said = others.flatMap(([what, many]) => (many > 0 ? [`${many} ${what}`] : []))
  const begun = `${count('begun')} of ${outcomes.size} begun`
  return `${[begun, ...said].join('; ')}. Review and send each one by itself.`
}
