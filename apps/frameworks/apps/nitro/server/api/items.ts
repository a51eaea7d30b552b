import { defineHandler } from 'nitro'

export default defineHandler(({ res }) => {
  res.headers.set('vary', 'Accept')
  res.headers.set('x-total', '2')
  res.headers.set('access-control-allow-origin', '*')
  return ['apple', 'pear']
})
