import { answerLines } from '#lib/handoff/answer-lines.ts'
import type { Answer } from '#lib/handoff/answer.ts'
import type { Question } from '#lib/handoff/question.ts'
import { rowsOf } from '#lib/handoff/value-text.ts'
import { recordAddress } from '#components/evidence/record-address.ts'
import { useSetting } from '#components/handoff/setting.ts'
import { Button } from '#components/ui/button.tsx'
import { Pill } from '#components/ui/pill.tsx'
import { SafeLink, safeAddress } from '#components/ui/safe-link.tsx'
import { Spoken } from '#components/ui/spoken.tsx'
import { AskBox, useIsAsking, useMayAsk } from './ask-box.tsx'
import { type Place, useDesk, useMayRemark, useReopened } from './desk.ts'
import discussion from './discussion.module.css'
import { ProvenanceBox } from './provenance-box.tsx'
import { RemarkBox, useIsRemarking } from './remark-box.tsx'
import { standsAt, Thread } from './thread.tsx'

interface QuestionReadProps {
  readonly question: Question
  readonly section: string
  readonly answer: Answer | undefined
}

/** One answer as it reads: what backs it is one click away, what was asked and remarked about it stands below it. */
export function QuestionRead({ question, section, answer }: QuestionReadProps) {
  const { changed } = useDesk()
  const lines = answerLines(question, answer)
  const place = { question: question.key, section }
  return (
    <div data-question={question.key} tabIndex={-1}>
      <dt>
        {question.label} {changed.has(question.key) && <Pill tone="accent">Changed</Pill>}
        {question.tier === 'recipient' && <Pill icon="lock">read by the recipient only</Pill>}
      </dt>
      {lines.length === 0 && <dd data-silent>Not answered</dd>}
      {lines.map(({ text, row }) => (
        <dd key={row ?? text} dir="auto">
          {text} <WayThere {...{ answer, row, text }} />
        </dd>
      ))}
      <dd className={discussion['about']}>
        <Tools place={place} label={question.label} answer={answer} />
        <Thread here={(one) => standsAt(one, place)} />
      </dd>
    </div>
  )
}

interface WayThereProps extends Pick<QuestionReadProps, 'answer'> {
  readonly row: string | undefined
  readonly text: string
}

/** Opens the document, recording or record of Salesforce that a row of the answer names. */
function WayThere({ answer, row, text }: WayThereProps) {
  const { lightningOrigin } = useSetting()
  const rows = answer?.kind === 'given' ? rowsOf(answer.value) : []
  const cells: Readonly<Record<string, string | number | boolean>> = {
    ...rows.find(({ id }) => id === row),
  }
  const { url, recordId = '' } = cells
  const address = safeAddress(String(url || recordAddress(lightningOrigin, String(recordId))))
  return (
    address && (
      <SafeLink address={address}>
        Open
        <Spoken> “{text}”</Spoken>
      </SafeLink>
    )
  )
}

type Tool = 'evidence' | 'ask' | 'remark'

interface ToolsProps {
  readonly place: Place & { readonly question: string }
  readonly label: string
  readonly answer: Answer | undefined
}

function Tools({ place, label, answer }: ToolsProps) {
  const isAsking = useIsAsking(place.question)
  const begun = useIsRemarking(place) ? 'remark' : null
  const [open, setOpen] = useReopened<Tool>(isAsking ? 'ask' : begun)
  const offered = useOffered(answer)
  const close = () => setOpen(null)
  return (
    <>
      <div className={discussion['tools']} data-open={open !== null}>
        {offered.map(({ tool, words }) => (
          <Button
            key={tool}
            look="link"
            data-opens={tool === 'ask' ? 'ask' : undefined}
            aria-expanded={open === tool}
            onClick={() => setOpen(open === tool ? null : tool)}
          >
            {words}
            <Spoken> about “{label}”</Spoken>
          </Button>
        ))}
      </div>
      {open === 'evidence' && answer && <ProvenanceBox answer={answer} />}
      {open === 'ask' && <AskBox question={place.question} onClose={close} />}
      {open === 'remark' && <RemarkBox place={place} onClose={close} />}
    </>
  )
}

/** What this reader can do about an answer now. */
function useOffered(answer: Answer | undefined): readonly { tool: Tool; words: string }[] {
  const mayAsk = useMayAsk()
  const mayRemark = useMayRemark()
  const count = answer?.kind === 'given' ? answer.evidence.length : 0
  return [
    ...(mayAsk ? [{ tool: 'ask' as const, words: 'Ask' }] : []),
    ...(mayRemark ? [{ tool: 'remark' as const, words: 'Remark' }] : []),
    ...(answer === undefined
      ? []
      : [{ tool: 'evidence' as const, words: count === 0 ? 'Source' : `Evidence (${count})` }]),
  ]
}
