import type { ApiAnswer } from './penguin-api.ts'

/** Counts the visits of a browser in a cookie, which comes back only on requests that are made with credentials. */
export function countVisit(cookieName: string, cookies: string | readonly string[] | undefined): ApiAnswer {
  const visits = readCount(cookieName, String(cookies ?? '')) + 1
  return {
    status: 200,
    headers: {
      'set-cookie': `${cookieName}=${visits}; Path=/session; HttpOnly; SameSite=Lax`,
      'cache-control': 'no-store',
    },
    body: { visits },
  }
}

function readCount(cookieName: string, cookies: string): number {
  const pair = cookies.split(/; */).find((cookie) => cookie.startsWith(`${cookieName}=`))
  const value = pair?.slice(cookieName.length + 1) ?? ''
  return /^\d{1,9}$/.test(value) ? Number(value) : 0
}
