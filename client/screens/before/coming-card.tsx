// Who is coming: one's own word, and for those who lead the meeting everybody's.
import { useState } from 'react'
import type { SessionView } from '../../../shared/events'
import { calledTo, hasVote, quorumOf } from '../../../shared/quorum'
import type { Absence } from '../../../shared/records/absence'
import type { Act, Decision } from '../../../shared/rights'
import { AbsenceDialog } from '../../pieces/absence/absence-dialog'
import { dropAbsence, useAbsences } from '../../pieces/absence/use-absences'
import { useMe } from '../../pieces/me'
import { byGivenName } from '../../pieces/name-order'
import { usePeople } from '../../pieces/people-names'
import { Button } from '../../pieces/ui/button'
import { IconButton } from '../../pieces/ui/icon-button'
import { Notice } from '../../pieces/ui/notice'
import { Waiting } from '../../pieces/ui/waiting'
import { useSending } from '../../pieces/use-sending'
import { useWords } from '../../pieces/words/words'

interface CardProps {
  session: SessionView
  right: (act: Act) => Decision
}

export function ComingCard({ session, right }: CardProps) {
  const { t } = useWords()
  const { person } = useMe()
  const { view, keep } = useAbsences(session.id)
  const [saying, setSaying] = useState<'own' | 'others' | null>(null)
  const own = view?.absences.find(({ username }) => username === person.username)
  const seesAll = right('seeAbsences') === true
  return (
    <section className="room-card" aria-labelledby="before-coming">
      <header className="room-card-head">
        <h2 id="before-coming">{t('before.coming')}</h2>
        {right('keepAbsences') === true && (
          <Button variant="quiet" onClick={() => setSaying('others')}>
            {t('before.absentFor')}
          </Button>
        )}
      </header>
      {!view && <Waiting />}
      {view && right('announceAbsence') === true && (
        <div className="before-own">
          <p>{own ? t('before.youAbsent', { reason: own.reason }) : t('before.youCome')}</p>
          <Button onClick={() => setSaying('own')}>
            {t(own ? 'before.absentChange' : 'before.absent')}
          </Button>
        </div>
      )}
      {view && seesAll && (
        <Announced
          session={session}
          absences={view.absences}
          mayKeep={right('keepAbsences') === true}
          onDrop={async (username) => keep(await dropAbsence(session.id, username))}
        />
      )}
      {saying && (
        <AbsenceDialog
          session={session}
          said={saying === 'own' ? (own?.reason ?? null) : null}
          isForOthers={saying === 'others'}
          onKept={(next) => void keep(next)}
          onClose={() => setSaying(null)}
        />
      )}
    </section>
  )
}

interface AnnouncedProps {
  session: SessionView
  absences: readonly Absence[]
  mayKeep: boolean
  onDrop: (username: string) => Promise<void>
}

function Announced({ session, absences, mayKeep, onDrop }: AnnouncedProps) {
  const { t, dateTime } = useWords()
  const { people, nameOf } = usePeople()
  const { isBusy, trouble, send } = useSending()
  const away = new Set(absences.map(({ username }) => username))
  const voters = people ? calledTo(people, session.seats).filter(hasVote) : []
  const expected = quorumOf(
    voters,
    voters
      .filter(({ username }) => !away.has(username))
      .map(({ username }) => ({ username, kind: 'present' })),
  )
  const listed = absences.map((one) => ({ ...one, name: nameOf(one.username) })).sort(byGivenName)
  return (
    <>
      <h3 className="before-part">{t('before.announced', { count: absences.length })}</h3>
      {people && (
        <p className={expected.isReached ? 'room-soft' : 'room-warn'}>
          {t('before.expected', {
            present: expected.present,
            entitled: expected.entitled,
            needed: expected.needed,
          })}
        </p>
      )}
      {absences.length === 0 && <p className="room-soft">{t('before.nobodyAbsent')}</p>}
      <ul className="before-absences">
        {listed.map(({ username, name, reason, at, by }) => (
          <li key={username}>
            <div>
              <p>
                <b>{name}</b>: {reason}
              </p>
              <p className="room-soft">
                {t('before.saidBy', { name: nameOf(by), at: dateTime(at) })}
              </p>
            </div>
            {mayKeep && (
              <IconButton
                label={t('before.takeBackFor', { name })}
                icon="close"
                disabled={isBusy}
                onClick={() => void send(() => onDrop(username))}
              />
            )}
          </li>
        ))}
      </ul>
      {trouble && <Notice tone="red">{trouble}</Notice>}
    </>
  )
}
