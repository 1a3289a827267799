import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { problemText } from './request-fault';

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
