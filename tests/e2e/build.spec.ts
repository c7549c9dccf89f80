import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from '@playwright/test'
import * as z from 'zod'

const built = '.output/chrome-mv3'
const textFiles = readdirSync(built, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.(js|html|css|json)$/.test(file),
)
const text = (file: string) => readFileSync(join(built, file), 'utf8')

test.describe('the built extension', () => {
  test('starts a classic worker in which nothing is imported at run time', () => {
    const manifest = z
      .object({ background: z.strictObject({ service_worker: z.string() }) })
      .parse(JSON.parse(text('manifest.json')))
    expect(text(manifest.background.service_worker)).not.toMatch(/\bimport\s*\(/)
  })

  test('holds no eval, no new Function, no plain http and no source map', () => {
    const offences = textFiles.flatMap((file) =>
      [/\beval\(/, /\bnew Function\(/, /http:\/\/(?!www\.w3\.org\/)/, /sourceMappingURL/]
        .filter((offence) => offence.test(text(file)))
        .map((offence) => `${file}: ${offence.source}`),
    )
    expect(offences).toEqual([])
  })

  test('is readable as UTF-8 without non-characters, which Chromium refuses', () => {
    expect(textFiles.filter((file) => /[\uFFFE\uFFFF]/.test(text(file)))).toEqual([])
  })

  test('has no place for a test to stop it at; the build for tests has', () => {
    const marks = /segueYieldPoints|before \$\{|yield-points/
    expect(textFiles.filter((file) => marks.test(text(file)))).toEqual([])
    expect(readFileSync('.output/chrome-mv3-yield/background.js', 'utf8')).toContain(
      'segueYieldPoints',
    )
  })
})
