import type { OrgInProcess } from '../../lib/salesforce/org-in-process.ts'
import { workerInProcess } from './worker-in-process.ts'

interface Machine {
  readonly world: OrgInProcess
  readonly browser: ReturnType<typeof workerInProcess>['browser']
}

type Worker = ReturnType<typeof workerInProcess>

/** Lets a worker on this browser do something, and stops it for good after so many steps that leave its memory. */
export async function killedAt(
  steps: number,
  { world, browser }: Machine,
  act: (worker: Worker) => Promise<unknown>,
): Promise<void> {
  let taken = 0
  let die = () => undefined as void
  const death = new Promise<void>((resolve) => {
    die = resolve
  })
  const step = async () => {
    if (taken >= steps) {
      die()
      await new Promise<never>(() => undefined)
    }
    taken += 1
  }
  const worker = workerInProcess(
    world,
    browser,
    (_, methods) =>
      new Proxy(methods, {
        get: (real, name) => {
          const method: unknown = Reflect.get(real, name)
          if (typeof method !== 'function') return method
          return async (...given: unknown[]) => {
            await step()
            const done: unknown = await Reflect.apply(method, real, given)
            await step()
            return done
          }
        },
      }),
  )
  await Promise.race([death, act(worker).then(worker.settled)])
}
