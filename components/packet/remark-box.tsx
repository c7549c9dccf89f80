import { useState } from 'react'
import type { Person as Colleague } from '#lib/handoff/primitives.ts'
import { useSetting } from '#components/handoff/setting.ts'
import { Button } from '#components/ui/button.tsx'
import { EffectButton } from '#components/ui/effect-button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Person } from '#components/ui/person.tsx'
import { TickBox } from '#components/ui/tick-box.tsx'
import { UserSearch } from '#components/ui/user-search.tsx'
import { WordsField } from '#components/ui/words-field.tsx'
import { type Place, useDesk, useTyped } from './desk.ts'
import { DayField } from './day-field.tsx'
import styles from './discussion.module.css'

interface RemarkBoxProps {
  readonly place: Place
  readonly onClose: () => void
}

/** A remark, who is told of it by name, and what is to follow. */
export function RemarkBox({ place, onClose }: RemarkBoxProps) {
  const { isBusy, acts } = useDesk()
  const [body, setBody] = useTyped(`remark:${place.question ?? place.section ?? ''}`)
  const [mentioned, setMentioned] = useState<readonly Colleague[]>([])
  const [isTask, setTask] = useState(false)
  const [day, setDay] = useState('')
  const [owner] = mentioned
  const close = () => {
    setBody('')
    onClose()
  }
  const send = async () => {
    const followUp = isTask && owner ? { owner, day: day === '' ? null : day } : null
    if (await acts.remark({ ...place, body, mentioned, followUp })) close()
  }
  return (
    <div className={styles['box']}>
      <WordsField label="Remark" needed value={body} onText={setBody} />
      <Mentions mentioned={mentioned} onMentioned={setMentioned} />
      {owner && (
        <TickBox checked={isTask} onChecked={setTask}>
          {`${owner.name} has to do something about it`}
        </TickBox>
      )}
      {isTask && owner && <DayField label="By when?" day={day} onDay={setDay} />}
      <div className={styles['row']}>
        <EffectButton
          look="main"
          disabled={isBusy || body.trim() === ''}
          onPress={() => void send()}
        >
          Add the remark
        </EffectButton>
        <Button onClick={close}>{body === '' ? 'Close' : 'Drop it'}</Button>
      </div>
    </div>
  )
}

interface MentionsProps {
  readonly mentioned: readonly Colleague[]
  readonly onMentioned: (mentioned: readonly Colleague[]) => void
}

function Mentions({ mentioned, onMentioned }: MentionsProps) {
  const { searchUsers } = useSetting()
  return (
    <Field label="Mention" hint="Each gets a task in Salesforce that leads here.">
      {(names) => (
        <>
          {mentioned.map((one) => (
            <div key={one.userId} className={styles['row']}>
              <Person name={one.name} />
              <Button
                look="link"
                onClick={() => onMentioned(mentioned.filter(({ userId }) => userId !== one.userId))}
              >
                Remove
              </Button>
            </div>
          ))}
          <UserSearch
            key={mentioned.length}
            names={names}
            search={searchUsers}
            onUser={({ userId, name }) =>
              onMentioned([...mentioned.filter((one) => one.userId !== userId), { userId, name }])
            }
          />
        </>
      )}
    </Field>
  )
}
