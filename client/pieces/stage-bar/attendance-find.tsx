// Calling the roll by keys: a few letters of a name and Enter make that person present.
import { useState } from 'react'
import { bareLetters } from '../../../shared/bare-letters'
import type { PublicPerson } from '../../../shared/records/person'
import { TextInput } from '../ui/field'
import { useWords } from '../words/words'

interface AttendanceFindProps {
  listed: readonly PublicPerson[]
  onFound: (username: string) => void
}

/** The given name counts first: people are called by it. */
function found(listed: readonly PublicPerson[], typed: string): PublicPerson | undefined {
  const wanted = bareLetters(typed.trim())
  if (wanted === '') return undefined
  const given = ({ name }: PublicPerson) => bareLetters(name).split(' ').at(-1) ?? ''
  return (
    listed.find((one) => given(one).startsWith(wanted)) ??
    listed.find(({ name }) => bareLetters(name).includes(wanted))
  )
}

export function AttendanceFind({ listed, onFound }: AttendanceFindProps) {
  const { t } = useWords()
  const [typed, setTyped] = useState('')
  const one = found(listed, typed)
  return (
    <div className="attendance-find">
      <TextInput
        aria-label={t('before.attendanceFind')}
        placeholder={t('before.attendanceFind')}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          // Enter ends a syllable that is still being composed, too.
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          if (!one) return
          onFound(one.username)
          setTyped('')
        }}
      />
      <p className="stage-soft" aria-live="polite">
        {one?.name ?? ''}
      </p>
    </div>
  )
}
