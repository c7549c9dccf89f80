import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { commandsFor, InstallView } from '#components/options/install-view.tsx'
import { NamesView } from '#components/options/names-view.tsx'
import type { NamesRule } from '#lib/salesforce/org-names.ts'

afterEach(cleanup)

const host = 'acme.my.salesforce.com'

function shown(rule: NamesRule) {
  const onNames = vi.fn()
  render(<NamesView {...{ rule, host, onNames }} isSaving={false} outcome={null} />)
  return onNames
}

const type = (box: string, text: string) =>
  fireEvent.input(screen.getByRole('textbox', { name: box }), { target: { value: text } })
const use = () => screen.getByRole('button', { name: 'Use these names' })

describe('the names of an org', () => {
  it('are shown, and cannot be changed, where the company has set them', () => {
    shown({ by: 'company', names: { namespace: 'acme', objects: { event: 'Log__c' } } })
    expect(screen.getByText('Set by your company')).toBeDefined()
    expect(screen.getAllByText('acme__Handoff__c')).toHaveLength(1)
    expect(screen.getByText('Log__c')).toBeDefined()
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('are taken as they are typed, when they can be names', () => {
    const onNames = shown({ by: 'nobody', names: {} })
    expect(use()).toHaveProperty('disabled', true)
    type('Namespace', '1st')
    fireEvent.click(use())
    expect(screen.getByRole('alert').textContent).toContain('begins with a letter')
    expect(onNames).not.toHaveBeenCalled()
    type('Namespace', 'acme__')
    fireEvent.click(use())
    expect(onNames).toHaveBeenCalledExactlyOnceWith({ namespace: 'acme' })
  })

  it('are looked for again when they are taken away', () => {
    const onNames = shown({ by: 'user', names: { objects: { handoff: 'Deal__c' } } })
    type('Handoffs', '')
    fireEvent.click(use())
    expect(onNames).toHaveBeenCalledExactlyOnceWith(null)
  })

  it.each([
    ['a namespace', { namespace: 'acme' }, null],
    ['other objects', { objects: { handoff: 'Deal__c' } }, null],
    ['an object of its own by that name', {}, 'Handoff__c'],
  ])('are never deployed over: not in an org with %s', (_, names, taken) => {
    const none = () => undefined
    const does = { onTry: none, onDeploy: none, onCopy: none }
    render(<InstallView {...{ host, names, taken, ...does }} isRunning={false} outcome={null} />)
    expect(screen.queryByRole('button', { name: 'Deploy to this org' })).toBeNull()
  })

  it('stand in the commands that deploy the package under them', () => {
    const commands = commandsFor(host, { objects: { handoff: 'Deal__c' } })
    expect(commands).toContain('rename.ts --out ../segue-package Handoff__c=Deal__c\n')
    expect(commandsFor(host, {})).not.toContain('rename.ts')
  })
})
