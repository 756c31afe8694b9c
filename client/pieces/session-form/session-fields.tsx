// The topic, its place in the year, its classification and its meeting.
import { Field, Select, TextArea, TextInput } from '../ui/field'
import { Notice } from '../ui/notice'
import { useWords } from '../words/words'
import { InstantFields } from './instant-fields'
import {
  isSecret,
  type Mistake,
  openLevels,
  type SessionValues,
  secretLevels,
} from './session-values'

interface SessionFieldsProps {
  values: SessionValues
  errorOf: (mistake: Mistake) => string | null
  onChange: (change: Partial<SessionValues>) => void
}

const romans = ['I', 'II', 'III', 'IV'] as const
const levels = [...openLevels, ...secretLevels]

export function SessionFields({ values, errorOf, onChange }: SessionFieldsProps) {
  const { t } = useWords()
  const { classification } = values
  return (
    <>
      <Field label={t('sessionForm.topic')} error={errorOf('topic')}>
        <TextArea
          rows={2}
          maxLength={300}
          value={values.topic}
          onChange={(event) => onChange({ topic: event.target.value.replace(/\n/g, ' ') })}
        />
      </Field>
      <div className="session-form-row session-form-order">
        <Field label={t('sessionForm.number')} error={errorOf('number')}>
          <TextInput
            inputMode="numeric"
            value={values.number}
            onChange={(event) => onChange({ number: event.target.value })}
          />
        </Field>
        <Field label={t('sessionForm.quarter')}>
          <Select
            value={values.quarter}
            onChange={(event) => onChange({ quarter: Number(event.target.value) })}
          >
            {romans.map((roman, i) => (
              <option key={roman} value={i + 1}>
                {t('plan.quarter', { roman })}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('sessionForm.year')} error={errorOf('year')}>
          <TextInput
            inputMode="numeric"
            value={values.year}
            onChange={(event) => onChange({ year: event.target.value })}
          />
        </Field>
        <Field label={t('sessionForm.classification')}>
          <Select
            value={classification}
            onChange={(event) => {
              const chosen = levels.find((level) => level === event.target.value)
              if (chosen) onChange({ classification: chosen })
            }}
          >
            {levels.map((level) => (
              <option key={level} value={level}>
                {t(`classification.${level}`)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      {isSecret(classification) && (
        <Notice tone="red" role="alert">
          <div>
            <b>
              {t('sessionForm.secretTitle', {
                level: t(`classification.${classification}`).toLocaleLowerCase('vi'),
              })}
            </b>
            <p>{t('refusal.state-secret')}</p>
            <p>{t('sessionForm.secretWhere')}</p>
          </div>
        </Notice>
      )}
      <fieldset className="session-form-part">
        <legend className="session-form-legend">{t('sessionForm.meetingPart')}</legend>
        <div className="session-form-row session-form-meeting">
          <InstantFields
            dayLabel={t('sessionForm.meetingDay')}
            timeLabel={t('sessionForm.meetingTime')}
            value={values.meeting}
            dayError={errorOf('day')}
            timeError={errorOf('time')}
            onChange={(meeting) => onChange({ meeting })}
          />
          <Field label={t('sessionForm.place')}>
            <TextInput
              maxLength={200}
              value={values.place}
              onChange={(event) => onChange({ place: event.target.value })}
            />
          </Field>
        </div>
      </fieldset>
    </>
  )
}
