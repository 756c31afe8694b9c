// Asks the running demo over HTTP whether it is alive, serves its page, and refuses a stranger.
const origin = process.argv[2]
const expected = [
  ['/healthz', 200],
  ['/', 200],
  ['/api/me', 401],
  ['/api/nothing', 404],
]
for (const [path, status] of expected) {
  const response = await fetch(origin + path)
  if (response.status !== status) {
    process.stderr.write(`${path}: ${response.status}, expected ${status}\n`)
    process.exit(1)
  }
}
process.stdout.write(`${expected.length} probes passed\n`)
