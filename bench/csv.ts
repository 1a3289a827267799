import { byteStream } from '@/lib/interchange/export-download';
import { exportQuery } from '@/lib/interchange/export-query';
import { exportProject } from '@/lib/interchange/export-annotations';
import pg from 'pg';
import { v7 } from 'uuid';
import type { Viewer } from '@/lib/access/viewer';
import { closeDb } from '@/lib/db';
import { figure } from './figure';

// Exports a project of many rows. For comparison, the same database COPYs the same rows.

const rows = Number(process.argv[2] ?? 1_000_000);
const layersPerArticle = 5;
const perLayer = Number(process.argv[3] ?? 200);
const articles = Math.ceil(rows / layersPerArticle / perLayer);
const sentence =
  'The 😀 regime said the loaded claim was “true”, but critics, as ever, say otherwise. ';
const text = sentence.repeat(70);

const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
await client.connect();
const [projectId, userId] = [v7(), v7()];

async function seed(): Promise<void> {
  await client.query(
    `INSERT INTO "User" (id, email, name) SELECT gen_random_uuid(), 'bench-' || gen_random_uuid(), 'Analyst ' || n
     FROM generate_series(1, ${layersPerArticle}) n`,
  );
  await client.query(`INSERT INTO "User" (id, email, name) VALUES ($1, $2, 'Owner')`, [
    userId,
    `${userId}@example.org`,
  ]);
  await client.query(`INSERT INTO "Project" (id, name, "updatedAt") VALUES ($1, 'Bench', now())`, [
    projectId,
  ]);
  await client.query(
    `INSERT INTO "Membership" ("projectId", "userId", role) VALUES ($1, $2, 'owner')`,
    [projectId, userId],
  );
  await client.query(
    `INSERT INTO "Article" (id, "projectId", title, "addedById", "updatedAt")
     SELECT gen_random_uuid(), $1::uuid, 'Article ' || n, $2::uuid, now() FROM generate_series(1, ${articles}) n`,
    [projectId, userId],
  );
  await client.query(
    `INSERT INTO "Revision" (id, "articleId", number, text, sha256, length, blocks, segmentation, raw, cleanup, "offsetMap")
     SELECT gen_random_uuid(), id, 1, $2::text, '', char_length($2::text), 1, '{}', '', '[]', '[]'
     FROM "Article" WHERE "projectId" = $1::uuid`,
    [projectId, text],
  );
  await client.query(
    `INSERT INTO "Layer" (id, "articleId", "revisionId", kind, "authorId", state, "eventCount")
     SELECT gen_random_uuid(), t.id, r.id, 'analyst', u.id, 'submitted', ${perLayer}
     FROM "Article" t JOIN "Revision" r ON r."articleId" = t.id
     CROSS JOIN (SELECT id FROM "User" WHERE name LIKE 'Analyst %' ORDER BY "createdAt" DESC LIMIT ${layersPerArticle}) u
     WHERE t."projectId" = $1`,
    [projectId],
  );
  await client.query(
    `INSERT INTO "Annotation" (id, "layerId", label, "codebookVersion", segments, start, "end", quote, prefix, suffix, attributes, note, confidence, version)
     SELECT gen_random_uuid(), l.id, 'loaded_framing', 1, jsonb_build_array(jsonb_build_array(n * 20 + 7, n * 20 + 27)),
       n * 20 + 7, n * 20 + 27, 'regime said the load', 'The 😀 ', 'ed claim was “true”, but critics', '{}', 'a short note', 0.5, 1
     FROM "Layer" l JOIN "Article" t ON t.id = l."articleId" AND t."projectId" = $1
     CROSS JOIN generate_series(1, ${perLayer}) n`,
    [projectId],
  );
  await client.query('ANALYZE');
}

async function copyAll(): Promise<number> {
  const began = performance.now();
  await client.query(
    `COPY (SELECT a.id, p.name, t.id, t.title, t.source, t.author, t.url, t."publishedAt", t.language, r.number,
       l.kind, u.name, a.label, a.start, a."end", 'code-point', a.segments, a.quote, a.prefix, a.suffix, a.attributes,
       a.note, a.confidence, l.state, a."codebookVersion", a."createdAt", a."updatedAt"
     FROM "Annotation" a JOIN "Layer" l ON l.id = a."layerId" JOIN "Revision" r ON r.id = l."revisionId"
     JOIN "Article" t ON t.id = l."articleId" JOIN "Project" p ON p.id = t."projectId" JOIN "User" u ON u.id = l."authorId"
     WHERE p.id = '${projectId}') TO STDOUT (FORMAT csv)`,
  );
  return (performance.now() - began) / 1000;
}

const viewer: Viewer = { userId, name: 'Owner', email: '', scopes: ['read'], by: 'session' };

/** Loads the process’s code and grows its heap: what grows after that is the export’s. */
async function warmUp(): Promise<void> {
  const { pieces } = await exportProject(viewer, projectId, exportQuery.parse({}), '');
  let read = 0;
  for await (const _ of byteStream(pieces)) if (++read === 100) break;
}

async function exportAll(): Promise<{ seconds: number; grownMb: number; lines: number }> {
  const resting = process.memoryUsage().rss;
  let most = resting;
  let lines = 0;
  const began = performance.now();
  const { pieces } = await exportProject(viewer, projectId, exportQuery.parse({}), '');
  for await (const bytes of byteStream(pieces)) {
    for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) lines++;
    most = Math.max(most, process.memoryUsage().rss);
  }
  const seconds = (performance.now() - began) / 1000;
  return { seconds, grownMb: (most - resting) / 2 ** 20, lines: lines - 1 };
}

await seed();
const total = articles * layersPerArticle * perLayer;
const copied = await copyAll();
await warmUp();
const { seconds, grownMb, lines } = await exportAll();
if (lines !== total) throw new Error(`${lines} rows came out of ${total}.`);
figure(`csv export of ${total} annotations`, total / seconds, 'rows/s', {
  floor: total / copied,
  atLeast: 0.3,
});
figure('csv export, growth of memory', grownMb, 'MB', { atMost: 100 });
await client.end();
await closeDb();
