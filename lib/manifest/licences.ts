import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import type { WxtHooks } from 'wxt'
import * as z from 'zod/mini'

/** The folders of the packages of which anything is in the build: worker, content script and pages come one after the other. */
const bundled = new Set<string>()

/** Notes whose code is in the build. */
export function noteBundled(): Plugin {
  return {
    name: 'note-bundled',
    apply: 'build',
    generateBundle: (_, bundle) => {
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk')
          for (const folder of Object.keys(chunk.modules).flatMap(folderOf)) bundled.add(folder)
    },
  }
}

/** The folder of the package that a module is from; nothing for our own. */
const folderOf = (id: string) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? []

/** Puts a file beside the scripts that says whose work is in them: their licences ask for that, and minified code has lost it. */
export const writeLicences: WxtHooks['build:done'] = ({ config }) =>
  writeFileSync(join(config.outDir, 'licences.txt'), licencesOf([...bundled].toSorted()))

const packageSchema = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string(),
  author: z.optional(z.union([z.string(), z.object({ name: z.string() })])),
})

/** Who has written the packages in these folders, and what they ask of whoever passes them on. */
export function licencesOf(folders: readonly string[]): string {
  const groups = Map.groupBy(folders.map(noticeOf), ({ notice }) => notice)
  const notices = [...groups].map(
    ([notice, works]) => `${works.map(({ work }) => work).join(', ')}\n${notice}`,
  )
  return [
    'Segue is under the Apache License, Version 2.0 (http://www.apache.org/licenses/LICENSE-2.0).',
    'It has the work of others in it. Where nothing else is said, that is under the MIT licence below.',
    ...notices,
    mitText(),
  ].join('\n\n')
}

function noticeOf(folder: string) {
  const [json = '{}'] = textsIn(folder, 'package.json')
  const described = packageSchema.parse(JSON.parse(json))
  return { work: `${described.name} ${described.version}`, notice: askedFor(folder, described) }
}

function askedFor(
  folder: string,
  { name, license, author = `the authors of ${name}` }: z.infer<typeof packageSchema>,
): string {
  const copyrights = copyrightsIn(textsIn(folder, '{LICENSE,LICENCE}*'))
  const own = `Copyright (c) ${typeof author === 'string' ? author : author.name}`
  if (license === 'MIT') return copyrights.join('\n') || own
  const [notice] = textsIn(folder, 'NOTICE')
  if (license === 'Apache-2.0' && notice) return notice.trim()
  throw new Error(`${name} is under ${license}: licences.ts does not know what that asks for.`)
}

const textsIn = (folder: string, pattern: string) =>
  globSync(pattern, { cwd: folder }).map((file) => readFileSync(join(folder, file), 'utf8'))

const copyrightsIn = (texts: readonly string[]) =>
  texts
    .flatMap((text) => text.match(/^ *copyright (?:\(c\)|©).*$/gim) ?? [])
    .map((line) => line.trim())

/** The licence of most, as one of them brings it. */
function mitText(): string {
  const text = readFileSync('node_modules/react/LICENSE', 'utf8')
  return text.slice(text.indexOf('Permission is hereby granted')).trim()
}
