import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { rows } from './everything-written.ts'

const objects = 'salesforce/force-app/main/default/objects'

/** Every column of the package that holds something of its own, by its metadata. */
const columns = readdirSync(objects).flatMap((object) =>
  readdirSync(`${objects}/${object}/fields`)
    .filter(
      (file) => !readFileSync(`${objects}/${object}/fields/${file}`, 'utf8').includes('<formula>'),
    )
    .map((file) => ({ object, name: file.replace('.field-meta.xml', '') })),
)

it.each(columns)('$object.$name is written by something that Segue does', ({ object, name }) => {
  const written = new Set((rows[object] ?? []).flatMap((row) => Object.keys(row)))
  // A child names its handoff by the key that it has before it has an id.
  expect([name, name.replace(/__c$/, '__r')]).toSatisfy((names: readonly string[]) =>
    names.some((one) => written.has(one)),
  )
})
