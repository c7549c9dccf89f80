import { Notice } from '#components/ui/notice.tsx'
import { TickBox } from '#components/ui/tick-box.tsx'
import { Card, Section } from './section.tsx'

/** Of what somebody wants to be told. */
export type Told = Readonly<Record<ToldKey, boolean>>
export type ToldKey =
  | 'handoff'
  | 'question'
  | 'due'
  | 'escalation'
  | 'decision'
  | 'captured'
  | 'names'

interface NotificationsViewProps {
  readonly told: Told
  /** Whether the user has turned all of them off in the browser or the system. */
  readonly areOff: boolean
  readonly onChange: (key: ToldKey, isOn: boolean) => void
}

const kinds = [
  ['handoff', 'Somebody sends me a handoff, or sends it again'],
  [
    'question',
    'Somebody asks me about an answer, has answered me, or has heard of another promise',
  ],
  ['due', 'A decision or an answer of mine is due soon, or late'],
  [
    'escalation',
    'A late decision, or a decline for reasons that go to me, comes to me as the manager',
  ],
  ['decision', 'Somebody has accepted or declined what I sent, or cancelled a handoff of mine'],
  [
    'captured',
    'Text that I have selected on a page was added to a draft; that it was not is told in any case',
  ],
] as const

/** What is told while no page of Segue is open. */
export function NotificationsView({ told, areOff, onChange }: NotificationsViewProps) {
  return (
    <Section
      title="Notifications"
      intro="Segue looks for news at most a hundred times a day, and only while you use Salesforce. Each piece is told once; a click on it opens the handoff and does nothing else."
    >
      {areOff && (
        <Notice tone="warning" title="Notifications are turned off for Segue">
          <p>Allow them in your browser or your system: until then none of these is shown.</p>
        </Notice>
      )}
      <Card title="Tell me when" intro="The number on the icon shows what waits in any case.">
        {kinds.map(([key, words]) => (
          <TickBox key={key} checked={told[key]} onChecked={(isOn) => onChange(key, isOn)}>
            {words}
          </TickBox>
        ))}
      </Card>
      <Card
        title="What they say"
        intro="Notifications may be seen by others, on a shared screen or over your shoulder; so may the menu of a selection, which names your drafts where you have turned it on."
      >
        <TickBox checked={told.names} onChecked={(isOn) => onChange('names', isOn)}>
          Name the deal, the account and the people
        </TickBox>
      </Card>
    </Section>
  )
}
