import { visit } from './navigate.js'
import { toast } from './tabs.js'

const NUMERIC = new Set(['currency', 'double', 'int', 'percent'])

/** Saves what the dialogs hold; what Salesforce has against it is shown in the dialog. */
export function listenToDialogs() {
  document.addEventListener('submit', (event) => {
    const { save, create } = event.target.dataset
    if (save === undefined && create === undefined) return
    event.preventDefault()
    void send(event.target, create === undefined ? `save/${save}` : `create/${create}`)
  })
  document.addEventListener('click', (event) => {
    if (event.target.closest?.('[data-back]')) history.back()
  })
  document.addEventListener('keydown', (event) => {
    const cancel = document.querySelector('dialog.modal header :is(a, button)')
    if (event.key === 'Escape' && cancel) cancel.click()
  })
}

async function send(form, action) {
  const answer = await fetch(`/demo/${action}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(changesOf(form)),
  })
  const { problems, id } = await answer.json()
  if (!answer.ok) {
    const words = problems.map(({ message }) => message).join(' ') || 'This cannot be saved.'
    form.querySelector('.problems').textContent = words
    return
  }
  await visit(`/lightning/r/${id}/view`, 'replace')
  toast('Saved.')
}

/** Only what was changed is sent, so that rules about changed fields see what the user did. */
function changesOf(form) {
  const inputs = [...form.elements].filter(({ name }) => name !== '')
  return Object.fromEntries(inputs.filter(isChanged).map((input) => [input.name, valueOf(input)]))
}

function isChanged(input) {
  if (input.options) return [...input.options].some((one) => one.selected !== one.defaultSelected)
  return input.value !== input.defaultValue
}

function valueOf({ value, dataset }) {
  if (value === '') return null
  return NUMERIC.has(dataset.type) ? Number(value) : value
}
