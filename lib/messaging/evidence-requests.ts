import * as z from 'zod/mini'
import { evidenceSourceSchema, sourceCardSchema } from '#lib/handoff/evidence-source.ts'
import { orTrouble } from './or-trouble.ts'

const draftKey = { draftKey: z.string() }
const id = { id: z.string().check(z.minLength(1), z.maxLength(64)) }

/** What a surface may ask about evidence from outside Salesforce. Texts stay on this computer. */
export const evidenceRequests = {
  /** What belongs to a draft, newest first, without the texts. */
  'evidence.list': { params: z.object(draftKey), answer: orTrouble(z.array(sourceCardSchema)) },
  /** One source whole; null when it is not there. */
  'evidence.read': {
    params: z.object(id),
    answer: orTrouble(z.nullable(evidenceSourceSchema)),
  },
  /** Keeps a source under an id that the surface made, so that asking again does no harm. */
  'evidence.add': {
    params: z.object({ ...draftKey, ...id, source: evidenceSourceSchema }),
    answer: orTrouble(sourceCardSchema),
  },
  'evidence.remove': { params: z.object(id), answer: orTrouble(z.object(id)) },
  /** Undoes removing. */
  'evidence.restore': { params: z.object(id), answer: orTrouble(z.object(id)) },
  /** Names of other opportunities whose handoff or draft on this computer links to the same place. */
  'evidence.elsewhere': {
    params: z.object({ ...draftKey, url: z.string() }),
    answer: orTrouble(z.array(z.string())),
  },
} as const
