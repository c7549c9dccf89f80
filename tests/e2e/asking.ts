import type { BrowserContext, Page } from '@playwright/test'
import { extensionOrigin } from '#demo/launch/browser.ts'
import type { Draft } from '#lib/handoff/draft.ts'
import type { Params, RequestName } from '#lib/messaging/requests.ts'

/** A page of the extension that has no script: the worker is asked from it as surfaces do, and nobody else asks. */
export async function surface(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${await extensionOrigin(context)}/manifest.json`)
  return page
}

/** Asks the worker; null when it was killed over the question. */
export async function askFrom<Name extends RequestName>(
  page: Page,
  request: Name,
  params: Params<Name>,
): Promise<{ readonly [key: string]: unknown } | null> {
  return page.evaluate(
    async (message) => {
      try {
        const reply: { answer?: { [key: string]: unknown }; failure?: string } =
          await chrome.runtime.sendMessage({
            ...message,
            confirmation: { id: crypto.randomUUID(), at: Date.now() },
          })
        return reply.answer ?? { failure: reply.failure }
      } catch {
        return null
      }
    },
    { request, params },
  )
}

/** Everything on the disk, as the extension's database has it. */
export interface OnDisk {
  readonly drafts: Draft[]
  readonly trash: { readonly draft: Draft }[]
  /** In the order in which they were confirmed. */
  readonly outbox: { readonly value: unknown; readonly position: number }[]
}

/** Reads the database from a page of the extension, past the worker. */
export function onDisk(page: Page): Promise<OnDisk> {
  return page.evaluate(async () => {
    const settled = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error ?? new Error('unknown')))
      })
    const database = await settled(indexedDB.open('segue'))
    const names = ['drafts', 'trash', 'outbox'] as const
    const transaction = database.transaction(names, 'readonly')
    const [drafts = [], trash = [], outbox = []] = await Promise.all(
      names.map((name) => settled(transaction.objectStore(name).getAll())),
    )
    database.close()
    outbox.sort((a: { position: number }, b: { position: number }) => a.position - b.position)
    return { drafts, trash, outbox }
  })
}
