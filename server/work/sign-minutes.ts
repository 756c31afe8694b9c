// The minutes read back and agreed: frozen into a version of their own chain, signed off by two, then closed.
import { z } from 'zod'
import type { SessionView } from '../../shared/events'
import { isClosed, signingSeats } from '../../shared/facts/after-meeting'
import type { Person } from '../../shared/records/person'
import type { Session } from '../../shared/records/session'
import { Refusal } from '../../shared/refusals'
import { decide } from '../auth/access'
import { announce, isoNow, type Services } from '../services'
import { demand, sessionFor } from './demand'
import { nextVersion } from './freeze'
import { keep } from './keep-session'
import { oneAtATime } from './one-at-a-time'
import { hasOpenVote } from './votes'

export const signingSeat = z.object({ seat: z.enum(signingSeats) })
export const reopenWish = z.object({ reason: z.string().trim().max(2000).default('') })

type Happening = Session['history'][number]
const happened = (
  services: Services,
  { username: by }: Person,
  act: string,
  more: Pick<Happening, 'reason'> = {},
): Happening => ({ act, by, at: isoNow(services), ...more })

/** Throws Refusal. Nobody writes the minutes from here on, unless they are reopened. */
export function agreeMinutes(
  services: Services,
  person: Person,
  sessionId: string,
): Promise<SessionView> {
  return oneAtATime(sessionId, async () => {
    const session = await sessionFor(services.records, sessionId, person)
    demand(decide('agreeMinutes', person, session, services.clock()))
    if (session.minutesSigned) throw new Refusal('not-now')
    // Once agreed they hold conclusion and votes for good; without a conclusion no meeting is closed.
    if (session.conclusion.length === 0) throw new Refusal('no-conclusion')
    if (await hasOpenVote(services, session)) throw new Refusal('vote-open')
    const { minutes: documentId } = session.documents
    return services.hub.still(documentId, async (logged) => {
      const version = await nextVersion(services, logged, person, {
        sessionId,
        documentId,
        earlier: await services.records.find('versions', { sessionId, documentId }),
        passedSha256: null,
        whenBlank: 'minutes-empty',
      })
      const { id: versionId, number, sha256, frozenAt: agreedAt } = version
      const agreed: Session = {
        ...session,
        minutesSigned: { versionId, number, sha256, agreedAt, by: [] },
        history: [...session.history, happened(services, person, 'agreeMinutes')],
      }
      await services.records.transact((handle) => {
        handle.put('versions', version)
        handle.put('sessions', agreed)
      })
      // Writers lose their right before the paper is taken up again.
      return announce(services, agreed)
    })
  })
}

/** Throws Refusal. Each of the two once, in the seat they hold; with the second the minutes are closed. */
export function signMinutes(
  services: Services,
  person: Person,
  sessionId: string,
  { seat }: z.infer<typeof signingSeat>,
): Promise<SessionView> {
  return keep(services, person, sessionId, (session) => {
    demand(decide('signMinutes', person, session, services.clock()))
    if (session.seats[seat] !== person.username) throw new Refusal('not-yours')
    const { minutesSigned } = session
    if (!minutesSigned) throw new Refusal('not-agreed')
    if (minutesSigned.by.some((one) => one.seat === seat)) throw new Refusal('already-signed')
    const signature = { username: person.username, seat, at: isoNow(services) }
    return {
      minutesSigned: { ...minutesSigned, by: [...minutesSigned.by, signature] },
      history: [...session.history, happened(services, person, 'signMinutes')],
    }
  })
}

/** Throws Refusal. The agreed version stays in its chain; signatures given so far are void. */
export function reopenMinutes(
  services: Services,
  person: Person,
  sessionId: string,
  { reason }: z.infer<typeof reopenWish>,
): Promise<SessionView> {
  return keep(services, person, sessionId, (session) => {
    demand(decide('reopenMinutes', person, session, services.clock()))
    if (!session.minutesSigned) throw new Refusal('not-agreed')
    if (isClosed(session.minutesSigned)) throw new Refusal('minutes-closed')
    if (reason === '') throw new Refusal('reason-required')
    return {
      minutesSigned: null,
      history: [...session.history, happened(services, person, 'reopenMinutes', { reason })],
    }
  })
}
