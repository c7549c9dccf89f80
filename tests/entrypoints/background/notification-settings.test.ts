// @vitest-environment node
import { expect, it } from 'vitest'
import { noteUse, poll } from '../../../entrypoints/background/polling.ts'
import { benWithHandoff } from './people-at-work.ts'

it.each([[[true]], ['off'], [{ names: 'no', due: 'late', question: false }]])(
  'a notification names nobody, and that can be set again, where another version has stored %j',
  async (stored) => {
    const away = await benWithHandoff()
    const { office, world } = away
    await office.whereabouts.note(world.org)
    await away.browser.settings.set('notifications', stored)
    world.clock.now += 5 * 60_000
    await noteUse(office)
    await poll(office)
    expect(away.notices.map(({ title }) => title)).toEqual(['Somebody hands over a handoff'])
    const read = await away.ask('notifications.read', {})
    expect(read).toMatchObject({ handoff: true, due: true, names: false })
    expect(read.question).toBe(!('question' in Object(stored)))
    const change = { names: true }
    expect(await away.ask('notifications.change', { change })).toEqual({ ...read, ...change })
  },
)
