// What stands where a screen failed: what happened, and the page anew, instead of an empty window.
import { Component, type ReactNode } from 'react'
import { Trouble } from './trouble'

/** A render that throws, or a screen whose file did not come (the server was renewed, the line fell). */
export class Fallen extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    const { error } = this.state
    // The browser remembers a file that failed to come: only a page anew asks for it again.
    if (error !== null) return <Trouble error={error} retry={() => location.reload()} />
    return this.props.children
  }
}
