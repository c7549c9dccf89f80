import type { CDPSession, Page } from '@playwright/test'
import * as z from 'zod'
import { eventsOf, type TraceEvent } from './trace.ts'

// Not `disabled-by-default-v8.compile`: it slows what it measures.
const categories = ['devtools.timeline', 'v8', 'blink.user_timing']

const chunkSchema = z.object({ value: z.array(z.unknown()) })

/** Records what the page's processes do while the work goes on. */
export async function traced(
  page: Page,
  work: () => Promise<void>,
): Promise<readonly TraceEvent[]> {
  const session = await page.context().newCDPSession(page)
  const chunks: unknown[] = []
  session.on('Tracing.dataCollected', (chunk) => chunks.push(...chunkSchema.parse(chunk).value))
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: categories },
  })
  await work()
  await ended(session)
  await session.detach()
  return eventsOf(chunks)
}

async function ended(session: CDPSession): Promise<void> {
  const complete = new Promise<void>((resolve) => {
    session.once('Tracing.tracingComplete', () => resolve())
  })
  await session.send('Tracing.end')
  await complete
}
