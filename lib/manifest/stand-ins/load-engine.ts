import type * as Engine from '#lib/handoff/sformula-engine.ts'

/** Turns an address into one that `importScripts` takes under `require-trusted-types-for`. */
interface ScriptPolicy {
  readonly createScriptURL: (address: string) => object
}

declare global {
  /** What `entrypoints/formulas.ts` leaves, in a page as in a worker. */
  var segueFormulas: typeof Engine | undefined
  var trustedTypes: { readonly createPolicy: (name: string, rules: ScriptRules) => ScriptPolicy }
  function importScripts(address: object): void
}

interface ScriptRules {
  readonly createScriptURL: (address: string) => string
}

const script = '/formulas.js'

/** Only a worker has it. */
const isWorker = () => 'importScripts' in globalThis

let policy: ScriptPolicy | undefined

function run(): void {
  // Nothing but this one script, whatever is asked for.
  policy ??= trustedTypes.createPolicy('segue-formulas', { createScriptURL: () => script })
  importScripts(policy.createScriptURL(script))
}

/** Loads the script of the engine, where that was not done yet. */
export async function loadEngine(): Promise<typeof Engine> {
  if (!globalThis.segueFormulas) {
    if (isWorker()) run()
    else await import(/* @vite-ignore */ script)
  }
  if (!globalThis.segueFormulas) throw new Error('The engine for formulas did not load.')
  return globalThis.segueFormulas
}

/**
 * A worker can import later only what it has imported while it was installed
 * (w3c.github.io/ServiceWorker/#importscripts).
 */
export function keepEngine(): void {
  if (isWorker()) addEventListener('install', run)
}
