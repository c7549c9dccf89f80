import type { WxtHooks } from 'wxt'

/** Adds files to the built extension. */
export type PublicAssets = WxtHooks['build:publicAssets']
