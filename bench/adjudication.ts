import { loadavg } from 'node:os';
import pg from 'pg';
import { figure } from './figure';
import { seedProject } from './seeded-project';

// The adjudication workspace of an article with five layers of two thousand annotations each,
// requested from the server at the address given, and the merge of many such articles: the first
// time, with nothing new, and after one layer has changed. The floor of each is a plain query of
// the annotations.

const address = process.argv[2] ?? 'http://127.0.0.1:3000';
const articles = Number(process.argv[3] ?? 200);
const [analysts, annotations] = [5, 2000];
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 2 });
const { projectId, token } = await seedProject(pool, {
  articles,
  analysts,
  annotations,
  stride: 60,
});
const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };

const { rows } = await pool.query<{ id: string; revisionId: string }>(
  `SELECT t.id, r.id AS "revisionId" FROM "Article" t JOIN "Revision" r ON r."articleId" = t.id
   WHERE t."projectId" = $1 ORDER BY t.id`,
  [projectId],
);

/** Milliseconds that it takes. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function median(times: number, work: () => Promise<unknown>): Promise<number> {
  const all: number[] = [];
  for (let round = 0; round < times; round++) all.push(await timed(work));
  return all.sort((a, b) => a - b)[times >> 1] ?? 0;
}

const readMarks = (revisionId: string) =>
  pool.query(
    `SELECT l.id, (SELECT json_agg(json_build_array(a.id, a.label, a.segments))::text FROM "Annotation" a
       WHERE a."layerId" = l.id AND a."removedAt" IS NULL) AS marks
     FROM "Layer" l WHERE l."revisionId" = $1`,
    [revisionId],
  );

async function readAll(): Promise<void> {
  for (const { revisionId } of rows) await readMarks(revisionId);
}

async function asked(method: string, path: string, body?: unknown): Promise<void> {
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const answer = await fetch(`${address}/api/v1/${path}`, { method, headers, ...sent });
  const responseText = await answer.text();
  if (!answer.ok)
    throw new Error(`${method} ${path} was answered ${answer.status}: ${responseText}`);
}

const { id: first = '', revisionId = '' } = rows[0] ?? {};
const strategy = { majority: { boundary: 'characters' }, confidence: null };
const workspace = () => asked('GET', `articles/${first}/adjudication`);
const merge = () => asked('POST', `projects/${projectId}/merges`, { strategy });
const size = `${analysts} layers × ${annotations} annotations`;

await workspace();
const floor = await median(9, () => readMarks(revisionId));
figure(`desk, ${size}`, await median(9, workspace), 'ms', { floor });
await asked('POST', `articles/${first}/merges`, { strategy });
figure(`workspace with everything merged, ${size}`, await median(9, workspace), 'ms', { floor });
const floorOfAll = (await timed(readAll)) / 1000;
const many = `merge of ${articles} articles, ${size}`;
figure(many, (await timed(merge)) / 1000, 's', { floor: floorOfAll });
figure(`${many}: again, with nothing new`, (await timed(merge)) / 1000, 's', { floor: floorOfAll });
figure('load of the machine meanwhile', loadavg()[0] ?? 0, 'processes');
await pool.end();
