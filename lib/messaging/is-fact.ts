import type { Fact } from './facts.ts'

const names: { readonly [Name in Fact['fact']]: true } = {
  'draft-changed': true,
  'context-changed': true,
  'outbox-changed': true,
  'inbox-changed': true,
  'evidence-changed': true,
  'storage-changed': true,
  'identity-changed': true,
  'templates-changed': true,
  'mapping-changed': true,
  'page-changed': true,
  'panel-summoned': true,
  'panel-aimed': true,
}

/** Whether a message of the worker is a fact; like its answers, the worker parses a fact before it crosses. */
export function isFact(message: unknown): message is Fact {
  if (typeof message !== 'object' || message === null || !('fact' in message)) return false
  return typeof message.fact === 'string' && Object.hasOwn(names, message.fact)
}
