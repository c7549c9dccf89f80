import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Handoff } from '#lib/handoff/handoff.ts'
import type { Person as Named } from '#lib/handoff/primitives.ts'
import { Happenings } from '#components/packet/happens.tsx'
import { type SheetTexts, useTexts } from '#components/packet/sheet-texts.ts'
import { Button } from '#components/ui/button.tsx'
import { EffectButton } from '#components/ui/effect-button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Name } from '#components/ui/name.tsx'
import { Person } from '#components/ui/person.tsx'
import { Sheet } from '#components/ui/sheet.tsx'
import { type SearchUsers, UserSearch } from '#components/ui/user-search.tsx'
import { WordsField } from '#components/ui/words-field.tsx'

/** Who decides from now on, and why. */
export interface Reassigning {
  readonly to: Named
  readonly reason: string
}

/** The box of the reason. */
export const reassignBox = 'reassign'

interface ReassignSheetProps extends SheetTexts {
  readonly deal: string
  /** Whose handoff it is, and who has it now. */
  readonly item: Pick<Handoff, 'outgoing' | 'incoming'>
  readonly search: SearchUsers
  readonly isSending: boolean
  /** What giving it to somebody sets off, each in one sentence. */
  readonly foresee?: (to: Named) => readonly string[]
  readonly onReassign: (reassigning: Reassigning) => void
  readonly onClose: () => void
}

/** Giving a handoff to somebody else to decide. */
export function ReassignSheet(props: ReassignSheetProps) {
  const { deal, item, isSending, onReassign, onClose } = props
  const [to, setTo] = useState<Named | null>(null)
  const [search] = useState(() => searchAmongOthers(props))
  const { typed, onType } = useTexts(props)
  const reason = typed[reassignBox] ?? ''
  const place = useRef<HTMLParagraphElement>(null)
  // What had the focus has gone with the choice: the reason is next, or the search again.
  useEffect(() => {
    if (document.activeElement !== document.body) return
    const next = to === null ? 'input' : 'textarea'
    place.current?.parentElement?.querySelector<HTMLElement>(next)?.focus()
  }, [to])
  return (
    <Sheet
      title="Give it to somebody else"
      onClose={onClose}
      footer={
        <EffectButton
          look="main"
          disabled={to === null || reason.trim() === '' || isSending}
          onPress={() => to && onReassign({ to, reason: reason.trim() })}
        >
          Reassign
        </EffectButton>
      }
    >
      <About {...{ deal, place }} incoming={item.incoming} />
      {to === null ? (
        <Field label="Who decides from now on?" needed>
          {(names) => (
            <UserSearch
              names={names}
              search={search}
              suggest="at-once"
              onUser={({ userId, name }) => setTo({ userId, name })}
            />
          )}
        </Field>
      ) : (
        <div>
          <Person name={to.name} />
          <Button look="link" onClick={() => setTo(null)}>
            Choose somebody else
          </Button>
        </div>
      )}
      <WordsField label="Why?" needed value={reason} onText={(text) => onType(reassignBox, text)} />
      {to && <Happenings sentences={props.foresee?.(to) ?? []} />}
    </Sheet>
  )
}

interface AboutProps {
  readonly deal: string
  readonly incoming: Handoff['incoming']
  readonly place: RefObject<HTMLParagraphElement | null>
}

/** What it is about, and what comes of it. */
function About({ deal, incoming, place }: AboutProps) {
  return (
    <p ref={place}>
      <Name>{deal}</Name> was sent to <Name>{incoming?.name || 'nobody yet'}</Name>. The clock
      starts anew for whom you choose, and the log says that you did it.
      {incoming && (
        <>
          {' '}
          What was shared with <Name>{incoming.name}</Name> for it is taken back; what their role or
          a rule lets them see stays.
        </>
      )}
    </p>
  )
}

/** Neither the sender nor whoever has it already can be given it. */
function searchAmongOthers({
  search,
  item: { outgoing, incoming },
}: ReassignSheetProps): SearchUsers {
  const sides = new Set([outgoing.userId, incoming?.userId])
  return async (text) => {
    const found = await search(text)
    return { ...found, users: found.users.filter(({ userId }) => !sides.has(userId)) }
  }
}
