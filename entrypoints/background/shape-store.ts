import type { ShapeStore } from '#lib/salesforce/gateway.ts'
import type { Cache } from '#lib/storage/cache.ts'

const subject = 'shapes'

/** Keeps the shapes of objects in the cache: per user, because what is hidden differs by user. */
export function createShapeStore(cache: Cache): ShapeStore {
  return {
    read: async (user) => {
      const { rememberedShapes } = await import('#lib/salesforce/describe.ts')
      return rememberedShapes(await cache.read(user, subject))
    },
    keep: (user, shapes, at) => cache.keep(user, subject, { value: shapes, readAt: at }),
  }
}
