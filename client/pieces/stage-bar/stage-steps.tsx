// The nine stages as steps: done, current, to come.
import { type Stage, stages } from '../../../shared/stages'
import { Icon } from '../ui/icon'
import { useWords } from '../words/words'

export function StageSteps({ stage }: { stage: Stage }) {
  const { t } = useWords()
  const current = stages.indexOf(stage)
  return (
    <ol className="stage-steps" aria-label={t('stageBar.allStages')}>
      {stages.map((name, index) => {
        const state = index < current ? 'done' : index === current ? 'current' : 'coming'
        const word = { done: 'stepDone', current: 'stepCurrent', coming: 'stepComing' } as const
        return (
          <li
            key={name}
            className={`stage-step is-${state}`}
            aria-current={state === 'current' ? 'step' : undefined}
          >
            <span className="stage-step-mark" aria-hidden="true">
              {state === 'done' ? <Icon name="check" /> : index + 1}
            </span>
            <span className="stage-step-name">{t(`stage.${name}`)}</span>
            <span className="visually-hidden">, {t(`stageBar.${word[state]}`)}</span>
          </li>
        )
      })}
    </ol>
  )
}
