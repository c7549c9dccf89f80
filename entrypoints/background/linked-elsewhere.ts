import type { Answers } from '#lib/handoff/answer.ts'
import { addressesIn, placeOf } from '#lib/handoff/linked-places.ts'
import { contextSchema } from '#lib/salesforce/context.ts'
import type { Identity } from '#lib/salesforce/identity.ts'
import type { KeptSource } from '#lib/storage/sources.ts'
import type { Office } from './office.ts'

interface Sought {
  readonly url: string
  readonly opportunityId: string
  /** Evidence of all the user's drafts. */
  readonly kept: readonly KeptSource[]
}

/** One place where a link may sit. */
interface Place {
  readonly opportunityId: string
  readonly name: string
  readonly addresses: readonly string[]
}

/** The names of other opportunities that link to the same place, as far as this computer knows. */
export async function linkedElsewhere(
  office: Office,
  user: Identity,
  { url, opportunityId, kept }: Sought,
): Promise<string[]> {
  const sought = placeOf(url)
  if (sought === null) return []
  const places = [
    ...kept.map(ofSource),
    ...(await ofDrafts(office, user)),
    ...(await ofHandoffs(office, user)),
  ]
  const names = places
    .filter((place) => place.opportunityId !== opportunityId)
    .filter(({ addresses }) => addresses.some((address) => placeOf(address) === sought))
    .map(({ name }) => name)
  return [...new Set(names)]
}

function ofSource({ opportunityId, opportunityName: name, source }: KeptSource): Place {
  return { opportunityId, name, addresses: source.kind === 'link' ? [source.url] : [] }
}

async function ofDrafts({ drafts }: Office, user: Identity): Promise<readonly Place[]> {
  return (await drafts.all(user)).map(placeFrom)
}

async function ofHandoffs({ cache }: Office, user: Identity): Promise<readonly Place[]> {
  const contexts = await cache.readAll(user, 'context:')
  return contexts
    .flatMap((context) => contextSchema.safeParse(context).data?.handoffs ?? [])
    .map((handoff) => placeFrom({ ...handoff, answers: handoff.packet?.answers ?? {} }))
}

function placeFrom({
  opportunityId,
  opportunityName: name,
  answers,
}: {
  readonly opportunityId: string
  readonly opportunityName: string
  readonly answers: Answers
}): Place {
  return { opportunityId, name, addresses: addressesIn(answers) }
}
