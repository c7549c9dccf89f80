import { Component, type ReactNode } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'

interface BoundaryProps {
  readonly children: ReactNode
}

interface BoundaryState {
  readonly failure: string | null
}

/** Shows one sentence in the place of a blank frame when drawing fails. React knows boundaries only as classes. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { failure: null }

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { failure: error instanceof Error ? error.message : 'unknown' }
  }

  override render() {
    const { failure } = this.state
    if (failure === null) return this.props.children
    return (
      <Notice
        tone="bad"
        title="This could not be shown"
        whole
        actions={<Button onClick={() => location.reload()}>Show it again</Button>}
      >
        <p>Everything that was marked “Saved on this computer” is kept.</p>
        <p>For a report: {failure}</p>
      </Notice>
    )
  }
}
