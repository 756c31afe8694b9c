// Nine steps in a row, the present one standing out.
import { type Stage, stages } from '../../../shared/stages'
import { useWords } from '../../pieces/words/words'

interface StageProgressProps {
  stage: Stage
  isMine: boolean
}

export function StageProgress({ stage, isMine }: StageProgressProps) {
  const { t } = useWords()
  const at = stages.indexOf(stage)
  const words = t('plan.progress', { step: at + 1, stage: t(`stage.${stage}`) })
  const look = (step: number) => {
    if (step < at || stage === 'archived') return 'is-done'
    if (step > at) return 'is-coming'
    return isMine ? 'is-now is-mine' : 'is-now'
  }
  return (
    <div className="plan-progress" role="img" aria-label={words} title={words}>
      {stages.map((one, step) => (
        <i key={one} className={look(step)} />
      ))}
    </div>
  )
}
