import 'reflect-metadata'
import { cors } from '@corsac/express'
import { NestFactory } from '@nestjs/core'
import { AppModule } from './app.module.js'

const app = await NestFactory.create(AppModule)
app.use(
  cors({
    allowOrigins: ['https://app.example', 'http://localhost:*'],
    allowCredentials: true,
    allowMethods: ['PUT'],
    allowHeaders: ['content-type'],
    exposeHeaders: ['x-total'],
  }),
)
await app.listen(process.env.PORT ?? 3000, '127.0.0.1')
