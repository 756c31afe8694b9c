// A deadline and what is left of the time, in words.
import type { Text } from '../../../shared/i18n/table'
import { type Deadline, timeLeft } from '../../../shared/turn'

interface DeadlineWords {
  readonly until: string
  readonly left: string
}

/** `Góp ý đến 14/12, 17:00` and `còn 2 ngày 4 giờ`; the year is left out when it is this one. */
export function deadlineWords(deadline: Deadline, now: number, t: Text): DeadlineWords {
  const until = t(`deadline.${deadline.key}`, { at: shortMoment(deadline.at, now, deadline.isDay) })
  return { until, left: left(deadline, now, t) }
}

const two = (n: number) => String(n).padStart(2, '0')

export function shortMoment(iso: string, now: number, isDay = false): string {
  const at = new Date(iso)
  const year = at.getFullYear() === new Date(now).getFullYear() ? '' : `/${at.getFullYear()}`
  const day = `${two(at.getDate())}/${two(at.getMonth() + 1)}${year}`
  return isDay ? day : `${day}, ${two(at.getHours())}:${two(at.getMinutes())}`
}

function left({ at, isDay, isPast }: Deadline, now: number, t: Text): string {
  if (isPast) return t('stageBar.past')
  if (isDay) {
    const days = Math.round(
      (new Date(at).setHours(0, 0, 0, 0) - new Date(now).setHours(0, 0, 0, 0)) / 86_400_000,
    )
    return days > 0 ? t('stageBar.leftDaysOnly', { days }) : t('stageBar.leftToday')
  }
  const { days, hours, minutes } = timeLeft(at, now)
  if (days > 0) return t('stageBar.leftDays', { days, hours })
  return hours > 0
    ? t('stageBar.leftHours', { hours, minutes })
    : t('stageBar.leftMinutes', { minutes })
}
