// Several people in little room: the first few, then how many more.
import { Avatar } from './avatar'
import './avatar.css'

interface AvatarStackProps {
  people: readonly { id: string; name: string }[]
  max: number
  size?: number
}

export function AvatarStack({ people, max, size = 28 }: AvatarStackProps) {
  const shown = people.length > max ? people.slice(0, max - 1) : people
  const rest = people.slice(shown.length)
  const names = rest.map(({ name }) => name).join(', ')
  return (
    <ul className="ui-avatar-stack">
      {shown.map(({ id, name }) => (
        <li key={id}>
          <Avatar id={id} name={name} size={size} />
        </li>
      ))}
      {rest.length > 0 && (
        <li>
          <span
            className="ui-avatar-more"
            role="img"
            style={{ width: size, height: size }}
            title={names}
            aria-label={names}
          >
            +{rest.length}
          </span>
        </li>
      )}
    </ul>
  )
}
