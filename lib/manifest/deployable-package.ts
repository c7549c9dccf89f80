import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PublicAssets } from './public-assets.ts'
import { packageZip } from './package-zip.ts'

/** The name of the package in the built extension; `entrypoints/background` asks for it by this name. */
const name = 'segue-package.zip'

/** Puts the package that an admin deploys into the built extension. */
export const deployablePackage: PublicAssets = ({ config }, files) => {
  mkdirSync(config.wxtDir, { recursive: true })
  const absoluteSrc = join(config.wxtDir, name)
  writeFileSync(absoluteSrc, packageZip(join(config.root, 'salesforce/force-app/main/default')))
  files.push({ absoluteSrc, relativeDest: name })
}
