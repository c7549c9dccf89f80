/** Who looks at the figures. */
export const identity = {
  userId: '005000000000001AAA',
  userName: 'Ana Alvarez',
  orgId: '00D000000000001AAA',
  orgName: 'Acme',
  host: 'acme.my.salesforce.com',
  lightningOrigin: 'https://acme.lightning.force.com',
  locale: 'en_GB',
  timeZone: 'UTC',
}
