import type { Answering } from '#lib/messaging/router.ts'
import { checksAsText, diagnose, stopped } from '#lib/salesforce/doctor.ts'
import { namesIn } from '#lib/salesforce/names.ts'
import type { Office } from './office.ts'
import { outcomeOf } from './outcome.ts'

type InstallRequest = Extract<keyof Answering, `doctor.${string}` | `install.${string}`>

/** What the worker answers about the org's health, and about setting it up. */
export function installAnswers(office: Office): Pick<Answering, InstallRequest> {
  const { gateway, whereabouts, ports } = office
  return {
    'doctor.read': async (_, caller) => {
      const facts = await outcomeOf(async () => gateway.examine(await whereabouts.org(caller)))
      const checks =
        facts.outcome === 'ok'
          ? diagnose(facts.value, namesIn({}))
          : stopped({ kind: facts.trouble.kind, message: facts.trouble.detail })
      return { checks: [...checks], text: checksAsText(checks, `Segue, ${ports.now()}`) }
    },
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
