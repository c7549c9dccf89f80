import type { Plugin } from 'vite'

/** A file of the bundle, as far as it is needed here. */
interface Chunk {
  code: string
  imports: string[]
}

type Named = { readonly fileName: string }

const runtime = /^chunks\/rolldown-runtime-.*\.js$/
const surface = /^chunks\/surface-.*\.js$/

/**
 * Rolldown keeps its own helpers, a few functions without any state, in a file of their own wherever chunks are
 * grouped. What popup and panel begin with gets them instead, for all: one file less before the first paint.
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
        for (const other of chunks) takeFrom(to, from, other)
        delete bundle[from.fileName]
      }
      if (to.imports.length > 0)
        throw new Error(`Popup and panel would begin with ${to.imports.join(', ')} as well.`)
    },
  }
}

const statement = /import\{([^}]*)\}from"\.\/rolldown-runtime-[\w-]+\.js";/

/** Under which name a helper is exported. */
const shared = (name: string) => `$$${name}`

/** Lets another chunk have the helpers from where they are now. Changes the chunk. */
function takeFrom(to: Named, from: Named, other: Chunk): void {
  if (!other.imports.includes(from.fileName)) return
  other.code = sharing(other, to.fileName)
  other.imports = [
    ...new Set(other.imports.map((file) => (file === from.fileName ? to.fileName : file))),
  ]
}

/** The code of a chunk that takes its helpers from another file than before. */
export function sharing({ code }: Pick<Chunk, 'code'>, fileName: string): string {
  return code.replace(statement, (_, wanted: string) => {
    const names = namesIn(wanted).map(([name, local]) => `${shared(name)} as ${local}`)
    return `import{${names.join(',')}}from"./${fileName.replace('chunks/', '')}";`
  })
}

/**
 * The code of a chunk with the helpers in it that it imports, and exported for the others. Throws when it does not
 * import them as expected.
 */
export function withHelpers({ code }: Pick<Chunk, 'code'>, helpers: string): string {
  const [whole, wanted] = statement.exec(code) ?? []
  const exported = /export\{([^}]*)\};?\s*$/.exec(helpers)
  if (!whole || wanted === undefined || exported?.[1] === undefined)
    throw new Error('Rolldown writes its helpers otherwise than before: see own-helpers.ts.')
  const all = namesIn(exported[1])
  const given = all.map(([local, name]) => `${name}:${local}`)
  const taken = namesIn(wanted).map(([name, local]) => `${name}:${local}`)
  const inside = `(()=>{${helpers.slice(0, exported.index)}return{${given.join(',')}}})()`
  const own = `const ownHelpers=${inside},{${taken.join(',')}}=ownHelpers;`
  const named = all.map(([, name]) => `${name}:ownHelper_${name}`)
  const names = all.map(([, name]) => `ownHelper_${name} as ${shared(name)}`)
  const others = `\n;const{${named.join(',')}}=ownHelpers;export{${names.join(',')}};`
  return code.replace(whole, () => own) + others
}

/** The pairs of a list such as `a as b,c`. */
function namesIn(list: string): (readonly [from: string, to: string])[] {
  return list.split(',').map((one) => {
    const [from = '', to = from] = one.trim().split(' as ')
    return [from, to] as const
  })
}
