// Numbers of seven bits a byte, as lib0 writes them, put where they belong in a buffer of the right size.

/** Bytes that a whole number ≥ 0 takes. */
export function lengthOfVarUint(number: number): number {
  let length = 1
  for (let rest = number; rest > 127; rest = Math.floor(rest / 128)) length++
  return length
}

/** Returns where the next one goes. */
export function putVarUint(bytes: Uint8Array, at: number, number: number): number {
  let next = at
  let rest = number
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes[next++] = 128 | (rest % 128)
  bytes[next++] = rest
  return next
}
