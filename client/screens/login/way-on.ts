// Where one goes after signing in: back to where one wanted to be, never to another site.

/** The path of `?to=` when it is one of our own, else the plan. */
export function wayOn(search: string): string {
  const to = new URLSearchParams(search).get('to') ?? '/'
  // `//host` and `/\host` would be other sites; back to the sign-in page would go round in circles.
  const isOwn = /^\/(?![/\\])/.test(to) && !/[\t\n\r]/.test(to)
  return isOwn && !to.startsWith('/login') ? to : '/'
}
