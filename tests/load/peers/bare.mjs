// The floor: passes every frame on to the others in the room, and knows nothing of texts.
import { WebSocketServer } from 'ws'

const rooms = new Map()
const emptyStep2 = Uint8Array.of(0, 1, 2, 0, 0)
const server = new WebSocketServer({ host: process.env.HOST, port: Number(process.env.PORT) })

server.on('connection', (socket, { url }) => {
  const room = rooms.get(url) ?? new Set()
  rooms.set(url, room.add(socket))
  socket.on('message', (data) => {
    if (data[0] === 0 && data[1] === 0) return socket.send(emptyStep2)
    for (const other of room) if (other !== socket) other.send(data)
  })
  socket.on('close', () => room.delete(socket))
})
server.on('listening', () => process.stdout.write('running\n'))
