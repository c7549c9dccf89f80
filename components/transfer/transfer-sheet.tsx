import { type ReactNode, useState } from 'react'
import { EffectButton } from '#components/ui/effect-button.tsx'
import type { Formats } from '#components/ui/formats.ts'
import { Name } from '#components/ui/name.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Sheet } from '#components/ui/sheet.tsx'
import type { Handoff } from '#lib/handoff/handoff.ts'
import { hasPlaces, type TransferFacts } from '#lib/handoff/transfer.ts'
import { type Aim, obstacleTo, previewOf } from '#lib/handoff/transfer-preview.ts'
import { type FateLine, fatesOf, unseenWords } from './fates.ts'
import { type Choice, ReasonField, TeamChoice, TransferChoices } from './transfer-choice.tsx'
import styles from './transfer.module.css'

interface TransferSheetProps {
  readonly aim: Aim
  readonly handoff: Handoff
  /** What was found; null while it is looked. */
  readonly facts: TransferFacts | null
  /** Shown in the place of what was found. */
  readonly instead: ReactNode
  /** Whether the reader is neither side, and has to say why they do it. */
  readonly isForOther: boolean
  readonly isBusy: boolean
  readonly formats: Formats
  /** Asking somebody who may, where this reader may not. */
  readonly help: ReactNode
  readonly onDo: (choice: Choice) => void
  readonly onClose: () => void
}

const atFirst: Choice = { place: 'Edit', takesActivities: true, team: 'now', reason: '' }

/** Changing the owner: what would move, stay and be lost, what is to be chosen, and one button. */
export function TransferSheet(props: TransferSheetProps) {
  const { aim, facts, instead, isForOther, isBusy, onClose, onDo } = props
  const [chosen, setChosen] = useState(atFirst)
  const choice: Choice = facts?.reachAfter === 'no' ? { ...chosen, team: 'new-owner' } : chosen
  const onChoice = (change: Partial<Choice>) => setChosen({ ...chosen, ...change })
  const because = facts && obstacleTo(aim, facts)
  const isReady = facts !== null && because === null && !(isForOther && choice.reason.trim() === '')
  return (
    <Sheet
      title={titles[aim](props)}
      onClose={onClose}
      footer={
        <EffectButton look="main" disabled={!isReady || isBusy} onPress={() => onDo(choice)}>
          {buttons[aim](props)}
        </EffectButton>
      }
    >
      {facts === null ? (
        instead
      ) : because === null ? (
        <Found {...props} {...{ facts, choice, onChoice }} />
      ) : (
        <Hindered {...{ because, facts }} help={props.help} />
      )}
    </Sheet>
  )
}

interface HinderedProps extends Pick<TransferSheetProps, 'help'> {
  readonly because: string
  readonly facts: TransferFacts
}

/** Why it cannot be done. What Salesforce lets nobody do is asked of nobody. */
function Hindered({ because, facts, help }: HinderedProps) {
  return (
    <Notice
      tone="warning"
      title="This cannot be done like this"
      actions={!facts.mayTransfer && help}
    >
      <p>
        <Name dir="ltr">{because}</Name>
      </p>
    </Notice>
  )
}

type Words = Readonly<Record<Aim, (props: TransferSheetProps) => string>>

const givenTo = ({ facts, handoff }: TransferSheetProps) =>
  facts?.to.name ?? handoff.incoming?.name ?? ''

const titles: Words = {
  transfer: (props) => `Transfer the deal to ${givenTo(props)}`,
  undo: ({ facts, handoff }) => `Give the deal back to ${facts?.to.name ?? handoff.outgoing.name}`,
  'put-back': () => 'Put the team back',
}

const buttons: Words = {
  transfer: (props) => `Transfer to ${givenTo(props)}`,
  undo: () => 'Give it back',
  'put-back': () => 'Put them back',
}

interface FoundProps extends TransferSheetProps {
  readonly facts: TransferFacts
  readonly choice: Choice
  readonly onChoice: (change: Partial<Choice>) => void
}

function Found(props: FoundProps) {
  const { aim, handoff, facts, choice, onChoice, isForOther, formats } = props
  const preview = previewOf(aim, { handoff, facts, ...choice })
  const fates = fatesOf({ facts, ...preview, isNow: choice.team === 'now', aim, formats })
  return (
    <>
      <Strangers {...props} />
      <div className={styles['fates']}>
        {fates.map(({ key, title, lines }) => (
          <section key={key} className={styles['fate']} data-fate={key}>
            <h3>
              <Name dir="ltr">{title}</Name>
            </h3>
            <ul>
              {lines.map((line) => (
                <Line
                  key={typeof line === 'string' ? line : (line.id ?? line.words)}
                  {...(typeof line === 'string' ? { words: line } : line)}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {aim !== 'put-back' && unseenWords(facts) && <p>{unseenWords(facts)}</p>}
      {aim !== 'put-back' && hasPlaces(preview.places) && (
        <TeamChoice {...{ facts, choice, onChoice }} />
      )}
      {facts.reachAfter === 'no' && hasPlaces(preview.places) && props.help}
      {aim === 'transfer' && <TransferChoices {...{ facts, choice, onChoice }} />}
      {isForOther && <ReasonField {...{ choice, onChoice }} />}
    </>
  )
}

function Line({ words, on }: FateLine) {
  return (
    <li>
      <Name dir="ltr">{words}</Name>
      {on && `, ${on}`}
    </li>
  )
}

/** The deal is not always still with whoever has handed it over. */
function Strangers({ aim, handoff, facts }: FoundProps) {
  const { owner, ownerIsActive } = facts
  if (aim !== 'transfer') return null
  if (owner.userId !== handoff.outgoing.userId) {
    return (
      <Notice tone="warning" title="Somebody else owns this deal">
        <p>
          <Name>{owner.name}</Name> owns it{ownerIsActive ? '' : ', and is no longer active'}, not{' '}
          <Name>{handoff.outgoing.name}</Name>, who has handed it over.
        </p>
      </Notice>
    )
  }
  if (ownerIsActive) return null
  return (
    <p>
      <Name>{owner.name}</Name> is no longer active and keeps no place on the deal.
    </p>
  )
}
