import { isFieldType } from '../schema/field.ts'
import { standardObjects } from '../standard/standard-objects.ts'
import type { OrgSeed } from './seed.ts'

/** Warns of what no describe answer says, though a folder may: types of another vocabulary, and a part of an object's fields. */
export function checkDescribes({ describes }: OrgSeed): void {
  const standard = new Set(standardObjects().map(({ describe }) => describe.name))
  for (const { name, fields, keyPrefix } of describes) {
    const owner =
      keyPrefix && standardObjects().find(({ describe }) => describe.keyPrefix === keyPrefix)
    if (owner && owner.describe.name !== name) {
      process.emitWarning(
        `describe/${name}, keyPrefix: ids of ${owner.describe.name} begin with ${keyPrefix}, and would be taken for those of ${name}.`,
      )
    }
    for (const field of fields.filter(({ type }) => !isFieldType(type))) {
      process.emitWarning(
        `describe/${name}, ${field.name}: describe names no type ${field.type}; it says string, picklist, boolean, reference and the like.`,
      )
    }
    if (standard.has(name) && !fields.some((field) => field.name === 'Id')) {
      process.emitWarning(
        `describe/${name} stands in the place of all fields of ${name}, and lacks even Id: start from what the describe call returns.`,
      )
    }
  }
}
