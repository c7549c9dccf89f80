import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Sets the letters of a browser that has not been started yet: twice as large as usual, or none below a size. */
export function enlargeLetters(
  profileDir: string,
  webprefs: Readonly<Record<string, number>> = { default_font_size: 32 },
): void {
  mkdirSync(join(profileDir, 'Default'), { recursive: true })
  const settings = { webkit: { webprefs } }
  writeFileSync(join(profileDir, 'Default', 'Preferences'), JSON.stringify(settings))
}
