// @vitest-environment node
import { expect, it } from 'vitest'
import { tidyUp } from '../../../entrypoints/background/sending.ts'
import { anaWithDraft } from './people-at-work.ts'

const DAY = 86_400_000

it('what was discarded goes on the day it is due, looked for once a day', async () => {
  const { ask, draftKey, office, ports, world } = await anaWithDraft()
  await ask('draft.discard', { draftKey })
  await tidyUp(office)
  const [row] = await ports.database.trash.toArray()
  if (!row) throw new Error('nothing in the trash')
  const kept: number[] = []
  for (const later of [29 * DAY, 2 * DAY, 60_000]) {
    world.clock.now += later
    if (later < DAY) await ports.database.trash.put(row)
    await tidyUp(office)
    kept.push(await ports.database.trash.count())
  }
  expect(kept).toEqual([1, 0, 1])
})
