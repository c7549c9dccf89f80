import * as z from 'zod/mini'
import type { FromOverlay } from './overlay.ts'

/** What a content script may say to the worker, parsed there: it shares a process with a web page. */
export const fromOverlaySchema: z.ZodMiniType<FromOverlay> = z.discriminatedUnion('overlay', [
  z.strictObject({ overlay: z.literal('address-changed') }),
  z.strictObject({ overlay: z.literal('panel-added'), pass: z.uuid() }),
  z.strictObject({ overlay: z.literal('panel-reopened') }),
  z.strictObject({ overlay: z.literal('panel-closed') }),
  z.strictObject({
    overlay: z.literal('launcher-moved'),
    top: z.number().check(z.gte(0), z.lte(1)),
  }),
])
