import { Controller, Put } from '@nestjs/common'
import { RouteConfig } from '@nestjs/platform-fastify'

@Controller('internal')
export class InternalController {
  @Put()
  @RouteConfig({ cors: false })
  write(): string {
    return 'for nobody'
  }
}
