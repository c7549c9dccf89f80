import type { ObjectDescribe } from '../schema/describe.ts'
import type { Row } from '../soql/source.ts'

/** A row with every field the object has, empty or at its default. */
export function defaultRow(
  describe: ObjectDescribe,
  { now, userId }: { readonly now: string; readonly userId: string },
): Row {
  const stamps: Row = {
    CreatedDate: now,
    LastModifiedDate: now,
    SystemModstamp: now,
    CreatedById: userId,
    LastModifiedById: userId,
    OwnerId: userId,
  }
  return Object.fromEntries(
    describe.fields.map((field) => {
      const picked = field.picklistValues.find(({ defaultValue }) => defaultValue)?.value ?? null
      const plain = field.type === 'boolean' ? field['defaultValue'] === true : picked
      return [field.name, stamps[field.name] ?? plain]
    }),
  )
}
