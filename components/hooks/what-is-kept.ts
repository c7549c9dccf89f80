import { isHeldBack, onHeldBack } from '#components/ui/held-back.ts'
import type { SaveQueue } from './save-queue.ts'

/** How far what was typed is kept, for whoever says so. */
export type Keeping = Pick<SaveQueue, 'state' | 'subscribe'>

const onItsWay = { state: 'saving' } as const

/** How far all that stands in the boxes is kept: what has not come to the queue yet is not. */
export function whatIsKept(queue: Keeping): Keeping {
  return {
    state: () => {
      const known = queue.state()
      return known.state === 'saved' && isHeldBack() ? onItsWay : known
    },
    subscribe: (listener) => {
      const leaveQueue = queue.subscribe(listener)
      const leaveBoxes = onHeldBack(listener)
      return () => {
        leaveQueue()
        leaveBoxes()
      }
    },
  }
}
