// When comments on the outline and on the draft are taken.
import { type Round, rounds } from '../../../shared/rights'
import { Button } from '../ui/button'
import { useWords } from '../words/words'
import { InstantFields } from './instant-fields'
import type { Mistakes, WrittenWindow } from './session-values'

interface RoundFieldsProps {
  windows: Readonly<Record<Round, WrittenWindow>>
  mistakes: Mistakes
  onChange: (windows: Record<Round, WrittenWindow>) => void
  /** Null while the meeting is not readable. */
  onByRule: (() => void) | null
}

const names = { outline: 'sessionForm.roundOutline', draft: 'sessionForm.roundDraft' } as const

export function RoundFields({ windows, mistakes, onChange, onByRule }: RoundFieldsProps) {
  const { t } = useWords()
  const put = (round: Round, change: Partial<WrittenWindow>) =>
    onChange({ ...windows, [round]: { ...windows[round], ...change } })
  return (
    <fieldset className="session-form-part">
      <legend className="session-form-legend">{t('sessionForm.roundsPart')}</legend>
      <p className="ui-field-hint">{t('sessionForm.roundsIntro')}</p>
      {rounds.map((round) => {
        const mistake = mistakes[round]
        return (
          <fieldset key={round} className="session-form-round">
            <legend>{t(names[round])}</legend>
            <div className="session-form-row session-form-windows">
              <InstantFields
                dayLabel={t('sessionForm.opensDay')}
                timeLabel={t('sessionForm.opensTime')}
                value={windows[round].opens}
                onChange={(opens) => put(round, { opens })}
              />
              <InstantFields
                dayLabel={t('sessionForm.closesDay')}
                timeLabel={t('sessionForm.closesTime')}
                value={windows[round].closes}
                onChange={(closes) => put(round, { closes })}
              />
            </div>
            {mistake && (
              <div className="ui-field-error" role="alert">
                {t(mistake)}
              </div>
            )}
          </fieldset>
        )
      })}
      <div>
        <Button onClick={onByRule ?? undefined} disabled={!onByRule}>
          {t('sessionForm.byRule')}
        </Button>
      </div>
    </fieldset>
  )
}
