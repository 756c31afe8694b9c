// One quarter of the year: its sessions, or the gap.
import type { ReactNode } from 'react'
import { Button } from '../../pieces/ui/button'
import { Icon } from '../../pieces/ui/icon'
import { useWords } from '../../pieces/words/words'
import type { Quarter } from './year-plan'

interface QuarterGroupProps {
  quarter: Quarter
  /** Null for those who do not plan. */
  onAdd: (() => void) | null
  /** The rows. */
  children: ReactNode
}

export function QuarterGroup({ quarter, onAdd, children }: QuarterGroupProps) {
  const { t } = useWords()
  const { roman, sessions } = quarter
  return (
    <section className="plan-quarter" aria-label={t('plan.quarter', { roman })}>
      <h2 className="plan-quarter-name">{t('plan.quarter', { roman })}</h2>
      {sessions.length > 0 ? (
        <ul className="plan-rows">{children}</ul>
      ) : (
        <div className="plan-gap">
          <p>{t('plan.quarterEmpty')}</p>
          {onAdd && (
            <Button variant="quiet" onClick={onAdd}>
              <Icon name="plus" size={18} />
              {t('plan.addTo', { roman })}
            </Button>
          )}
        </div>
      )}
    </section>
  )
}
