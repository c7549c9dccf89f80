import { act, cleanup } from '@testing-library/react'
import { type ReactNode, useState } from 'react'
import { vi } from 'vitest'
import { type Acts, type Desk, WithDesk } from '#components/packet/desk.ts'
import { handoff } from '../lib/handoff/builders.ts'
import { inSetting } from './in-setting.tsx'

type Texts = Desk['typed']

/** What a packet is drawn with in which nothing can be done and which has nothing beside its answers. */
export const plainPacket = {
  formats: { locale: 'en-GB', timeZone: 'UTC' },
  actions: null,
  brief: null,
  transition: null,
  owner: null,
  mail: null,
  prompts: [],
}

/** Acts that are on their way at once. */
function actsDone() {
  const done = async () => true
  return {
    ask: vi.fn<Acts['ask']>(done),
    reply: vi.fn<Acts['reply']>(done),
    remark: vi.fn<Acts['remark']>(done),
    remind: vi.fn<Acts['remind']>(done),
    reassign: vi.fn<Acts['reassign']>(done),
    settle: vi.fn<Acts['settle']>(done),
    judge: vi.fn<Acts['judge']>(done),
    change: vi.fn<Acts['change']>(done),
    surprise: vi.fn<Acts['surprise']>(done),
    report: vi.fn<Acts['report']>(done),
    rate: vi.fn<Acts['rate']>(done),
    hear: vi.fn<Acts['hear']>(done),
    record: vi.fn<Acts['record']>(done),
    trace: vi.fn<Acts['trace']>(done),
  }
}

/** A desk at which nothing has been done yet, and whose acts are on their way at once. */
export function plainDesk(over: Partial<Desk> = {}): Desk {
  return {
    handoff: handoff(),
    role: 'incoming',
    now: Date.parse('2026-03-10T09:00:00Z'),
    isBusy: false,
    typed: {},
    type: () => undefined,
    acts: actsDone(),
    changed: new Set(),
    reviewed: {},
    onRead: () => undefined,
    assess: () => [],
    mayRead: async () => true,
    happens: () => [],
    ...over,
  }
}

/** Renders what is drawn while a handoff is read. What stands in its boxes outlives a reload, as it does in a browser. */
export function atDesk(node: ReactNode, over: Partial<Desk> = {}) {
  const kept: { texts: Texts; type: Desk['type'] } = {
    texts: over.typed ?? {},
    type: () => undefined,
  }
  const acts = actsDone()
  function Around({ inside, changes }: { inside: ReactNode; changes: Partial<Desk> }) {
    const [typed, setTyped] = useState<Texts>({})
    // It is read a moment after the first drawing.
    if (typed !== kept.texts) queueMicrotask(() => setTyped(kept.texts))
    const type = (name: string, text: string) => {
      const { [name]: _, ...others } = kept.texts
      kept.texts = text === '' ? others : { ...others, [name]: text }
      setTyped(kept.texts)
    }
    const [stableType] = useState(() => type)
    kept.type = stableType
    const desk = plainDesk({ acts, ...over, ...changes, typed, type: stableType })
    return <WithDesk value={desk}>{inside}</WithDesk>
  }
  const { user, show } = inSetting(<Around inside={node} changes={{}} />)
  return {
    user,
    acts,
    typed: () => kept.texts,
    /** What was sent from a box comes back to it. */
    giveBack: (name: string, text: string) => act(() => kept.type(name, text)),
    /** The handoff as it reads now. */
    become: (changes: Partial<Desk>) => show(<Around inside={node} changes={changes} />),
    reload: () => {
      cleanup()
      return inSetting(<Around inside={node} changes={{}} />)
    },
  }
}
