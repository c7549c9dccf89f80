/**
 * Loads the engine for formulas, the first time it is needed. In the built extension its script is one that worker
 * and pages share: `lib/manifest/shared-engine.ts` puts another module in the place of this one.
 */
export const loadEngine = () => import('./sformula-engine.ts')

/** Makes sure that a worker can load the engine later. Nothing is to be done where it is built in. */
export function keepEngine(): void {
  // It is here already.
}
