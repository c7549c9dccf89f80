import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

// What translates a page swaps its texts for others that React does not know: numbers would stand still, and the
// page break at the next change. Chrome goes by the name "google", others by the attribute.
it.each(globSync('entrypoints/*/index.html'))('%s is not translated by browsers', (page) => {
  const html = readFileSync(page, 'utf8')
  expect(html).toMatch(/<html lang="en" translate="no">/)
  expect(html).toMatch(/<meta name="google" content="notranslate" \/>/)
})
