import { fingerprint } from '@/lib/access/secret';
import { openMyLayer } from '@/lib/annotation/layers';
import http from 'node:http';
import pg from 'pg';
import { v7 } from 'uuid';
import { codebookContent } from '@/lib/codebook/codebook';
import { closeDb } from '@/lib/db';
import { figure } from './figure';
import type { Viewer } from '@/lib/access/viewer';

// Analysts PUT annotations over HTTP to the server at the address given. For comparison, a bare
// loop then writes the same rows into the same database, a transaction for each.

const address = new URL(process.argv[2] ?? 'http://127.0.0.1:3000');
const clients = 50;
const seconds = Number(process.argv[3] ?? 10);
const text = 'The regime said the loaded claim was true, but critics say otherwise. '.repeat(100);
const label = 'loaded_framing';
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const agent = new http.Agent({ keepAlive: true, maxSockets: clients });

const codebook = JSON.stringify(codebookContent.parse({ labels: [{ key: label }] }));

type Analyst = Viewer & { secret: string; layerId: string };

async function seed(): Promise<Analyst[]> {
  const [projectId, articleId, revisionId] = [v7(), v7(), v7()];
  const people = Array.from({ length: clients }, (_, n) => ({ id: v7(), name: `Analyst ${n}` }));
  const first = people[0]?.id;
  await pool.query(`INSERT INTO "Project" (id, name, "updatedAt") VALUES ($1, 'Bench', now())`, [
    projectId,
  ]);
  for (const { id, name } of people) {
    await pool.query(`INSERT INTO "User" (id, email, name) VALUES ($1::uuid, $1::uuid::text, $2)`, [
      id,
      name,
    ]);
    await pool.query(
      `INSERT INTO "Membership" ("projectId", "userId", role) VALUES ($1, $2, 'analyst')`,
      [projectId, id],
    );
    await pool.query(
      `INSERT INTO "AccessToken" (id, "userId", name, hash, scopes) VALUES ($1, $1, 'bench', $2, '{read,write}')`,
      [id, fingerprint(`plx_${id}`)],
    );
  }
  await pool.query(
    `INSERT INTO "Codebook" ("projectId", draft, "updatedAt") VALUES ($1, $2, now())`,
    [projectId, codebook],
  );
  await pool.query(
    `INSERT INTO "CodebookVersion" ("projectId", version, content) VALUES ($1, 1, $2)`,
    [projectId, codebook],
  );
  await pool.query(
    `INSERT INTO "Article" (id, "projectId", title, "addedById", "updatedAt") VALUES ($1, $2, 'Bench', $3, now())`,
    [articleId, projectId, first],
  );
  await pool.query(
    `INSERT INTO "Revision" (id, "articleId", number, text, sha256, length, blocks, segmentation, raw, cleanup, "offsetMap")
     VALUES ($1, $2, 1, $3, '', char_length($3), 1, '{}', '', '[]', '[]')`,
    [revisionId, articleId, text],
  );
  const analysts: Analyst[] = [];
  for (const { id, name } of people) {
    const viewer: Viewer = { userId: id, name, email: id, scopes: ['write'], by: 'token' };
    const { layer } = await openMyLayer(viewer, articleId);
    analysts.push({ ...viewer, secret: `plx_${id}`, layerId: layer.id });
  }
  return analysts;
}

function put(analyst: Analyst, start: number): Promise<number> {
  const body = JSON.stringify({ label, segments: [{ start, end: start + 6 }], quote: 'regime' });
  return new Promise((resolve, reject) => {
    const request = http.request(
      new URL(`/api/v1/layers/${analyst.layerId}/annotations/${v7()}`, address),
      {
        method: 'PUT',
        agent,
        headers: {
          authorization: `Bearer ${analyst.secret}`,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'idempotency-key': v7(),
        },
      },
      (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode ?? 0));
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

async function bare(analyst: Analyst, start: number): Promise<void> {
  const client = await pool.connect();
  const [id, segments] = [v7(), JSON.stringify([[start, start + 6]])];
  await client.query('BEGIN');
  await client.query(
    `INSERT INTO "Annotation" (id, "layerId", label, "codebookVersion", segments, start, "end", quote, prefix, suffix, version)
     VALUES ($1, $2, $3, 1, $4, $5, $6, 'regime', 'The ', ' said the loaded claim was true,', 1)`,
    [id, analyst.layerId, label, segments, start, start + 6],
  );
  await client.query(
    `INSERT INTO "AnnotationEvent" ("annotationId", version, "layerId", sequence, kind, content, "idempotencyKey", "byId")
     VALUES ($1, 1, $2, 1, 'put', $3, $4, $5)`,
    [id, analyst.layerId, `{"label":"${label}","segments":${segments}}`, v7(), analyst.userId],
  );
  await client.query(`UPDATE "Layer" SET "eventCount" = "eventCount" + 1 WHERE id = $1`, [
    analyst.layerId,
  ]);
  await client.query('COMMIT');
  client.release();
}

async function forSeconds(
  analysts: Analyst[],
  action: (analyst: Analyst, start: number) => Promise<unknown>,
): Promise<{ rate: number; median: number; p99: number }> {
  const times: number[] = [];
  const began = performance.now();
  const work = async (analyst: Analyst) => {
    for (let at = 0; performance.now() - began < seconds * 1000; at = (at + 1) % 100) {
      const from = performance.now();
      await action(analyst, at * 70 + 4);
      times.push(performance.now() - from);
    }
  };
  await Promise.all(analysts.map(work));
  const taken = (performance.now() - began) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  return { rate: times.length / taken, median: at(0.5), p99: at(0.99) };
}

const analysts = await seed();
const checked = async (analyst: Analyst, start: number) => {
  const status = await put(analyst, start);
  if (status !== 201) throw new Error(`A PUT was answered ${status}.`);
};
await Promise.all(analysts.map((analyst) => checked(analyst, 4)));
const overHttp = await forSeconds(analysts, checked);
const loop = await forSeconds(analysts, bare);
figure('annotation put, 50 clients', overHttp.rate, 'puts/s', { floor: loop.rate, atLeast: 0.3 });
figure('annotation put, median', overHttp.median, 'ms', { floor: loop.median });
figure('annotation put, p99', overHttp.p99, 'ms', { floor: loop.p99 });
agent.destroy();
await pool.end();
await closeDb();
