import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { aeCsm } from '#lib/templates/ae-csm.ts'
import { inOptions } from '../entrypoints/options/in-options.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const { key, version } = aeCsm

/** Draws the name of the template of this version, over a worker on whose shelf it comes from there. */
async function drawn(from: 'built-in' | 'policy') {
  vi.stubGlobal('fetch', async () => Response.json([aeCsm]))
  const ofWorker = { ...aeCsm, name: 'By the company' }
  return inOptions(
    ({ request }) => (request === 'template.list' ? [{ key, version, from }] : ofWorker),
    async () => {
      const { useTemplate } = await import('#components/hooks/use-template.ts')
      return () => <p>{useTemplate({ key, version })?.name}</p>
    },
  )
}

describe('all templates that a surface knows', () => {
  it('are those of Segue and then the company’s own, each read once', async () => {
    vi.stubGlobal('fetch', async () => Response.json([aeCsm]))
    const ofCompany = { ...aeCsm, key: 'own', name: 'By the company' }
    const listed = [
      { key, version, from: 'built-in' },
      { key: 'own', version, from: 'policy' },
    ]
    const { asked } = await inOptions(
      ({ request }) => (request === 'template.list' ? listed : ofCompany),
      async () => {
        const { useAllTemplates } = await import('#components/hooks/use-template.ts')
        return () => (
          <p>
            {useAllTemplates()
              .map(({ name }) => name)
              .join(', ')}
          </p>
        )
      },
    )
    expect(await screen.findByText(`${aeCsm.name}, By the company`)).toBeDefined()
    expect(asked.filter((request) => request === 'template.read')).toHaveLength(1)
  })
})

describe('a template that a surface shows', () => {
  it('is the one of the company where Segue has the same version with other content', async () => {
    await drawn('policy')
    expect(await screen.findByText('By the company')).toBeDefined()
  })

  it('is not asked for where it comes with Segue', async () => {
    const { asked } = await drawn('built-in')
    expect(await screen.findByText(aeCsm.name)).toBeDefined()
    expect(asked).not.toContain('template.read')
  })
})
