import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { ChoiceBox } from '#components/ui/choice-box.tsx'
import { EffectButton } from '#components/ui/effect-button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Name } from '#components/ui/name.tsx'
import { TextBox } from '#components/ui/text-box.tsx'
import styles from './options.module.css'
import { Card } from './section.tsx'

/** A user of the org, as found. */
export interface FoundPerson {
  readonly userId: string
  readonly name: string
  readonly title: string
  readonly email: string
}

interface Found {
  /** What was searched for. */
  readonly text: string
  readonly people: readonly FoundPerson[] | null
}

/** What became of giving a set to somebody. */
export interface AssignedTo {
  readonly userId: string
  readonly problem: string | null
}

const sets = [
  { value: 'Segue_User', label: 'Segue User: sends and receives handoffs' },
  { value: 'Segue_Manager', label: 'Segue Manager: sees all handoffs' },
  { value: 'Segue_Admin', label: 'Segue Admin: corrects and removes handoffs' },
] as const
export type SetName = (typeof sets)[number]['value']

interface AssignViewProps {
  /** Null: something stood in the way. */
  readonly onSearch: (text: string) => Promise<readonly FoundPerson[] | null>
  readonly onAssign: (set: SetName, userIds: readonly string[]) => Promise<readonly AssignedTo[]>
}

/** Giving a permission set to chosen users. */
export function AssignView({ onSearch, onAssign }: AssignViewProps) {
  const [set, setSet] = useState<SetName>('Segue_User')
  const [found, setFound] = useState<Found>({ text: '', people: null })
  const [chosen, setChosen] = useState<readonly FoundPerson[]>([])
  const [outcome, setOutcome] = useState<readonly AssignedTo[]>([])
  const search = async (text: string) => setFound({ text, people: await onSearch(text) })
  const assign = async () =>
    setOutcome(
      await onAssign(
        set,
        chosen.map(({ userId }) => userId),
      ),
    )
  const others = found.people?.filter(({ userId }) => !chosen.some((one) => one.userId === userId))
  return (
    <Card
      title="People"
      intro="Without a permission set of Segue, handoffs do not exist for a user."
    >
      <Field label="Permission set">
        {(names) => (
          <ChoiceBox
            names={names}
            choices={sets}
            value={set}
            onChoice={(value) => {
              setSet(sets.find((one) => one.value === value)?.value ?? set)
              setOutcome([])
            }}
          />
        )}
      </Field>
      <SearchForm onSearch={(text) => void search(text)} />
      <output>{found.people?.length === 0 && `Nobody found for “${found.text}”.`}</output>
      <People people={others ?? []} act="Choose" onAct={(one) => setChosen([...chosen, one])} />
      {chosen.length > 0 && <h3>Chosen</h3>}
      <People
        people={chosen}
        act="Leave out"
        outcome={outcome}
        onAct={(one) => setChosen(chosen.filter(({ userId }) => userId !== one.userId))}
      />
      <div className={styles['buttons']}>
        <EffectButton look="main" disabled={chosen.length === 0} onPress={() => void assign()}>
          Give them the permission set
        </EffectButton>
      </div>
    </Card>
  )
}

interface SearchFormProps {
  readonly onSearch: (text: string) => void
}

function SearchForm({ onSearch }: SearchFormProps) {
  const [text, setText] = useState('')
  const search = () => onSearch(text)
  return (
    <form
      className={styles['search']}
      onSubmit={(event) => {
        event.preventDefault()
        search()
      }}
    >
      <Field label="Users by name or e-mail">
        {(names) => <TextBox names={names} value={text} onText={setText} onEnter={search} />}
      </Field>
      <Button type="submit" icon="search">
        Search
      </Button>
    </form>
  )
}

interface PeopleProps {
  readonly people: readonly FoundPerson[]
  readonly act: string
  readonly onAct: (person: FoundPerson) => void
  readonly outcome?: readonly AssignedTo[]
}

function People({ people, act, onAct, outcome }: PeopleProps) {
  return (
    <ul className={styles['people']}>
      {people.map((person) => {
        const became = outcome?.find(({ userId }) => userId === person.userId)
        return (
          <li key={person.userId}>
            <span>
              <Name>{person.name}</Name> <small>{person.title || person.email}</small>
              {became && <output> {became.problem ?? 'has it now'}</output>}
            </span>
            <Button look="link" aria-label={`${act} ${person.name}`} onClick={() => onAct(person)}>
              {act}
            </Button>
          </li>
        )
      })}
    </ul>
  )
}
