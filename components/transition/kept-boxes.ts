import { useDesk, useTyped } from '#components/packet/desk.ts'

// A day that was taken away is no day that was left as it is.
const noDay = 'none'

/** A day that stands in a box until it is sent: the one before until it is changed. Empty text in its place lets it go. */
export function useTypedDay(name: string, before: string) {
  const [text, put] = useTyped(name)
  const day = text === noDay ? '' : text || before
  return { day, setDay: (next: string) => put(next || noDay), dropDay: () => put('') }
}

/** True when something stands in one of these boxes that the reader may send, else null. */
export function useHeld(...boxes: readonly string[]): true | null {
  const { typed, role } = useDesk()
  return (role !== null && boxes.some((box) => typed[box])) || null
}
