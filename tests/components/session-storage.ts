/** Chrome's storage for a session, in memory, with what is stored there. */
export function sessionStorage() {
  const stored: Record<string, unknown> = {}
  const session = {
    get: async () => ({ ...stored }),
    set: async (entries: object) => void Object.assign(stored, entries),
    remove: async (key: string) => void Reflect.deleteProperty(stored, key),
  }
  return { stored, session }
}
