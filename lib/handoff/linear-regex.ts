import { parsePattern, PatternError } from './regex-syntax.ts'
import type { Pattern } from './regex-syntax.ts'

type Step =
  | { readonly do: 'read'; readonly test: RegExp }
  | { readonly do: 'fork'; readonly to: readonly number[] }
  | { readonly do: 'match' }

/** A machine larger than this is refused. */
const MOST_STEPS = 5000
/** The sets of places remembered; beyond it, memory is emptied and filled again. */
const MOST_STATES = 500

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

interface State {
  readonly reads: readonly number[]
  readonly accepts: boolean
  readonly next: Map<string, State>
}

/** The places reachable from some without reading. */
function settle(steps: readonly Step[], places: readonly number[]): State {
  const seen = new Set<number>()
  const open = [...places]
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const step = seen.has(place) ? undefined : steps[place]
    seen.add(place)
    if (step?.do === 'fork') open.push(...step.to)
  }
  const reached = [...seen].toSorted((a, b) => a - b)
  return {
    reads: reached.filter((place) => steps[place]?.do === 'read'),
    accepts: reached.some((place) => steps[place]?.do === 'match'),
    next: new Map(),
  }
}

function createMachine(steps: readonly Step[]) {
  const states = new Map<string, State>()
  const known = (state: State): State => {
    const key = `${state.reads.join()}${state.accepts ? '!' : ''}`
    const there = states.get(key)
    if (there) return there
    if (states.size >= MOST_STATES) {
      for (const old of states.values()) old.next.clear()
      states.clear()
    }
    states.set(key, state)
    return state
  }
  const read = (state: State, character: string): State => {
    const there = state.next.get(character)
    if (there) return there
    const places = state.reads.filter((place) => {
      const step = steps[place]
      return step?.do === 'read' && step.test.test(character)
    })
    const next = known(
      settle(
        steps,
        places.map((place) => place + 1),
      ),
    )
    state.next.set(character, next)
    return next
  }
  return { start: known(settle(steps, [0])), read }
}

/** Whether a text as a whole matches. */
export type Matcher = (text: string) => boolean

/** A matcher whose time grows with the length of the text and no faster, whatever the text. Throws `PatternError`. */
export function compilePattern(source: string): Matcher {
  const steps: Step[] = []
  emit(parsePattern(source), steps)
  steps.push({ do: 'match' })
  const { start, read } = createMachine(steps)
  return (text) => {
    let state = start
    for (const character of text) {
      if (state.reads.length === 0) return false
      state = read(state, character)
    }
    return state.accepts
  }
}
