import * as z from 'zod/mini'
import { rememberedShapeSchema } from '#lib/salesforce/describe.ts'
import type { ShapeStore } from '#lib/salesforce/gateway.ts'
import type { Cache } from '#lib/storage/cache.ts'

const subject = 'shapes'
const shapesSchema = z.array(rememberedShapeSchema)

/** Keeps the shapes of objects in the cache: per user, because what is hidden differs by user. */
export function createShapeStore(cache: Cache): ShapeStore {
  return {
    read: async (user) => shapesSchema.safeParse(await cache.read(user, subject)).data ?? [],
    keep: (user, shapes, at) => cache.keep(user, subject, { value: shapes, readAt: at }),
  }
}
