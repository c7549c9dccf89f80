import { useSetting } from '#components/handoff/setting.ts'
import { useDesk } from '#components/packet/desk.ts'
import packet from '#components/packet/packet.module.css'
import { Button } from '#components/ui/button.tsx'
import { ChoiceBox } from '#components/ui/choice-box.tsx'
import { EffectButton } from '#components/ui/effect-button.tsx'
import { Field } from '#components/ui/field.tsx'
import { moment } from '#components/ui/formats.ts'
import { SafeLink } from '#components/ui/safe-link.tsx'
import { Sheet } from '#components/ui/sheet.tsx'
import { TextBox } from '#components/ui/text-box.tsx'
import { TickBox } from '#components/ui/tick-box.tsx'
import { googleLink, outlookLink } from '#lib/handoff/calendar-links.ts'
import { calendarFile } from '#lib/handoff/icalendar.ts'
import type { Meeting } from '#lib/handoff/meeting-moves.ts'
import { type MeetingAim, type MeetingDraft, useMeetingDraft } from './meeting-draft.ts'
import { MeetingTimes } from './meeting-times-view.tsx'
import { useSteps } from './steps.ts'
import styles from './transition.module.css'

interface MeetingSheetProps extends MeetingAim {
  readonly onClose: () => void
}

const lengths = ['15', '30', '45', '60', '90'].map((value) => ({
  value,
  label: `${value} minutes`,
}))

/** A meeting to be arranged: when, with whom, and what it is about. */
export function MeetingSheet({ milestone, arranging, onClose }: MeetingSheetProps) {
  const { formats } = useSetting()
  const { isBusy } = useDesk()
  const { meet } = useSteps()
  const aim = { milestone, arranging }
  const arranged = useMeetingDraft(aim)
  const { draft, change, forget, meeting } = arranged
  const isPast = meeting !== null && meeting.start <= arranging.now
  const arrange = async () => {
    if (!meeting || !(await meet({ milestone: milestone.key, meeting }))) return
    forget()
    onClose()
  }
  return (
    <Sheet
      title={milestone.label}
      onClose={onClose}
      footer={
        <div className={styles['foot']}>
          <EffectButton
            look="main"
            disabled={isBusy || meeting === null || isPast || draft.subject.trim() === ''}
            onPress={() => void arrange()}
          >
            Put it in the calendars
          </EffectButton>
          {meeting && (
            <span className={packet['soft']}>
              {isPast ? 'This time has passed.' : moment(meeting.start, formats)}
            </span>
          )}
        </div>
      }
    >
      <Field label="How long">
        {(names) => (
          <ChoiceBox
            {...{ names }}
            choices={lengths}
            value={String(draft.minutes)}
            onChoice={(value) => change({ minutes: Number(value) })}
          />
        )}
      </Field>
      <MeetingTimes {...{ aim, arranged }} />
      <Invited arranged={arranged} />
      <Words arranged={arranged} />
      {meeting && <OtherCalendars {...{ meeting, arranged, arranging, milestone }} />}
    </Sheet>
  )
}

interface PartProps {
  readonly arranged: MeetingDraft
}

const toggled = <One,>(list: readonly One[], one: One, isIn: boolean) =>
  isIn ? [...list, one] : list.filter((other) => other !== one)

function Invited({ arranged: { draft, change, others, contacts } }: PartProps) {
  return (
    <fieldset className={styles['times']}>
      <legend>Invited</legend>
      {others.map((person) => (
        <TickBox
          key={person.userId}
          checked={draft.colleagues.includes(person)}
          onChecked={(isIn) => change({ colleagues: toggled(draft.colleagues, person, isIn) })}
        >
          {person.name}
        </TickBox>
      ))}
      {contacts.map(({ contactId, name, title }) => (
        <TickBox
          key={contactId}
          checked={draft.contactIds.includes(contactId)}
          onChecked={(isIn) => change({ contactIds: toggled(draft.contactIds, contactId, isIn) })}
        >
          {title === '' ? name : `${name}, ${title}`}
        </TickBox>
      ))}
    </fieldset>
  )
}

function Words({ arranged: { draft, say, dir } }: PartProps) {
  return (
    <>
      <Field label="Subject" needed>
        {(names) => (
          <TextBox
            {...{ names }}
            value={draft.subject}
            dir={dir(draft.subject)}
            onText={(subject) => say({ subject })}
          />
        )}
      </Field>
      <Field label="Place or link">
        {(names) => (
          <TextBox {...{ names }} value={draft.location} onText={(location) => say({ location })} />
        )}
      </Field>
      <Field label="Agenda">
        {(names) => (
          <TextBox
            {...{ names }}
            lines="many"
            value={draft.description}
            dir={dir(draft.description)}
            onText={(description) => say({ description })}
          />
        )}
      </Field>
    </>
  )
}

interface OtherCalendarsProps extends MeetingAim, PartProps {
  readonly meeting: Meeting
}

/** The same meeting for a calendar outside of Salesforce. */
function OtherCalendars({ meeting, milestone, arranging, arranged }: OtherCalendarsProps) {
  const { saveFile } = useSteps()
  const invitees = arranged.contacts
    .filter(({ contactId, email }) => meeting.contactIds.includes(contactId) && email !== '')
    .map(({ name, email }) => ({ name, email }))
  const entry = { ...meeting, invitees }
  const save = () => {
    const uid = `${arranging.handoff.clientKey}-${milestone.key}@segue`
    const file = calendarFile({ ...entry, uid, stamp: arranging.now, organizer: null })
    saveFile(`${milestone.key}.ics`, file, 'text/calendar')
  }
  return (
    <div className={packet['actions']}>
      <Button onClick={save}>Save as a calendar file</Button>
      <SafeLink address={googleLink(entry)}>Google Calendar</SafeLink>
      <SafeLink address={outlookLink(entry)}>Outlook</SafeLink>
    </div>
  )
}
