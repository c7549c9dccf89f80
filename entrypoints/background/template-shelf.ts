import type { Company } from './company.ts'
import type { ShelfPorts, TemplateShelf } from './shelf.ts'

/** The templates of this browser profile. What reads them is loaded when the first is asked for. */
export function createTemplateShelf(
  ports: ShelfPorts,
  company: Pick<Company, 'policy'>,
): TemplateShelf {
  let opened: Promise<TemplateShelf> | null = null
  const open = () => (opened ??= openedShelf(ports, company))
  return {
    known: async () => (await open()).known(),
    missing: async () => (await open()).missing(),
    shelved: async () => (await open()).shelved(),
    add: async (...row) => (await open()).add(...row),
    replace: async (...row) => (await open()).replace(...row),
    mapping: async (orgId) => (await open()).mapping(orgId),
    setMapping: async (...mapping) => (await open()).setMapping(...mapping),
  }
}

async function openedShelf(...given: Parameters<typeof createTemplateShelf>) {
  const { openShelf } = await import('./shelf.ts')
  return openShelf(...given)
}
