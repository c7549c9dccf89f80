import { Name } from '#components/ui/name.tsx'
import { Radio, TickBox } from '#components/ui/tick-box.tsx'
import { WordsField } from '#components/ui/words-field.tsx'
import type { TransferFacts } from '#lib/handoff/transfer.ts'
import styles from './transfer.module.css'

/** How the owner is to change. */
export interface Choice {
  readonly place: 'Edit' | 'Read' | 'none'
  readonly takesActivities: boolean
  readonly team: 'now' | 'new-owner'
  readonly reason: string
}

interface ChoicesProps {
  readonly facts: TransferFacts
  readonly choice: Choice
  readonly onChoice: (change: Partial<Choice>) => void
}

/** What becomes of the old owner and their activities. */
export function TransferChoices({ facts, choice, onChoice }: ChoicesProps) {
  const { owner, ownerIsActive, activities, mayMoveActivities, teamAccess } = facts
  const kept = teamAccess === 'absent' ? 'it is shared with them' : 'they stay on the team'
  return (
    <>
      {ownerIsActive && (
        <fieldset className={styles['choices']}>
          <legend>
            What may <Name>{owner.name}</Name> do with the deal from then on?
          </legend>
          {places.map(([place, words]) => (
            <Radio
              key={place}
              group="place"
              checked={choice.place === place}
              onChosen={() => onChoice({ place })}
            >
              {place === 'none' ? words : `${words}: ${kept}`}
            </Radio>
          ))}
        </fieldset>
      )}
      {activities.length > 0 && mayMoveActivities && (
        <TickBox
          checked={choice.takesActivities}
          onChecked={(takesActivities) => onChoice({ takesActivities })}
        >
          Open tasks and coming meetings of <Name>{owner.name}</Name> go with the deal
        </TickBox>
      )}
    </>
  )
}

const places = [
  ['Edit', 'Edit it'],
  ['Read', 'Read it'],
  ['none', 'What everybody may'],
] as const

/** Who puts the team back: in the same step, or the new owner. Asked only where both may work. */
export function TeamChoice({ facts, choice, onChoice }: ChoicesProps) {
  const { name } = facts.to
  if (facts.reachAfter === 'yes') return null
  if (facts.reachAfter === 'no') {
    return (
      <p>
        Once <Name>{name}</Name> owns the deal, only the owner and those above may{' '}
        {facts.teamAccess === 'absent' ? 'share it' : 'change its team'}. So <Name>{name}</Name>{' '}
        puts it back in a second step, with one press here. Until then nobody is forgotten, but they
        may see less. Somebody above both of you can do all of it at once.
      </p>
    )
  }
  return (
    <fieldset className={styles['choices']}>
      <legend>When is the team put back?</legend>
      <Radio
        group="team"
        checked={choice.team === 'now'}
        onChosen={() => onChoice({ team: 'now' })}
      >
        In the same step. If Salesforce does not let you, nothing changes at all
      </Radio>
      <Radio
        group="team"
        checked={choice.team === 'new-owner'}
        onChosen={() => onChoice({ team: 'new-owner' })}
      >
        <Name>{name}</Name> puts it back afterwards
      </Radio>
    </fieldset>
  )
}

/** Why somebody does it in another's place: the log keeps it. */
export function ReasonField({ choice, onChoice }: Omit<ChoicesProps, 'facts'>) {
  return (
    <WordsField
      label="Why do you do it in their place?"
      hint="The log keeps it."
      needed
      value={choice.reason}
      onText={(reason) => onChoice({ reason })}
    />
  )
}
