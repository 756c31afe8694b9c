// Choosing one person, or nobody.
import type { ComponentProps } from 'react'
import type { PublicPerson } from '../../shared/records/person'
import { Select } from './ui/field'

interface PersonSelectProps extends Omit<ComponentProps<'select'>, 'value' | 'onChange'> {
  people: readonly Pick<PublicPerson, 'username' | 'name'>[]
  /** What choosing nobody is called. */
  nobody: string
  value: string | null
  onPick: (username: string | null) => void
}

export function PersonSelect({ people, nobody, value, onPick, ...rest }: PersonSelectProps) {
  return (
    <Select {...rest} value={value ?? ''} onChange={(event) => onPick(event.target.value || null)}>
      <option value="">{nobody}</option>
      {people.map(({ username, name }) => (
        <option key={username} value={username}>
          {name}
        </option>
      ))}
    </Select>
  )
}
