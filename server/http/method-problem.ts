import type { IncomingMessage, ServerResponse } from 'node:http';
import { problemText } from './request-fault';

/**
 * Gives a body to the framework's bare “405” in the API, which it answers where an address does not
 * take the method: a problem, as every other refusal is.
 */
export function addMethodProblem(request: IncomingMessage, response: ServerResponse): void {
  const { method = '', url = '' } = request;
  if (!url.startsWith('/api/')) return;
  const text = problemText({
    status: 405,
    title: 'It is not done so',
    detail: `This address does not take ${method}. Nothing was changed.`,
  });
  const isBare = () => response.statusCode === 405 && !response.hasHeader('content-type');
  let body: string | undefined;
  const writeHead = response.writeHead.bind(response) as (...given: unknown[]) => ServerResponse;
  const end = response.end.bind(response) as (...given: unknown[]) => ServerResponse;
  response.writeHead = (...given: unknown[]) => {
    if (isBare() && method !== 'HEAD') {
      body = text;
      response.setHeader('content-type', 'application/problem+json');
      response.setHeader('cache-control', 'no-store');
      response.removeHeader('content-length');
    }
    return writeHead(...given);
  };
  response.end = (...given: unknown[]) => {
    if (!response.headersSent && isBare()) response.writeHead(405);
    return body === undefined ? end(...given) : end(body);
  };
}
