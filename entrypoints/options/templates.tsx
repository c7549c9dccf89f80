import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { ask, queries } from '#components/hooks/segue.ts'
import { Card, Section } from '#components/options/section.tsx'
import { RemoveSheet } from '#components/options/remove-sheet.tsx'
import { TemplateFindings, TemplateImport } from '#components/options/template-import.tsx'
import { TemplateList, type TemplateRow } from '#components/options/template-list.tsx'
import { TroubleState } from '#components/trouble/trouble-state.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { AnswerOf } from '#lib/messaging/requests.ts'
import { type ImportedTemplate, importTemplate } from './import-template.ts'
import { Mapping } from './mapping.tsx'
import { Trial } from './trial.tsx'
import { saveAsFile } from './save-as-file.ts'

const key = ['templates-listed'] as const

/** The templates of this browser, and which fields hold what they ask. */
export function Templates() {
  const { data } = useQuery({ queryKey: key, queryFn: () => ask('template.list', {}) })
  const [leaving, setLeaving] = useState<TemplateRow | null>(null)
  const [trying, setTrying] = useState<TemplateRow | null>(null)
  const [notice, setNotice] = useState<ReactNode>(null)
  const again = () => queries.invalidateQueries({ queryKey: key })
  const settle = async (settled: AnswerOf<'template.remove'>) => {
    setNotice(
      settled.outcome === 'trouble' && (
        <TroubleState trouble={settled.trouble} onAction={() => setNotice(null)} />
      ),
    )
    await again()
  }
  const take = async (text: string) => {
    setNotice(<Imported imported={await importTemplate(text, ask)} />)
    await again()
  }
  return (
    <Section
      title="Templates"
      intro="What a handoff asks, by kind. Own templates are proposed before those that come with Segue."
    >
      <Card title="On this computer">
        {data === undefined ? (
          <p>Looking at this computer…</p>
        ) : (
          <TemplateList
            templates={data}
            onTry={setTrying}
            onExport={(template) => void save(template)}
            onStatus={(row, status) =>
              void ask('template.status', { ...reference(row), status }).then(settle)
            }
            onRemove={setLeaving}
          />
        )}
        {trying && <Trial template={trying} onClose={() => setTrying(null)} />}
        {leaving && (
          <RemoveSheet
            template={leaving}
            onSave={() => void save(leaving)}
            onRemove={() => {
              setLeaving(null)
              void ask('template.remove', reference(leaving)).then(settle)
            }}
            onClose={() => setLeaving(null)}
          />
        )}
      </Card>
      <Card
        title="Import a template"
        intro="Save one as a file, change it, raise its version and import it. Drafts that are under way move along and keep every answer."
      >
        <TemplateImport outcome={notice} onImport={(text) => void take(text)} />
      </Card>
      <Mapping />
    </Section>
  )
}

const reference = ({ key: name, version }: TemplateRow) => ({ key: name, version })

async function save(row: TemplateRow): Promise<void> {
  const template = await ask('template.read', reference(row))
  if (template) saveAsFile(`${row.key}-${row.version}.json`, JSON.stringify(template, null, 2))
}

function Imported({ imported }: { readonly imported: ImportedTemplate }) {
  if (imported.outcome === 'faulty') {
    return (
      <TemplateFindings
        tone="bad"
        title="This template cannot be used yet"
        intro="Nothing was imported. Mend this and import it again:"
        findings={imported.problems}
      />
    )
  }
  const title = `Imported: ${imported.key} ${imported.version}`
  if (imported.notes.length === 0) return <Notice tone="good" title={title} />
  return (
    <TemplateFindings
      tone="warning"
      title={title}
      intro="It can be used. These parts do less than they say:"
      findings={imported.notes}
    />
  )
}
