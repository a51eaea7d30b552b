import { Module } from '@nestjs/common'
import { InternalController } from './internal.controller.js'
import { ItemsController } from './items.controller.js'

@Module({ controllers: [InternalController, ItemsController] })
export class AppModule {}
