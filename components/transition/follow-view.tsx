import { useSetting } from '#components/handoff/setting.ts'
import { DayField } from '#components/packet/day-field.tsx'
import { useDesk, useReopened, useTyped } from '#components/packet/desk.ts'
import discussion from '#components/packet/discussion.module.css'
import packet from '#components/packet/packet.module.css'
import { Button } from '#components/ui/button.tsx'
import { EffectButton } from '#components/ui/effect-button.tsx'
import { due, moment } from '#components/ui/formats.ts'
import { Name } from '#components/ui/name.tsx'
import { WordsField } from '#components/ui/words-field.tsx'
import type { Activity } from '#lib/handoff/deal.ts'
import { instantOn } from '#lib/handoff/business-time.ts'
import { contactSince, nextMeeting, owedContact } from '#lib/handoff/follow-through.ts'
import type { Arranging } from '#lib/handoff/transition-plan.ts'
import { whenWords } from './phase-words.ts'
import { useSteps } from './steps.ts'
import { useHeld, useTypedDay } from './kept-boxes.ts'
import styles from './transition.module.css'

interface FollowViewProps {
  readonly arranging: Arranging
  readonly today: string
}

/** Whether the customer has heard from the new owner, and when they meet next. */
export function FollowView(props: FollowViewProps) {
  return (
    <>
      <Contact {...props} />
      <NextMeeting {...props} />
    </>
  )
}

function Contact({ arranging, today }: FollowViewProps) {
  const { formats } = useSetting()
  const { handoff, role } = useDesk()
  const [isAsking, setAsking] = useReopened(useHeld(...contactBoxes))
  const { template, calendar, now } = arranging
  const owed = owedContact(handoff, template.clocks, { calendar, now })
  const { firstCustomerContactAt, incoming } = handoff
  if (firstCustomerContactAt)
    return <p className={packet['soft']}>First contact {moment(firstCustomerContactAt, formats)}</p>
  if (owed === null) return null
  const { isLate, dueAt } = owed
  const { words } = due(dueAt, Date.parse(now), formats)
  return (
    <div className={styles['owed']} data-late={isLate} role={isLate ? 'alert' : undefined}>
      <p>
        {isLate ? 'The customer has not heard' : 'The customer waits to hear'} from{' '}
        <Name>{incoming?.name ?? ''}</Name>: {words}
      </p>
      {role !== null && !isAsking && (
        <ContactChoices {...{ arranging }} onAsk={() => setAsking(true)} />
      )}
      {isAsking && <ContactBox {...{ arranging, today }} onClose={() => setAsking(null)} />}
    </div>
  )
}

const contactBoxes = ['contact:note', 'contact:day'] as const

interface ContactChoicesProps extends Pick<FollowViewProps, 'arranging'> {
  readonly onAsk: () => void
}

/** What is on the deal already may have been the first contact. */
function ContactChoices({ arranging: { calendar, now }, onAsk }: ContactChoicesProps) {
  const { formats, deal } = useSetting()
  const { handoff, isBusy } = useDesk()
  const { recordContact } = useSteps()
  const found = contactSince(deal.activities, handoff.decidedAt ?? now, { ...formats, now })
  const record = ({ at, subject }: Activity) =>
    void recordContact({
      at: at.length > 10 ? at : instantOn(at, calendar.opens, calendar),
      note: subject,
    })
  return (
    <>
      {found && (
        <p>
          Was it <q dir="auto">{found.subject}</q>, {whenWords(found.at, formats)}?
        </p>
      )}
      <div className={discussion['row']}>
        {found && (
          <EffectButton disabled={isBusy} onPress={() => record(found)}>
            Yes, that was it
          </EffectButton>
        )}
        <Button disabled={isBusy} onClick={onAsk}>
          Record a contact…
        </Button>
      </div>
    </>
  )
}

function ContactBox({
  arranging,
  today,
  onClose,
}: FollowViewProps & { readonly onClose: () => void }) {
  const { isBusy } = useDesk()
  const { recordContact } = useSteps()
  const [noteBox, dayBox] = contactBoxes
  const { day, setDay, dropDay } = useTypedDay(dayBox, today)
  const [note, setNote] = useTyped(noteBox)
  const { calendar, now } = arranging
  const drop = () => {
    setNote('')
    dropDay()
    onClose()
  }
  const send = async () => {
    const opens = instantOn(day, calendar.opens, calendar)
    // Today is now, at the latest: what was said this morning is not still to come.
    if (await recordContact({ at: opens > now && day <= today ? now : opens, note })) drop()
  }
  return (
    <div className={discussion['box']}>
      <DayField label="Day" day={day} onDay={setDay} />
      <WordsField label="What about" lines="one" value={note} onText={setNote} />
      <div className={discussion['row']}>
        <EffectButton
          look="main"
          disabled={isBusy || day === '' || day > today}
          onPress={() => void send()}
        >
          Record it
        </EffectButton>
        <Button onClick={drop}>{note === '' && day === today ? 'Cancel' : 'Drop it'}</Button>
      </div>
    </div>
  )
}

function NextMeeting({ arranging: { now } }: FollowViewProps) {
  const { formats, deal } = useSetting()
  const { handoff, role, isBusy } = useDesk()
  const { waiveMeeting } = useSteps()
  const [isAsking, setAsking] = useReopened(useHeld('no-meeting'))
  const next = nextMeeting(deal.activities, now)
  const waived = handoff.transition?.noMeeting
  if (next)
    return (
      <p className={packet['soft']}>
        Next meeting: <span dir="auto">{next.subject}</span>, {whenWords(next.at, formats)}
      </p>
    )
  if (waived)
    return (
      <div className={styles['owed']}>
        <p>
          No further meeting, says <Name>{waived.by.name}</Name>: “<Name>{waived.words}</Name>”
        </p>
        {role !== null && (
          <div className={discussion['row']}>
            <Button disabled={isBusy} onClick={() => void waiveMeeting('')}>
              A meeting is needed after all
            </Button>
          </div>
        )}
      </div>
    )
  if (deal.hidden) return null
  return (
    <div className={styles['owed']}>
      <p>No next meeting with the customer is in the calendar.</p>
      {role !== null && !isAsking && (
        <div className={discussion['row']}>
          <Button disabled={isBusy} onClick={() => setAsking(true)}>
            Not needed…
          </Button>
        </div>
      )}
      {isAsking && <WaiveMeeting onClose={() => setAsking(null)} />}
    </div>
  )
}

function WaiveMeeting({ onClose }: { readonly onClose: () => void }) {
  const { isBusy } = useDesk()
  const { waiveMeeting } = useSteps()
  const [words, setWords] = useTyped('no-meeting')
  const drop = () => {
    setWords('')
    onClose()
  }
  const send = async () => {
    if (await waiveMeeting(words)) drop()
  }
  return (
    <div className={discussion['box']}>
      <WordsField
        label="Why is no meeting needed?"
        needed
        lines="one"
        value={words}
        onText={setWords}
      />
      <div className={discussion['row']}>
        <EffectButton
          look="main"
          disabled={isBusy || words.trim() === ''}
          onPress={() => void send()}
        >
          No meeting is needed
        </EffectButton>
        <Button onClick={drop}>{words === '' ? 'Cancel' : 'Drop it'}</Button>
      </div>
    </div>
  )
}
