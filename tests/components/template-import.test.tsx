import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { TemplateImport } from '#components/options/template-import.tsx'
import { templateJson } from '#lib/handoff/template-text.ts'
import { inSetting } from './in-setting.tsx'

afterEach(cleanup)

const text = '{ "name": "Übergabe" }'
const utf16 = new Uint8Array([
  0xff,
  0xfe,
  ...Array.from(text, (sign) => [sign.charCodeAt(0), 0]).flat(),
])
const windows = Uint8Array.from(text, (sign) => sign.charCodeAt(0))

it.each([
  ['UTF-8', new TextEncoder().encode(text)],
  ['UTF-16, as PowerShell writes it', utf16],
  ['the alphabet of Windows', windows],
])('a template in a file of %s keeps its letters', async (_, bytes) => {
  const onImport = vi.fn<(text: string) => void>()
  const { user } = inSetting(<TemplateImport outcome={null} onImport={onImport} />)
  await user.upload(screen.getByLabelText(/A file/), new File([bytes], 'own.json'))
  await vi.waitFor(() => expect(onImport).toHaveBeenCalledWith(text))
})

it('of a file that is far too long no more is read than shows that', async () => {
  const onImport = vi.fn<(text: string) => void>()
  const { user } = inSetting(<TemplateImport outcome={null} onImport={onImport} />)
  const file = new File([new Uint8Array(20_000_000).fill(120)], 'film.json')
  await user.upload(screen.getByLabelText(/A file/), file)
  await vi.waitFor(() => expect(onImport).toHaveBeenCalledOnce())
  const given = String(onImport.mock.lastCall)
  expect(templateJson(given)).toHaveProperty('fault', expect.stringMatching(/too long/))
  expect(given.length).toBeLessThan(5_000_000)
})
