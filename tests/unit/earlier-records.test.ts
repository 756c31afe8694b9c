// A records file of an earlier release: what came since is there, as if nobody had used it.
import { expect, it } from 'vitest'
import { deserialise, emptyRecords, serialise } from '../../server/stores/embedded/records-file'
import { type Session, sessionDefaults } from '../../shared/records/session'

it('a session of an earlier release has every field that came since, and keeps its own', () => {
  const kept = {
    id: 's1',
    topic: 'Chuyển đổi số',
    attendance: [{ username: 'thoa', kind: 'absent' }],
  }
  const data = emptyRecords()
  data.sessions.set('s1', kept as unknown as Session)
  const read = deserialise(serialise(data))
  expect(read.sessions.get('s1')).toEqual({ ...sessionDefaults, ...kept })
  expect(read.sessions.get('s1')).toMatchObject({ absences: [], isCombined: false })
})
