// What has happened to the session, newest first, behind a small button.
import { Popover } from 'radix-ui'
import type { SessionView } from '../../../shared/events'
import { moveActs } from '../../../shared/stages'
import { usePeople } from '../people-names'
import { Icon } from '../ui/icon'
import { useWords } from '../words/words'

/** What is no move between stages, and is told all the same. */
const afterActs = ['agreeMinutes', 'signMinutes', 'reopenMinutes', 'nameNext'] as const

export function HistoryPopover({ history }: Pick<SessionView, 'history'>) {
  const { t, dateTime } = useWords()
  const { nameOf } = usePeople()
  const actName = (given: string) => {
    const act = moveActs.find((known) => known === given)
    if (act) return t(`act.${act}`)
    const own = afterActs.find((known) => known === given)
    if (own) return t(`after.did-${own}`)
    return given === 'plan' ? t('stageBar.planned') : given
  }
  return (
    <Popover.Root>
      <Popover.Trigger
        className="stage-bar-tool"
        aria-label={t('stageBar.history')}
        title={t('stageBar.history')}
      >
        <Icon name="clock" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="stage-history" align="end" sideOffset={8} collisionPadding={12}>
          <h2 className="stage-history-title">{t('stageBar.history')}</h2>
          {history.length === 0 && <p className="stage-soft">{t('stageBar.historyEmpty')}</p>}
          <ol className="stage-history-list">
            {history
              .map((line, index) => ({ ...line, key: `${index} ${line.at}` }))
              .reverse()
              .map((line) => (
                <li key={line.key}>
                  <strong>{actName(line.act)}</strong>
                  {line.version !== undefined && (
                    <span className="stage-gold">
                      {' · '}
                      {t('stageBar.historyVersion', { number: line.version })}
                    </span>
                  )}
                  <span className="stage-soft stage-history-who">
                    {nameOf(line.by)} · {dateTime(line.at)}
                  </span>
                  {line.reason && <q className="stage-history-reason">{line.reason}</q>}
                </li>
              ))}
          </ol>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
