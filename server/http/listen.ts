import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { log } from '@/lib/access/log';
import { StartProblem } from '@/server/process/operator-problem';
import { problemText } from './request-fault';

const reasons: Record<string, (host: string, port: number) => string> = {
  EADDRINUSE: (host, port) =>
    `Port ${port} of ${host} is in use. Stop what uses it, or choose another with PORT, as in “PORT=3001 npm start”.`,
  EACCES: (_, port) => `Port ${port} is not open to this user. Choose one above 1023 with PORT.`,
  EADDRNOTAVAIL: (host) => `This machine has no address ${host}. Set HOST to one that it has.`,
  ENOTFOUND: (host) => `This machine knows no address for ${host}. Set HOST to one that it has.`,
};

/** Opens the server's port; returns its number (port 0 lets the system choose). */
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

/** Accepts no more requests, waits for the current ones for at most `milliseconds`, then closes the rest. */
export async function stopListening(server: Server, milliseconds: number): Promise<void> {
  const timeout = setTimeout(() => server.closeAllConnections(), milliseconds);
  await new Promise((resolve) => server.close(resolve));
  clearTimeout(timeout);
}

const leaving = {
  status: 503,
  title: 'It is about to stop',
  detail: 'This process serves for a moment more and takes nothing new. Ask another one.',
};

/** The time between the announcement that the process will stop and the stop. */
export class Draining {
  #hasBegun = false;
  #underWay = 0;
  #whenNone: () => void = () => undefined;

  /**
   * Serves for this many seconds more while `/api/ready` answers 503, so that a proxy which checks it
   * sends requests elsewhere before any of them fails.
   */
  async during(seconds: number): Promise<void> {
    this.#hasBegun = true;
    await wait(seconds * 1000);
  }

  /** Resolves when no request is running any more, or after `timeout` milliseconds. */
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

  /** Counts a request. Answers `/api/ready` itself while draining, and returns false then. */
  admit(request: IncomingMessage, response: ServerResponse): boolean {
    this.#count(response);
    if (!this.#hasBegun) return true;
    // On a kept-alive connection the next request would go to a process that is gone.
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

/** Terminal and npm may both pass on one Ctrl-C; a second one counts after this time, in milliseconds. */
const duplicateSignalTime = 400;

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs `stop` at SIGINT (Ctrl-C), SIGTERM or SIGHUP and exits with 0 when it resolves; a second signal
 * exits at once.
 */
export function stopOnSignal(stop: (signal: (typeof signals)[number]) => Promise<void>): void {
  let since: number | null = null;
  const onSignal = (signal: (typeof signals)[number]) => {
    if (since !== null) {
      if (performance.now() - since > duplicateSignalTime) process.exit(1);
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
