import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';

// The floor: a server that only passes on what is posted to a room to every socket in it. In a
// process of its own; prints its port.

const rooms = new Map<string, Set<WebSocket>>();

const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    response.end();
    const body = Buffer.concat(parts);
    for (const socket of rooms.get(request.url ?? '') ?? []) socket.send(body);
  });
});

new WebSocketServer({ server }).on('connection', (socket, { url = '' }) => {
  const room = rooms.get(url) ?? new Set();
  rooms.set(url, room.add(socket));
  socket.on('close', () => room.delete(socket));
});

server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
