// Hocuspocus with its defaults: in memory, or with its SQLite extension when DATABASE names a file.
import { SQLite } from '@hocuspocus/extension-sqlite'
import { Server } from '@hocuspocus/server'

const { HOST, PORT, DATABASE } = process.env
const server = new Server({
  address: HOST,
  port: Number(PORT),
  quiet: true,
  extensions: DATABASE ? [new SQLite({ database: DATABASE })] : [],
})
await server.listen()
process.stdout.write('running\n')
