import type { Handoff } from '#lib/handoff/handoff.ts'
import type { Person } from '#lib/handoff/primitives.ts'
import type { Template } from '#lib/handoff/template.ts'

/** What stands above a handoff: what it is, in which variant, and between whom. Its own number where its template is not here. */
export function headingOf(
  handoff: Handoff | undefined,
  template: Pick<Template, 'name'> | null | undefined,
  me: Person,
) {
  if (!handoff) return { kind: 'on its way', from: me.name, to: undefined }
  const { name, outgoing, incoming, packet } = handoff
  const kind = [template?.name ?? name, ...(packet ? [packet.variant] : [])].join(' · ')
  return { kind, from: outgoing.name, to: incoming?.name ?? null }
}
