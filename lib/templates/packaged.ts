import type { Template } from '#lib/handoff/template.ts'

/** The name of the file in the built extension that holds the built-in templates. */
export const templatesFile = 'templates.json'

/** The built-in templates as they lie in the built extension. Rejects when the file cannot be read. */
export async function packagedTemplates(
  read: (address: string) => Promise<Pick<Response, 'json'>>,
): Promise<readonly Template[]> {
  const templates: unknown = await (await read(`/${templatesFile}`)).json()
  return isBuiltIn(templates) ? templates : []
}

/** The file is our own and was checked when it was built: checking it again would cost each wake of the worker. */
function isBuiltIn(templates: unknown): templates is readonly Template[] {
  return Array.isArray(templates)
}
