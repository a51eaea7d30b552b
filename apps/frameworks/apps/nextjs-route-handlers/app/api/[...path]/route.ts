import { items } from '@/app/items'
import { withCors } from '@/app/with-cors'

const handle = withCors(items)

export { handle as GET, handle as OPTIONS, handle as PUT }
