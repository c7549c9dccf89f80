import type { Plugin } from 'vite'

/** What Rolldown tells of a module, as far as it is needed here. */
interface Module {
  readonly importers: readonly string[]
}

interface Graph {
  readonly getModuleInfo: (id: string) => Module | null
}

/**
 * Every file of a page is a request to the browser process before anything is painted, and Rolldown makes a
 * file for every set of pages that share something. Here there are three: what popup and panel both begin
 * with, and what only one of them does. Nobody loads more for that than a page that is opened seldom.
 */
export function pageChunks(): Plugin {
  return {
    name: 'page-chunks',
    apply: 'build',
    config: ({ build }) =>
      isOfPages(build?.rolldownOptions?.input ?? build?.rollupOptions?.input)
        ? { build: { rolldownOptions: { output: { codeSplitting: { groups } } } } }
        : {},
  }
}

function isOfPages(input: unknown): boolean {
  return /\.html/.test(JSON.stringify(input ?? null))
}

const chunks = ['surface', 'list', 'deal'] as const
type Chunk = (typeof chunks)[number]

/** One group for each chunk. A chunk takes along what its modules import: the common one has to come first. */
const groups = [
  // Nothing is parsed before the first paint: what is opened later brings the schemas along.
  {
    debugName: 'schemas',
    priority: chunks.length + 2,
    name: (id: string) => (/node_modules\/zod\//.test(id) ? 'schemas' : null),
  },
  ...chunks.map((chunk, place) => ({
    debugName: chunk,
    priority: chunks.length + 1 - place,
    name: (id: string, graph: Graph) =>
      !beginsPage(id, graph) && chunkOf(pagesOf(id, graph)) === chunk ? chunk : null,
  })),
  // What is opened later shares a dozen small things, such as sheets and tabs: a file for each would cost more than it holds.
  // Settings are opened seldom, and have many small tabs.
  {
    debugName: 'settings',
    priority: 1,
    name: (id: string, graph: Graph) =>
      /entrypoints\/options\/(?!save-as-file)/.test(id) && !beginsPage(id, graph)
        ? 'settings'
        : null,
  },
  {
    debugName: 'later',
    priority: 1,
    name: (id: string) =>
      /\/components\/ui\/|\/(save-as-file|phase-words)\./.test(id) ? 'later' : null,
  },
]

/** What draws a page stays apart: whoever loads a chunk with it in draws that page. */
function beginsPage(id: string, graph: Graph): boolean {
  const importers = graph.getModuleInfo(id)?.importers ?? []
  return (
    id.endsWith('.html') ||
    (importers.length === 1 && importers.every((one) => one.endsWith('.html')))
  )
}

/** The chunk of what these pages begin with; null where the bundler may decide. */
export function chunkOf(pages: ReadonlySet<string>): Chunk | null {
  const isIn = (page: string) => pages.has(page)
  if (isIn('popup') && isIn('panel')) return 'surface'
  if (isIn('popup')) return 'list'
  return isIn('panel') ? 'deal' : null
}

/** The pages that cannot begin without a module: those that import it, or something that does, statically. */
export function pagesOf(id: string, graph: Graph): ReadonlySet<string> {
  const met = new Set([id])
  // A set that grows while it is walked is walked to its new end.
  for (const one of met)
    for (const importer of graph.getModuleInfo(one)?.importers ?? []) met.add(importer)
  return new Set([...met].flatMap((one) => /([\w-]+)(?:\/index)?\.html$/.exec(one)?.[1] ?? []))
}
