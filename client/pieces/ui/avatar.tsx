// A person as initials in their colour; the name is there for those who listen or hover.
import { colourOf } from '../../../shared/person-colour'
import { initialsOf } from './initials'
import './avatar.css'

interface AvatarProps {
  name: string
  id: string
  /** Pixels across. */
  size?: number
  /** The name stands beside it already. */
  decorative?: boolean
}

export function Avatar({ name, id, size = 28, decorative = false }: AvatarProps) {
  const fontSize = Math.round(size * 0.39)
  const style = { width: size, height: size, background: colourOf(id), fontSize }
  return decorative ? (
    <span className="ui-avatar" style={style} aria-hidden="true">
      {initialsOf(name)}
    </span>
  ) : (
    <span className="ui-avatar" style={style} role="img" aria-label={name} title={name}>
      {initialsOf(name)}
    </span>
  )
}
