import { useState } from 'react'
import { FILE_LIMIT } from '#lib/handoff/evidence-limits.ts'
import type { EvidenceSource, LinkSource, SourceCard } from '#lib/handoff/evidence-source.ts'
import { takeFile, takeText } from '#lib/handoff/take-file.ts'

/** Where sources are kept. */
export interface SourceStore {
  /** Resolves to why it could not be kept, or to null once it is on disk. */
  readonly add: (source: EvidenceSource) => Promise<string | null>
  readonly remove: (id: string) => void
  readonly restore: (id: string) => void
  /** Names of other deals that link to the same place. */
  readonly elsewhere: (url: string) => Promise<readonly string[]>
}

/** Adding and removing sources, with a sentence for each on what became of it. */
export function useAdding(store: SourceStore) {
  const [said, setSaid] = useState<readonly string[]>([])
  const [removed, setRemoved] = useState<SourceCard | null>(null)
  const say = (...sentences: readonly string[]) => {
    setRemoved(null)
    setSaid(sentences)
  }
  const keep = async (source: EvidenceSource, sentence: string): Promise<Kept> => {
    const problem = await store.add(source)
    const isKept = problem === null
    return { isKept, said: isKept ? sentence : `“${source.label}” was not kept: ${problem}` }
  }
  return {
    said,
    addFiles: async (files: readonly File[]) => {
      say(...(await Promise.all(files.map((file) => kept(file, keep)))))
    },
    /** Resolves to whether it was kept. */
    addText: async (label: string, text: string): Promise<boolean> => {
      const taken = takeText({ label, text, format: 'pasted' })
      const { isKept, said: sentence } =
        taken.outcome === 'refused'
          ? { isKept: false, said: taken.sentence }
          : await keep(taken.source, taken.sentence)
      say(sentence)
      return isKept
    },
    /** Resolves to whether it was kept. */
    addLink: async (link: LinkSource): Promise<boolean> => {
      const names = await store.elsewhere(link.url)
      const { isKept, said: sentence } = await keep(link, `“${link.label}” was added.`)
      say(sentence, ...(names.length === 0 ? [] : [warningOf(names)]))
      return isKept
    },
    remove: (card: SourceCard) => {
      store.remove(card.id)
      say(`“${card.source.label}” was removed. Quotes that are pinned stay.`)
      setRemoved(card)
    },
    undo:
      removed === null
        ? null
        : () => {
            store.restore(removed.id)
            say(`“${removed.source.label}” is back.`)
          },
  }
}

/** What became of something that was to be kept, and the sentence about it. */
interface Kept {
  readonly isKept: boolean
  readonly said: string
}

async function kept(
  file: File,
  keep: (source: EvidenceSource, sentence: string) => Promise<Kept>,
): Promise<string> {
  const { name, size } = file
  const bytes = size > FILE_LIMIT ? null : await bytesOf(file)
  if (bytes === 'unreadable')
    return `“${name}” was not added: the browser could not read it. Nothing of it was kept. Choose it again.`
  const taken = takeFile({ name, size, bytes })
  return taken.outcome === 'refused'
    ? taken.sentence
    : (await keep(taken.source, taken.sentence)).said
}

/** A file may be gone or locked by the time it is read. */
async function bytesOf(file: File): Promise<Uint8Array | 'unreadable'> {
  return file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => 'unreadable',
  )
}

function warningOf(names: readonly string[]): string {
  return `The same recording is linked on ${names.join(', ')}. Make sure that it belongs here.`
}
