/** Everything that can stand between the user and Salesforce; each has a designed state in the panel. */
export const troubleKinds = [
  'signed-out',
  'session-expired',
  'wrong-org',
  'wrong-user',
  'api-blocked',
  'api-disabled',
  'needs-oauth',
  'no-permission',
  'not-installed',
  'record-gone',
  'offline',
  'unreachable',
  'limit-reached',
  'rejected',
  'conflict',
  'locked',
  'not-salesforce',
  'unknown',
] as const
export type TroubleKind = (typeof troubleKinds)[number]
