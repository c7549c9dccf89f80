// npm run --silent sbom: the bill of materials (CycloneDX) of what ships, from npm's of everything.
// npm's own --omit dev leaves React and zod out too, because packages that only test need them as well.
import { readFileSync } from 'node:fs'
import * as z from 'zod/mini'

const billSchema = z.looseObject({
  components: z.array(
    z.looseObject({
      'bom-ref': z.string(),
      properties: z.array(z.object({ name: z.string() })),
    }),
  ),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
})
type Component = z.infer<typeof billSchema>['components'][number]

const onlyBuilds = ({ properties }: Component) =>
  properties.some(({ name }) => name === 'cdx:npm:package:development')

const bill = billSchema.parse(JSON.parse(readFileSync(0, 'utf8')))
const left = new Set(bill.components.filter(onlyBuilds).map((each) => each['bom-ref']))
const shipped = {
  ...bill,
  components: bill.components.filter((each) => !left.has(each['bom-ref'])),
  dependencies: bill.dependencies
    .filter(({ ref }) => !left.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((on) => !left.has(on)) })),
}
process.stdout.write(`${JSON.stringify(shipped, null, 2)}\n`)
