import type { Caller } from '../rest/call.ts'

/** A user as Connect REST sums one up. */
export function person({ org, version }: Caller, userId: unknown) {
  const user = org.state.store.table('User').get(String(userId)) ?? {}
  const photos = `https://${org.hosts.my}/profilephoto/005`
  return {
    additionalLabel: null,
    communityNickname: user['CommunityNickname'] ?? user['Alias'] ?? null,
    companyName: user['CompanyName'] ?? null,
    displayName: user['Name'],
    firstName: user['FirstName'] ?? null,
    id: user['Id'],
    isActive: user['IsActive'] ?? true,
    isInThisCommunity: true,
    lastName: user['LastName'] ?? null,
    motif: null,
    mySubscription: null,
    name: user['Name'],
    outOfOffice: { message: '' },
    photo: { smallPhotoUrl: `${photos}/T`, largePhotoUrl: `${photos}/F`, photoVersionId: null },
    recordViewUrl: null,
    reputation: null,
    title: user['Title'] ?? null,
    type: 'User',
    url: `/services/data/v${version}/chatter/users/${String(user['Id'])}`,
    userType: 'Internal',
  }
}
