export { createSocketTransport, type SocketTransportOptions } from './socket-transport.ts'
