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
    const button = event.target.closest?.('[data-stage]')
    if (button) void moveOn(button.dataset)
  })
  document.addEventListener('keydown', (event) => {
    const cancel = document.querySelector('dialog.modal header :is(a, button)')
    if (event.key === 'Escape' && cancel) cancel.click()
  })
}

async function send(form, action) {
  const { problems, id } = await post(action, changesOf(form))
  if (problems.length > 0) form.querySelector('.problems').textContent = inWords(problems)
  else await shown(id)
}

/** The button of the path. */
async function moveOn({ record, stage }) {
  const { problems } = await post(`save/${record}`, { StageName: stage })
  if (problems.length > 0) toast(inWords(problems), 'trouble')
  else await shown(record)
}

async function post(action, fields) {
  const answer = await fetch(`/demo/${action}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(fields),
  })
  return answer.json()
}

function inWords(problems) {
  return problems.map(({ message }) => message).join(' ')
}

async function shown(id) {
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
