// An honest colleague who asks every 10 ms; the longest answer is the longest stall.
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import * as decoding from 'lib0/decoding'
import { frameThat, opened, updateFrame } from '../kit/frames'
import { Visitor } from '../kit/visitor'

const [origin = '', cookie = '', documentId = ''] = process.argv.slice(2)
const socket = new Visitor(origin, cookie).socket(`/sync/${documentId}`)
await opened(socket)

// An update that brings nothing is answered by `saved`, and by nothing else is it held up.
const nothing = updateFrame(Uint8Array.of(0, 0))
let asked = 0
async function ask(): Promise<number> {
  asked += 1
  const n = asked
  const heard = frameThat(socket, ({ type, payload }) => type === 100 && numberIn(payload) >= n)
  const begun = performance.now()
  socket.send(nothing)
  await heard
  return performance.now() - begun
}
const numberIn = (payload: Uint8Array) => decoding.readVarUint(decoding.createDecoder(payload))

// The first ones meet code that nothing has run yet.
for (let i = 0; i < 50; i++) await ask()
process.stdout.write('begun\n')
let isOver = false
process.stdin.resume()
once(process.stdin, 'end').then(() => {
  isOver = true
})
let longest = 0
while (!isOver) {
  longest = Math.max(longest, await ask())
  await pause(10)
}
process.stdout.write(`${longest}\n`)
socket.terminate()
process.exit(0)
