// A plan with nothing on it: for a technician, a guest, a reader, and whoever may begin it.
import type { ReactNode } from 'react'
import { useMe } from '../../pieces/me'
import { Button } from '../../pieces/ui/button'
import { Icon, type IconName } from '../../pieces/ui/icon'
import { LinkButton } from '../../pieces/ui/link-button'
import { useWords } from '../../pieces/words/words'

interface EmptyProps {
  icon: IconName
  title: string
  children: ReactNode
  action?: ReactNode
}

function Empty({ icon, title, children, action }: EmptyProps) {
  return (
    <section className="plan-empty">
      <span className="plan-empty-sign">
        <Icon name={icon} size={28} />
      </span>
      <h1 className="plan-empty-title">{title}</h1>
      <p>{children}</p>
      {action}
    </section>
  )
}

interface PlanEmptyProps {
  year: number
  onAdd: (() => void) | null
  onRules: (() => void) | null
}

export function PlanEmpty({ year, onAdd, onRules }: PlanEmptyProps) {
  const { t } = useWords()
  const { person } = useMe()
  const isTechnician = person.posts.length > 0 && person.posts.every((one) => one === 'technician')
  if (isTechnician) {
    const action = (
      <LinkButton href="/people" variant="primary">
        {t('plan.toPeople')}
      </LinkButton>
    )
    return (
      <Empty icon="lock" title={t('plan.technicianTitle')} action={action}>
        {t('plan.technicianBody')}
      </Empty>
    )
  }
  if (person.posts.length === 0) {
    return (
      <Empty icon="clock" title={t('plan.guestTitle')}>
        {t('plan.guestBody')}
      </Empty>
    )
  }
  const action = onAdd && (
    <div className="plan-head-acts">
      <Button variant="primary" onClick={onAdd}>
        {t('plan.add')}
      </Button>
      {onRules && (
        <button type="button" className="plan-rules" onClick={onRules}>
          {t('rules.title')}
        </button>
      )}
    </div>
  )
  return (
    <Empty icon="calendar" title={t('plan.emptyTitle', { year })} action={action}>
      {t(onAdd ? 'plan.emptyLeader' : 'plan.emptyReader')}
    </Empty>
  )
}
