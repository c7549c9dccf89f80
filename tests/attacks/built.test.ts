import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { manifest, manifestFor } from '#lib/manifest/manifest.ts'

const built = process.env['SEGUE_BUILD'] ?? '.output/chrome-mv3'
const sources = globSync('{lib,components,entrypoints}/**/*.{ts,tsx}')
const sourceText = sources.map((file) => readFileSync(file, 'utf8')).join('\n')

/** The text files of the build. */
function textsOfBuild(): readonly (readonly [string, string])[] {
  return readdirSync(built, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(js|html|css|json)$/.test(file))
    .map((file) => [file, readFileSync(join(built, file), 'utf8')] as const)
}

const offences = (patterns: readonly RegExp[]) =>
  textsOfBuild().flatMap(([file, text]) =>
    patterns.filter((pattern) => pattern.test(text)).map((pattern) => `${file}: ${pattern.source}`),
  )

describe('the source', () => {
  it('A27: listens to nobody outside', () => {
    expect(sourceText).not.toMatch(/onMessageExternal|onConnectExternal|externally_connectable/)
    expect(manifest).not.toHaveProperty('externally_connectable')
  })

  it('A27: listens to no message of the page', () => {
    const contentScript = sources.filter((file) => file.includes('overlay.content'))
    const text = contentScript.map((file) => readFileSync(file, 'utf8')).join('\n')
    expect(text).not.toMatch(/addEventListener\(\s*'message'|postMessage/)
  })

  it('A35: holds no client secret', () => {
    expect(sourceText).not.toMatch(/client_secret|clientSecret/)
  })

  it('A44: sends no bulk CSV', () => {
    expect(sourceText).not.toMatch(/jobs\/ingest|jobs\/query/)
  })

  it('A46: never runs in incognito windows', () => {
    expect(manifest.incognito).toBe('not_allowed')
  })

  it('A51: writes no HTML of its own', () => {
    expect(sourceText).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write/,
    )
  })
})

describe('the manifest', () => {
  it('A53: is this one and no other', () => {
    expect(manifest).toMatchInlineSnapshot(`
      {
        "commands": {
          "open-handoff": {
            "description": "Start or open the handoff of the opportunity shown",
            "suggested_key": {
              "default": "Alt+Shift+H",
            },
          },
        },
        "content_security_policy": {
          "extension_pages": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self' https://*.my.salesforce.com; base-uri 'none'; form-action 'none'; object-src 'none'; frame-ancestors 'self' https://*.lightning.force.com; require-trusted-types-for 'script'",
        },
        "description": "Hand a Salesforce opportunity to the next person without losing what was learned.",
        "host_permissions": [
          "https://*.lightning.force.com/*",
          "https://*.my.salesforce.com/*",
        ],
        "incognito": "not_allowed",
        "minimum_chrome_version": "138",
        "name": "Segue",
        "optional_permissions": [
          "contextMenus",
          "identity",
        ],
        "permissions": [
          "alarms",
          "cookies",
          "notifications",
          "storage",
          "unlimitedStorage",
        ],
        "storage": {
          "managed_schema": "managed-schema.json",
        },
        "web_accessible_resources": [
          {
            "matches": [
              "https://*.lightning.force.com/*",
            ],
            "resources": [
              "panel.html",
              "card.html",
            ],
            "use_dynamic_url": true,
          },
        ],
      }
    `)
  })

  it('A53: is the same for Edge, and for Firefox but for what Firefox demands', () => {
    expect(manifestFor('edge')).toBe(manifest)
    const { browser_specific_settings: gecko, permissions, ...shared } = manifestFor('firefox')
    expect(manifest).toMatchObject(shared)
    expect(permissions).toEqual([...(manifest.permissions ?? []), 'contextMenus', 'identity'])
    expect(Object.keys(gecko ?? {})).toEqual(['gecko'])
  })

  it('A53: asks for five permissions and two hosts at most', () => {
    expect(manifest.permissions?.length).toBeLessThanOrEqual(5)
    expect(manifest.host_permissions).toHaveLength(2)
  })
})

describe.runIf(existsSync(built))('the build', () => {
  it('A36: names no plain http address', () => {
    expect(offences([/http:\/\/(?!www\.w3\.org\/|soap\.sforce\.com\/)/])).toEqual([])
  })

  it('A51: holds no eval, no code from strings, no remote code', () => {
    const patterns = [
      /\beval\(/,
      /\bnew Function\(/,
      /\bimportScripts\(/,
      /import\(["']https?:/,
      /<script[^>]+src=["']?https?:/,
      /WebAssembly\./,
    ]
    expect(offences(patterns)).toEqual([])
  })

  it('says whose work is in it', () => {
    const licences = readFileSync(join(built, 'licences.txt'), 'utf8')
    const { dependencies } = z
      .object({ dependencies: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync('package.json', 'utf8')))
    const left = Object.entries(dependencies).filter(
      ([name, version]) => !licences.includes(`${name} ${version}`),
    )
    expect(left).toEqual([])
    expect(licences).toContain('Permission is hereby granted')
  })

  it('A55: holds no source map, no secret and no hook of the tests', () => {
    const patterns = [
      /sourceMappingURL/,
      /-----BEGIN [A-Z ]*PRIVATE KEY/,
      /00D[A-Za-z0-9]{12}![A-Za-z0-9._]{20}/,
      /yieldPoint|segue-yield/,
    ]
    expect(offences(patterns)).toEqual([])
    const others = readdirSync(built, { recursive: true, encoding: 'utf8' })
    expect(others.filter((file) => /\.(map|pem|key|env|ts|tsx)$/.test(file))).toEqual([])
  })
})
