import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { TemplateImport } from '#components/options/template-import.tsx'
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
