import { signIn } from '../browser.ts'
import { spotOf } from '../closed-roots.ts'
import type { Stage } from './stage.ts'

/** Signs the outgoing owner in on the org's own sign-in page. */
export async function signInAsOutgoing({ page, org, cast }: Stage): Promise<void> {
  await signIn(page, org.hosts, cast.outgoing.name)
}

/** Opens the record page of the deal that is handed over. */
export async function openOpportunity({ page, org, cast }: Stage): Promise<void> {
  const { id, name } = cast.opportunity
  await page.goto(`https://${org.hosts.lightning}/lightning/r/Opportunity/${id}/view`)
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
}

/** Waits for the extension's button on the page. */
export async function seeLauncher({ page }: Stage): Promise<void> {
  await spotOf(page, 'button', /handoff/i)
}
