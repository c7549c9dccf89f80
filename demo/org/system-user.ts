import type { OrgState } from './state.ts'

/** The user that the org's own records belong to: an administrator, else whoever comes first. */
export function systemUser({ file }: OrgState): string {
  const admin = file.users.find(
    (user) => user.isAdmin === true || /admin/i.test(user.profile ?? ''),
  )
  return admin?.id ?? file.users[0]?.id ?? '005Hu00000SystemIAM'
}
