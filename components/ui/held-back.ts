/** Boxes whose newest text was not handed on yet, because its key is still being painted. */
const boxes = new Set<object>()
const listeners = new Set<() => void>()

/** Whether some box holds a text that nobody was told of: then not all that was typed is kept. */
export const isHeldBack = (): boolean => boxes.size > 0

/** Notes that a box holds its text back, or does so no longer. */
export function noteHeldBack(box: object, isHeld: boolean): void {
  const were = boxes.size
  if (isHeld) boxes.add(box)
  else boxes.delete(box)
  if (boxes.size !== were) for (const listener of listeners) listener()
}

/** Calls whenever a box begins or ceases to hold something back, until what it returns is called. */
export function onHeldBack(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
