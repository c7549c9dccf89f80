import { XMLParser } from 'fast-xml-parser'

/** An element of a metadata file: texts, elements and lists of either, by tag. */
export type Element = Readonly<Record<string, unknown>>

const parser = new XMLParser({ ignoreAttributes: true, parseTagValue: false, trimValues: true })

/** The root element of a metadata file. Throws on malformed XML. */
export function readXml(text: string): Element {
  const document: unknown = parser.parse(text, true)
  const root = Object.entries(elementOf(document)).find(([tag]) => tag !== '?xml')?.[1]
  return elementOf(root)
}

/** A child's text, or undefined. */
export function textOf(element: Element, tag: string): string | undefined {
  const value = element[tag]
  return typeof value === 'string' ? value : undefined
}

/** A child as a number, or the other when it is not given. */
export function numberOf(element: Element, tag: string, otherwise: number): number {
  const value = textOf(element, tag)
  return value === undefined ? otherwise : Number(value)
}

/** Whether a child says `true`. */
export const isTrue = (element: Element, tag: string): boolean => element[tag] === 'true'

/** The children of a tag that hold elements of their own. */
export function elementsOf(element: Element, tag: string): readonly Element[] {
  return listOf(element[tag]).map(elementOf)
}

/** The texts of all children of a tag. */
export function textsOf(element: Element, tag: string): readonly string[] {
  return listOf(element[tag]).filter((value) => typeof value === 'string')
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value]
}

function elementOf(value: unknown): Element {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
