type Measures = { requests: Map<string, number>; seconds: Map<string, number> };

const held = globalThis as { parallaxMeasures?: Measures };

function measures(): Measures {
  held.parallaxMeasures ??= { requests: new Map(), seconds: new Map() };
  return held.parallaxMeasures;
}

/** Counts one answered request of the API by method and status, with the seconds it took. */
export function measureRequest(method: string, status: number, seconds: number): void {
  const { requests, seconds: total } = measures();
  const key = `method="${method}",status="${status}"`;
  requests.set(key, (requests.get(key) ?? 0) + 1);
  total.set(key, (total.get(key) ?? 0) + seconds);
}

function family(name: string, help: string, type: string, lines: string[]): string {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines].join('\n');
}

const live = globalThis as { parallaxLiveFigures?: () => { lines: number; stays: number } };

function liveFamilies(): string[] {
  const figures = live.parallaxLiveFigures?.();
  if (figures === undefined) return [];
  return [
    family('parallax_live_lines', 'Open lines to the live server.', 'gauge', [
      `parallax_live_lines ${figures.lines}`,
    ]),
    family('parallax_live_stays', 'Stays in live rooms, over all lines.', 'gauge', [
      `parallax_live_stays ${figures.stays}`,
    ]),
  ];
}

/** What this process has counted, in Prometheus' text format. Names no person, project or article. */
export function measuresText(): string {
  const { requests, seconds } = measures();
  const memory = process.memoryUsage();
  return [
    family(
      'parallax_requests_total',
      'Requests to the API that were answered.',
      'counter',
      [...requests].map(([key, count]) => `parallax_requests_total{${key}} ${count}`),
    ),
    family(
      'parallax_request_seconds_total',
      'Seconds taken to answer them.',
      'counter',
      [...seconds].map(([key, sum]) => `parallax_request_seconds_total{${key}} ${sum.toFixed(6)}`),
    ),
    ...liveFamilies(),
    family('process_resident_memory_bytes', 'Resident memory.', 'gauge', [
      `process_resident_memory_bytes ${memory.rss}`,
    ]),
    family('process_uptime_seconds', 'Seconds since the start.', 'gauge', [
      `process_uptime_seconds ${process.uptime().toFixed(0)}`,
    ]),
    '',
  ].join('\n');
}
