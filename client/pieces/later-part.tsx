// A part of a screen that comes later; one that does not come takes nothing else with it.
import { Component, type ComponentType, lazy, type ReactNode, Suspense } from 'react'
import { later } from './later'
import { Trouble, useTroubleText } from './trouble'
import { toast } from './ui/toast'

interface KeptApartProps {
  children: ReactNode
  onError: (error: unknown) => void
  /** What stands in its place. */
  instead: (error: unknown, retry: () => void) => ReactNode
}

class KeptApart extends Component<KeptApartProps, { error: unknown }> {
  override state: { error: unknown } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override componentDidCatch(error: unknown) {
    this.props.onError(error)
  }

  override render() {
    const { error } = this.state
    if (error === null) return this.props.children
    return this.props.instead(error, () => this.setState({ error: null }))
  }
}

/**
 * What does not come is asked for again when it is wanted again. A dialog, which is what has
 * `onClose`, is closed and the trouble told; elsewhere it stands in the part's place.
 */
export function laterPart<P extends object>(
  load: () => Promise<ComponentType<P>>,
  waiting?: ReactNode,
): ComponentType<P> {
  const come = later(async () => ({ default: await load() }))
  let Part = lazy(come) as ComponentType<P>
  return function LaterPart(props: P) {
    const say = useTroubleText()
    const onClose = 'onClose' in props && typeof props.onClose === 'function' ? props.onClose : null
    const fail = (error: unknown) => {
      Part = lazy(come) as ComponentType<P>
      if (!onClose) return
      toast(say(error), 'red')
      onClose()
    }
    return (
      <KeptApart
        onError={fail}
        instead={(error, retry) => !onClose && <Trouble error={error} retry={retry} />}
      >
        <Suspense fallback={waiting}>
          <Part {...props} />
        </Suspense>
      </KeptApart>
    )
  }
}
