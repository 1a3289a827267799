import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import type { Chance } from './chance';
import type { LineFault } from './line-faults';
import { lineFate } from './line-faults';
import type { HeldAnswer, HeldRequest } from './passed-request';
import { held, pass, passHalf } from './passed-request';
import { Tally } from './tally';

/** How a line is down: it closes all connections, or it stays open and passes nothing on. */
type Down = 'cut' | 'silent';

const busy = JSON.stringify({ title: 'Busy', detail: 'Made up by the line.', errors: [] });
const page = '<!doctype html><title>Welcome aboard</title><p>Please accept our terms.';

/** The proxy between the clients and the server, which produces the faults. */
export class ChaosLine {
  readonly faults = new Tally();
  isCalm = false;
  private down: Down | null = null;
  private readonly sockets = new Set<Socket>();
  /** Callbacks that stop passing on the messages of each open socket. */
  private readonly silences = new Set<() => void>();
  private readonly fate: (isWrite: boolean) => LineFault | null;

  private constructor(
    private readonly server: Server,
    private readonly chance: Chance,
    /** The server’s current address: read for each request, since it changes at a restart. */
    private readonly target: () => string,
  ) {
    this.fate = lineFate(chance.branch());
    server.on('connection', (socket) => {
      if (this.down === 'cut') return void socket.destroy();
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
    });
    server.on('request', (request, response) => {
      this.take(request, response).catch(() => request.socket.destroy());
    });
    server.on('upgrade', (request, socket, head) => this.join(request, socket, head));
    server.on('clientError', (_, socket) => socket.destroy());
  }

  static async open(chance: Chance, target: () => string): Promise<ChaosLine> {
    const server = createServer({ keepAliveTimeout: 30_000 });
    const line = new ChaosLine(server, chance, target);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return line;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Breaks the whole line. */
  breakDown(down: Down): void {
    this.down = down;
    if (down === 'cut') this.cutAll();
    for (const silence of this.silences) silence();
  }

  /** Repairs the line; requests without an answer are cut off. */
  mend(): void {
    this.down = null;
    this.cutAll();
  }

  async close(): Promise<void> {
    this.cutAll();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private cutAll(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const sent = await held(request);
    if (this.down !== null) return;
    const fault = this.isCalm ? null : this.fate(sent.method !== 'GET');
    if (fault !== null) this.faults.add(fault);
    const answer = await this.suffer(fault, sent).catch(() => this.unreachable());
    // The server may or may not have handled a request that is cut off now.
    if (this.down !== null) return;
    if (answer === null) return void request.socket.destroy();
    const { connection: _, 'transfer-encoding': __, ...headers } = answer.headers;
    response.writeHead(answer.status, { ...headers, 'content-length': answer.body.length });
    if (fault !== 'cut in the answer') return void response.end(answer.body);
    response.write(answer.body.subarray(0, answer.body.length >> 1));
    setTimeout(() => request.socket.destroy(), 5);
  }

  /** The answer to the client; null where the line breaks. */
  private async suffer(fault: LineFault | null, sent: HeldRequest): Promise<HeldAnswer | null> {
    const seconds = 1000 * this.chance.between(0.2, 4);
    const target = () => new URL(this.target());
    switch (fault) {
      case 'cut in the request':
        await passHalf(target(), sent);
        return null;
      case 'cut before the answer':
        await pass(target(), sent);
        return null;
      case '503':
        return this.busy({});
      case '503 with Retry-After':
        return this.busy({ 'retry-after': '1' });
      case 'slow request':
        await wait(seconds);
        return pass(target(), sent);
      case 'slow answer': {
        const answer = await pass(target(), sent);
        await wait(seconds);
        return answer;
      }
      case 'sent twice': {
        const first = pass(target(), sent);
        const pause = this.chance.hits(0.5) ? 0 : seconds;
        void wait(pause)
          .then(() => pass(target(), sent))
          .catch(() => undefined);
        return first;
      }
      case 'arrives late':
        void wait(seconds)
          .then(() => pass(target(), sent))
          .catch(() => undefined);
        return null;
      case 'foreign page':
        return { status: 200, headers: { 'content-type': 'text/html' }, body: Buffer.from(page) };
      case 'cut in the answer':
      case null:
        return pass(target(), sent);
    }
  }

  private busy(headers: Record<string, string>): HeldAnswer {
    const type = { 'content-type': 'application/problem+json' };
    return { status: 503, headers: { ...type, ...headers }, body: Buffer.from(busy) };
  }

  /** While the server is down a proxy answers 503, and a bare line breaks. */
  private unreachable(): HeldAnswer | null {
    if (this.chance.hits(0.5)) return null;
    return { status: 502, headers: { 'content-type': 'text/html' }, body: Buffer.from(page) };
  }

  /** Joins a persistent socket with the server. */
  private join(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.down !== null) return void socket.destroy();
    const { hostname, port } = new URL(this.target());
    const lines = [`${request.method} ${request.url} HTTP/1.1`];
    for (let at = 0; at < request.rawHeaders.length; at += 2)
      lines.push(`${request.rawHeaders[at]}: ${request.rawHeaders[at + 1]}`);
    const other = connect(Number(port), hostname, () => {
      other.write(`${lines.join('\r\n')}\r\n\r\n`);
      other.write(head);
      other.pipe(socket).pipe(other);
    });
    const silence = () => {
      other.unpipe(socket).pause();
      socket.unpipe(other).pause();
    };
    this.silences.add(silence);
    socket.on('close', () => this.silences.delete(silence));
    for (const [one, two] of [
      [socket, other],
      [other, socket],
    ] as const) {
      one.on('error', () => undefined);
      one.on('close', () => two.destroy());
    }
  }
}
