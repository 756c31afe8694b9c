// The cell's rule set, set by its leaders: deadlines, length, criteria.
import { useId, useRef, useState } from 'react'
import { useSWRConfig } from 'swr'
import { api, call } from '../../api'
import { changesOf } from '../../pieces/changes-of'
import { DialogActs } from '../../pieces/dialog-acts'
import { useMe } from '../../pieces/me'
import { Button } from '../../pieces/ui/button'
import { Dialog } from '../../pieces/ui/dialog'
import { Checkbox, TextInput } from '../../pieces/ui/field'
import { focusFirstWrong } from '../../pieces/ui/first-wrong'
import { IconButton } from '../../pieces/ui/icon-button'
import { Notice } from '../../pieces/ui/notice'
import { toast } from '../../pieces/ui/toast'
import { useSending } from '../../pieces/use-sending'
import { useWords } from '../../pieces/words/words'
import {
  dayKeys,
  isAfter,
  minuteKeys,
  ownCriteria,
  type RuleValues,
  readMost,
  readNumber,
  rulesOf,
  type TypedCriterion,
  valuesOf,
  type Wrong,
} from './rules-values'
import './rules-dialog.css'

export function RulesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  const { cell } = useMe()
  const { mutate } = useSWRConfig()
  const form = useId()
  const [first] = useState(() => valuesOf(cell.ruleSet))
  const [values, setValues] = useState<RuleValues>(first)
  const [isTried, setTried] = useState(false)
  const whole = useRef<HTMLDivElement>(null)
  const { isBusy, trouble, send } = useSending()
  const read = rulesOf(values)
  const wrong = isTried && !read.rules ? read.wrong : null
  const put = (change: Partial<RuleValues>) => setValues({ ...values, ...change })
  const save = async () => {
    const { rules } = read
    setTried(true)
    if (!rules) return focusFirstWrong(whole.current)
    await send(async () => {
      const before = rulesOf(first).rules
      await call(api.cell.rules.$patch({ json: before ? changesOf(before, rules) : rules }))
      await mutate('me')
      toast(t('rules.saved'), 'green')
      onClose()
    })
  }
  const number = (key: keyof RuleValues['numbers'], unit: string) => (
    <div key={key} className="rules-line">
      <label htmlFor={`${form}-${key}`}>{t(`rules.${key}`)}</label>
      <TextInput
        id={`${form}-${key}`}
        aria-describedby={`${form}-${key}-unit`}
        aria-invalid={isTried && readNumber(key, values.numbers[key]) === null}
        inputMode="numeric"
        autoComplete="off"
        value={values.numbers[key]}
        onChange={({ target }) => put({ numbers: { ...values.numbers, [key]: target.value } })}
      />
      <span id={`${form}-${key}-unit`} className="rules-unit">
        {unit}
      </span>
    </div>
  )
  return (
    <Dialog
      open
      wide
      busy={isBusy}
      onClose={onClose}
      title={t('rules.title')}
      description={t('rules.intro')}
      actions={
        <DialogActs onClose={onClose} busy={isBusy} onClick={() => void save()}>
          {t('common.save')}
        </DialogActs>
      }
    >
      <div ref={whole}>
        <div className="rules-parts">
          <fieldset className="rules-part">
            <legend>{t('rules.days')}</legend>
            <WrongLine wrong={wrong} of="rules.wrongDays" />
            {dayKeys.map((key) => number(key, t(isAfter(key) ? 'rules.after' : 'rules.before')))}
          </fieldset>
          <fieldset className="rules-part">
            <legend>{t('rules.length')}</legend>
            <WrongLine wrong={wrong} of="rules.wrongMinutes" />
            {minuteKeys.map((key) => number(key, t('rules.minutes')))}
            <Checkbox
              label={t('rules.passRequired')}
              checked={values.passRequired}
              onChange={({ target }) => put({ passRequired: target.checked })}
            />
          </fieldset>
        </div>
        <Criteria
          criteria={values.criteria}
          wrong={wrong}
          onChange={(criteria) => put({ criteria })}
        />
      </div>
      {trouble && <Notice tone="red">{trouble}</Notice>}
    </Dialog>
  )
}

function WrongLine({ wrong, of }: { wrong: Wrong | null; of: Wrong }) {
  const { t } = useWords()
  if (wrong !== of) return null
  return (
    <p className="ui-field-error" role="alert">
      {t(of)}
    </p>
  )
}

interface CriteriaProps {
  criteria: RuleValues['criteria']
  wrong: Wrong | null
  onChange: (criteria: RuleValues['criteria']) => void
}

function Criteria({ criteria, wrong, onChange }: CriteriaProps) {
  const { t } = useWords()
  const isWrong = wrong === 'rules.wrongCriteria'
  const change = (next: TypedCriterion) =>
    onChange((criteria ?? []).map((one) => (one.id === next.id ? next : one)))
  const add = () => {
    const id = Math.max(0, ...(criteria ?? []).map((one) => one.id)) + 1
    onChange([...(criteria ?? []), { id, name: '', most: '10' }])
  }
  return (
    <fieldset className="rules-part">
      <legend>{t('rules.criteria')}</legend>
      <WrongLine wrong={wrong} of="rules.wrongCriteria" />
      {!criteria && (
        <>
          <p className="rules-unit">{t('rules.criteriaUsual')}</p>
          <Button onClick={() => onChange(ownCriteria())}>{t('rules.criteriaOwn')}</Button>
        </>
      )}
      {criteria && (
        <>
          <ol className="rules-criteria">
            {criteria.map((one, i) => (
              <li key={one.id}>
                <TextInput
                  aria-label={t('rules.criterionName', { number: i + 1 })}
                  aria-invalid={isWrong && one.name.trim() === ''}
                  maxLength={300}
                  value={one.name}
                  onChange={({ target }) => change({ ...one, name: target.value })}
                />
                <TextInput
                  aria-label={t('rules.criterionMost', { number: i + 1 })}
                  aria-invalid={isWrong && readMost(one.most) === null}
                  inputMode="numeric"
                  value={one.most}
                  onChange={({ target }) => change({ ...one, most: target.value })}
                />
                <span className="rules-unit">{t('rules.points')}</span>
                <IconButton
                  label={t('rules.criterionRemove', { number: i + 1 })}
                  icon="close"
                  onClick={() => onChange(criteria.filter(({ id }) => id !== one.id))}
                />
              </li>
            ))}
          </ol>
          <div className="rules-acts">
            <Button disabled={criteria.length >= 30} onClick={add}>
              {t('rules.criterionAdd')}
            </Button>
            <Button variant="quiet" onClick={() => onChange(null)}>
              {t('rules.criteriaBack')}
            </Button>
          </div>
        </>
      )}
    </fieldset>
  )
}
