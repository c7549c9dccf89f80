/** What the driver of a test reads and sets in the worker. */
interface YieldPoints {
  /** The steps taken so far, by name. */
  readonly taken: string[]
  /** After so many steps everything stops, as if the worker were gone. */
  stopAt: number
}

declare global {
  var segueYieldPoints: YieldPoints | undefined
}

const never = new Promise<never>(() => undefined)

async function step(name: string): Promise<void> {
  const points = globalThis.segueYieldPoints
  if (!points) return
  if (points.taken.length >= points.stopAt) await never
  points.taken.push(name)
}

/**
 * The same methods with a place before and after each at which a test can stop the worker for good. In the
 * build for tests only (`wxt build --mode yield`); a test proves that the product has none of it.
 */
export function withYieldPoints<Methods extends object>(
  subject: string,
  methods: Methods,
): Methods {
  return new Proxy(methods, {
    get: (real, name) => {
      const method: unknown = Reflect.get(real, name)
      if (typeof method !== 'function') return method
      return async (...given: unknown[]) => {
        await step(`before ${subject}.${String(name)}`)
        const done: unknown = await Reflect.apply(method, real, given)
        await step(`after ${subject}.${String(name)}`)
        return done
      }
    },
  })
}
