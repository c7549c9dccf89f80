import { readFileSync, readdirSync } from 'node:fs'
import { relative } from 'node:path'
import * as z from 'zod'
import { parseXml, text, type Element } from './element.ts'
import { kinds } from './kinds.ts'
import { problemsOf, type Problem } from './problem.ts'

/** The text of every file of a package, by its path below the package's root. */
export type PackageFiles = Readonly<Record<string, string>>

/** One piece of metadata. */
export interface Component {
  readonly file: string
  readonly type: string
  readonly name: string
  /** The object whose folder it is in, or empty. */
  readonly object: string
  readonly root: Element
}

const metadata = 'http://soap.sforce.com/2006/04/metadata'

const projectSchema = z.object({ packageDirectories: z.array(z.object({ path: z.string() })) })

/** Returns the metadata files of all package directories of a project, together. */
export function readPackages(project: string): PackageFiles {
  const source = JSON.parse(readFileSync(`${project}/sfdx-project.json`, 'utf8'))
  const { packageDirectories } = projectSchema.parse(source)
  // The description of the Metadata API that we check by is older than External Client Apps.
  const checked = packageDirectories.filter(({ path }) => path !== 'external-client-app')
  const folders = checked.map(({ path }) => `${project}/${path}/main/default`)
  return Object.assign({}, ...folders.map(readPackage))
}

/** Returns the metadata files below a folder. */
function readPackage(folder: string): PackageFiles {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true })
  const paths = found.filter((entry) => entry.isFile()).map((e) => `${e.parentPath}/${e.name}`)
  return Object.fromEntries(
    paths.map((path) => [relative(folder, path), readFileSync(path, 'utf8')]),
  )
}

function nameFrom(file: string): { name: string; suffix: string } | undefined {
  const match = /([^/]+)\.(\w+)-meta\.xml$/.exec(file)
  return match ? { name: match[1] ?? '', suffix: match[2] ?? '' } : undefined
}

function identityProblems(component: Component, named: boolean): string[] {
  const fullName = text(component.root, 'fullName')
  const sentences: string[] = []
  if (component.root.name !== component.type)
    sentences.push(`the root is ${component.root.name}, not ${component.type}`)
  if (component.root.namespace !== metadata) sentences.push(`the namespace is not ${metadata}`)
  if (named && fullName !== component.name)
    sentences.push(`the fullName is ${fullName ?? 'missing'}, the file says ${component.name}`)
  if (!named && fullName !== undefined) sentences.push('a fullName does not belong in this file')
  return sentences
}

/** Returns the component of a file, with what is wrong with its place, name and form. */
export function componentFrom(file: string, source: string): [Component | undefined, Problem[]] {
  const problem = problemsOf(file)
  const name = nameFrom(file)
  const kind = name && kinds[name.suffix]
  if (!name || !kind) return [undefined, problem('no metadata has this suffix')]
  const root = parseXml(source)
  if (typeof root === 'string') return [undefined, problem(root)]
  const object = /^objects\/([^/]+)\//.exec(file)?.[1] ?? ''
  const component = { file, type: kind.type, name: name.name, object, root }
  const misplaced = kind.folder.test(file) ? [] : [`${kind.type} does not belong in this folder`]
  return [component, problem(...misplaced, ...identityProblems(component, kind.named))]
}
