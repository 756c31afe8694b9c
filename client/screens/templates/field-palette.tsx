// The fields that can be put into a template, by what they are about.
import type { Language } from '../../../shared/i18n/table'
import { type Field, fields } from '../../../shared/templates/fields'
import { useWords } from '../../pieces/words/words'

const groups = {
  fieldsSession: [
    'topic',
    'number',
    'quarter',
    'month',
    'year',
    'meetingTime',
    'meetingDay',
    'meetingPlace',
    'version',
  ],
  fieldsPeople: [
    'presenter',
    'coAuthors',
    'chair',
    'minutesTaker',
    'guests',
    'secretary',
    'deputySecretary',
    'committee',
    'writer',
  ],
  fieldsDates: ['outlineDue', 'outlineCloses', 'draftDue', 'draftCloses', 'passBy', 'finalBy'],
  fieldsCounts: [
    'members',
    'voting',
    'probationary',
    'present',
    'excused',
    'excusedNames',
    'absent',
    'absentNames',
  ],
  fieldsCell: ['cell', 'parent', 'place'],
} as const satisfies Record<string, readonly Field[]>

interface FieldPaletteProps {
  language: Language
  onPick: (field: Field) => void
}

export function FieldPalette({ language, onPick }: FieldPaletteProps) {
  const { t } = useWords()
  return (
    <section className="field-palette">
      <h2 className="template-side-title">{t('templates.fields')}</h2>
      <p className="templates-soft">{t('templates.fieldsHint')}</p>
      {(Object.keys(groups) as (keyof typeof groups)[]).map((group) => (
        <fieldset key={group} className="field-group">
          <legend>{t(`templates.${group}`)}</legend>
          {groups[group].map((field) => (
            <button
              key={field}
              type="button"
              className="field-pick"
              // The caret stays where it is while the mouse presses.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onPick(field)}
            >
              {fields[field][language]}
            </button>
          ))}
        </fieldset>
      ))}
    </section>
  )
}
