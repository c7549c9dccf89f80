import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { ResizeHandle } from '#components/ui/resize-handle.tsx'

afterEach(cleanup)

function handle() {
  const onWidth = vi.fn<(width: number) => void>()
  render(<ResizeHandle onWidth={onWidth} />)
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
