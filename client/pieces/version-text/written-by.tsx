// Words with their author's colour below them, and the initials at their beginning.
import type { ReactNode } from 'react'
import { colourOf } from '../../../shared/person-colour'
import { usePeople } from '../people-names'
import { initialsOf } from '../ui/initials'

export function WrittenBy({ by, children }: { by: string; children: ReactNode }) {
  const { nameOf, idOf } = usePeople()
  const name = nameOf(by)
  return (
    <span
      className="version-written"
      style={{ borderBottomColor: colourOf(idOf(by)) }}
      title={name}
      data-initials={initialsOf(name)}
    >
      {children}
    </span>
  )
}
