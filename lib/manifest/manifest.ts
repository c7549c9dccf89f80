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

/** The manifest, beyond what the entrypoints declare. Each permission has its reason in docs/permissions.md. */
export const manifest: UserManifest = {
  name: 'Segue',
  description: 'Hand a Salesforce opportunity to the next person without losing what was learned.',
  minimum_chrome_version: '138',
  incognito: 'not_allowed',
  permissions: ['alarms', 'cookies', 'notifications', 'storage', 'unlimitedStorage'],
  optional_permissions: ['identity'],
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
