import { useState } from 'react'
import { selectionMenu, useSelectionMenu } from '#components/hooks/use-selection-menu.ts'
import { SelectionsView } from '#components/options/selections-view.tsx'
import { Notice } from '#components/ui/notice.tsx'

/** Whether what is selected on any page can be added to a draft. */
export function Selections() {
  const isGiven = useSelectionMenu()
  const [isRefused, setRefused] = useState(false)
  if (isGiven === undefined) return <p>Looking at this browser…</p>
  const turn = async (isOn: boolean) => setRefused(!(await (isOn ? begin() : end())))
  return (
    <SelectionsView
      isOn={isGiven}
      canChange={isOptional()}
      trouble={isRefused && refused}
      onTurn={(isOn) => void turn(isOn)}
    />
  )
}

const refused = (
  <Notice tone="warning" title="Your browser did not allow that">
    <p>Your company may have decided so. Text can still be copied, and pasted in the panel.</p>
  </Notice>
)

/** Firefox gives it at installation only. */
function isOptional(): boolean {
  const { optional_permissions: optional = [] } = chrome.runtime.getManifest()
  return optional.includes('contextMenus')
}

/** Chrome grants it only while the press that asks for it is being handled. What a company has blocked it refuses with an error. */
function begin(): Promise<boolean> {
  return chrome.permissions.request(selectionMenu).catch(() => false)
}

/** Entries outlast the permission, and nobody can take them away without it: they go first. */
async function end(): Promise<boolean> {
  await chrome.contextMenus.removeAll()
  return chrome.permissions.remove(selectionMenu)
}
