import type { Component } from './deploy.ts'
import { elementsOf, readXml, textOf, textsOf } from './xml.ts'

/** The file every deployment has at its root. */
export const PACKAGE_XML = 'package.xml'

/** Kinds of component whose presence is checked. */
const CHECKED = new Set(['CustomObject', 'CustomField', 'PermissionSet', 'ValidationRule'])

/** The components that package.xml names, without those named by `*`. */
export function membersOf(packageXml: string): readonly Component[] {
  return elementsOf(readXml(packageXml), 'types').flatMap((type) => {
    const componentType = textOf(type, 'name') ?? ''
    if (!CHECKED.has(componentType)) return []
    return textsOf(type, 'members')
      .filter((fullName) => fullName !== '*')
      .map((fullName) => ({ fileName: PACKAGE_XML, fullName, componentType }))
  })
}
