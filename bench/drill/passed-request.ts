import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import http from 'node:http';
import { connect } from 'node:net';

/** A request that the line has received. */
export type HeldRequest = {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
};

/** An answer that the line has received. */
export type HeldAnswer = { status: number; headers: IncomingHttpHeaders; body: Buffer };

/** Reads a message to its end; rejects when it is aborted. */
async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of message) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

/** Receives a whole request from a client. */
export async function held(request: IncomingMessage): Promise<HeldRequest> {
  const { method = 'GET', url = '/', headers } = request;
  return { method, path: url, headers, body: await bodyOf(request) };
}

const agent = new http.Agent({ keepAlive: true });

/** Passes a request on to the server and returns its whole answer; rejects when there is none. */
export function pass(target: URL, { method, path, headers: sent, body }: HeldRequest) {
  const { connection: _, ...headers } = sent;
  return new Promise<HeldAnswer>((resolve, reject) => {
    const request = http.request(
      { host: target.hostname, port: target.port, method, path, headers, agent },
      (answer) => {
        bodyOf(answer).then(
          (answerBody) =>
            resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: answerBody }),
          reject,
        );
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

/** Sends the first half of a request to the server and closes the connection. */
export function passHalf(target: URL, request: HeldRequest): Promise<void> {
  const { method, path, headers, body } = request;
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}`);
  const head = `${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`;
  const whole = Buffer.concat([Buffer.from(head), body]);
  // With a body, half of that: the server has begun to read when the line breaks.
  const half = body.length > 0 ? whole.length - Math.ceil(body.length / 2) : whole.length >> 1;
  return new Promise((resolve) => {
    const socket = connect(Number(target.port), target.hostname, () =>
      socket.write(whole.subarray(0, half), () => setTimeout(() => socket.destroy(), 5)),
    );
    socket.on('error', () => undefined);
    socket.on('close', () => resolve());
  });
}
