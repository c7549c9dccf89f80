import { useUnread } from '#components/handoff/unread.ts'
import type { TypedLink } from '#lib/handoff/take-link.ts'

/** A text as it is pasted, and what it is called. */
export interface TypedText {
  readonly label: string
  readonly text: string
}

/** What is written in a form that adds something: it stays until it is added, or given up. */
interface Begun<Typed> {
  readonly typed: Typed
  readonly isBegun: boolean
  readonly onTyped: (typed: Typed) => void
  readonly forget: () => void
}

/** What is written in the forms of a draft that add something from elsewhere. */
export function useBegun(): { readonly text: Begun<TypedText>; readonly link: Begun<TypedLink> } {
  return { text: useLines('evidence text', asText), link: useLines('evidence link', asLink) }
}

/** How a form is written down: what has one line first, what may have many last. */
interface Lines<Typed> {
  readonly read: (lines: readonly string[]) => Typed
  readonly write: (typed: Typed) => readonly string[]
}

const asText: Lines<TypedText> = {
  read: ([label = '', ...text]) => ({ label, text: text.join('\n') }),
  write: ({ label, text }) => [label, text],
}

const ticked = 'yes'

const asLink: Lines<TypedLink> = {
  read: ([url = '', label = '', moment = '', on = '', canOpen = '']) => ({
    url,
    label,
    moment,
    on,
    recipientCanOpen: canOpen === ticked,
  }),
  write: ({ url, label, moment, on, recipientCanOpen }) => [
    url,
    label,
    moment,
    on,
    recipientCanOpen ? ticked : '',
  ],
}

function useLines<Typed>(box: string, { read, write }: Lines<Typed>): Begun<Typed> {
  const { unread, keep } = useUnread(box)
  return {
    typed: read((unread ?? '').split('\n')),
    isBegun: unread !== null,
    onTyped: (typed) => {
      const lines = write(typed)
      keep(lines.some((line) => line !== '') ? lines.join('\n') : '')
    },
    forget: () => keep(''),
  }
}
