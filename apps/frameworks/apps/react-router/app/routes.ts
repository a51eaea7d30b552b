import { index, route, type RouteConfig } from '@react-router/dev/routes'

export default [
  index('routes/home.tsx'),
  route('api/items', 'routes/items.ts'),
  route('api/fail', 'routes/fail.ts'),
  route('api/stream', 'routes/stream.ts'),
  route('api/seen', 'routes/seen.ts'),
] satisfies RouteConfig
