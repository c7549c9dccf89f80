import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'

/** What the browser gives for entries in the menu of a selection. */
export const selectionMenu = { permissions: ['contextMenus' as const] }

/** Whether the user lets us have entries in the menu of a selection; undefined before that is known. */
export function useSelectionMenu(): boolean | undefined {
  const { data, refetch } = useQuery({
    queryKey: ['selection-menu'],
    queryFn: () => chrome.permissions.contains(selectionMenu),
    // What came or went before this was drawn was told to nobody.
    staleTime: 0,
  })
  useEffect(() => {
    const { onAdded, onRemoved } = chrome.permissions
    const again = () => void refetch()
    onAdded.addListener(again)
    onRemoved.addListener(again)
    return () => {
      onAdded.removeListener(again)
      onRemoved.removeListener(again)
    }
  }, [refetch])
  return data
}
