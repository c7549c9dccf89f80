import { Buffer } from 'node:buffer'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

import type { BrowserContext, Page } from '@playwright/test'
import * as z from 'zod'

/** What a page does before our script runs in it. */
export function hostileStart(): void {
  // The driver runs this in frames as well; a page cannot.
  if (location.protocol === 'chrome-extension:') return
  const prototypes = [Object, Array, String].map((type): unknown => Reflect.get(type, 'prototype'))
  const [object, array, text] = prototypes.map(Object)
  Reflect.defineProperty(object, 'overlay', { get: () => 'address-changed', set: () => {} })
  Reflect.defineProperty(array, 'includes', { value: () => true })
  Reflect.defineProperty(text, 'startsWith', { value: () => true })
  addEventListener('DOMContentLoaded', () => {
    for (const name of ['chrome', 'location', 'getElementById', 'documentElement', 'runtime']) {
      const form = document.createElement('form')
      form.id = name
      form.setAttribute('name', name)
      document.body.append(form)
    }
  })
}

/** The content script's own world of a page, by which a page that has broken into it would act. */
export async function inContentScript(
  page: Page,
  origin: string,
  expression: string,
): Promise<unknown> {
  const session = await page.context().newCDPSession(page)
  const worlds: number[] = []
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === origin || context.name === 'Segue') worlds.push(context.id)
  })
  await session.send('Runtime.enable')
  const contextId = worlds.at(-1)
  if (contextId === undefined) throw new Error('The content script has no world of its own.')
  const { result } = await session.send('Runtime.evaluate', {
    contextId,
    expression,
    awaitPromise: true,
    returnByValue: true,
  })
  await session.detach()
  return result.value
}

/** What a browser asks for, says and shows. */
export function listenTo(context: BrowserContext) {
  const heard = {
    said: [] as string[],
    dialogs: [] as string[],
    violations: [] as string[],
  }
  context.on('request', (request) => {
    heard.said.push(request.url())
  })
  context.on('console', (message) => {
    heard.said.push(message.text())
    if (
      /Trusted ?Type|Content Security Policy/i.test(message.text()) &&
      message.page()?.url().startsWith('chrome-extension')
    )
      heard.violations.push(message.text())
  })
  context.on('dialog', (dialog) => {
    heard.dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  return heard
}

/** The switches by which Chromium writes down every request it makes, and why. */
export const netLogTo = (file: string): readonly string[] => [
  `--log-net-log=${file}`,
  '--net-log-capture-mode=Default',
]

const netLogSchema = z.object({
  events: z.array(
    z.object({
      params: z.optional(
        z.object({ url: z.optional(z.string()), initiator: z.optional(z.string()) }),
      ),
    }),
  ),
})

/** The hosts that an origin's pages and worker have asked, as the browser itself wrote them down. */
export function hostsAskedBy(origin: string, file: string): readonly string[] {
  const { events } = netLogSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  const addresses = events.flatMap(({ params }) =>
    params?.initiator === origin && params.url !== undefined ? [new URL(params.url)] : [],
  )
  const outside = addresses.filter(({ protocol }) => /^(https?|wss?):$/.test(protocol))
  return [...new Set(outside.map(({ hostname }) => hostname))].toSorted()
}

/** A text as it may lie in a file: as it is, in UTF-16, in an address, in base64 at any place of three. */
function spellings(text: string): readonly Buffer[] {
  const base64 = ['', 'a', 'aa'].map((before) =>
    Buffer.from(before + text)
      .toString('base64')
      .slice(4, -4),
  )
  return [
    Buffer.from(text),
    Buffer.from(text, 'utf16le'),
    Buffer.from(encodeURIComponent(text)),
    ...base64.map((each) => Buffer.from(each)),
  ]
}

/** The files of a profile that hold a text; the browser's own jar of cookies holds sessions, encrypted. */
export function filesWith(folder: string, text: string): readonly string[] {
  const wanted = spellings(text)
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => {
    const path = join(folder, file)
    if (/Cookies/.test(file) || !statSync(path).isFile()) return false
    const content = readFileSync(path)
    return wanted.some((spelling) => content.includes(spelling))
  })
}
