import { basename } from 'node:path/posix'
import { elementsOf, readXml, textOf, type Element } from './xml.ts'

/** One component of a deployment, from a file of its own or from within an object's file. */
export interface SourceFile {
  readonly path: string
  readonly kind: string
  readonly fullName: string
  /** The object that a field or a rule belongs to; otherwise empty. */
  readonly object: string
  readonly element: Element
  /** Why the file could not be read. */
  readonly error?: string
}

/** Kinds of file by the end of their name, in source format and in the metadata API's own. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/\.field-meta\.xml$/, 'CustomField'],
  [/\.validationRule-meta\.xml$/, 'ValidationRule'],
  [/\.object(-meta\.xml)?$/, 'CustomObject'],
  [/\.permissionset(-meta\.xml)?$/, 'PermissionSet'],
]

/** The components that the demo understands; other files (layouts, tabs) are taken and not used. */
export function sourceOf(files: Readonly<Record<string, string>>): readonly SourceFile[] {
  return Object.entries(files).flatMap(([path, text]) => {
    const [ending, kind] = endings.find(([pattern]) => pattern.test(path)) ?? []
    return ending && kind
      ? componentsIn({ path, text, kind, name: basename(path).replace(ending, '') })
      : []
  })
}

interface NamedFile {
  readonly path: string
  readonly text: string
  readonly kind: string
  readonly name: string
}

function componentsIn({ path, text, kind, name }: NamedFile): readonly SourceFile[] {
  const element = parsed(text)
  if (typeof element === 'string')
    return [{ path, kind, fullName: name, object: '', element: {}, error: element }]
  const own = { path, kind, fullName: name, object: objectOf(path, kind), element }
  if (kind !== 'CustomObject') return [own]
  const inside = [
    ...within(path, element, { tag: 'fields', kind: 'CustomField', object: name }),
    ...within(path, element, { tag: 'validationRules', kind: 'ValidationRule', object: name }),
  ]
  return name.endsWith('__c') && isWhole(element) ? [own, ...inside] : inside
}

/** An object file without a label only carries additions to an object that is there. */
const isWhole = (element: Element): boolean => textOf(element, 'label') !== undefined

interface Inside {
  readonly tag: string
  readonly kind: string
  readonly object: string
}

function within(
  path: string,
  parent: Element,
  { tag, kind, object }: Inside,
): readonly SourceFile[] {
  return elementsOf(parent, tag).map((element) => ({
    path,
    kind,
    object,
    element,
    fullName: textOf(element, 'fullName') ?? '',
  }))
}

/** `objects/Handoff__c/fields/X.field-meta.xml` belongs to Handoff__c. */
function objectOf(path: string, kind: string): string {
  if (kind !== 'CustomField' && kind !== 'ValidationRule') return ''
  return path.split('/').at(-3) ?? ''
}

function parsed(text: string): Element | string {
  try {
    return readXml(text)
  } catch (error) {
    return error instanceof Error ? `Error parsing file: ${error.message}` : 'Error parsing file'
  }
}
