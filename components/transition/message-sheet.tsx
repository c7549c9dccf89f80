import { useId, useState } from 'react'
import * as z from 'zod/mini'
import { useSetting } from '#components/handoff/setting.ts'
import { useDesk, useTyped } from '#components/packet/desk.ts'
import packet from '#components/packet/packet.module.css'
import { Button } from '#components/ui/button.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { directionAround } from '#components/ui/direction.ts'
import { EffectButton } from '#components/ui/effect-button.tsx'
import control from '#components/ui/control.module.css'
import { Field } from '#components/ui/field.tsx'
import { SafeLink } from '#components/ui/safe-link.tsx'
import { Sheet } from '#components/ui/sheet.tsx'
import { TextBox } from '#components/ui/text-box.tsx'
import { mailLink } from '#lib/handoff/mail-link.ts'
import type { MessageTemplate } from '#lib/templates/messages.ts'
import type { FilledMessage } from './filled-message.ts'

interface MessageSheetProps {
  readonly message: MessageTemplate
  /** Fills the message, addressed to a contact by name. */
  readonly fill: (contact: string) => FilledMessage
  /** Says that it went out; resolves to whether that is on its way. */
  readonly onSent: () => Promise<boolean>
  readonly onClose: () => void
}

/** What somebody has written in a message, and to whom. */
const writtenSchema = z.object({ to: z.string(), subject: z.string(), body: z.string() })

function useKept({ key }: MessageTemplate) {
  const [kept, keep] = useTyped(`message:${key}`)
  const written = kept === '' ? undefined : writtenSchema.safeParse(JSON.parse(kept)).data
  return [written, keep] as const
}

/** Whom a message goes to and what it says: as it was filled until somebody writes in it, which is kept until it was sent. */
function useWriting({ message, fill }: Pick<MessageSheetProps, 'message' | 'fill'>) {
  const { deal } = useSetting()
  const [written, keep] = useKept(message)
  const contacts = message.toCustomer ? deal.contactRoles : []
  const first = contacts.find(({ isPrimary }) => isPrimary) ?? contacts[0]
  const [chosen, choose] = useState(first?.contactId)
  const to = written?.to ?? chosen
  const contact = contacts.find(({ contactId }) => contactId === to) ?? first
  const filled = fill(contact?.name ?? '')
  const { subject, body } = written ?? filled
  const write = (text: Pick<FilledMessage, 'subject' | 'body'>, toWhom = to ?? '') =>
    keep(JSON.stringify({ to: toWhom, ...text }))
  const isThere = (field: string) => `${subject}${body}`.includes(`[${field}]`)
  return {
    contacts,
    contact,
    address: (contactId: string) => {
      choose(contactId)
      const next = contacts.find((one) => one.contactId === contactId)
      if (!written || !contact || !next) return
      const renamed = (text: string) => text.replaceAll(contact.name, next.name)
      write({ subject: renamed(subject), body: renamed(body) }, contactId)
    },
    subject,
    body,
    write,
    isWritten: written !== undefined,
    fillAnew: () => keep(''),
    missing: filled.missing.filter(isThere),
    dir: (text: string) => directionAround(filled.filled, text),
  }
}

/** A message ready to send: to be read once more, changed, and opened in the user's own mail program. */
export function MessageSheet({ message, fill, onSent, onClose }: MessageSheetProps) {
  const { isBusy } = useDesk()
  const writing = useWriting({ message, fill })
  const { contacts, contact, address, subject, body, write, missing, dir, fillAnew } = writing
  const sent = async () => {
    if (!(await onSent())) return
    fillAnew()
    onClose()
  }
  return (
    <Sheet
      title={message.name}
      onClose={onClose}
      footer={
        <EffectButton look="main" disabled={isBusy} onPress={() => void sent()}>
          I have sent it
        </EffectButton>
      }
    >
      {contact && <Recipient {...{ contacts }} contactId={contact.contactId} onContact={address} />}
      <Gaps missing={missing} />
      <Field label="Subject">
        {(names) => (
          <TextBox
            names={names}
            value={subject}
            dir={dir(subject)}
            onText={(text) => write({ body, subject: text })}
          />
        )}
      </Field>
      <Field label="Text">
        {(names) => (
          <TextBox
            names={names}
            lines="many"
            value={body}
            dir={dir(body)}
            onText={(text) => write({ subject, body: text })}
          />
        )}
      </Field>
      {writing.isWritten && (
        <Button look="link" onClick={fillAnew}>
          Fill it anew
        </Button>
      )}
      <Ways to={contact?.email ?? ''} {...{ subject, body }} />
    </Sheet>
  )
}

interface RecipientProps {
  readonly contacts: readonly {
    readonly contactId: string
    readonly name: string
    readonly email: string
  }[]
  readonly contactId: string
  readonly onContact: (contactId: string) => void
}

function Recipient({ contacts, contactId, onContact }: RecipientProps) {
  return (
    <Field label="To">
      {(names) => (
        <select
          {...names}
          className={control['control']}
          value={contactId}
          onChange={({ target }) => onContact(target.value)}
        >
          {contacts.map((one) => (
            <option key={one.contactId} value={one.contactId}>
              {one.email === '' ? `${one.name} (no mail address)` : `${one.name}, ${one.email}`}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

const fieldWords: Readonly<Record<string, string>> = {
  contact: 'whom it is for',
  goals: 'their goals',
  timeline: 'the dates',
  facts: 'what may be told',
  people: 'people',
  promises: 'promises',
  notReopened: 'what is closed',
  risks: 'risks',
  openQuestions: 'open questions',
  actions: 'first actions',
}

function Gaps({ missing }: Pick<FilledMessage, 'missing'>) {
  if (missing.length === 0) return null
  const named = missing.map((field) => fieldWords[field] ?? field).join(', ')
  return (
    <p className={packet['obstacles']}>
      The handoff says nothing that may go in here about {named}. Fill the places in brackets, or
      take them out.
    </p>
  )
}

interface WaysProps {
  readonly to: string
  readonly subject: string
  readonly body: string
}

/** How it gets out: copied, or opened in the user's own mail program. */
function Ways({ to, subject, body }: WaysProps) {
  const hintId = useId()
  const { address, isWhole } = mailLink({ to: to === '' ? [] : [to], cc: [], subject, body })
  return (
    <>
      <div className={packet['actions']}>
        <CopyButton text={() => `${subject}\n\n${body}`}>Copy</CopyButton>
        <SafeLink address={address}>Open in your mail program</SafeLink>
      </div>
      <p id={hintId} className={packet['soft']}>
        {isWhole
          ? 'Nothing is sent from here.'
          : 'This text is too long to be handed to a mail program: copy it, then paste it there. Nothing is sent from here.'}
      </p>
    </>
  )
}
