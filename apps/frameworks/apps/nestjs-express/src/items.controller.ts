import { Readable } from 'node:stream'
import { Body, Controller, Get, Header, Options, Put, StreamableFile } from '@nestjs/common'

@Controller('api')
export class ItemsController {
  readonly #seen: string[] = []

  @Get('items')
  @Header('Vary', 'Accept')
  @Header('X-Total', '2')
  @Header('Access-Control-Allow-Origin', '*')
  read(): string[] {
    this.#seen.push('GET /api/items')
    return ['apple', 'pear']
  }

  @Put('items')
  write(@Body() body: unknown): unknown {
    this.#seen.push('PUT /api/items')
    return body
  }

  @Options('items')
  @Header('Allow', 'GET, HEAD, PUT, OPTIONS')
  options(): void {
    this.#seen.push('OPTIONS /api/items')
  }

  @Get('fail')
  fail(): never {
    this.#seen.push('GET /api/fail')
    throw new Error('This handler fails.')
  }

  @Get('stream')
  stream(): StreamableFile {
    this.#seen.push('GET /api/stream')
    return new StreamableFile(Readable.from([Buffer.from('first\n'), Buffer.from('second\n')]))
  }

  @Get('seen')
  seen(): string[] {
    return this.#seen
  }
}
