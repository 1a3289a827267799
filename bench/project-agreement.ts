import pg from 'pg';
import { figure } from './figure';
import { idFrom, seedProject } from './seeded-project';

// The agreement of a project of many articles (five analysts, twenty annotations each), requested
// from the server at the address given: the first time, again, after one article has changed, and
// with a filter; and how long others wait meanwhile. The floor of the first is a plain query of the
// annotations.

const address = process.argv[2] ?? 'http://127.0.0.1:3000';
const articles = Number(process.argv[3] ?? 10_000);
const analysts = 5;
const annotations = 20;
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 2 });
const sql = (query: string, values: unknown[] = []) => pool.query(query, values);
const { projectId, token } = await seedProject(pool, {
  articles,
  analysts,
  annotations,
  stride: 300,
});

/** Milliseconds until the complete response. */
async function fetchAgreement(query = ''): Promise<number> {
  const began = performance.now();
  const answer = await fetch(`${address}/api/v1/projects/${projectId}/agreement${query}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const body = (await answer.json()) as { articles?: number };
  if (answer.status !== 200 || !body.articles) throw new Error(`It was answered ${answer.status}.`);
  return performance.now() - began;
}

const median = (times: number[]): number => times.sort((a, b) => a - b)[times.length >> 1] ?? 0;

async function several(times: number, work: () => Promise<number>): Promise<number> {
  const all: number[] = [];
  for (let round = 0; round < times; round++) all.push(await work());
  return median(all);
}

/**
 * Sends a small request again and again until `until` resolves; returns the longest response time.
 */
async function longestWait(until: Promise<unknown>): Promise<number> {
  let [isDone, longest] = [false, 0];
  void until.finally(() => (isDone = true));
  while (!isDone) {
    const began = performance.now();
    await (await fetch(`${address}/api/health`)).text();
    longest = Math.max(longest, performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return longest;
}

async function readMarks(): Promise<number> {
  const began = performance.now();
  for (let from = 0; from < articles; from += 200)
    await sql(
      `SELECT l.id, (SELECT json_agg(json_build_array(a.id, a.label, a.segments))::text FROM "Annotation" a
         WHERE a."layerId" = l.id AND a."removedAt" IS NULL) AS marks
       FROM "Layer" l WHERE l."revisionId" = ANY(SELECT ${idFrom("$1::text || 'r' || n")}
         FROM generate_series($2::int, $3::int) n)`,
      [projectId, from, from + 199],
    );
  return performance.now() - began;
}

const size = `${articles} articles × ${analysts} × ${annotations}`;
const floor = await readMarks();
const first = fetchAgreement();
const waited = await longestWait(first);
figure(`${size}: the first time`, (await first) / 1000, 's', { floor: floor / 1000, atMost: 10 });
figure(`${size}: longest wait of another request meanwhile`, waited, 'ms');
figure(`${size}: again`, await several(9, () => fetchAgreement()), 'ms', { atMost: 200 });
figure(`${size}: under another filter`, await fetchAgreement('?label=loaded_framing'), 'ms');
figure(
  `${size}: after one article has changed`,
  await several(3, async () => {
    await sql(
      `UPDATE "Layer" SET "eventCount" = "eventCount" + 1 WHERE id = ${idFrom("$1 || 'l0 1'")}`,
      [projectId],
    );
    return fetchAgreement();
  }),
  'ms',
);
await pool.end();
