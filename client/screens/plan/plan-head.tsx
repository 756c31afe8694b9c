// The head of the year: which year, how far it has come, and a new session.
import { useMe } from '../../pieces/me'
import { usePeople } from '../../pieces/people-names'
import { Button } from '../../pieces/ui/button'
import { Icon } from '../../pieces/ui/icon'
import { useWords } from '../../pieces/words/words'

interface PlanHeadProps {
  year: number
  span: { first: number; last: number }
  onYear: (year: number) => void
  held: number
  onAdd: (() => void) | null
  onRules: (() => void) | null
}

export function PlanHead({ year, span, onYear, held, onAdd, onRules }: PlanHeadProps) {
  const { t } = useWords()
  const { person, cell } = useMe()
  const { people } = usePeople()
  const members = people?.filter(
    ({ posts, disabled }) => !disabled && posts.some((post) => post !== 'technician'),
  ).length
  const facts = [
    cell.name,
    person.posts.length > 0 && members && t('plan.memberCount', { count: members }),
    t('plan.quartersDone', { done: held }),
  ].filter(Boolean)
  return (
    <header className="plan-head">
      <div>
        <h1 className="plan-title">{t('plan.title', { year })}</h1>
        <p className="plan-soft">
          {facts.join(' · ')}
          {onRules && (
            <>
              {' · '}
              <button type="button" className="plan-rules" onClick={onRules}>
                {t('rules.title')}
              </button>
            </>
          )}
        </p>
      </div>
      <div className="plan-head-acts">
        {span.first < span.last && (
          <>
            <Button
              disabled={year <= span.first}
              aria-label={t('plan.lastYear', { year: year - 1 })}
              onClick={() => onYear(year - 1)}
            >
              <Icon name="chevron-left" size={18} />
            </Button>
            <Button
              disabled={year >= span.last}
              aria-label={t('plan.nextYear', { year: year + 1 })}
              onClick={() => onYear(year + 1)}
            >
              <Icon name="chevron-right" size={18} />
            </Button>
          </>
        )}
        {onAdd && (
          <Button variant="primary" onClick={onAdd}>
            <Icon name="plus" size={18} />
            {t('plan.add')}
          </Button>
        )}
      </div>
    </header>
  )
}
