import * as z from 'zod/mini'

/** Says that a press was made once and just now. */
export const confirmationSchema = z.strictObject({
  id: z.uuid(),
  /** Milliseconds since 1970. */
  at: z.number(),
})
export type Confirmation = z.infer<typeof confirmationSchema>

/** How long a confirmation is worth something, in milliseconds. */
const validFor = 60 * 1000

/** Where confirmations that were heard are remembered while the browser runs. */
interface Memory {
  readonly get: (key: string) => Promise<unknown>
  readonly set: (key: string, value: unknown) => Promise<void>
}

const heardKey = 'confirmations'
const heardSchema = z.array(confirmationSchema)

/** Returns what tells whether a confirmation is recent and is heard for the first time. */
export function createConfirmations(
  memory: Memory,
  now: () => number,
): (confirmation: Confirmation | undefined) => Promise<boolean> {
  // Two copies may arrive while the first is still being written down.
  const heardHere = new Set<string>()
  const isRecent = ({ at }: Confirmation) => Math.abs(now() - at) <= validFor
  return async (confirmation) => {
    if (!confirmation || !isRecent(confirmation) || heardHere.has(confirmation.id)) return false
    heardHere.add(confirmation.id)
    const heard = heardSchema.safeParse(await memory.get(heardKey)).data ?? []
    if (heard.some(({ id }) => id === confirmation.id)) return false
    await memory.set(heardKey, [...heard.filter(isRecent), confirmation])
    return true
  }
}
