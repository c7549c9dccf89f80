import * as z from 'zod/mini'

/** Who may wave a handoff through that is not complete. */
export const bypasses = ['with-manager', 'never'] as const
export const bypassSchema = z.enum(bypasses)
