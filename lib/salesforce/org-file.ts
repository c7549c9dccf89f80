import { textAt } from './record.ts'
import { rowsFor } from './rows-for.ts'
import type { SignedIn } from './signed-in.ts'
import { soql } from './soql.ts'

/** `/resource/Name`, with or without a time stamp and a namespace: the address that Setup shows. */
const staticResource = /^\/resource\/(?:\d+\/)?(?:(\w+?)__)?(\w+)$/

/** The text at an address of the org: a static resource, or what its API answers there. Empty where there is none. */
export async function readOrgFile(user: SignedIn, path: string): Promise<string> {
  const [isResource, namespace = null, name = ''] = staticResource.exec(path) ?? []
  const address = isResource === undefined ? path : await bodyOf(user, { namespace, name })
  return address === '' ? '' : user.connection.text(address)
}

interface Resource {
  readonly namespace: string | null
  readonly name: string
}

async function bodyOf(user: SignedIn, { namespace, name }: Resource): Promise<string> {
  const query = soql`SELECT Body FROM StaticResource WHERE Name = ${name} AND NamespacePrefix = ${namespace}`
  const [row] = await rowsFor(user, query)
  return row ? textAt(row, 'Body') : ''
}
