/** A field whose value decides what another picklist offers. */
interface Controller {
  readonly type: string
  readonly picklistValues: readonly { readonly value: string }[]
}

/**
 * The values of the controlling field that a choice is offered for. `validFor` has a bit for each of them, the
 * leftmost first, in base64; a checkbox has two, unchecked first.
 * https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_describesobjects_describesobjectresult.htm
 */
export function valuesItIsFor(validFor: string, { type, picklistValues }: Controller): string[] {
  const values = type === 'boolean' ? ['false', 'true'] : picklistValues.map(({ value }) => value)
  const bytes = Uint8Array.from(atob(validFor), (character) => character.charCodeAt(0))
  return values.filter((_, at) => ((bytes[at >> 3] ?? 0) & (0x80 >> (at % 8))) !== 0)
}
