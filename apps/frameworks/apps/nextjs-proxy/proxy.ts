import { cors } from '@corsac/fetch'
import { NextResponse } from 'next/server'

const withCors = cors({
  allowOrigins: ['https://app.example', 'http://localhost:*'],
  allowCredentials: true,
  allowMethods: ['PUT'],
  allowHeaders: ['content-type'],
  exposeHeaders: ['x-total'],
})

export const proxy = withCors(() => NextResponse.next())

export const config = { matcher: '/api/:path*' }
