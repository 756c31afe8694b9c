// Memory of another process, as the kernel counts it.
import { readFileSync, writeFileSync } from 'node:fs'

const megabytes = (pid: number, name: string) =>
  Number(
    new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(
      readFileSync(`/proc/${pid}/status`, 'utf8'),
    )?.[1],
  ) / 1024

/** Resident now, in MB. */
export const residentMb = (pid: number): number => megabytes(pid, 'VmRSS')
/** The most it was since `resetPeak`. */
export const peakMb = (pid: number): number => megabytes(pid, 'VmHWM')
export const resetPeak = (pid: number): void => writeFileSync(`/proc/${pid}/clear_refs`, '5')
