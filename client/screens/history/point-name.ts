// What a point of the history is called on screen.
import type { Text } from '../../../shared/i18n/table'
import type { Point } from '../../../shared/records/point'
import { moveActs } from '../../../shared/stages'

export function pointName({ kind, name }: Point, t: Text, dateTime: (iso: string) => string) {
  if (kind === 'named') return name
  if (kind === 'move') {
    const act = moveActs.find((one) => one === name)
    return act ? t(`act.${act}`) : name
  }
  if (kind === 'import') return t('changes.beforeImport', { name })
  const isMoment = !Number.isNaN(Date.parse(name)) && name.includes('T')
  return isMoment
    ? t('changes.beforeRestoreMoment', { at: dateTime(name) })
    : t('changes.beforeRestore', { name })
}
