import { acmeSeed, acmeUsers, brightwater, gatewayTo, orgInProcess } from './org-in-process.ts'

/** Ana at an org, looking at Brightwater. */
export function anaAt(seed = acmeSeed()) {
  const world = orgInProcess(seed)
  world.browser.signIn(acmeUsers.ana)
  const { gateway } = gatewayTo(world)
  return { world, gateway, read: () => gateway.context(world.org, brightwater) }
}
