// An honest colleague who asks every 10 ms; the longest answer is the longest stall.
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { awarenessFrame, frameThat, opened } from '../kit/frames'
import { Visitor } from '../kit/visitor'

const [origin = '', cookie = '', documentId = ''] = process.argv.slice(2)
const socket = new Visitor(origin, cookie).socket(`/sync/${documentId}`)
await opened(socket)

let clock = 0
async function ask(): Promise<number> {
  clock += 1
  const mark = `"at":${clock},`
  const heard = frameThat(
    socket,
    ({ type, payload }) => type === 1 && Buffer.from(payload).includes(mark),
  )
  const begun = performance.now()
  socket.send(awarenessFrame(99, clock, { at: clock }))
  await heard
  return performance.now() - begun
}

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
