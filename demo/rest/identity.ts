import type { Row } from '../soql/source.ts'
import type { Caller } from './call.ts'
import { userInfo } from './org-routes.ts'

/**
 * What the identity address answers: the user under older names than userinfo has.
 * https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_using_openid.htm
 */
export function identity(caller: Caller) {
  const { org, userId, origin } = caller
  const user: Row = org.state.store.table('User').get(userId) ?? {}
  const { photos, urls, utcOffset, user_type, active, language, locale } = userInfo(caller)
  return {
    id: `${origin}/id/${org.state.file.orgId}/${userId}`,
    asserted_user: true,
    user_id: userId,
    organization_id: org.state.file.orgId,
    username: user['Username'],
    nick_name: user['CommunityNickname'] ?? user['Alias'],
    display_name: user['Name'],
    email: user['Email'],
    email_verified: true,
    first_name: user['FirstName'] ?? null,
    last_name: user['LastName'],
    timezone: user['TimeZoneSidKey'],
    photos,
    addr_street: user['Street'] ?? null,
    addr_city: user['City'] ?? null,
    addr_state: user['State'] ?? null,
    addr_country: user['Country'] ?? null,
    addr_zip: user['PostalCode'] ?? null,
    mobile_phone: user['MobilePhone'] ?? null,
    mobile_phone_verified: false,
    is_lightning_login_user: false,
    status: { created_date: null, body: null },
    urls,
    active,
    user_type,
    language,
    locale,
    utcOffset,
    last_modified_date: user['LastModifiedDate'],
    is_app_installed: true,
  }
}
