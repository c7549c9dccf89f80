import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { ResizeHandle } from '#components/ui/resize-handle.tsx'

afterEach(cleanup)

function handle(zoom = 1) {
  const onWidth = vi.fn<(width: number) => void>()
  render(<ResizeHandle onWidth={onWidth} zoom={() => Promise.resolve(zoom)} />)
  const edge = screen.getByRole('slider', { name: 'Width of the panel' })
  edge.setPointerCapture = () => undefined
  return { edge, onWidth }
}

const moveTo = (edge: Element, screenX: number) =>
  fireEvent(edge, new MouseEvent('pointermove', { bubbles: true, screenX }))
const press = (edge: Element, button = 0) =>
  fireEvent(edge, new MouseEvent('pointerdown', { bubbles: true, screenX: 900, button }))

it('the panel’s edge follows the pointer that holds it', () => {
  const { edge, onWidth } = handle()
  press(edge)
  moveTo(edge, 1300)
  expect(onWidth).toHaveBeenCalledOnce()
})

it('the panel’s edge follows the pointer also where the page is enlarged, and the screen is not', async () => {
  const { edge, onWidth } = handle(2)
  const { innerWidth } = window
  window.innerWidth = 400
  press(edge)
  await Promise.resolve()
  moveTo(edge, 700)
  expect(onWidth).toHaveBeenCalledWith(500)
  window.innerWidth = innerWidth
})

it('the panel’s edge stays where it is once the system has taken the pointer away', () => {
  const { edge, onWidth } = handle()
  press(edge)
  fireEvent.lostPointerCapture(edge)
  moveTo(edge, 1300)
  expect(onWidth).not.toHaveBeenCalled()
})

it('the panel’s edge is not taken along by what opens a context menu', () => {
  const { edge, onWidth } = handle()
  press(edge, 2)
  moveTo(edge, 1300)
  expect(onWidth).not.toHaveBeenCalled()
})

it('the panel’s edge follows the pointer that holds it, and nothing that the browser does besides', () => {
  const { edge, onWidth } = handle()
  press(edge)
  fireEvent.change(edge, { target: { value: '400' } })
  expect(onWidth).not.toHaveBeenCalled()
  fireEvent.lostPointerCapture(edge)
  fireEvent.change(edge, { target: { value: '400' } })
  expect(onWidth).toHaveBeenCalledWith(400)
})
