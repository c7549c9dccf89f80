import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const shared = fileURLToPath(new URL('./stand-ins/load-engine.ts', import.meta.url))

/**
 * The engine for formulas is a sixth of the worker's script, which Chrome reads whenever it wakes the worker, and
 * pages need it too: it is a script of its own, once in the package, loaded by who needs it.
 */
export function sharedEngine(): Plugin {
  return {
    name: 'shared-engine',
    enforce: 'pre',
    apply: 'build',
    resolveId: { filter: { id: /\/load-engine\.ts$/ }, handler: () => shared },
  }
}
