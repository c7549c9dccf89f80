import type { Answering, Caller } from '#lib/messaging/router.ts'
import type { Office } from './office.ts'
import { outcomeOf } from './outcome.ts'
import { rename } from './renaming.ts'

/** What the user may see is asked for anew. */
const rightsChanged = { fact: 'identity-changed' } as const

type InstallRequest = Extract<keyof Answering, `doctor.${string}` | `install.${string}`>

/** What the worker answers about the org's health, and about setting it up. */
export function installAnswers(office: Office): Pick<Answering, InstallRequest> {
  const { gateway, naming, whereabouts, ports } = office
  return {
    'doctor.read': (_, caller) => outcomeOf(() => examine(office, caller)),
    'install.names': (_, caller) =>
      outcomeOf(async () => {
        const org = await whereabouts.org(caller)
        return { host: org.apiHost, ...(await naming.rule(org)) }
      }),
    'install.name': ({ names }, caller) => outcomeOf(() => rename(office, caller, names)),
    'install.begin': ({ mode }, caller) =>
      outcomeOf(async () =>
        gateway.deploy(await whereabouts.org(caller), await ports.packageZip(), mode),
      ),
    'install.read': ({ id }, caller) =>
      outcomeOf(async () => {
        const deployment = await gateway.deployment(await whereabouts.org(caller), id)
        if (deployment.isDone) ports.announce(rightsChanged)
        return deployment
      }),
    'install.people': ({ text }, caller) =>
      outcomeOf(async () => {
        const found = await gateway.searchUsers(await whereabouts.org(caller), text, true)
        return found.map(({ userId, name, title, email }) => ({ userId, name, title, email }))
      }),
    'install.assign': ({ set, userIds }, caller) =>
      outcomeOf(async () => {
        const assigned = await gateway.assign(await whereabouts.org(caller), set, userIds)
        ports.announce(rightsChanged)
        return [...assigned]
      }),
  }
}

/** Looks at the org; once more when the package was found under another namespace. */
async function examine({ gateway, naming, whereabouts }: Office, caller: Caller) {
  const org = await whereabouts.org(caller)
  const first = await gateway.examine(org)
  const isFound = first.elsewhere !== null && (await naming.found(org, first.elsewhere))
  const facts = isFound ? await gateway.examine(org) : first
  return { ...facts, names: await naming.of(org) }
}
