import type { UserManifest } from 'wxt'

const lightning = 'https://*.lightning.force.com/*'
const api = 'https://*.my.salesforce.com/*'

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  // Itself: the package that an admin deploys lies in the extension.
  "connect-src 'self' https://*.my.salesforce.com",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "frame-ancestors 'self' https://*.lightning.force.com",
  "require-trusted-types-for 'script'",
].join('; ')

const permissions = ['alarms', 'cookies', 'notifications', 'storage', 'unlimitedStorage']

/** The manifest, beyond what the entrypoints declare. Each permission has its reason in docs/permissions.md. */
export const manifest: UserManifest = {
  name: 'Segue',
  description: 'Hand a Salesforce opportunity to the next person without losing what was learned.',
  minimum_chrome_version: '138',
  incognito: 'not_allowed',
  permissions,
  optional_permissions: ['contextMenus', 'identity'],
  host_permissions: [lightning, api],
  storage: { managed_schema: 'managed-schema.json' },
  commands: {
    'open-handoff': {
      suggested_key: { default: 'Alt+Shift+H' },
      description: 'Start or open the handoff of the opportunity shown',
    },
  },
  content_security_policy: { extension_pages: contentSecurityPolicy },
  web_accessible_resources: [
    { resources: ['panel.html', 'card.html'], matches: [lightning], use_dynamic_url: true },
  ],
}

/** The manifest for Firefox: what it asks for, without what only Chromium knows. */
function forFirefox(): UserManifest {
  const { minimum_chrome_version: _, optional_permissions: optional = [], ...shared } = manifest
  return {
    ...shared,
    // Firefox gives these at installation only.
    permissions: [...permissions, ...optional],
    browser_specific_settings: {
      gecko: {
        id: 'segue@segue.example',
        strict_min_version: '142.0',
        // What is written goes to the user's own Salesforce org, under the user's own session, and to nobody else.
        data_collection_permissions: {
          required: ['authenticationInfo', 'personallyIdentifyingInfo', 'personalCommunications'],
        },
      },
    },
  }
}

/** The manifest for a browser, such as `chrome`, `edge` or `firefox`. */
export function manifestFor(browser: string): UserManifest {
  return browser === 'firefox' ? forFirefox() : manifest
}
