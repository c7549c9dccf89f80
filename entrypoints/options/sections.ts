import { type ComponentType, lazy } from 'react'

/** One page of the settings. Its key is the address's hash. */
interface OptionsSection {
  readonly key: string
  readonly label: string
  readonly Section: ComponentType
}

/** The settings in the order of the navigation. Each is loaded when it is opened. */
export const sections: readonly OptionsSection[] = [
  {
    key: 'sign-in',
    label: 'Sign-in and org health',
    Section: lazy(async () => ({ default: (await import('./sign-in.tsx')).SignIn })),
  },
  {
    key: 'notifications',
    label: 'Notifications',
    Section: lazy(async () => ({ default: (await import('./notifications.tsx')).Notifications })),
  },
  {
    key: 'selections',
    label: 'Text from any page',
    Section: lazy(async () => ({ default: (await import('./selections.tsx')).Selections })),
  },
  {
    key: 'install',
    label: 'Install in this org',
    Section: lazy(async () => ({ default: (await import('./install.tsx')).Install })),
  },
  {
    key: 'templates',
    label: 'Templates',
    Section: lazy(async () => ({ default: (await import('./templates.tsx')).Templates })),
  },
  {
    key: 'storage',
    label: 'Storage',
    Section: lazy(async () => ({ default: (await import('./storage.tsx')).Storage })),
  },
  {
    key: 'privacy',
    label: 'Privacy',
    Section: lazy(async () => ({ default: (await import('./privacy.tsx')).Privacy })),
  },
]
