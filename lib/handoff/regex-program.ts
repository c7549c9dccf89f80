import { PatternError } from './regex-syntax.ts'
import type { Pattern } from './regex-syntax.ts'

type Step =
  | { readonly do: 'read'; readonly test: RegExp }
  | { readonly do: 'fork'; readonly to: readonly number[] }
  | { readonly do: 'match' }

/** A program larger than this is refused. */
const MOST_STEPS = 5000
const MOST_WAYS = 200_000

function emit(pattern: Pattern, steps: Step[]): void {
  if (steps.length > MOST_STEPS) throw new PatternError('the pattern is too large', 0)
  switch (pattern.is) {
    case 'character':
      steps.push({ do: 'read', test: pattern.test })
      return
    case 'sequence':
      for (const part of pattern.of) emit(part, steps)
      return
    case 'choice':
      emitChoice(pattern.of, steps)
      return
    case 'repeat':
      emitRepeat(pattern, steps)
  }
}

function emitChoice(branches: readonly Pattern[], steps: Step[]): void {
  const fork = steps.push({ do: 'match' }) - 1
  const starts: number[] = []
  const ends: number[] = []
  for (const branch of branches) {
    starts.push(steps.length)
    emit(branch, steps)
    ends.push(steps.push({ do: 'match' }) - 1)
  }
  steps[fork] = { do: 'fork', to: starts }
  for (const end of ends) steps[end] = { do: 'fork', to: [steps.length] }
}

function emitRepeat({ of, from, to }: Extract<Pattern, { is: 'repeat' }>, steps: Step[]): void {
  for (let count = 0; count < from; count += 1) emit(of, steps)
  if (to === Infinity) {
    const fork = steps.push({ do: 'match' }) - 1
    emit(of, steps)
    steps.push({ do: 'fork', to: [fork] })
    steps[fork] = { do: 'fork', to: [fork + 1, steps.length] }
    return
  }
  const forks: number[] = []
  for (let count = from; count < to; count += 1) {
    forks.push(steps.push({ do: 'match' }) - 1)
    emit(of, steps)
  }
  for (const fork of forks) steps[fork] = { do: 'fork', to: [fork + 1, steps.length] }
}

/** Where reading can stand at once: the readers that wait, by number, and whether the text may end here. */
export interface Stand {
  readonly readers: readonly number[]
  readonly accepts: boolean
}

/** A pattern as readers of one character each, and where each leads. */
export interface Program {
  readonly start: Stand
  readonly after: readonly Stand[]
  /** Each reader's test, by its number among `tests`: many readers test alike. */
  readonly testOf: readonly number[]
  readonly tests: readonly RegExp[]
}

/** Which steps can be reached from one without reading. */
function reachable(steps: readonly Step[], from: number): readonly Step[] {
  const seen = new Set<number>()
  const open = [from]
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const step = seen.has(place) ? undefined : steps[place]
    seen.add(place)
    if (step?.do === 'fork') open.push(...step.to)
  }
  return [...seen].toSorted((a, b) => a - b).flatMap((place) => steps[place] ?? [])
}

/** The program of a pattern. Throws `PatternError` when it would be too large. */
export function programOf(pattern: Pattern): Program {
  const steps: Step[] = []
  emit(pattern, steps)
  steps.push({ do: 'match' })
  const places = steps.flatMap((step, place) => (step.do === 'read' ? [{ step, place }] : []))
  const numbers = new Map<Step, number>(places.map(({ step }, number) => [step, number]))
  let ways = 0
  const standAt = (place: number): Stand => {
    const reached = reachable(steps, place)
    ways += reached.length
    if (ways > MOST_WAYS) throw new PatternError('the pattern is too large', 0)
    return {
      readers: reached.flatMap((step) => numbers.get(step) ?? []),
      accepts: reached.some((step) => step.do === 'match'),
    }
  }
  const sources = new Map<string, RegExp>()
  for (const { step } of places) sources.set(String(step.test), step.test)
  const named = [...sources.keys()]
  return {
    start: standAt(0),
    after: places.map(({ place }) => standAt(place + 1)),
    testOf: places.map(({ step }) => named.indexOf(String(step.test))),
    tests: [...sources.values()],
  }
}
