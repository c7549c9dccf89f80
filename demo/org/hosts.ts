/** The two hosts a browser meets of one org. */
export interface Hosts {
  readonly my: string
  readonly lightning: string
}

/** The hosts of a My Domain; a sandbox, as `acme--uat`, has one label more, which may be given with it. */
export function hostsOf(myDomain: string): Hosts {
  const kind = /--[^.]*$/.test(myDomain) ? '.sandbox' : ''
  return {
    my: `${myDomain}${kind}.my.salesforce.com`,
    lightning: `${myDomain}${kind}.lightning.force.com`,
  }
}
