/** A schema that says whether a value fits. */
interface Fitting<Value> {
  readonly safeParse: (value: unknown) => { readonly success: boolean; readonly data?: Value }
}

/** What a text field holds as JSON; null when it is empty, was edited by hand or is of a version that is not known here. */
export function storedValue<Value>(schema: Fitting<Value>, text: string): Value | null {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
