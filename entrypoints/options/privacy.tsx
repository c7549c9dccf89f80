import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { ask, keys } from '#components/hooks/segue.ts'
import { ForgetSheet, type Wish } from '#components/options/forget-sheet.tsx'
import { PrivacyView } from '#components/options/privacy-view.tsx'
import { TroubleState } from '#components/trouble/trouble-state.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { saveAsFile } from './save-as-file.ts'

/** What is kept on this computer, and the ways to be rid of it. */
export function Privacy() {
  const { data, refetch } = useQuery({
    queryKey: keys.privacy,
    queryFn: () => ask('privacy.read', {}),
  })
  const [wish, setWish] = useState<Wish | null>(null)
  const [notice, setNotice] = useState<ReactNode>(null)
  if (data === undefined) return <p>Looking at this computer…</p>
  const forget = async (wished: Wish) => {
    setWish(null)
    const { forgotten } = await ask('privacy.forget', asked(wished))
    await refetch()
    setNotice(<Notice tone="good" title={`Forgotten: ${forgotten} entries on this computer.`} />)
  }
  const save = async () => {
    const exported = await ask('privacy.export', {})
    if (exported.outcome === 'ok') return saveAsFile('segue-drafts.json', exported.value.json)
    setNotice(<TroubleState trouble={exported.trouble} onAction={() => void save()} />)
  }
  return (
    <>
      <PrivacyView
        {...data}
        notice={notice}
        onForget={(forgetting) => setWish({ what: 'deals', ...forgetting })}
        onForgetOthers={() => setWish({ what: 'others' })}
        onForgetAll={() => setWish({ what: 'everything' })}
        onExport={() => void save()}
      />
      {wish && (
        <ForgetSheet wish={wish} onForget={() => void forget(wish)} onClose={() => setWish(null)} />
      )}
    </>
  )
}

function asked(wish: Wish) {
  return wish.what === 'deals'
    ? { what: wish.what, opportunityIds: wish.deals.map(({ opportunityId }) => opportunityId) }
    : { what: wish.what }
}
