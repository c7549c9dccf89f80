import type { Answering } from '#lib/messaging/router.ts'
import type { Office } from './office.ts'
import { outcomeOf } from './outcome.ts'

type InstallRequest = Extract<keyof Answering, `doctor.${string}` | `install.${string}`>

/** What the worker answers about the org's health, and about setting it up. */
export function installAnswers(office: Office): Pick<Answering, InstallRequest> {
  const { gateway, whereabouts, ports } = office
  return {
    'doctor.read': (_, caller) =>
      outcomeOf(async () => gateway.examine(await whereabouts.org(caller))),
    'install.begin': ({ mode }, caller) =>
      outcomeOf(async () =>
        gateway.deploy(await whereabouts.org(caller), await ports.packageZip(), mode),
      ),
    'install.read': ({ id }, caller) =>
      outcomeOf(async () => gateway.deployment(await whereabouts.org(caller), id)),
    'install.people': ({ text }, caller) =>
      outcomeOf(async () => {
        const found = await gateway.searchUsers(await whereabouts.org(caller), text)
        return found.map(({ userId, name, title, email }) => ({ userId, name, title, email }))
      }),
    'install.assign': ({ set, userIds }, caller) =>
      outcomeOf(async () => [
        ...(await gateway.assign(await whereabouts.org(caller), set, userIds)),
      ]),
  }
}
