import * as z from 'zod/mini'

/** How much a handoff asks for. */
export const variants = ['express', 'standard', 'enterprise'] as const
export const variantSchema = z.enum(variants)
export type Variant = z.infer<typeof variantSchema>
