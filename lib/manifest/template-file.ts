import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { builtInTemplates } from '../templates/all.ts'
import type { PublicAssets } from './public-assets.ts'

/** The name of the templates in the built extension; `entrypoints/background` asks for them by this name. */
const name = 'templates.json'

/**
 * Puts the built-in templates into the built extension as data: the worker reads them when it needs them, instead
 * of evaluating their texts each time it wakes.
 */
export const templateFile: PublicAssets = ({ config }, files) => {
  mkdirSync(config.wxtDir, { recursive: true })
  const absoluteSrc = join(config.wxtDir, name)
  writeFileSync(absoluteSrc, JSON.stringify(builtInTemplates))
  files.push({ absoluteSrc, relativeDest: name })
}
