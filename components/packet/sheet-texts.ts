import { useState } from 'react'
import type { Texts } from '#components/hooks/use-typed-texts.ts'

/** Where the words of a sheet are kept: with those of the surface, else as long as the sheet is open. */
export interface SheetTexts {
  readonly typed?: Texts
  readonly onType?: (name: string, text: string) => void
}

/** What stands in the boxes of a sheet, by name, and how it changes. */
export function useTexts({ typed, onType }: SheetTexts) {
  const [own, setOwn] = useState<Texts>({})
  const typeHere = (name: string, text: string) => setOwn({ ...own, [name]: text })
  return { typed: typed ?? own, onType: onType ?? typeHere }
}
