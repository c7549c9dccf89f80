import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import { extensionOrigin, launchBrowser, signIn } from '#demo/launch/browser.ts'
import { makeTemporaryFolder } from '#demo/launch/temporary-folder.ts'
import { Unusable } from '#demo/org/unusable.ts'
import type { BenchOrg } from './bench-org.ts'
import { writeEmptyExtension } from './empty-extension.ts'

/** A browser that takes part: with our extension, with none, with an empty one, or with somebody else's. */
export interface Contender {
  readonly name: string
  readonly context: BrowserContext
  /** Signed in to the org. */
  readonly page: Page
  /** The extension's origin; empty without one. */
  readonly origin: string
}

/** Who takes part, and how all of them leave. */
export interface Contenders {
  readonly none: Contender
  readonly empty: Contender
  readonly ours: Contender
  readonly others: readonly Contender[]
  /** Another browser with our extension, for somebody else. */
  readonly enterAs: (
    userName: string,
  ) => Promise<{ readonly somebody: Contender; readonly close: () => Promise<void> }>
  readonly close: () => Promise<void>
}

/** Our production build. */
export const ourBuild = process.env['SEGUE_BUILD'] ?? '.output/chrome-mv3'

/** Starts one browser for each contender, all signed in as the same person. */
export async function openContenders(
  site: BenchOrg,
  { userName, extensions }: { readonly userName: string; readonly extensions: readonly string[] },
): Promise<Contenders> {
  const folder = makeTemporaryFolder('segue-bench-')
  const emptyExtension = await writeEmptyExtension(join(folder, 'empty-extension'))
  const open = (name: string, extensionDir: string | null) =>
    enter(site, { name, extensionDir, userName, profileDir: join(folder, name) })
  const none = await open('none', null)
  const empty = await open('empty', emptyExtension)
  const ours = await open('ours', ourBuild)
  const others: Contender[] = []
  for (const [at, extension] of extensions.entries())
    others.push(await open(`other ${at + 1}`, extension))
  const entered: Contender[] = []
  return {
    none,
    empty,
    ours,
    others,
    enterAs: async (name) => {
      const profileDir = join(folder, name.replaceAll(/\W/g, '-'))
      const somebody = await enter(site, {
        name,
        userName: name,
        extensionDir: ourBuild,
        profileDir,
      })
      entered.push(somebody)
      return { somebody, close: () => somebody.context.close() }
    },
    close: async () => {
      for (const { context } of [none, empty, ours, ...others, ...entered]) await context.close()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

interface Entrance {
  readonly name: string
  readonly extensionDir: string | null
  readonly userName: string
  readonly profileDir: string
}

async function enter(
  { org, port }: BenchOrg,
  { name, extensionDir, userName, profileDir }: Entrance,
): Promise<Contender> {
  const context = await launchBrowser({ extensionDir, port, profileDir, headless: true })
  const page = context.pages()[0] ?? (await context.newPage())
  await signIn(page, org.hosts, userName)
  const origin = extensionDir === null ? '' : await originOf(context, extensionDir)
  return { name, context, page, origin }
}

/** Chromium says nothing of an extension that it does not load: its worker never starts. */
async function originOf(context: BrowserContext, extensionDir: string): Promise<string> {
  return extensionOrigin(context).catch((error: unknown) => {
    throw new Unusable(`Chromium does not load the extension in ${extensionDir}.`, { cause: error })
  })
}
