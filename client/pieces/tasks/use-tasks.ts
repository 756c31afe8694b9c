// The tasks of all sessions that one reads, late ones first; fetched again every now and then.
import useSWR from 'swr'
import type { TaskView } from '../../../shared/records/task'
import { api, call } from '../../api'

const refreshMs = 15_000

export function useTasks(isWanted = true) {
  const { data, error, mutate } = useSWR(
    isWanted ? 'tasks' : null,
    () => call<{ tasks: TaskView[] }>(api.tasks.$get()),
    { refreshInterval: refreshMs },
  )
  return { tasks: data?.tasks, error: error as unknown, refresh: () => void mutate() }
}
