import type { Plugin } from 'vite'

/** A file of the bundle, as far as it is needed here. */
interface Chunk {
  code: string
  imports: string[]
}

const runtime = /^chunks\/rolldown-runtime-.*\.js$/
const surface = /^chunks\/surface-.*\.js$/

/**
 * Rolldown keeps its own helpers, a few functions without any state, in a file of their own wherever chunks are
 * grouped. What popup and panel begin with gets a copy of them instead: one file less before the first paint.
 */
export function ownHelpers(): Plugin {
  return {
    name: 'own-helpers',
    apply: 'build',
    enforce: 'pre',
    generateBundle: (_, bundle) => {
      const chunks = Object.values(bundle).flatMap((one) => (one.type === 'chunk' ? [one] : []))
      const from = chunks.find(({ fileName }) => runtime.test(fileName))
      const to = chunks.find(({ fileName }) => surface.test(fileName))
      if (!to) return
      if (from) {
        to.code = withHelpers(to, from.code)
        to.imports = to.imports.filter((file) => file !== from.fileName)
      }
      if (to.imports.length > 0)
        throw new Error(`Popup and panel would begin with ${to.imports.join(', ')} as well.`)
    },
  }
}

/** The code of a chunk with the helpers in it that it imports. Throws when it does not import them as expected. */
export function withHelpers({ code }: Pick<Chunk, 'code'>, helpers: string): string {
  const [statement, wanted] =
    /import\{([^}]*)\}from"\.\/rolldown-runtime-[\w-]+\.js";/.exec(code) ?? []
  const exported = /export\{([^}]*)\};?\s*$/.exec(helpers)
  if (!statement || wanted === undefined || exported?.[1] === undefined)
    throw new Error('Rolldown writes its helpers otherwise than before: see own-helpers.ts.')
  const given = namesIn(exported[1]).map(([local, name]) => `${name}:${local}`)
  const taken = namesIn(wanted).map(([name, local]) => `${name}:${local}`)
  const inside = `(()=>{${helpers.slice(0, exported.index)}return{${given.join(',')}}})()`
  return code.replace(statement, () => `const{${taken.join(',')}}=${inside};`)
}

/** The pairs of a list such as `a as b,c`. */
function namesIn(list: string): (readonly [from: string, to: string])[] {
  return list.split(',').map((one) => {
    const [from = '', to = from] = one.trim().split(' as ')
    return [from, to] as const
  })
}
