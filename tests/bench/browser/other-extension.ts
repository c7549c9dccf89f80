import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { Unusable } from '#demo/org/unusable.ts'

const manifestSchema = z.looseObject({
  manifest_version: z.optional(z.unknown()),
  background: z.optional(z.looseObject({ service_worker: z.optional(z.string()) })),
  content_scripts: z.optional(z.array(z.unknown())),
})

/**
 * Checks that the folder holds an extension whose script on pages can be measured: that script is told by the
 * extension's origin, and the origin by its worker. Throws `Unusable` with the sentence that says what is missing.
 */
export function checkOtherExtension(folder: string): void {
  const manifest = manifestIn(folder)
  const { manifest_version: version, background, content_scripts: scripts = [] } = manifest
  if (version !== 3)
    throw new Unusable(
      `${folder} is of manifest version ${String(version)}, which Chromium no longer loads.`,
    )
  if (scripts.length === 0)
    throw new Unusable(`${folder} has no content script: it costs no page anything to compare.`)
  if (background?.service_worker === undefined)
    throw new Unusable(`${folder} has no service worker, by which its scripts would be told.`)
}

function manifestIn(folder: string): z.infer<typeof manifestSchema> {
  const file = join(folder, 'manifest.json')
  const manifest = manifestSchema.safeParse(parsed(file, textOf(folder, file)))
  if (!manifest.success)
    throw new Unusable(`${file} is not a manifest: ${wrongIn(manifest.error)}.`)
  return manifest.data
}

function textOf(folder: string, file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new Unusable(`${folder} holds no extension: ${wordsOf(error)}.`, { cause: error })
  }
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Unusable(`${file} is not JSON: ${wordsOf(error)}.`, { cause: error })
  }
}

const wrongIn = ({ issues }: z.ZodError) =>
  issues.map(({ path, message }) => [...path, message].join(': ')).join('; ')

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
