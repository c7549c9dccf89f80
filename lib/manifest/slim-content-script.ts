import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const context = fileURLToPath(new URL('./stand-ins/content-script-context.ts', import.meta.url))

/**
 * Gives content scripts a context of some bytes in the place of WXT's 3 kB, and their style without what only people
 * need to read it: they run on every Salesforce page.
 */
export function slimContentScript(): Plugin {
  return {
    name: 'slim-content-script',
    enforce: 'pre',
    // While developing, WXT's own context is what reloads the script.
    apply: (_, { mode }) => mode === 'production',
    resolveId: {
      filter: { id: /^wxt\/utils\/content-script-context$/ },
      handler: () => context,
    },
    transform: {
      filter: { id: /\.content\/style-sheet\.ts$/ },
      handler: (code) => code.replace(/`[^`]*`/, withoutSpaces),
    },
  }
}

function withoutSpaces(style: string): string {
  return style.replace(/\s*([{};,])\s*|(?<=:)\s+/g, '$1').replaceAll(';}', '}')
}
