import type { CDPSession, Page } from '@playwright/test'

/** The JavaScript heap of the page's thread after garbage collection, in MB. */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
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
