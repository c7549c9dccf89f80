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
 * file for every set of pages that share something. Here what popup and panel begin with is one file; pages that
 * are opened seldom load more for that.
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

/** A chunk takes along what its modules import: the more particular has to come first. */
const groups = [
  // Nothing is parsed before the first paint: what is opened later brings the schemas along.
  {
    debugName: 'schemas',
    priority: 3,
    name: (id: string) => (/node_modules\/zod\//.test(id) ? 'schemas' : null),
  },
  {
    debugName: 'surface',
    priority: 2,
    name: (id: string, graph: Graph) => (isOfSurface(id, graph) ? 'surface' : null),
  },
  // What is opened later shares two dozen small things, such as sheets, tabs and notices: a file for each costs more than it holds.
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
    name: (id: string) => (isLater(id) ? 'later' : null),
  },
]

const later = [
  'save-as-file',
  'phase-words',
  'use-sent-words',
  'money',
  'decline-reason',
  'clarifications',
  'review.module',
  'shown',
  'refused-notice',
  'returned-notice',
  'handed-over-notice',
  'told-later',
  'out-of-sight',
  'storage-notices',
  'unknown-template',
  'take-theirs',
  'new-contact',
  'offered-values',
  'decision',
  'reassign-sheet',
]

function isLater(id: string): boolean {
  return id.includes('/components/ui/') || later.some((one) => id.includes(`/${one}.`))
}

/** What draws a page stays apart: whoever loads a chunk with it in draws that page. */
function beginsPage(id: string, graph: Graph): boolean {
  const importers = graph.getModuleInfo(id)?.importers ?? []
  return (
    id.endsWith('.html') ||
    (importers.length === 1 && importers.every((one) => one.endsWith('.html')))
  )
}

/** A few words that panel and card share: as a file of its own it would cost more than it holds. */
const beside = /\/sync\/needs-user\.ts$/

/** Whether popup or panel begins with a module. */
function isOfSurface(id: string, graph: Graph): boolean {
  const pages = pagesOf(id, graph)
  const isEager = pages.has('popup') || pages.has('panel')
  return !id.endsWith('.html') && (isEager || beside.test(id))
}

/** The pages that cannot begin without a module: those that import it, or something that does, statically. */
function pagesOf(id: string, graph: Graph): ReadonlySet<string> {
  const met = new Set([id])
  // A set that grows while it is walked is walked to its new end.
  for (const one of met)
    for (const importer of graph.getModuleInfo(one)?.importers ?? []) met.add(importer)
  return new Set([...met].flatMap((one) => /([\w-]+)(?:\/index)?\.html$/.exec(one)?.[1] ?? []))
}
