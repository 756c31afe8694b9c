// What people do in a meeting, at the doors.
import { must, type People, type SeenSession } from './session-maker'

export const pathOf = (session: { id: string }) => (rest: string) =>
  `/api/sessions/${session.id}/${rest}`

/** Somebody is called and what they say goes into the minutes; gives the opinion's id. */
export async function speaks(
  people: People,
  session: SeenSession,
  name: 'thoa' | 'khach',
  words: string,
): Promise<string> {
  const path = pathOf(session)
  const { meeting } = await must(people[name].post(path('speakers'), {}))
  const { id } = meeting.speakers.at(-1)
  await must(people.nga.put(path(`speakers/${id}`), { state: 'called' }))
  await must(people.tuan.post(path('minutes'), { speaker: id, words }))
  return id
}
