import { fingerprint } from '@/lib/access/secret';
import pg from 'pg';
import { v7 } from 'uuid';
import { channelName } from '@/lib/live/live-channel';
import { codebookContent } from '@/lib/codebook/codebook';
import { aLine } from '@/tests/harness/live-line';
import type { TestLine } from '@/tests/harness/live-line';

/** An analyst of one article, with an access token; already in the database. */
export type Analyst = { userId: string; secret: string; articleId: string; layerId: string };

const label = 'loaded_framing';
const text = 'The regime said the loaded claim was true, but critics say otherwise. '.repeat(50);

/**
 * Inserts an open project with `articles` articles and `people` analysts, spread over them, into
 * the database.
 */
export async function aCrowd(
  databaseUrl: string,
  people: number,
  articles: number,
): Promise<Analyst[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const codebook = JSON.stringify(codebookContent.parse({ labels: [{ key: label }] }));
  const projectId = v7();
  await client.query(
    `INSERT INTO "Project" (id, name, blind, "updatedAt") VALUES ($1, 'Bench', 'open', now())`,
    [projectId],
  );
  await client.query(
    `INSERT INTO "Codebook" ("projectId", draft, "updatedAt") VALUES ($1, $2, now())`,
    [projectId, codebook],
  );
  await client.query(
    `INSERT INTO "CodebookVersion" ("projectId", version, content) VALUES ($1, 1, $2)`,
    [projectId, codebook],
  );
  const texts = Array.from({ length: articles }, () => ({ articleId: v7(), revisionId: v7() }));
  const analysts: Analyst[] = [];
  for (let at = 0; at < people; at++) {
    const [userId, layerId, place] = [v7(), v7(), texts[at % articles]];
    if (place === undefined) break;
    const { articleId, revisionId } = place;
    await client.query(
      `INSERT INTO "User" (id, email, name) VALUES ($1::uuid, $1::uuid::text, $2)`,
      [userId, `Analyst ${at}`],
    );
    await client.query(
      `INSERT INTO "Membership" ("projectId", "userId", role) VALUES ($1, $2, 'analyst')`,
      [projectId, userId],
    );
    await client.query(
      `INSERT INTO "AccessToken" (id, "userId", name, hash, scopes) VALUES ($1, $1, 'bench', $2, '{read,write}')`,
      [userId, fingerprint(`plx_${userId}`)],
    );
    if (at < articles) {
      await client.query(
        `INSERT INTO "Article" (id, "projectId", title, "addedById", "updatedAt") VALUES ($1, $2, 'Bench', $3, now())`,
        [articleId, projectId, userId],
      );
      await client.query(
        `INSERT INTO "Revision" (id, "articleId", number, text, sha256, length, blocks, segmentation, raw, cleanup, "offsetMap")
         VALUES ($1, $2, 1, $3, '', char_length($3), 1, '{}', '', '[]', '[]')`,
        [revisionId, articleId, text],
      );
    }
    await client.query(
      `INSERT INTO "Layer" (id, "articleId", "revisionId", kind, "authorId") VALUES ($1, $2, $3, 'analyst', $4)`,
      [layerId, articleId, revisionId, userId],
    );
    analysts.push({ userId, secret: `plx_${userId}`, articleId, layerId });
  }
  await client.end();
  return analysts;
}

/** A live connection of the analyst, joined to their own channel and to the article’s layers. */
export async function aLineFor(
  address: string,
  { userId, articleId, secret }: Analyst,
): Promise<TestLine> {
  const line = await aLine(address, { authorization: `Bearer ${secret}` });
  const channels = [
    channelName({ kind: 'own', articleId, userId }),
    channelName({ kind: 'layers', articleId }),
  ];
  for (const channel of channels)
    if (!(await line.join(channel))) throw new Error(`${channel} was not open.`);
  return line;
}

/** Puts one annotation; returns its id once it is acknowledged. */
export async function putOne(address: string, analyst: Analyst, at: number): Promise<string> {
  const id = v7();
  const start = (at % 50) * 70 + 4;
  const answer = await fetch(`${address}/api/v1/layers/${analyst.layerId}/annotations/${id}`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${analyst.secret}`,
      'content-type': 'application/json',
      'idempotency-key': v7(),
    },
    body: JSON.stringify({ label, segments: [{ start, end: start + 6 }] }),
  });
  await answer.arrayBuffer();
  if (answer.status !== 201) throw new Error(`A PUT was answered ${answer.status}.`);
  return id;
}
