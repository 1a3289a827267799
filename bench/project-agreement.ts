import pg from 'pg';
import { v7 } from 'uuid';
import { fingerprint } from '@/lib/access/mint-secret';
import { codebookContent } from '@/lib/codebook/codebook';
import { figure } from './figure';

// The agreement of a project of many articles (five analysts, twenty marks each), asked of the server at
// the address given: the first time, again, after one article has changed, and under a filter; and how
// long others wait meanwhile. The floor of the first is to read the marks from the database by themselves.

const address = process.argv[2] ?? 'http://127.0.0.1:3000';
const articles = Number(process.argv[3] ?? 10_000);
const analysts = 5;
const marks = 20;
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 2 });
const labels = ['loaded_framing', 'unsupported_claim', 'direct_quote'];
const codebook = JSON.stringify(codebookContent.parse({ labels: labels.map((key) => ({ key })) }));
const text = 'The regime said the loaded claim was true, but critics say otherwise. '.repeat(90);
const [projectId, owner] = [v7(), v7()];

const sql = (query: string, values: unknown[] = []) => pool.query(query, values);

async function seed(): Promise<void> {
  await sql(`INSERT INTO "Project" (id, name, "updatedAt") VALUES ($1, 'Bench', now())`, [
    projectId,
  ]);
  await sql(`INSERT INTO "User" (id, email, name) VALUES ($1::uuid, $1::uuid::text, 'Owner')`, [
    owner,
  ]);
  await sql(`INSERT INTO "Membership" ("projectId", "userId", role) VALUES ($1, $2, 'owner')`, [
    projectId,
    owner,
  ]);
  await sql(
    `INSERT INTO "AccessToken" (id, "userId", name, hash, scopes) VALUES ($1, $1, 'bench', $2, '{read,write}')`,
    [owner, fingerprint(`plx_${owner}`)],
  );
  await sql(`INSERT INTO "Codebook" ("projectId", draft, "updatedAt") VALUES ($1, $2, now())`, [
    projectId,
    codebook,
  ]);
  await sql(`INSERT INTO "CodebookVersion" ("projectId", version, content) VALUES ($1, 1, $2)`, [
    projectId,
    codebook,
  ]);
  await sql(
    `INSERT INTO "User" (id, email, name) SELECT id, id::text, 'Analyst ' || n
     FROM (SELECT n, md5($1 || n)::uuid AS id FROM generate_series(1, $2::int) n) made`,
    [projectId, analysts],
  );
  const portion = 500;
  for (let from = 0; from < articles; from += portion) {
    const range = [projectId, from, Math.min(articles, from + portion) - 1];
    await sql(
      `INSERT INTO "Article" (id, "projectId", title, source, "addedById", "updatedAt")
       SELECT md5($1::text || 'a' || n)::uuid, $1::uuid, 'Article ' || n, 'Outlet ' || n % 12, $4::uuid, now()
       FROM generate_series($2::int, $3::int) n`,
      [...range, owner],
    );
    await sql(
      `INSERT INTO "Revision" (id, "articleId", number, text, sha256, length, blocks, segmentation, raw, cleanup, "offsetMap")
       SELECT md5($1::text || 'r' || n)::uuid, md5($1::text || 'a' || n)::uuid, 1, $4, '', char_length($4), 1,
         '{"words":"","sentences":"","paragraphs":""}', '', '[]', '[]'
       FROM generate_series($2::int, $3::int) n`,
      [...range, text],
    );
    await sql(
      `INSERT INTO "Layer" (id, "articleId", "revisionId", kind, "authorId", state, "deedCount", "submittedAt")
       SELECT md5($1::text || 'l' || n || ' ' || who)::uuid, md5($1::text || 'a' || n)::uuid,
         md5($1::text || 'r' || n)::uuid, 'analyst', md5($1::text || who)::uuid, 'submitted', 20,
         now() - n * interval '1 hour'
       FROM generate_series($2::int, $3::int) n, generate_series(1, $4::int) who`,
      [...range, analysts],
    );
    await sql(
      `INSERT INTO "Annotation" (id, "layerId", label, "codebookVersion", segments, start, "end", quote, prefix, suffix, version)
       SELECT md5($1::text || 'm' || n || ' ' || who || ' ' || at)::uuid,
         md5($1::text || 'l' || n || ' ' || who)::uuid, ($6::text[])[1 + (n + at + who / 5) % 3], 1,
         json_build_array(json_build_array(s, e)), s, e, '', '', '', 1
       FROM generate_series($2::int, $3::int) n, generate_series(1, $4::int) who,
         generate_series(0, $5::int - 1) at,
         LATERAL (SELECT at * 300 + (n * 7 + who * 13 * at) % 60 AS s) first,
         LATERAL (SELECT s + 20 + (n + who * at) % 60 AS e) last`,
      [...range, analysts, marks, labels],
    );
  }
  await sql('ANALYZE');
}

/** Milliseconds until it is answered in full. */
async function ask(query = ''): Promise<number> {
  const began = performance.now();
  const answer = await fetch(`${address}/api/v1/projects/${projectId}/agreement${query}`, {
    headers: { authorization: `Bearer plx_${owner}` },
  });
  const told = (await answer.json()) as { articles?: number };
  if (answer.status !== 200 || !told.articles) throw new Error(`It was answered ${answer.status}.`);
  return performance.now() - began;
}

const median = (times: number[]): number => times.sort((a, b) => a - b)[times.length >> 1] ?? 0;

async function several(times: number, deed: () => Promise<number>): Promise<number> {
  const all: number[] = [];
  for (let round = 0; round < times; round++) all.push(await deed());
  return median(all);
}

/** Asks for something small again and again until `until` is there; the longest that one had to wait. */
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
       FROM "Layer" l WHERE l."revisionId" = ANY(SELECT md5($1::text || 'r' || n)::uuid
         FROM generate_series($2::int, $3::int) n)`,
      [projectId, from, from + 199],
    );
  return performance.now() - began;
}

await seed();
const size = `${articles} articles × ${analysts} × ${marks}`;
const floor = await readMarks();
const first = ask();
const waited = await longestWait(first);
figure(`${size}: the first time`, (await first) / 1000, 's', { floor: floor / 1000, atMost: 10 });
figure(`${size}: longest wait of another request meanwhile`, waited, 'ms');
figure(`${size}: again`, await several(9, () => ask()), 'ms', { atMost: 200 });
figure(`${size}: under another filter`, await ask('?label=loaded_framing'), 'ms');
figure(
  `${size}: after one article has changed`,
  await several(3, async () => {
    await sql(
      `UPDATE "Layer" SET "deedCount" = "deedCount" + 1 WHERE id = md5($1 || 'l0 1')::uuid`,
      [projectId],
    );
    return ask();
  }),
  'ms',
);
await pool.end();
