// The notice of a meeting and the letter to a guest as files, and the meeting as a calendar file.
import { text, vietnamese } from '../../shared/i18n/text'
import { icsOf } from '../../shared/ics'
import { namesOf } from '../../shared/name-of'
import { isoDayOf } from '../../shared/paper-time'
import { invitationPaper } from '../../shared/papers/invitation'
import type { Person } from '../../shared/records/person'
import type { Session } from '../../shared/records/session'
import { Refusal } from '../../shared/refusals'
import { factsOf } from '../../shared/templates/facts'
import { leastMinutes, sumOfMinutes } from '../../shared/usual-programme'
import { seesVersionsOnly } from '../auth/access'
import { makeLive } from '../papers/paper-maker'
import type { PaperForm } from '../papers/paper-worker'
import { isoNow, type Services } from '../services'
import { readableSession } from './demand'
import { cellOf, paperOwner } from './paper-owner'
import { templateFor } from './templates'

const t = text(vietnamese)
/** The evening before, and on the way there. */
const remindBeforeMinutes = 60

const addressOf = (base: string, { id }: Session) => `${base}/sessions/${id}/before`

interface Wish {
  readonly form: PaperForm
  /** The guest whom a letter is for; a notice is for all members. */
  readonly to: string | undefined
  /** Where links lead. */
  readonly base: string
}

/** The file, and its name without extension. Throws Refusal; a guest gets none. */
export async function invitationFile(
  services: Services,
  person: Person,
  sessionId: string,
  { form, to, base }: Wish,
): Promise<{ bytes: Uint8Array; name: string }> {
  const { records, clock } = services
  const session = await readableSession(services, sessionId, person)
  if (seesVersionsOnly(person, session, clock())) throw new Refusal('not-yours')
  const people = await records.find('people', { cellId: session.cellId })
  const guest = to === undefined ? null : people.find(({ username }) => username === to)
  if (guest === undefined) throw new Refusal('unknown-person')
  const cell = await cellOf(records, session)
  const content = invitationPaper({
    template: await templateFor(records, session.cellId, 'notice'),
    facts: factsOf({ session, cell, people, address: addressOf(base, session) }),
    programme: session.meeting.programme,
    nameOf: namesOf(people),
    to: guest && { name: guest.name, position: guest.position ?? '' },
    t,
  })
  const owner = await paperOwner(records, session)
  const day = isoDayOf(clock())
  const paper = { ...owner, day, content, pictures: new Map(), isIssued: true } as const
  const bytes = await makeLive({ form, paper })
  const name = guest ? `${t('before.letterName')} ${guest.name}` : t('before.fileName')
  return { bytes, name: `${name} - ${session.topic}` }
}

/** Whoever sees the session may have it in a calendar. Throws Refusal. */
export async function calendarFile(
  services: Services,
  person: Person,
  sessionId: string,
  base: string,
): Promise<{ words: string; name: string }> {
  const { records } = services
  const session = await readableSession(services, sessionId, person)
  const { seats, topic, meeting, meetingAt, place, isCombined } = session
  const { ruleSet } = await cellOf(records, session)
  const people = await records.find('people', { cellId: session.cellId })
  const nameOf = (username: string | null) =>
    people.find((one) => one.username === username)?.name ?? t('before.notNamed')
  const link = `${base}/sessions/${session.id}/room`
  const words = icsOf({
    uid: `${session.id}@banthao`,
    madeAt: isoNow(services),
    startsAt: meetingAt,
    minutes: Math.max(sumOfMinutes(meeting.programme), leastMinutes(ruleSet, isCombined)),
    summary: t('before.icsSummary', { topic }),
    location: place,
    description: t('before.icsDescription', {
      chair: nameOf(seats.chair),
      presenter: nameOf(seats.presenter),
      link,
    }),
    url: link,
    remindBeforeMinutes,
  })
  return { words, name: t('before.icsSummary', { topic }) }
}
