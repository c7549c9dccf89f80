import { expect, openDraft, test } from './stage.ts'

/** Where on the page a finger is put down, and where it goes from there. */
interface Stroke {
  readonly x: number
  readonly y: number
  readonly by: number
}

test('a finger makes the panel as wide as it is moved', async ({ rep }) => {
  const panel = await openDraft(rep)
  const frame = await panel.frameElement()
  const width = async () => (await frame.boundingBox())?.width ?? 0
  await expect.poll(width).toBe(440)
  const { x = 0 } = (await frame.boundingBox()) ?? {}
  const touch = await rep.context().newCDPSession(rep)
  await touch.send('Emulation.setTouchEmulationEnabled', { enabled: true })
  const seen: number[] = []
  await stroke({ x: x + 3, y: 500, by: -120 })
  // The last stretch of a stroke may be cut short.
  await expect.poll(width).toBeGreaterThan(500)
  expect(await width()).toBeLessThan(600)
  expect(seen).toEqual(seen.toSorted((a, b) => a - b))

  async function stroke({ x: from, y, by }: Stroke): Promise<void> {
    const at = (part: number) => [{ x: from + by * part, y }]
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) })
    for (const part of [0.25, 0.5, 0.75, 1]) {
      await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(part) })
      seen.push(await width())
    }
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  }
})
