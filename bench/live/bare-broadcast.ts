import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';

// The floor: a server that only passes on what is posted to a channel to every socket in it. Runs
// in a process of its own; prints its port.

const channels = new Map<string, Set<WebSocket>>();

const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    response.end();
    const body = Buffer.concat(parts);
    for (const socket of channels.get(request.url ?? '') ?? []) socket.send(body);
  });
});

new WebSocketServer({ server }).on('connection', (socket, { url = '' }) => {
  const channel = channels.get(url) ?? new Set();
  channels.set(url, channel.add(socket));
  socket.on('close', () => channel.delete(socket));
});

server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
