import { XMLParser, XMLValidator } from 'fast-xml-parser'
import * as z from 'zod'

/** One XML element: its name, its own text and its children in the order of the file. */
export interface Element {
  readonly name: string
  readonly text: string
  readonly children: readonly Element[]
  readonly namespace: string
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  ignoreDeclaration: true,
})

const attributesSchema = z.record(z.string(), z.string())
const nodesSchema = z.array(z.record(z.string(), z.unknown()))

function textIn(nodes: readonly Record<string, unknown>[]): string {
  return nodes.map((node) => (typeof node['#text'] === 'string' ? node['#text'] : '')).join('')
}

function elementFrom(node: Record<string, unknown>): Element[] {
  const name = Object.keys(node).find((key) => key !== ':@' && !key.startsWith('#'))
  if (name === undefined) return []
  const nodes = nodesSchema.parse(node[name])
  const attributes = attributesSchema.parse(node[':@'] ?? {})
  return [
    {
      name,
      text: textIn(nodes).trim(),
      children: nodes.flatMap(elementFrom),
      namespace: attributes['xmlns'] ?? '',
    },
  ]
}

/** Returns the root element, or a sentence with the line where the text stops being XML. */
export function parseXml(source: string): Element | string {
  const verdict = XMLValidator.validate(source)
  if (verdict !== true) return `line ${verdict.err.line}: ${verdict.err.msg}`
  const [root] = nodesSchema.parse(parser.parse(source)).flatMap(elementFrom)
  return root ?? 'the file is empty'
}

/** Returns the children of that name, in order. */
export function all(element: Element, name: string): readonly Element[] {
  return element.children.filter((child) => child.name === name)
}

/** Returns the texts of the children of that name, in order. */
export function texts(element: Element, name: string): readonly string[] {
  return all(element, name).map((child) => child.text)
}

/** Returns the text of the first child of that name, or undefined when there is none. */
export function text(element: Element, name: string): string | undefined {
  return texts(element, name)[0]
}

/** Whether the child of that name says `true`. */
export function isTrue(element: Element, name: string): boolean {
  return text(element, name) === 'true'
}

/** Returns every element of that name at any depth. */
export function deep(element: Element, name: string): readonly Element[] {
  return element.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...deep(child, name),
  ])
}
