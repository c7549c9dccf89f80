import type { Answering, Caller } from '#lib/messaging/router.ts'
import { beginOAuth, endOAuth, isSignedInByOAuth } from '#lib/salesforce/oauth-session.ts'
import { signInRefused } from '#lib/salesforce/oauth-refusals.ts'
import { SalesforceError } from '#lib/salesforce/salesforce-error.ts'
import { clientOf } from './company.ts'
import type { Office } from './office.ts'
import { outcomeOf } from './outcome.ts'
import { policyOf } from './policy-answer.ts'
import { look } from './polling.ts'
import { welcome } from './session-watch.ts'

type SignInRequest = Extract<keyof Answering, `sign-in.${string}` | `policy.${string}`>

/** What the worker answers about how the user signs in, and about the company's policy. */
export function signInAnswers(office: Office): Pick<Answering, SignInRequest> {
  const { company, whereabouts, ports } = office
  return {
    'sign-in.read': (_, caller) => outcomeOf(() => readSignIn(office, caller)),
    'sign-in.choose': (choice, caller) =>
      outcomeOf(async () => {
        await company.choose(await whereabouts.org(caller), {
          ...choice,
          clientId: choice.clientId.trim(),
        })
        ports.announce({ fact: 'identity-changed' })
        return {}
      }),
    'sign-in.begin': (_, caller) => outcomeOf(() => begin(office, caller)),
    'sign-in.end': (_, caller) =>
      outcomeOf(async () => {
        const org = await whereabouts.org(caller)
        await endOAuth(org, ports)
        ports.announce({ fact: 'identity-changed' })
        await look(office, org)
        return {}
      }),
    'policy.read': () => policyOf(office),
  }
}

async function readSignIn({ company, whereabouts, ports }: Office, caller: Caller) {
  const org = await whereabouts.org(caller)
  const [{ policy, set }, own] = await Promise.all([company.reading(), company.choice(org)])
  const companys = clientOf(policy, org)
  return {
    host: org.apiHost,
    way: policy.signIn === 'user' ? own.way : policy.signIn,
    clientId: companys ?? own.clientId,
    decided: {
      way: set.includes('signIn') && policy.signIn !== 'user',
      clientId: companys !== null,
    },
    isSignedIn: await isSignedInByOAuth(org, ports),
    redirectUri: ports.signInWindow.redirectUri(),
  }
}

async function begin(office: Office, caller: Caller): Promise<Record<string, never>> {
  const { company, whereabouts, ports, gateway } = office
  const org = await whereabouts.org(caller)
  const rule = await company.signInRule(org)
  if (rule.way === 'forbidden') throw new SalesforceError('org-not-allowed', org.apiHost)
  if (rule.way !== 'oauth') throw signInRefused('No consumer key is set up for this org.')
  await beginOAuth(org, rule.clientId, ports)
  await gateway.identity(org)
  ports.announce({ fact: 'identity-changed' })
  await welcome(office, org)
  return {}
}
