import { serve } from 'srvx'
import handler from './handler.ts'

serve({ hostname: '127.0.0.1', port: Number(process.env['PORT']), fetch: handler.fetch })
