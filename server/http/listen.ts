import { StartProblem } from '@/server/process/operator-problem';
import type { Server, IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { log } from '@/lib/access/log';
import { problemText } from './request-fault';

const reasons: Record<string, (host: string, port: number) => string> = {
  EADDRINUSE: (host, port) =>
    `Port ${port} of ${host} is in use. Stop what uses it, or choose another with PORT, as in “PORT=3001 npm start”.`,
  EACCES: (_, port) => `Port ${port} is not open to this user. Choose one above 1023 with PORT.`,
  EADDRNOTAVAIL: (host) => `This machine has no address ${host}. Set HOST to one that it has.`,
  ENOTFOUND: (host) => `This machine knows no address for ${host}. Set HOST to one that it has.`,
};

/** Opens the server's port; answers which it is (PORT=0 lets the system choose). */
export function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => {
      const reason = reasons[error.code ?? ''];
      reject(reason === undefined ? error : new StartProblem(reason(host, port)));
    };
    server.once('error', fail);
    server.listen(port, host.replace(/^\[|\]$/g, ''), () => {
      server.off('error', fail);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/** Takes no more requests, lets those under way end for a while, then closes what is left. */
export async function stopListening(server: Server, milliseconds: number): Promise<void> {
  const impatience = setTimeout(() => server.closeAllConnections(), milliseconds);
  await new Promise((resolve) => server.close(resolve));
  clearTimeout(impatience);
}

const leaving = {
  status: 503,
  title: 'It is about to stop',
  detail: 'This process serves for a moment more and takes nothing new. Ask another one.',
};

/** The time between saying that the process is about to stop and stopping. */
export class Draining {
  #hasBegun = false;
  #underWay = 0;
  #whenNone: () => void = () => undefined;

  /**
   * Serves for so many seconds more, and says at /api/ready that it will not: a proxy that looks
   * there sends requests elsewhere before any of them could fail.
   */
  async during(seconds: number): Promise<void> {
    this.#hasBegun = true;
    await wait(seconds * 1000);
  }

  /** When no request is under way any more, or after so many milliseconds. */
  async whenIdle(timeout: number): Promise<void> {
    if (this.#underWay === 0) return;
    const none = new Promise<void>((resolve) => (this.#whenNone = resolve));
    await Promise.race([none, wait(timeout, undefined, { ref: false })]);
  }

  #count(response: ServerResponse): void {
    this.#underWay++;
    response.once('close', () => {
      this.#underWay--;
      if (this.#underWay === 0) this.#whenNone();
    });
  }

  /** Answers who asks whether to send requests here, once it is about to stop; then says false. */
  admit(request: IncomingMessage, response: ServerResponse): boolean {
    this.#count(response);
    if (!this.#hasBegun) return true;
    // Whoever keeps the connection would send the next request to a process that is gone.
    response.shouldKeepAlive = false;
    if (request.url?.split('?', 1)[0] !== '/api/ready') return true;
    response.writeHead(leaving.status, {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      'retry-after': '5',
    });
    response.end(problemText(leaving, 'stopping'));
    return false;
  }
}

/** A terminal and npm may both pass on one Ctrl-C; a second one this much later is meant. */
const echo = 400;

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Ends the process cleanly at Ctrl-C or SIGTERM, with 0 once `stop` is through; a second Ctrl-C
 * does not wait for it.
 */
export function stopOnSignal(stop: (signal: (typeof signals)[number]) => Promise<void>): void {
  let since: number | null = null;
  const onSignal = (signal: (typeof signals)[number]) => {
    if (since !== null) {
      if (performance.now() - since > echo) process.exit(1);
      return;
    }
    since = performance.now();
    stop(signal).then(
      () => process.exit(0),
      (error: unknown) => {
        log.error('Stopping went wrong.', { error });
        process.exit(1);
      },
    );
  };
  for (const signal of signals) process.on(signal, () => onSignal(signal));
}
