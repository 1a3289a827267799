import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { Hocuspocus } from '@hocuspocus/server';
import { WebSocketServer, WebSocket } from 'ws';
import type { ArticleMessage } from '@/lib/annotation/live-message';

/** A socket like the browser’s: one that is closed while it connects emits nothing more. */
export class QuietSocket extends WebSocket {
  constructor(address: string) {
    super(address);
    this.on('error', () => undefined);
  }
}

/** A live server for tests, which admits whom the test says and can fail in every way. */
export type SmallLiveServer = {
  url: string;
  /** The channels that nobody may join. */
  shut: Set<string>;
  /** The code and reason that every new socket is closed with at once; null for none. */
  sendsAway: number | null;
  /** Receives messages and answers nothing, like a dead connection. */
  isDead: boolean;
  /** Names of channels in the order of the requests, over all sockets. */
  asked: string[];
  /** The messages from pages. */
  received: { channel: string; words: unknown }[];
  sockets(): number;
  send(channel: string, message: ArticleMessage): void;
  close(channel: string): void;
  /** Cuts every connection, or closes it with a reason. */
  cut(code?: number): void;
  stop(): Promise<void>;
  start(): Promise<void>;
};

/** Starts one on a free port. */
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
    send: (channel, message) =>
      live.documents.get(channel)?.broadcastStateless(JSON.stringify(message)),
    close: (channel) =>
      live.documents
        .get(channel)
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
