import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { Hocuspocus } from '@hocuspocus/server';
import { WebSocketServer, WebSocket } from 'ws';
import type { ArticleMessage } from '@/lib/annotation/live-message';

/** A socket as the browser's: one that is given up while it connects says nothing more. */
export class QuietSocket extends WebSocket {
  constructor(address: string) {
    super(address);
    this.on('error', () => undefined);
  }
}

/** A live server for tests, which lets in whom the test says and can fail in every way. */
export type SmallLiveServer = {
  url: string;
  /** The rooms that nobody may enter. */
  shut: Set<string>;
  /** What every new socket is closed with at once; null for none. */
  sendsAway: number | null;
  /** Takes what is said and answers nothing, as a line that has gone dead. */
  isDead: boolean;
  /** Names of rooms in the order in which they were asked for, over all sockets. */
  asked: string[];
  /** What pages said. */
  received: { channel: string; words: unknown }[];
  sockets(): number;
  send(channel: string, message: ArticleMessage): void;
  close(channel: string): void;
  /** Cuts every line, or closes it and says why. */
  cut(code?: number): void;
  stop(): Promise<void>;
  start(): Promise<void>;
};

/** Starts one on a port that is free. */
export async function aSmallLiveServer(): Promise<SmallLiveServer> {
  let port = 0;
  let opened = 0;
  const open = new Set<WebSocket>();
  const lines = new Set<Socket>();
  const live = new Hocuspocus({
    quiet: true,
    async onAuthenticate({ documentName, connectionConfig }) {
      server.asked.push(documentName);
      connectionConfig.readOnly = true;
      if (server.shut.has(documentName)) throw Object.assign(new Error(''), { reason: 'absent' });
    },
    async onStateless({ documentName, payload }) {
      server.received.push({ channel: documentName, words: JSON.parse(payload) });
    },
  });
  const door = new WebSocketServer({ noServer: true });
  const http = createServer();
  http.on('connection', (socket) => lines.add(socket));
  http.on('upgrade', (request, socket, head) => {
    door.handleUpgrade(request, socket, head, (line) => {
      opened++;
      open.add(line);
      line.once('close', () => open.delete(line));
      if (server.sendsAway !== null) return line.close(server.sendsAway);
      const { emit } = line;
      line.emit = (event: string, ...given: unknown[]) =>
        server.isDead && event === 'message' ? true : emit.call(line, event, ...given);
      live.handleConnection(line, request, {});
    });
  });
  const server: SmallLiveServer = {
    url: '',
    shut: new Set(),
    sendsAway: null,
    isDead: false,
    asked: [],
    received: [],
    sockets: () => opened,
    send: (room, message) => live.documents.get(room)?.broadcastStateless(JSON.stringify(message)),
    close: (room) =>
      live.documents
        .get(room)
        ?.getConnections()
        .forEach((one) => one.close({ code: 4403, reason: 'No.' })),
    cut: (code) =>
      open.forEach((line) => (code === undefined ? line.terminate() : line.close(code))),
    async stop() {
      for (const line of open) line.terminate();
      for (const socket of lines) socket.destroy();
      await new Promise((resolve) => http.close(resolve));
    },
    async start() {
      await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve));
      port = (http.address() as AddressInfo).port;
      server.url = `ws://127.0.0.1:${port}/live`;
    },
  };
  await server.start();
  return server;
}
