import { Fragment, useEffect, useState } from 'react'
import * as z from 'zod/mini'
import { wordsLimit } from '#lib/handoff/field-length.ts'
import { type Person as Colleague, personSchema } from '#lib/handoff/primitives.ts'
import { useSetting } from '#components/handoff/setting.ts'
import { Button } from '#components/ui/button.tsx'
import { EffectButton } from '#components/ui/effect-button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Person } from '#components/ui/person.tsx'
import { TickBox } from '#components/ui/tick-box.tsx'
import { useFocusInside } from '#components/ui/use-focus-inside.ts'
import { UserSearch } from '#components/ui/user-search.tsx'
import { WordsField } from '#components/ui/words-field.tsx'
import { type Place, useDesk, useTyped } from './desk.ts'
import { DayField } from './day-field.tsx'
import styles from './discussion.module.css'

const boxOf = ({ question, section }: Place) => `remark:${question ?? section ?? ''}`
const termsOf = (place: Place) => `${boxOf(place)}:terms`

/** Who is told of a remark, and what is to follow. */
const termsSchema = z.object({
  mentioned: z.readonly(z.array(personSchema)),
  isTask: z.boolean(),
  day: z.string(),
})
type Terms = z.infer<typeof termsSchema>

const noTerms: Terms = { mentioned: [], isTask: false, day: '' }

/** They are kept along with the words. */
function useTerms(place: Place) {
  const [kept, keep] = useTyped(termsOf(place))
  const terms = kept === '' ? noTerms : (termsSchema.safeParse(JSON.parse(kept)).data ?? noTerms)
  return [terms, (next: Terms) => keep(next === noTerms ? '' : JSON.stringify(next))] as const
}

/** Whether a remark was begun at a place and not sent. */
export function useIsRemarking(place: Place): boolean {
  const { typed } = useDesk()
  return boxOf(place) in typed || termsOf(place) in typed
}

interface RemarkBoxProps {
  readonly place: Place
  readonly onClose: () => void
}

/** A remark, who is told of it by name, and what is to follow. */
export function RemarkBox({ place, onClose }: RemarkBoxProps) {
  const { isBusy, acts } = useDesk()
  const [body, setBody] = useTyped(boxOf(place))
  const [terms, setTerms] = useTerms(place)
  const { mentioned, isTask, day } = terms
  const { me } = useSetting()
  const [owner = me] = mentioned
  // What stands there already was opened by nobody just now.
  const [isNew] = useState(!useIsRemarking(place))
  const frame = useFocusInside(isNew)
  const close = () => {
    setBody('')
    setTerms(noTerms)
    onClose()
  }
  const send = async () => {
    const followUp = isTask ? { owner, day: day === '' ? null : day } : null
    if (await acts.remark({ ...place, body, mentioned, followUp })) close()
  }
  return (
    <div ref={frame} className={styles['box']}>
      <WordsField label="Remark" needed value={body} onText={setBody} />
      <Mentions
        mentioned={mentioned}
        // Nobody gets what somebody else was given.
        onMentioned={([first = me, ...others]) =>
          setTerms({
            ...terms,
            mentioned: first === me ? [] : [first, ...others],
            isTask: isTask && first.userId === owner.userId,
          })
        }
      />
      <TickBox checked={isTask} onChecked={(isOn) => setTerms({ ...terms, isTask: isOn })}>
        {owner === me
          ? 'I have to do something about it'
          : `${owner.name} has to do something about it`}
      </TickBox>
      {isTask && (
        <DayField label="By when?" day={day} onDay={(next) => setTerms({ ...terms, day: next })} />
      )}
      <div className={styles['row']}>
        <EffectButton
          look="main"
          disabled={isBusy || body.trim() === '' || body.length > wordsLimit}
          onPress={() => void send()}
        >
          Add the remark
        </EffectButton>
        <Button onClick={close}>{body === '' && terms === noTerms ? 'Close' : 'Drop it'}</Button>
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
            <Fragment key={one.userId}>
              <div className={styles['row']}>
                <Person name={one.name} />
                <Button
                  look="link"
                  onClick={() =>
                    onMentioned(mentioned.filter(({ userId }) => userId !== one.userId))
                  }
                >
                  Remove
                </Button>
              </div>
              <Access {...one} />
            </Fragment>
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

/** That somebody who is mentioned will not find the handoff where their task leads. */
function Access({ userId, name }: Colleague) {
  const { mayRead } = useDesk()
  const [isLockedOut, setLockedOut] = useState(false)
  useEffect(() => {
    let isCurrent = true
    const look = async () => {
      const may = await mayRead(userId)
      if (isCurrent) setLockedOut(may === false)
    }
    // Where it cannot be told, nothing is said.
    look().catch(() => undefined)
    return () => {
      isCurrent = false
    }
  }, [mayRead, userId])
  if (!isLockedOut) return null
  return (
    <Notice tone="warning" title={`${name} cannot open this handoff`}>
      <p>The task tells them your remark alone, unless the owner of the handoff shares it.</p>
    </Notice>
  )
}
