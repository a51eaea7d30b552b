import 'reflect-metadata'
import { cors } from '@corsac/fastify'
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import { AppModule } from './app.module.js'

const app = await NestFactory.create<NestFastifyApplication>(AppModule, new FastifyAdapter())
await app.register(
  cors({
    allowOrigins: ['https://app.example', 'http://localhost:*'],
    allowCredentials: true,
    allowMethods: ['PUT'],
    allowHeaders: ['content-type'],
    exposeHeaders: ['x-total'],
  }),
)
await app.listen(process.env.PORT ?? 3000, '127.0.0.1')
