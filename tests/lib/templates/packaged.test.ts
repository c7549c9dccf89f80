import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { templateFile } from '#lib/manifest/template-file.ts'
import { builtInTemplates } from '#lib/templates/all.ts'
import { packagedTemplates } from '#lib/templates/packaged.ts'

describe('the built-in templates in the built extension', () => {
  it('are what the product comes with, at the address where they are looked for', async () => {
    const files: { absoluteSrc: string; relativeDest: string }[] = []
    const wxtDir = mkdtempSync(join(tmpdir(), 'segue-templates-'))
    await Reflect.apply(templateFile, undefined, [{ config: { wxtDir } }, files])
    const inExtension = new Map(files.map((file) => [`/${file.relativeDest}`, file.absoluteSrc]))
    const read = async (address: string) =>
      new Response(readFileSync(inExtension.get(address) ?? '', 'utf8'))
    expect(await packagedTemplates(read)).toEqual(builtInTemplates)
  })

  it('are none when the file holds something else', async () => {
    expect(await packagedTemplates(async () => Response.json({}))).toEqual([])
  })
})
