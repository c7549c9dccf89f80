import react from '@vitejs/plugin-react'
import { defineConfig } from 'wxt'

import { bareDexie } from './lib/manifest/bare-dexie.ts'
import { bareJsforce } from './lib/manifest/bare-jsforce.ts'
import { bareNumbers } from './lib/manifest/bare-numbers.ts'
import { bareQueries } from './lib/manifest/bare-queries.ts'
import { deployablePackage } from './lib/manifest/deployable-package.ts'
import { noteBundled, writeLicences } from './lib/manifest/licences.ts'
import { minifyTwice } from './lib/manifest/minify-twice.ts'
import { manifestFor } from './lib/manifest/manifest.ts'
import { jsforceInTheBrowser } from './lib/manifest/jsforce-in-the-browser.ts'
import { ownHelpers } from './lib/manifest/own-helpers.ts'
import { packTightly } from './lib/manifest/pack-tightly.ts'
import { pageChunks } from './lib/manifest/page-chunks.ts'
import { modernSources } from './lib/manifest/modern-sources.ts'
import { secureAddresses } from './lib/manifest/secure-addresses.ts'
import { slimContentScript } from './lib/manifest/slim-content-script.ts'
import { templateFile } from './lib/manifest/template-file.ts'

export default defineConfig({
  imports: false,
  outDir: process.env['SEGUE_OUT'] ?? '.output',
  experimental: { escapeUnicode: true },
  manifestVersion: 3,
  manifest: ({ browser }) => manifestFor(browser),
  hooks: {
    'build:done': writeLicences,
    'zip:extension:done': packTightly,
    'build:publicAssets': (wxt, files) => {
      void deployablePackage(wxt, files)
      void templateFile(wxt, files)
    },
  },
  vite: ({ mode }) => ({
    plugins: [
      react(),
      secureAddresses(),
      modernSources(),
      bareDexie(),
      bareJsforce(),
      bareNumbers(),
      bareQueries(),
      slimContentScript(),
      pageChunks(),
      ownHelpers(),
      minifyTwice(),
      noteBundled(),
    ],
    ...jsforceInTheBrowser,
    css: {
      modules: {
        generateScopedName: mode === 'production' ? '_[hash:base62:4]' : '[local]_[hash:base62:4]',
      },
    },
    build: {
      ...jsforceInTheBrowser.build,
      sourcemap: false,
      modulePreload: {
        polyfill: false,
        resolveDependencies: (_, all, { hostType }) =>
          hostType === 'js' ? all.filter((one) => one.endsWith('.css')) : all,
      },
    },
  }),
})
