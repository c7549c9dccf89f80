import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { strToU8, zipSync } from 'fflate'

/*
 * The metadata API takes the package in its own format: one file for each object with everything of it inside,
 * and a package.xml that names every component. Source format has a file for each field, rule and list view.
 */

const version = '67.0'
const namespace = 'http://soap.sforce.com/2006/04/metadata'

interface Kind {
  readonly type: string
  readonly folder: string
  readonly suffix: string
}

/** What stands in files of its own, by its suffix in source format. */
const kinds: Readonly<Record<string, Kind>> = {
  layout: { type: 'Layout', folder: 'layouts', suffix: 'layout' },
  tab: { type: 'CustomTab', folder: 'tabs', suffix: 'tab' },
  permissionset: { type: 'PermissionSet', folder: 'permissionsets', suffix: 'permissionset' },
  notiftype: { type: 'CustomNotificationType', folder: 'notificationtypes', suffix: 'notiftype' },
}

/** What goes into an object's file, by its suffix in source format. */
const insideObjects: Readonly<Record<string, { readonly tag: string; readonly type: string }>> = {
  field: { tag: 'fields', type: 'CustomField' },
  validationRule: { tag: 'validationRules', type: 'ValidationRule' },
  listView: { tag: 'listViews', type: 'ListView' },
  compactLayout: { tag: 'compactLayouts', type: 'CompactLayout' },
  webLink: { tag: 'webLinks', type: 'WebLink' },
}

interface Component {
  readonly type: string
  readonly name: string
}

/**
 * The package as a zip, the same bytes each time. Throws for a file of a kind that is not known here. Its files are
 * only put together: they become smaller as one, in the extension's own zip, than each by itself.
 */
export function packageZip(source: string): Uint8Array {
  const { files, components } = packageIn(source)
  const all = { 'package.xml': packageXml(components), ...files }
  const entries = Object.entries(all).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const zipped = entries.map(([path, text]) => [path, strToU8(compact(text))] as const)
  return zipSync(Object.fromEntries(zipped), { level: 0, mtime: '2026-01-01T00:00:00' })
}

/** Without the space between tags, which means nothing in metadata. */
const compact = (text: string) => text.replaceAll(/>\s+</g, '><')

/** The package as it is put together, file by file. */
interface Gathered {
  readonly objects: Map<string, string>
  readonly files: Record<string, string>
  readonly components: Component[]
}

function packageIn(source: string) {
  const gathered: Gathered = { objects: new Map(), files: {}, components: [] }
  for (const path of sourceFiles(source))
    take(gathered, path, readFileSync(join(source, path), 'utf8'))
  const { objects, files, components } = gathered
  for (const [name, body] of objects)
    files[`objects/${name}.object`] = document('CustomObject', body)
  return { files, components }
}

function take({ objects, files, components }: Gathered, path: string, text: string): void {
  const [, name = '', suffix = ''] = /^(.+)\.(\w+)-meta\.xml$/.exec(basename(path)) ?? []
  const [, object = ''] = /^objects\/([^/]+)\//.exec(path) ?? []
  const inside = insideObjects[suffix]
  const kind = kinds[suffix]
  const add = (body: string) => objects.set(object, `${objects.get(object) ?? ''}${body}`)
  if (suffix === 'object') {
    add(bodyOf(text))
    components.push({ type: 'CustomObject', name })
  } else if (inside) {
    add(wrapped(inside.tag, text))
    components.push({ type: inside.type, name: `${object}.${name}` })
  } else if (kind) {
    files[`${kind.folder}/${name}.${kind.suffix}`] = text
    components.push({ type: kind.type, name })
  } else throw new Error(`No metadata is known by ${path}`)
}

function sourceFiles(source: string): readonly string[] {
  return readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(source, join(entry.parentPath, entry.name)))
    .toSorted()
}

/** What stands between the root's tags. */
function bodyOf(text: string): string {
  const body = /<(\w+)\s+xmlns="[^"]+">([^]*)<\/\1>/.exec(text)?.[2]
  if (body === undefined) throw new Error('A metadata file has no root.')
  return body
}

function wrapped(tag: string, text: string): string {
  return `<${tag}>${bodyOf(text)}</${tag}>\n`
}

function document(root: string, body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${namespace}">${body}</${root}>\n`
}

/** Standard objects are named by their fields only: deploying them as a whole is not what is meant. */
function packageXml(components: readonly Component[]): string {
  const byType = Object.groupBy(components, ({ type }) => type)
  const types = Object.entries(byType)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([type, members = []]) => {
      const names = members.map(({ name }) => `<members>${name}</members>`).toSorted()
      return `<types>${names.join('')}<name>${type}</name></types>`
    })
  return document('Package', `${types.join('')}<version>${version}</version>`)
}
