import { Counter, Histogram, register } from 'prom-client';
import type { SecurityEventKind } from './security-event';
import { securityEventKinds } from './security-event';

// Pages and server have a copy of this file each, and one registry.
function counter<Label extends string>(
  name: string,
  help: string,
  labelNames: Label[],
): Counter<Label> {
  const known = register.getSingleMetric(name);
  return (known as Counter<Label> | undefined) ?? new Counter({ name, help, labelNames });
}

function histogram<Label extends string>(
  name: string,
  help: string,
  labelNames: Label[],
  buckets: number[],
): Histogram<Label> {
  const known = register.getSingleMetric(name);
  return (
    (known as Histogram<Label> | undefined) ?? new Histogram({ name, help, labelNames, buckets })
  );
}

const requests = counter('parallax_requests_total', 'Requests to the API that were answered.', [
  'method',
  'status',
]);
const requestSeconds = counter('parallax_request_seconds_total', 'Seconds taken to answer them.', [
  'method',
  'status',
]);
const httpSeconds = histogram(
  'parallax_http_request_duration_seconds',
  'Seconds from the arrival of a request to the end of its answer, of pages and the API.',
  ['route', 'method', 'status_class'],
  [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
);
const signIns = counter('parallax_sign_ins_total', 'Attempts at signing in, by outcome.', [
  'outcome',
]);
const securityEvents = counter(
  'parallax_security_events_total',
  'Events of the security log, by kind.',
  ['kind'],
);

const outcomes = ['succeeded', 'failed', 'limited'] as const;

// There from the start, so that the first of them is an increase.
for (const outcome of outcomes) signIns.inc({ outcome }, 0);
for (const kind of securityEventKinds) securityEvents.inc({ kind }, 0);

const knownMethods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const methodOf = (method: string): string => (knownMethods.has(method) ? method : 'other');

/** Counts one answered request of the API by method and status, with the seconds it took. */
export function countApiRequest(method: string, status: number, seconds: number): void {
  const labels = { method: methodOf(method), status: String(status) };
  requests.inc(labels);
  requestSeconds.inc(labels, seconds);
}

/** Counts one answered request of any kind; `route` is a pattern, never an address with ids. */
export function observeRequest(
  route: string,
  method: string,
  status: number,
  seconds: number,
): void {
  const labels = { route, method: methodOf(method), status_class: `${Math.floor(status / 100)}xx` };
  httpSeconds.observe(labels, seconds);
}

/** Counts an attempt at signing in. */
export function countSignIn(outcome: (typeof outcomes)[number]): void {
  signIns.inc({ outcome });
}

/** Counts an event of the security log. */
export function countSecurityEvent(kind: SecurityEventKind): void {
  securityEvents.inc({ kind });
}

/** All that this process has measured, in Prometheus' text format. Names no person, project or article. */
export function metricsText(): Promise<string> {
  return register.metrics();
}
