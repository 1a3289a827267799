import { Counter, Histogram, register } from 'prom-client';
import type { SecurityEventKind } from './security-event';
import { securityEventKinds } from './security-event';

// Pages and server each have a copy of this module, but share the registry of prom-client.
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

// Initialized with 0, so that the first event is an increase.
for (const outcome of outcomes) signIns.inc({ outcome }, 0);
for (const kind of securityEventKinds) securityEvents.inc({ kind }, 0);

const knownMethods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const methodOf = (method: string): string => (knownMethods.has(method) ? method : 'other');

/** Counts an answered request of the API by method and status, with its duration in seconds. */
export function countApiRequest(method: string, status: number, seconds: number): void {
  const labels = { method: methodOf(method), status: String(status) };
  requests.inc(labels);
  requestSeconds.inc(labels, seconds);
}

/** Records the duration, in seconds, of any answered request; `route` is a pattern without ids. */
export function observeRequest(
  route: string,
  method: string,
  status: number,
  seconds: number,
): void {
  const labels = { route, method: methodOf(method), status_class: `${Math.floor(status / 100)}xx` };
  httpSeconds.observe(labels, seconds);
}

/** Counts a sign-in attempt by its outcome. */
export function countSignIn(outcome: (typeof outcomes)[number]): void {
  signIns.inc({ outcome });
}

/** Counts an event of the security log. */
export function countSecurityEvent(kind: SecurityEventKind): void {
  securityEvents.inc({ kind });
}

/** All metrics of this process in Prometheus' text format, without names of people, projects or articles. */
export function metricsText(): Promise<string> {
  return register.metrics();
}
