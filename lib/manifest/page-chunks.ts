import type { Plugin } from 'vite'

/** What Rolldown tells of a module, as far as it is needed here. */
interface Module {
  readonly importers: readonly string[]
  /** Who imports it only when it is needed. */
  readonly dynamicImporters: readonly string[]
}

interface Graph {
  readonly getModuleInfo: (id: string) => Module | null
}

/**
 * Every file of a page is a request to the browser process before anything is painted, and Rolldown makes a
 * file for every set of pages that share something. Here what the popup begins with is one file, and what the panel
 * needs besides another; pages that are opened seldom load more for that.
 */
export function pageChunks(): Plugin {
  return {
    name: 'page-chunks',
    apply: 'build',
    config: ({ build }) =>
      isOfPages(build?.rolldownOptions?.input ?? build?.rollupOptions?.input)
        ? { build: { rolldownOptions: { output: { ...names, codeSplitting: { groups } } } } }
        : {},
  }
}

function isOfPages(input: unknown): boolean {
  return /\.html/.test(JSON.stringify(input ?? null))
}

/** What every page has, and the card, a frame in pages of Salesforce, should begin with little more than that. */
const common = /\/components\/(?:ui|insights\/tabs|inbox\/unhanded-list|hooks)\b/

/** What is loaded of itself, and too small for a file of its own. */
const small =
  /\/(?:returned(?:-notice)?|refused-notice|handed-over-notice|storage-notices|new-contact|decision|take-theirs|told-later|finding-list|unknown-template)\.tsx?$/

type Belongs = (id: string, graph: Graph) => boolean

/**
 * The chunks, the first that a module belongs to. A chunk takes along what its modules import: the more particular
 * has to come first. A file for each that a few share costs more than it holds.
 */
const chunks: readonly (readonly [name: string, belongs: Belongs])[] = [
  // Nothing is parsed before the first paint: what is opened later brings the schemas along.
  ['schemas', (id) => /node_modules\/zod\//.test(id)],
  ['surface', isOfSurface],
  ['panel', (id, graph) => beginsWith('panel', id, graph)],
  ['sheets', (id) => common.test(id)],
  ['later', (id, graph) => small.test(id) || isShared(id, graph)],
  // Settings are opened seldom, and have many small tabs.
  ['settings', (id) => /entrypoints\/options\//.test(id)],
  // Tabs of the inbox's page that hardly anybody opens each day.
  ['managing', (id) => /entrypoints\/insights\/(?:managing|batch|leaving)\.tsx$/.test(id)],
  // A transfer and the time after it are opened from the same place.
  ['transition', (id) => /\/panel\/trans(?:fer-of-deal|ition-of-handoff)/.test(id)],
]

/** Enough to tell one build's file from another's: what is longer is paid for at each place that names it. */
const names = {
  chunkFileNames: 'chunks/[name]-[hash:6].js',
  assetFileNames: 'assets/[name]-[hash:6].[ext]',
}

const groups = chunks.map(([name, belongs], place) => ({
  debugName: name,
  priority: chunks.length - place,
  name: (id: string, graph: Graph) => (belongs(id, graph) ? name : null),
}))

/** A few words that panel and card share: as a file of its own it would cost more than it holds. */
const beside = /\/sync\/needs-user\.ts$/

/** Whether the popup begins with a module; the panel begins with those too. */
function isOfSurface(id: string, graph: Graph): boolean {
  return beginsWith('popup', id, graph) || beside.test(id)
}

/** Whether a page cannot begin without a module. */
function beginsWith(page: string, id: string, graph: Graph): boolean {
  return !id.endsWith('.html') && pagesOf(id, graph).has(page)
}

/** Whether more than one of the things that are loaded of themselves needs a module. */
function isShared(id: string, graph: Graph): boolean {
  const roots = [...whoNeeds(id, graph)].filter(
    (one) => one.endsWith('.html') || (graph.getModuleInfo(one)?.dynamicImporters.length ?? 0) > 0,
  )
  return !id.endsWith('.html') && roots.length > 1
}

/** The pages that cannot begin without a module. */
function pagesOf(id: string, graph: Graph): ReadonlySet<string> {
  const met = whoNeeds(id, graph)
  return new Set([...met].flatMap((one) => /([\w-]+)(?:\/index)?\.html$/.exec(one)?.[1] ?? []))
}

/** A module and all that import it, or something that does, statically. */
function whoNeeds(id: string, graph: Graph): ReadonlySet<string> {
  const met = new Set([id])
  // A set that grows while it is walked is walked to its new end.
  for (const one of met)
    for (const importer of graph.getModuleInfo(one)?.importers ?? []) met.add(importer)
  return met
}
