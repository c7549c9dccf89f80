import type { Program, Stand } from './regex-program.ts'
import { programOf } from './regex-program.ts'
import { parsePattern } from './regex-syntax.ts'

/** The stands remembered with where each character leads from them; beyond it, each step is worked out anew. */
const MOST_STATES = 200
/** How much work one text may cost, in readers looked at. It takes some 20 ms. */
const MOST_WORK = 1_500_000
/** What naming a new stand costs beside looking at its readers. */
const NAMING = 20

interface State extends Stand {
  readonly next: (State | undefined)[]
}

/** Which of the program's tests a character passes, told apart by number. */
function createAlphabet({ tests }: Program) {
  const classes = new Map<string, number>()
  const passed: Uint8Array[] = []
  const known = new Map<string, number>()
  const classOf = (character: string): number => {
    const there = known.get(character)
    if (there !== undefined) return there
    const passes = Uint8Array.from(tests, (test) => Number(test.test(character)))
    const name = passes.join('')
    const number = classes.get(name) ?? passed.push(passes) - 1
    classes.set(name, number)
    known.set(character, number)
    return number
  }
  return { classOf, passes: (number: number) => passed[number] ?? new Uint8Array() }
}

/** Steps through a program from stand to stand. */
function createStepper({ after, testOf }: Program) {
  const marks = new Uint32Array(after.length)
  let mark = 0
  let work = 0
  const step = ({ readers }: Stand, passes: Uint8Array): Stand => {
    mark += 1
    const reached: number[] = []
    let accepts = false
    for (const reader of readers) {
      if (passes[testOf[reader] ?? 0] !== 1) continue
      const stand = after[reader]
      if (!stand) continue
      accepts ||= stand.accepts
      work += stand.readers.length
      for (const next of stand.readers) {
        if (marks[next] === mark) continue
        marks[next] = mark
        reached.push(next)
      }
    }
    work += readers.length
    return { readers: reached, accepts }
  }
  return {
    step,
    begin: () => {
      work = 0
    },
    spend: (more: number) => {
      work += more
    },
    isSpent: () => work > MOST_WORK,
  }
}

type Stepper = ReturnType<typeof createStepper>

/** Remembers stands and where they lead, as long as there are few of them. */
function createStates(stepper: Stepper) {
  const states = new Map<string, State>()
  const named = (stand: Stand): State | null => {
    if (states.size >= MOST_STATES) return null
    stepper.spend(stand.readers.length * NAMING)
    const readers = stand.readers.toSorted((a, b) => a - b)
    const name = `${readers.join()}${stand.accepts ? '!' : ''}`
    const state = states.get(name) ?? { readers, accepts: stand.accepts, next: [] }
    states.set(name, state)
    return state
  }
  return { named }
}

/** Whether a text as a whole matches. Throws when that would take too long. */
export type Matcher = (text: string) => boolean

/** A matcher whose time grows with the length of the text and no faster, whatever the text. Throws `PatternError`. */
export function compilePattern(source: string): Matcher {
  const program = programOf(parsePattern(source))
  const alphabet = createAlphabet(program)
  const stepper = createStepper(program)
  const { named } = createStates(stepper)
  const start: State = { ...program.start, next: [] }

  /** Where a character leads; a state while there is room for states, else a bare stand. */
  const follow = (stand: Stand | State, character: string): Stand | State => {
    const number = alphabet.classOf(character)
    const known = 'next' in stand ? stand.next[number] : undefined
    if (known) return known
    const reached = stepper.step(stand, alphabet.passes(number))
    const state = 'next' in stand ? named(reached) : null
    if (state && 'next' in stand) stand.next[number] = state
    return state ?? reached
  }

  return (text) => {
    stepper.begin()
    let stand: Stand | State = start
    for (const character of text) {
      if (stand.readers.length === 0) return false
      stand = follow(stand, character)
      if (stepper.isSpent()) throw new Error('its pattern takes too long on this text')
    }
    return stand.accepts
  }
}
