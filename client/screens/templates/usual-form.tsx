// The form in which this cell's papers leave the program unless somebody chooses another.
import { useState } from 'react'
import { useSWRConfig } from 'swr'
import { type PaperStyle, paperStyles } from '../../../shared/facts/cell'
import { api, call } from '../../api'
import { useMe } from '../../pieces/me'
import { styleWords } from '../../pieces/paper-style'
import { toast } from '../../pieces/ui/toast'
import { useSending } from '../../pieces/use-sending'
import { useWords } from '../../pieces/words/words'

export function UsualForm() {
  const { t } = useWords()
  const { cell } = useMe()
  const { mutate } = useSWRConfig()
  const { trouble, send } = useSending()
  const [chosen, setChosen] = useState<PaperStyle>(cell.paperStyle ?? 'hd05')
  const choose = (style: PaperStyle) => {
    setChosen(style)
    void send(async () => {
      await call(api.templates.style.$put({ json: { style } }))
      await mutate('me')
      toast(t('out.formSaved'), 'green')
    })
  }
  return (
    <fieldset className="templates-form">
      <legend>{t('out.formTitle')}</legend>
      <p className="templates-soft">{t('out.formHint')}</p>
      {paperStyles.map((style) => (
        <label key={style}>
          <input
            type="radio"
            name="style"
            checked={chosen === style}
            onChange={() => choose(style)}
          />
          {t(styleWords[style])}
        </label>
      ))}
      {trouble && <p role="alert">{trouble}</p>}
    </fieldset>
  )
}
