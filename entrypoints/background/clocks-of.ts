import type { Clocks } from '#lib/handoff/clocks.ts'
import type { Handoff } from '#lib/handoff/handoff.ts'
import { builtInTemplates, templateByKey } from '#lib/templates/all.ts'

/** The clocks of a handoff's own template, or of its kind when that is unknown here. */
export function clocksOf({
  template,
  kind,
}: Pick<Handoff, 'template' | 'kind'>): Clocks | undefined {
  const own = templateByKey(template.key) ?? builtInTemplates.find((each) => each.kind === kind)
  return own?.clocks
}
