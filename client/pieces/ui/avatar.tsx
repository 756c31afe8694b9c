// A person as two letters in a circle of their colour.
import { colourOf } from './avatar-colour'
import './avatar.css'

/** Vietnamese names: the middle and the given name say most. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  return words
    .slice(-2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase()
}

/** Decorative: the name stands beside it, or in `title`. */
export function Avatar({
  name,
  id,
  size = 30,
  titled = false,
}: {
  name: string
  id: string
  size?: number
  titled?: boolean
}) {
  const style = { background: colourOf(id), width: size, height: size, fontSize: size * 0.37 }
  return (
    <span className="ui-avatar" style={style} title={titled ? name : undefined} aria-hidden="true">
      {initialsOf(name)}
    </span>
  )
}

export function AvatarStack({
  people,
  max,
  size = 30,
}: {
  people: readonly { id: string; name: string }[]
  max: number
  size?: number
}) {
  const shown = people.slice(0, max)
  const hidden = people.length - shown.length
  return (
    <ul className="ui-avatars">
      {shown.map(({ id, name }) => (
        <li key={id} title={name}>
          <Avatar id={id} name={name} size={size} />
          <span className="visually-hidden">{name}</span>
        </li>
      ))}
      {hidden > 0 && (
        <li
          className="ui-avatars-more"
          title={people
            .slice(max)
            .map((one) => one.name)
            .join(', ')}
        >
          +{hidden}
        </li>
      )}
    </ul>
  )
}
