import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { vi } from 'vitest'

// What is built into the worker is not Dexie as it is published: all that is asked of storage is asked of that too.
vi.mock('dexie', async () => {
  const { bared } = await import('#lib/manifest/bare-dexie.ts')
  const file = join(mkdtempSync(join(tmpdir(), 'segue-dexie-')), 'dexie.mjs')
  const published = readFileSync('node_modules/dexie/dist/modern/dexie.mjs', 'utf8')
  writeFileSync(file, bared(published).replace(/^\/\/# sourceMappingURL=.*$/m, ''))
  return import(pathToFileURL(file).href)
})

await import('./drafts.test.ts')
await import('./housekeeping.test.ts')
await import('./modes.test.ts')
await import('./outbox.test.ts')
await import('./recovery.test.ts')
await import('./released.test.ts')
await import('./two-tabs.test.ts')
