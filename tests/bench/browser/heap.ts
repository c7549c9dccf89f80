import type { CDPSession, Frame, Page } from '@playwright/test'

/** The JavaScript heap of a page, or of a frame in a process of its own, after garbage collection, in MB. */
export async function heapOf(place: Page | Frame): Promise<number> {
  const page = 'page' in place ? place.page() : place
  const session = await page.context().newCDPSession(place)
  const megabytes = await collected(session)
  await session.detach()
  return megabytes
}

async function collected(session: CDPSession): Promise<number> {
  // What the first collection frees may hold more.
  for (let pass = 0; pass < 3; pass += 1) await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize / 1_000_000
}
