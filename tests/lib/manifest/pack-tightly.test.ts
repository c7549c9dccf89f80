// @vitest-environment node
import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { packedTightly } from '#lib/manifest/pack-tightly.ts'

const text = Array.from({ length: 4000 }, (_, at) => `${at % 37} ways to ${at % 11}`).join('\n')
const files = {
  'background.js': strToU8(text),
  'chunks/später.js': strToU8(text.slice(0, 9000)),
  'empty.txt': new Uint8Array(),
}

it('a zip that is packed tightly has the same files in fewer bytes, the same each time', async () => {
  const zip = zipSync(files, { level: 9 })
  const tight = await packedTightly(zip)
  expect(unzipSync(tight)).toEqual(files)
  expect(tight.length).toBeLessThan(zip.length)
  expect(await packedTightly(zip)).toEqual(tight)
})
