// https://nextjs.org/docs/app/api-reference/file-conventions/proxy#cors: the recipe, with all that a policy can say.
import { NextResponse } from 'next/server'
import { coversOrigin, hasStar, listOf, methodsOf, policyOf } from '../exam/policy.mjs'

export function proxy(request) {
  const policy = policyOf(request.nextUrl.pathname)
  if (policy === false) {
    return request.method === 'OPTIONS' ? new NextResponse(null, { status: 403 }) : NextResponse.next()
  }

  const origin = request.headers.get('origin') ?? ''
  const headers = corsHeaders(policy, origin)
  if (request.method === 'OPTIONS') {
    const asked = {
      'Access-Control-Allow-Methods': methodsOf(policy).join(', '),
      'Access-Control-Allow-Headers': listOf(policy.allowHeaders).join(', '),
      'Access-Control-Max-Age': String(policy.maxAge),
    }
    return new NextResponse(null, { status: policy.preflightStatus, headers: { ...headers, ...asked } })
  }

  const response = NextResponse.next()
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  return response
}

function corsHeaders({ allowCredentials, allowOrigins, exposeHeaders, timingAllowOrigin }, origin) {
  if (!coversOrigin({ allowOrigins }, origin)) return {}
  const allowed = hasStar(allowOrigins) ? '*' : origin
  return {
    'Access-Control-Allow-Origin': allowed,
    ...(allowCredentials && { 'Access-Control-Allow-Credentials': 'true' }),
    ...(exposeHeaders.length > 0 && { 'Access-Control-Expose-Headers': listOf(exposeHeaders).join(', ') }),
    ...(timingAllowOrigin && { 'Timing-Allow-Origin': allowed }),
  }
}
