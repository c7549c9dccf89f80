import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { builtInTemplates } from '../templates/all.ts'
import { templatesFile } from '../templates/packaged.ts'
import type { PublicAssets } from './public-assets.ts'

/**
 * Puts the built-in templates into the built extension as data, once for all: the worker reads them when it needs
 * them, instead of evaluating their texts each time it wakes, and so do popup and panel.
 */
export const templateFile: PublicAssets = ({ config }, files) => {
  mkdirSync(config.wxtDir, { recursive: true })
  const absoluteSrc = join(config.wxtDir, templatesFile)
  writeFileSync(absoluteSrc, JSON.stringify(builtInTemplates))
  files.push({ absoluteSrc, relativeDest: templatesFile })
}
