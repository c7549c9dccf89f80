import type { Params, RequestName } from './requests.ts'

/** What was asked for while the scripts of a page were still on their way, by what was asked. */
export interface Ahead {
  readonly keep: (asked: string, answer: Promise<unknown>) => void
  /** What was asked ahead, once; null when it was not, or is out of date. */
  readonly take: (asked: string) => Promise<unknown> | null
  /** Something has changed: nobody is to take what was read before. */
  readonly forget: () => void
}

const place = 'segueAhead'

/** What this page has asked ahead. The script that asks and those that take know each other only by the page. */
export function aheadIn(page: object): Ahead {
  const known: unknown = Reflect.get(page, place)
  const answers = known instanceof Map ? known : new Map<unknown, unknown>()
  Reflect.set(page, place, answers)
  return {
    keep: (asked, answer) => {
      // Whoever takes it hears of the failure.
      answer.catch(() => undefined)
      answers.set(asked, answer)
    },
    take: (asked) => {
      const answer: unknown = answers.get(asked)
      answers.delete(asked)
      return answer instanceof Promise ? answer : null
    },
    forget: () => answers.clear(),
  }
}

/** What a request is kept under. */
export function askedAs<Name extends RequestName>(name: Name, params: Params<Name>): string {
  return JSON.stringify([name, params])
}
